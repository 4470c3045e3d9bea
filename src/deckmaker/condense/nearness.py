"""How near its article's opening a bullet stands: in lines, and by speaking of what the first lines speak of."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.material import Line, Origin

OPENING_LINES = 2
FADING = 10
"""Lines over which what standing first is worth falls to a third."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An article's number of lines and the stems of its first two."""

    size: int
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nearness:
    """early: 1 at the top, fading within ten lines; shared: the share of the stems that the opening has."""

    early: float
    shared: float


def openings(sections: Sequence[Sequence[Line]]) -> dict[Origin, Opening]:
    """Each article's opening."""
    lines = sorted((line for section in sections for line in section), key=lambda line: (line.origin.start, line.depth))
    own: dict[Origin, list[Line]] = {}
    for line in lines:
        own.setdefault(line.origin, []).append(line)
    return {
        origin: Opening(len(found), frozenset(stem for line in found[:OPENING_LINES] for stem in line.stems))
        for origin, found in own.items()
    }


def nearness(line: Line, stems: frozenset[str], found: Mapping[Origin, Opening]) -> Nearness:
    """How near the opening a bullet with these stems, made of this line, is."""
    opening = found[line.origin]
    number = line.depth * opening.size
    return Nearness(math.exp(-number / FADING), len(stems & opening.stems) / (1 + len(stems)))
