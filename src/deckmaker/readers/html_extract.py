"""Finds the article in a page's tree, and nothing else: the one home of trafilatura.

Measured on 87 news and blog pages with the article marked by hand (bag of 4-grams): trafilatura 2.3 in its precision
mode, without comments, has F1 0.972; balanced 0.967, recall mode 0.965.  Precision mode gives up on some short or
unusual pages, so that the others follow where it has found too little of what stands on the page.
"""

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_ENOUGH, _SHARE = 600, 0.35  # characters of an article; of the page's paragraphs that it must have, when shorter
_MODES: tuple[dict[str, bool], ...] = ({"favor_precision": True}, {}, {"favor_recall": True})
_QUIET = ("trafilatura", "htmldate", "readability", "courlan", "justext", "charset_normalizer")
_PARAGRAPH = 40  # characters


def extract(root: "HtmlElement") -> "_Element | None":
    """The article as trafilatura's elements (head, p, list, quote, table ...), or None where it finds none."""
    best, size = None, 0
    most = _prose_size(root)
    for mode in _MODES:
        found = _extracted(root, mode)
        length = len("".join(found.itertext())) if found is not None else 0
        if length > 1.5 * size:  # twice as much is worth less precision; a line more is furniture
            best, size = found, length
        if size >= min(_ENOUGH, _SHARE * most) and size > 0:
            break
    return best


def _extracted(root: "HtmlElement", mode: dict[str, bool]) -> Any:
    for name in _QUIET:  # what they log, while being imported and later, is for their makers
        logging.getLogger(name).propagate = False
    from trafilatura import bare_extraction

    options = {**mode, "include_comments": False, "include_formatting": True, "include_tables": True}
    try:
        found = bare_extraction(root, **options)  # type: ignore[arg-type]
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return None  # a library's slip on markup that nobody foresaw: the next mode, or the whole page, is read
    return getattr(found, "body", None)


def _prose_size(root: "HtmlElement") -> int:
    """How many characters stand in the page's longer paragraphs."""
    sizes = (sum(len(text.strip()) for text in element.itertext()) for element in root.iter("p"))
    return sum(size for size in sizes if size >= _PARAGRAPH)
