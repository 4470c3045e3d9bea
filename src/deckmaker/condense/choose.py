"""Which bullets to say: the best cover of what the article says within a budget of words."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.guard import is_mostly_quotation
from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line, Material, Part
from deckmaker.condense.trim import Trim
from deckmaker.document import Place
from deckmaker.language.words import content_stems, word_count, words

BUDGET_SHARE, BUDGET_MOST = 0.55, 330
"""Bullet words as a share of the article's words, and at most."""

LEEWAY = 2
"""Words over the limit that cost nothing: a clean end matters more."""

TOO_LONG = 2.3
"""A bullet of more than so many times the limit is taken only where a section has no other."""

FULL, FEW = 3, 5
"""Bullets that make a slide worth its heading, asked of each part while there are more than so many parts."""

SAME = 0.5
"""Two bullets that share more than this part of their stems say the same."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a bullet worth saying; fitted on scored outlines of real articles (docs/how-it-works.md).

    A bullet's new words are worth their sum divided by its words plus `patience`; words said before count `again`.
    """

    patience: float = 4.2
    again: float = 0.3
    top: float = 2.0
    figure: float = 0.2
    name: float = 0.05
    quotation: float = 0.15
    overlong: float = 0.3


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bullet that could be said: which section it would stand in, its stems, words and own weight."""

    section: int
    places: tuple[Place, ...]
    text: str
    stems: frozenset[str]
    length: int
    weight: float


def share(
    material: Material, parts: Sequence[Part], limits: Limits, trimmed: Mapping[Place, list[Trim]]
) -> tuple[list[Part], list[list[Candidate]]]:
    """The parts and the bullets of each; a part with too few bullets joins a neighbour, as far as the limits let.

    Neighbours that are told by different articles stay apart.
    """
    settled = list(parts)
    chosen = choose(material, [lines for _, lines in settled], limits, trimmed)
    while len(settled) > (limits.slides or limits.sections[0]):
        joinable = [number for number in range(len(settled)) if _related(settled, number)]
        thin = min(joinable, key=lambda number: len(chosen[number]), default=None)
        if thin is None:
            break
        if len(chosen[thin]) >= (limits.bullets[0] if len(settled) <= FEW else min(FULL, limits.bullets[1])):
            break
        around = _related(settled, thin)
        first = min(thin, min(around, key=lambda number: len(chosen[number])))
        settled[first : first + 2] = [_joined(*settled[first : first + 2])]
        chosen = choose(material, [lines for _, lines in settled], limits, trimmed)
    return settled, chosen


def _related(parts: Sequence[Part], number: int) -> list[int]:
    """The neighbours of a part that are from an article that it is from."""
    beside = [other for other in (number - 1, number + 1) if 0 <= other < len(parts)]
    origins = [{line.origin for line in lines} for _, lines in parts]
    return [other for other in beside if origins[other] & origins[number]]


def _joined(one: Part, other: Part) -> Part:
    """Two neighbouring parts as one, under the heading of the larger."""
    return (one if len(one[1]) >= len(other[1]) else other)[0], [*one[1], *other[1]]


def choose(
    material: Material, sections: Sequence[Sequence[Line]], limits: Limits, trimmed: Mapping[Place, list[Trim]]
) -> list[list[Candidate]]:
    """The bullets of each section, in the article's order.

    Greedy: the candidate that adds most worth for each word, first until every section has its least number of
    bullets, then until the budget of words is spent.
    """
    pool = _pool(sections, limits, trimmed)
    article = sum(len(words(line.text)) for line in material.lines)
    budget = min(BUDGET_MOST, max(60, int(article * BUDGET_SHARE)))
    chosen: list[Candidate] = []
    for bound in limits.bullets:
        while best := _best(pool, chosen, material.worth, bound):
            if bound == limits.bullets[1] and sum(c.length for c in chosen) + best.length > budget:
                break
            chosen.append(best)
            pool = [c for c in pool if c.places[-1] != best.places[-1] and not _says_the_same(c, best)]
    return [sorted((c for c in chosen if c.section == n), key=lambda c: c.places[-1]) for n in range(len(sections))]


def _pool(sections: Sequence[Sequence[Line]], limits: Limits, trimmed: Mapping[Place, list[Trim]]) -> list[Candidate]:
    pool = [
        _candidate(section, line, trim, limits)
        for section, lines in enumerate(sections)
        for line in lines
        for trim in trimmed.get(line.place, [])
    ]
    short = [candidate for candidate in pool if candidate.length <= TOO_LONG * limits.words]
    served = {candidate.section for candidate in short}
    return short + [candidate for candidate in pool if candidate.section not in served]


def _candidate(section: int, line: Line, trim: Trim, limits: Limits) -> Candidate:
    """One trim weighed: near the top, with figures and names, not only a quotation, not over the word limit."""
    length = word_count(trim.text)
    weight = (
        WEIGHTS.top * math.exp(-8 * line.depth)
        + WEIGHTS.figure * min(3, len(re.findall(r"\d[\d.,]*", trim.text)))
        + WEIGHTS.name * min(3, len(re.findall(r"(?<!^)\b[A-Z][\w-]+", trim.text)))
        - WEIGHTS.quotation * is_mostly_quotation(trim.text)
        - WEIGHTS.overlong * max(0, length - limits.words - LEEWAY)
    )
    return Candidate(
        section, (*trim.places, line.place), trim.text, frozenset(content_stems(trim.text)), length, weight
    )


def _best(pool: list[Candidate], chosen: list[Candidate], worth: dict[str, float], bound: int) -> Candidate | None:
    said = {stem for c in chosen for stem in c.stems}
    full = {c.section for c in chosen if sum(d.section == c.section for d in chosen) >= bound}
    open_pool = [c for c in pool if c.section not in full]
    return max(open_pool, key=lambda c: (_gain(c, said, worth), c.text), default=None)


def _gain(candidate: Candidate, said: set[str], worth: dict[str, float]) -> float:
    """Worth of what is new, for each word, and the bullet's own weight."""
    new = math.fsum(worth.get(s, 0.5) * (WEIGHTS.again if s in said else 1.0) for s in candidate.stems)
    return new / (WEIGHTS.patience + candidate.length) + candidate.weight


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    shared = len(one.stems & other.stems)
    return shared > SAME * min(len(one.stems), len(other.stems)) and shared >= 3
