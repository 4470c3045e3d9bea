"""Text outside the placeholders, and parts of a list on several slides."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from deckmaker.deck.design import Frame, Style
from deckmaker.deck.fit import shorten
from deckmaker.deck.measure import most_lines, set_paragraph, style_font
from deckmaker.deck.slides import Box, Label, Paint

T = TypeVar("T")


_SHARES = (1.0, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


def set_label(name: str, text: str, box: Box, style: Style, paint: Paint = Paint.TEXT) -> Label:
    """The text in a style from the top of its box; shortened to what the box holds."""
    frame = Frame(box, (style,))
    most = most_lines(text, frame, style.size)
    for share in _SHARES:  # what must not be torn apart may take more lines than were measured when it was shortened
        short = shorten(text, style_font(style), style.size, (box.width * share, most))
        paragraph = set_paragraph(short, frame, style.size, first=True)
        if len(paragraph.lines) <= most:
            break
    heading = style.face.startswith("+mj")
    return Label(name, box, (replace(paragraph, level=0),), paint, heading=heading, bold=style.bold)


def text_height(text: str, style: Style, width: float) -> float:
    """The height that the text takes in a style at a width."""
    return set_paragraph(text, Frame(Box(0, 0, width, 1e6), (style,)), style.size, first=True).height


def sized(style: Style, size: float) -> Style:
    """The style in another size at single spacing, without a bullet's indent, as labels and level 0 are set."""
    return replace(style, size=size, spacing=1.0, indent=0, gap=0, exact=0, tracking=0, capitals=False)


def balanced(items: Sequence[T], count: int) -> list[list[T]]:
    """The items in so many runs, as even as can be, the longer ones first."""
    short, more = divmod(len(items), count)
    ends = [index * short + min(index, more) for index in range(count + 1)]
    return [list(items[start:end]) for start, end in pairwise(ends)]
