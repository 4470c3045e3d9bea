"""Sets text into a frame: paragraphs with the lines and the height they take at a size, and titles that fit."""

from dataclasses import replace
from functools import lru_cache

from deckmaker.deck.design import Frame, Style
from deckmaker.deck.fit import MARGIN, Font, break_lines, font, line_height, shorten
from deckmaker.deck.slides import Box, Paragraph
from deckmaker.typography import NO_BREAK, bind


def style_font(style: Style) -> Font:
    """The measures of a style's font."""
    return font(style.family, style.bold, style.file)


def set_paragraph(text: str, frame: Frame, size: float, level: int = 1, first: bool = False) -> Paragraph:
    """The text as a paragraph of the frame at a size in points; the first of a frame has no space before it."""
    style = frame.style(level)
    lines = break_text(text, style, size, frame.box.width - style.indent)
    height = sum(pitch(line, style, size) for line in lines)
    before = 0 if first else round(style.gap * size)
    return Paragraph(text, lines, size, level, before, height)


def glue(paragraph: Paragraph, frame: Frame) -> Paragraph:
    """The paragraph with its last two words kept together, if the last stands alone and that costs no line.

    It stands alone as well if it would in a program that sets text a little wider or narrower than is measured here.
    """
    before, _, last = paragraph.text.rpartition(" ")
    if len(paragraph.lines) < 2 or not before or len(last) > _SHORT or paragraph.lines[-1].count(" ") > 1:
        return paragraph
    style = frame.style(paragraph.level)
    width = frame.box.width - style.indent
    drifted = [break_text(paragraph.text, style, paragraph.size, width * drift)[-1] for drift in _DRIFT]
    if last not in (paragraph.lines[-1], *drifted):
        return paragraph
    lines = break_text(f"{before}\u00a0{last}", style, paragraph.size, width)
    if len(lines) != len(paragraph.lines):
        return paragraph
    return replace(paragraph, lines=tuple(line.replace("\u00a0", " ") for line in lines), glued=True)


_SHORT = 14  # letters; a longer word alone on a line looks meant


def break_text(text: str, style: Style, size: float, width: float) -> tuple[str, ...]:
    """The lines of text in a style at a size, figures with their units; capitals are measured as they are shown.

    They are as many as a program takes at most; where that is so at the box's whole width too, the lines are those.
    """
    shown = _bound(text.upper() if style.capitals else text)
    tracked = size / (size + 2 * style.tracking) if style.tracking else 1.0  # letters are about half an em wide
    safe = break_lines(shown, style_font(style), size, width * tracked)
    likely = break_lines(shown, style_font(style), size, width * tracked / MARGIN)
    lines = likely if len(likely) == len(safe) else safe
    return lines if NO_BREAK in text else tuple(line.replace(NO_BREAK, " ") for line in lines)


_bound = lru_cache(maxsize=8192)(bind)


def pitch(line: str, style: Style, size: float) -> float:
    """The height of one line."""
    return style.exact or style.spacing * line_height(line, style_font(style), size)


def set_line(text: str, frame: Frame, size: float = 0) -> Paragraph:
    """The text on one line of the frame, shortened if it must be."""
    style = frame.style(1)
    size = size or style.size
    short = shorten(text, style_font(style), size, (frame.box.width - style.indent, 1))
    return set_paragraph(short, frame, size, first=True)


def set_block(text: str, frame: Frame, least: float) -> Paragraph:
    """The text in the largest size from the frame's down to least (points) at which it fits; else shortened."""
    style = frame.style(1)
    size = style.size
    while True:
        paragraph = set_paragraph(text, frame, size, first=True)
        if paragraph.height <= frame.box.height + 0.01:
            return paragraph
        if size - 1 < least:
            return _shortened(text, frame, size)
        size -= 1


def most_lines(text: str, frame: Frame, size: float) -> int:
    """How many lines of such text the frame holds; at least one."""
    return max(1, int((frame.box.height + 0.01) / pitch(text, frame.style(1), size)))


def balance(paragraph: Paragraph, frame: Frame) -> tuple[Paragraph, Box]:
    """The paragraph in a box just wide enough for its number of lines, so that they come out about even.

    The width is one at which the lines are the same if a program sets text a little wider or narrower than
    measured; the frame's own where there is none.
    """
    style, count = frame.style(1), len(paragraph.lines)
    low, high = int(frame.box.width * 0.4), int(frame.box.width)
    while count > 1 and low < high:
        middle = (low + high) // 2
        fits = len(break_text(paragraph.text, style, paragraph.size, middle)) <= count
        low, high = (low, middle) if fits else (middle + 1, high)
    for width in range(high, int(frame.box.width), 4) if count > 1 else ():
        lines = break_text(paragraph.text, style, paragraph.size, width)
        if all(lines == break_text(paragraph.text, style, paragraph.size, width * d) for d in _DRIFT):
            box = Box(frame.box.left, frame.box.top, width, frame.box.height)
            return replace(paragraph, lines=lines), box
    return paragraph, frame.box


_DRIFT = (0.985, 1.0153)


def _shortened(text: str, frame: Frame, size: float) -> Paragraph:
    style = frame.style(1)
    most = most_lines(text, frame, size)
    shown = text.upper() if style.capitals else text
    short = shorten(shown, style_font(style), size, (frame.box.width - style.indent, most))
    return set_paragraph(text if short == shown else short, frame, size, first=True)


def moved(box: Box, top: float, height: float) -> Box:
    """The box at another height."""
    return Box(box.left, top, box.width, height)
