"""What is seen between two paragraphs that tells whether the topic changes there, as plain numbers."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from deckmaker.language.word_lists import OPENERS
from deckmaker.language.words import content_stems, rarity, stem, words

NEAR, FADING = 6, 0.6
"""How many paragraphs on each side are compared, and how much less each further one counts."""

SHORT = 12
"""A paragraph of fewer words is an item of a list, or a line of a verse."""

_ENDED = re.compile(r"[.!?…。][”\"’»')\]]*$")
_JOINING = OPENERS | frozenset("and but or so nor yet he she his her".split())

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is seen at the gap before a paragraph; or, as a value of its own, what each signal weighs.

    alike, close and dip compare the words on both sides (cosines); apart is what the likelihood of four paragraphs
    gains when they are parted; fresh is the share of new words after the gap, begun those that come back; the rest
    is the look of the two paragraphs: their words, a colon, no full stop, two items of a list, a joining opener, the
    end of the article near.
    """

    alike: float
    close: float
    dip: float
    apart: float
    fresh: float
    begun: float
    words_before: float
    words_after: float
    colon: float
    unended: float
    items: float
    joined: float
    last: float

    def dot(self, weights: "Gap") -> float:
        """The weighted sum of the signals."""
        return math.fsum(getattr(self, name) * getattr(weights, name) for name in self.__slots__)


def gaps(paragraphs: Sequence[str], *, english: bool = True) -> list[Gap]:
    """What is seen at each gap between two paragraphs, in order."""
    counts = [Counter(content_stems(text)) for text in paragraphs]
    vectors = _vectors(paragraphs, counts, english=english)
    after = _faded(vectors)
    before = _faded(vectors[::-1])[::-1]
    table = likelihoods(counts, 4)
    close = [_cosine(_sum(vectors[max(0, i - 3) : i]), _sum(vectors[i : i + 3])) for i in range(1, len(vectors))]
    return [
        Gap(
            _cosine(before[i - 1], after[i]),
            close[i - 1],
            max(close[max(0, i - 4) : i]) + max(close[i - 1 : i + 3]) - 2 * close[i - 1],
            _apart(table, counts, i),
            *_newness(counts, i),
            *_look(paragraphs, i, english=english),
        )
        for i in range(1, len(paragraphs))
    ]


def likelihoods(counts: Sequence[Counter[str]], longest: int | None = None) -> list[list[float]]:
    """table[a][b - a]: the log-likelihood of the words of units a to b (b excluded), with add-one smoothing."""
    vocabulary = len(set().union(*counts)) or 1
    longest = longest or len(counts)
    return [_growing(counts[start : start + longest], vocabulary) for start in range(len(counts))]


def _growing(counts: Sequence[Counter[str]], vocabulary: int) -> list[float]:
    """The log-likelihood of the first 0, 1, 2 … units together."""
    seen: Counter[str] = Counter()
    total, likelihood, found = 0, 0.0, [0.0]
    for count in counts:
        for word, n in count.items():
            old = seen[word]
            seen[word] = old + n
            likelihood += (old + n) * math.log(old + n + 1) - old * math.log(old + 1)
            total += n
        found.append(likelihood - total * math.log(total + vocabulary))
    return found


def _apart(table: list[list[float]], counts: Sequence[Counter[str]], i: int) -> float:
    """What the likelihood of two paragraphs before and two after gains for each word when they are parted."""
    start, end = max(0, i - 2), min(len(counts), i + 2)
    total = sum(counts[k].total() for k in range(start, end)) or 1
    return (table[start][i - start] + table[i][end - i] - table[start][end - start]) / total


def _vectors(paragraphs: Sequence[str], counts: Sequence[Counter[str]], *, english: bool) -> list[Vector]:
    """Each paragraph's stems, weighed by how often they come here, how few paragraphs have them, how rare they are."""
    spread = Counter(found for count in counts for found in count)
    rare: dict[str, float] = {}
    for word in {word for text in paragraphs for word in words(text)} if english else ():
        rare[stem(word)] = max(rare.get(stem(word), 0.0), rarity(word))
    size = len(paragraphs) + 1
    return [
        {s: (1 + math.log(n)) * math.log(size / (spread[s] + 0.5)) * rare.get(s, 1.0) for s, n in count.items()}
        for count in counts
    ]


def _faded(vectors: Sequence[Vector]) -> list[Vector]:
    """For each place the sum of the vectors from there on, each further one counting less."""
    return [
        _sum({s: v * FADING**step for s, v in vector.items()} for step, vector in enumerate(vectors[i : i + NEAR]))
        for i in range(len(vectors))
    ]


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: dict[str, float] = {}
    for vector in vectors:
        for key, value in vector.items():
            total[key] = total.get(key, 0.0) + value
    return total


def _cosine(one: Vector, other: Vector) -> float:
    product = math.fsum(value * other[key] for key, value in one.items() if key in other)
    norm = math.fsum(v * v for v in one.values()) * math.fsum(v * v for v in other.values())
    return product / math.sqrt(norm) if norm else 0.0


def _newness(counts: Sequence[Counter[str]], i: int) -> tuple[float, float]:
    """The share of the paragraph's stems that are new, and how many of them come back within six paragraphs."""
    said = set().union(*counts[:i])
    new = [s for s in counts[i] if s not in said]
    soon = set().union(*counts[i + 1 : i + 1 + NEAR])
    size = len(counts[i]) + 1
    return len(new) / size, sum(s in soon for s in new) / math.sqrt(size)


def _look(paragraphs: Sequence[str], i: int, *, english: bool) -> tuple[float, ...]:
    before, after = paragraphs[i - 1].strip(), paragraphs[i].strip()
    sizes = [max(1, len(text.split())) for text in (before, after)]
    ended = [bool(_ENDED.search(text)) for text in (before, after)]
    return (
        math.log(sizes[0]),
        math.log(sizes[1]),
        float(before.endswith(":")),
        float(not any(ended)),
        float(max(sizes) < SHORT),
        float(english and (words(after[:40]) or [""])[0].lower() in _JOINING),
        math.exp(-(len(paragraphs) - 1 - i) / 2),
    )
