"""The article's title in a web page: the headline that people see, found by what the page's own metadata calls it."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from deckmaker.readers.html_facts import Facts
from deckmaker.readers.html_tree import flat, line, text_size

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST, _FEWEST_WORDS = 300, 4
_ALIKE, _SOMEWHAT = 0.5, 0.25  # of the shorter one's words
_BREAK = re.compile(r"\s*(?:\||::|»|«|•|·)\s*|\s+[-–—:]{1,2}\s+")
_WORD = re.compile(r"\w+")
_SECTION_WORDS = 2
_STATED = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "title",
    "headline",
)


def find_title(root: "HtmlElement", facts: Facts) -> tuple[str, "HtmlElement | None"]:
    """The title ("" where there is none), and the heading that shows it."""
    head = line(root.findtext(".//title") or "")
    stated = [facts.linked.headline, *(facts.metas.get(name, "") for name in _STATED), head]
    stated = list(dict.fromkeys(filter(None, stated)))
    first, logo = _page_and_book(root, head)
    names = [name for text in stated if not _is_site(name := _without_site(text, facts), facts)]
    names = [first, *names] if first else names
    heading = _main_heading(root, [text for text in (*stated, *names) if _key(text) != logo], facts, logo)
    if heading is not None:
        return flat(heading), heading
    name = next((name for name in names if 0 < len(name) <= _LONGEST), "")
    heading = _shown_elsewhere(root, names)
    return (flat(heading) if heading is not None else name), heading


def _page_and_book(root: "HtmlElement", head: str) -> tuple[str, str]:
    """The page's and the book's title (in letters) of a <title> that names both and whose first part is a heading."""
    parts = _BREAK.split(head)
    shown = {_key(flat(element)) for element in root.iter("h1", "h2", "h3") if text_size(element, _LONGEST) <= _LONGEST}
    if len(parts) < 2 or not parts[0] or _key(parts[0]) not in shown or _key(head) in shown:
        return "", ""
    return parts[0], _key(parts[-1])


def _main_heading(root: "HtmlElement", stated: list[str], facts: Facts, logo: str) -> "HtmlElement | None":
    """The <h1> that shows what the metadata calls the article; a lone one that is no logo, where they disagree."""
    found = [h1 for h1 in root.iter("h1") if 0 < len(flat(h1)) <= _LONGEST and _key(flat(h1)) != logo]
    names = {_key(text) for text in stated if not _is_site(text, facts)}
    found = [h1 for h1 in found if _key(flat(h1)) in names or not _is_site(flat(h1), facts)]
    if not found:
        return None
    scores = [max((_alike(flat(h1), text) for text in stated), default=0.0) for h1 in found]
    best = max(range(len(found)), key=lambda index: (round(scores[index], 2), -index))
    long = len(flat(found[best]).split()) >= _FEWEST_WORDS
    enough = _ALIKE if stated and not (long and len(found) == 1) else _SOMEWHAT if stated else 0.0
    return found[best] if scores[best] >= enough else None


def _shown_elsewhere(root: "HtmlElement", names: list[str]) -> "HtmlElement | None":
    """The innermost element whose text is what the metadata calls the article, headings before others."""
    keys = {_key(name) for name in names} - {""}
    body = root.find("body")
    found = None
    for element in body.iter() if body is not None else ():
        if (
            isinstance(element.tag, str)
            and 0 < text_size(element, _LONGEST) <= _LONGEST
            and _key(flat(element)) in keys
        ):
            if element.tag in ("h2", "h3"):
                return element
            found = element if found is None or found in element.iterancestors() else found
    return found


def _key(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _alike(text: str, other: str) -> float:
    """The share of the shorter one's words that the other has; nothing for a lone word in a longer one."""
    one, two = set(_WORD.findall(text.casefold())), set(_WORD.findall(other.casefold()))
    if not one or not two or _key(text) == _key(other):
        return float(bool(one) and bool(two)) + 0.5 * (bool(one) and _key(text) == _key(other))
    return len(one & two) / max(min(len(one), len(two)), 2)


def _is_site(text: str, facts: Facts) -> bool:
    """Whether the words are the site's name, or a part of its address."""
    host = _key((urlsplit(facts.url).hostname or "").removeprefix("www."))
    key, site = _key(text), _key(facts.site)
    bare = key.removeprefix("the")
    if not bare:
        return True
    return bool(site and (bare in site or (site in key and len(site) > len(key) / 2))) or (
        len(bare) > 2 and bare in host
    )


def _without_site(title: str, facts: Facts) -> str:
    """The title without the site's name, and the sections named with it, before or after it."""
    parts, marks = _BREAK.split(title), _BREAK.findall(title)
    first, last = 0, len(parts)
    while last - first > 1 and _is_site(parts[last - 1], facts):
        last -= 1
        while last - first > 1 and "|" in marks[last - 1] and _is_section(parts[last - 1]):
            last -= 1
    while last - first > 1 and _is_site(parts[first], facts):
        first += 1
    if not facts.site and last - first == 2 and _is_section(parts[1]) and len(parts[0]) > 3 * len(parts[1]):
        last -= 1
    kept = parts[first] + "".join(
        mark + part for mark, part in zip(marks[first:], parts[first + 1 : last], strict=False)
    )
    return kept.strip()


def _is_section(part: str) -> bool:
    return len(part.split()) <= _SECTION_WORDS
