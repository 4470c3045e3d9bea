"""Tables on paper: columns as wide as they need, cells of broken lines, the header again on every page.

The header's cells are read once; where it is drawn again it is an artifact.  A row stays whole unless it is taller
than a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from deckmaker.memo.bidi import runs_from_right
from deckmaker.memo.canvas import MemoCanvas
from deckmaker.memo.hyphens import hyphenator
from deckmaker.memo.lines import Ink, Line, Run, bare, break_lines, longest
from deckmaker.memo.looks import INK, RULE, Look, Looks
from deckmaker.memo.parts import Grid, Spans
from deckmaker.memo.setting import set_cell
from deckmaker.memo.shaping import advances, measure
from deckmaker.memo.structure import Structure, header_cell
from deckmaker.memo.tags import Element

_GAP, _AIR = 16.0, 2.6
"""Between columns; above and below the text of a row."""
_LEAST_ROWS = 2
"""So many rows stand below a header, and on the last page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The runs of a cell, its element, and whether it stands at the right of its column."""

    runs: Sequence[Run]
    element: Element
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Sheetful:
    """A table ready to be laid out: caption, header and rows as cells, in a look, hyphenated or not."""

    caption: Cell | None
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    look: Look
    language: str
    even: bool

    @property
    def from_right(self) -> bool:
        """Whether its columns run from the right."""
        return runs_from_right(self.language)


def set_table(grid: Grid, look: Look, looks: Looks, structure: Structure) -> Sheetful:
    """The table's texts as runs, tied to its elements: Table, Caption, TR, TH, TD."""
    table, language = structure.table(), structure.language

    def cell(spans: Spans, ink: Ink, element: Element, column: int = -1) -> Cell:
        numeric = column >= 0 and grid.numeric[column]
        return Cell(set_cell(spans, replace(ink, tabular=numeric), looks, language), element, numeric)

    caption = cell(grid.caption, look.label, table.child("Caption")) if grid.caption else None
    head = table.child("TR")
    header = tuple(cell(spans, look.label, header_cell(head, "Column"), at) for at, spans in enumerate(grid.header))
    rows = []
    for row in grid.rows:
        line = table.child("TR")
        elements = [header_cell(line, "Row") if grid.named and not at else line.child("TD") for at in range(len(row))]
        rows.append(tuple(cell(spans, look.ink, elements[at], at) for at, spans in enumerate(row)))
    return Sheetful(caption, header, tuple(rows), look, language, grid.even)


Laid = tuple[tuple[Line, ...], ...]
"""A row as it is laid out: the lines of each of its cells."""


class TableBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A table on the page, or what of it stands on one."""

    def __init__(self, table: Sheetful, laid: "_Layout | None" = None, *, first: bool = True) -> None:
        super().__init__()
        self.table, self._laid, self._first = table, laid, first
        self.spaceBefore = table.look.before if first else 0
        self.spaceAfter, self.keepWithNext = table.look.after, int(table.look.keep)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """The width and height it takes of the width there is."""
        self._laid = self._laid or _lay_out(self.table, aW - self.table.look.indent)
        top = self._laid.caption if self._first else ()
        self.width, self.height = aW, (len(top) * self.table.look.leading + (4 if top else 0)) + self._heights()
        return self.width, self.height

    def _heights(self) -> float:
        laid = self._layout()
        return self._height(laid.header) + sum(self._height(row) for _, row in laid.rows)

    def _layout(self) -> "_Layout":
        if self._laid is None:
            raise RuntimeError("a table is measured before it is cut or drawn")
        return self._laid

    def _height(self, row: Laid) -> float:
        return max((len(lines) for lines in row), default=1) * self.table.look.leading + 2 * _AIR

    def split(self, aW: float, aH: float) -> list["TableBlock"]:  # noqa: N803 - reportlab's names
        """Two tables, the first of which fits the height; none when too few rows would stand on either side."""
        self.wrap(aW, aH)
        laid = self._layout()
        room = aH - (self.height - sum(self._height(row) for _, row in laid.rows))
        fits = 0
        for _, row in laid.rows:
            room -= self._height(row)
            if room < 0:
                break
            fits += 1
        left = len(laid.rows) - fits
        fits -= max(min(_LEAST_ROWS - left, fits - _LEAST_ROWS), 0) if left else 0
        if fits < _LEAST_ROWS:
            return self._cut_row(aH) if fits == 0 else []
        return self._parted(laid.rows[:fits], laid.rows[fits:])

    def _cut_row(self, height: float) -> list["TableBlock"]:
        """The first row cut between its lines, when no page could hold it whole; else nothing."""
        laid, leading = self._layout(), self.table.look.leading
        number, row = laid.rows[0]
        room = height - (self.height - sum(self._height(one) for _, one in laid.rows)) - 2 * _AIR
        lines, fits = max(len(cell) for cell in row), int(room / leading)
        if fits < _LEAST_ROWS or lines * leading < self.table.look.leading * _TALL:
            return []
        upper, lower = tuple(cell[:fits] for cell in row), tuple(cell[fits:] for cell in row)
        return self._parted(((number, upper),), ((number, lower), *laid.rows[1:]))

    def _parted(self, upper: "_Rows", lower: "_Rows") -> list["TableBlock"]:
        laid = self._layout()
        first = TableBlock(self.table, replace(laid, rows=upper), first=self._first)
        rest = TableBlock(self.table, replace(laid, rows=lower), first=False)
        first.spaceAfter = first.keepWithNext = 0
        return [first, rest]

    def draw(self) -> None:
        """Draw it with its lower left corner at the origin."""
        canvas, laid, top = self.canv, self._layout(), self.height
        table, (left, right) = self.table, self._sides()
        if self._first and table.caption:
            self._write(table.caption.element, laid.caption, top)
            top -= len(laid.caption) * table.look.leading + 4
        _rule(canvas, left, right, top, 0.8, INK)
        self._row(laid.header, table.header, top, read=self._first)
        top -= self._height(laid.header)
        _rule(canvas, left, right, top, 0.6, INK)
        for index, (number, row) in enumerate(laid.rows):
            if index:
                _rule(canvas, left, right, top, 0.3, RULE)
            self._row(row, table.rows[number], top, read=True)
            top -= self._height(row)
        _rule(canvas, left, right, top, 0.8, INK)

    def _row(self, row: Laid, cells: Sequence[Cell], top: float, *, read: bool) -> None:
        """Write a row's cells; what is not to be read again is an artifact."""
        canvas: MemoCanvas = self.canv
        lefts = self._lefts()
        for cell, lines, left, width in zip(cells, row, lefts, self._layout().widths, strict=True):
            at_right = cell.at_right or self.table.from_right
            placed = [
                (line, left + (width - measure(bare(line)) if at_right else 0), self._baseline(top - _AIR, at))
                for at, line in enumerate(lines)
            ]
            if placed and read:
                canvas.write_lines(placed, cell.element)
            elif placed:
                with canvas.artifact():
                    canvas.write_lines(placed, None)

    def _sides(self) -> tuple[float, float]:
        """Where the table's left and right edges are."""
        widths, indent = self._layout().widths, self.table.look.indent
        whole = sum(widths) + _GAP * (len(widths) - 1)
        return (self.width - indent - whole, self.width - indent) if self.table.from_right else (indent, indent + whole)

    def _lefts(self) -> Iterator[float]:
        """Where each column begins at its left."""
        left, right = self._sides()
        for width in self._layout().widths:
            yield right - width if self.table.from_right else left
            left, right = left + width + _GAP, right - width - _GAP

    def _write(self, element: Element, lines: Sequence[Line], top: float) -> None:
        """Write the caption's lines."""
        left, right = self._sides()
        begins = [right - measure(bare(line)) if self.table.from_right else left for line in lines]
        placed = [(line, begins[number], self._baseline(top, number)) for number, line in enumerate(lines)]
        self.canv.write_lines(placed, element)

    def _baseline(self, top: float, number: int) -> float:
        look = self.table.look
        return float(top - (number + 0.5) * look.leading - 0.335 * look.ink.size)


_Rows = tuple[tuple[int, Laid], ...]
_TALL = 30
"""A row of more lines may be cut over pages."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table's columns, and its caption, header and rows (with their numbers) broken to them."""

    widths: tuple[float, ...]
    caption: tuple[Line, ...]
    header: Laid
    rows: _Rows


def _lay_out(table: Sheetful, width: float) -> _Layout:
    count = len(table.header)
    even = ((width - _GAP * (count - 1)) / count,) * count
    widths = even if table.even else _widths([table.header, *table.rows], width)
    hyphenate = hyphenator(table.language)

    def laid(row: Sequence[Cell]) -> Laid:
        """The lines of each cell of a row, broken to its column."""
        return tuple(
            break_lines(cell.runs, column + 1e-6, advances, None if cell.at_right else hyphenate)
            for cell, column in zip(row, widths, strict=True)
        )

    caption = break_lines(table.caption.runs, width, advances) if table.caption else ()
    return _Layout(widths, caption, laid(table.header), tuple((at, laid(row)) for at, row in enumerate(table.rows)))


def _widths(rows: Sequence[Sequence[Cell]], room: float) -> tuple[float, ...]:
    """The columns' widths: what each asks for, or where that is too much, its longest word and a fair share."""
    columns = [[cell.runs for cell in column] for column in zip(*rows, strict=True)]
    room -= _GAP * (len(columns) - 1)
    wanted = [max(measure(tuple(runs)) for runs in column) for column in columns]
    if sum(wanted) <= room:
        return tuple(wanted)
    least = [min(max(longest(runs, advances) for runs in column), room * 0.4) for column in columns]
    if sum(least) >= room:
        return tuple(part * room / sum(least) for part in least)
    spare = [(want - need) for want, need in zip(wanted, least, strict=True)]
    shares = [gap**0.5 for gap in spare]
    return _fair(wanted, least, shares, room)


def _fair(wanted: Sequence[float], least: Sequence[float], shares: Sequence[float], room: float) -> tuple[float, ...]:
    """Columns from their least widths up, by shares, none wider than it asks for."""
    widths = [*least]
    for _ in wanted:
        open_ = [at for at, width in enumerate(widths) if width < wanted[at] - 1e-6]
        left = room - sum(widths)
        if left <= 1e-6 or not open_:
            break
        whole = sum(shares[at] for at in open_)
        for at in open_:
            widths[at] = min(wanted[at], widths[at] + left * shares[at] / whole)
    return tuple(widths)


def _rule(canvas: MemoCanvas, left: float, right: float, y: float, thickness: float, colour: str) -> None:
    with canvas.artifact():
        canvas.rule(left, right, y, thickness, colour)
