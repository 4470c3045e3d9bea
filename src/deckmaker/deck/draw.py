"""Shapes of a slide as XML elements: bars, labels, groups, tables, pictures and the frames of charts."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from deckmaker.deck.markup import Link, add_run, clean, element, emu, paragraph_element, place
from deckmaker.deck.slides import Box, Grid, Group, Image, Label, Paint, Paragraph, Plot, Rule
from deckmaker.deck.tables import PAD_SIDE, PAD_TOP

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Palette:
    """What paints are in a base deck, as fill elements: for shapes and for letters; and the fonts' names there."""

    fills: Mapping[Paint, Any]
    inks: Mapping[Paint, Any]
    text_face: str = "+mn-lt"
    heading_face: str = "+mj-lt"


@dataclass(frozen=True, slots=True)
class Pen:
    """What drawing a slide's shapes needs: the palette, the language, and numbers for the shapes."""

    palette: Palette
    language: str
    numbers: Iterator[int]


def scheme_fill(name: str) -> Any:
    """A solid fill of a scheme colour."""
    fill = element("a:solidFill")
    element("a:schemeClr", fill, val=name)
    return fill


def builtin_palette() -> Palette:
    """The palette of the base decks that ship with the program."""
    names = {Paint.TEXT: "tx1", Paint.MUTED: "tx2", Paint.HEADING: "tx1", Paint.ACCENT: "accent1", Paint.TINT: "bg2",
             Paint.LINE: "accent6"}  # fmt: skip
    fills = {paint: scheme_fill(name) for paint, name in names.items()}
    return Palette(fills, fills)


def rule_element(rule: Rule, pen: Pen) -> Any:
    """A filled shape that says nothing and is marked so."""
    number = next(pen.numbers)
    found = element("p:sp")
    about = element("p:nvSpPr", found)
    properties = element("p:cNvPr", about, id=number, name=f"{'Dot' if rule.round else 'Bar'} {number - 1}")
    extension = element("a:ext", element("a:extLst", properties), uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE})
    element("p:cNvSpPr", about)
    element("p:nvPr", about)
    shape = element("p:spPr", found)
    place(shape, rule.box)
    element("a:avLst", element("a:prstGeom", shape, prst="ellipse" if rule.round else "rect"))
    shape.append(copy.deepcopy(pen.palette.fills[rule.paint]))
    element("a:noFill", element("a:ln", shape))
    return found


def label_element(label: Label, pen: Pen, link: Link | None = None) -> Any:
    """A text box whose looks stand in its list style."""
    number = next(pen.numbers)
    found = element("p:sp")
    about = element("p:nvSpPr", found)
    element("p:cNvPr", about, id=number, name=f"{label.name} {number - 1}")
    element("p:cNvSpPr", about, txBox=1)
    element("p:nvPr", about)
    shape = element("p:spPr", found)
    place(shape, label.box)
    element("a:avLst", element("a:prstGeom", shape, prst="rect"))
    element("a:noFill", shape)
    body = element("p:txBody", found)
    element("a:noAutofit", element("a:bodyPr", body, wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor="t"))
    level = element("a:lvl1pPr", element("a:lstStyle", body), marL=0, indent=0, algn="r" if label.right else "l")
    element("a:spcPct", element("a:lnSpc", level), val=100000)
    element("a:buNone", level)
    letters = element("a:defRPr", level, b=int(label.bold))
    letters.append(copy.deepcopy(pen.palette.inks[label.paint]))
    _faces(letters, pen.palette.heading_face if label.heading else pen.palette.text_face)
    body.extend(paragraph_element(paragraph, pen.language, link) for paragraph in label.paragraphs)
    return found


def _faces(letters: Any, face: str) -> None:
    """The font of letters; a theme's font also for other scripts."""
    element("a:latin", letters, typeface=face)
    if face.startswith("+"):
        element("a:ea", letters, typeface=face.replace("-lt", "-ea"))
        element("a:cs", letters, typeface=face.replace("-lt", "-cs"))


def group_element(group: Group, pen: Pen) -> Any:
    """A named group with alternative text; its members keep their places on the slide."""
    number = next(pen.numbers)
    found = element("p:grpSp")
    about = element("p:nvGrpSpPr", found)
    element("p:cNvPr", about, id=number, name=clean(group.name), descr=clean(group.alt))
    element("p:cNvGrpSpPr", about)
    element("p:nvPr", about)
    transform = element("a:xfrm", element("p:grpSpPr", found))
    for offset, extent in (("off", "ext"), ("chOff", "chExt")):
        element(f"a:{offset}", transform, x=emu(group.box.left), y=emu(group.box.top))
        element(f"a:{extent}", transform, cx=emu(group.box.width), cy=emu(group.box.height))
    for member in group.members:
        found.append(rule_element(member, pen) if isinstance(member, Rule) else label_element(member, pen))
    return found


def _frame(name: str, alt: str, box: Box, pen: Pen) -> Any:
    """The frame of a table or chart."""
    found = element("p:graphicFrame")
    about = element("p:nvGraphicFramePr", found)
    element("p:cNvPr", about, id=next(pen.numbers), name=clean(name), descr=clean(alt))
    element("a:graphicFrameLocks", element("p:cNvGraphicFramePr", about), noGrp=1)
    element("p:nvPr", about)
    transform = element("p:xfrm", found)
    element("a:off", transform, x=emu(box.left), y=emu(box.top))
    element("a:ext", transform, cx=emu(box.width), cy=emu(box.height))
    return found


def plot_element(plot: Plot, relationship: str, pen: Pen) -> Any:
    """The frame that shows a chart."""
    found = _frame(plot.name, plot.alt, plot.box, pen)
    data = element("a:graphicData", element("a:graphic", found), uri=_CHART)
    chart = etree.SubElement(data, f"{{{_CHART}}}chart", nsmap={"c": _CHART})
    chart.set(f"{_R}id", relationship)
    return found


def grid_element(grid: Grid, pen: Pen) -> Any:
    """A table whose first row is marked as its header."""
    found = _frame(grid.name, grid.alt, grid.box, pen)
    table = element("a:tbl", element("a:graphicData", element("a:graphic", found), uri=_TABLE))
    element("a:tableStyleId", element("a:tblPr", table, firstRow=1)).text = _NO_STYLE
    columns = element("a:tblGrid", table)
    for wide in grid.widths:
        element("a:gridCol", columns, w=emu(wide))
    for number, (row, high) in enumerate(zip(grid.rows, grid.heights, strict=True)):
        line = element("a:tr", table, h=emu(high))
        for cell, right in zip(row, grid.right, strict=True):
            _cell(line, cell, pen, header=number == 0, right=right)
    return found


def _cell(row: Any, cell: Paragraph, pen: Pen, *, header: bool, right: bool) -> None:
    found = element("a:tc", row)
    body = element("a:txBody", found)
    element("a:bodyPr", body)
    element("a:lstStyle", body)
    paragraph = element("a:p", body)
    element("a:pPr", paragraph, algn="r" if right else "l")
    if cell.text:
        looks = add_run(paragraph, cell.text, pen.language, cell.size)
        looks.set("b", str(int(header)))
        looks.insert(0, copy.deepcopy(pen.palette.inks[Paint.TEXT]))
    element("a:endParaRPr", paragraph, lang=pen.language, sz=round(cell.size * 100))
    sides = {name: emu(PAD_SIDE) for name in ("marL", "marR")} | {name: emu(PAD_TOP) for name in ("marT", "marB")}
    properties = element("a:tcPr", found, **sides, anchor="b" if header else "t")
    for side in ("lnL", "lnR", "lnT"):
        element("a:noFill", element(f"a:{side}", properties, w=0))
    line = element("a:lnB", properties, w=emu(1.5 if header else 0.75))
    line.append(copy.deepcopy(pen.palette.fills[Paint.ACCENT if header else Paint.LINE]))
    element("a:noFill", properties)


def image_element(image: Image, relationship: str, pen: Pen) -> Any:
    """A picture with its alternative text."""
    found = element("p:pic")
    about = element("p:nvPicPr", found)
    element("p:cNvPr", about, id=next(pen.numbers), name=clean(image.name), descr=clean(image.alt))
    element("a:picLocks", element("p:cNvPicPr", about), noChangeAspect=1)
    element("p:nvPr", about)
    fill = element("p:blipFill", found)
    element("a:blip", fill).set(f"{_R}embed", relationship)
    element("a:fillRect", element("a:stretch", fill))
    shape = element("p:spPr", found)
    place(shape, image.box)
    element("a:avLst", element("a:prstGeom", shape, prst="rect"))
    return found
