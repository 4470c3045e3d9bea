"""What the network sees of a token: its word, its ending, its beginning and its shape, as four numbers.

Training and use share this file, so that both see the same numbers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PAD, UNKNOWN, MASKED = 0, 1, 2
"""The first numbers of every list: padding, not in the list, hidden on purpose (an ending that nobody knows)."""

NUMERAL = "##"
"""The word that stands for every token with a digit in it."""

LOWER, CAPITALISED, CAPITALS, INITIAL, MIXED, NUMBER, NUMBERED, MARK, LOWER_HYPHEN, CAPITAL_HYPHEN, DOTTED, CASELESS = (
    range(1, 13)
)
FIRST_CAPITALISED, FIRST_INITIAL = 13, 14
"""A capital that says little, because it opens the sentence."""
SHAPES = 16

_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_SAME = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None})
_MARKS = {
    "“": "``",
    "”": "''",
    "„": "``",
    "«": "``",
    "»": "''",
    "–": "--",
    "—": "--",
    "---": "--",
    "…": "...",
    "....": "...",
    "[": "(",
    "]": ")",
    "`": "'",
}


def spell(token: str) -> str:
    """A token as the word list writes it: lower case, straight quotes, digits as 0, U.S. as "us"."""
    word = token.lower().translate(_SAME)
    if _DOTTED.fullmatch(word):
        return word.replace(".", "")
    return _DIGIT.sub("0", _MARKS.get(word, word))


def shape(token: str) -> int:
    """How a token is written: small letters, capitals, digits, a mark."""
    if _DOTTED.fullmatch(token):
        return DOTTED
    if _DIGIT.search(token):
        return NUMBERED if any(map(str.isalpha, token)) else NUMBER
    letters = [letter for letter in token if letter.isalpha()]
    if not letters:
        return MARK
    return _letter_shape(token, letters)


def _letter_shape(token: str, letters: list[str]) -> int:
    capitals = [letter.isupper() for letter in letters]
    if not any(capitals):
        if not any(map(str.islower, letters)):
            return CASELESS
        return LOWER_HYPHEN if "-" in token else LOWER
    if len(letters) == 1:
        return INITIAL
    if all(capitals):
        return CAPITALS
    if "-" in token:
        return CAPITAL_HYPHEN
    return CAPITALISED if capitals[0] and not any(capitals[1:]) else MIXED


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists the network's numbers point into; words, endings and beginnings start after MASKED."""

    words: Mapping[str, int]
    endings: Mapping[str, int]
    beginnings: Mapping[str, int]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    _seen: dict[str, tuple[int, int, int, int]] = field(default_factory=dict, compare=False, repr=False)

    def encode(self, tokens: Sequence[str]) -> list[tuple[int, int, int, int]]:
        """Word, ending, beginning and shape of each token of one sentence."""
        rows = []
        inside = opened = False
        for word in tokens:
            row = self._row(word)
            if word == '"':
                row = self._row("''" if opened else "``")
                opened = not opened
            elif not inside and row[3] in _OPENING:
                row = (*row[:3], _OPENING[row[3]])
            inside = inside or row[3] != MARK
            rows.append(row)
        return rows

    def _row(self, token: str) -> tuple[int, int, int, int]:
        row = self._seen.get(token)
        if row is None:
            word = spell(token)
            number = self.words.get(NUMERAL if "0" in word else word, UNKNOWN)
            row = (
                number,
                _affix(self.endings, word[-3:], word[-2:]),
                _affix(self.beginnings, word[:3], word[:2]),
                shape(token),
            )
            if len(self._seen) < _MOST_SEEN:
                self._seen[token] = row
        return row


_OPENING = {CAPITALISED: FIRST_CAPITALISED, INITIAL: FIRST_INITIAL}
_MOST_SEEN = 100_000


def _affix(numbers: Mapping[str, int], three: str, two: str) -> int:
    return numbers.get(three) or numbers.get(two, UNKNOWN)
