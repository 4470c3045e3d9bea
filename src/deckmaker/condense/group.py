"""The parts of several articles by topic: those that speak of the same come together under one heading."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
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
    topics = [_topic(number, part, rarity) for number, parts in enumerate(articles) for part in parts]
    while pair := _most_alike(topics, ALIKE) or _most_alike(topics, A_LITTLE_ALIKE, FEW) or _orphan(topics, kin):
        topics = _joined(topics, *pair)
    while len(topics) > limits.section_count(limits.sections[1]):
        topics = _joined(topics, *_smallest(topics))
    return [(topic.heading, list(topic.lines)) for topic in topics]


def _rarity(parts: Sequence[Part]) -> dict[str, float]:
    """Stem -> in how few of the parts it stands."""
    common = Counter(stem for _, lines in parts for stem in {stem for line in lines for stem in line.stems})
    return {stem: math.log((1 + len(parts)) / count) for stem, count in common.items()}


def _topic(number: int, part: Part, rarity: Mapping[str, float]) -> Topic:
    heading, lines = part
    counts = Counter(stem for line in lines for stem in line.stems)
    weights = {stem: math.log1p(count) * rarity[stem] for stem, count in counts.items()}
    return Topic(frozenset({number}), heading, tuple(lines), weights)


def _most_alike(topics: Sequence[Topic], least: float, few: float = math.inf) -> tuple[int, int] | None:
    """The two topics of different articles that are most alike, one of them of few lines; None when none are alike."""
    pairs = [
        (i, j)
        for i, j in combinations(range(len(topics)), 2)
        if not topics[i].articles & topics[j].articles and min(len(topics[i].lines), len(topics[j].lines)) < few
    ]
    best, pair = _nearest(topics, pairs)
    return pair if best >= least else None


def _orphan(topics: Sequence[Topic], kin: Collection[frozenset[int]]) -> tuple[int, int] | None:
    """A topic of too few lines that stands alone for its article, and the most alike of an article that is kin."""
    for i, small in enumerate(topics):
        alone = not any(small.articles & other.articles for other in topics if other is not small)
        if len(small.lines) < TOO_FEW and alone:
            related = {number for pair in kin if pair & small.articles for number in pair}
            pairs = [(min(i, j), max(i, j)) for j, other in enumerate(topics) if j != i and other.articles & related]
            if pairs:
                return _nearest(topics, pairs)[1]
    return None


def _nearest(topics: Sequence[Topic], pairs: Sequence[tuple[int, int]]) -> tuple[float, tuple[int, int]]:
    """The most alike of pairs of topics, the first of equals, and how alike they are."""
    found = [(_likeness(topics[i], topics[j]), -i, -j) for i, j in pairs]
    best, i, j = max(found, default=(0.0, 0, 0))
    return best, (-i, -j)


def _likeness(one: Topic, other: Topic) -> float:
    """The cosine of the angle between the weights of two topics' stems, from 0 to 1."""
    shared = math.fsum(weight * other.weights.get(stem, 0.0) for stem, weight in one.weights.items())
    sizes = (math.fsum(weight**2 for weight in topic.weights.values()) for topic in (one, other))
    return shared / (math.sqrt(math.prod(sizes)) or 1.0)


def _smallest(topics: Sequence[Topic]) -> tuple[int, int]:
    """The neighbours that are joined first: of the same articles before all others, then those with fewest lines."""
    return min(
        pairwise(range(len(topics))),
        key=lambda pair: (
            not topics[pair[0]].articles & topics[pair[1]].articles,
            len(topics[pair[0]].lines) + len(topics[pair[1]].lines),
        ),
    )


def _joined(topics: Sequence[Topic], i: int, j: int) -> list[Topic]:
    """The topics with the later of two joined to the earlier, under the telling heading of the larger."""
    one, other = topics[i], topics[j]
    heading = max(one, other, key=lambda topic: (is_telling(topic.heading), len(topic.lines))).heading
    lines = sorted((*one.lines, *other.lines), key=lambda line: line.place)
    stems = {*one.weights, *other.weights}
    weights = {stem: math.hypot(one.weights.get(stem, 0.0), other.weights.get(stem, 0.0)) for stem in sorted(stems)}
    whole = Topic(one.articles | other.articles, heading, tuple(lines), weights)
    return [whole if number == i else topic for number, topic in enumerate(topics) if number != j]
