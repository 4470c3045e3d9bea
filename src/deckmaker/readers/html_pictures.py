"""The pictures that are written into a page: their bytes, caption, alt text and size, and where they stand."""

import binascii
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckmaker.document import Picture
from deckmaker.readers.characters import tidy
from deckmaker.readers.html_tables import letters
from deckmaker.readers.html_tree import Page, flat, line, text_size
from deckmaker.readers.pictures import measure_picture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_PICTURE_PIXELS = 60_000_000
"""The largest picture that is kept, in pixels; a camera's has 50 million."""

_SMALLEST, _MOST = 60, 20  # pixels of either side: smaller are icons; pictures of one page
_URI = re.compile(r"data:(image/[\w.+-]+);base64,(.*)", re.DOTALL)
_TEXT_TAGS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote td dd dt".split())
_ASIDE = frozenset("nav footer aside header form".split())
_LONGEST_TEXT, _LONGEST_BLOCK = 1_000, 10_000


def page_pictures(page: Page, known: set[str]) -> Iterator[tuple[str, Picture]]:
    """Each picture in the page's file with the letters of the article's text before it ("" for none).

    known are the letters of the article's blocks: what stands in the page's frame has none of them around it.
    """
    before, count = "", 0
    after = _last_known(page.root, known)
    for number, element in enumerate(page.root.iter()):
        if number > after or count == _MOST:
            return
        if element.tag in _TEXT_TAGS:
            own = _letters(element)
            before = own if own in known else before
        elif element.tag == "img" and not any(parent.tag in _ASIDE for parent in element.iterancestors()):
            picture = _picture(element, page.pictures)
            if picture is not None:
                count += 1
                yield before, picture


def _last_known(root: "HtmlElement", known: set[str]) -> int:
    """The number of the last element that is a block of the article: no picture below it is the article's."""
    last = -1
    for number, element in enumerate(root.iter()):
        if element.tag in _TEXT_TAGS and _letters(element) in known:
            last = number
    return last


def _letters(element: "HtmlElement") -> str:
    """The letters of a text block; "" for what is longer than any paragraph."""
    return letters(flat(element)) if text_size(element, _LONGEST_BLOCK) <= _LONGEST_BLOCK else ""


def _picture(element: "HtmlElement", pictures: dict[str, str]) -> Picture | None:
    """The picture of an <img>, or None where it is not in the file, no picture, or too small to show anything."""
    names = (element.get(name) or "" for name in ("src", "data-src"))
    uri = next((pictures[name] for name in names if name in pictures), "")
    match = _URI.fullmatch(uri)
    if not match:
        return None
    try:
        data = binascii.a2b_base64(match[2])
    except binascii.Error:
        return None
    width, height, media_type = measure_picture(data)
    if min(width, height) < _SMALLEST or width * height > MAX_PICTURE_PIXELS:
        return None
    alt = tidy(line(element.get("alt") or ""))[:_LONGEST_TEXT]
    return Picture(data, media_type, alt, _caption(element), width, height, line(element.get("title") or ""))


def _caption(element: "HtmlElement") -> str:
    """The caption of the figure that the picture stands in, or of the box that marks one by its class."""
    for parent in list(element.iterancestors())[:4]:
        if parent.tag == "figure" or "caption" in (parent.get("class") or "").lower():
            for caption in parent.iterdescendants():
                marked = caption.tag == "figcaption" or "caption" in (caption.get("class") or "").lower()
                if marked and flat(caption):
                    return tidy(flat(caption))[:_LONGEST_TEXT]
    return ""
