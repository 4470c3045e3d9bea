"""A free place at the foot of a template's slides, for the link back to the agenda.  Lengths are in points."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from deckmaker.deck.design import Frame
from deckmaker.deck.inherit import A, P
from deckmaker.deck.labels import sized
from deckmaker.deck.slides import Box, Role

_WIDTH, _LEAST_HEIGHT, _GAP = 120.0, 15.0, 10.0
_SIZE = 12.0
_GROUND = 0.6
"""A shape that covers more of the slide than this is its ground."""


def back_frame(layout: Any, frames: Mapping[Role, Frame], page: Box) -> Frame | None:
    """A place beside the slide's number that nothing else takes; None where there is none."""
    number = frames.get(Role.NUMBER)
    if number is None or number.box.top < page.height * 0.7:
        return None
    height = max(_LEAST_HEIGHT, min(20.0, number.box.height))
    top = min(number.box.top + max(0.0, number.box.height - height) / 2, page.height - height)
    taken = [frame.box for role, frame in frames.items()] + list(_shapes(layout, page))
    style = replace(sized(frames[Role.TITLE].style(1), _SIZE), family=_family(frames), face="+mn-lt", bold=False)
    for left in (number.box.left - _GAP - _WIDTH, number.box.left + number.box.width + _GAP):
        box = Box(round(left, 2), round(top, 2), _WIDTH, height)
        inside = box.left >= 10 and box.left + box.width <= page.width - 10
        if inside and not any(overlap(box, other) for other in taken):
            return Frame(box, (style,))
    return None


def _family(frames: Mapping[Role, Frame]) -> str:
    texts = (frames[role] for role in (Role.BODY, Role.LEFT, Role.TITLE) if role in frames)
    return next(texts).style(1).family


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0.5 and down > 0.5


def _shapes(layout: Any, page: Box) -> Iterator[Box]:
    """The boxes of what layout and master draw besides placeholders and grounds."""
    shown = layout.element.get("showMasterSp") not in ("0", "false")
    for part in (layout, layout.slide_master) if shown else (layout,):
        for shape in part.element.iter(f"{P}sp", f"{P}pic", f"{P}grpSp", f"{P}cxnSp"):
            if shape.find(f".//{P}ph") is None:
                yield from _boxes(shape, page)


def _boxes(shape: Any, page: Box) -> Iterator[Box]:
    where = shape.find(f".//{A}xfrm")
    if where is None or where.find(f"{A}off") is None or where.find(f"{A}ext") is None:
        return
    place, size = where.find(f"{A}off"), where.find(f"{A}ext")
    box = Box(*(int(n) / 12700 for n in (place.get("x"), place.get("y"), size.get("cx"), size.get("cy"))))
    if box.width * box.height < _GROUND * page.width * page.height:
        yield box
