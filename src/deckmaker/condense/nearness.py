"""How near to what its article is about a bullet stands: to the opening in lines and words, to what the rest says."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.material import Line, Origin

OPENING_LINES = 2
FADING = 10
"""Lines over which what standing first is worth falls to a third."""


CLOSING = 0.15
"""The part of an article at its end where what is told becomes less and less of its matter."""

SLIGHT = 0.5
"""A bullet whose weightiest word is worth less than this part of the article's weightiest is slight."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An article's number of lines, the stems of its first two, how many lines have each stem and what it is worth."""

    size: int
    stems: frozenset[str]
    counts: Mapping[str, int]
    worth: Mapping[str, float]
    most: float


@dataclass(frozen=True, slots=True)
class Nearness:
    """early: 1 at the top, fading within ten lines; shared: the share of the stems that the opening has.

    late: from 0 before the closing to 1 at the end; apart: the share of its line's stems that no other line has;
    slight: from 0 for a bullet with one of the article's weighty words to 1.
    """

    early: float
    shared: float
    late: float
    apart: float
    slight: float


def openings(sections: Sequence[Sequence[Line]], worth: Mapping[str, float]) -> dict[Origin, Opening]:
    """Each article's opening; worth is what each stem is worth."""
    lines = sorted((line for section in sections for line in section), key=lambda line: (line.origin.start, line.depth))
    own: dict[Origin, list[Line]] = {}
    for line in lines:
        own.setdefault(line.origin, []).append(line)
    most = max(worth.values(), default=1.0)
    return {
        origin: Opening(
            size=len(found),
            stems=frozenset(stem for line in found[:OPENING_LINES] for stem in line.stems),
            counts=Counter(stem for line in found for stem in set(line.stems)),
            worth=worth,
            most=most,
        )
        for origin, found in own.items()
    }


def nearness(line: Line, stems: frozenset[str], found: Mapping[Origin, Opening]) -> Nearness:
    """How near a bullet with these stems, made of this line, is to what the article is about."""
    opening = found[line.origin]
    number, own = line.depth * opening.size, set(line.stems)
    weightiest = max((opening.worth.get(stem, SLIGHT) for stem in stems), default=0.0) / opening.most
    return Nearness(
        early=math.exp(-number / FADING),
        shared=len(stems & opening.stems) / (1 + len(stems)),
        late=max(0.0, line.depth - 1 + CLOSING) / CLOSING,
        apart=sum(opening.counts[stem] == 1 for stem in own) / max(1, len(own)),
        slight=max(0.0, SLIGHT - weightiest) / SLIGHT,
    )
