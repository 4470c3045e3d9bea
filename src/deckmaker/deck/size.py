"""Finds the one body size of a deck: the largest at which its contents take the fewest slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from deckmaker.deck.compare import as_bullets, deal_sides, has_columns
from deckmaker.deck.design import LEAST_BODY, Design, Frame
from deckmaker.deck.slides import Kind, Role
from deckmaker.deck.split import cut_items, divide, items_of
from deckmaker.outline import Bullet, Comparison, Section

SOFT_FLOOR = 22.0
"""Down to this size a deck shrinks rather than splits; below it splits rather than shrinks."""

_Cost: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Contents:
    """What is set in the body size: lists of bullets, and comparisons."""

    lists: tuple[tuple[Bullet, ...], ...]
    comparisons: tuple[Comparison, ...]
    design: Design

    @property
    def frame(self) -> Frame:
        """Where the lists stand."""
        return self.design.frames[Kind.CONTENT][Role.BODY]


def body_size(sections: Sequence[Section], design: Design, *, tight: bool = False) -> float:
    """The deck's one body size: the largest at which the contents take the fewest slides, whole bullets first.

    Sizes below SOFT_FLOOR are looked at only where above it a bullet would stand alone or have to be cut, and those
    below the design's least only where a bullet would have to be cut; all of them when slides must be few (tight).
    """
    contents = _contents(sections, design)
    if tight:
        return _cheapest(contents, _sizes(design.body_max, LEAST_BODY))[0]
    floor = min(design.body_max, max(SOFT_FLOOR, design.body_min))
    best, cost = _cheapest(contents, _sizes(design.body_max, floor))
    if cost[0] or cost[1]:
        best, cost = min((best, cost), _cheapest(contents, _sizes(floor - 1, design.body_min)), key=_faults)
    if cost[0]:
        best, cost = min((best, cost), _cheapest(contents, _sizes(design.body_min - 1, LEAST_BODY)), key=_cuts)
    return best


def _contents(sections: Sequence[Section], design: Design) -> _Contents:
    sides = [one for section in sections for one in section.exhibits if isinstance(one, Comparison)]
    lists = [section.bullets for section in sections if section.bullets]
    if has_columns(design):
        return _Contents(tuple(lists), tuple(sides), design)
    return _Contents((*lists, *map(as_bullets, sides)), (), design)


def _sizes(high: float, low: float) -> list[float]:
    return [high - step for step in range(int(high - low) + 1)]


def _faults(found: tuple[float, _Cost]) -> tuple[int, int]:
    return found[1][0], found[1][1]


def _cuts(found: tuple[float, _Cost]) -> int:
    return found[1][0]


def _cheapest(contents: _Contents, sizes: Sequence[float]) -> tuple[float, _Cost]:
    """The size with the least cost, the larger of equals; an endless cost when there is no size to look at."""
    best: tuple[float, _Cost] = (LEAST_BODY, (10**9, 10**9, 10**9))
    least = (0, 0, len(contents.lists) + len(contents.comparisons))
    for size in sizes:
        cost = _cost(contents, size)
        best = (size, cost) if cost < best[1] else best
        if cost == least:  # no size can do better
            break
    return best


def _cost(contents: _Contents, size: float) -> _Cost:
    """What a size costs: bullets that must be cut, bullets that stand alone on a continued slide, slides."""
    cuts, lone, slides = (sum(column) for column in zip((0, 0, 0), *_costs(contents, size), strict=True))
    return cuts, lone, slides


def _costs(contents: _Contents, size: float) -> Iterator[_Cost]:
    """What each list and each comparison costs."""
    for bullets in contents.lists:
        whole = items_of(bullets)
        items = cut_items(whole, contents.frame, size)
        groups = divide(items, contents.frame, size)
        lone = sum(len(group) == 1 for group in groups) if len(groups) > 1 else 0
        yield len(items) - len(whole), lone, len(groups)
    for comparison in contents.comparisons:
        dealt = deal_sides(comparison, contents.design, size)
        shown = sum(len(sides.left) + len(sides.right) for sides in dealt)
        yield shown - len(comparison.left.bullets) - len(comparison.right.bullets), len(dealt) - 1, len(dealt)
