"""The short lines that stand near a web page's title: where bylines and dates are shown."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker.readers.html_tree import flat, text_size

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ABOVE, _BELOW, _LONGEST = 60, 400, 200  # elements before and after the title; characters of a line
_ASIDE = re.compile(
    r"comment|sidebar|related|recommend|widget|site-?footer|newsletter|(?<!no-)promo|statement", re.IGNORECASE
)
_SILENT = frozenset("script style noscript template svg img iframe option select button".split())


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A short line near the title: what it says, how the page's author marked it, its distance in elements."""

    text: str
    marks: str
    tag: str
    stamp: str
    distance: int
    is_below: bool
    names_author: bool


def front_lines(root: "HtmlElement", heading: "HtmlElement | None") -> list[FrontLine]:
    """The short lines below the title, nearest first, then those above it; without comments and lists of others."""
    elements = [element for element in root.iter() if isinstance(element.tag, str) and element.tag not in _SILENT]
    start = elements.index(heading) if heading is not None else 0
    below, above = elements[start + 1 : start + 1 + _BELOW], elements[max(0, start - _ABOVE) : start][::-1]
    found = [_line(element, distance, is_below=True) for distance, element in enumerate(below)]
    found += [_line(element, distance, is_below=False) for distance, element in enumerate(above)]
    return [one for one in found if one is not None]


def _line(element: "HtmlElement", distance: int, *, is_below: bool) -> FrontLine | None:
    if element.tag in ("head", "body", "title", "meta", "link") or text_size(element, _LONGEST + 1) > _LONGEST:
        return None
    text, stamp = flat(element), element.get("datetime") or ""
    if not (text or stamp) or _is_aside(element):
        return None
    marks = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop"))
    author = "author" in (element.get("rel") or "", element.get("itemprop") or "")
    return FrontLine(text, marks, element.tag, stamp, distance, is_below, author)


def _is_aside(element: "HtmlElement") -> bool:
    around = [element, *element.iterancestors()][:8]
    names = " ".join(
        f"{one.get('class') or ''} {one.get('id') or ''}" for one in around if one.tag not in ("body", "html")
    )
    return bool(_ASIDE.search(names))
