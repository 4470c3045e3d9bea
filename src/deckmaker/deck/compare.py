"""Comparisons: two headed columns side by side.  Lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.deck.design import LEAST_BODY, Design, Frame
from deckmaker.deck.labels import balanced, sized
from deckmaker.deck.measure import moved, set_block
from deckmaker.deck.slides import Box, Kind, Paint, Paragraph, Part, Role, Rule, Text
from deckmaker.deck.split import Item, Point, cut_items, divide, place
from deckmaker.outline import Bullet, Column, Comparison

_SIDES = ((Role.LEFT_HEADING, Role.LEFT), (Role.RIGHT_HEADING, Role.RIGHT))
_HEADING = 22.0


@dataclass(frozen=True, slots=True)
class Sides:
    """The items of a comparison's two columns on one slide."""

    left: tuple[Item, ...]
    right: tuple[Item, ...]


def has_columns(design: Design) -> bool:
    """Whether the design has a layout with two texts side by side."""
    return {Role.LEFT, Role.RIGHT} <= set(design.frames[Kind.COMPARISON])


def as_bullets(comparison: Comparison) -> tuple[Bullet, ...]:
    """The comparison as bullets with bullets below, for designs without columns."""
    return tuple(Bullet(side.heading, (), side.bullets) for side in (comparison.left, comparison.right))


def deal_sides(comparison: Comparison, design: Design, size: float) -> list[Sides]:
    """The bullets of both columns slide by slide; the shorter column is spread over as many."""
    cut, dealt = [], []
    for column, (_, below) in zip((comparison.left, comparison.right), _SIDES, strict=True):
        frame = _bullet_frame(column, below, design)
        cut.append(cut_items([(Point(bullet.text, 1, bullet),) for bullet in column.bullets], frame, size))
        dealt.append(divide(cut[-1], frame, size))
    count = max(map(len, dealt))
    even = [side if len(side) == count else balanced(items, count) for side, items in zip(dealt, cut, strict=True)]
    return [Sides(tuple(left), tuple(right)) for left, right in zip(*even, strict=True)]


def _bullet_frame(column: Column, below: Role, design: Design) -> Frame:
    """Where a column's bullets stand: below the heading where that has no placeholder of its own."""
    frames = design.frames[Kind.COMPARISON]
    frame = frames[below]
    if Role.LEFT_HEADING in frames:
        return frame
    heading = _own_heading(column, frame)
    room = heading.height + round(frame.style(1).gap * LEAST_BODY)
    return replace(frame, box=moved(frame.box, frame.box.top + room, frame.box.height - room))


def _own_heading(column: Column, frame: Frame) -> Paragraph:
    """The heading as the first paragraph of a column, without a bullet."""
    style = sized(frame.style(1), max(LEAST_BODY, min(_HEADING, frame.style(1).size)))
    block = set_block(
        column.heading, Frame(moved(frame.box, frame.box.top, frame.box.height / 3), (style,)), LEAST_BODY
    )
    return replace(block, level=0)


def plan_sides(comparison: Comparison, sides: Sides, design: Design, size: float) -> list[Part]:
    """Two headings with a line below each, and the bullets under them; the left side is read first."""
    parts: list[Part] = []
    columns = (comparison.left, comparison.right)
    for column, items, (above, below) in zip(columns, (sides.left, sides.right), _SIDES, strict=True):
        head, frame = design.frame(Kind.COMPARISON, above), design.frames[Kind.COMPARISON][below]
        bullets = place(_points(items), frame, size)
        if head is None:
            first = (
                (replace(bullets[0], before=round(frame.style(1).gap * LEAST_BODY)), *bullets[1:]) if bullets else ()
            )
            parts.append(Text(below, (_own_heading(column, frame), *first), frame.box))
            continue
        style = head.style(1)
        head = replace(head, styles=(replace(style, size=max(style.size, LEAST_BODY)),))
        heading = set_block(column.heading, head, LEAST_BODY)
        parts.append(Text(above, (heading,), head.box))
        if design.drawn:
            parts.append(_line(head.box))
        if bullets:
            parts.append(Text(below, bullets, frame.box))
    return parts


def _line(box: Box) -> Rule:
    return Rule(Box(box.left, box.top + box.height + 4, box.width, 1.5), Paint.ACCENT)


def _points(items: Sequence[Item]) -> list[Point]:
    return [point for item in items for point in item]
