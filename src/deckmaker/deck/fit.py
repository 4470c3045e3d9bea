"""Measures text without the font at hand: widths, line breaking, and shortening to what a box can hold.

Widths come from the tables in metrics/, made from open fonts that have the widths of common Office fonts.  Lines
are broken greedily at 98.5 % of the box: at that margin no text took more lines in a presentation program than
foreseen here.  Characters outside a table count for more than they are likely to take.  Lengths are in points.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

MARGIN = 0.985
"""The part of a box's width that lines are broken at."""

_FAMILIES = {
    "calibri": "calibri",
    "carlito": "calibri",
    "cambria": "cambria",
    "caladea": "cambria",
    "arial": "arial",
    "helvetica": "arial",
    "liberation sans": "arial",
    "times new roman": "times-new-roman",
    "times": "times-new-roman",
    "liberation serif": "times-new-roman",
}
_BOLDER = 1.1  # how much wider bold letters are than those of the one file that is given
_STAND_IN = "arial"
_STAND_IN_WIDER = 1.2  # Verdana, the widest of the common text fonts, is 1.17 times as wide as Arial
_LINE = 1.2  # no font's line is taken to be lower than this, in ems
_LINE_WIDE, _LINE_OTHER = 1.5, 1.4  # lines with East Asian characters, and with other scripts' letters
_EM_WIDE, _EM_OTHER = 1.0, 0.7
_NO_START = frozenset("、。，．・：；？！ー」』）】〕〉》”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々…")
_NO_END = frozenset("「『（【〔〈《“‘")
_FIRST_WIDE = "\u1100"  # no character before it is as wide as it is high
_SPACES = " \t\u2009\u200a\u2002\u2003\u200b\u3000"


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A typeface as measured: widths of characters in ems, kerning of pairs in ems, height of a line in ems.

    proven is False when it stands in for a font that there is no table of.
    """

    family: str
    widths: dict[str, float]
    left: dict[str, int]
    right: dict[str, int]
    kerning: list[list[float]]
    line: float
    proven: bool = True
    wider: float = 1.0


@lru_cache(maxsize=32)
def font(family: str, bold: bool = False, file: str = "") -> Font:
    """The measures of a font by its name; a wider stand-in when there is no table of it and no file is given."""
    if file:
        from deckmaker.deck.font_files import read_font

        _, advances, line = read_font(file)
        return Font(family, advances, {}, {}, [[]], line, wider=_BOLDER if bold else 1.0)
    known = _FAMILIES.get(family.casefold().strip())
    weight = "bold" if bold else "regular"
    path = files("deckmaker.deck.metrics").joinpath(f"{known or _STAND_IN}-{weight}.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    em, kerning = data["em"], data["kerning"]
    widths = {chr(code + i): w / em for code, run in data["widths"] for i, w in enumerate(run)}
    return Font(
        family,
        widths,
        {char: row for row, chars in enumerate(kerning["left"]) for char in chars},
        {char: column for column, chars in enumerate(kerning["right"]) for char in chars},
        [[value / em for value in row] for row in kerning["values"]],
        max(_LINE, data["line"] / em),
        proven=known is not None,
        wider=1.0 if known else _wider(family),
    )


def _wider(family: str) -> float:
    """How much wider than the stand-in to measure; a typewriter's narrow letters are as wide as its broad ones."""
    return 1.35 if re.search(r"mono|consol|courier|typewriter", family, re.IGNORECASE) else _STAND_IN_WIDER


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _advance(char: str, font: Font) -> float:
    """The width of a character in ems; a safe estimate where the table has none."""
    known = font.widths.get(char)
    if known is not None:
        return known * font.wider
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    return _EM_WIDE if _is_wide(char) else _EM_OTHER * font.wider


def _kern(first: str, second: str, font: Font) -> float:
    """By how much a pair of characters is moved apart (or together, below 0), in ems."""
    row, column = font.left.get(first), font.right.get(second)
    return 0.0 if row is None or column is None else font.kerning[row][column] * font.wider


def width(text: str, font: Font, size: float) -> float:
    """The width of text on one line, in points."""
    return _span(text, font, 0, len(text)) * size


def line_height(text: str, font: Font, size: float) -> float:
    """The height that a line of this text takes at single spacing, in points."""
    return _line_of(text, font) * size


@lru_cache(maxsize=8192)
def _line_of(text: str, font: Font) -> float:
    """The height of a line in ems."""
    others = set(text).difference(font.widths)
    if not others:
        return font.line
    if any(_is_wide(char) for char in text):
        return max(font.line, _LINE_WIDE)
    unknown = any(unicodedata.category(char)[0] == "L" for char in others)
    return max(font.line, _LINE_OTHER if unknown else 0)


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str, ...]:
    """Text cut where a line may end: after spaces, hyphens and dashes, and between East Asian characters."""
    found: list[str] = []
    start = 0
    for index in range(1, len(text)):
        if _may_break(text, index):
            found.append(text[start:index])
            start = index
    return (*found, text[start:]) if text else ()


def _may_break(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after in _SPACES:
        return False
    if before in _SPACES:
        return True
    if before.isalnum() and after < _FIRST_WIDE and before < _FIRST_WIDE:
        return False
    if before in "-\u2010" and index >= 2:
        return text[index - 2].isalnum() and after.isalpha()
    if before in "\u2013\u2014":
        return after.isalnum()
    if before < _FIRST_WIDE and after < _FIRST_WIDE:
        return False
    if before in _NO_END or after in _NO_START or unicodedata.category(after)[0] == "M":
        return False
    return _breaks_freely(before) or _breaks_freely(after)


def _breaks_freely(char: str) -> bool:
    """Ideographs and kana; not Hangul, which is written with spaces."""
    return _is_wide(char) and unicodedata.category(char) == "Lo" and not "\uac00" <= char <= "\ud7af"


def break_lines(text: str, font: Font, size: float, box: float) -> tuple[str, ...]:
    """The lines that text takes in a box of that width, in points; a word wider than the box is cut."""
    if not text:
        return ()
    room = box * MARGIN / size
    ends, shown, widths = _measures(text, font)
    lines: list[str] = []
    start = piece = 0
    while piece < len(ends):
        before = _before(text, font, start)
        last = bisect_right(widths, room + before, piece) - 1  # of the pieces up to it, the line is full
        if last < piece:
            cut = _longest(text, font, (start, shown[piece]), room) if shown[piece] - start > 1 else shown[piece]
            if cut >= shown[piece]:
                last = piece
            else:
                lines.append(text[start:cut])
                start = cut
                continue
        lines.append(text[start : ends[last]].rstrip(_SPACES))
        start, piece = ends[last], last + 1
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def _before(text: str, font: Font, start: int) -> float:
    """The width of what stands before start, in ems, with the kerning that a line's beginning undoes."""
    return _sums(text, font)[start] + (_kern(text[start - 1], text[start], font) if 0 < start < len(text) else 0.0)


@lru_cache(maxsize=8192)
def _measures(text: str, font: Font) -> tuple[tuple[int, ...], tuple[int, ...], tuple[float, ...]]:
    """Where lines may end, where what is shown of them ends, and the width from the text's beginning to there."""
    ends = _ends(text)
    sums = _sums(text, font)
    shown = tuple(_trim(text, end) for end in ends)  # spaces at the end of a line take no room
    return ends, shown, tuple(accumulate((sums[end] for end in shown), max))


def _trim(text: str, end: int) -> int:
    """Where the text before `end` ends without its last spaces."""
    while end and text[end - 1] in _SPACES:
        end -= 1
    return end


@lru_cache(maxsize=8192)
def _ends(text: str) -> tuple[int, ...]:
    """Where lines of the text may end."""
    return tuple(accumulate(map(len, pieces(text))))


@lru_cache(maxsize=8192)
def _sums(text: str, font: Font) -> tuple[float, ...]:
    """The widths of the text's beginnings, from none of it to all of it, in ems."""
    widths, left, right, kerning, wider = font.widths, font.left, font.right, font.kerning, font.wider
    total, row = 0.0, None
    sums = [total]
    for char in text:
        known = widths.get(char)
        total += _advance(char, font) if known is None else known * wider
        if row is not None:
            column = right.get(char)
            total += 0.0 if column is None else kerning[row][column] * wider
        row = left.get(char)
        sums.append(total)
    return tuple(sums)


def _span(text: str, font: Font, start: int, end: int) -> float:
    """The width of text[start:end] by itself, in ems."""
    if end <= start:
        return 0.0
    sums = _sums(text, font)
    return sums[end] - sums[start] - (_kern(text[start - 1], text[start], font) if start else 0.0)


def _longest(text: str, font: Font, part: tuple[int, int], room: float) -> int:
    """Where the longest beginning of a part of text that fits into the room ends; at least one character on."""
    low, high = part[0] + 1, part[1] - 1
    while low < high:
        middle = (low + high + 1) // 2
        fits = _span(text, font, part[0], middle) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return low


def shorten(text: str, font: Font, size: float, shape: tuple[float, int]) -> str:
    """Text as it is if it fits into shape (width, lines), else its longest beginning at a word's end, and "…"."""
    box, most = shape
    if len(break_lines(text, font, size, box)) <= most:
        return text
    cut = _last_that_fits(text, _ends(text)[:-1], font, size, shape)
    if cut is None:
        cut = _last_that_fits(text, range(1, len(text)), font, size, shape) or 1
    return _close(text[:cut])


def _close(start: str) -> str:
    """The beginning of a text that was shortened."""
    return start.rstrip(_SPACES + ",;:–-(") + "…"


def _last_that_fits(text: str, ends: Sequence[int], font: Font, size: float, shape: tuple[float, int]) -> int | None:
    """The last of the ends at which the shortened text fits into shape; found by halving."""
    box, most = shape
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        fits = len(break_lines(_close(text[: ends[middle]]), font, size, box)) <= most
        low, high = (middle + 1, high) if fits else (low, middle)
    return ends[low - 1] if low else None
