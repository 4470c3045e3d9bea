"""Who wrote it: lines such as "By Jane Doe" or "Jane Doe, Staff Writer"."""

import re

from deckmaker.readers.datelines import AGENCIES
from deckmaker.readers.dates import find_dates

_WORD = r"(?:[A-ZÀ-ÞŠŽČĆŁŚĐ][\w.'’-]*|de|la|van|von|der|den|bin|al|el|da|di|du|dos|y|e|and|und|et|&)"
_NAME = rf"[A-ZÀ-ÞŠŽČĆŁŚĐ][\w.'’-]*(?: {_WORD}){{0,5}}"
_NAMES = rf"{_NAME}(?:(?:, and |, | and | und | et | y | e | & ){_NAME}){{0,5}}"
_ROLE = (
    r"(?:(?:staff|senior|chief|special|guest|contributing|associate|deputy|political|business|science|diplomatic"
    r"|foreign|health|technology|tech"
    r"|economics?|defen[cs]e|sports?|[A-Z]\w+) ){0,4}(?:writer|reporter|correspondent|editor|columnist|analyst"
    r"|contributor|author|journalist"
    r"|bureau chief|staff|professor|fellow|researcher|redakteur(?:in)?|korrespondent(?:in)?|news)"
)
_BY = re.compile(
    r"(?:(?:written|posted|reported|published|words|story|text|report|article|analysis|opinion) by|by|von|par|por"
    r"|di|door|author|autor|auteur|oleh)"
    rf":? (?P<names>{_NAMES})(?:,? ?(?:[|/·•,–-]|for|in|at) ?.{{0,80}})?"
)
_WITH_ROLE = re.compile(rf"(?P<names>{_NAMES})(?:, | [|/·•–-] ){_ROLE}(?:[ ,|].{{0,60}})?", re.IGNORECASE)
_AGENCY_LINE = re.compile(rf"(?P<names>{AGENCIES})(?:,? .{{0,30}})?")
_ROLE_ONLY = re.compile(_ROLE, re.IGNORECASE)
_LONE_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de|van|von|der|[A-ZÀ-Þ][\w.'’-]*)){1,3}")
_MOST = 160


def read_byline(text: str) -> str:
    """The names of a line such as "By Jane Doe" or "Jane Doe, Staff Writer", without "By"; "" for other lines."""
    if len(text) > _MOST:
        return ""
    spans = [(start, end) for start, end, _ in find_dates(text)]
    if spans:
        text = text[: min(start for start, _ in spans)].rstrip(" ,|•·-–—/") if spans[0][0] else ""
        text = re.sub(r"(?:,| \|)? (?:on|published|updated|posted)\s*:?$", "", text, flags=re.IGNORECASE)
    lowered = re.sub(r"^(?:BY|VON|PAR|POR|By:)\b", lambda match: match[0].lower(), text)
    match = _BY.fullmatch(lowered[:1].lower() + lowered[1:]) or _role_line(text) or _AGENCY_LINE.fullmatch(text)
    if not match:
        return ""
    names = _without_roles(match["names"].strip(" ,."))
    return _calm(names) if len(names) > 1 else ""


def is_name(text: str) -> bool:
    """Whether a line may be a person's name and nothing else: two to four capitalised words."""
    return bool(_LONE_NAME.fullmatch(text))


def _without_roles(names: str) -> str:
    """The names without what follows them: "Ada Lind, Columnist", "Ada Lind, Hafenstadt"."""
    first, *others = names.split(", ")
    if " " not in first:
        return names
    return ", ".join([first, *(part for part in others if " " in part and not _ROLE_ONLY.fullmatch(part))])


def _role_line(text: str) -> re.Match[str] | None:
    """A name with a role after it; the name must be written as one."""
    match = _WITH_ROLE.fullmatch(text)
    return match if match and re.fullmatch(_NAMES, match["names"]) and " " in match["names"] else None


def _calm(names: str) -> str:
    """JANE DOE as Jane Doe."""
    if not names.isupper() or re.fullmatch(AGENCIES, names):
        return names
    return re.sub(r"[^\W\d_]{3,}", lambda match: match[0].capitalize(), names).replace(" And ", " and ")
