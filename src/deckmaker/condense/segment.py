"""Where the article's subjects change: its own headings when it has them, else topics found in its words."""

import math
from collections import Counter
from itertools import chain

from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line
from deckmaker.document import BlockKind, Document

MOST_UNITS = 80
"""Paragraphs are joined to at most this many units, so that the search stays small however long the article."""

LINES_A_SECTION = 6
Part = tuple[str, list[Line]]
"""The author's own heading, or "", and the lines below it."""


def segment(document: Document, lines: tuple[Line, ...], limits: Limits) -> list[Part]:
    """The article in 3 to 7 parts of neighbouring lines; never a part without lines."""
    wanted = limits.section_count(max(2, round(len(lines) / LINES_A_SECTION)))
    own = _own_parts(document, lines)
    if len(own) >= 3:
        return _merge(own, max(limits.sections[1], limits.slides or 0))
    units = _units(lines)
    return [("", part) for part in _topics(units, min(wanted, len(units)))]


def _own_parts(document: Document, lines: tuple[Line, ...]) -> list[Part]:
    """The lines under each of the author's headings; what precedes the first heading is a part without one."""
    headings = [i for i, b in enumerate(document.blocks, 1) if b.kind is BlockKind.HEADING and b.level > 1]
    parts: list[Part] = []
    for start, end in zip([0, *headings], [*headings, math.inf], strict=True):
        inside = [line for line in lines if start < line.place.block < end]
        if inside:
            parts.append((document.block_text(start) if start else "", inside))
    return parts if headings else []


def _merge(parts: list[Part], most: int) -> list[Part]:
    """Parts joined with a neighbour, the smallest pair first, until there are no more than `most`."""
    parts = list(parts)
    while len(parts) > most:
        i = min(range(len(parts) - 1), key=lambda i: len(parts[i][1]) + len(parts[i + 1][1]))
        larger = max(parts[i], parts[i + 1], key=lambda part: (bool(part[0]), len(part[1])))
        parts[i : i + 2] = [(larger[0], parts[i][1] + parts[i + 1][1])]
    return parts


def _units(lines: tuple[Line, ...]) -> list[list[Line]]:
    """The lines by paragraph; neighbouring paragraphs are joined where there are too many."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and paragraphs[-1][0].place.block == line.place.block:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    step = math.ceil(len(paragraphs) / MOST_UNITS) or 1
    return [list(chain.from_iterable(paragraphs[i : i + step])) for i in range(0, len(paragraphs), step)]


def _topics(units: list[list[Line]], wanted: int) -> list[list[Line]]:
    """The best cut of the units into `wanted` parts: words that belong together, parts of like length.

    Dynamic programming over all cuts; the score of a part is the log-likelihood of its words under its own
    counts (Utiyama and Isahara 2001), less a penalty for parts far from the mean length.
    """
    if wanted <= 1:
        return [list(chain.from_iterable(units))]
    counts = [Counter(stem for line in unit for stem in line.stems) for unit in units]
    vocabulary = len(set().union(*counts)) or 1
    mean = len(units) / wanted
    best: list[list[tuple[float, int]]] = [[(0.0 if i == 0 else -math.inf, 0) for i in range(len(units) + 1)]]
    likelihood = _likelihoods(counts, vocabulary)
    for _ in range(wanted):
        last = best[-1]
        row = [
            max((last[s][0] + likelihood[s][end] - _uneven(end - s, mean), s) for s in range(end))
            for end in range(1, len(units) + 1)
        ]
        best.append([(-math.inf, 0), *row])
    return _cut(units, best)


def _likelihoods(counts: list[Counter[str]], vocabulary: int) -> list[list[float]]:
    """The log-likelihood of every run of units, with add-one smoothing."""
    table = [[0.0] * (len(counts) + 1) for _ in counts]
    for start in range(len(counts)):
        seen: Counter[str] = Counter()
        for end in range(start, len(counts)):
            seen.update(counts[end])
            total = seen.total() + vocabulary
            table[start][end + 1] = sum(n * math.log((n + 1) / total) for n in seen.values())
    return table


def _uneven(length: int, mean: float) -> float:
    return 4.0 * math.log(max(length, 1) / mean) ** 2


def _cut(units: list[list[Line]], best: list[list[tuple[float, int]]]) -> list[list[Line]]:
    parts: list[list[Line]] = []
    end = len(units)
    for row in reversed(best[1:]):
        start = row[end][1]
        parts.append(list(chain.from_iterable(units[start:end])))
        end = start
    return parts[::-1]
