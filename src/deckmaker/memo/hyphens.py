"""Where a word may be cut at the end of a line, by the patterns that LibreOffice uses (pyphen)."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

Hyphenate = Callable[[str], Sequence[int]]
"""The places in a text where a word may be cut with a hyphen, as offsets, in order."""

_WORD = re.compile(r"[^\W\d_]{7,}")
"""Shorter words are not cut."""
_LEAST = 3
"""So many letters stay on each side."""
_CHOSEN = {"en": "en_GB", "de": "de_DE", "pt": "pt_PT", "sr": "sr", "nb": "nb_NO", "no": "nb_NO"}


@cache
def hyphenator(language: str) -> Hyphenate | None:
    """What cuts words of that language (a BCP 47 tag), or None when there are no patterns for it."""
    import pyphen

    tag = language.replace("-", "_")
    name = pyphen.language_fallback(tag if "_" in tag else _CHOSEN.get(tag, tag))
    if not name:
        return None
    patterns, nouns = pyphen.Pyphen(lang=name, left=_LEAST, right=_LEAST), tag.startswith("de")

    def cuts(text: str) -> list[int]:
        return [word.start() + at for word in _WORD.finditer(text) for at in _cuts(patterns, word[0], nouns)]

    return cuts


@lru_cache(maxsize=1 << 14)
def _cuts(patterns: Any, word: str, nouns: bool) -> tuple[int, ...]:
    """Offsets in a word.  Names and words in capitals are left whole; cuts that would change letters are not used.

    In German (nouns) a capital begins other words than names too.
    """
    if not (word[1:] if nouns else word).islower():
        return ()
    return tuple(int(at) for at in patterns.positions(word) if at.data is None and _LEAST <= at <= len(word) - _LEAST)
