"""Finds which slide of an edited deck is which of those that were written."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from deckmaker.deck.seen import Seen, Written

_LEAST = 0.5
"""Slides and bullets of which less is the same are taken for others."""


def match_slides(written: Sequence[Written], seen: Sequence[Seen]) -> list[int | None]:
    """For each slide seen, the number from 0 of the one that was written; None for a new one.

    The same title comes first, then the same words, then the same place among slides that were matched.
    """
    found: list[int | None] = [None] * len(seen)
    free = dict.fromkeys(range(len(written)))
    titles = {one.seen.title: number for number, one in enumerate(written)}
    for index, slide in enumerate(seen):
        number = titles.get(slide.title)
        if number in free and slide.title:
            found[index] = number
            del free[number]
    for index, slide in enumerate(seen):
        if found[index] is None and free:
            best = max(free, key=lambda number: _alike(written[number].seen, slide))
            if _alike(written[best].seen, slide) >= _LEAST:
                found[index] = best
                del free[best]
    _by_place(found, free, len(written))
    return found


def _alike(written: Seen, seen: Seen) -> float:
    """How much of two slides' words is the same, from 0 to 1."""
    one, other = Counter(written.words()), Counter(seen.words())
    total = max(sum(one.values()), sum(other.values()))
    return sum((one & other).values()) / total if total else 0.0


def _by_place(found: list[int | None], free: dict[int, None], count: int) -> None:
    """Match a slide alone between two matched neighbours with the slide that was alone between them."""
    for index, number in enumerate(found):
        before = found[index - 1] if index else -1
        after = found[index + 1] if index + 1 < len(found) else count
        if number is None and before is not None and after == before + 2 and before + 1 in free:
            found[index] = before + 1
            del free[before + 1]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, by their words."""
    return SequenceMatcher(None, one.casefold().split(), other.casefold().split(), autojunk=False).ratio()


def nearest(text: str, others: Sequence[str]) -> int | None:
    """The number of the text that is most like this one, if one is like it at all."""
    best = max(range(len(others)), key=lambda index: likeness(text, others[index]), default=None)
    return best if best is not None and likeness(text, others[best]) >= _LEAST else None
