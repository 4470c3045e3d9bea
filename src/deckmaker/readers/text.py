"""Plain text -> Reading: the whole recipe on one screen."""

from collections.abc import Sequence
from datetime import date

from deckmaker.document import BlockKind, Passage, Reading
from deckmaker.readers.characters import clean
from deckmaker.readers.chunks import Chunk, chunk_lines
from deckmaker.readers.datelines import strip_dateline
from deckmaker.readers.dates import find_dates
from deckmaker.readers.decode import decode
from deckmaker.readers.front import take_front
from deckmaker.readers.furniture import cut_article
from deckmaker.readers.structure import shape

_BIO_REACH = 3  # paragraphs from the end


def read_text(data: bytes, name: str) -> Reading:
    """The reading of a plain-text article in any encoding.

    Raises:
        InputError: the bytes are no text.
    """
    chunks = chunk_lines(clean(decode(data, name)))
    front = take_front(cut_article(chunks))
    body = _without_bio(front.rest, front.byline)
    passages = shape(_without_dateline(body))
    if front.title:
        passages = [Passage(BlockKind.HEADING, front.title, 1), *map(_below_title, passages)]
    return Reading(tuple(passages), front.title, front.byline, front.date or _dateline_date(body))


def _dateline_date(chunks: Sequence[Chunk]) -> date | None:
    """The date that a dateline gives in full: "HARROW, June 14, 2023 - "."""
    article = "\n".join(chunk.text for chunk in chunks)
    for chunk in chunks[:3]:
        dateline = chunk.text[: len(chunk.text) - len(strip_dateline(chunk.text, article))]
        for _, _, found in find_dates(dateline):
            return found
    return None


def _without_dateline(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with the dateline taken off the first paragraph."""
    result = list(chunks)
    article = "\n".join(chunk.text for chunk in result)
    for index, chunk in enumerate(result[:3]):
        if chunk.kind in (None, BlockKind.PARAGRAPH):
            text = strip_dateline(chunk.text, article)
            result[index] = Chunk(text, chunk.kind, chunk.level, chunk.apart, chunk.number)
    return result


def _without_bio(chunks: Sequence[Chunk], byline: str) -> list[Chunk]:
    """The chunks without a closing line on the author ("Ada Lind is a columnist of ...")."""
    name = byline.split(",", maxsplit=1)[0].split(" and ", maxsplit=1)[0]
    about = tuple(f"{name} {verb} " for verb in ("is", "was", "covers", "writes", "reports", "has", "can", "joined"))
    tail = len(chunks) - _BIO_REACH
    return [
        chunk
        for place, chunk in enumerate(chunks)
        if not (name and place >= max(tail, 1) and (chunk.text == name or chunk.text.startswith(about)))
    ]


def _below_title(passage: Passage) -> Passage:
    """The passage with its heading below the title's level."""
    if passage.kind is BlockKind.HEADING and passage.level == 1:
        return Passage(passage.kind, passage.text, 2)
    return passage
