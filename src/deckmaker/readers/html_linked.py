"""JSON-LD in a web page: the node that describes the article, with its headline, authors, dates and publisher."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_CHARACTERS, _MOST_NODES = 2_000_000, 2_000
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|BlogPost|Report|\w*Review|Recipe|HowTo|FAQPage)$")
_PAGE = re.compile(r"(?:\w*Page|CreativeWork|\w*Object|Event)$")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
_COMMA = re.compile(r",(\s*[\]}])")
_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*;?\s*$")
_TAG = re.compile(r"<[^<>]{1,300}>")


@dataclass(frozen=True, slots=True)
class Named:
    """A person or house by its name."""

    name: str
    is_house: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """What the page's JSON-LD says of its article; "" and () for what it does not say."""

    headline: str = ""
    authors: tuple[Named, ...] = ()
    published: str = ""
    modified: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


def read_linked(root: "HtmlElement") -> Linked:
    """What the page's JSON-LD says of its article; scripts that do not parse are passed over."""
    nodes = list(_nodes(root))
    known = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    node = _article(nodes)
    if node is None:
        return Linked(publisher=_publisher(nodes, known))
    return Linked(
        headline=_text(node.get("headline")) or (_text(node.get("name")) if _is(node, _ARTICLE) else ""),
        authors=tuple(_named(node.get("author") or node.get("creator"), known)),
        published=_text(node.get("datePublished") or node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        publisher=next((one.name for one in _named(node.get("publisher"), known)), "") or _publisher(nodes, known),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
        language=_text(node.get("inLanguage")),
    )


def _nodes(root: "HtmlElement") -> Iterator[dict[str, Any]]:
    """The nodes of every script, outer before inner, at most _MOST_NODES."""
    scripts = [script for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    waiting = [_parsed(script.text or "") for script in scripts if len(script.text or "") <= _MOST_CHARACTERS]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MOST_NODES]
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in _INSIDE if isinstance(value.get(key), dict | list)]


def _parsed(text: str) -> Any:
    text = _WRAPPING.sub("", text)
    for attempt in (text, _COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _article(nodes: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The node of the article: of an article's kind and with a headline or date; else the page's own node."""
    for kind in (_ARTICLE, _PAGE):
        for node in nodes:
            if _is(node, kind) and any(node.get(key) for key in ("headline", "datePublished", "author")):
                return node
    return None


def _is(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type") or node.get("type")
    return any(isinstance(one, str) and kind.match(one) for one in (kinds if isinstance(kinds, list) else [kinds]))


def _named(value: Any, known: dict[str, dict[str, Any]]) -> Iterator[Named]:
    """The names in an author's or publisher's value: a text, a node, a reference to a node, or a list of these."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            one = {**known.get(str(one.get("@id")), {}), **one}
            kind = str(one.get("@type") or one.get("type"))
            name = _text(one.get("name"))
            house = kind.lower().endswith(("organization", "brand", "corporation"))
        else:
            name, house = _text(one), False
        if name:
            yield Named(name, house)


def _publisher(nodes: list[dict[str, Any]], known: dict[str, dict[str, Any]]) -> str:
    """The name of the site or house that some node gives."""
    for node in nodes:
        for one in _named(node.get("publisher"), known):
            return one.name
    sites = (node for node in nodes if str(node.get("@type")) in ("WebSite", "Organization", "NewsMediaOrganization"))
    return next((_text(node.get("name")) for node in sites), "")


def _address(value: Any) -> str:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    """A value's text on one line without markup and escapes, or "" where it is no text."""
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(_TAG.sub(" ", html.unescape(value)).split()) if isinstance(value, str) else ""
