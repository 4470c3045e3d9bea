"""Titles as they are shown: each fits its place and no two slides share one."""

from deckmaker.deck.design import Frame
from deckmaker.deck.fit import shorten
from deckmaker.deck.measure import break_text, most_lines, pitch, set_paragraph, style_font
from deckmaker.deck.slides import Paragraph

_LEAST = 20.0  # a title is made smaller before it is shortened, but not below this
_TINY = 10.0  # nor below this where a template's title is not even one such line high


def plain(title: str) -> str:
    """A title as it is compared: without regard to case and spaces."""
    return " ".join(title.casefold().split())


class Titles:
    """The titles given so far; the one thing in planning that remembers."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def choose(self, names: tuple[str, ...], avoid: set[str]) -> str:
        """The first of the names that neither a slide nor a section bears, else the last with a number."""
        for name in names:
            if plain(name) not in self.taken and plain(name) not in avoid:
                return name
        return names[-1]

    def give(self, heading: str, part: str, frame: Frame) -> Paragraph:
        """The heading with its part, such as " (2 of 3)", set into the title's frame, unlike every title before."""
        number = 1
        while True:
            tail = (f" ({number})" if number > 1 else "") + part
            paragraph = set_title(heading, tail, frame)
            if plain(paragraph.text) not in self.taken:
                self.taken.add(plain(paragraph.text))
                return paragraph
            number += 1


def set_title(heading: str, tail: str, frame: Frame) -> Paragraph:
    """The heading and its tail in the largest size that fits the frame; a long heading is shortened, never its tail."""
    size, style = frame.style(1).size, frame.style(1)
    least = min(size, _LEAST)
    while least > _TINY and pitch("0", style, least) > frame.box.height:
        least -= 1
    while True:
        paragraph = set_paragraph(heading + tail, frame, size, first=True)
        if paragraph.height <= frame.box.height + 0.01:
            return paragraph
        if size - 1 < least:
            break
        size -= 1
    shown = heading.upper() if style.capitals else heading
    most = most_lines(heading, frame, size)
    width = frame.box.width - style.indent
    for shrink in range(1, 40):
        short = shorten(shown, style_font(style), size, (width * most * (1 - shrink / 50), 1)) + tail
        if len(break_text(short, style, size, width)) <= most:
            return set_paragraph(short, frame, size, first=True)
    return set_paragraph("…" + tail, frame, size, first=True)
