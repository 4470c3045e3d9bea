"""Characters in the order of the file -> runs: text on one base line without a wide gap in it."""

import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from deckmaker.readers.pdf_page import Run

GUTTER = 0.75  # ems; wider gaps may part columns; in justified text they part what is put together again
_GAP = 0.22  # ems; a gap between words where the file has no space
_HINTED_GAP = 0.13  # ems; where PDFium made up a space, which it does in letter-spaced text, too
_BACK = 0.6  # ems to the left that a kerned or overstruck character may begin
_RISE = 0.12  # ems between base lines that count as one
_LINE_ENDS = ("\r", "\n")
_HYPHEN = "\x02"  # PDFium's mark for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look: size in points, font, boldness, marked content; level ones run as the page's text does."""

    size: float = 0.0
    font: str = ""
    is_bold: bool = False
    mark: int = -1
    is_level: bool = True


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: where it begins and ends, its base line, its look; None for one that PDFium made up (a space)."""

    char: str
    left: float
    right: float
    base: float
    look: Look | None


@dataclass(slots=True)
class _Open:
    """The run that characters are being added to."""

    last: Glyph
    look: Look
    left: float
    right: float
    chars: list[str] = field(default_factory=list)

    def takes(self, glyph: Glyph, look: Look) -> bool:
        """Whether a character goes on with the run, to the right or, in scripts that run so, to the left."""
        em = max(self.look.size, 1.0)
        same = look.font == self.look.font and look.mark == self.look.mark
        level = abs(glyph.base - self.last.base) <= _RISE * em and abs(look.size - self.look.size) <= 0.05 * em
        if not (same and level):
            return False
        if runs_left(glyph.char) or runs_left(self.last.char):
            return -_BACK * em <= self.left - glyph.right <= GUTTER * em or 0 <= glyph.left - self.left <= em
        return glyph.left >= self.last.left - _BACK * em and glyph.left - self.right <= GUTTER * em

    def gap(self, glyph: Glyph) -> float:
        """How far a character stands from the run, in ems."""
        gap = self.left - glyph.right if runs_left(glyph.char) else glyph.left - self.right
        return gap / max(self.look.size, 1.0)

    def add(self, glyph: Glyph) -> None:
        """Take a character."""
        self.chars.append(glyph.char)
        self.left, self.right, self.last = min(self.left, glyph.left), max(self.right, glyph.right), glyph

    def run(self) -> Run:
        """The run as it is."""
        text = "".join(self.chars)
        look = self.look
        return Run(text, self.left, self.right, self.last.base, look.size, look.is_bold, look.mark, look.font)


def runs_left(text: str) -> bool:
    """Whether most letters of the text belong to scripts that run from right to left."""
    if text.isascii():
        return False
    directions = [unicodedata.bidirectional(char) for char in text]
    return 2 * sum(direction in ("R", "AL") for direction in directions) > len(
        [char for char in text if char.isalpha()]
    )


def runs_of(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """The runs of a page's characters; text that stands aslant or across the others is left out."""
    run: _Open | None = None
    needed = _GAP
    for glyph in glyphs:
        char = "-" if glyph.char == _HYPHEN else glyph.char
        if char in _LINE_ENDS:
            if run:
                yield run.run()
            run = None
        elif char.isspace():
            needed = -math.inf if glyph.look else min(needed, _HINTED_GAP)
        elif (look := glyph.look) is not None and look.is_level:
            glyph = glyph if char is glyph.char else replace(glyph, char=char)
            if run is not None and not run.takes(glyph, look):
                yield run.run()
                run = None
            if run is None:
                run = _Open(glyph, look, glyph.left, glyph.right)
            elif run.gap(glyph) > needed:
                run.chars.append(" ")
            run.add(glyph)
            needed = _GAP
    if run:
        yield run.run()
