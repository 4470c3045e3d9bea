"""Hyphens that are not the author's: words broken at the end of a line, and breaks that stayed in mid-line."""

import re
from dataclasses import dataclass

# First halves that keep their hyphen when a line breaks after it.
_KEEPERS = frozenset(
    "self high low long short well ill non ex anti pro pre post mid half full all cross counter over under two"
    " three four"
    " five six ten first second third one multi semi quasi co re so much vice attorney editor co-chief north"
    " south east west"
    " anglo sino franco indo euro state real left right hard soft hot cold free fast slow open close far near"
    " late early"
    " large small big part world year then old new e".split()
)
# "Nord- und Südkorea": the hyphen stands for a word to come.
_SUSPENDED = re.compile(r"(?:und|oder|bzw\.?|bis|sowie|and|or|to|en|of|et|ou|y|o|e)\b", re.IGNORECASE)
_BROKEN = re.compile(r"([^\W\d_]+)[-‐]$")
_NEXT = re.compile(r"([^\W\d_]+)")
# Prefixes that took on the next letter (rapprochement, committee): never a first half by themselves.
_ASSIMILATED = re.compile(
    r"\b((?:ac(?=-c)|ap(?=-p)|ar(?=-r)|col(?=-l)|com(?=-m)|cor(?=-r)|dif(?=-f)|ef(?=-f)|il(?=-l)|im(?=-m)"
    r"|ir(?=-r)|oc(?=-c)"
    r"|op(?=-p)|suc(?=-c)|suf(?=-f)|sug(?=-g)|rap(?=-pro(?:ach|ch))))-([a-z]{4,})\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"\b([^\W\d_]{3,})-([^\W\d_]{4,})\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article, lower-cased: whole ones and those written with a hyphen."""

    whole: frozenset[str] = frozenset()
    hyphened: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of this text."""
        found = {word.lower() for word in _WORD.findall(text)}
        hyphened = {word for word in found if "-" in word}
        return cls(frozenset(found - hyphened), frozenset(hyphened))


def seam(before: str, after: str, words: Words) -> tuple[str, str]:
    """The end of a line as it is to be, and what joins it to the next line ("" or a space)."""
    broken, following = _BROKEN.search(before), _NEXT.match(after)
    if not broken or not following:
        return before, " "
    first, second = broken[1].lower(), following[1].lower()
    if _SUSPENDED.match(after):
        return before, " "
    keeps = f"{first}-{second}" in words.hyphened or first in _KEEPERS or not following[1][0].islower()
    if first + second in words.whole or not keeps:
        return before[:-1], ""
    return before, ""


def repair_hyphens(text: str, words: Words) -> str:
    """The text without breaks that stayed inside words ("rap-proachment"); in doubt the hyphen stays.

    A hyphen goes where the first half is a prefix that cannot stand alone, or where the article writes the word
    elsewhere in one and never its second half alone.
    """
    if "-" not in text:
        return text
    text = _ASSIMILATED.sub(lambda match: match[1] + match[2], text)
    return _COMPOUND.sub(lambda match: _joined(match, words), text)


def _joined(match: re.Match[str], words: Words) -> str:
    first, second = match[1], match[2]
    if not second.islower() or first.lower() in _KEEPERS or second in words.whole:
        return match[0]
    return first + second if (first + second).lower() in words.whole else match[0]
