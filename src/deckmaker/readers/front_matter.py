"""The YAML between two lines of hyphens before a Markdown text: title, author, date, language."""

import re
from datetime import date
from typing import Any

from deckmaker.readers.dates import find_dates
from deckmaker.readers.stated import Stated, plain

_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def split_front_matter(text: str) -> tuple[Stated, str]:
    """(what the front matter states, the text after it); what is no front matter is text."""
    match = _MATTER.match(text.lstrip("\n"))
    values = _values(match[1]) if match else None
    if match is None or values is None:
        return Stated(), text
    stated = Stated(
        title=_words(values.get("title")),
        byline=_names(values.get("author") or values.get("authors") or values.get("by")),
        date=_day(values.get("date") or values.get("published") or values.get("lastmod")),
        language=_language(values.get("lang") or values.get("language")),
    )
    return stated, text.lstrip("\n")[match.end() :]


def _values(matter: str) -> dict[str, Any] | None:
    """The keys (lower case) and values, or None where it is no mapping; all scalars are strings."""
    import yaml

    try:
        found = yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506 - builds strings, lists and mappings only
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return {str(key).lower(): value for key, value in found.items()} if isinstance(found, dict) else None


def _words(value: Any) -> str:
    return plain(value) if isinstance(value, str) else ""


def _names(value: Any) -> str:
    """One name, or several with commas: a string, a list, or mappings with a key `name`."""
    entries = value if isinstance(value, list) else [value]
    names = [_words(entry.get("name") if isinstance(entry, dict) else entry) for entry in entries[:10]]
    return ", ".join(filter(None, names))


def _day(value: Any) -> date | None:
    return next((found for _, _, found in find_dates(_words(value))), None)


def _language(value: Any) -> str:
    """A BCP 47 tag such as "en-GB", written with a hyphen; "" for anything else."""
    words = _words(value)
    return words.replace("_", "-") if _LANGUAGE.fullmatch(words) else ""
