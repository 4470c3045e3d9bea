"""What a page's own elements say of an extracted article's lines: extractors lose headings, lists and quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deckmaker.document import BlockKind
from deckmaker.readers.furniture import heads_links
from deckmaker.readers.html_blocks import Piece
from deckmaker.readers.html_tables import letters
from deckmaker.readers.html_tree import flat, text_size

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINK, _REACH = 0.8, 12  # share of a heading in links; lines above and below it that are looked at
_LONGEST = 5_000  # characters of a line
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEAVES = ("p", "li", "dd", "dt", "blockquote", "div", "td", *_HEADINGS)
_LISTS = ("ul", "ol", "dl")


def as_marked(root: "HtmlElement", pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the kinds that the page marks them with, and the headings that stand between them on the page.

    Headings that are links, and those over lists of links, head other articles.
    """
    marks = list(_marks(root))
    kinds = {key: mark for key, mark in marks if mark.kind is not BlockKind.PARAGRAPH}
    result = [_marked(piece, kinds.get(letters(piece.text))) for piece in pieces]
    places = {letters(piece.text): index for index, piece in reversed(list(enumerate(result)))}
    missing = [
        (place, mark)
        for index, (key, mark) in enumerate(marks)
        if _is_heading(mark) and key not in places and not heads_links(mark.text)
        if (place := _place(marks, index, places)) is not None
    ]
    for place, heading in sorted(missing, key=lambda one: one[0], reverse=True):
        result.insert(place, heading)
    return result


def _place(marks: Sequence[tuple[str, Piece]], index: int, places: dict[str, int]) -> int | None:
    """The place of the piece that a heading stands over, or None where it does not stand in the article.

    The next line below it that is no heading is the article's, and so is one not far above it; or it heads the first.
    """
    below = next((places.get(key, -1) for key, mark in marks[index + 1 : index + _REACH] if not _is_heading(mark)), -1)
    above = [places[key] for key, _ in marks[max(0, index - _REACH) : index] if key in places]
    return below if below == 0 or (below > 0 and above and min(above) < below) else None


def _is_heading(mark: Piece) -> bool:
    return mark.kind is BlockKind.HEADING


def _marks(root: "HtmlElement") -> Iterator[tuple[str, Piece]]:
    """The page's lines in order, each by its letters and as a piece of the marked kind."""
    body = root.find("body")
    for element in body.iter(*_LEAVES) if body is not None else ():
        if element.tag == "div" and len(element) and next(element.iterdescendants(*_LEAVES), None) is not None:
            continue
        if 0 < text_size(element, _LONGEST) <= _LONGEST:
            text = flat(element)
            if element.tag not in _HEADINGS or not _is_link(element):
                yield letters(text), _piece(element, text)


def _is_link(element: "HtmlElement") -> bool:
    size = text_size(element, _LONGEST)
    return sum(text_size(link, _LONGEST) for link in element.iter("a")) >= _LINK * size


def _piece(element: "HtmlElement", text: str) -> Piece:
    if element.tag in _HEADINGS:
        return Piece(text, BlockKind.HEADING, _HEADINGS[element.tag])
    if element.tag in ("li", "dd", "dt"):
        level = sum(1 for _ in element.iterancestors(*_LISTS)) + (element.tag == "dd")
        return Piece(text, BlockKind.ITEM, max(level, 1))
    quoted = element.tag == "blockquote" or next(element.iterancestors("blockquote"), None) is not None
    return Piece(text, BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH)


def _marked(piece: Piece, mark: Piece | None) -> Piece:
    """A plain piece as its mark says; what the extractor already told apart stays."""
    if mark is None or piece.table or piece.kind not in (None, BlockKind.PARAGRAPH):
        return piece
    return replace(piece, kind=mark.kind, level=mark.level)
