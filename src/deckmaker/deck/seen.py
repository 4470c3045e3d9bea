"""A slide as its words alone, whether planned or read from a file: what a deck that was edited is compared by."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from deckmaker.deck.markup import clean
from deckmaker.deck.slides import FOOT, Grid, Group, Image, Kind, Label, Paragraph, Plot, Role, Slide, Slides
from deckmaker.outline import Outline
from deckmaker.outline.packed import pack_outline, unpack_outline

RECORD = "urn:deckmaker:record"
"""The namespace of the record in a deck."""

Lines: TypeAlias = tuple[tuple[int, str], ...]
"""Paragraphs of a text: level (from 1) and words."""

Rows: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a slide says: title, texts in placeholders, labels by group, tables, charts as rows, pictures' alts, notes.

    others are the shapes that deckmaker does not make, each in a few words; they take no part in what is written.
    """

    title: str
    texts: tuple[Lines, ...] = ()
    groups: Rows = ()
    tables: tuple[Rows, ...] = ()
    charts: tuple[Rows, ...] = ()
    pictures: tuple[str, ...] = ()
    notes: str = ""
    others: tuple[str, ...] = ()

    def words(self) -> list[str]:
        """All that is said but the title and the notes."""
        tables = (row for table in (*self.tables, *self.charts) for row in table)
        lines = [words for text in self.texts for _, words in text]
        return [*lines, *(cell for row in (*self.groups, *tables) for cell in row), *self.pictures]


@dataclass(frozen=True, slots=True)
class Written:
    """A slide as it was written: its kind, the numbers of its section and exhibit from 0 (-1 for none), its words."""

    kind: Kind
    section: int
    exhibit: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Record:
    """What travels in a deck: the outline it was made from, and its slides as they were written."""

    outline: Outline
    written: tuple[Written, ...]
    footer: str = ""


def flat(text: str) -> str:
    """Words as they are compared: without characters that a file cannot hold, every space a plain one."""
    return " ".join(clean(text).replace("\u00a0", " ").split())


def record_of(slides: Slides, outline: Outline) -> Record:
    """The record of a planned deck."""
    ends: list[int] = []
    for _, count in slides.groups:
        ends.append((ends[-1] if ends else 0) + count)
    written = [Written(slide.kind, _section(slide, ends), slide.exhibit, seen_of(slide)) for slide in slides.slides]
    foot = next((text for slide in slides.slides if (text := slide.text(Role.FOOTER))), None)
    return Record(outline, tuple(written), flat(foot.paragraphs[0].text) if foot else "")


def _section(slide: Slide, ends: Sequence[int]) -> int:
    """The section that a slide belongs to; the opening is the first group."""
    if not slide.group:
        return -1
    return next(index for index, end in enumerate(ends) if slide.number <= end) - 1


def seen_of(slide: Slide) -> Seen:
    """What a planned slide says."""
    parts = slide.parts
    texts = [_lines(part.paragraphs) for part in slide.texts if part.role is not Role.TITLE and part.role not in FOOT]
    labels = [[m for m in part.members if isinstance(m, Label)] for part in parts if isinstance(part, Group)]
    return Seen(
        flat(slide.title),
        tuple(texts),
        tuple(tuple(flat(label.paragraphs[0].text) for label in one) for one in labels),
        tuple(_grid(part) for part in parts if isinstance(part, Grid)),
        tuple(_plot(part) for part in parts if isinstance(part, Plot)),
        tuple(flat(part.alt) for part in parts if isinstance(part, Image)),
        "\n".join(flat(line) for line in slide.notes.splitlines() if flat(line)),
    )


def _lines(paragraphs: Iterable[Paragraph]) -> Lines:
    return tuple((max(1, paragraph.level), flat(paragraph.text)) for paragraph in paragraphs)


def _grid(grid: Grid) -> Rows:
    return tuple(tuple(flat(cell.text) for cell in row) for row in grid.rows)


def _plot(plot: Plot) -> Rows:
    """A chart's header and rows; numbers as the file holds them."""
    columns = [tuple(number_words(value) for value in values) for _, values in plot.series]
    header = ("", *(flat(name) for name, _ in plot.series))
    return (header, *zip(map(flat, plot.categories), *columns, strict=True))


def number_words(value: float | None) -> str:
    """A number as it is compared."""
    return "" if value is None else f"{value:.12g}"


def pack_record(record: Record) -> str:
    """The record as one line of ASCII."""
    written = [[str(one.kind), one.section, one.exhibit, _plain(one.seen)] for one in record.written]
    value = {"outline": pack_outline(record.outline), "slides": written, "footer": record.footer}
    return json.dumps(value, separators=(",", ":"))


def unpack_record(text: str) -> Record:
    """The record that was packed.

    Raises:
        ValueError: the text is no record.
    """
    try:
        value = json.loads(text)
        written = tuple(Written(Kind(one[0]), int(one[1]), int(one[2]), _seen(one[3])) for one in value["slides"])
        return Record(unpack_outline(value["outline"]), written, str(value["footer"]))
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("no record") from error


_FIELDS = ("title", "texts", "groups", "tables", "charts", "pictures", "notes")


def _plain(seen: Seen) -> list[Any]:
    return [getattr(seen, name) for name in _FIELDS]


def _seen(plain: Sequence[Any]) -> Seen:
    return Seen(**{name: _frozen(value) for name, value in zip(_FIELDS, plain, strict=True)})


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
