"""What we will say: a title, a bottom line, and headed bullets that point to where they came from.

Nothing about looks.  A bullet without a place was written by a person and is respected.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from deckmaker.document import Place, Source
from deckmaker.errors import BuildWarning

MARK = re.compile(r"\s*\[(p\d+\.\d+(?:-\d+)?(?:\s*,\s*p\d+\.\d+(?:-\d+)?)*)\]$")
"""The mark at the end of a bullet: [p8.3], [p8.2-3], [p4.1, p9.2]."""


def check_line(text: str, what: str) -> None:
    """Raise ValueError unless text is one clean line: not empty, no outer spaces, no control characters."""
    if not text.strip():
        raise ValueError(f"{what} is empty")
    if text != text.strip():
        raise ValueError(f"{what} begins or ends with a space")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text):
        raise ValueError(f"{what} contains a line break or a control character")


def _check_said(text: str, what: str) -> None:
    """Raise ValueError unless text is one clean line without a mark at its end."""
    check_line(text, what)
    if MARK.search(text):
        raise ValueError(f"{what} ends with a mark; places belong in `places`")


@dataclass(frozen=True, slots=True)
class Bullet:
    """One thing said, on one line, with the places it came from and at most one level of bullets below."""

    text: str
    places: tuple[Place, ...] = ()
    bullets: tuple["Bullet", ...] = ()

    def __post_init__(self) -> None:
        _check_said(self.text, "the bullet")
        if any(below.bullets for below in self.bullets):
            raise ValueError("bullets go two levels deep, not three")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the article and what it is: "$6 million", "cash that Karsten agreed to lend"."""

    value: str
    what: str
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        check_line(self.value, "the value")
        _check_said(self.what, "what the figure is")


@dataclass(frozen=True, slots=True)
class DateEvent:
    """A day, month or year of the article and what happens then.

    date is text: `2018`, `2018-11` or `2018-11-19` where the year is known, else as people write it ("30 September");
    `in_words` writes it out.
    """

    date: str
    event: str
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        check_line(self.date, "the date")
        _check_said(self.event, "the event")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its bullets, and optional words for the speaker (may have several lines)."""

    heading: str
    bullets: tuple[Bullet, ...]
    notes: str = ""

    def __post_init__(self) -> None:
        check_line(self.heading, "the heading")
        if not self.bullets:
            raise ValueError(f"the section {self.heading!r} has no bullets")


@dataclass(frozen=True, slots=True)
class Outline:
    """A briefing's content.  warnings do not take part in comparison and are not written to the file.

    figures come with the most telling first, dates in time.
    """

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    date: datetime.date | None = None
    language: str = ""
    source: Source | None = None
    summary: Bullet | None = None
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateEvent, ...] = ()
    warnings: tuple[BuildWarning, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        check_line(self.title, "the title")
        if not self.sections:
            raise ValueError("an outline needs at least one section")
        if self.summary and self.summary.bullets:
            raise ValueError("the summary is one sentence; it has no bullets of its own")

    def bullets(self) -> Iterator[Bullet]:
        """Every bullet of every section in order, each before those below it."""
        for section in self.sections:
            for bullet in section.bullets:
                yield bullet
                yield from bullet.bullets


def format_places(places: tuple[Place, ...]) -> str:
    """Places as a mark without brackets: "p8.2-3, p9.1"; runs within a block are joined."""
    runs: list[list[Place]] = []
    for place in places:
        last = runs[-1][-1] if runs else None
        if last and place == Place(last.block, last.sentence + 1):
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(f"{run[0]}-{run[-1].sentence}" if len(run) > 1 else str(run[0]) for run in runs)


_ISO = re.compile(r"\b(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d|-\d)")


def in_words(date: str) -> str:
    """The date of a DateEvent as people read it: "2018-11" -> "November 2018", "by 2030-05-01" -> "by 1 May 2030"."""
    return _ISO.sub(_spelled, date)


_MONTHS = "January February March April May June July August September October November December".split()
"""Not those of `calendar`, which asks the locale."""


def _spelled(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    parts = [str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part)
