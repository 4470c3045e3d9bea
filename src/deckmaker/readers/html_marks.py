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

_LINK = 0.8
_LONGEST = 5_000  # characters of a line
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEAVES = ("p", "li", "dd", "dt", "blockquote", "div", "td", *_HEADINGS)
_LISTS = ("ul", "ol", "dl")


def as_marked(root: "HtmlElement", pieces: Sequence[Piece], shares: dict[str, float]) -> list[Piece]:
    """The pieces with the kinds that the page marks them with, and the headings that stand between them on the page.

    shares says of each short text how much of it is links: headings that are links head other articles.
    """
    marks = list(_marks(root))
    kinds = {key: mark for key, mark in marks if mark.kind is not BlockKind.PARAGRAPH}
    result = [_marked(piece, kinds.get(letters(piece.text))) for piece in pieces]
    places = {letters(piece.text): index for index, piece in reversed(list(enumerate(result)))}
    missing = [
        (places[below], heading)
        for heading, above, below in _between(marks)
        if _stands_between(places, above, below) and not heads_links(heading.text)
        if letters(heading.text) not in places and shares.get(letters(heading.text), 0.0) < _LINK
    ]
    for place, heading in sorted(missing, key=lambda one: one[0], reverse=True):
        result.insert(place, heading)
    return result


def _stands_between(places: dict[str, int], above: str, below: str) -> bool:
    """Whether the lines above and below are the article's, in this order; or the one below is its first."""
    if above in places:
        return places.get(below, -1) > places[above]
    return places.get(below, -1) == 0


def _marks(root: "HtmlElement") -> Iterator[tuple[str, Piece]]:
    """The page's lines in order, each by its letters and as a piece of the marked kind."""
    body = root.find("body")
    for element in body.iter(*_LEAVES) if body is not None else ():
        if element.tag == "div" and len(element) and next(element.iterdescendants(*_LEAVES), None) is not None:
            continue
        if 0 < text_size(element, _LONGEST) <= _LONGEST:
            text = flat(element)
            yield letters(text), _piece(element, text)


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


def _between(marks: Sequence[tuple[str, Piece]]) -> Iterator[tuple[Piece, str, str]]:
    """Each heading of the page with the letters of the nearest other lines above and below it."""
    above = ""
    for index, (key, piece) in enumerate(marks):
        if piece.kind is not BlockKind.HEADING:
            above = key
            continue
        below = next((other for other, one in marks[index + 1 : index + 4] if one.kind is not BlockKind.HEADING), "")
        yield piece, above, below
