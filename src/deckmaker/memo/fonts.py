"""The memo's typefaces: FiraGO first, other families for the characters it lacks.

FiraGO, Noto Sans and Noto Sans Symbols 2 come from the package pymupdf-fonts (SIL Open Font License).  FiraGO draws
Latin, Greek, Cyrillic, Vietnamese and Devanagari; a font of the person's own or of the system draws the rest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from deckmaker.errors import RenderError

REGULAR, BOLD = "FiraGO-Regular", "FiraGO-Bold"
_SHIPPED = {
    REGULAR: "figo",
    BOLD: "figbo",
    "NotoSans-Regular": "notos",
    "NotoSans-Bold": "notosbo",
    "NotoSansSymbols2-Regular": "symbol2",
}
_NO_EMBEDDING = 0x0002
"""The bit of OS/2's fsType that forbids to put the font into a file."""


@dataclass(frozen=True, slots=True)
class Family:
    """The names of a family's typefaces; one without a bold draws bold text as it stands."""

    regular: str
    bold: str


FIRA = Family(REGULAR, BOLD)
_SPARE = (
    Family("NotoSans-Regular", "NotoSans-Bold"),
    Family("NotoSansSymbols2-Regular", "NotoSansSymbols2-Regular"),
)
REPLACEMENT = "NotoSans-Regular"
"""The typeface whose U+FFFD stands for a character that no typeface has."""


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """A loaded font: its PostScript name, HarfBuzz's view of it, and the code points it draws."""

    name: str
    face: Any
    font: Any
    characters: frozenset[int]
    postscript_outlines: bool

    def scaled(self, units: float) -> float:
        """A length in the font's own units, in thousandths of its size."""
        return units * 1000 / float(self.face.upem)


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The families of one memo, the preferred first; what none of them has is shown as U+FFFD."""

    families: tuple[Family, ...] = (FIRA, *_SPARE)

    @classmethod
    def make(cls, own: Iterable[Family] = (), first: Iterable[Family] = ()) -> "Typefaces":
        """The theme's family and FiraGO, then the families of the person's own, then the others that are shipped."""
        return cls((*first, FIRA, *own, *_SPARE))

    def draws(self, character: str) -> bool:
        """Whether some family has the character."""
        return character in _UNSEEN or any(
            ord(character) in typeface(family.regular).characters for family in self.families
        )

    def split(self, text: str, name: str) -> Iterator[tuple[str, str]]:
        """The text in pieces that one typeface draws: (its name, piece); the one of that name wherever it can.

        A mark stays with the letter before it.
        """
        first = self.families[0].bold if name == BOLD else self.families[0].regular
        if typeface(first).characters.issuperset(map(ord, text)):
            yield first, text
            return
        owners: list[str] = []
        for character in text:
            follows = character in _UNSEEN or (
                character in _FOLLOWING and owners and ord(character) in typeface(owners[-1]).characters
            )
            owners.append((owners or [first])[-1] if follows else self._owner(character, bold=name == BOLD))
        for owner, piece in groupby(zip(owners, text, strict=True), lambda pair: pair[0]):
            yield owner, "".join(character for _, character in piece)

    def _owner(self, character: str, *, bold: bool) -> str:
        for family in self.families:
            name = family.bold if bold else family.regular
            if ord(character) in typeface(name).characters:
                return name
        return REPLACEMENT


_UNSEEN = frozenset(map(chr, (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Marks of direction: they show nothing."""

OURS = Typefaces()
"""The families that are shipped."""

_FOLLOWING = frozenset(map(chr, (*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x20D0, 0x2100), 0x200C, 0x200D)))
"""Marks that any script may use, and the joiners."""


@cache
def typeface(name: str) -> Typeface:
    """The typeface of that name, one of ours or "FILE#INDEX".

    Raises:
        RenderError: when the file is no font, or its maker forbids to embed it.
    """
    import uharfbuzz as hb

    if name in _SHIPPED:
        import pymupdf_fonts

        blob, index = hb.Blob(pymupdf_fonts.myfont(_SHIPPED[name])), 0
    else:
        path, _, number = name.rpartition("#")
        blob, index = hb.Blob.from_file_path(path), int(number)
    face = hb.Face(blob, index)
    if not face.glyph_count or not {"cmap", "head", "hmtx"} <= set(face.table_tags):
        raise RenderError("is not a font that a memo can use", file=name, remedy="Name a TrueType or OpenType font.")
    if int.from_bytes(face.reference_table("OS/2").data[8:10], "big") & 0x000F == _NO_EMBEDDING:
        raise RenderError(f"the maker of {name} forbids to embed it in a file", remedy="Choose another font.")
    outlines = "glyf" not in face.table_tags
    return Typeface(_postscript_name(face, name), face, hb.Font(face), frozenset(face.unicodes), outlines)


def _postscript_name(face: Any, name: str) -> str:
    import uharfbuzz as hb

    said = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or name.rpartition("/")[2]
    return "".join(c for c in said if c.isascii() and (c.isalnum() or c == "-")) or "Font"
