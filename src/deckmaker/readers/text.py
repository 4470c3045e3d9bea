"""Plain text -> Reading: the whole recipe on one screen."""

from deckmaker.document import BlockKind, Passage, Reading
from deckmaker.readers.characters import clean
from deckmaker.readers.chunks import chunk_lines
from deckmaker.readers.decode import decode
from deckmaker.readers.front import take_front
from deckmaker.readers.furniture import drop_furniture
from deckmaker.readers.structure import shape


def read_text(data: bytes, name: str) -> Reading:
    """The reading of a plain-text article in any encoding.

    Raises:
        InputError: the bytes are no text.
    """
    chunks = drop_furniture(chunk_lines(clean(decode(data, name))))
    front = take_front(chunks)
    passages = shape(front.rest)
    if front.title:
        passages.insert(0, Passage(BlockKind.HEADING, front.title, 1))
    return Reading(tuple(passages), front.title, front.byline, front.date)
