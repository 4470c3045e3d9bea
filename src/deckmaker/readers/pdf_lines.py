"""Runs of a page -> its lines in the order of reading: columns are found by the gutters between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from deckmaker.document import Table
from deckmaker.readers.pdf_glyphs import GUTTER, runs_left
from deckmaker.readers.pdf_page import Box, Run

_SAME_LINE = 0.35  # of the type's height between base lines
_RAISED = 0.8  # smaller type beside larger: a reference mark, an exponent
_BOLD = 0.75  # share of a line's characters; a bold heading may name a program in type of its own
_SPACE = 0.14  # ems between runs that part two words
_CELL_GAP = 1.1  # ems
_COLUMN_LINES = 3
_MOST_EDGES = 24
_COLUMN_CHARACTERS = 14  # a column of prose has longer lines, a column of a table shorter ones
_LABEL = 3  # characters: a bullet or a number before the text, which says nothing of its column
_NARROWEST_GUTTER = 0.7  # ems
_MOST_CROSSING = 0.6  # share of the lines that may run across a gutter
_DEEPEST = 6
_MARKS = frozenset("0123456789*†‡§¶,–-[]()abc")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text (or a whole table) as it stands on the page; column is the box of the column that it is set in.

    cells are the parts of the line where wide gaps part it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    font: str = ""
    column: Box = Box(0, 0, 0, 0)
    cells: tuple[tuple[float, float, str], ...] = ()
    table: Table | None = None
    page: int = 0


def order_lines(runs: Sequence[Run], tables: Sequence[Line] = ()) -> list[Line]:
    """The lines of a page in the order in which they are read; tables stand where they are on the page."""
    pieces = [*_pieces(runs), *tables]
    return list(_read(pieces, 0))


def _read(pieces: list[Line], depth: int) -> Iterator[Line]:
    """The lines of a region: column by column where it has any, and lines across them where they stand."""
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        yield from _column(pieces)
        return
    above: list[Line] = []
    for piece in [*sorted(pieces, key=lambda piece: piece.base), None]:
        if piece is not None and (piece.right <= gutter or piece.left >= gutter):
            above.append(piece)
            continue
        yield from _read([found for found in above if found.right <= gutter], depth + 1)
        yield from _read([found for found in above if found.left >= gutter], depth + 1)
        if piece is not None:
            yield replace(piece, column=_extent(pieces))
        above = []


def _gutter(pieces: list[Line]) -> float | None:
    """Where a gutter parts two columns of prose, or None: the one that the fewest lines cross."""
    best, chosen = _MOST_CROSSING, None
    for edge in _edges(pieces):
        gap = _NARROWEST_GUTTER * median(piece.size for piece in pieces)
        left = [piece for piece in pieces if piece.right <= edge - gap]
        right = [piece for piece in pieces if piece.left >= edge - 1]
        if not (_is_prose_column(left) and _is_prose_column(right) and _stand_beside(left, right)):
            continue
        crossing = 1 - (len(left) + len(right)) / len(pieces)
        if crossing < best:
            best, chosen = crossing, edge - gap / 2
    return chosen


def _edges(pieces: list[Line]) -> list[float]:
    """The left edges that several lines share, from left to right."""
    edges: dict[int, list[float]] = {}
    for piece in pieces:
        edges.setdefault(round(piece.left / 4), []).append(piece.left)
    shared = sorted((found for found in edges.values() if len(found) >= _COLUMN_LINES), key=len)
    return sorted(min(found) for found in shared[-_MOST_EDGES:])


def _is_prose_column(pieces: list[Line]) -> bool:
    texts = [piece.text for piece in pieces if not piece.table and len(piece.text) > _LABEL]
    return len(texts) >= _COLUMN_LINES and median(map(len, texts)) >= _COLUMN_CHARACTERS


def _stand_beside(left: list[Line], right: list[Line]) -> bool:
    """Whether two columns stand side by side for at least a few lines, not one above the other."""
    top = max(min(piece.base for piece in side) for side in (left, right))
    bottom = min(max(piece.base for piece in side) for side in (left, right))
    within = [sum(top - 1 <= piece.base <= bottom + 1 for piece in side) for side in (left, right)]
    return min(within) >= _COLUMN_LINES


def _column(pieces: list[Line]) -> Iterator[Line]:
    """The lines of one column, from top to bottom; pieces on one base line are one line."""
    extent = _extent(pieces)
    row: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: (piece.base, piece.left)):
        if row and (piece.table or row[0].table or not _on_one_line(row, piece)):
            yield replace(_joined(row), column=extent)
            row = []
        row.append(piece)
    if row:
        yield replace(_joined(row), column=extent)


def _on_one_line(row: list[Line], piece: Line) -> bool:
    return abs(piece.base - row[0].base) <= _SAME_LINE * max(piece.size, row[0].size)


def _joined(row: list[Line]) -> Line:
    """Pieces on one base line as one line, with its parts as cells."""
    if len(row) == 1:
        return row[0]
    row = sorted(row, key=lambda piece: piece.left)
    row = row[::-1] if runs_left("".join(piece.text for piece in row)) else row
    widest = max(row, key=lambda piece: len(piece.text))
    return replace(
        widest,
        text=" ".join(piece.text for piece in row),
        left=min(piece.left for piece in row),
        right=max(piece.right for piece in row),
        is_bold=sum(len(piece.text) * piece.is_bold for piece in row) > _BOLD * sum(len(piece.text) for piece in row),
        cells=_cells(row),
    )


def _cells(row: list[Line]) -> tuple[tuple[float, float, str], ...]:
    """(left, right, text) of the parts of a line that gaps part which are wider than between words."""
    cells: list[tuple[float, float, str]] = []
    for piece in row:
        if cells and abs(piece.left - cells[-1][1]) < _CELL_GAP * piece.size:
            left, _, text = cells.pop()
            cells.append((left, piece.right, f"{text} {piece.text}"))
        else:
            cells.append((piece.left, piece.right, piece.text))
    return tuple(cells)


def _extent(pieces: Sequence[Line]) -> Box:
    """The box around the pieces."""
    if not pieces:
        return Box(0, 0, 0, 0)
    lefts, rights = [piece.left for piece in pieces], [piece.right for piece in pieces]
    return Box(min(lefts), min(p.base - p.size for p in pieces), max(rights), max(p.base for p in pieces))


def _pieces(runs: Sequence[Run]) -> list[Line]:
    """Runs put together where no wide gap parts them; reference marks are taken off."""
    pieces: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (round(run.base), run.left)) if _is_scattered(runs) else runs:
        if pieces and _goes_on(pieces[-1], run):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return [line for line in map(line_of, _rejoined(pieces)) if line.text]


def _is_scattered(runs: Sequence[Run]) -> bool:
    """Whether the file sets single letters or words in any order, so that only their places tell the lines."""
    return len(runs) > 20 and median(len(run.text) for run in runs) <= 2


def _rejoined(pieces: list[list[Run]]) -> list[list[Run]]:
    """Pieces of one line put together that do not follow each other in the file."""
    result: list[list[Run]] = []
    by_end: dict[int, list[list[Run]]] = {}
    for piece in sorted(pieces, key=lambda piece: piece[0].left):
        place = round(piece[0].base / 8)
        near = [found for key in (place - 1, place, place + 1) for found in by_end.get(key, ())]
        before = next((found for found in near if _goes_on(found, piece[0])), None)
        if before is None:
            result.append(piece)
            by_end.setdefault(place, []).append(piece)
        else:
            before.extend(piece)
    return result


def _goes_on(piece: list[Run], run: Run) -> bool:
    """Whether a run stands right after a piece on its line."""
    last = piece[-1]
    em = max(last.size, run.size)
    is_level = abs(run.base - last.base) <= _SAME_LINE * em or _is_raised(piece, run)
    gap = last.left - run.right if runs_left(last.text + run.text) else run.left - last.right
    return is_level and -0.4 * em <= gap <= GUTTER * em


def _is_raised(piece: list[Run], run: Run) -> bool:
    """Whether a small run beside a larger one stands above or below its base line."""
    small, large = sorted((piece[-1], run), key=lambda found: found.size)
    return small.size <= _RAISED * large.size and abs(small.base - large.base) <= 0.6 * large.size


def line_of(runs: Sequence[Run]) -> Line:
    """Runs on one line as a line, with spaces where they stand apart and without raised reference marks."""
    full = max(runs, key=lambda run: len(run.text))
    kept = [run for run in runs if not _is_reference(run, full)]
    text, last = "", None
    for run in kept:
        gap = 0.0 if last is None else max(run.left - last.right, last.left - run.right)
        text += " " + run.text if text and gap > _SPACE * full.size else run.text
        last = run
    left, base = min(run.left for run in runs), full.base
    return Line(
        font=full.font,
        text=text.strip(),
        left=left,
        right=max(run.right for run in runs),
        base=base,
        size=full.size,
        is_bold=sum(len(run.text) * run.is_bold for run in kept) > _BOLD * sum(len(run.text) for run in kept),
    )


def _is_reference(run: Run, full: Run) -> bool:
    """Whether a run is a mark that points to a note: small, raised, figures or signs only."""
    is_small = run.size <= _RAISED * full.size and run.base < full.base - 0.15 * full.size
    return is_small and set(run.text.replace(" ", "")) <= _MARKS
