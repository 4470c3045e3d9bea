"""What deckmaker is measured against: TextTiling (Hearst 1997), C99 (Choi 2000) and sumy's LexRank.

The first two find where the topic changes: they take the paragraphs' texts and, when `count` is given, return the cut
into that many parts; a boundary is the index of the paragraph that begins a part.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from deckmaker.language.words import STOP_WORDS, content_stems

Array = Any  # a numpy array of floats
SMOOTHING = 2
CLOSEST = 4
"""Boundaries of TextTiling stand at least this many gaps apart."""

SHORTEST = 100
"""Characters of text before TextTiling lets a paragraph end count."""


def texttiling(paragraphs: Sequence[str], count: int | None, width: int = 20, blocks: int = 10) -> list[int]:
    """TextTiling by block comparison: pseudo-sentences of `width` words, compared `blocks` at a time.

    As in Hearst's article and NLTK's rendering of it: cosine of word counts, smoothed, depth scores, boundaries where
    the depth passes mean - deviation / 2, moved to the nearest end of a paragraph that is not short.  With a count:
    the deepest paragraph ends.
    """
    tokens: list[str] = []
    breaks: dict[int, int] = {}
    since = 0
    for number, paragraph in enumerate(paragraphs):
        if since >= SHORTEST:
            breaks[len(tokens)] = number
            since = 0
        since += len(paragraph) + 2
        tokens += re.findall(r"\w+", paragraph.lower())
    sentences = [Counter(t for t in tokens[i : i + width] if t not in STOP_WORDS) for i in range(0, len(tokens), width)]
    if len(sentences) < 3 or not breaks:
        return []
    depths = _depths(_smoothed(_gap_scores(sentences, blocks)))
    places = [(gap + 1) * width for gap in range(len(depths))]
    nearest = [breaks[min(breaks, key=lambda at: abs(at - place))] for place in places]
    return _deepest(depths, nearest, count)


def _gap_scores(sentences: list[Counter[str]], blocks: int) -> Array:
    scores = []
    for gap in range(1, len(sentences)):
        size = min(blocks, gap, len(sentences) - gap)
        left = sum(sentences[gap - size : gap], Counter())
        right = sum(sentences[gap : gap + size], Counter())
        product = sum(left[t] * right[t] for t in left)
        norm = sum(n * n for n in left.values()) * sum(n * n for n in right.values())
        scores.append(product / norm**0.5 if norm else 0.0)
    return np.array(scores)


def _smoothed(scores: Array) -> Array:
    reach = SMOOTHING // 2
    padded = np.pad(scores, reach, mode="reflect", reflect_type="odd")
    return np.convolve(padded, np.ones(SMOOTHING + 1) / (SMOOTHING + 1), "valid")


def _depths(scores: Array) -> Array:
    """How deep each gap lies below the peaks on both sides; 0 near the ends of the text."""
    depths = np.zeros(len(scores))
    clip = min(5, max(2, len(scores) // 10))
    for gap in range(clip, len(scores) - clip):
        for step in (-1, 1):
            peak, at = scores[gap], gap + step
            while 0 <= at < len(scores) and scores[at] >= peak:
                peak, at = scores[at], at + step
            depths[gap] += peak - scores[gap]
    return depths


def _deepest(depths: Array, nearest: list[int], count: int | None) -> list[int]:
    order = sorted(range(len(depths)), key=lambda gap: (-depths[gap], gap))
    if count is not None:
        return sorted(list(dict.fromkeys(nearest[gap] for gap in order))[: count - 1])
    cutoff = depths.mean() - depths.std() / 2
    taken: list[int] = []
    for gap in order:
        if depths[gap] > cutoff and all(abs(gap - other) >= CLOSEST for other in taken):
            taken.append(gap)
    return sorted({nearest[gap] for gap in taken})


def c99(paragraphs: Sequence[str], count: int | None, mask: int = 11, strictness: float = 1.2) -> list[int]:
    """C99: cosines of stem counts, ranked within a mask, divided where the inside density rises most.

    Without a count the division ends where the gain falls below mean + strictness x deviation of the gains.
    """
    ranks = _ranks(_cosines([Counter(content_stems(p)) for p in paragraphs]), mask // 2)
    size = len(paragraphs)
    table = np.zeros((size + 1, size + 1))
    table[1:, 1:] = ranks.cumsum(0).cumsum(1)
    cuts, densities = [0, size], [_density(table, [0, size])]
    order: list[int] = []
    while len(order) < size - 1:
        left = [i for i in range(1, size) if i not in cuts]
        best = max(left, key=lambda i: (_density(table, sorted([*cuts, i])), -i))
        cuts = sorted([*cuts, best])
        order.append(best)
        densities.append(_density(table, cuts))
    return sorted(order[: (count or _steep(densities, strictness)) - 1])


def _cosines(counts: list[Counter[str]]) -> Array:
    vocabulary = {stem: i for i, stem in enumerate(dict.fromkeys(s for c in counts for s in c))}
    matrix = np.zeros((len(counts), max(1, len(vocabulary))))
    for row, bag in enumerate(counts):
        for stem, n in bag.items():
            matrix[row, vocabulary[stem]] = n
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix = matrix / np.where(norms, norms, 1)
    return matrix @ matrix.T


def _ranks(cosines: Array, reach: int) -> Array:
    """For each pair the share of its neighbours within the mask that are less alike."""
    size = len(cosines)
    ranks = np.zeros_like(cosines)
    for i in range(size):
        for j in range(size):
            near = cosines[max(0, i - reach) : i + reach + 1, max(0, j - reach) : j + reach + 1]
            ranks[i, j] = (near < cosines[i, j]).sum() / max(1, near.size - 1)
    return ranks


def _density(table: Array, cuts: list[int]) -> float:
    inside = area = 0.0
    for a, b in pairwise(cuts):
        inside += table[b, b] - table[a, b] - table[b, a] + table[a, a]
        area += (b - a) ** 2
    return float(inside / area)


def _steep(densities: list[float], strictness: float) -> int:
    """How many parts: the gains, smoothed, that lie above the threshold."""
    gains = np.diff(densities)
    if not len(gains):
        return 1
    kernel = np.array([1, 2, 4, 8, 4, 2, 1], float)
    reach = len(kernel) // 2
    smooth = np.array(
        [
            np.average(
                gains[max(0, i - reach) : i + reach + 1],
                weights=kernel[max(0, reach - i) : len(kernel) - max(0, i + reach + 1 - len(gains))],
            )
            for i in range(len(gains))
        ]
    )
    cutoff = smooth.mean() + strictness * smooth.std()
    return 1 + int((smooth > cutoff).sum())


def lexrank(sentences: Sequence[str], count: int) -> list[str]:
    """The sentences that LexRank (Erkan and Radev 2004, as sumy renders it) takes, in the article's order."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    paragraph = Paragraph([Sentence(text, _Words()) for text in sentences])
    return [str(sentence) for sentence in summarizer(ObjectDocumentModel([paragraph]), count)]


class _Words:
    """What sumy asks of a tokenizer, without the data that NLTK downloads."""

    def to_words(self, text: str) -> list[str]:
        return re.findall(r"[^\W\d_]+", text)
