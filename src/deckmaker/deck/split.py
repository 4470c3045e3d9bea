"""Spreads bullets over slides.

A slide takes at most six bullets and what its box can hold.  A section that needs several slides is divided so that
no slide holds a lone bullet where that can be avoided, on as few slides as possible, and evenly by measured height.
Lengths are in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from deckmaker.deck.design import LEAST_BODY, Frame
from deckmaker.deck.measure import break_text, glue, pitch, set_paragraph
from deckmaker.deck.slides import Paragraph
from deckmaker.outline import Bullet

MOST_BULLETS = 6
_SECOND_LESS = 4.0


@dataclass(frozen=True, slots=True)
class Point:
    """A bullet as it is to be shown: its text (or the part of it that a slide can hold), level and origin."""

    text: str
    level: int
    bullet: Bullet


Item: TypeAlias = tuple[Point, ...]
"""What stays together: a bullet and those below it."""


def second_size(size: float) -> float:
    """The size of the second level beside a body size."""
    return max(size - _SECOND_LESS, min(size, LEAST_BODY))


def level_size(level: int, size: float) -> float:
    """The size of a level beside a body size."""
    return size if level == 1 else second_size(size)


def place(points: Sequence[Point], frame: Frame, size: float) -> tuple[Paragraph, ...]:
    """The points as paragraphs of a frame, from its top."""
    paragraphs = (
        set_paragraph(point.text, frame, level_size(point.level, size), point.level, first=index == 0)
        for index, point in enumerate(points)
    )
    return tuple(glue(paragraph, frame) for paragraph in paragraphs)


def height(paragraphs: Sequence[Paragraph]) -> float:
    """The height that paragraphs take with the space before them."""
    return sum(paragraph.before + paragraph.height for paragraph in paragraphs)


@lru_cache(maxsize=20_000)
def _height(item: Item, frame: Frame, size: float) -> tuple[float, float]:
    """The height of an item at the top of a slide, and the space it wants before it elsewhere."""
    paragraphs = place(item, frame, size)
    return height(paragraphs), round(frame.style(item[0].level).gap * level_size(item[0].level, size))


def items_of(bullets: Sequence[Bullet]) -> list[Item]:
    """The bullets, each with those below it."""
    return [
        (Point(bullet.text, 1, bullet), *(Point(below.text, 2, below) for below in bullet.bullets))
        for bullet in bullets
    ]


def cut_items(items: Sequence[Item], frame: Frame, size: float) -> list[Item]:
    """The items, those cut that no slide could hold whole: between the bullets below, else within the text."""
    found: list[Item] = []
    for item in items:
        if _height(item, frame, size)[0] <= frame.box.height:
            found.append(item)
        else:
            found += _cut_item([piece for point in item for piece in _cut_point(point, frame, size)], frame, size)
    return found


def _cut_item(points: list[Point], frame: Frame, size: float) -> list[Item]:
    """The points in runs that each fit a slide, none longer than a slide's number of bullets."""
    runs: list[list[Point]] = [[]]
    for point in points:
        run = [*runs[-1], point]
        if runs[-1] and (len(run) > MOST_BULLETS + 1 or _height(tuple(run), frame, size)[0] > frame.box.height):
            runs.append([point])
        else:
            runs[-1] = run
    return [tuple(run) for run in runs]


def _cut_point(point: Point, frame: Frame, size: float) -> Iterator[Point]:
    """The point in as many even pieces as slides are needed to hold its lines."""
    style, own = frame.style(point.level), level_size(point.level, size)
    width = frame.box.width - style.indent
    text = point.text.upper() if style.capitals else point.text
    lines = break_text(text, style, own, width * 0.95)  # room for the marks of the cut
    tallest = max(pitch(line, style, own) for line in lines)
    most = max(1, int(frame.box.height / tallest))
    count = -(-len(lines) // most)
    if count == 1:
        yield point
        return
    start = 0
    for index in range(count):
        end = len(lines) * (index + 1) // count
        taken = _cut_text(text, lines, start, end)
        yield Point(("…" if start else "") + taken + ("…" if end < len(lines) else ""), point.level, point.bullet)
        start = end


def _cut_text(text: str, lines: Sequence[str], start: int, end: int) -> str:
    """The part of text that stands in lines[start:end], as it is written."""
    offsets, position = [], 0
    for line in lines:
        position = text.index(line, position)
        offsets.append(position)
        position += len(line)
    last = len(text) if end >= len(lines) else offsets[end]
    return text[offsets[start] : last].strip()


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to divide the first items: lone bullets, slides, how uneven, and where the last slide begins."""

    lone: int = 0
    slides: int = 0
    uneven: float = 0
    start: int = 0

    @property
    def cost(self) -> tuple[int, int, float, int]:
        return self.lone, self.slides, round(self.uneven, 6), -self.start  # of equals the one with fuller slides first


def divide(items: Sequence[Item], frame: Frame, size: float) -> list[list[Item]]:
    """The items divided into slides; every item must fit a slide by itself (see `cut_items`)."""
    ways = [_Way()]
    for end in range(1, len(items) + 1):
        ways.append(min(_ways(items, ways, end, (frame, size)), key=lambda way: way.cost))
    groups: list[list[Item]] = []
    end = len(items)
    while end:
        start = ways[end].start
        groups.insert(0, list(items[start:end]))
        end = start
    return groups


def _ways(items: Sequence[Item], ways: list[_Way], end: int, shape: tuple[Frame, float]) -> Iterator[_Way]:
    """The ways to put the items before `end` on slides, by where the last of these slides begins."""
    frame, size = shape
    taken = 0.0
    for start in range(end - 1, max(-1, end - 1 - MOST_BULLETS), -1):
        alone, before = _height(items[start], frame, size)
        if start < end - 1 and taken + alone > frame.box.height:
            return
        lone = int(end - start == 1 and len(items) > 1)
        way = ways[start]
        uneven = ((taken + alone) / frame.box.height) ** 2
        yield _Way(way.lone + lone, way.slides + 1, way.uneven + uneven, start)
        taken += alone + before
