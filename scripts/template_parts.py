"""The slide master and the layouts of the built-in base decks as XML (see scripts/make_templates.py).

Places and sizes are those of deckmaker.deck.design, which the planner measures with.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from deckmaker.deck.design import FOOT_LINE, Frame, Style, builtin_design
from deckmaker.deck.scheme import is_dark
from deckmaker.deck.slides import Box, Kind, Role
from deckmaker.theme import Theme

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org"
OFFICE = f"{MAIN}/officeDocument/2006/relationships"
SPACES = {
    "xmlns:a": f"{MAIN}/drawingml/2006/main",
    "xmlns:r": OFFICE,
    "xmlns:p": f"{MAIN}/presentationml/2006/main",
}
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
INSETS: dict[str, object] = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
HINTS = ((1, "Click to edit text"), (2, "Second level"), (3, "Third level"))
TITLE_HINT = ((1, "Click to edit title"),)
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
OWN: Mapping[str, object] = {"userDrawn": 1}
PLAIN: Mapping[str, object] = {}
GROUP = (("off", "xy"), ("ext", ("cx", "cy")), ("chOff", "xy"), ("chExt", ("cx", "cy")))


def tag(name: str, /, *inside: str, **attributes: object) -> str:
    """An element; in attribute names "_" stands for ":"."""
    pairs = "".join(f" {key.replace('_', ':')}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{pairs}>{''.join(inside)}</{name}>" if inside else f"<{name}{pairs}/>"


def root(name: str, *inside: str, looks: Mapping[str, object] | None = None) -> bytes:
    """A part: its declaration and root element with the usual namespaces; looks are its attributes."""
    return (HEAD + tag(name, *inside, **SPACES, **(looks or {}))).encode()


def emu(points: float) -> int:
    """Points in the format's units."""
    return round(points * 12700)


def place(box: Box) -> str:
    """A box as a shape's transform."""
    where = tag("a:off", x=emu(box.left), y=emu(box.top))
    return tag("a:xfrm", where, tag("a:ext", cx=emu(box.width), cy=emu(box.height)))


def fill(colour: str) -> str:
    """A solid fill of a scheme colour."""
    return tag("a:solidFill", tag("a:schemeClr", val=colour))


def fonts(face: str) -> str:
    """The theme's major ("mj") or minor ("mn") fonts."""
    kinds = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    return "".join(tag(f"a:{kind}", typeface=f"+{face}-{code}") for kind, code in kinds)


def letters(style: Style, colour: str, face: str = "mn") -> str:
    """The letters of a style: size, weight, capitals, colour, font."""
    looks: dict[str, object] = {"b": 1} if style.bold else {}
    looks |= {"cap": "all"} if style.capitals else {}
    looks |= {"spc": round(style.tracking * 100)} if style.tracking else {}
    return tag("a:defRPr", fill(colour), fonts(face), sz=round(style.size * 100), kern=1200, **looks)


def spacing(style: Style) -> str:
    """The line spacing and the space before a paragraph."""
    lines = tag("a:lnSpc", tag("a:spcPct", val=round(style.spacing * 100_000)))
    return lines + tag("a:spcBef", tag("a:spcPts", val=round(style.gap * style.size) * 100))


def plain(style: Style, colour: str, face: str = "mn") -> str:
    """The list style of text without bullets."""
    inside = spacing(style), tag("a:buNone"), letters(style, colour, face)
    return tag("a:lvl1pPr", *inside, marL=0, indent=0, algn="l")


def bullet(colour: str, sign: str) -> str:
    """A bullet's colour, font and sign."""
    font = tag("a:buFont", typeface="Arial", panose="020B0604020202020204", pitchFamily=34, charset=0)
    return tag("a:buClr", tag("a:schemeClr", val=colour)) + font + tag("a:buChar", char=sign)


def bullets(first: Style, second: Style) -> str:
    """The nine levels of a body: an accent square, then dashes, each level further in."""
    found = []
    for number in range(1, 10):
        style = first if number == 1 else second
        step = second.indent - first.indent
        sign = bullet("accent1", "▪") if number == 1 else bullet("tx2", "–")
        place_of = {
            "marL": emu(first.indent + step * (number - 1)),
            "indent": -emu(first.indent if number == 1 else step),
        }
        found.append(tag(f"a:lvl{number}pPr", spacing(style), sign, letters(style, "tx1"), **place_of, algn="l"))
    return "".join(found)


def body(hints: tuple[tuple[int, str], ...], style: str = "", how: Mapping[str, object] | None = None) -> str:
    """A txBody with hint paragraphs as (level, text)."""
    paragraphs = (
        tag("a:p", tag("a:pPr", lvl=depth - 1), tag("a:r", tag("a:rPr", lang="en-US"), tag("a:t", escape(hint))))
        for depth, hint in hints
    )
    properties = tag("a:bodyPr", tag("a:normAutofit"), **(how or {}))
    return tag("p:txBody", properties, tag("a:lstStyle", style) if style else tag("a:lstStyle"), *paragraphs)


def holder(number: int, name: str, box: Box | None, text: str, kind: Mapping[str, object]) -> str:
    """A placeholder; kind is its type, size and index, text its txBody."""
    locks = tag("p:cNvSpPr", tag("a:spLocks", noGrp=1))
    about = tag("p:nvSpPr", tag("p:cNvPr", id=number, name=name), locks, tag("p:nvPr", tag("p:ph", **kind)))
    return tag("p:sp", about, tag("p:spPr", place(box)) if box else tag("p:spPr"), text)


def foot(first: int, frames: tuple[Frame, Frame] | None = None) -> str:
    """Footer and slide number with shape numbers from `first`; their frames and looks are given on the master."""
    ends = tag("a:endParaRPr", lang="en-US")
    field = tag("a:fld", tag("a:rPr", lang="en-US"), tag("a:t", "‹#›"), id=FIELD, type="slidenum")
    found = []
    kinds = (("Footer", "ftr", "l", ""), ("Slide number", "sldNum", "r", field))
    for index, (name, kind, side, inside) in enumerate(kinds):
        style, how, box = "", {}, None
        if frames:
            look = letters(frames[index].style(1), "tx2")
            style, how, box = tag("a:lvl1pPr", look, algn=side), INSETS | {"anchor": "ctr"}, frames[index].box
        parts = tag("a:bodyPr", **how), tag("a:lstStyle", *filter(None, [style])), tag("a:p", inside, ends)
        place_in: dict[str, object] = {"sz": "quarter", "idx": (3 if frames else 11) + index}
        found.append(holder(first + index, name, box, tag("p:txBody", *parts), {"type": kind} | place_in))
    return "".join(found)


def bar(number: int, name: str, box: Box, colour: str) -> str:
    """A filled bar that says nothing."""
    mark = tag("a:ext", tag("adec:decorative", xmlns_adec=ADEC, val=1), uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    about = tag("p:cNvPr", tag("a:extLst", mark), id=number, name=name)
    head = tag("p:nvSpPr", about, tag("p:cNvSpPr"), tag("p:nvPr", userDrawn=1))
    look = tag("a:prstGeom", tag("a:avLst"), prst="rect"), fill(colour), tag("a:ln", tag("a:noFill"))
    text = tag("a:bodyPr") + tag("a:lstStyle") + tag("a:p", tag("a:endParaRPr", lang="en-US"))
    return tag("p:sp", head, tag("p:spPr", place(box), *look), tag("p:txBody", text))


def tree(name: str, shapes: str, ground: str = "") -> str:
    """The cSld of a master or layout; ground is the scheme colour of its own ground."""
    zero = "".join(tag(f"a:{n}", **dict.fromkeys(keys, 0)) for n, keys in GROUP)
    head = tag("p:cNvPr", id=1, name="") + tag("p:cNvGrpSpPr") + tag("p:nvPr")
    group = tag("p:nvGrpSpPr", head) + tag("p:grpSpPr", tag("a:xfrm", zero))
    back = tag("p:bg", tag("p:bgPr", fill(ground), tag("a:effectLst"))) if ground else ""
    return tag("p:cSld", back, tag("p:spTree", group, shapes), **({"name": name} if name else {}))


def colour_map(dark: bool) -> str:
    """Ground and text onto the scheme's light and dark."""
    ground, text = ("dk", "lt") if dark else ("lt", "dk")
    names = {"bg1": f"{ground}1", "tx1": f"{text}1", "bg2": f"{ground}2", "tx2": f"{text}2"}
    same = [f"accent{n}" for n in range(1, 7)] + ["hlink", "folHlink"]
    return tag("p:clrMap", **names, **{name: name for name in same})


def master(theme: Theme, layout_count: int) -> bytes:
    """The slide master: looks of title, text and foot, and the hairline above the foot."""
    frames = builtin_design(theme).frames[Kind.CONTENT]
    title, text = frames[Role.TITLE], frames[Role.BODY]
    shapes = holder(2, "Title", title.box, body(TITLE_HINT, how=INSETS | {"anchor": "t"}), {"type": "title"})
    shapes += holder(3, "Text", text.box, body(HINTS, how=INSETS), {"type": "body", "idx": 1})
    shapes += foot(4, (frames[Role.FOOTER], frames[Role.NUMBER])) + bar(6, "Foot line", FOOT_LINE.box, "accent6")
    ids = [tag("p:sldLayoutId", id=2147483649 + n, r_id=f"rId{n + 1}") for n in range(layout_count)]
    titles = tag("p:titleStyle", plain(title.style(1), "tx1", "mj"))
    other = tag("p:otherStyle", tag("a:lvl1pPr", letters(Style("", 18), "tx1"), algn="l"))
    styles = tag("p:txStyles", titles, tag("p:bodyStyle", bullets(*text.styles)), other)
    listed = tag("p:sldLayoutIdLst", *ids)
    hidden = tag("p:hf", hdr=0, dt=0)
    return root("p:sldMaster", tree("", shapes, "bg1"), colour_map(is_dark(theme)), listed, hidden, styles)


def layout(name: str, kind: str, shapes: str, ground: str = "", extra: Mapping[str, object] = PLAIN) -> bytes:
    """A slide layout; kind is its type, extra are further attributes."""
    own = tag("p:clrMapOvr", tag("a:masterClrMapping"))
    return root("p:sldLayout", tree(name, shapes, ground), own, looks={"type": kind, "preserve": 1, **extra})


def titled(frame: Frame | None = None, style: str = "", kind: str = "title") -> str:
    """The title of a layout."""
    return holder(2, "Title", frame.box if frame else None, body(TITLE_HINT, style), {"type": kind})


def words(number: int, frame: Frame, style: str, index: int = 1, kind: str = "body") -> str:
    """A text of a layout in a frame of the design."""
    name = "Subtitle" if kind == "subTitle" else "Text"
    return holder(number, name, frame.box, body(HINTS[:1], style), {"type": kind, "idx": index})


def rows(style: Style) -> str:
    """The list style of the agenda: numbered rows."""
    number = tag("a:buClr", tag("a:schemeClr", val="accent1")) + tag("a:buFont", typeface="+mj-lt")
    inside = spacing(style), number, tag("a:buAutoNum", type="arabicPlain"), letters(style, "tx1")
    return tag("a:lvl1pPr", *inside, marL=emu(46), indent=-emu(46), algn="l")


def layouts(theme: Theme) -> list[bytes]:
    """The layouts in order; deckmaker.deck.template finds them by their names."""
    frames = builtin_design(theme).frames
    content = holder(3, "Text", None, body(HINTS), {"idx": 1})
    small = frames[Kind.SOURCES][Role.BODY]
    return [
        layout("Title", "title", opening(frames[Kind.COVER]), extra={"showMasterSp": 0}),
        layout("Bottom line", "tx", statement(frames[Kind.STATEMENT]) + foot(4), "bg2", OWN),
        layout("Agenda", "tx", titled() + agenda(frames[Kind.AGENDA]) + foot(4), extra=OWN),
        layout("Section", "secHead", divider(frames[Kind.SECTION]) + foot(4)),
        layout("Content", "obj", titled() + content + foot(4)),
        layout("Sources", "tx", titled() + words(3, small, bullets(*small.styles)) + foot(4), extra=OWN),
        layout("Comparison", "twoTxTwoObj", titled() + comparison(frames[Kind.COMPARISON]) + foot(7)),
        layout("Exhibit", "tx", titled() + caption(frames[Kind.TABLE]) + foot(4), extra=OWN),
        layout("Picture", "tx", titled() + caption(frames[Kind.PICTURE]) + foot(4), extra=OWN),
        layout("Quotation", "tx", titled() + quotation(frames[Kind.QUOTE]) + foot(5), extra=OWN),
        layout("Two columns", "twoObj", titled() + columns() + foot(5)),
        layout("Title only", "titleOnly", titled() + foot(3)),
        layout("Blank", "blank", foot(2)),
    ]


def opening(frames: Mapping[Role, Frame]) -> str:
    """The shapes of the cover."""
    title, below, source = (frames[role] for role in (Role.TITLE, Role.SUBTITLE, Role.SOURCE))
    shapes = titled(title, plain(title.style(1), "tx1", "mj"), "ctrTitle")
    shapes += words(3, below, plain(below.style(1), "tx2"), kind="subTitle")
    return shapes + words(4, source, plain(source.style(1), "tx2"), index=13)


def statement(frames: Mapping[Role, Frame]) -> str:
    """The label and the sentence of the bottom line."""
    label, sentence = frames[Role.TITLE], frames[Role.BODY]
    return titled(label, plain(label.style(1), "accent1")) + words(3, sentence, plain(sentence.style(1), "tx1", "mj"))


def agenda(frames: Mapping[Role, Frame]) -> str:
    """The rows of the agenda and the slide numbers at their right."""
    listed, pages = frames[Role.BODY], frames[Role.PAGES]
    ends = plain(pages.style(1), "tx2").replace('algn="l"', 'algn="r"')
    return words(3, listed, rows(listed.style(1))) + words(6, pages, ends, index=14)


def comparison(frames: Mapping[Role, Frame]) -> str:
    """Two texts side by side, each below a heading that stands on the line between them."""
    shapes = ""
    for number, (role, index) in enumerate(((Role.LEFT_HEADING, 21), (Role.RIGHT_HEADING, 23))):
        head = plain(frames[role].style(1), "tx1")
        shapes += words(3 + 2 * number, frames[role], head, index).replace("<a:bodyPr>", '<a:bodyPr anchor="b">')
        below = frames[Role.LEFT if number == 0 else Role.RIGHT]
        text = body(HINTS, bullets(*below.styles), INSETS)
        shapes += holder(4 + 2 * number, "Text", below.box, text, {"sz": "half", "idx": index + 1})
    return shapes


def caption(frames: Mapping[Role, Frame]) -> str:
    """The line that says what a table, chart or picture is about."""
    return words(3, frames[Role.CAPTION], plain(frames[Role.CAPTION].style(1), "tx2"), index=15)


def quotation(frames: Mapping[Role, Frame]) -> str:
    """Somebody's words, and who said them."""
    said, who = frames[Role.BODY], frames[Role.WHO]
    return words(3, said, plain(said.style(1), "tx1", "mj")) + words(4, who, plain(who.style(1), "tx2"), index=16)


def divider(frames: Mapping[Role, Frame]) -> str:
    """The shapes of the section layout, alike the cover."""
    title, below = frames[Role.TITLE], frames[Role.SUBTITLE]
    shapes = titled(title, plain(title.style(1), "tx1", "mj")) + words(3, below, plain(below.style(1), "tx2"), index=17)
    return shapes + bar(9, "Rule", Box(56, 168, 72, 5), "accent1")


def columns() -> str:
    """The two texts side by side."""
    boxes = enumerate((Box(56, 126, 404, 356), Box(500, 126, 404, 356)), 1)
    return "".join(holder(2 + n, f"Text {n}", box, body(HINTS), {"sz": "half", "idx": n}) for n, box in boxes)
