"""The memo's typefaces: FiraGO regular and bold, checked for every character before a page is made.

FiraGO comes from the package pymupdf-fonts (SIL Open Font License).  It draws Latin, Greek, Cyrillic and
Vietnamese as they stand; scripts that run from the right or need shaping are refused, never printed wrong.
"""

import io
import unicodedata
from collections.abc import Iterable
from functools import cache

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics

from deckmaker.errors import RenderError
from deckmaker.memo.objects import Face

REGULAR = "deckmaker-FiraGO-Regular"
BOLD = "deckmaker-FiraGO-Bold"
_FILES = {REGULAR: "figo", BOLD: "figbo"}

_SHAPED = frozenset(
    (
        *("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA"),
        *("MALAYALAM", "SINHALA", "THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN"),
    )
)
_DECK_INSTEAD = "Make the deck alone (PowerPoint sets this script), or write the text in another script."


@cache
def face(name: str) -> Face:
    """The typeface of that name (REGULAR or BOLD), registered with reportlab when first asked for."""
    font = Face(name, io.BytesIO(pymupdf_fonts.myfont(_FILES[name])), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def advances(text: str, name: str) -> list[float]:
    """The width of each character, in thousandths of the font's size."""
    widths, default = face(name).face.charWidths, face(name).face.defaultWidth
    return [widths.get(code, default) for code in map(ord, text)]


def check(texts: Iterable[tuple[str, str]]) -> None:
    """Raise RenderError unless every text can be printed right; texts are (where it stands, text)."""
    for where, text in texts:
        _check_script(where, text)
        _check_glyphs(where, text)


def _check_script(where: str, text: str) -> None:
    for character in sorted(set(text)):
        if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
            raise RenderError(
                f"{where} is written from right to left, which the memo cannot set yet: {_quoted(text)}",
                remedy=_DECK_INSTEAD,
            )
        if unicodedata.name(character, "").partition(" ")[0] in _SHAPED:
            raise RenderError(
                f"{where} is in a script that needs shaping, which the memo cannot do yet: {_quoted(text)}",
                remedy=_DECK_INSTEAD,
            )


def _check_glyphs(where: str, text: str) -> None:
    known = face(REGULAR).face.charToGlyph
    missing = sorted({c for c in text if ord(c) not in known})
    if missing:
        named = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing[:8]) + (" and more" if missing[8:] else "")
        raise RenderError(
            f"the memo's typeface has no character {named}; it stands in {where}: {_quoted(text)}",
            remedy="Replace it in the outline, or make the deck alone (PowerPoint finds a font for it).",
        )


def _quoted(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
