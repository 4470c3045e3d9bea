"""The slides of one section: its bullets, then what it shows besides; a header first when they are several."""

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.deck.charts import plan_chart
from deckmaker.deck.compare import as_bullets, deal_sides, has_columns, plan_sides
from deckmaker.deck.design import Frame
from deckmaker.deck.draft import Brief, Leaf
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import set_line
from deckmaker.deck.notes import write_notes
from deckmaker.deck.pages import Page
from deckmaker.deck.pictures import plan_picture
from deckmaker.deck.quotes import plan_quote
from deckmaker.deck.slides import Kind, Role, Text
from deckmaker.deck.split import cut_items, divide, items_of, place
from deckmaker.deck.tables import deal_table
from deckmaker.deck.words import ENGLISH
from deckmaker.outline import Bullet, Chart, Comparison, Exhibit, Picture, Quote, Section, Table


def leaves_of(brief: Brief, section: Section, number: int, size: float) -> list[Leaf]:
    """The slides of the section of that number at the deck's body size; a header leads them when they are several."""
    leaves = list(_contents(brief, section, section.bullets, size)) if section.bullets else []
    for index, exhibit in enumerate(section.exhibits):
        leaves += [replace(leaf, exhibit=index) for leaf in _exhibit(brief, section, exhibit, size)]
    return [_header(brief, number), *leaves] if len(leaves) > 1 else leaves


def _header(brief: Brief, number: int) -> Leaf:
    """The header's page below its title, which is set later."""
    frame = brief.design.frame(Kind.SECTION, Role.SUBTITLE)
    words = ENGLISH.section.format(number=number, count=len(brief.outline.sections))
    if frame is None or len(brief.outline.sections) == 1:
        return Leaf(Kind.SECTION, [])
    return Leaf(Kind.SECTION, [Text(Role.SUBTITLE, (set_line(words, frame),), frame.box)])


def _contents(brief: Brief, section: Section, bullets: tuple[Bullet, ...], size: float) -> Iterator[Leaf]:
    """Slides of bullets."""
    frame = brief.design.frames[Kind.CONTENT][Role.BODY]
    for group in divide(cut_items(items_of(bullets), frame, size), frame, size):
        points = [point for item in group for point in item]
        body = Text(Role.BODY, place(points, frame, size), frame.box)
        yield Leaf(Kind.CONTENT, [body], _notes(brief, section, *(point.bullet for point in points)))


def _notes(brief: Brief, section: Section, *said: Bullet) -> str:
    return section.notes or write_notes(said, brief.sentences)


def _exhibit(brief: Brief, section: Section, exhibit: Exhibit, size: float) -> Iterator[Leaf]:
    """The slides of one exhibit."""
    design = brief.design
    notes = _notes(brief, section, *(Bullet(text, places) for text, places in exhibit.said()))
    match exhibit:
        case Table():
            for grid in deal_table(exhibit, design):
                yield Leaf(Kind.TABLE, [*_caption(brief, Kind.TABLE, exhibit.caption), grid], notes)
        case Chart():
            yield Leaf(Kind.CHART, [*_caption(brief, Kind.CHART, exhibit.caption), plan_chart(exhibit, design)], notes)
        case Picture():
            yield Leaf(Kind.PICTURE, plan_picture(exhibit, design, brief.pictures), notes)
        case Quote():
            yield Leaf(Kind.QUOTE, plan_quote(exhibit, design, brief.outline.language), notes)
        case Comparison():
            yield from _comparison(brief, section, exhibit, size)


def _caption(brief: Brief, kind: Kind, text: str) -> Page:
    """What a table or chart is about, on one line above it."""
    caption = brief.design.frames[kind][Role.CAPTION]
    paragraph = set_line(text, Frame(caption.box, (sized(caption.style(1), caption.style(1).size),)))
    level = 1 if brief.design.drawn else 0
    return [Text(Role.CAPTION, (replace(paragraph, level=level),), caption.box, moved=not brief.design.drawn)]


def _comparison(brief: Brief, section: Section, comparison: Comparison, size: float) -> Iterator[Leaf]:
    """Slides of two columns; of bullets below bullets where the design has no columns."""
    if not has_columns(brief.design):
        for leaf in _contents(brief, section, as_bullets(comparison), size):
            yield replace(leaf, kind=Kind.COMPARISON)
        return
    for sides in deal_sides(comparison, brief.design, size):
        said = [point.bullet for items in (sides.left, sides.right) for item in items for point in item]
        page = plan_sides(comparison, sides, brief.design, size)
        yield Leaf(Kind.COMPARISON, page, _notes(brief, section, *said))
