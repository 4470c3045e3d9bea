"""What a section shows besides its bullets: tables, charts, pictures, quotations and comparisons.

What is said above or below an exhibit is its caption; its places stand at the caption's end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from deckmaker.document import Place
from deckmaker.outline.bullet import Bullet, check_line, check_said

Said: TypeAlias = Iterator[tuple[str, tuple[Place, ...]]]
"""Words and the places they came from."""

_NUMBER = re.compile(r"[-−+]?(?:\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+|\d+)(?:\.\d+)?")
_UNIT = re.compile(r"^([-−+]?)\s*(?:US|A|C|NZ)?[$€£¥₹]\s*|\s*[%‰]$")


def number_of(cell: str) -> float | None:
    """The number that a cell holds, or None: "1,234.5", "-3", "12 %" and "$40" are numbers; "about 5" is not."""
    bare = _UNIT.sub(r"\1", cell.strip())
    if not _NUMBER.fullmatch(bare):
        return None
    return float(re.sub(r"[,\u00a0\u202f' ]", "", bare.replace("−", "-")))


def _check_cells(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    """Raise ValueError unless the header names each column and all rows are as long; cells may be empty."""
    if not header or not rows:
        raise ValueError("a table needs a header and at least one row")
    for cell in (*header[1:], *(cell for row in rows for cell in row if cell)):
        check_line(cell, "a cell")
    if header[0]:  # the corner may be empty
        check_line(header[0], "a cell")
    for number, row in enumerate(rows, 1):
        if len(row) != len(header):
            raise ValueError(f"row {number} has {len(row)} cells and the header {len(header)}")


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, a header that names the columns, and rows of cells (text, "" where there is nothing)."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        check_said(self.caption, "the caption")
        _check_cells(self.header, self.rows)

    def said(self) -> Said:
        """The caption and its places."""
        yield self.caption, self.places


class ChartKind(StrEnum):
    """How a chart draws its numbers: bars lie, columns stand, lines run."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Chart:
    """A table to be drawn: its first column names the categories, each other column is a series of numbers.

    kind is None where the data's shape shall decide.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...] = ()
    kind: ChartKind | None = None

    def __post_init__(self) -> None:
        check_said(self.caption, "the caption")
        _check_cells(self.header, self.rows)
        if len(self.header) < 2:
            raise ValueError("a chart needs a column of names and at least one of numbers")
        for row in self.rows:
            check_line(row[0], "a category")
            for cell in row[1:]:
                if cell and number_of(cell) is None:
                    raise ValueError(f"{cell!r} is not a number")

    def said(self) -> Said:
        """The caption and its places."""
        yield self.caption, self.places

    def series(self) -> Iterator[tuple[str, tuple[float | None, ...]]]:
        """Each series: its name and its numbers, None where a cell is empty."""
        for column, name in enumerate(self.header[1:], 1):
            yield name, tuple(number_of(row[column]) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file, what it shows for those who do not see it, and what is said below it.

    file is a path from the outline's folder.
    """

    file: str
    alt: str
    caption: str = ""
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        check_line(self.file, "the picture's file")
        check_line(self.alt, "the picture's `alt`")
        if self.caption:
            check_said(self.caption, "the caption")
        elif self.places:
            raise ValueError("a picture's places stand at the end of its caption")

    def said(self) -> Said:
        """The caption and its places."""
        yield self.caption or self.alt, self.places


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words without quotation marks, and who said them ("" where that is not known)."""

    text: str
    who: str = ""
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        check_said(self.text, "the quotation")
        if self.who:
            check_line(self.who, "`who`")

    def said(self) -> Said:
        """The words and their places."""
        yield self.text, self.places


@dataclass(frozen=True, slots=True)
class Column:
    """One side of a comparison: a heading and bullets of one level."""

    heading: str
    bullets: tuple[Bullet, ...]

    def __post_init__(self) -> None:
        check_line(self.heading, "the heading")
        if not self.bullets:
            raise ValueError(f"the column {self.heading!r} has no bullets")
        if any(bullet.bullets for bullet in self.bullets):
            raise ValueError("the bullets of a comparison have none below them")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two things side by side."""

    left: Column
    right: Column

    def said(self) -> Said:
        """The bullets of both columns, left first."""
        yield from ((bullet.text, bullet.places) for side in (self.left, self.right) for bullet in side.bullets)


Exhibit: TypeAlias = Table | Chart | Picture | Quote | Comparison
