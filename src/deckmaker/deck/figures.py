"""Key figures: cards with a big number, what it is, and where it comes from.  Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.deck.design import LEAST_BODY, PLACE_SIZE, Design, Style
from deckmaker.deck.fit import line_height
from deckmaker.deck.labels import balanced, set_label, sized, text_height
from deckmaker.deck.measure import style_font
from deckmaker.deck.slides import Box, Group, Kind, Label, Paint, Role, Rule
from deckmaker.outline import Figure, format_places

MOST = 6
_GAP = 22.0
_PAD = 22.0
_WIDEST = 413.0
_LOWEST = 190.0
"""A card is at least so high, so that a row of short ones looks meant."""

_SIZES = ((50, 20), (44, 20), (40, 20), (40, 18), (34, 18), (28, 18), (24, 18))


@dataclass(frozen=True, slots=True)
class _Deal:
    """How cards are dealt: sizes of number and words, and width and height of each card."""

    number: float
    words: float
    width: float
    height: float


def deal_figures(figures: Sequence[Figure], design: Design) -> list[list[Group]]:
    """The cards slide by slide: as few slides as hold them all, in one pair of sizes, the largest that fits."""
    for count in range(-(-len(figures) // MOST), len(figures) + 1):
        runs = balanced(figures, count)
        for sizes in _SIZES:
            deals = [_deal(run, sizes, design) for run in runs]
            if all(deal and _fits(run, deal, design) for run, deal in zip(runs, deals, strict=True)):
                return [_cards(run, deal, design) for run, deal in zip(runs, deals, strict=True) if deal]
    last = _Deal(_SIZES[-1][0], LEAST_BODY, _width(1, design), design.frames[Kind.FIGURES][Role.AREA].box.height)
    return [_cards([figure], last, design) for figure in figures]


def _columns(count: int) -> int:
    return count if count <= 3 else -(-count // 2)


def _width(columns: int, design: Design) -> float:
    area = design.frames[Kind.FIGURES][Role.AREA].box
    return min(_WIDEST, (area.width - _GAP * (columns - 1)) / columns)


def _deal(run: Sequence[Figure], sizes: tuple[float, float], design: Design) -> _Deal | None:
    """Cards of these sizes as high as the fullest of them needs; None when so many rows do not fit."""
    area = design.frames[Kind.FIGURES][Role.AREA].box
    rows = -(-len(run) // _columns(len(run)))
    most = (area.height - _GAP * (rows - 1)) / rows
    deal = _Deal(*sizes, _width(_columns(len(run)), design), most)
    needed = max(_needed(figure, deal, design) for figure in run)
    return None if needed > most else _Deal(*sizes, deal.width, max(min(_LOWEST, most), needed))


def _needed(figure: Figure, deal: _Deal, design: Design) -> float:
    """How high a card must be for its number, its words and its place."""
    words, number = _styles(deal, design)
    room = deal.width - 2 * _PAD
    place = 10 + 1.2 * PLACE_SIZE if figure.places else 0
    value = text_height(figure.value, number, room)
    return 2 * _PAD + value + 6 + text_height(figure.what, words, room) + place


def _styles(deal: _Deal, design: Design) -> tuple[Style, Style]:
    words, number = design.frames[Kind.FIGURES][Role.AREA].styles[:2]
    return sized(words, deal.words), sized(number, deal.number)


def _fits(run: Sequence[Figure], deal: _Deal, design: Design) -> bool:
    """Whether every number stands on one line; the last size may take two."""
    number = _styles(deal, design)[1]
    line = line_height("0", style_font(number), deal.number) * 1.01
    lines = 2 if deal.number == _SIZES[-1][0] else 1
    return all(text_height(figure.value, number, deal.width - 2 * _PAD) <= lines * line for figure in run)


def _cards(run: Sequence[Figure], deal: _Deal, design: Design) -> list[Group]:
    area, columns = design.frames[Kind.FIGURES][Role.AREA].box, _columns(len(run))
    found = []
    for index, figure in enumerate(run):
        row, column = divmod(index, columns)
        left = area.left + column * (deal.width + _GAP)
        box = Box(round(left, 2), round(area.top + row * (deal.height + _GAP), 2), round(deal.width, 2),
                  round(deal.height, 2))  # fmt: skip
        found.append(_card(figure, box, deal, design))
    return found


def _card(figure: Figure, box: Box, deal: _Deal, design: Design) -> Group:
    """One card; a template's has a bar at its side, as its tints are not known."""
    words, number = _styles(deal, design)
    left, room, foot = box.left + _PAD, box.width - 2 * _PAD, box.top + box.height - _PAD
    high = min(text_height(figure.value, number, room), foot - box.top - _PAD - LEAST_BODY * 2)
    top = box.top + _PAD
    value = set_label("Number", figure.value, _box(left, top, room, high), number, Paint.ACCENT)
    top += high + 6
    rest = foot - top - (10 + 1.2 * PLACE_SIZE if figure.places else 0)
    members: list[Rule | Label] = [_ground(box, design), value]
    members.append(set_label("What it is", figure.what, _box(left, top, room, rest), words))
    if figure.places:
        at = _box(left, foot - 1.2 * PLACE_SIZE - 0.5, room, 1.2 * PLACE_SIZE + 0.5)
        place = f"Source {format_places(figure.places)}"
        members.append(set_label("Place", place, at, sized(words, PLACE_SIZE), Paint.MUTED))
    return Group(f"Key figure: {figure.value}", f"{figure.value}: {figure.what}", box, tuple(members))


def _ground(box: Box, design: Design) -> Rule:
    return (
        Rule(box, Paint.TINT)
        if design.drawn
        else Rule(Box(box.left, box.top + _PAD, 4, box.height - 2 * _PAD), Paint.ACCENT)
    )


def _box(left: float, top: float, width: float, height: float) -> Box:
    return Box(round(left, 2), round(top, 2), round(width, 2), round(height, 2))
