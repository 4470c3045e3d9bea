"""The parts of several articles by topic: those that speak of the same come together under one heading."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line, Part
from deckmaker.condense.vague import is_telling

ALIKE = 0.25
"""Parts of two articles whose words are so alike (cosine of their weights) speak of one topic."""

A_LITTLE_ALIKE, FEW = 0.08, 5
"""How alike a part of fewer lines than so many is to one that it joins: it cannot fill a section by itself."""

TOO_FEW = 3
"""A part of fewer lines joins the most alike of an article about the same story, alike or not."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What articles say of one topic: their numbers, the heading, the lines, and the weight of each stem."""

    articles: frozenset[int]
    heading: str
    lines: tuple[Line, ...]
    weights: Mapping[str, float]


def group(articles: Sequence[Sequence[Part]], kin: Collection[frozenset[int]], limits: Limits) -> list[Part]:
    """The parts of all articles, no more than the limits allow, in the order in which their first lines stand.

    Parts of different articles are joined while they are alike, the most alike first, and small ones while there is
    one to join; then neighbours while there are too many, those of one article first, the smallest first.  kin are
    the pairs of articles about one story.
    """
    rarity = _rarity([part for parts in articles for part in parts])
    table = Table([_topic(number, part, rarity) for number, parts in enumerate(articles) for part in parts])
    while pair := table.most_alike(ALIKE) or table.most_alike(A_LITTLE_ALIKE, FEW) or table.orphan(kin):
        table.join(*pair)
    while len(table.topics) > limits.section_count(limits.sections[1]):
        table.join(*table.smallest())
    return [(topic.heading, list(topic.lines)) for topic in table.topics.values()]


def _rarity(parts: Sequence[Part]) -> dict[str, float]:
    """Stem -> in how few of the parts it stands."""
    common = Counter(stem for _, lines in parts for stem in {stem for line in lines for stem in line.stems})
    return {stem: math.log((1 + len(parts)) / count) for stem, count in common.items()}


def _topic(number: int, part: Part, rarity: Mapping[str, float]) -> Topic:
    heading, lines = part
    counts = Counter(stem for line in lines for stem in line.stems)
    weights = {stem: math.log1p(count) * rarity[stem] for stem, count in counts.items()}
    return Topic(frozenset({number}), heading, tuple(lines), weights)


class Table:
    """Topics by their number, in the order in which their first lines stand, and how alike each two are.

    The earlier of two that are joined keeps its number.
    """

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.topics = dict(enumerate(topics))
        self._alike = {(i, j): _likeness(topics[i], topics[j]) for i, j in combinations(range(len(topics)), 2)}

    def join(self, i: int, j: int) -> None:
        """Make one of two topics; j is the later."""
        self.topics[i] = _joined(self.topics[i], self.topics.pop(j))
        self._alike = {pair: value for pair, value in self._alike.items() if j not in pair}
        for other in self.topics:
            if other != i:
                pair = (min(i, other), max(i, other))
                self._alike[pair] = _likeness(self.topics[i], self.topics[other])

    def most_alike(self, least: float, few: float = math.inf) -> tuple[int, int] | None:
        """The two topics of different articles that are most alike, one of them of few lines; None when none are."""
        return self._nearest(
            (i, j)
            for (i, j), value in self._alike.items()
            if value >= least
            and min(len(self.topics[i].lines), len(self.topics[j].lines)) < few
            and not self.topics[i].articles & self.topics[j].articles
        )

    def orphan(self, kin: Collection[frozenset[int]]) -> tuple[int, int] | None:
        """A topic of too few lines that stands alone for its article, and the most alike of an article that is kin."""
        for i, small in self.topics.items():
            others = {j: topic for j, topic in self.topics.items() if j != i}
            if len(small.lines) < TOO_FEW and not any(small.articles & topic.articles for topic in others.values()):
                related = {number for pair in kin if pair & small.articles for number in pair}
                near = [(min(i, j), max(i, j)) for j, topic in others.items() if topic.articles & related]
                if near:
                    return self._nearest(near)
        return None

    def smallest(self) -> tuple[int, int]:
        """The neighbours that are joined first: those of one article before all others, then those of fewest lines."""
        return min(pairwise(self.topics), key=self._size)

    def _size(self, pair: tuple[int, int]) -> tuple[bool, int]:
        one, other = (self.topics[number] for number in pair)
        return not one.articles & other.articles, len(one.lines) + len(other.lines)

    def _nearest(self, pairs: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """The most alike of pairs of topics, the first of equals."""
        return max(pairs, key=lambda pair: (self._alike[pair], -pair[0], -pair[1]), default=None)


def _likeness(one: Topic, other: Topic) -> float:
    """The cosine of the angle between the weights of two topics' stems, from 0 to 1."""
    few, many = sorted((one.weights, other.weights), key=len)
    shared = math.fsum(weight * many[stem] for stem, weight in few.items() if stem in many)
    sizes = (math.fsum(weight**2 for weight in topic.weights.values()) for topic in (one, other))
    return shared / (math.sqrt(math.prod(sizes)) or 1.0)


def _joined(one: Topic, other: Topic) -> Topic:
    """Two topics as one, under the telling heading of the larger."""
    heading = max(one, other, key=lambda topic: (is_telling(topic.heading), len(topic.lines))).heading
    lines = sorted((*one.lines, *other.lines), key=lambda line: line.place)
    stems = sorted({*one.weights, *other.weights})
    weights = {stem: math.hypot(one.weights.get(stem, 0.0), other.weights.get(stem, 0.0)) for stem in stems}
    return Topic(one.articles | other.articles, heading, tuple(lines), weights)
