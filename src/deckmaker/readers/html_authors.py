"""Who wrote a web page's article: from its metadata, or from the byline that stands on it."""

import re
from collections.abc import Iterable, Iterator

from deckmaker.readers.dates import find_dates
from deckmaker.readers.html_facts import Facts
from deckmaker.readers.html_front import FrontLine
from deckmaker.readers.html_tree import line

_STATED = (
    "author",
    "article:author",
    "article_author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "byl",
    "citation_author",
)
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:authors?|writer)(?=$|[\s_-])|author(?:s|-?name|link)?(?=$|\s)", re.IGNORECASE)
_BYLINE = re.compile(r"by-?line|by-?author", re.IGNORECASE)
_NO_MARK, _MOST_UNMARKED = 3, 20
_NOT_MARKED = re.compile(
    r"comment|avatar|image|img|photo|social|related|archive|about|flyout|popup|follow|statement", re.IGNORECASE
)
_LONGEST_BYLINE, _LONGEST_NAME, _MOST_WORDS, _MOST_NAMES = 200, 60, 5, 8
_BY = re.compile(
    r"^\W*(?:(?:written|posted|reported|published|words|story|text|report|article|analysis|opinion|review|publicado)\s+)?"
    r"(?:by|von|par|por|di|door|text|texte|texto|author|autor|auteur|автор|текст|oleh)\b\s*:?\s*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*;\s*|,\s+(?:and\s+)?|\s+(?:and|und|et|y|e|en|и|dan)\s+|\s*&\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:[|·•/]|\s[–—-]\s|@\w|https?:|\S+@\S|\(|\d|\b(?:special to|for|at|in|on|is a|is the|publiziert|am|le|el)\s"
    r"|\b(?:published|posted|updated|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b).*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:staff|senior|writers?|reporters?|correspondents?|editors?|editor-at-large|columnists?|contributors?|author"
    r"|analyst|professor|fellow|researcher|ph\.?\s?d|m\.?s|m\.?d|rdn?|mba|redaktion|bureau|national|political|admin"
    r"|administrator|guest|user|unknown|follow|view|more|posts by|subscribe|photo|updated|published|minutes?|ago"
    r"|share)\b"
    r"|^\W*$|\d|https?:|www\.|\.(?:com|org|net|de|co)\b",
    re.IGNORECASE,
)


def find_authors(facts: Facts, lines: list[FrontLine]) -> tuple[str, ...]:
    """The names of those who wrote the article, in the page's order; the house's own name is no author.

    lines are those near the title.
    """
    stated = _clean(one.name for one in facts.linked.authors if not one.is_house)
    stated = stated or _clean([facts.first(_STATED)])
    shown = [names for names in _shown(lines) if names]
    if stated:
        stated = next((names for names in shown if len(names) > len(stated) and stated[0] in names), stated)
    elif shown:
        stated = shown[0]
    stated = stated or _clean(one.name for one in facts.linked.authors)
    own = {_key(facts.site), _key(facts.linked.publisher), _key(facts.metas.get("og:site_name", ""))} - {""}
    return tuple(
        name
        for index, name in enumerate(stated)
        if _key(name) not in own and not (index and any(_key(name) in one or one in _key(name) for one in own))
    )


def join_names(names: tuple[str, ...]) -> str:
    """The names as a byline has them: "Ada Lind, Bo Ek and Cleo Amari"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _clean(texts: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for text in texts:
        found += [name for name in read_names(text) if name not in found]
    return tuple(found[:_MOST_NAMES])


def read_names(text: str) -> list[str]:
    """The names in a byline's text, without "By", roles, houses, addresses and dates."""
    if len(text) > _LONGEST_BYLINE:
        return []
    names: list[str] = []
    text = line(text)
    start = min((start for start, _, _ in find_dates(text) if start), default=len(text))
    for part in _JOINED.split(_TAIL.sub("", _BY.sub("", text[:start]))):
        name = part.strip(" ,.|·•–—-:/／")
        in_full = " " not in name and bool(names)  # "Ada Lind, Harrow": a town or house, not one more writer
        if not name or in_full or _NO_NAME.search(name) or not name[0].isalpha() or name[0].islower():
            continue
        if len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS:
            names.append(_calm(name))
    return list(dict.fromkeys(names))


def _shown(lines: list[FrontLine]) -> Iterator[tuple[str, ...]]:
    """The names in each line that is marked as a byline, the surest mark first; then in those that begin with "By"."""
    ranked = sorted(lines, key=lambda one: (_mark(one), not one.is_below))
    for one in ranked:
        if _mark(one) < _NO_MARK or (_BY.match(one.text) and len(one.text.split()) <= _MOST_UNMARKED):
            yield tuple(read_names(one.text))


def _mark(one: FrontLine) -> int:
    """How surely the page's author marked the line as naming who wrote it: 0 is surest."""
    if one.names_author:
        return 0
    if _NOT_MARKED.search(one.marks):
        return _NO_MARK
    return 1 if _AUTHOR.search(one.marks) else 2 if _BYLINE.search(one.marks) else _NO_MARK


def _key(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold())).removeprefix("the")


def _calm(name: str) -> str:
    """JANE DOE as Jane Doe; AFP and PTI stay."""
    if not name.isupper() or len(name) <= 4:
        return name
    return re.sub(r"[^\W\d_]{3,}", lambda match: match[0].capitalize(), name)
