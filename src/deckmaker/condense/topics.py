"""Where the topic changes: paragraphs -> the best cut into parts.

Each gap between two paragraphs has the log-odds that an author would put a heading there (gaps); each part has the
likelihood of its words under its own counts (Utiyama and Isahara 2001).  The cut with the highest sum is found exactly
by dynamic programming.  The weights were fitted on articles whose authors wrote headings
(benchmarks/segmentation.py --fit).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from deckmaker.condense.gaps import Gap, gaps, likelihoods
from deckmaker.language.words import content_stems

WEIGHTS = Gap(-8.1, 5.0, 2.2, 7.2, -1.35, 0.37, 0.21, 0.44, -1.4, -1.1, -1.1, -1.5, -1.1)
BIAS = -2.6

COHESION = 0.07
"""What the log-likelihood of a part's words counts beside the log-odds of its boundaries."""

EVENNESS = 0.2
"""What a part loses whose length is not the usual one: times the square of the logarithm of their ratio."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How many parts there shall be, how many paragraphs a part usually has, how many sentences at least."""

    least: int = 1
    most: int | None = None
    usual: float = 4.0
    smallest: int = 1


def boundaries(
    paragraphs: Sequence[str], wish: Wish, sizes: Sequence[int] | None = None, *, english: bool = True
) -> list[int]:
    """The numbers of the paragraphs that begin a part (0 is left out), in order.

    sizes says how many sentences each paragraph has, one when not given; no part has fewer than the smallest wished,
    even if there are then fewer parts.  Work grows with the cube of the number of paragraphs: give at most a hundred.
    """
    if len(paragraphs) < 2:
        return []
    odds = [0.0, *(BIAS + gap.dot(WEIGHTS) for gap in gaps(paragraphs, english=english))]
    table = likelihoods([Counter(content_stems(text)) for text in paragraphs])
    ends = [0, *accumulate(sizes or [1] * len(paragraphs))]
    worth = [
        [
            COHESION * likelihood - _uneven(length, wish.usual)
            if ends[start + length] - ends[start] >= wish.smallest
            else -math.inf
            for length, likelihood in enumerate(row)
        ]
        for start, row in enumerate(table)
    ]
    return best_cut(odds, worth, wish)


def _uneven(length: int, usual: float) -> float:
    return EVENNESS * math.log(max(length, 1) / usual) ** 2


def best_cut(odds: Sequence[float], worth: Sequence[Sequence[float]], wish: Wish) -> list[int]:
    """The boundaries with the highest sum of the odds at each and the worth of each part (by start and length)."""
    size = len(odds)
    most = min(size, wish.most or size)
    nothing = (-math.inf, 0)
    rows = [[(0.0, 0), *[nothing] * size]]
    for _ in range(most):
        last = rows[-1]
        ends = range(1, size + 1)
        rows.append([nothing, *(max((last[a][0] + odds[a] + worth[a][b - a], a) for a in range(b)) for b in ends)])
    possible = [count for count in range(1, most + 1) if rows[count][size][0] > -math.inf] or [1]
    wished = [count for count in possible if count >= wish.least] or possible[-1:]
    found = [size]
    for count in range(max(wished, key=lambda count: rows[count][size][0]), 0, -1):
        found.append(rows[count][found[-1]][1])
    return found[1:-1][::-1]
