"""The tables of a page as values: header rows, spans and caption as the page marks them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckmaker.document import Table
from deckmaker.readers.characters import tidy
from deckmaker.readers.html_tree import flat
from deckmaker.readers.limits import MAX_CELLS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WIDEST = 60  # columns that a cell may span
_WORD = re.compile(r"\w+")


def page_tables(root: "HtmlElement") -> dict[str, Table]:
    """The page's tables by the letters in them, without those that hold other tables; at most MAX_CELLS cells."""
    found: dict[str, Table] = {}
    left = MAX_CELLS
    for element in root.iter("table"):
        if next(element.iterdescendants("table"), None) is not None:
            continue
        left -= sum(1 for _ in element.iter("td", "th"))
        if left < 0:
            break
        table = _table(element)
        found.setdefault(letters(" ".join(flat(row) for row in _rows(element))), table)
        found.setdefault(letters(flat(element)), table)
    return found


def letters(text: str) -> str:
    """The letters and digits of a text, by which a table is known again."""
    return "".join(_WORD.findall(text.casefold()))


def _rows(table: "HtmlElement") -> Iterator["HtmlElement"]:
    yield from table.iter("tr")


def _table(element: "HtmlElement") -> Table:
    rows: list[tuple[str, ...]] = []
    header: list[tuple[str, ...]] = []
    open_spans: dict[int, int] = {}
    for row in _rows(element):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        texts = _spread(cells, open_spans)
        if not any(texts):
            continue
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        is_head = in_head or (bool(cells) and all(cell.tag == "th" for cell in cells))
        (header if is_head and not rows else rows).append(texts)
    return Table(tuple(rows), tuple(header), _caption(element))


def _spread(cells: list["HtmlElement"], open_spans: dict[int, int]) -> tuple[str, ...]:
    """The texts of a row's cells in their columns; a cell that spans several is in the first, the others are empty."""
    texts: list[str] = []
    for cell in cells:
        while open_spans.get(len(texts), 0):
            open_spans[len(texts)] -= 1
            texts.append("")
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        for column in range(len(texts), len(texts) + width):
            open_spans[column] = height - 1
        texts += [tidy(flat(cell)), *[""] * (width - 1)]
    for column in range(len(texts), max(open_spans, default=-1) + 1):
        if open_spans.get(column, 0):
            open_spans[column] -= 1
            texts += [""] * (column + 1 - len(texts))
    return tuple(texts)


def _span(cell: "HtmlElement", name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() and len(value) < 5 else 1


def _caption(element: "HtmlElement") -> str:
    """The table's caption, or that of the figure around it."""
    for caption in element.iter("caption"):
        return tidy(flat(caption))
    for figure in element.iterancestors("figure"):
        for caption in figure.iter("figcaption"):
            return tidy(flat(caption))
    return ""
