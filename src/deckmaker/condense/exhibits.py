"""The article's tables that are fit to be shown: each goes to the section of the paragraphs around it.

Few and clean rather than all: one header row that names the columns, rows of its length, short cells, numbers in at
least one column.  A table that is only numbers of one kind, and no total, becomes a chart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckmaker.document import Block, BlockKind, Document, Place
from deckmaker.outline import Chart, Section, Table
from deckmaker.outline.exhibits import number_of

MOST = 3
"""So many tables are carried over, the first ones of the article."""

_ROWS = (2, 20)
_COLUMNS = (2, 6)
_CELL = 60
_EMPTY = 0.2
"""The part of the cells that may be empty."""

_CHART_ROWS = (3, 12)
_CHART_SERIES = 3
_RANGE = 50.0
"""Series whose middles differ by more than this factor do not stand in one chart."""

_TOTAL = re.compile(r"(?:grand )?(?:totals?|sum|all|overall|average|mean|other)\b", re.IGNORECASE)
_UNIT = re.compile(r"[\d.,\s'−+-]")


def with_exhibits(sections: Sequence[Section], document: Document) -> tuple[Section, ...]:
    """The sections with the article's clean tables, each in the section whose bullets come from nearest to it."""
    found = list(sections)
    for number, table in list(_tables(document))[:MOST]:
        home = min(range(len(found)), key=lambda index: (_distance(sections[index], number), index))
        found[home] = replace(found[home], exhibits=(*found[home].exhibits, _drawn(table)))
    return tuple(found)


def _distance(section: Section, number: int) -> int:
    """How many blocks lie between a table and the nearest one that the section's bullets come from."""
    blocks = [place.block for bullet in section.bullets for place in bullet.places]
    return min((abs(number - block) for block in blocks), default=10**9)


def _tables(document: Document) -> Iterator[tuple[int, Table]]:
    """Each clean table with the number of its block."""
    heading = ""
    for number, block in enumerate(document.blocks, 1):
        if block.kind is BlockKind.HEADING:
            heading = document.block_text(number)
        table = _clean(block, number, heading)
        if table:
            yield number, table


def _clean(block: Block, number: int, heading: str) -> Table | None:
    """The block's table, if it is fit to be shown; without a caption it takes the heading above it."""
    table = block.table
    if table is None or len(table.header) != 1:
        return None
    header, rows = table.header[0], table.rows
    caption = (table.caption or heading).strip()
    places = (Place(number, 1),) if block.sentences else ()
    cells = [cell for row in rows for cell in row]
    sized = _ROWS[0] <= len(rows) <= _ROWS[1] and _COLUMNS[0] <= len(header) <= _COLUMNS[1]
    if not sized or not caption or any(len(row) != len(header) for row in rows):
        return None
    if cells.count("") > _EMPTY * len(cells) or max(map(len, (*cells, *header))) > _CELL:
        return None
    if not any(_is_numeric([row[column] for row in rows]) for column in range(1, len(header))):
        return None
    try:
        return Table(caption, header, rows, places)
    except ValueError:  # a cell or the caption is not a clean line, or a column has no name
        return None


def _is_numeric(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell]
    return bool(said) and all(number_of(cell) is not None for cell in said)


def _drawn(table: Table) -> Table | Chart:
    """The table as a chart, when each of its numbers can be drawn beside the others."""
    columns = list(zip(*table.rows, strict=True))
    names, series = columns[0], columns[1:]
    fits = _CHART_ROWS[0] <= len(names) <= _CHART_ROWS[1] and len(series) <= _CHART_SERIES
    if not fits or len(set(names)) < len(names) or not all(names) or any(_TOTAL.match(name) for name in names):
        return table
    if not all(all(column) and _is_numeric(column) for column in series) or not _is_one_kind(series):
        return table
    return Chart(table.caption, table.header, table.rows, table.places)


def _is_one_kind(series: Sequence[Sequence[str]]) -> bool:
    """Whether all numbers have one unit and no series dwarfs another."""
    units = {_UNIT.sub("", cell) for column in series for cell in column}
    middles = [sorted(abs(number_of(cell) or 0) for cell in column)[len(column) // 2] for column in series]
    return len(units) == 1 and max(middles) <= _RANGE * max(min(middles), 1e-9)
