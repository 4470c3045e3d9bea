"""What we will say: a title, a bottom line, and headed bullets that point to where they came from.

Nothing about looks.  A bullet without a place was written by a person and is respected.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from deckmaker.document import Place, Source
from deckmaker.errors import BuildWarning
from deckmaker.outline.bullet import MARK, Bullet, check_line, check_said, format_places
from deckmaker.outline.exhibits import Chart, ChartKind, Column, Comparison, Exhibit, Picture, Quote, Table

__all__ = [
    "KEY", "MARK", "Bullet", "Chart", "ChartKind", "Column", "Comparison", "DateEvent", "Exhibit", "Figure", "Outline",
    "Picture", "Quote", "Section", "Table", "check_line", "format_places", "in_words",
]  # fmt: skip


KEY = re.compile(r"[a-z]")
"""What a source's key looks like: letters are short on paper, and there are as many as a briefing can bear."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the article and what it is: "$6 million", "cash that Karsten agreed to lend"."""

    value: str
    what: str
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        check_line(self.value, "the value")
        check_said(self.what, "what the figure is")


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
        check_said(self.event, "the event")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its bullets, optional words for the speaker (may have several lines), and what it shows besides.

    A section has bullets or exhibits, or both.
    """

    heading: str
    bullets: tuple[Bullet, ...]
    notes: str = ""
    exhibits: tuple[Exhibit, ...] = ()

    def __post_init__(self) -> None:
        check_line(self.heading, "the heading")
        if not self.bullets and not self.exhibits:
            raise ValueError(f"the section {self.heading!r} has neither bullets nor exhibits")


@dataclass(frozen=True, slots=True)
class Outline:
    """A briefing's content.  warnings do not take part in comparison and are not written to the file.

    figures come with the most telling first, dates in time.  source is the article that the outline was made from;
    when it was made from several, they are the sources, each with a letter as its key, which every place then carries.
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
    sources: tuple[Source, ...] = ()
    warnings: tuple[BuildWarning, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        check_line(self.title, "the title")
        if not self.sections:
            raise ValueError("an outline needs at least one section")
        if self.summary and self.summary.bullets:
            raise ValueError("the summary is one sentence; it has no bullets of its own")
        self._check_sources()

    def _check_sources(self) -> None:
        """Raise ValueError unless each place names a source that there is, and sources differ in their letters."""
        keys = [source.key for source in self.sources] or [""]
        if self.sources and (self.source or len(set(keys)) < len(keys) or not all(map(KEY.fullmatch, keys))):
            raise ValueError("an outline has one source, or several with a letter each")
        for text, places in self.said():
            for place in places:
                if place.source not in keys:
                    raise ValueError(f"{place} names no source of this outline: {text!r}")

    def read_from(self) -> tuple[Source, ...]:
        """Every article that the outline was made from, as far as it says."""
        return self.sources or ((self.source,) if self.source else ())

    def bullets(self) -> Iterator[Bullet]:
        """Every bullet of every section in order, each before those below it; not those of comparisons."""
        for section in self.sections:
            for bullet in section.bullets:
                yield bullet
                yield from bullet.bullets

    def said(self) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """Everything that may have places, in the order of the file: its words and its places."""
        if self.summary:
            yield self.summary.text, self.summary.places
        yield from ((figure.what, figure.places) for figure in self.figures)
        yield from ((date.event, date.places) for date in self.dates)
        for section in self.sections:
            for bullet in section.bullets:
                yield from ((one.text, one.places) for one in (bullet, *bullet.bullets))
            for exhibit in section.exhibits:
                yield from exhibit.said()


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
