"""Text as a typesetter sets it: one clean line, the right quotes and dashes, and what must not be torn apart.

Nothing here knows fonts or widths.  A no-break space (U+00A0) says what stays together on a line.
"""

import datetime as dt
import re
import unicodedata
from functools import lru_cache

NO_BREAK = "\u00a0"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = rf"(?:{'|'.join(_MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_NUMBER = r"(?<!\w)[~<>≈±+−-]?[$€£¥₹]?\d[\d.,:/–-]*"
_ORDERED = r"Articles?|Chapters?|Figures?|Nos?\.|Pages?|Parts?|Phases?|Sections?|Tables?|Volumes?|pp?\."
_NOT_COUNTED = r"(?!(?:and|as|at|but|by|for|from|in|of|on|or|that|the|to|with)\b)"
_TITLES = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|St)\.?"
_BINDINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)({_MONTH}) (?=\d)",
        rf"(?<!\w)({_ORDERED}) (?=\d)",
        rf"({_NUMBER}) (?=[%‰°])",
        rf"(?<!{NO_BREAK})({_NUMBER}) (?={_NOT_COUNTED}[^\W\d_]{{1,12}}[²³]?(?!\w))",
        rf"(?<!\w)(\d\d?{NO_BREAK}{_MONTH}|{_MONTH}{NO_BREAK}\d\d?,) (?=\d{{4}}(?!\d))",
        rf"(?<!\w)({_TITLES}) (?=[^\W\d_])",
        r"([«‹]) ",
        r"() (?=[;:!?»›](?:\s|$))",
        r"() (?=[–—] )",
    )
)
_JOINER = re.compile(r"(?<![\u0600-\u1fff])[\u200c\u200d]+")
"""Joiners that do not follow a letter of a script that spells with them, from Arabic to Mongolian."""
_SPARED = "\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Joiners, and marks of direction."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def date_words(date: dt.date) -> str:
    """A date as written in the head of a memo: "20 August 2024"."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def clean(text: str) -> str:
    """The text composed (NFC) on one line, without characters that show nothing.

    Format characters (soft hyphens, joiners, direction marks) and variation selectors go, but not the joiners of
    scripts that spell with them, nor direction marks where text runs from the right; every kind of space becomes a
    plain one, or a no-break space where it says so.
    """
    text = unicodedata.normalize("NFC", text).replace("\u202f", NO_BREAK).replace("\u2007", NO_BREAK)
    text = _JOINER.sub("", text)
    spared = (
        _SPARED
        if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text if c not in _SPARED)
        else "\u200c\u200d"
    )
    kept = (c for c in text if c in spared or not (unicodedata.category(c) == "Cf" or "\ufe00" <= c <= "\ufe0f"))
    spaced = (c if c == NO_BREAK else " " if c.isspace() else c for c in kept)
    return re.sub(" {2,}", " ", "".join(spaced)).strip()


def polish(text: str, language: str = "en") -> str:
    """Clean text with typographic apostrophes and dashes, and in English typographic quotes.

    Other languages quote in their own ways, so their straight double quotes stay as the author wrote them.
    """
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)|(?<=\s)'(?=\d\ds?\b)", "’", clean(text))
    text = re.sub(r"(?<=\S) --? (?=\S)", " – ", text)
    text = re.sub(r"(?<=\w)--(?=\w)", "–", text)
    text = text.replace("...", "…")
    return _curl(text) if language.lower().split("-", maxsplit=1)[0] in ("", "en") else text


def _curl(text: str) -> str:
    """Straight quotes as English ones: opening after a space or an opening bracket, closing elsewhere."""
    text = re.sub(r'(^|[\s(\[{–—‘/])"(?=\S)', r"\1“", text)
    text = re.sub(r"(^|[\s(\[{–—“/])'(?=\S)", r"\1‘", text)
    return text.replace('"', "”").replace("'", "’")


@lru_cache(maxsize=8192)
def bind(text: str) -> str:
    """The text with no-break spaces where no line may end: 57 %, $6.5 billion, 20 August, « oui »."""
    for pattern in _BINDINGS:
        text = pattern.sub(_keep, text)
    return text


def _keep(match: re.Match[str]) -> str:
    """The match with its space unbreakable, unless it follows a year, which belongs to no word after it."""
    if _YEAR.fullmatch(match[1]):
        return match[0]
    return match[0].replace(" ", NO_BREAK)


_MARKS = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "bg", "is", "lt"), "„“"),
    **dict.fromkeys(("pl", "ro", "hu", "hr", "sr", "nl"), "„”"),
    **dict.fromkeys(("ru", "uk", "be", "el", "es", "it", "pt", "no", "nb", "nn", "kk", "hy"), "«»"),
    **dict.fromkeys(("sv", "fi"), "””"),
    "ja": "「」",
    "zh-hant": "「」",
    "da": "»«",
    "fr": "«»",
}
"""Quotation marks by language; “ ” where none are named."""


def quoted(text: str, language: str) -> str:
    """The text in the quotation marks of its language: “ ” in English, « » with spaces in French."""
    tag = language.lower()
    marks = _MARKS.get(tag) or _MARKS.get(tag.partition("-")[0], "“”")
    space = NO_BREAK if tag.partition("-")[0] == "fr" else ""
    return f"{marks[0]}{space}{text}{space}{marks[1]}"
