"""Where the article's subjects change: its own headings when they are good, else topics found in its words."""

import math
from collections.abc import Sequence
from itertools import chain, groupby, pairwise

from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line, Part
from deckmaker.condense.topics import Wish, boundaries
from deckmaker.condense.vague import is_telling
from deckmaker.document import BlockKind, Document

MOST_UNITS = 80
"""Paragraphs are joined to at most this many units, so that the search stays small however long the article."""

FEWEST, WORDS_A_PART = 4.3, 250
"""How many parts people make of an article: some always, and one more for each so many words (fitted)."""

SMALLEST = 2
"""Lines that a part has at least, when the article has so many."""

ENOUGH = 3
"""Lines that a topic has at least, when the article is long enough."""

LONG = 12
"""Lines of an own part that may be parted when the article has too few headings."""


def segment(document: Document, lines: tuple[Line, ...], limits: Limits) -> list[Part]:
    """The article in 3 to 7 parts of neighbouring lines, each of two lines or more; fewer when it is very short."""
    if not lines:
        return []
    english = document.language.split("-")[0] == "en"
    least, most = _bounds(len(lines), limits)
    own = _without_small(_own_parts(document, lines))
    if sum(is_telling(heading) for heading, _ in own) >= min(2, least):
        while len(own) < least and max(len(part) for _, part in own) >= LONG:
            own = _with_longest_parted(own, english=english)
        if len(own) >= least:
            return _merged(own, most)
    return [("", part) for part in _topics(lines, least, most, english=english)]


def _bounds(count: int, limits: Limits) -> tuple[int, int]:
    """The least and greatest number of parts: what the limits allow, and what there are lines for."""
    least, most = (limits.section_count(limits.slides),) * 2 if limits.slides else limits.sections
    room = max(1, count // SMALLEST)
    return min(least, room), min(most, room)


def _own_parts(document: Document, lines: Sequence[Line]) -> list[Part]:
    """The lines under each of the author's headings; what precedes the first heading is a part without one."""
    headings = [i for i, b in enumerate(document.blocks, 1) if b.kind is BlockKind.HEADING and b.level > 1]
    parts: list[Part] = []
    for start, end in pairwise([0, *headings, math.inf]):
        inside = [line for line in lines if start < line.place.block < end]
        if inside:
            parts.append((document.block_text(int(start)) if start else "", inside))
    return parts if headings else []


def _without_small(parts: list[Part]) -> list[Part]:
    """Parts of fewer than two lines joined with their smaller neighbour."""
    while len(parts) > 1 and min(len(part) for _, part in parts) < SMALLEST:
        small = min(range(len(parts)), key=lambda i: len(parts[i][1]))
        beside = [i for i in (small - 1, small + 1) if 0 <= i < len(parts)]
        first = min(small, min(beside, key=lambda i: len(parts[i][1])))
        parts = _joined(parts, first)
    return parts


def _merged(parts: list[Part], most: int) -> list[Part]:
    """Parts joined with a neighbour, the smallest pair first, until there are no more than `most`."""
    while len(parts) > most:
        parts = _joined(parts, min(range(len(parts) - 1), key=lambda i: len(parts[i][1]) + len(parts[i + 1][1])))
    return parts


def _joined(parts: list[Part], i: int) -> list[Part]:
    """The parts with part i and the next made one, under the telling heading of the larger."""
    heading = max(parts[i], parts[i + 1], key=lambda part: (is_telling(part[0]), len(part[1])))[0]
    return [*parts[:i], (heading, parts[i][1] + parts[i + 1][1]), *parts[i + 2 :]]


def _with_longest_parted(parts: list[Part], *, english: bool) -> list[Part]:
    """The parts with the longest cut in two; the first half keeps the heading."""
    i = max(range(len(parts)), key=lambda i: len(parts[i][1]))
    heading, lines = parts[i]
    first, *rest = _topics(lines, 2, 2, english=english)
    return [*parts[:i], (heading, first), *(("", part) for part in rest), *parts[i + 1 :]]


def _topics(lines: Sequence[Line], least: int, most: int, *, english: bool) -> list[list[Line]]:
    """The best cut of the lines into a number of parts between the two, near what people make of that many words."""
    units = _units(lines, least)
    texts = [" ".join(line.text for line in unit) for unit in units]
    wished = FEWEST + sum(len(text.split()) for text in texts) / WORDS_A_PART
    wanted = max(least, min(most, round(wished), len(lines) // ENOUGH))
    sizes = [len(unit) for unit in units]
    cuts: list[int] = []
    for smallest in range(max(1, min(ENOUGH, len(lines) // wanted - 1)), 0, -1):  # 1, 1, 4 and 2 lines: no two of three
        wish = Wish(wanted, min(most, wanted + 1), len(units) / wanted, smallest)
        cuts = boundaries(texts, wish, sizes, english=english)
        if len(cuts) + 1 >= least:
            break
    return [list(chain.from_iterable(units[a:b])) for a, b in pairwise([0, *cuts, len(units)])]


def _units(lines: Sequence[Line], least: int) -> list[list[Line]]:
    """The lines by paragraph, or one by one when there are too few; neighbours are joined where there are too many."""
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: line.place.block)]
    if len(paragraphs) < 2 * least:
        paragraphs = [[line] for line in lines]
    step = math.ceil(len(paragraphs) / MOST_UNITS) or 1
    return [list(chain.from_iterable(paragraphs[i : i + step])) for i in range(0, len(paragraphs), step)]
