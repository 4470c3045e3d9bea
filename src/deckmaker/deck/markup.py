"""Paragraphs, placeholders and bars of a slide as XML elements."""

import copy
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from deckmaker.deck.slides import Box, Paragraph, Role, Text
from deckmaker.typography import NO_BREAK, bind

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {"a": A, "p": P, "r": R}
_LINK_COLOUR = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a paragraph leads: the relationship's id, what to say of it, and whether it is a slide."""

    id: str
    tip: str
    slide: bool


def emu(points: float) -> int:
    """Points in the format's units."""
    return round(points * 12700)


def element(name: str, parent: Any = None, /, **attributes: object) -> Any:
    """A new element such as "a:p", below parent if there is one."""
    tag = _tag(name)
    values = {key: value if isinstance(value, str) else str(value) for key, value in attributes.items()}
    if parent is None:
        return etree.Element(tag, values, nsmap=_SPACES)
    return etree.SubElement(parent, tag, values)


@lru_cache(maxsize=256)
def _tag(name: str) -> str:
    """The name with its namespace written out."""
    prefix, local = name.split(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def add_run(parent: Any, text: str, language: str, size: float = 0, link: Link | None = None) -> Any:
    """A run of text below a paragraph; returns its properties."""
    run = element("a:r", parent)
    looks = {"lang": language} | ({"sz": round(size * 100)} if size else {}) | {"dirty": 0}
    properties = element("a:rPr", run, **looks)
    element("a:t", run).text = clean(text)
    if link:
        _add_link(properties, link)
    return properties


def _add_link(properties: Any, link: Link) -> None:
    click = element("a:hlinkClick", properties)
    click.set(f"{{{R}}}id", link.id)
    if link.slide:
        click.set("action", "ppaction://hlinksldjump")
    click.set("tooltip", clean(link.tip))
    extension = element("a:ext", element("a:extLst", click), uri="{A12FA001-AC4F-418D-AE19-62706E023703}")
    etree.SubElement(extension, f"{{{_LINK_COLOUR}}}hlinkClr", {"val": "tx"}, nsmap={"ahyp": _LINK_COLOUR})


def paragraph_element(paragraph: Paragraph, language: str, link: Link | None = None) -> Any:
    """An a:p with its level, space before, size and language."""
    found = element("a:p")
    properties = element("a:pPr", found, **({"lvl": paragraph.level - 1} if paragraph.level > 1 else {}))
    if paragraph.level == 0:
        element("a:spcPct", element("a:lnSpc", properties), val=100000)
    elif paragraph.pitch:
        element("a:spcPts", element("a:lnSpc", properties), val=round(paragraph.pitch * 100))
    element("a:spcPts", element("a:spcBef", properties), val=round(paragraph.before * 100))
    if paragraph.level == 0:
        properties.set("marL", "0")
        properties.set("indent", "0")
        element("a:buNone", properties)
    text = bind(NO_BREAK.join(paragraph.text.rsplit(" ", 1)) if paragraph.glued else paragraph.text)
    add_run(found, text, language, paragraph.size, link)
    element("a:endParaRPr", found, lang=language, sz=round(paragraph.size * 100), dirty=0)
    return found


def make_row(found: Any, first: int, indent: float) -> None:
    """Make the paragraph a row of a numbered list that begins with first, its text indented by so many points."""
    properties = found[0]
    properties.set("marL", str(emu(indent)))
    properties.set("indent", str(-emu(indent)))
    element("a:buFont", properties, typeface="+mj-lt")
    element("a:buAutoNum", properties, type="arabicPlain", **({"startAt": first} if first > 1 else {}))


def number_paragraph(language: str) -> Any:
    """An a:p with the slide's number as a field."""
    found = element("a:p")
    field = element("a:fld", found, id=_FIELD, type="slidenum")
    element("a:rPr", field, lang=language)
    element("a:t", field).text = "‹#›"
    element("a:endParaRPr", found, lang=language)
    return found


def placeholder(holder: Any, number: int, text: Text, paragraphs: list[Any]) -> Any:
    """A slide's placeholder after the layout's own, with shape number and paragraphs; only a moved one has a box."""
    found = element("p:sp")
    about = element("p:nvSpPr", found)
    element("p:cNvPr", about, id=number, name=_name(text.role, number))
    element("a:spLocks", element("p:cNvSpPr", about), noGrp=1)
    element("p:nvPr", about).append(copy.deepcopy(holder.find(f".//{{{P}}}ph")))
    shape = element("p:spPr", found)
    if text.moved:
        place(shape, text.box)
    body = element("p:txBody", found)
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0) if text.moved else {}
    element(
        "a:bodyPr", body, **insets
    )  # shrinking on overflow comes with the layout; LibreOffice shrinks what says it itself
    element("a:lstStyle", body)
    body.extend(paragraphs)
    return found


def _name(role: Role, number: int) -> str:
    names = {Role.BODY: "Text", Role.LEFT: "Left text", Role.RIGHT: "Right text", Role.NUMBER: "Slide number"}
    return f"{names.get(role, role.capitalize())} {number - 1}"


def place(shape: Any, box: Box) -> None:
    """Give a shape its place on the slide."""
    transform = element("a:xfrm", shape)
    element("a:off", transform, x=emu(box.left), y=emu(box.top))
    element("a:ext", transform, cx=emu(box.width), cy=emu(box.height))
