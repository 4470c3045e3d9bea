"""Repairs a page's tree where plain text would say something else than the page: powers, note marks, quotes, ruby."""

import re
from typing import TYPE_CHECKING

from deckmaker.readers.html_tree import text_size
from deckmaker.readers.prose import is_prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_POWER = re.compile(r"[+\-−]?\d{1,3}|n")
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§])(?:[,–-]\s?(?:\d{1,3}|[a-z]))*[\])]?")
_UNIT = re.compile(r"(?:\d|\)|(?<![^\W\d_])(?:[kcdmµnh]?m|ft|in|yd|mi|s|[a-zA-Z]))$")
_BLOCKS = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "center")
_LONGEST_QUOTE = 5_000  # characters
_SIGNS = 40  # characters of prose for each bracket or sign of a program


def repair(root: "HtmlElement") -> None:
    """Changes the tree in place: what a page shows by position or marks is written as characters.

    10<sup>6</sup> becomes 10⁶ and not 106; the raised number of a footnote goes; <q> gets its quotation marks.
    """
    for element in root.iter("center"):
        element.tag = "p" if next(element.iterdescendants(*_BLOCKS), None) is None else "div"
    for element in root.iter("blockquote"):
        _unmark(element)
    for element in _inner_first(root, "pre"):
        _write_paragraphs(element)
    for element in _inner_first(root, "sup", "sub"):
        _write_out(element)
    for element in _inner_first(root, "a"):
        if not element.get("href") or element.get("href", "").startswith("#"):  # a place in this page, no other one
            element.drop_tag()
    for element in _inner_first(root, "q"):
        element.text = "“" + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + "”"
        else:
            element.text += "”"
        element.drop_tag()


def _unmark(quote: "HtmlElement") -> None:
    """Takes the class off a quote and the boxes around it alone: quoted posts are marked as their service's widgets."""
    size = text_size(quote, _LONGEST_QUOTE)
    for element in [quote, *list(quote.iterancestors("div", "section", "figure"))[:3]]:
        if size > _LONGEST_QUOTE or text_size(element, 2 * size) >= 2 * size:
            return
        for name in ("class", "id"):
            element.attrib.pop(name, None)


def _inner_first(root: "HtmlElement", *tags: str) -> list["HtmlElement"]:
    """The elements of these names, each after those inside it: they may be changed in this order."""
    return list(root.iter(*tags))[::-1]


def _write_paragraphs(element: "HtmlElement") -> None:
    """Preformatted text as paragraphs where it is prose, as in old mails; a program or drawing goes."""
    text = element.text_content()
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    signs = sum(text.count(sign) for sign in "{};=<>()[]|_#$")
    if signs > len(text) / _SIGNS or not any(is_prose(part) for part in parts):
        element.drop_tree()
        return
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "div", ""
    for part in filter(None, parts):
        paragraph = element.makeelement("p")
        paragraph.text = part
        element.append(paragraph)


def _write_out(element: "HtmlElement") -> None:
    """A raised or lowered part as characters; the mark of a note goes."""
    text = "".join(element.itertext()).strip()
    if element.tag == "sub":
        shown = text.translate(_SUBSCRIPT) if text.isdigit() else text
    elif next(element.iter("a"), None) is not None and _NOTE.fullmatch(text):
        shown = ""
    elif _POWER.fullmatch(text):
        shown = text.translate(_SUPERSCRIPT) if _UNIT.search(_before(element)) else ""
    else:
        shown = "" if _NOTE.fullmatch(text) and not text.isalpha() else text
    for child in list(element):
        element.remove(child)
    element.text = shown
    element.drop_tag()


def _before(element: "HtmlElement") -> str:
    """The text just before the element, inside its parent."""
    previous = element.getprevious()
    if previous is not None:
        return ("".join(previous.itertext()) if not previous.tail else previous.tail)[-20:]
    parent = element.getparent()
    return (parent.text or "")[-20:] if parent is not None else ""
