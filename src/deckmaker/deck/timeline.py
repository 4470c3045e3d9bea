"""Key dates along a line, evenly spaced: each a dot, the date, and what happens then.  Lengths are in points."""

from collections.abc import Sequence

from deckmaker.deck.design import LEAST_BODY, Design, Style
from deckmaker.deck.labels import balanced, set_label, sized, text_height
from deckmaker.deck.slides import Box, Group, Kind, Label, Paint, Role, Rule
from deckmaker.outline import DateEvent, in_words

MOST = 5
_GAP = 24.0
_DOT = 14.0
_LINE = 3.0
_DATES = (19.0, 18.0, 17.0, 16.0)
"""A date stands on one line, in the largest of these sizes that its column allows for all of them."""

_EVENT = 18.0
_WIDEST = 413.0
_DROP = 44.0
"""How far below the top of its place the line runs."""


def deal_dates(dates: Sequence[DateEvent], design: Design) -> list[list[Rule | Group]]:
    """The dates slide by slide: as few slides as hold them all, in one size."""
    for count in range(-(-len(dates) // MOST), len(dates)):
        runs = balanced(dates, count)
        for size in _DATES:
            if all(_fits(run, size, design) for run in runs):
                return [_line(run, size, design) for run in runs]
    return [_line([date], _DATES[-1], design) for date in dates]


def _width(count: int, design: Design) -> float:
    area = design.frames[Kind.TIMELINE][Role.AREA].box
    return min(_WIDEST, (area.width - _GAP * (count - 1)) / count)


def _styles(size: float, design: Design) -> tuple[Style, Style]:
    """The styles of events and of dates, these in a size."""
    event, date = design.frames[Kind.TIMELINE][Role.AREA].styles[:2]
    return sized(event, _EVENT), sized(date, size)


def _date_height(run: Sequence[DateEvent], size: float, design: Design) -> float:
    """The height of the highest date, so that all events begin on one line."""
    width = _width(len(run), design)
    return max(text_height(in_words(one.date), _styles(size, design)[1], width) for one in run)


def _room(run: Sequence[DateEvent], size: float, design: Design) -> float:
    """The height left for what happens."""
    box = design.frames[Kind.TIMELINE][Role.AREA].box
    return box.height - _DROP - _DOT - 8 - _date_height(run, size, design) - 6


def _fits(run: Sequence[DateEvent], size: float, design: Design) -> bool:
    """Whether dates take one line, and what happens stands below them whole."""
    (event, date), width = _styles(size, design), _width(len(run), design)
    line = text_height("0", date, width) * 1.01
    events = all(text_height(one.event, event, width) <= _room(run, size, design) for one in run)
    return events and _date_height(run, size, design) <= line


def _line(run: Sequence[DateEvent], size: float, design: Design) -> list[Rule | Group]:
    """The line, and the dates along it."""
    area, width = design.frames[Kind.TIMELINE][Role.AREA].box, _width(len(run), design)
    high, room = _date_height(run, size, design), _room(run, size, design)
    groups = []
    for index, one in enumerate(run):
        left = area.left + index * (width + _GAP)
        groups.append(
            _event(
                one, Box(round(left, 2), area.top, round(width, 2), area.height), (high, room), _styles(size, design)
            )
        )
    wide = area.width if len(run) > 1 else width
    line = Rule(Box(area.left, area.top + _DROP + (_DOT - _LINE) / 2, wide, _LINE), Paint.ACCENT)
    return [line, *groups]


def _event(one: DateEvent, box: Box, rooms: tuple[float, float], styles: tuple[Style, Style]) -> Group:
    """A dot, the date and the event below it, as high as they are; rooms are the heights left for both."""
    event, date = styles
    top = box.top + _DROP
    dot = Rule(Box(box.left, top, _DOT, _DOT), Paint.ACCENT, round=True)
    when, high = in_words(one.date), min(rooms[0], box.height / 2)
    below = top + _DOT + 8
    label = set_label("Date", when, Box(box.left, below, box.width, round(high + 0.01, 2)), date, Paint.ACCENT)
    height = min(max(LEAST_BODY * 1.25, rooms[1]), text_height(one.event, event, box.width))
    at = Box(box.left, round(below + high + 6, 2), box.width, round(height + 0.01, 2))
    members: tuple[Rule | Label, ...] = (dot, label, set_label("Event", one.event, at, event))
    bottom = at.top + at.height
    return Group(
        f"Date: {when}", f"{when}: {one.event}", Box(box.left, top, box.width, round(bottom - top, 2)), members
    )
