"""Gives the lower-cased pairs capitals and digits again, as like as possible to print, from tags and raw news."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from deckmaker.language.features import NUMERAL
from training.corpora import UNKNOWN, Sample

_NAMES = {"NNP", "NNPS"}
_NUMERALS = {
    "CD": "2013 2012 10 25 3 1.5 2.4 12,000 500 100 1990 17 9.8 3-0 21-14 30 4 1,200 75".split(),
    "JJ": "23-year-old 2nd 10-year 3rd 18-month 100-day 19th 4th 21st 10-day 45-year-old".split(),
    "NN": "9:30 5th 10k 30 2-1 4th 25m".split(),
    "NNS": "1990s 20s 80s 1970s".split(),
    "NNP": "F-16 5th A380 G20 2014 U-19 I-95 24 7-Eleven".split(),
}


class CaseBook:
    """How raw news writes each word inside a sentence."""

    def __init__(self, sentences: Iterable[list[str]]) -> None:
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for tokens in sentences:
            for before, token in pairwise(tokens):
                if before[-1].isalnum() or before == ",":
                    forms[token.lower().replace(".", "")][token] += 1
        self._name = {word: _best_name(counts) for word, counts in forms.items()}
        self._usual = {word: counts.most_common(1)[0][0] for word, counts in forms.items() if _clear(counts)}

    def dress(self, sample: Sample, dice: random.Random) -> list[str]:
        """The tokens of a lower-cased sentence as print would have them."""
        dressed = [self._dress(token, tag, dice) for token, tag in zip(sample.tokens, sample.tags, strict=True)]
        first = next((i for i, token in enumerate(dressed) if token[0].isalnum() or token in UNKNOWN), None)
        if first is not None:
            dressed[first] = _capital(dressed[first])
        return dressed

    def _dress(self, token: str, tag: str, dice: random.Random) -> str:
        if token == NUMERAL:
            return dice.choice(_NUMERALS.get(tag, _NUMERALS["CD"]))
        if tag in _NAMES:
            return self._name.get(token) or _capital(token)
        return self._usual.get(token, token)


def _best_name(counts: Counter[str]) -> str:
    names = [(count, form) for form, count in counts.items() if form != form.lower()]
    return max(names)[1] if names and max(names)[0] >= 2 else ""


def _clear(counts: Counter[str]) -> bool:
    (form, most), *_ = counts.most_common(1)
    return form != form.lower() and most >= 3 and most > 0.8 * counts.total()


def _capital(token: str) -> str:
    if token in UNKNOWN:
        return "<Unk>"
    return "-".join(part[:1].upper() + part[1:] for part in token.split("-"))
