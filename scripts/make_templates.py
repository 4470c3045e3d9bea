"""Writes the base decks in src/deckmaker/deck/templates, one for each built-in theme: 960 x 540 pt, no slides.

Every part is written as XML, so that what is in a deck is known to the last attribute; the master and the layouts
are in scripts/template_parts.py.  The same bytes on every run.

Run from the project's folder: python -m scripts.make_templates [FOLDER]
"""

import sys
from pathlib import Path

from scripts.template_parts import (
    FIELD,
    HEAD,
    MAIN,
    OFFICE,
    colour_map,
    emu,
    holder,
    layouts,
    letters,
    master,
    root,
    tag,
    tree,
)  # fmt: skip

from deckmaker.deck.design import Style
from deckmaker.deck.package import pack
from deckmaker.deck.scheme import COMPLEX_FONT, east_asian_font, scheme_colours
from deckmaker.deck.slides import Box
from deckmaker.theme import THEMES, Colours, Theme, load_theme

OUT = Path(__file__).parent.parent / "src" / "deckmaker" / "deck" / "templates"
TYPE = "application/vnd.openxmlformats-officedocument"
SHOW = f"{TYPE}.presentationml"
CORE = f"{MAIN}/package/2006/relationships/metadata/core-properties"
PAPER = Colours(ground="#FFFFFF", text="#1B2430", muted="#55606E", accent="#0F5C8C", tint="#EEF1F4")
"""Notes are printed: their pages are white in every theme."""


def office_theme(theme: Theme) -> bytes:
    """The theme part: colours, fonts, and the plainest fills, lines and effects."""
    colours = [tag(f"a:{name}", tag("a:srgbClr", val=value)) for name, value in scheme_colours(theme).items()]
    elements = tag("a:clrScheme", *colours, name=f"deckmaker {theme.name}")
    faces = tag("a:majorFont", *typefaces(theme.heading_font)) + tag("a:minorFont", *typefaces(theme.text_font))
    elements += tag("a:fontScheme", faces, name=f"deckmaker {theme.name}") + formats()
    parts = tag("a:themeElements", elements) + tag("a:objectDefaults") + tag("a:extraClrSchemeLst")
    return (
        HEAD + tag("a:theme", parts, xmlns_a=f"{MAIN}/drawingml/2006/main", name=f"deckmaker {theme.name}")
    ).encode()


def typefaces(latin: str) -> list[str]:
    """Latin, East Asian and complex-script fonts of a theme's font."""
    names = (("latin", latin), ("ea", east_asian_font("")), ("cs", COMPLEX_FONT))
    return [tag(f"a:{kind}", typeface=name) for kind, name in names]


def formats() -> str:
    """The format scheme: flat fills, thin lines, no effects; three of each, as programs expect."""
    flat = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
    strokes = [tag("a:ln", flat, tag("a:prstDash", val="solid"), w=emu(width)) for width in (0.75, 1.5, 2.25)]
    calm = tag("a:effectStyle", tag("a:effectLst"))
    lists = tag("a:fillStyleLst", flat * 3) + tag("a:lnStyleLst", *strokes)
    return tag("a:fmtScheme", lists, tag("a:effectStyleLst", calm * 3), tag("a:bgFillStyleLst", flat * 3), name="flat")


def notes_master() -> bytes:
    """The notes master: picture of the slide, the words below it, page number."""
    picture = tag("a:prstGeom", tag("a:avLst"), prst="rect") + tag("a:ln", tag("a:noFill"), w=emu(0.75))
    shapes = holder(2, "Slide image", Box(54, 54, 432, 243), "", {"type": "sldImg", "idx": 2})
    shapes = shapes.replace("</p:spPr>", picture + "</p:spPr>").replace("<a:spLocks noGrp=", IMAGE_LOCKS)
    hint = tag("a:p", tag("a:r", tag("a:rPr", lang="en-US"), tag("a:t", "Click to edit notes")))
    words = tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), hint)
    shapes += holder(3, "Notes", Box(54, 322, 432, 340), words, {"type": "body", "sz": "quarter", "idx": 3})
    look = tag("a:lstStyle", tag("a:lvl1pPr", letters(Style("", 10), "tx2"), algn="r"))
    number = tag("a:fld", tag("a:rPr", lang="en-US"), tag("a:t", "‹#›"), id=FIELD, type="slidenum")
    text = tag("p:txBody", tag("a:bodyPr", anchor="b"), look, tag("a:p", number))
    shapes += holder(4, "Page number", Box(306, 676, 180, 24), text, {"type": "sldNum", "sz": "quarter", "idx": 5})
    space = tag("a:spcBef", tag("a:spcPts", val=600))
    levels = [
        tag(f"a:lvl{n}pPr", space, letters(Style("", 12), "tx1"), marL=emu(18 * (n - 1)), algn="l")
        for n in range(1, 10)
    ]
    style = tag("p:notesStyle", *levels)
    return root("p:notesMaster", tree("", shapes, "bg1"), colour_map(dark=False), tag("p:hf", hdr=0, dt=0), style)


IMAGE_LOCKS = '<a:spLocks noRot="1" noChangeAspect="1" noGrp='


def presentation() -> bytes:
    """The presentation part: masters, sizes, and how text is set outside placeholders."""
    masters = tag("p:sldMasterIdLst", tag("p:sldMasterId", id=2147483648, r_id="rId1"))
    notes = tag("p:notesMasterIdLst", tag("p:notesMasterId", r_id="rId2"))
    sizes = tag("p:sldSz", cx=emu(960), cy=emu(540)) + tag("p:notesSz", cx=emu(540), cy=emu(720))
    levels = [
        tag(f"a:lvl{n}pPr", letters(Style("", 18), "tx1"), marL=emu(36 * (n - 1)), algn="l") for n in range(1, 10)
    ]
    return root(
        "p:presentation", masters, notes, sizes, tag("p:defaultTextStyle", *levels), looks={"saveSubsetFonts": 1}
    )


def relationships(*targets: tuple[str, str]) -> bytes:
    """A relationships part: (type, target), numbered from rId1."""
    lines = [tag("Relationship", Id=f"rId{n}", Type=kind, Target=to) for n, (kind, to) in enumerate(targets, 1)]
    return (HEAD + tag("Relationships", *lines, xmlns=f"{MAIN}/package/2006/relationships")).encode()


def content_types(names: list[str]) -> bytes:
    """The content types of the parts."""
    kinds = {"presentation": "presentation.main"}
    lines = [tag("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml")]
    lines.append(tag("Default", Extension="xml", ContentType="application/xml"))
    for name in names:
        stem = Path(name).stem.rstrip("0123456789")
        kind = f"{TYPE}.theme+xml" if stem == "theme" else f"{SHOW}.{kinds.get(stem, stem)}+xml"
        kind = "application/vnd.openxmlformats-package.core-properties+xml" if stem == "core" else kind
        kind = f"{TYPE}.extended-properties+xml" if stem == "app" else kind
        lines.append(tag("Override", PartName=f"/{name}", ContentType=kind))
    return (HEAD + tag("Types", *lines, xmlns=f"{MAIN}/package/2006/content-types")).encode()


def properties() -> dict[str, bytes]:
    """Core and application properties, presentation properties and table styles: as little as may be."""
    core = {"cp": f"{MAIN}/package/2006/metadata/core-properties", "dc": "http://purl.org/dc/elements/1.1/",
            "dcterms": "http://purl.org/dc/terms/", "xsi": "http://www.w3.org/2001/XMLSchema-instance"}  # fmt: skip
    spaces = {f"xmlns_{key}": value for key, value in core.items()}
    dates = [tag(f"dcterms:{n}", "2000-01-01T00:00:00Z", xsi_type="dcterms:W3CDTF") for n in ("created", "modified")]
    app = tag("Properties", tag("Application", "deckmaker"), xmlns=f"{MAIN}/officeDocument/2006/extended-properties")
    styles = tag(
        "a:tblStyleLst", xmlns_a=f"{MAIN}/drawingml/2006/main", **{"def": "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"}
    )
    return {
        "docProps/core.xml": (HEAD + tag("cp:coreProperties", *dates, **spaces)).encode(),
        "docProps/app.xml": (HEAD + app).encode(),
        "ppt/presProps.xml": root("p:presentationPr"),
        "ppt/viewProps.xml": root("p:viewPr"),
        "ppt/tableStyles.xml": (HEAD + styles).encode(),
    }


def base_deck(theme: Theme) -> bytes:
    """The package of a theme's base deck."""
    pages = layouts(theme)
    names = [f"slideLayouts/slideLayout{n}.xml" for n in range(1, len(pages) + 1)]
    parts = {f"ppt/{name}": page for name, page in zip(names, pages, strict=True)}
    parts |= properties()
    parts["ppt/presentation.xml"] = presentation()
    parts["ppt/slideMasters/slideMaster1.xml"] = master(theme, len(pages))
    parts["ppt/notesMasters/notesMaster1.xml"] = notes_master()
    parts["ppt/theme/theme1.xml"] = office_theme(theme)
    notes = Theme(f"{theme.name} notes", PAPER, theme.heading_font, theme.text_font)
    parts["ppt/theme/theme2.xml"] = office_theme(notes)
    types = content_types(sorted(parts))
    layouts_of = [(f"{OFFICE}/slideLayout", f"../{name}") for name in names]
    links = {
        "_rels/.rels": [(f"{OFFICE}/officeDocument", "ppt/presentation.xml"), (CORE, "docProps/core.xml"),
                        (f"{OFFICE}/extended-properties", "docProps/app.xml")],
        "ppt/_rels/presentation.xml.rels": [
            (f"{OFFICE}/{kind}", target) for kind, target in (
                ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("theme", "theme/theme1.xml"), ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"),
                ("tableStyles", "tableStyles.xml"))],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": [*layouts_of, (f"{OFFICE}/theme", "../theme/theme1.xml")],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": [(f"{OFFICE}/theme", "../theme/theme2.xml")],
    }  # fmt: skip
    to_master = [(f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")]
    links |= {f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": to_master for n in range(1, len(pages) + 1)}
    rels = {name: relationships(*targets) for name, targets in links.items()}
    return pack({"[Content_Types].xml": types} | parts | rels)


def main() -> None:
    """Write one .pptx a theme."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    folder.mkdir(parents=True, exist_ok=True)
    for name in THEMES:
        data = base_deck(load_theme(name))
        (folder / f"{name}.pptx").write_bytes(data)
        print(f"{name}.pptx", len(data))


if __name__ == "__main__":
    main()
