"""Tables on a PDF page, where they are sure: cells between ruled lines, or rows of short cells under each other."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from deckmaker.document import Table
from deckmaker.readers.pdf_lines import Line, order_lines
from deckmaker.readers.pdf_page import Box, Run
from deckmaker.readers.pdf_parts import BULLET, NUMBERED

_THIN, _LONG = 2.5, 12.0
_NEAR = 3.0  # points between lines that meet
_MOST_RULES, _MOST_CELLS = 600, 2_000
_FEWEST = 2
_ROWS = 3  # without rules
_CELL_CHARACTERS = 40
_SURELY_CELLS = 3  # short pieces with wide gaps on one line: a row of a table, and no sentence
_SAME_EDGE = 6.0


def ruled_tables(runs: Sequence[Run], rules: Sequence[Box], page: int) -> tuple[list[Line], list[Run]]:
    """(the tables between ruled lines, each as a line that holds it; the runs outside of them)."""
    tables: list[Line] = []
    rest = list(runs)
    for across, down in _grids(_straight(rules)):
        box = Box(down[0], across[0], down[-1], across[-1])
        inside = [run for run in rest if _is_in(run, box)]
        rows = tuple(
            tuple(_cell(inside, Box(x1, y1, x2, y2)) for x1, x2 in pairwise(down)) for y1, y2 in pairwise(across)
        )
        told = [row for row in rows if any(row)]
        if len(told) >= _FEWEST and _columns(told) >= _FEWEST:
            rest = [run for run in rest if not _is_in(run, box)]
            size = max((run.size for run in inside), default=10.0)
            tables.append(_as_line(told, box, size, page))
    return tables, rest


def _columns(rows: Sequence[Sequence[str]]) -> int:
    return sum(any(row[place] for row in rows) for place in range(len(rows[0])))


def _as_line(rows: Sequence[tuple[str, ...]], box: Box, size: float, page: int) -> Line:
    """A table as a line that stands where the table stands; its first row is its header when it holds only words."""
    has_header = len(rows) > _FEWEST and all(cell and not cell[0].isdigit() for cell in rows[0])
    table = Table(tuple(rows[has_header:]), tuple(rows[:has_header]))
    return Line("", box.left, box.right, box.bottom, size, table=table, page=page)


def _is_in(run: Run, box: Box) -> bool:
    middle = (run.left + run.right) / 2
    return box.left <= middle <= box.right and box.top <= run.base - run.size / 3 <= box.bottom


def _cell(runs: Sequence[Run], box: Box) -> str:
    return " ".join(line.text for line in order_lines([run for run in runs if _is_in(run, box)]))


def _straight(rules: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """The horizontal and the vertical lines; the edges of a rectangle count as four."""
    across = [box for box in rules if box.height <= _THIN and box.width >= _LONG]
    down = [box for box in rules if box.width <= _THIN and box.height >= _LONG]
    for box in rules:
        if box.width > _LONG and box.height > _LONG / 2 and len(across) < _MOST_RULES:
            across += [_edge(box, box.top), _edge(box, box.bottom)]
            down += [Box(box.left, box.top, box.left, box.bottom), Box(box.right, box.top, box.right, box.bottom)]
    return across, down


def _edge(box: Box, top: float) -> Box:
    """A horizontal edge of a box at a height."""
    return Box(box.left, top, box.right, top)


def _grids(lines: tuple[list[Box], list[Box]]) -> list[tuple[list[float], list[float]]]:
    """(heights of the horizontal lines, places of the vertical ones) of each set of lines that meet."""
    across, down = lines
    if not (across and down) or len(across) + len(down) > _MOST_RULES:
        return []
    grids = []
    for group in _meeting(across, down):
        heights = _distinct([box.top for box in group if box in across])
        places = _distinct([box.left for box in group if box in down])
        if len(heights) > _FEWEST and len(places) > _FEWEST and len(heights) * len(places) <= _MOST_CELLS:
            grids.append((heights, places))
    return sorted(grids)


def _meeting(across: list[Box], down: list[Box]) -> list[list[Box]]:
    """The lines in groups of those that meet, directly or by others."""
    groups: list[list[Box]] = []
    for box in [*across, *down]:
        joined = [group for group in groups if any(_meet(box, other) for other in group)]
        groups = [group for group in groups if not any(group is found for found in joined)]
        groups.append([box, *(other for group in joined for other in group)])
    return groups


def _meet(one: Box, other: Box) -> bool:
    beside = one.left <= other.right + _NEAR and other.left <= one.right + _NEAR
    return beside and one.top <= other.bottom + _NEAR and other.top <= one.bottom + _NEAR


def _distinct(values: list[float]) -> list[float]:
    """The values in order, those that nearly agree as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _NEAR:
            result.append(value)
    return result


def with_aligned_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines, where rows of short cells below each other are tables."""
    result: list[Line] = []
    group: list[Line] = []
    for line in [*lines, None]:
        if line is not None and _is_row(line) and (not group or group[-1].page == line.page):
            group.append(line)
            continue
        result += _table_or_lines(group)
        group = [line] if line is not None and _is_row(line) else []
        result += [line] if line is not None and not group else []
    return result


def _is_row(line: Line) -> bool:
    texts = [text for _, _, text in line.cells]
    if len(texts) < _FEWEST or BULLET.match(f"{texts[0]} x") or NUMBERED.match(f"{texts[0]} x"):
        return False
    return max(map(len, texts)) <= _CELL_CHARACTERS


def _aligns(above: Line, below: Line) -> bool:
    """Whether two rows have cells under each other, at their left or right edges or in the middle."""
    if len(above.cells) != len(below.cells) or above.page != below.page:
        return False
    return all(
        min(abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[0] + a[1] - b[0] - b[1]) / 2) <= _SAME_EDGE
        for a, b in zip(above.cells, below.cells, strict=True)
    )


def _table_or_lines(group: list[Line]) -> list[Line]:
    """A table of rows whose cells stand under each other, or are too many for sentences; else the lines."""
    aligned = len(group) >= _ROWS and all(_aligns(above, below) for above, below in pairwise(group))
    many = sum(len(line.cells) >= _SURELY_CELLS for line in group)
    if not aligned and not (many and 2 * many >= len(group)):
        return group
    rows = [tuple(text for _, _, text in line.cells) for line in group]
    left, right = min(line.left for line in group), max(line.right for line in group)
    box = Box(left, group[0].base - group[0].size, right, group[-1].base)
    return [replace(_as_line(rows, box, group[0].size, group[0].page), column=group[0].column)]
