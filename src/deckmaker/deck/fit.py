"""Measures text without the font at hand: widths, line breaking, and shortening to what a box can hold.

Widths come from the tables in metrics/, made from open fonts that have the widths of common Office fonts.  Lines
are broken greedily at 98.5 % of the box: at that margin no text took more lines in a presentation program than
foreseen here.  Characters outside a table count for more than they are likely to take.  Lengths are in points.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

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
_STAND_IN = "arial"
_STAND_IN_WIDER = 1.2  # Verdana, the widest of the common text fonts, is 1.17 times as wide as Arial
_LINE = 1.2  # no font's line is taken to be lower than this, in ems
_LINE_WIDE, _LINE_OTHER = 1.5, 1.4  # lines with East Asian characters, and with other scripts' letters
_EM_WIDE, _EM_OTHER = 1.0, 0.7
_NO_START = frozenset("、。，．・：；？！ー」』）】〕〉》”’ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々…")
_NO_END = frozenset("「『（【〔〈《“‘")
_SPACES = " \t\u2009\u200a\u2002\u2003\u200b\u3000"


@dataclass(frozen=True, slots=True)
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
def font(family: str, bold: bool = False) -> Font:
    """The measures of a font by its name; a wider stand-in when there is no table of it."""
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


def width(text: str, font: Font, size: float) -> float:
    """The width of text on one line, in points."""
    total = sum(_advance(char, font) for char in text)
    for first, second in pairwise(text):
        row, column = font.left.get(first), font.right.get(second)
        if row is not None and column is not None:
            total += font.kerning[row][column]
    return total * size


def line_height(text: str, font: Font, size: float) -> float:
    """The height that a line of this text takes at single spacing, in points."""
    if all(char in font.widths for char in text):
        return font.line * size
    if any(_is_wide(char) for char in text):
        return max(font.line, _LINE_WIDE) * size
    unknown = any(char not in font.widths and unicodedata.category(char)[0] == "L" for char in text)
    return max(font.line, _LINE_OTHER if unknown else 0) * size


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
    if before in "-\u2010" and index >= 2:
        return text[index - 2].isalnum() and after.isalpha()
    if before in "\u2013\u2014":
        return after.isalnum()
    if before in _NO_END or after in _NO_START or unicodedata.category(after)[0] == "M":
        return False
    return _breaks_freely(before) or _breaks_freely(after)


def _breaks_freely(char: str) -> bool:
    """Ideographs and kana; not Hangul, which is written with spaces."""
    return _is_wide(char) and unicodedata.category(char) == "Lo" and not "\uac00" <= char <= "\ud7af"


def break_lines(text: str, font: Font, size: float, box: float) -> tuple[str, ...]:
    """The lines that text takes in a box of that width, in points; a word wider than the box is cut."""
    room, lines, line = box * MARGIN, list[str](), ""
    for piece in pieces(text):
        if line and width((line + piece).rstrip(_SPACES), font, size) > room:
            lines.append(line.rstrip(_SPACES))
            line = ""
        line += piece
        while width(line.rstrip(_SPACES), font, size) > room and len(line) > 1:
            cut = _longest(line, font, size, room)
            lines.append(line[:cut])
            line = line[cut:]
    return (*lines, line.rstrip(_SPACES)) if line.strip() else tuple(lines)


def _longest(text: str, font: Font, size: float, room: float) -> int:
    """How many characters fit into the room; at least one."""
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle], font, size) <= room else (low, middle - 1)
    return low


def shorten(text: str, font: Font, size: float, shape: tuple[float, int]) -> str:
    """Text as it is if it fits into shape (width, lines), else its longest beginning at a word's end, and "…"."""
    box, most = shape
    if len(break_lines(text, font, size, box)) <= most:
        return text
    parts = pieces(text)
    for count in range(len(parts) - 1, 0, -1):
        short = "".join(parts[:count]).rstrip(_SPACES + ",;:–-(") + "…"
        if len(break_lines(short, font, size, box)) <= most:
            return short
    cut = len(text) - 1
    while cut > 1 and len(break_lines(text[:cut] + "…", font, size, box)) > most:
        cut -= max(1, cut // 20)
    return text[:cut] + "…"
