"""Words as glyphs: HarfBuzz chooses them, kerns them and sets them in their order; each knows what it stands for."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from deckmaker.errors import RenderError
from deckmaker.memo.fonts import REPLACEMENT, typeface
from deckmaker.memo.lines import Ink, Line

_WORDS = re.compile(r"[ \u00a0]+|[^ \u00a0]+")
_REPLACED = "\ufffd"
_SOFT_HYPHEN = "\u00ad"


class Glyph(NamedTuple):
    """A glyph's number in its font, the text it stands for, how far the pen moves, and its shift from the pen.

    Lengths are thousandths of the font's size.  The texts of a word's glyphs, one after the other, are the word: of
    what several glyphs draw together, each takes a character, and the last one what is left.
    """

    number: int
    text: str
    advance: float
    right: float = 0
    up: float = 0


def words(text: str) -> Iterator[str]:
    """The text cut into words and the spaces between them; each is shaped alone."""
    return (found[0] for found in _WORDS.finditer(text))


def spoken(glyphs: tuple[Glyph, ...], shaping: "Shaping") -> tuple[Glyph, ...]:
    """The glyphs of a word in the order in which they are spoken; `shape` gives them from left to right."""
    return glyphs[::-1] if shaping.from_right else glyphs


class Shaping(NamedTuple):
    """What decides which glyphs are taken: typeface, letters joined, digits of one width, language, direction."""

    name: str
    joined: bool
    tabular: bool
    language: str
    from_right: bool = False


@lru_cache(maxsize=1 << 16)
def shape(word: str, shaping: Shaping) -> tuple[Glyph, ...]:
    """The glyphs of a word; a soft hyphen at its end is drawn as a hyphen.

    Raises:
        RenderError: the font has no glyph for what its shaping asks for.
    """
    import uharfbuzz as hb

    name, joined, tabular, language, from_right = shaping
    if word.endswith(_SOFT_HYPHEN):
        *glyphs, hyphen = shape(word[:-1] + "-", shaping)
        return (*glyphs, hyphen._replace(text=_SOFT_HYPHEN))
    face, buffer = typeface(name), hb.Buffer()
    if name == REPLACEMENT and not all(ord(c) in face.characters for c in word):
        return tuple(_replaced(face.font.get_nominal_glyph(ord(_REPLACED)), word, name))
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_right else "ltr"
    buffer.language = language or "en"
    hb.shape(face.font, buffer, {"liga": joined, "clig": joined, "tnum": tabular})
    if any(info.codepoint == 0 for info in buffer.glyph_infos):
        raise RenderError(
            f"the font {face.name} has no glyph for part of {word!r}",
            remedy="Name another font (--font NAME), or change the text.",
        )
    placed = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    groups = [(start, list(group)) for start, group in groupby(placed, lambda one: one[0].cluster)]
    starts = sorted(start for start, _ in groups)
    ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
    return tuple(
        Glyph(info.codepoint, text, *map(face.scaled, (at.x_advance, at.x_offset, at.y_offset)))
        for start, group in groups
        for (info, at), text in zip(group, _share(word[start : ends[start]], len(group), from_right), strict=True)
    )


def _replaced(number: int, word: str, name: str) -> Iterator[Glyph]:
    advance = typeface(name).scaled(typeface(name).font.get_glyph_h_advance(number))
    return (Glyph(number, character, advance) for character in word)


def _share(text: str, count: int, from_right: bool) -> list[str]:
    """The text dealt to so many glyphs, as they are spoken: a character each, the rest to the last that gets any."""
    shares = [*text[: count - 1], text[count - 1 :]]
    shares += [""] * (count - len(shares))
    return shares[::-1] if from_right else shares


def key(ink: Ink, level: int = 0) -> Shaping:
    """How text of that ink and level is shaped; letters that stand apart are not joined."""
    return Shaping(ink.font, not ink.spacing, ink.tabular, ink.language, level % 2 == 1)


def advances(text: str, ink: Ink, level: int = 0) -> list[float]:
    """The width of each character in that ink, in points; of letters drawn together, the first has it all."""
    scale, spacing, shaping = ink.size / 1000, ink.spacing, key(ink, level)
    widths: list[float] = []
    for word in words(text):
        for glyph in spoken(shape(word, shaping), shaping):
            width = glyph.advance * scale + spacing
            if glyph.text:
                widths.append(width)
                widths += [0.0] * (len(glyph.text) - 1)
            else:
                widths[-1] += width
    return widths


def measure(line: Line) -> float:
    """The width of a line, in points."""
    return sum(sum(advances(run.text, run.ink, run.level)) for run in line)
