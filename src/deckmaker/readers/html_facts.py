"""What a web page says of itself: its <meta> elements by name, the site, the article's own address, the language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from deckmaker.readers.characters import clean
from deckmaker.readers.html_linked import Linked, read_linked
from deckmaker.readers.html_tree import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_METAS, _LONGEST, _LONGEST_ADDRESS = 500, 1_000, 2_000
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself: meta values by lower-case name, its JSON-LD, site, canonical address, language."""

    metas: dict[str, str]
    linked: Linked
    site: str
    url: str
    language: str

    def first(self, names: Iterable[str]) -> str:
        """The first meta value that is there."""
        return next((self.metas[name] for name in names if self.metas.get(name)), "")


def read_facts(root: "HtmlElement") -> Facts:
    """The page's facts, "" for those that it does not state."""
    metas, linked = _metas(root), read_linked(root)
    url = _url(root, metas, linked)
    site = metas.get("og:site_name") or linked.publisher or metas.get("application-name") or ""
    if site.startswith(("@", "http://", "https://")) or len(site) > 80:
        site = linked.publisher or urlsplit(url).hostname or ""
    return Facts(metas, linked, clean(site), url, _language(root, metas, linked))


def _metas(root: "HtmlElement") -> dict[str, str]:
    """Each meta value by its name, property or itemprop; of several the first."""
    found: dict[str, str] = {}
    for number, meta in enumerate(root.iter("meta")):
        if number == _MOST_METAS:
            break
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        value = line(meta.get("content") or "")
        if name and value and len(value) <= _LONGEST:
            found.setdefault(name.strip().lower(), value)
    return found


def _url(root: "HtmlElement", metas: dict[str, str], linked: Linked) -> str:
    """The article's own address (http or https), or ""."""
    links = (link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower())
    stated = [*links, metas.get("og:url", ""), linked.url]
    base = next((url for url in stated if _ADDRESS.fullmatch(url)), "")
    for url in stated:
        try:
            whole = urljoin(base, url.strip()) if url else ""
        except ValueError:  # "http://[": not an address
            continue
        if _ADDRESS.fullmatch(whole) and len(whole) <= _LONGEST_ADDRESS:
            return whole
    return ""


def _language(root: "HtmlElement", metas: dict[str, str], linked: Linked) -> str:
    """The BCP 47 tag of the language that the page names, or ""."""
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    stated = [root.get("lang"), root.get("xml:lang"), root.get(xml), linked.language]
    stated += [metas.get(name) for name in ("content-language", "og:locale", "dc.language", "language")]
    body = root.find("body")
    stated.append(body.get("lang") if body is not None else "")
    for value in stated:
        match = _LANGUAGE.fullmatch((value or "").strip())
        if match:
            parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
            return "-".join(filter(None, parts))
    return ""
