"""Opens base decks: the built-in ones, and a user's own template."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from deckmaker.deck.adopt import adopt, page_of
from deckmaker.deck.base import Base, Seat
from deckmaker.deck.choices import choose_all
from deckmaker.deck.choose import Candidate, Holder, choose_content
from deckmaker.deck.design import builtin_design
from deckmaker.deck.draw import builtin_palette
from deckmaker.deck.font_files import measured_with
from deckmaker.deck.inherit import make_chain, theme_fonts
from deckmaker.deck.layouts import load_layouts, override
from deckmaker.deck.package import pack, unpack
from deckmaker.deck.scheme import is_dark
from deckmaker.deck.slides import Box, Kind, Role
from deckmaker.deck.strip import VIEW, strip_slides
from deckmaker.errors import InputError, RenderError
from deckmaker.theme import THEMES, Theme

_LAYOUTS = {
    Kind.COVER: "Title",
    Kind.STATEMENT: "Bottom line",
    Kind.FIGURES: "Title only",
    Kind.TIMELINE: "Title only",
    Kind.AGENDA: "Agenda",
    Kind.SECTION: "Section",
    Kind.CONTENT: "Content",
    Kind.COMPARISON: "Comparison",
    Kind.TABLE: "Exhibit",
    Kind.CHART: "Exhibit",
    Kind.PICTURE: "Picture",
    Kind.QUOTE: "Quotation",
    Kind.SOURCES: "Sources",
}
_ROLES = {
    "title": Role.TITLE,
    "ctrTitle": Role.TITLE,
    "subTitle": Role.SUBTITLE,
    "ftr": Role.FOOTER,
    "sldNum": Role.NUMBER,
}
_PLACES = {
    "13": Role.SOURCE,
    "14": Role.PAGES,
    "15": Role.CAPTION,
    "16": Role.WHO,
    "17": Role.SUBTITLE,
    "21": Role.LEFT_HEADING,
    "22": Role.LEFT,
    "23": Role.RIGHT_HEADING,
    "24": Role.RIGHT,
}
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_MAIN = re.compile(
    rb"application/vnd\.openxmlformats-officedocument\.presentationml\.(?:template|slideshow)\.main\+xml"
)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_STRICT = b"purl.oclc.org/ooxml"
_MOST_BYTES = 400_000_000
_REMEDY = "Give a .pptx or .potx that PowerPoint or LibreOffice opens."


def open_builtin(theme: Theme) -> Base:
    """The base deck of a theme; a theme of one's own gets the built-in one that is as dark or light."""
    from pptx import Presentation

    name = theme.name if theme.name in THEMES else ("dark" if is_dark(theme) else "sober")
    path = files("deckmaker.deck.templates").joinpath(f"{name}.pptx")
    with path.open("rb") as file:
        deck = Presentation(file)
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    seats = {kind: Seat(layouts[name], _holders(layouts[name])) for kind, name in _LAYOUTS.items()}
    return Base(deck, builtin_design(theme), seats, builtin_palette(), theme)


def _holders(layout: Any) -> dict[Role, Any]:
    """Role -> placeholder of a built-in layout."""
    found = {}
    for shape in layout.placeholders:
        mark = shape.element.find(".//{*}ph")
        role = _PLACES.get(mark.get("idx", ""), _ROLES.get(mark.get("type", ""), Role.BODY))
        found[role] = shape.element
    return found


def open_template(path: str, layouts: str = "", fonts: tuple[str, ...] = ()) -> Base:
    """A user's own template without its slides, with the layouts that serve best.

    layouts is a file that names other ones, fonts are files to measure the template's fonts with.

    Raises:
        InputError: the file is missing, protected, has macros, or is no presentation.
        RenderError: no layout has a title and a text below it, or one that is named cannot serve.
    """
    wanted = load_layouts(layouts) if layouts else {}
    deck = _open(path, _read(path))
    candidates = list(_candidates(deck))
    replaced = strip_slides(deck)
    _add_views(deck)
    page = page_of(deck)
    content = choose_content(candidates, page)
    if content is None or content.text is None:
        raise RenderError(
            "no layout has a title and a large text below it",
            remedy="Add a layout with a title and a text placeholder to the template, or use a theme.",
            file=path,
        )
    choices = override(choose_all(candidates, content, page), wanted, candidates, page)
    base = adopt(deck, Path(path).stem, choices, replaced)
    return replace(base, design=measured_with(base.design, fonts)) if fonts else base


def _add_views(deck: Any) -> None:
    """Give a presentation without a part for its views an empty one, which PowerPoint looks for."""
    from pptx.opc.constants import CONTENT_TYPE as CT
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    if not any(rel.reltype == RT.VIEW_PROPS for rel in deck.part.rels.values()):
        part = Part(PackURI("/ppt/viewProps.xml"), CT.PML_VIEW_PROPS, deck.part.package, VIEW)
        deck.part.relate_to(part, RT.VIEW_PROPS)


def _read(path: str) -> bytes:
    """The template as a presentation; a template's or slide show's content type is rewritten."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", remedy=_REMEDY, file=path) from error
    if data[:4] == _OLD_OR_LOCKED:
        remedy = "Open it in PowerPoint, take the password away, and save it as .pptx or .potx."
        raise InputError("is protected by a password or in the old .ppt format", remedy=remedy, file=path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(member.file_size for member in package.infolist()) > _MOST_BYTES:
                raise InputError("is too large when unpacked", remedy="Take large media out of it.", file=path)
            types = package.read("[Content_Types].xml")
            strict = _STRICT in package.read("_rels/.rels")
    except (zipfile.BadZipFile, KeyError, NotImplementedError) as error:
        raise InputError("is not a PowerPoint file", remedy=_REMEDY, file=path) from error
    if strict:
        remedy = "Save it as an ordinary PowerPoint Presentation or Template."
        raise InputError("is in the Strict Open XML format, which cannot be read here", remedy=remedy, file=path)
    if b"macroEnabled" in types:
        remedy = "Save it as .potx or .pptx (without macros) and give that."
        raise InputError("has macros, which a deck made from it would carry along", remedy=remedy, file=path)
    if b"themeManager+xml" in types and _MAIN not in types and not _OTHER_MAIN.search(types):
        remedy = "Apply the theme to an empty presentation in PowerPoint, and save that as .potx."
        raise InputError(
            "is an Office theme, which has no slides' layouts that can be filled", remedy=remedy, file=path
        )
    if _OTHER_MAIN.search(types):
        return pack(unpack(data) | {"[Content_Types].xml": _OTHER_MAIN.sub(_MAIN, types)})
    return data


def _open(path: str, data: bytes) -> Any:
    from lxml.etree import XMLSyntaxError
    from pptx import Presentation
    from pptx.exc import PackageNotFoundError, PythonPptxError

    try:
        deck = Presentation(io.BytesIO(data))
        if deck.slide_width and deck.slide_height and len(deck.slide_masters):
            return deck
    except (PackageNotFoundError, PythonPptxError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise InputError("is not a PowerPoint file that can be read", remedy=_REMEDY, file=path) from error
    raise InputError("is a presentation without a slide master", remedy=_REMEDY, file=path)


def _candidates(deck: Any) -> Iterator[Candidate]:
    """Every layout of every master, with what it holds."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    names = [slide.slide_layout.part.partname for slide in deck.slides]
    used = Counter(names)
    for number, master in enumerate(deck.slide_masters):
        from lxml.etree import fromstring

        fonts = theme_fonts(fromstring(master.part.part_related_by(RT.THEME).blob))
        for layout in master.slide_layouts:
            holders = []
            for shape in layout.placeholders:
                if shape.width and shape.height is not None and shape.left is not None:
                    box = Box(*(round(n / 12700, 2) for n in (shape.left, shape.top, shape.width, shape.height)))
                    chain = make_chain(shape.element, master.element, deck.element, fonts)
                    kind = shape.element.find(".//{*}ph").get("type", "obj")
                    holders.append(Holder(kind, box, shape.element, chain))
            kind = layout.element.get("type", "")
            name = layout.part.partname
            opens = name in names[:1]
            yield Candidate(layout, kind, layout.name, number, tuple(holders), used[name], opens)
