"""Word tables -> Table values; a table that only arranges text on the page is none."""

import re
from collections.abc import Iterator

from deckmaker.document import Table
from deckmaker.readers.prose import is_prose
from deckmaker.readers.safe_xml import Element
from deckmaker.readers.stated import plain
from deckmaker.readers.word_text import W, is_on, text_of, value_of

_FIRST_ROW = 0x0020
_WIDEST_SPAN = 60
_LONG_CELL = 3  # paragraphs of prose; a cell with so many holds a piece of the article
_FIGURES = re.compile(r"[\d\s.,:%€$£+()/–-]*")


def table_of(table: Element) -> Table:
    """The table's cells; deleted rows are left out, and merged cells are empty but the first."""
    rows = [(row, tuple(_cells(row))) for row in _rows(table)]
    told = [(row, cells) for row, cells in rows if any(cells)]
    marked = 0
    while marked < len(told) - 1 and is_on(told[marked][0].find(f"{W}trPr"), "tblHeader"):
        marked += 1
    if not marked and len(told) > 1 and _has_header(table, told[0][1]):
        marked = 1
    cells = tuple(cells for _, cells in told)
    return Table(cells[marked:], cells[:marked])


def arranges(table: Element) -> bool:
    """Whether the table only arranges text: it has one column, or cells with several paragraphs of prose."""
    rows = list(_rows(table))
    if all(len(list(_direct(row, "tc"))) <= 1 for row in rows):
        return True
    cells = (cell for row in rows for cell in _direct(row, "tc"))
    return any(sum(is_prose(plain(text_of(p))) for p in _direct(cell, "p")) >= _LONG_CELL for cell in cells)


def _rows(table: Element) -> Iterator[Element]:
    for row in _direct(table, "tr"):
        properties = row.find(f"{W}trPr")
        if properties is None or properties.find(f"{W}del") is None:
            yield row


def _cells(row: Element) -> Iterator[str]:
    """The cells of a row; a row that begins late or spans columns has empty ones."""
    yield from [""] * _span(value_of(row.find(f"{W}trPr"), "gridBefore"))
    for cell in _direct(row, "tc"):
        properties = cell.find(f"{W}tcPr")
        merge = None if properties is None else properties.find(f"{W}vMerge")
        goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        words = (plain(text_of(paragraph)) for paragraph in cell.iter(f"{W}p"))
        yield "" if goes_on else " ".join(filter(None, words))
        yield from [""] * (_span(value_of(properties, "gridSpan")) - 1)


def _span(text: str) -> int:
    """How many columns, as the file says it; 0 where it does not."""
    return min(int(text), _WIDEST_SPAN) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _direct(parent: Element, tag: str) -> Iterator[Element]:
    """The children of a kind, also inside content controls and insertions."""
    for child in parent:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _direct(child, tag)


def _has_header(table: Element, first: tuple[str, ...]) -> bool:
    """Whether the first row is a header although it is not marked: its style's, all words and no figures."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None or len(first) < 2:
        return False
    bits = look.get(f"{W}val", "0")
    styled = look.get(f"{W}firstRow") == "1" or (bits.isalnum() and int(bits, 16) & _FIRST_ROW > 0)
    return styled and not any(_FIGURES.fullmatch(cell) for cell in first)
