"""The memo's typefaces: FiraGO, and Noto Sans for the characters it lacks; both checked before a page is made.

Both come from the package pymupdf-fonts (SIL Open Font License).  They draw Latin, Greek, Cyrillic and Vietnamese
as they stand; scripts that run from the right or need shaping are refused, never printed wrong.
"""

import io
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics

from deckmaker.errors import RenderError
from deckmaker.memo.objects import Face

REGULAR = "deckmaker-FiraGO-Regular"
BOLD = "deckmaker-FiraGO-Bold"
_SPARE = {REGULAR: "deckmaker-NotoSans-Regular", BOLD: "deckmaker-NotoSans-Bold"}
_FILES = {REGULAR: "figo", BOLD: "figbo", _SPARE[REGULAR]: "notos", _SPARE[BOLD]: "notosbo"}

_SHAPED = frozenset(
    (
        *("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA"),
        *("MALAYALAM", "SINHALA", "THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN"),
    )
)
_DECK_INSTEAD = "Make the deck alone (PowerPoint sets this script), or write the text in another script."


@cache
def face(name: str) -> Face:
    """The typeface of that name, registered with reportlab when first asked for."""
    font = Face(name, io.BytesIO(pymupdf_fonts.myfont(_FILES[name])), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def advances(text: str, name: str) -> list[float]:
    """The width of each character, in thousandths of the font's size."""
    widths, default = face(name).face.charWidths, face(name).face.defaultWidth
    return [widths.get(code, default) for code in map(ord, text)]


def split(text: str, name: str) -> Iterator[tuple[str, str]]:
    """The text in pieces that one typeface can draw: (its name, piece); REGULAR or BOLD wherever it can."""
    known = face(name).face.charToGlyph
    for has, piece in groupby(text, lambda character: ord(character) in known):
        yield name if has else _SPARE[name], "".join(piece)


def check(texts: Iterable[tuple[str, str]]) -> None:
    """Raise RenderError unless every text can be printed right; texts are (where it stands, text)."""
    missing: dict[str, str] = {}
    for where, text in texts:
        _check_script(where, text)
        for character in sorted(set(text)):
            if not _has(character):
                missing.setdefault(character, f"{where}: {_quoted(text)}")
    if missing:
        first, *_ = missing.values()
        named = ", ".join(f"{c} (U+{ord(c):04X})" for c in [*missing][:8]) + (", ..." if len(missing) > 8 else "")
        raise RenderError(
            f"the memo's typefaces do not have {named}; see {first}",
            remedy="Replace it in the outline, or make the deck alone (PowerPoint finds a font for it).",
        )


def _has(character: str) -> bool:
    return any(ord(character) in face(name).face.charToGlyph for name in (REGULAR, _SPARE[REGULAR]))


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


def _quoted(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
