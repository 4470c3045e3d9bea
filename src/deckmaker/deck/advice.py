"""What a person should know of a template before a deck is made in it, in words."""

from collections.abc import Iterator

from deckmaker.deck.base import Base
from deckmaker.deck.compare import has_columns
from deckmaker.deck.design import LEAST_BODY, Frame
from deckmaker.deck.fit import font
from deckmaker.deck.slides import Kind, Role

_GOES = {
    Kind.COVER: "cover",
    Kind.STATEMENT: "bottom line",
    Kind.FIGURES: "key figures",
    Kind.TIMELINE: "key dates",
    Kind.AGENDA: "agenda",
    Kind.SECTION: "section header",
    Kind.CONTENT: "bullets",
    Kind.COMPARISON: "comparison",
    Kind.TABLE: "table",
    Kind.CHART: "chart",
    Kind.PICTURE: "picture",
    Kind.QUOTE: "quotation",
    Kind.SOURCES: "sources",
}


def advice(base: Base) -> tuple[str, ...]:
    """Slide size, which layout serves which slide and where on it, the fonts, and what will be missing."""
    design = base.design
    first = f"{design.name}: slides of {design.width:g} x {design.height:g} pt, {_shape(design.width / design.height)}"
    return (first, "", "layouts", *_layouts(base), "", "fonts", *_fonts(base), "", "to know", *_missing(base))


def _shape(ratio: float) -> str:
    known = {"16:9": 16 / 9, "4:3": 4 / 3, "16:10": 1.6, "A4": 297 / 210}
    return next((name for name, value in known.items() if abs(ratio - value) < 0.02), f"{ratio:.2f}:1")


def _layouts(base: Base) -> Iterator[str]:
    """Each layout with the slides that it serves, and what goes where on them."""
    serves: dict[str, list[Kind]] = {}
    for kind in Kind:
        serves.setdefault(base.seats[kind].layout.name, []).append(kind)
    for name, kinds in serves.items():
        yield f"  {name!r} serves: {', '.join(_GOES[kind] for kind in kinds)}"
        for role, frame in base.design.frames[_plainest(kinds)].items():
            yield f"    {role:<15} {_where(frame)}"


def _plainest(kinds: list[Kind]) -> Kind:
    return Kind.CONTENT if Kind.CONTENT in kinds else kinds[0]


def _where(frame: Frame) -> str:
    box, style = frame.box, frame.style(1)
    looks = f"{style.family} {style.size:g} pt" + (" bold" if style.bold else "")
    return f"{box.width:.0f} x {box.height:.0f} pt at {box.left:.0f},{box.top:.0f}; {looks}"


def _fonts(base: Base) -> Iterator[str]:
    styles = [style for frames in base.design.frames.values() for one in frames.values() for style in one.styles]
    for family in sorted({style.family for style in styles}):
        file = next((style.file for style in styles if style.family == family and style.file), "")
        if file:
            yield f"  {family}: measured with {file}"
        elif font(family).proven:
            yield f"  {family}: its widths are known"
        else:
            yield f"  {family}: not known; a wider font is measured instead (--font-file gives its widths)"


def _missing(base: Base) -> Iterator[str]:
    """What the deck will lack or do otherwise; one line that says so when there is nothing."""
    found = list(_lacks(base))
    yield from (f"  {line}" for line in found or ["nothing is missing"])


def _lacks(base: Base) -> Iterator[str]:
    frames = base.design.frames
    content = frames[Kind.CONTENT]
    names = {
        Role.FOOTER: "no footer: the title or your own line at the foot is left out",
        Role.NUMBER: "no slide number",
    }
    yield from (f"the content layout has {lack}" for role, lack in names.items() if role not in content)
    if Role.SUBTITLE not in frames[Kind.COVER]:
        yield "the cover has no subtitle: subtitle and source are left out there"
    if base.seats[Kind.SECTION].layout is base.seats[Kind.CONTENT].layout:
        yield "no layout for section headers: they stand on the content layout"
    if not has_columns(base.design):
        yield "no layout with two texts side by side: comparisons become bullets"
    if Role.BACK not in content and not base.design.drawn:
        yield "no free place beside the slide number: slides have no link back to the agenda"
    size = content[Role.BODY].style(1).size
    if size < LEAST_BODY:
        yield f"the template's text is {size:g} pt; bullets are set in {LEAST_BODY:g} pt, the least that can be read"
