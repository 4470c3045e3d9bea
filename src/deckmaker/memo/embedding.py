"""Typefaces as the PDF holds them: the glyphs that are used, their widths, and what each stands for.

A glyph that stands for two texts (a hyphen and a minus, a space and a no-break space) has two codes, so that every
code has one meaning and the text comes out as it went in, without further marks (ISO 32000-1, 9.7 and 9.10).
"""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from deckmaker.memo.fonts import Typeface, typeface
from deckmaker.memo.lines import Ink
from deckmaker.memo.objects import Stream
from deckmaker.memo.shaping import Glyph, Shaping, key, shape, words

_BLOCK = 100
"""How many entries a bfchar block may have."""
_UNSEEN = "\u200b"
"""What a glyph stands for that draws part of what another one stands for."""
_DROPPED = tuple(
    int.from_bytes(tag.encode(), "big")
    for tag in (
        "GSUB",
        "GPOS",
        "GDEF",
        "name",
        "post",
        "OS/2",
        "cmap",
        "DSIG",
        "gasp",
        "kern",
        "vhea",
        "vmtx",
        "VORG",
        "BASE",
    )
)
_SYMBOLIC = 4


class _Spelled(NamedTuple):
    """A word as codes: stretches of (height above the baseline, what TJ shows), and whether its glyphs stand in a row.

    Of glyphs that do not, as the marks of Devanagari, the word is said beside them (ActualText), as it is of letters
    set apart: programs that go by where glyphs stand would tear it apart.  mute are glyphs that say nothing of their
    own: a letter may be drawn of more parts than it has characters.
    """

    stretches: list[tuple[float, str]]
    plain: bool
    mute: list[tuple[float, str]]


class Shown(NamedTuple):
    """Operators that show text, and the text itself where programs would read something else from them, else "".

    actual is None for parts of glyphs, which are not to be read at all.
    """

    code: str
    actual: str | None = ""


class EmbeddedFont:
    """A typeface in one document; codes are given as they are first asked for."""

    def __init__(self, name: str, resource: str) -> None:
        self._face, self.resource = typeface(name), resource
        self._codes: dict[tuple[int, str], int] = {}
        self._words: dict[tuple[str, Shaping], _Spelled] = {}

    def show(self, text: str, ink: Ink, level: int = 0) -> Iterator[Shown]:
        """The operators that show the text in that ink, and beside them what they say where that must be said.

        Text that runs from the right must be one word: its glyphs are written as they are spoken.
        """
        plain: list[str] = []
        for word in words(text):
            spelled = self._spelled(word, key(ink, level))
            if spelled.plain:
                plain.append(spelled.stretches[0][1])
                continue
            if plain:
                yield Shown(f"[{''.join(plain)}]TJ")
                plain = []
            yield Shown(_stretched(spelled.stretches, ink), "" if level % 2 else word)
            if spelled.mute:
                yield Shown(_stretched(spelled.mute, ink), None)
        if plain:
            yield Shown(f"[{''.join(plain)}]TJ", text if ink.spacing else "")

    def _spelled(self, word: str, shaping: Shaping) -> _Spelled:
        known = self._words.get((word, shaping))
        if known is None:
            known = self._words[word, shaping] = self._spell(shape(word, shaping), shaping.from_right)
        return known

    def _spell(self, glyphs: tuple[Glyph, ...], from_right: bool) -> _Spelled:
        """The glyphs' codes with what the pen moves between them, in stretches of one height; the mute ones last."""
        spelled: list[tuple[float, str]] = []
        mute: list[tuple[float, Glyph]] = []
        origins = [*accumulate((glyph.advance for glyph in glyphs), initial=0.0)]
        origin, pen = origins[-1], 0.0
        placed = [(start + glyph.right, glyph) for start, glyph in zip(origins, glyphs, strict=False)]
        for at, glyph in reversed(placed) if from_right else placed:
            if glyph.text:
                piece = _moved(pen - at) + f"<{self._code(glyph):04X}>"
                pen = at + self._width(glyph.number)
                if spelled and spelled[-1][0] == glyph.up:
                    spelled[-1] = (glyph.up, (spelled[-1][1] + piece).replace("><", ""))
                else:
                    spelled.append((glyph.up, piece))
            else:
                mute.append((at, glyph))
        spelled[-1] = (spelled[-1][0], spelled[-1][1] + _moved(pen - origin))
        plain = not from_right and all(
            glyph.text and glyph.advance and not glyph.right and not glyph.up for glyph in glyphs
        )
        return _Spelled(spelled, plain, [(glyph.up, self._dot(origin, at, glyph)) for at, glyph in mute])

    def _dot(self, pen: float, at: float, glyph: Glyph) -> str:
        """A glyph shown elsewhere than where the pen is, and the pen put back."""
        return f"{_moved(pen - at)}<{self._code(glyph):04X}>{_moved(at + self._width(glyph.number) - pen)}"

    def _code(self, glyph: Glyph) -> int:
        if self._face.postscript_outlines:
            self._codes.setdefault((glyph.number, glyph.text), glyph.number)
            return glyph.number
        return self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1)

    def _width(self, number: int) -> float:
        return self._face.scaled(self._face.font.get_glyph_h_advance(number))

    def add_to(self, document: PDFDocument) -> None:
        """Put the font, with all codes given so far, into the document."""
        name = f"AAAAAA+{self._face.name}"
        outlines = self._face.postscript_outlines
        program, numbers = _subset(self._face, sorted({number for number, _ in self._codes}))
        facts = {"Subtype": PDFName("OpenType")} if outlines else {"Length1": len(program)}
        descendant: dict[str, Any] = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if outlines else "CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": _SYSTEM,
            "FontDescriptor": document.Reference(
                _descriptor(self._face, name, document.Reference(Stream(facts, program)))
            ),
            "W": self._widths(),
        }
        if not outlines:
            descendant["CIDToGIDMap"] = document.Reference(Stream({}, self._glyph_map(numbers)))
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(Stream({}, to_unicode(name, self._texts()))),
        }
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(PDFDictionary(font))

    def _widths(self) -> PDFArray:
        """Widths by code, in runs of codes that follow each other."""
        array: list[Any] = []
        last = -2
        for code, number in sorted({code: number for (number, _), code in self._codes.items()}.items()):
            if code != last + 1:
                array += [code, PDFArray([])]
            array[-1].sequence.append(round(self._width(number), 2))
            last = code
        return PDFArray(array)

    def _texts(self) -> dict[int, str]:
        """What each code stands for."""
        texts: dict[int, str] = {}
        for (_, text), code in self._codes.items():
            texts.setdefault(code, text or _UNSEEN)
        return texts

    def _glyph_map(self, numbers: dict[int, int]) -> bytes:
        """The glyph of each code, two bytes a code, from code 0."""
        return b"".join(numbers[number].to_bytes(2, "big") for number in (0, *(number for number, _ in self._codes)))


def _moved(left: float) -> str:
    """What moves the pen to the left, inside of what TJ shows."""
    return f"{left:.2f}".rstrip("0").rstrip(".") if abs(left) >= 0.005 else ""


def _stretched(stretches: list[tuple[float, str]], ink: Ink) -> str:
    """The operators of glyphs that stand at several heights."""
    size = ink.size / 1000
    shown = (f"{ink.rise + up * size:.3f} Ts [{codes}]TJ" for up, codes in stretches)
    return " ".join((*shown, f"{ink.rise:.3f} Ts"))


_SYSTEM = PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0})


def _subset(face: Typeface, used: list[int]) -> tuple[bytes, dict[int, int]]:
    """The font program with the used glyphs alone, and their old and new numbers."""
    import uharfbuzz as hb

    wanted, flags = hb.SubsetInput(), hb.SubsetFlags
    wanted.glyph_set.update([0, *used])
    wanted.drop_table_tag_set.update(_DROPPED)
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING | flags.NOTDEF_OUTLINE
    if face.postscript_outlines:
        wanted.flags |= flags.RETAIN_GIDS | flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE
    plan = hb.SubsetPlan(face.face, wanted)
    made = plan.execute()
    return bytes(made.blob.data), dict(plan.old_to_new_glyph_mapping.items())


def _descriptor(face: Typeface, name: str, program: Any) -> PDFDictionary:
    head = face.face.reference_table("head").data
    box = [round(face.scaled(int.from_bytes(head[at : at + 2], "big", signed=True))) for at in range(36, 44, 2)]
    extents = face.font.get_font_extents("ltr")
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray(box),
            "ItalicAngle": 0,
            "Ascent": round(face.scaled(extents.ascender)),
            "Descent": round(face.scaled(extents.descender)),
            "CapHeight": 700,
            "StemV": 140 if name.endswith("Bold") else 80,
            "FontFile3" if face.postscript_outlines else "FontFile2": program,
        }
    )


def to_unicode(name: str, texts: dict[int, str]) -> str:
    """The ToUnicode map of a font: the text of each of its codes."""
    pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(texts.items())]
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
