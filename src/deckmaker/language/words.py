"""Words of a text: where they are, which carry content, and a stem that joins their forms.

English word lists live here; other languages get words without lists.
"""

import math
import re
from functools import lru_cache
from typing import Any

_MARKS = (
    "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"  # accents and Devanagari's signs: inside a word
)
_HAN, _HIRAGANA, _KATAKANA = "\u3400-\u4dbf\u4e00-\u9fff\u3005", "\u3041-\u309f", "\u30a0-\u30ff"
WORD = re.compile(
    rf"[{_HAN}]+|[{_HIRAGANA}]+|[{_KATAKANA}]+|"
    r"[$€£]?\d[\d.,]*\d(?:\+\d+)?|\d(?:\+\d+)?|[^\W\d_]++(?:[.'’&-][^\W_]++)*\.?(?<=\.\w\.)|"
    rf"(?:[^\W_]++|[{_MARKS}]++)++(?:['’&-](?:[^\W_]++|[{_MARKS}]++)++)*"
)
"""A number, an abbreviation such as U.S., a word with its inner hyphens and apostrophes; in Chinese and Japanese, which
write no spaces, a run of one script.
"""

_EAST_ASIAN = re.compile(rf"[{_HAN}]+|[{_HIRAGANA}]+|[{_KATAKANA}]+")
_EAST_ASIAN_WORD = 2
"""Characters that count as a word there."""

STOP_WORDS = frozenset(
    """a about above across after again against ago all almost along already also although always am among an and
    another any anyone anything are around as at away back be because become been before began being below between
    both but by came can cannot come could did do does doing done down during each either else enough even ever every
    everyone few first for from further get gets getting give given go goes going gone got had has have having he her
    here hers herself him himself his how however i if in including indeed instead into is it its itself just keep
    kept last later least less let like likely made make makes making many may maybe me might mine more most much must
    my myself near nearly need needs neither never next no none nor not nothing now of off often on once one only onto
    or other others our ours ourselves out over own part per perhaps put quite rather really recently s said same saw
    say saying says see seem seemed seems seen several shall she should since so some someone something soon still
    such t take taken tell than that the their theirs them themselves then there therefore these they thing things
    this those though three through throughout thus to today together told too took toward towards two under until up
    upon us use used very via was way we week well went were what whatever when where whether which while who whole
    whom whose why will with within without would year years yes yet you your yours yourself monday tuesday wednesday
    thursday friday saturday sunday according added adding""".split()
)


def words(text: str) -> list[str]:
    """The words of a text, as written."""
    return WORD.findall(text)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A key that a word's forms share: "Cooperation", "cooperating" -> "cooper" (Snowball's English stemmer)."""
    key = word.lower().replace("’", "'").removesuffix("'s")
    return key if any(c.isdigit() for c in key) else _stemmer().stemWord(key)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def word_count(text: str) -> int:
    """How many words a text has: what spaces part; in Chinese and Japanese, every two characters."""
    wide = sum(len(run) for run in _EAST_ASIAN.findall(text))
    return len(text.split()) if not wide else len(_EAST_ASIAN.sub(" ", text).split()) + wide // _EAST_ASIAN_WORD


def content_stems(text: str) -> list[str]:
    """The stems of the words that carry content, in order; of Chinese characters each neighbouring two."""
    return [
        found
        for word in words(text)
        if word.lower() not in STOP_WORDS and (len(word) > 1 or word.isdigit())
        for found in (_pairs(word) if "\u3005" <= word[0] <= "\u9fff" else [stem(word)])
    ]


def _pairs(run: str) -> list[str]:
    """What stands for the words of a run without spaces: pairs of characters, all of a katakana run, no hiragana."""
    if "\u3041" <= run[0] <= "\u30ff":
        return [run] if run[0] >= "\u30a0" else []
    return [run[i : i + 2] for i in range(len(run) - 1)]


def information(text: str) -> float:
    """How much a text says: the rarities of its different content words, added up."""
    rare: dict[str, float] = {}
    for word in words(text):
        if word.lower() not in STOP_WORDS and len(word) > 1:
            rare[stem(word)] = max(rare.get(stem(word), 0.0), rarity(word))
    return math.fsum(rare.values())


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """How rare an English word is in news, from 0 ("the") to 1 (a figure, or a word that the network never met).

    By Zipf's law the logarithm of a word's rank stands for its information; the network's vocabulary is in that order.
    """
    from deckmaker.language.network import load

    if any(c.isdigit() for c in word):
        return 1.0
    ranks = load().vocabulary.words
    rank = ranks.get(word.lower().replace("’", "'"))
    return 1.0 if rank is None else math.log(1 + rank) / math.log(1 + len(ranks))
