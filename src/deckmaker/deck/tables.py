"""Tables: widths of columns, heights of rows, and rows over several slides.  Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.deck.design import LEAST_BODY, Design, Frame, Style
from deckmaker.deck.fit import line_height, pieces, shorten, width
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import set_paragraph, style_font
from deckmaker.deck.slides import Box, Grid, Kind, Paragraph, Role
from deckmaker.outline import Table
from deckmaker.outline.exhibits import number_of

PAD_SIDE, PAD_TOP = 8.0, 5.0
_SIZES = (20.0, LEAST_BODY, 16.0, 14.0, 12.0)
"""Sizes below 18 are for tables whose columns are too many for their words."""

_AIR = 44.0
"""What a column is widened by at most when there is room, so that a small table stays together."""

_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class _Setting:
    """The sizes of a table: its letters' styles, the columns' widths and which of them hold numbers."""

    plain: Style
    bold: Style
    widths: tuple[float, ...]
    right: tuple[bool, ...]


def deal_table(table: Table, design: Design) -> list[Grid]:
    """The table slide by slide, each with the header; as few slides as hold all rows, evenly filled."""
    area = design.frames[Kind.TABLE][Role.AREA]
    setting = _set(table, area)
    header = _row(table.header, setting.bold, setting)
    rows = [_row(cells, setting.plain, setting) for cells in table.rows]
    room = area.box.height - _height(header)
    runs = _runs(rows, room)
    name = f"Table: {table.caption}"
    return [
        _grid((header, *run), setting, area.box, (name, _alt(table, len(runs), part)))
        for part, run in enumerate(runs, 1)
    ]


def _alt(table: Table, parts: int, part: int) -> str:
    tail = f", part {part} of {parts}" if parts > 1 else ""
    return f"Table of {len(table.rows)} rows and {len(table.header)} columns{tail}: {table.caption}"


def numeric(table: Table, column: int) -> bool:
    """Whether all that stands in a column are numbers."""
    cells = [row[column] for row in table.rows if row[column]]
    return bool(cells) and all(number_of(cell) is not None for cell in cells)


def _set(table: Table, area: Frame) -> _Setting:
    """The largest size in which no word of a cell is cut, and one slide holds all rows where that is possible."""
    right = tuple(numeric(table, column) for column in range(len(table.header)))
    settings = []
    for size in _SIZES:
        plain = sized(area.style(1), size)
        bold = replace(plain, bold=True)
        least, natural = _needs(table, plain, bold)
        if sum(least) <= area.box.width or size == _SIZES[-1]:
            settings.append(_Setting(plain, bold, _widths(least, natural, area.box.width), right))
            if size <= LEAST_BODY:
                break
    whole = (setting for setting in settings if _total(table, setting) <= area.box.height)
    return next(whole, settings[-1])


def _needs(table: Table, plain: Style, bold: Style) -> tuple[list[float], list[float]]:
    """For each column the width of its longest word, and of its longest cell, with the room at its sides."""
    least, natural = [], []
    for column, name in enumerate(table.header):
        cells = [(name, bold), *((row[column], plain) for row in table.rows)]
        words = (width(piece.strip(), style_font(style), style.size) for text, style in cells for piece in pieces(text))
        lines = (width(text, style_font(style), style.size) for text, style in cells)
        least.append(max(words, default=0) * 1.03 + 2 * PAD_SIDE + 1)
        natural.append(max(lines) * 1.03 + 2 * PAD_SIDE + 1)
    return least, natural


def _widths(least: Sequence[float], natural: Sequence[float], room: float) -> tuple[float, ...]:
    """Columns as wide as their longest cells and some air; else the room shared by how much more each could use."""
    spare = room - sum(natural)
    if spare >= 0:
        air = min(_AIR, spare / len(natural))
        return tuple(int(one + air) for one in natural)
    spare, more = room - sum(least), sum(natural) - sum(least)
    if spare <= 0:
        return tuple(int(one * room / sum(least)) for one in least)
    return tuple(int(low + spare * (high - low) / more) for low, high in zip(least, natural, strict=True))


def _row(cells: Sequence[str], style: Style, setting: _Setting) -> tuple[Paragraph, ...]:
    return tuple(_cell(text, style, wide) for text, wide in zip(cells, setting.widths, strict=True))


def _cell(text: str, style: Style, wide: float) -> Paragraph:
    """A cell's text, shortened when it takes more lines than a row may have."""
    if not text:
        return Paragraph("", (), style.size, 0, 0, line_height("0", style_font(style), style.size))
    room = max(8.0, wide - 2 * PAD_SIDE)
    short = shorten(text, style_font(style), style.size, (room, _MOST_LINES))
    found = set_paragraph(short, Frame(Box(0, 0, room, 1e6), (style,)), style.size, first=True)
    return replace(found, level=0)


def _height(row: Sequence[Paragraph]) -> float:
    return round(max(cell.height for cell in row) + 2 * PAD_TOP, 1)


def _total(table: Table, setting: _Setting) -> float:
    rows = [_row(table.header, setting.bold, setting), *(_row(cells, setting.plain, setting) for cells in table.rows)]
    return sum(map(_height, rows))


def _runs(rows: Sequence[tuple[Paragraph, ...]], room: float) -> list[list[tuple[Paragraph, ...]]]:
    """The rows in as few runs as the room allows, the fullest as empty as can be."""
    fewest = len(_fill(rows, room))
    low, high = 1, int(room) + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_fill(rows, middle)) <= fewest else (middle + 1, high)
    return _fill(rows, min(low, room))


def _fill(rows: Sequence[tuple[Paragraph, ...]], room: float) -> list[list[tuple[Paragraph, ...]]]:
    runs: list[list[tuple[Paragraph, ...]]] = [[]]
    taken = 0.0
    for row in rows:
        if runs[-1] and taken + _height(row) > room:
            runs.append([])
            taken = 0.0
        runs[-1].append(row)
        taken += _height(row)
    return runs


def _grid(rows: tuple[tuple[Paragraph, ...], ...], setting: _Setting, area: Box, said: tuple[str, str]) -> Grid:
    heights = tuple(map(_height, rows))
    box = Box(area.left, area.top, float(sum(setting.widths)), round(sum(heights), 1))
    return Grid(*said, box, tuple(map(float, setting.widths)), heights, rows, setting.right)
