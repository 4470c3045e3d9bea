"""What a memo is made of, as plain data: paragraphs, tables and pictures, and the spans of text in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from deckmaker.document import Place
from deckmaker.outline import format_places
from deckmaker.typography import NO_BREAK, bind, polish

_FEW = 4
"""A mark of so many places stands on one line."""


class Role(StrEnum):
    """What a part is on the page."""

    MARKING = "marking"
    BANNER = "banner"
    ROW = "line of the head"
    SUBJECT = "subject"
    SUMMARY_LABEL = "summary label"
    SUMMARY = "summary"
    LIST_HEADING = "heading of a list"
    FIGURE = "key figure"
    DATE = "key date"
    HEADING = "heading"
    BULLET = "bullet"
    BELOW = "bullet below"
    QUOTE = "quotation"
    WHO = "name below a quotation"
    CAPTION = "caption"
    TABLE = "table"
    PICTURE = "picture"
    SIGN = "line to sign on"
    SIGNED = "signature"
    SOURCE = "source note"
    ENTRY = "source"
    CITED = "cited sentence"


class Kind(StrEnum):
    """What a span is: running text, strong text, or a source mark."""

    PLAIN = "plain"
    STRONG = "strong"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind.  link is an address, or "#name" for a place in the memo, or "".

    spoken is what a screen reader says of the link; anchor is the name by which links lead here.
    """

    text: str
    kind: Kind = Kind.PLAIN
    link: str = ""
    spoken: str = ""
    anchor: str = ""


Spans: TypeAlias = tuple[Span, ...]


def words_of(spans: Spans) -> str:
    """The words of spans, without source marks."""
    return "".join(span.text for span in spans if span.kind is not Kind.MARK)


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of the memo: its role, its spans, the label that stands before it, the name links know it by."""

    role: Role
    spans: Spans
    label: str = ""
    anchor: str = ""

    @property
    def text(self) -> str:
        """The words of the item, without source marks."""
        return words_of(self.spans)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, its header, its rows; numeric says which columns hold numbers.

    named says that the first column names the rows, so that it heads them as the header does the columns; even has
    all columns as wide as each other.
    """

    caption: Spans
    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    numeric: tuple[bool, ...]
    named: bool = False
    even: bool = False
    role: Role = Role.TABLE

    text: str = ""

    def texts(self) -> Iterator[str]:
        """The words of caption, header and cells."""
        for cell in (self.caption, *self.header, *(cell for row in self.rows for cell in row)):
            yield "".join(span.text for span in cell)


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture: the file that the outline names, and what it shows for those who do not see it."""

    file: str
    alt: str
    role: Role = Role.PICTURE
    text: str = ""


Part: TypeAlias = Item | Grid | Plate


@dataclass(frozen=True, slots=True)
class Voice:
    """How texts are said: their language, and the source's sentences, which a screen reader says of a mark."""

    language: str
    sentences: Mapping[Place, str]

    def say(self, text: str) -> Spans:
        """The text as one span, polished and bound."""
        return (Span(bind(polish(text, self.language)) or NO_BREAK),)

    def point(self, text: str, places: tuple[Place, ...]) -> Spans:
        """The text, and its mark tied to its last word; each place of the mark leads to its source."""
        spans = [*self.say(text)]
        for number, run in enumerate(_runs(places)):
            tie = NO_BREAK if len(places) <= _FEW or not number else " "
            spans.append(Span(f",{tie}" if number else tie, Kind.MARK))
            mark = format_places(run).replace(" ", NO_BREAK)
            spans.append(Span(mark, Kind.MARK, f"#{anchor(run[0])}", self._spoken(run)))
        return tuple(spans)

    def _spoken(self, run: tuple[Place, ...]) -> str:
        said = " ".join(self.sentences[place] for place in run if place in self.sentences)
        return f"Source {format_places(run)}" + (f": {said}" if said else "")


def anchor(place: Place) -> str:
    """The name by which links know a place's entry in the sources."""
    return f"source-{place}".replace(" ", "-")


def _runs(places: tuple[Place, ...]) -> list[tuple[Place, ...]]:
    """The places in runs that a mark writes as one: p8.2-3."""
    runs: list[tuple[Place, ...]] = []
    for place in places:
        if runs and "," not in format_places((*runs[-1], place)):
            runs[-1] = (*runs[-1], place)
        else:
            runs.append((place,))
    return runs
