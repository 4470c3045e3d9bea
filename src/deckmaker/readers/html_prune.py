"""Takes off a page's tree what is no text of an article: programs, hidden parts, marks for editing, other articles."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckmaker.readers.furniture import heads_links
from deckmaker.readers.html_tree import flat, text_size

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = ("script", "style", "template", "svg", "canvas", "rt", "rp", "select", "input", "textarea")
_POPUP = re.compile(
    r"(?:rollover|tool-?tip|popover|popup|hover-?card)[\w-]*(?:block|content|body|text|card|box|inner)\b"
    r"|\b(?:sr-only|screen-reader-text|visually-?hidden)\b"
)
_EDITING = re.compile(r"\b(?:mw-editsection|headerlink|anchorjs-link|heading-anchor)\b")
_SOURCES = re.compile(r"(?:^|\s)(?:references|reflist|footnotes|endnotes|citation-list)(?:\s|$)")
CONTENTS = re.compile(
    r"(?:(?:table of )?contents?|on this page|in this (?:article|guide|post)|jump to|inhalt(?:sverzeichnis)?"
    r"|table des mati[èe]res|contenidos?|[íi]ndice|inhoud)\s?:?",
    re.IGNORECASE,
)
_FEWEST_ENTRIES = 3
_ANCHORS = ("¶", "#", "§", "🔗")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINK = 0.8  # share of a list's text in links
_LABEL, _LIST_SIZE, _TEASER, _PANEL = 80, 5_000, 1_500, 1_000  # characters: a list's heading, a list, teaser, panel


def prune(root: "HtmlElement") -> None:
    """Changes the tree in place: what no reader of the page's article sees goes, and lists of its sources."""
    found = list(root.iter(*_SILENT))
    found += [element for element in root.iter("noscript") if not len(element)]
    found += [element for element in root.iter("button") if next(element.iterancestors(*_HEADINGS), None) is None]
    found += _hidden(root)
    found += [element for element in root.iter("a", "span") if _is_for_editing(element)]
    found += [element for element in root.iter("ol", "div") if _SOURCES.search(element.get("class") or "")]
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()


def _hidden(root: "HtmlElement") -> Iterator["HtmlElement"]:
    """The elements that the page hides, but not those that a reader can open, nor whole articles."""
    opened = {name for element in root.iter() for name in (element.get("aria-controls") or "").split()}
    for element in root.iterdescendants():
        if element.tag in ("body", "head", "html") or not isinstance(element.tag, str) or element.get("id") in opened:
            continue
        style = (element.get("style") or "").replace(" ", "").lower()
        is_popup = element.tag in ("span", "div") and bool(_POPUP.search(element.get("class") or ""))
        is_hidden = "hidden" in element.attrib or "display:none" in style
        if is_popup or (is_hidden and text_size(element, _PANEL) <= _PANEL):
            yield element


def _is_for_editing(element: "HtmlElement") -> bool:
    """Whether it is a link such as "[edit]" or "¶" beside a heading."""
    if _EDITING.search(element.get("class") or ""):
        return True
    return element.tag == "a" and text_size(element, 1) == 1 and element.text_content().strip() in _ANCHORS


def drop_contents(root: "HtmlElement") -> None:
    """Takes lists of what is in the page itself off the tree, with the heading over them."""
    for element in list(root.iter("ul", "ol", "nav")):
        links = [link for link in element.iter("a") if "#" in (link.get("href") or "")]
        size = text_size(element, _LIST_SIZE)
        linked = sum(text_size(link, _LIST_SIZE) for link in links)
        if element.getparent() is None or len(links) < _FEWEST_ENTRIES or linked < _LINK * size:
            continue
        heading = element.getprevious()
        element.drop_tree()
        if heading is not None and text_size(heading, _LABEL) <= _LABEL and CONTENTS.fullmatch(flat(heading)):
            heading.drop_tree()


def drop_link_lists(root: "HtmlElement") -> None:
    """Takes lists of other articles off the tree: a heading such as "Related stories" and the links next below it."""
    for element in list(root.iter("h2", "h3", "h4", "h5", "h6", "p", "strong")):
        following = element.getnext()
        if following is None or text_size(element, _LABEL) > _LABEL or not heads_links(flat(element)):
            continue
        size = text_size(following, _LIST_SIZE)
        linked = sum(text_size(link, _LIST_SIZE) for link in following.iter("a"))
        if 0 < size < _LIST_SIZE and linked >= _LINK * size:
            following.drop_tree()
            element.drop_tree()


def drop_cards(root: "HtmlElement", title: "HtmlElement | None") -> None:
    """Takes teasers of other articles off the tree: short <article>s without the title, whose headings are links."""
    own = set(title.iterancestors("article")) if title is not None else set()
    for element in list(root.iter("article")) if title is not None else []:
        if element in own or element.getparent() is None or text_size(element, _TEASER) > _TEASER:
            continue
        linked = (link for name in ("h1", "h2", "h3", "h4", "h5") for link in element.iterfind(f".//{name}//a"))
        if next(linked, None) is not None or next(element.iterancestors("a"), None) is not None:
            element.drop_tree()
