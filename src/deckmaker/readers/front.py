"""What stands before the first paragraph: title, byline, date; and the dateline inside it."""

import datetime
import re
from dataclasses import dataclass

from deckmaker.readers.chunks import Chunk

_FINAL = re.compile(r"[.!?…。！？।:;,][\"'”’»)\]]*$")
_TITLE_MOST = 200


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter and the chunks that follow it."""

    title: str
    byline: str
    date: datetime.date | None
    rest: tuple[Chunk, ...]


def take_front(chunks: list[Chunk]) -> Front:
    """Title, byline and date from the head of the article, and what remains."""
    if len(chunks) < 2 or len(chunks[0].text) > _TITLE_MOST or _FINAL.search(chunks[0].text):
        return Front("", "", None, tuple(chunks))
    title = chunks[0].text
    rest = chunks[1:]
    while rest and rest[0].text == title:
        rest = rest[1:]
    return Front(title, "", None, tuple(rest))
