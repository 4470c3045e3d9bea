"""Chunks -> passages: guesses which short lines are headings."""

import re
from collections.abc import Sequence

from deckmaker.document import BlockKind, Passage
from deckmaker.readers.chunks import Chunk

_FINAL = re.compile(r"[.!?…。！？।:;,\"”’'][\"'”’»)\]]*$")
_HEADING_MOST = 90


def shape(chunks: Sequence[Chunk]) -> list[Passage]:
    """The passages of the chunks: marked ones as marked, the others by their words."""
    passages = []
    for index, chunk in enumerate(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if chunk.kind is not None:
            passages.append(Passage(chunk.kind, chunk.text, chunk.level))
        elif _is_heading(chunk, following):
            passages.append(Passage(BlockKind.HEADING, chunk.text, 2))
        else:
            passages.append(Passage(BlockKind.PARAGRAPH, chunk.text))
    return passages


def _is_heading(chunk: Chunk, following: Chunk | None) -> bool:
    if following is None or len(chunk.text) > _HEADING_MOST or _FINAL.search(chunk.text):
        return False
    return len(following.text) > len(chunk.text)
