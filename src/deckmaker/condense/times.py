"""Phrases that tell a time: whole ("at the end of 2017"), gone on with, or counted from another ("a year earlier")."""

import re

from deckmaker.condense.tree import Tree
from deckmaker.condense.when import ORDINALS, YEAR
from deckmaker.language.word_lists import MONTHS, TIMES, WEEKDAYS

_OPENINGS = frozenset("in at on over by during as".split())
_PARTS = frozenset("end start beginning middle close half quarter".split()) | set(ORDINALS)
"""Words that tell a time only with one behind them: "the end of 2017", "the twentieth of August"."""

_EARLIER = frozenset("earlier later previous following next same".split())
"""Beside a stretch of time these count from a time told before: "the previous week", "a year earlier"."""

_SPANS = frozenset("day days week weeks month months year years night morning evening".split())


def follows_a_time(tree: Tree, first: int) -> bool:
    """Whether what begins here goes on telling the time: "on the twentieth of August [in the year 2024]".

    Also "for the first time [in 25 years]".
    """
    if not 0 < first < tree.size:
        return False
    before = tree.lower[first - 1].rstrip(".")
    once = before in ("time", "times") and tree.lower[first] in ("in", "since", "for")
    return once or (tree.lower[first] in _OPENINGS and before in MONTHS | WEEKDAYS)


def says_when(tree: Tree, i: int) -> bool:
    """Whether what hangs on token i tells a time: "at the end of 2017", "on August 20", "over the next decade"."""
    if tree.lower[tree.spans[i][0]] not in _OPENINGS:
        return False
    part = tree.lower[i] in _PARTS and any(_is_time(tree, k) for k in tree.kids[i])
    return (part or _is_time(tree, i)) and not any(tree.tags[k].startswith("VB") for k in tree.subtree(i))


def _is_time(tree: Tree, i: int) -> bool:
    word = tree.lower[i].rstrip(".")
    return word in MONTHS | WEEKDAYS | TIMES - {"time"} or re.fullmatch(YEAR, word) is not None


def counts_from_another(tree: Tree, i: int) -> bool:
    """Whether "previous" or "earlier" counts from a time that the sentence does not tell: "a year earlier"."""
    word, following = tree.lower[i], tree.lower[i + 1 : i + 2]
    if word in ("earlier", "later"):
        bare = tree.lower[i - 1 : i] and tree.lower[i - 1] in _SPANS and following not in (("this",), ("than",))
        return bool(bare) and tree.lower[i - 2 : i - 1] != ("than",)
    named = word in _EARLIER and following and following[0] in _SPANS
    return (
        bool(named) and (word != "next" or tree.lower[i - 1 : i] == ("the",)) and "as" not in tree.lower[i + 2 : i + 3]
    )
