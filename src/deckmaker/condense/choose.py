"""Which bullets to say: the best cover of what the article says within a budget of words."""

from dataclasses import dataclass

from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line, Material
from deckmaker.condense.trim import trims
from deckmaker.document import Place
from deckmaker.language.words import content_stems, words

BUDGET_SHARE, BUDGET_MOST = 0.55, 300
"""Bullet words as a share of the article's words, and at most."""

MOST_LINES = 60
"""How many lines of a section are considered."""

SAME = 0.5
"""Two bullets that share more than this part of their stems say the same."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bullet that could be said: which section it would stand in, its stems, words and weight."""

    section: int
    place: Place
    text: str
    stems: frozenset[str]
    length: int
    weight: float


def choose(material: Material, sections: list[list[Line]], limits: Limits, english: bool) -> list[list[Candidate]]:
    """The bullets of each section, in the article's order.

    Greedy: the candidate that adds most worth for each word, first until every section has its least number of
    bullets, then until the budget of words is spent.
    """
    pool = [
        c
        for i, lines in enumerate(sections)
        for line in _best_lines(lines)
        for c in _candidates(i, line, limits, english)
    ]
    article = sum(len(words(line.text)) for line in material.lines)
    budget = min(BUDGET_MOST, max(60, int(article * BUDGET_SHARE)))
    chosen: list[Candidate] = []
    least, most = limits.bullets
    for bound in (least, most):
        while best := _best(pool, chosen, material.worth, bound):
            if bound == most and sum(c.length for c in chosen) + best.length > budget:
                break
            chosen.append(best)
            pool = [c for c in pool if c.place != best.place and not _says_the_same(c, best)]
    return [sorted((c for c in chosen if c.section == i), key=lambda c: c.place) for i in range(len(sections))]


def _best_lines(lines: list[Line]) -> list[Line]:
    """The heaviest lines of a section; the rest is not looked at, so that work does not grow with the square."""
    return sorted(lines, key=lambda line: (-line.weight, line.place))[:MOST_LINES]


def _candidates(section: int, line: Line, limits: Limits, english: bool) -> list[Candidate]:
    found = []
    for text in trims(line.text, english):
        stems = frozenset(content_stems(text))
        if stems:
            found.append(
                Candidate(section, line.place, text, stems, len(text.split()), line.weight - _overlong(text, limits))
            )
    return found


def _overlong(text: str, limits: Limits) -> float:
    """What a bullet loses for each word beyond the limit."""
    return 0.1 * max(0, len(text.split()) - limits.words)


def _best(pool: list[Candidate], chosen: list[Candidate], worth: dict[str, float], bound: int) -> Candidate | None:
    said = {stem for c in chosen for stem in c.stems}
    full = {c.section for c in chosen if sum(d.section == c.section for d in chosen) >= bound}
    open_pool = [c for c in pool if c.section not in full]
    return max(
        open_pool,
        key=lambda c: (_gain(c, said, worth), -c.place.block, -c.place.sentence, c.text),
        default=None,
    )


def _gain(candidate: Candidate, said: set[str], worth: dict[str, float]) -> float:
    """Worth of what is new, for each word, and the sentence's own weight."""
    new = sum(worth.get(stem, 0.5) for stem in candidate.stems - said)
    return new / (3 + candidate.length) + candidate.weight


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    shared = len(one.stems & other.stems)
    return shared > SAME * min(len(one.stems), len(other.stems)) and shared >= 3
