"""Plain text -> Reading: the whole recipe on one screen."""

from collections.abc import Sequence

from deckmaker.document import BlockKind, Passage, Reading
from deckmaker.readers.characters import clean
from deckmaker.readers.chunks import Chunk, chunk_lines
from deckmaker.readers.datelines import strip_dateline
from deckmaker.readers.decode import decode
from deckmaker.readers.front import take_front
from deckmaker.readers.furniture import cut_article
from deckmaker.readers.structure import shape


def read_text(data: bytes, name: str) -> Reading:
    """The reading of a plain-text article in any encoding.

    Raises:
        InputError: the bytes are no text.
    """
    chunks = chunk_lines(clean(decode(data, name)))
    front = take_front(cut_article(chunks))
    passages = shape(_without_dateline(front.rest))
    if front.title:
        passages.insert(0, Passage(BlockKind.HEADING, front.title, 1))
    return Reading(tuple(passages), front.title, front.byline, front.date)


def _without_dateline(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with the dateline taken off the first paragraph."""
    result = list(chunks)
    article = "\n".join(chunk.text for chunk in result)
    for index, chunk in enumerate(result[:3]):
        if chunk.kind in (None, BlockKind.PARAGRAPH):
            text = strip_dateline(chunk.text, article)
            result[index] = Chunk(text, chunk.kind, chunk.level, chunk.apart, chunk.number)
    return result
