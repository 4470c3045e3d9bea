"""When a web page's article was published: from its metadata, checked against the day that people see on the page."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from deckmaker.readers.dates import find_dates, read_date_line
from deckmaker.readers.html_facts import Facts
from deckmaker.readers.html_front import FrontLine

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "article.published",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "published_at",
    "published",
    "pubdate",
    "pub_date",
    "article_date_original",
    "og:article:published_time",
    "date",
    "datecreated",
)
_MODIFIED = ("article:modified_time", "datemodified", "dcterms.modified", "og:updated_time", "last-modified")
_MARKED = re.compile(r"date|time|publish|posted|by-?line|author|entry-meta|post-meta|meta__|info", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|aktualis|mis à jour|actuali[sz]|aggiorn|atuali|bijgewerkt|обновлен", re.IGNORECASE)
_ISO = re.compile(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_WITHOUT_YEAR = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}\b(?!\d|,? \d{4})|\b\d{1,2}\.? [A-Z][a-z]{2,8}\b(?! \d{4})")
_LOCAL = re.compile(r"[+-](?!00:?00)\d\d:?\d\d$|[+-](?!00:?00)\d\d:?\d\d\D{0,20}$|\b[ECMP][SD]T$")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?:,? \d{1,2}[:.h]\d\d.{0,6})?")
_TIMED = re.compile(r"\d:\d\d")
_FIRST_YEAR, _NEAR = 1990, 80  # elements from the title, where no metadata vouches for a day
_DAY = timedelta(days=1)


def find_date(facts: Facts, lines: list[FrontLine], name: str = "") -> date | None:
    """The day of publication as the page shows it; else of the last change; None where the page states neither.

    The metadata's time is often in UTC, where an evening's article is tomorrow's: a day shown beside the title, or in
    the address, that is one day off is then the day meant.  lines are those near the title; name is the file's own.
    """
    stated, stamp = _stated(facts)
    shown = list(_shown(lines, stated, facts.language))
    in_address = _in_address(facts.url) or _in_address(name)
    if stated is None:
        modified = _first_day([facts.linked.modified, facts.first(_MODIFIED)])[0]
        return next(iter(shown), None) or in_address or modified
    if not _TIMED.search(stamp) or _LOCAL.search(stamp) or stated in shown[:2]:
        return stated
    seen = shown or ([in_address] if in_address else [])
    return next((day for day in seen if abs(day - stated) == _DAY), stated)


def read_day(value: str) -> date | None:
    """The day that a metadata value names: ISO 8601, or written out in full."""
    match = _ISO.match(value.strip())
    if match:
        return _day(*map(int, match.groups()))
    found = sorted(find_dates(value))
    return found[0][2] if found and found[0][2].year >= _FIRST_YEAR else None


def _stated(facts: Facts) -> tuple[date | None, str]:
    """The day that the metadata names, and the value that names it."""
    return _first_day([facts.linked.published, *(facts.metas.get(name, "") for name in _PUBLISHED)])


def _first_day(values: list[str]) -> tuple[date | None, str]:
    return next(((day, value) for value in filter(None, values) if (day := read_day(value))), (None, ""))


def _shown(lines: list[FrontLine], near: date | None, language: str) -> Iterator[date]:
    """The days of publication that stand on the page near its title, nearest below it first."""
    for one in lines:
        if near is None and one.distance > _NEAR:
            continue
        if _UPDATED.search(f"{one.marks} {one.text}") and not read_date_line(one.text)[0]:
            continue
        published = read_date_line(one.text)[0]
        published = published or _by_order(one.text, language)
        if published:
            yield published
        elif one.tag == "time" or _MARKED.search(one.marks):
            yield from _days(one.text, one.stamp, near)


def _days(text: str, stamp: str, near: date | None) -> Iterator[date]:
    """The first day in a short text; with no year in it, in the year that is near; else the element's time stamp."""
    found = sorted(find_dates(text))
    if found:
        yield found[0][2]
        return
    year = near.year if near else ""
    guesses = [one[2] for match in _WITHOUT_YEAR.finditer(text) for one in find_dates(f"{match[0]} {year}")]
    day = guesses[0] if guesses else read_day(stamp)
    if day:
        yield day


def _by_order(text: str, language: str) -> date | None:
    """The day of a line such as "05/10/2031", which the language orders: the month first in the United States only."""
    match = _NUMBERS.fullmatch(text.strip())
    if not match or language in ("", "en"):
        return None
    first, second, year = map(int, match.groups())
    return _day(year, first, second) if language == "en-US" else _day(year, second, first)


def _in_address(address: str) -> date | None:
    match = _IN_ADDRESS.search(address)
    return _day(*map(int, match.groups())) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
