"""Widths of a font that the person gives as a file, for a template whose font there is no table of."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from deckmaker.deck.design import Design, Frame, Style
from deckmaker.errors import InputError

_LINE = 1.2
_REMEDY = "Give a .ttf or .otf file of the template's font."


@lru_cache(maxsize=16)
def read_font(path: str) -> tuple[str, dict[str, float], float]:
    """The family's name, the advance of each character in ems, and the height of a line in ems.

    Raises:
        InputError: the file cannot be read, or is no font.
    """
    import uharfbuzz as hb

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=path, remedy=_REMEDY) from error
    face = hb.Face(data)
    if not face.unicodes or not face.upem or data[:4] not in (b"\0\1\0\0", b"OTTO", b"true", b"ttcf"):
        raise InputError("is not a font that can be read", file=path, remedy=_REMEDY)
    return _family(face), _advances(face), _line(face)


def _family(face: Any) -> str:
    import uharfbuzz as hb

    name = face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    return str(name or "")


def _advances(face: Any) -> dict[str, float]:
    import uharfbuzz as hb

    font = hb.Font(face)
    glyphs = ((code, font.get_nominal_glyph(code)) for code in face.unicodes)
    return {chr(code): font.get_glyph_h_advance(glyph) / face.upem for code, glyph in glyphs if glyph is not None}


def _line(face: Any) -> float:
    import uharfbuzz as hb

    extents = hb.Font(face).get_font_extents("ltr")
    return max(_LINE, float(extents.ascender - extents.descender + extents.line_gap) / float(face.upem))


def measured_with(design: Design, files: tuple[str, ...]) -> Design:
    """The design with its styles measured with the files of their families, where such are given.

    Raises:
        InputError: a file cannot be read, or is of a font that the design does not use.
    """
    families = {read_font(path)[0].casefold(): path for path in files}
    known = {
        style.family.casefold() for frames in design.frames.values() for one in frames.values() for style in one.styles
    }
    for family, path in families.items():
        if family not in known:
            names = ", ".join(sorted(known))
            raise InputError(
                f"is the font {family!r}, which the deck does not use", file=path, remedy=f"It uses: {names}."
            )
    frames = {
        kind: {role: _measured(frame, families) for role, frame in roles.items()}
        for kind, roles in design.frames.items()
    }
    return replace(design, frames=frames)


def _measured(frame: Frame, families: dict[str, str]) -> Frame:
    def with_file(style: Style) -> Style:
        return replace(style, file=families.get(style.family.casefold(), ""))

    return replace(frame, styles=tuple(map(with_file, frame.styles)))
