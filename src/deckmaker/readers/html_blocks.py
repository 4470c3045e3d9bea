"""An extracted article's elements -> pieces: one for each heading, paragraph, list item, quote, table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker.document import BlockKind, Table
from deckmaker.readers.characters import clean, tidy
from deckmaker.readers.html_tree import flat
from deckmaker.readers.prose import is_finished

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_LEVEL = re.compile(r"#?h([1-6])")
_BULLET = re.compile(r"^\s*(?:[•·▪■●◦‣⁃∙*]|[–—-](?=\s))\s*(?=\S)")
_SHORT_LINK = re.compile(r"(?:\s*(?:https?://t\.co/\w+|pic\.twitter\.com/\w+))+$")
_ALL_BOLD = re.compile(r"\s*(?:\x01[^\x01\x02]*\x02[\s:]*)+")
_SHORT_LINE = 60  # characters; a line break beside such lines parts them, in a paragraph it is but a break
_LEAVES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("p", "td", "div", "section", "article", "main", "center", "font", "pre"), BlockKind.PARAGRAPH),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.ITEM),
    "blockquote": BlockKind.QUOTE,
}
_FRAME = ("nav", "footer", "header", "aside", "form", "figure")
_BLOCKS = frozenset("p quote list table head item row cell div section article main header body ul ol li".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A block to be: kind None where only its words can tell a heading from a paragraph (a line all in bold)."""

    text: str
    kind: BlockKind | None = BlockKind.PARAGRAPH
    level: int = 0
    table: Table | None = None


def pieces(body: "_Element") -> list[Piece]:
    """The pieces of an extracted body, in reading order, none of them empty."""
    return [piece for piece in _flow(body, BlockKind.PARAGRAPH) if piece.text]


def visible_pieces(root: "HtmlElement") -> list[Piece]:
    """The pieces of everything that a page shows, for pages in which no article is found."""
    body = root.find("body")
    found: list[Piece] = []
    for element in body.iter(*_LEAVES) if body is not None else ():
        if next(element.iterancestors(*_FRAME), None) is None and next(element.iterdescendants(*_LEAVES), None) is None:
            heading = re.fullmatch(r"h([1-6])", element.tag)
            kind = BlockKind.HEADING if heading else _LEAVES[element.tag]
            level = int(heading[1]) if heading else int(kind is BlockKind.ITEM)
            found.append(Piece(tidy(flat(element)), kind, level))
    if not found and body is not None:
        found = list(_of_text("\x00".join(body.itertext()), BlockKind.PARAGRAPH))
    return [piece for piece in found if piece.text]


def _flow(element: "_Element", kind: BlockKind | None) -> Iterator[Piece]:
    """The pieces of an element that holds running text and blocks, in any mixture."""
    run = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            yield from _of_text(run, kind)
            yield from _pieces(child)
            run = child.tail or ""
        else:
            run += _inline(child) + (child.tail or "")
    yield from _of_text(run, kind)


def _pieces(element: "_Element", level: int = 1) -> Iterator[Piece]:
    """The pieces of one element; level is a list's."""
    if element.tag == "head":
        match = _LEVEL.fullmatch(element.get("rend") or "")
        yield Piece(_line(_text(element)), BlockKind.HEADING, int(match[1]) if match else 2)
    elif element.tag == "list":
        for item in element:
            yield from _item(item, level)
    elif element.tag == "quote":
        yield from _quote(element)
    elif element.tag == "table":
        yield from _table(element)
    elif element.tag not in ("graphic", "code"):
        yield from _flow(element, BlockKind.PARAGRAPH)


def _item(item: "_Element", level: int) -> Iterator[Piece]:
    """A list's item and the lists inside it; what a definition list explains stands a level below its term."""
    own = " ".join(_parts(_text(item)))
    deeper = level + (item.get("rend") or "").startswith("dd")
    bullet = _BULLET.match(own)
    yield Piece(own[bullet.end() :] if bullet else own, BlockKind.ITEM, deeper)
    for child in item.iterdescendants("list", "table"):
        if next(child.iterancestors("item"), None) is item:
            yield from _pieces(child, deeper + 1)


def _quote(element: "_Element") -> Iterator[Piece]:
    """A quote, a piece for each of its paragraphs."""
    blocks = [child for child in element if child.tag in _BLOCKS]
    own = element.text or "" if blocks else _text(element)
    yield from (Piece(_SHORT_LINK.sub("", part), BlockKind.QUOTE) for part in _parts(own))
    for child in blocks:
        for piece in _pieces(child):
            listed = piece.kind in (BlockKind.ITEM, BlockKind.TABLE)
            yield piece if listed else Piece(_SHORT_LINK.sub("", piece.text), BlockKind.QUOTE)


def _table(element: "_Element") -> Iterator[Piece]:
    """A table; one of a single column or row is a layout, and its cells are paragraphs."""
    rows: list[tuple[str, ...]] = []
    header: list[tuple[str, ...]] = []
    for row in element.iter("row"):
        cells = tuple(_line(_text(cell, deep=True)) for cell in row.iter("cell"))
        heads = [cell.get("role") == "head" for cell in row.iter("cell")]
        if any(cells):
            (header if heads and all(heads) and not rows else rows).append(cells)
    width = max((sum(map(bool, row)) for row in [*header, *rows]), default=0)
    if width < 2 or len(rows) + len(header) < 2:
        for cell in element.iter("cell"):
            yield from _flow(cell, BlockKind.PARAGRAPH)
        return
    table = Table(tuple(rows), tuple(header))
    yield Piece("\n".join(table.lines()), BlockKind.TABLE, 0, table)


def _of_text(text: str, kind: BlockKind | None) -> Iterator[Piece]:
    """Running text as paragraphs; a line that begins with a bullet is an item, one all in bold may be a heading."""
    bold = {_line(part) for part in text.split("\x00") if _ALL_BOLD.fullmatch(part)}
    for part in _parts(text):
        bullet = _BULLET.match(part)
        yield Piece(part[bullet.end() :], BlockKind.ITEM, 1) if bullet else Piece(part, None if part in bold else kind)


def _inline(element: "_Element") -> str:
    r"""The text of an element inside a line; \x00 for a line break, bold between \x01 and \x02, till it is cleaned."""
    if element.tag == "lb":
        return "\x00" + (element.text or "")
    text = _text(element, deep=True)
    return f"\x01{text}\x02" if element.tag == "hi" and element.get("rend") == "#b" else text


def _text(element: "_Element", *, deep: bool = False) -> str:
    r"""The element's own text, without that of the lists and tables inside it unless deep; line breaks as \x00."""
    found = [element.text or ""]
    for child in element:
        if child.tag not in _BLOCKS:
            found.append(_inline(child))
        elif deep or child.tag in ("p", "div"):
            found.append(" " + _text(child, deep=deep) + " ")
        found.append(child.tail or "")
    return "".join(found)


def _parts(text: str) -> list[str]:
    """The paragraphs that line breaks make: after a finished sentence, between short lines, and at an empty line."""
    lines = [_line(part) for part in text.split("\x00")]
    found: list[str] = []
    for index, part in enumerate(lines):
        after_gap = index == 0 or not lines[index - 1]
        if part and (after_gap or not found or _breaks(found[-1], part)):
            found.append(part)
        elif part:
            found[-1] = f"{found[-1]} {part}"
    return found


def _breaks(before: str, after: str) -> bool:
    if is_finished(before) or _BULLET.match(after):
        return True
    return len(before) < _SHORT_LINE and not after[0].islower() and not before.endswith(",")


def _line(text: str) -> str:
    return tidy(" ".join(clean(text).split()))
