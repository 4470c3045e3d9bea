"""Which bullets to say: the best cover of what the article says within a budget of words."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deckmaker.condense.antecedents import Told
from deckmaker.condense.guard import is_mostly_quotation
from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line, Material, Origin
from deckmaker.condense.nearness import Opening, nearness, openings
from deckmaker.condense.trim import Trim
from deckmaker.document import Place
from deckmaker.language.word_lists import FEELING
from deckmaker.language.words import content_stems, word_count, words
from deckmaker.outline import Bullet

BUDGET_SHARE, BUDGET_MOST = 0.59, 330
"""Bullet words as a share of the article's words, and at most."""

SUMMARY_NEARER = 6.0
"""How much more nearness to the opening counts in a summary of a few bullets."""

LEEWAY = 2
"""Words over the limit that cost nothing: a clean end matters more."""

TOO_LONG = 2.3
"""A bullet of more than so many times the limit is taken only where a section has no other."""

LEAST_GAIN = -3.2
"""A bullet that gains less is left out once each section has its least number."""

TOLERATED = -20.0
"""A bullet that gains less is left out also where a section has only one: it joins a neighbour, if it can."""

SAME_SENTENCE = 0.45
"""The same of two bullets that one sentence gives."""

SAME, SAME_ELSEWHERE = 0.59, 0.5
"""Two bullets that share more than this part of their stems say the same; of different articles, than the second."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes a bullet worth saying; fitted on scored outlines of real articles (docs/how-it-works.md).

    A bullet's new words are worth their sum divided by its words plus `patience`; words said before count `again`.
    top, early and opening are for nearness to the article's opening; late, apart and slight against what stands at its
    end, what nothing else in it speaks of, and what has none of its weighty words.
    """

    patience: float = 12.0
    again: float = 0.1
    top: float = 2.8
    early: float = 1.9
    opening: float = 1.94
    late: float = 2.0
    apart: float = 1.2
    slight: float = 2.1
    figure: float = 0.4
    name: float = 0.14
    quotation: float = 0.6
    overlong: float = 1.6
    adrift: float = 2.5
    unknown: float = 0.7
    feeling: float = 2.0
    detail: float = 0.03
    doubt: float = 1.8


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bullet that could be said: which section it would stand in, its stems, words and own weight.

    length counts the words of the bullet and of those below it; longest those of the longest of them.  One that leans
    has to follow a bullet of the sentence before (previous), after holds what has to be told before, as in Trim; needs
    are the stems that a bullet before should have told; parts the stems of each of its lines, when it has several;
    ends is where in its sentence its last word stands.
    """

    section: int
    places: tuple[Place, ...]
    text: str
    stems: frozenset[str]
    length: int
    longest: int
    weight: float
    below: tuple[str, ...] = ()
    leans: bool = False
    previous: Place | None = None
    after: frozenset[Told] = frozenset()
    needs: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()
    origin: Origin | None = None
    ends: int = 0

    def bullet(self) -> Bullet:
        """The candidate as the outline says it."""
        return Bullet(self.text, self.places, tuple(Bullet(text, self.places) for text in self.below))


def choose(
    material: Material, sections: Sequence[Sequence[Line]], limits: Limits, trimmed: Mapping[Place, list[Trim]]
) -> list[list[Candidate]]:
    """The bullets of each section, in the article's order.

    Greedy: the candidate that adds most worth for each word, first until every section has its least number of
    bullets, then until the budget of words is spent.
    """
    pool = _pool(material, sections, limits, trimmed)
    article = sum(len(words(line.text)) for line in material.lines)
    budget = min(BUDGET_MOST, max(60, int(article * BUDGET_SHARE)))
    chosen: list[Candidate] = []
    least, most = limits.bullets
    for bound, enough in ((1, -math.inf), (least, TOLERATED), (most, LEAST_GAIN)):
        while best := _best(pool, chosen, material.worth, bound):
            gain, candidate = best
            spent = sum(c.length for c in chosen) + candidate.length
            if gain < enough or (bound == most and spent > budget):
                break
            chosen.append(candidate)
            pool = [c for c in pool if not _says_the_same(c, candidate)]
    return [
        sorted((c for c in chosen if c.section == n), key=lambda c: (c.places[-1], c.ends))
        for n in range(len(sections))
    ]


def _pool(
    material: Material, sections: Sequence[Sequence[Line]], limits: Limits, trimmed: Mapping[Place, list[Trim]]
) -> list[Candidate]:
    first: dict[str, Place] = {}
    for line in material.lines:
        for stem in line.stems:
            first.setdefault(stem, line.place)
    found = openings(sections, material.worth)
    pool = [
        _candidate(section, line, trim, (limits, found))
        for section, lines in enumerate(sections)
        for line in lines
        for trim in trimmed.get(line.place, [])
        if not (trim.below and _fits_whole(trim, limits))
    ]
    previous = {line.place: before.place for before, line in pairwise(material.lines)}
    pool = [replace(c, previous=previous.get(c.places[-1])) if c.leans else c for c in pool]
    pool = [_with_needs(c, first, material.named) if c.needs else c for c in pool]
    short = [candidate for candidate in pool if candidate.longest <= TOO_LONG * limits.words]
    served = {candidate.section for candidate in short}
    return short + [candidate for candidate in pool if candidate.section not in served]


def _fits_whole(trim: Trim, limits: Limits) -> bool:
    """Whether a split bullet need not be split, as longer bullets than usual are asked for."""
    return sum(word_count(text) for text in (trim.text, *trim.below)) < limits.words + LEEWAY


def _with_needs(candidate: Candidate, first: Mapping[str, Place], named: frozenset[str]) -> Candidate:
    """The candidate with what it needs of the article's earlier sentences; what nothing before explains costs at once.

    first is the place where the article has each stem first.
    """
    place = candidate.places[-1]
    needs = candidate.needs - named
    before = frozenset(stem for stem in needs if first.get(stem, place) < place)
    return replace(candidate, needs=before, weight=candidate.weight - WEIGHTS.unknown * bool(needs - before))


def _candidate(section: int, line: Line, trim: Trim, frame: tuple[Limits, Mapping[Origin, Opening]]) -> Candidate:
    """One trim weighed: near the matter, with figures and names, not only a quotation, not over the word limit."""
    limits, found = frame
    lengths = [word_count(text) for text in (trim.text, *trim.below)]
    said = " ".join((trim.text, *trim.below))
    parts = tuple(frozenset(content_stems(text)) for text in (trim.text, *trim.below)) if trim.below else ()
    stems = frozenset().union(*parts) if parts else frozenset(content_stems(said))
    near, nearer = nearness(line, stems, found), SUMMARY_NEARER if limits.is_summary else 1.0
    weight = (
        WEIGHTS.top * math.exp(-8 * line.depth)
        + WEIGHTS.early * near.early * nearer
        + WEIGHTS.opening * near.shared * nearer
        + WEIGHTS.figure * min(3, len(re.findall(r"\d[\d.,]*", said)))
        + WEIGHTS.name * min(3, len(re.findall(r"(?<!^)\b[A-Z][\w-]+", said)))
        - WEIGHTS.late * near.late
        - WEIGHTS.apart * near.apart
        - WEIGHTS.slight * near.slight
        - WEIGHTS.feeling * bool(FEELING & {word.lower() for word in words(said)})
        - WEIGHTS.quotation * is_mostly_quotation(trim.text)
        - WEIGHTS.overlong * max(0, max(lengths) - limits.words - LEEWAY)
        - WEIGHTS.detail * len(trim.below)
        - WEIGHTS.doubt * trim.doubt
    )
    places = (*trim.places, line.place)
    return Candidate(
        section=section,
        places=places,
        text=trim.full or trim.text if limits.as_sentences else trim.text,
        stems=stems,
        length=sum(lengths),
        longest=max(lengths),
        weight=weight,
        below=trim.below,
        leans=trim.leans,
        after=trim.after,
        needs=trim.needs,
        parts=parts,
        origin=line.origin,
        ends=line.text.rfind(trim.text.split()[-1].strip("”\"’'.,")),
    )


def _best(
    pool: list[Candidate], chosen: list[Candidate], worth: dict[str, float], bound: int
) -> tuple[float, Candidate] | None:
    """The candidate that gains most, of sections with fewer than bound bullets, with its gain."""
    said = {stem for c in chosen for stem in c.stems}
    full = {c.section for c in chosen if sum(d.section == c.section for d in chosen) >= bound}
    held = {(c.section, c.places[-1]) for c in chosen}
    told = {(c.places[-1], stem) for c in chosen for stem in c.stems}
    open_pool = [
        c
        for c in pool
        if c.section not in full and (not c.leans or (c.section, c.previous) in held) and _is_explained(c, told)
    ]
    gains = [(_gain(c, said, worth) - WEIGHTS.adrift * _is_adrift(c, chosen), c) for c in open_pool]
    return max(gains, key=lambda entry: (entry[0], entry[1].text, entry[1].below), default=None)


def _is_explained(candidate: Candidate, told: set[tuple[Place, str]]) -> bool:
    """Whether a bullet tells of each thing that the candidate points at."""
    return {stem for _, stem in candidate.after} == {stem for _, stem in candidate.after & told}


def _gain(candidate: Candidate, said: set[str], worth: dict[str, float]) -> float:
    """Worth of what is new, for each word, and the bullet's own weight."""
    new = math.fsum(worth.get(s, 0.5) * (WEIGHTS.again if s in said else 1.0) for s in candidate.stems)
    return new / (WEIGHTS.patience + candidate.length) + candidate.weight


def _is_adrift(candidate: Candidate, chosen: list[Candidate]) -> bool:
    """Whether it needs something that none of the bullets before it tells."""
    needs = set(candidate.needs)
    for other in chosen if needs else ():
        if other.places[-1] < candidate.places[-1]:
            needs -= other.stems
    return bool(needs)


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    """Whether the two share most of their stems; of two articles, also a line of the one and a line of the other.

    Of one sentence, already when they share more than who it is about.
    """
    if one.places[-1] == other.places[-1]:
        return len(one.stems & other.stems) > SAME_SENTENCE * min(len(one.stems), len(other.stems))
    if one.origin == other.origin:
        return _are_alike(one.stems, other.stems, SAME)
    mine, theirs = (one.stems, *one.parts), (other.stems, *other.parts)
    return any(_are_alike(part, twin, SAME_ELSEWHERE) for part in mine for twin in theirs)


def _are_alike(one: frozenset[str], other: frozenset[str], most: float) -> bool:
    shared = len(one & other)
    return shared > most * min(len(one), len(other)) and shared >= 3
