"""Slides -> the bytes of a .pptx, written into an opened base deck.  Decides nothing: the plan has decided.

The library looks through all parts and relationships whenever it adds one, which makes long decks slow; here parts
are numbered and related as they come.
"""

import copy
import datetime
import io
import itertools
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part as PackagePart
from pptx.opc.packuri import PackURI
from pptx.oxml.slide import CT_NotesSlide
from pptx.parts.slide import NotesSlidePart, SlidePart

from deckmaker.deck.base import Base, Seat
from deckmaker.deck.chart_xml import chart_part
from deckmaker.deck.draw import (
    Pen,
    grid_element,
    group_element,
    image_element,
    label_element,
    plot_element,
    rule_element,
)
from deckmaker.deck.markup import (
    A,
    Link,
    P,
    add_run,
    clean,
    element,
    make_row,
    number_paragraph,
    paragraph_element,
    placeholder,
)
from deckmaker.deck.package import pack, unpack
from deckmaker.deck.pages import row_indent
from deckmaker.deck.scheme import dress_theme
from deckmaker.deck.seen import RECORD, pack_record, record_of
from deckmaker.deck.slides import (
    Grid,
    Group,
    Image,
    Kind,
    Label,
    Paint,
    Paragraph,
    Part,
    Plot,
    Role,
    Rule,
    Slide,
    Slides,
    Text,
)
from deckmaker.deck.words import language_tag
from deckmaker.deck.workbook import workbook
from deckmaker.outline import Outline

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_OWN = "en-US"  # the language of the words that the deck brings along
_OWN_TITLES = (Kind.STATEMENT, Kind.FIGURES, Kind.TIMELINE, Kind.AGENDA, Kind.SOURCES)
_OLD = datetime.date(2000, 1, 1)
_FIRST_ID = 256


@dataclass(frozen=True, slots=True)
class _Writing:
    """A deck being written: its base, language, the slides as planned, and the parts made so far."""

    base: Base
    language: str
    planned: tuple[Slide, ...]
    parts: list[Any] = field(default_factory=list)
    charts: list[Any] = field(default_factory=list)
    images: dict[bytes, Any] = field(default_factory=dict)


def write_deck(slides: Slides, outline: Outline, base: Base) -> bytes:
    """The bytes of the deck; the same slides, outline and base give the same bytes."""
    deck = base.presentation
    writing = _Writing(base, language_tag(outline.language), slides.slides)
    ids = _add_slides(deck, writing)
    notes_page = _notes_page(deck) if any(slide.notes for slide in slides.slides) else (None, None)
    notes = itertools.count(1)
    for slide, part in zip(slides.slides, writing.parts, strict=True):
        _fill(slide, part, writing)
        if slide.notes:
            _add_notes(part, slide.notes, (notes_page, next(notes)), writing.language)
    _write_sections(deck, slides, ids)
    _add_record(deck, pack_record(record_of(slides, outline)))
    _write_properties(deck.core_properties, outline, writing.language)
    out = io.BytesIO()
    deck.save(out)
    parts = unpack(out.getvalue()) | dict(base.replaced)
    if base.theme:
        name = "ppt/theme/theme1.xml"
        parts[name] = dress_theme(parts[name], base.theme, outline.language)
    return pack(parts)


def _add_slides(deck: Any, writing: _Writing) -> list[int]:
    """Add empty slides in their layouts, and return their ids."""
    listed = deck.element.get_or_add_sldIdLst()
    for number, slide in enumerate(writing.planned, 1):
        layout = writing.base.seats[slide.kind].layout.part
        part: Any = SlidePart.new(PackURI(f"/ppt/slides/slide{number}.xml"), deck.part.package, layout)  # type: ignore[no-untyped-call]
        id_ = _relate(deck.part, RT.SLIDE, part)
        entry = etree.SubElement(listed, f"{{{P}}}sldId", {"id": str(_FIRST_ID + number - 1)})
        entry.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", id_)
        writing.parts.append(part)
    return [_FIRST_ID + index for index in range(len(writing.planned))]


def _relate(part: Any, kind: str, target: Any) -> str:
    """A new relationship's id, without looking whether there is one already."""
    return str(part.rels._add_relationship(kind, target))  # noqa: SLF001 - the public way looks through all of them


def _fill(slide: Slide, part: Any, writing: _Writing) -> None:
    """Write the slide's parts in reading order."""
    tree = part.slide.element.cSld.spTree
    pen = Pen(writing.base.palette, writing.language, itertools.count(2))
    for one in slide.parts:
        tree.append(_element(one, slide, part, pen, writing))


def _element(one: Part, slide: Slide, part: Any, pen: Pen, writing: _Writing) -> Any:
    """One part of a slide as XML, with the parts of the package that it needs."""
    match one:
        case Text():
            return _placeholder(one, slide, part, pen, writing)
        case Rule():
            return rule_element(one, pen)
        case Label():
            own = Pen(pen.palette, _OWN, pen.numbers)
            return label_element(one, own, _link(one.paragraphs[0], part, writing))
        case Group():
            return group_element(one, pen)
        case Grid():
            return grid_element(one, pen)
        case Plot():
            return plot_element(one, _relate(part, RT.CHART, _chart(one, part, writing)), pen)
        case Image():
            return image_element(one, _relate(part, RT.IMAGE, _image(one, part, writing)), pen)


def _placeholder(text: Text, slide: Slide, part: Any, pen: Pen, writing: _Writing) -> Any:
    """A placeholder with its paragraphs."""
    seat: Seat = writing.base.seats[slide.kind]
    own = text.role is Role.TITLE and slide.kind in _OWN_TITLES
    own = own or slide.kind is Kind.SOURCES or (slide.kind is Kind.SECTION and text.role is Role.SUBTITLE)
    paragraphs = _paragraphs(text, part, _OWN if own else writing.language, writing)
    return placeholder(seat.holders[text.role], next(pen.numbers), text, paragraphs)


def _paragraphs(text: Text, part: Any, language: str, writing: _Writing) -> list[Any]:
    """The paragraphs of a placeholder with their links."""
    if text.role is Role.NUMBER:
        return [number_paragraph(language)]
    found = []
    for paragraph in text.paragraphs:
        found.append(paragraph_element(paragraph, language, _link(paragraph, part, writing)))
        if paragraph.number:
            make_row(found[-1], text.paragraphs[0].number, row_indent(paragraph.size))
    return found


def _link(paragraph: Paragraph, part: Any, writing: _Writing) -> Link | None:
    """Where a paragraph leads, if it does; its tip says where that is."""
    if paragraph.link:
        tip = f"Go to slide {paragraph.link}: {writing.planned[paragraph.link - 1].title}"
        return Link(_relate(part, RT.SLIDE, writing.parts[paragraph.link - 1]), tip, slide=True)
    if paragraph.address:
        id_ = part.relate_to(paragraph.address, RT.HYPERLINK, is_external=True)
        return Link(id_, paragraph.address, slide=False)
    return None


def _chart(plot: Plot, slide: Any, writing: _Writing) -> Any:
    """A chart's part with its workbook."""
    number = len(writing.charts) + 1
    rows = [("", *(name for name, _ in plot.series))]
    columns = [values for _, values in plot.series]
    data = workbook([*rows, *zip(plot.categories, *columns, strict=True)])
    xml = chart_part(plot, writing.language, writing.base.palette.inks[Paint.TEXT])
    package = slide.package
    part = PackagePart(PackURI(f"/ppt/charts/chartOfDeck{number}.xml"), CT.DML_CHART, package, xml)
    book = PackagePart(PackURI(f"/ppt/embeddings/chartOfDeck{number}.xlsx"), CT.SML_SHEET, package, data)
    _relate(part, RT.PACKAGE, book)
    writing.charts.append(part)
    return part


def _image(image: Image, slide: Any, writing: _Writing) -> Any:
    """A picture's part; the same picture is kept once."""
    if image.data not in writing.images:
        writing.images[image.data] = slide.package.get_or_add_image_part(io.BytesIO(image.data))
    return writing.images[image.data]


def _notes_page(deck: Any) -> tuple[Any, Any]:
    """The notes master's part, and an empty page of notes after it, to be copied."""
    master = deck.part.notes_master_part
    name = PackURI("/ppt/notesSlides/notesSlide0.xml")
    part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, deck.part.package, CT_NotesSlide.new())
    part.notes_slide.clone_master_placeholders(master.notes_master)
    return master, part.notes_slide.element


def _add_notes(slide: Any, words: str, master: tuple[tuple[Any, Any], int], language: str) -> None:
    """A page of notes: the words, a paragraph a line, and the page number."""
    (master_part, page), number = master
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, slide.package, copy.deepcopy(page))
    _relate(part, RT.NOTES_MASTER, master_part)
    _relate(part, RT.SLIDE, slide)
    _relate(slide, RT.NOTES_SLIDE, part)
    for shape in part.notes_slide.element.iter(f"{{{P}}}sp"):
        kind = shape.find(f".//{{{P}}}ph").get("type")
        body = shape.find(f"{{{P}}}txBody")
        if kind in ("body", "sldNum") and body is not None:
            for old in body.findall(f"{{{A}}}p"):
                body.remove(old)
            body.extend(_note_paragraphs(words, language) if kind == "body" else [number_paragraph(language)])


def _add_record(deck: Any, record: str) -> None:
    """What the deck was made from, as data beside the slides, which programs keep: `deckmaker pull` needs it."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"deckmaker/{record}")
    root = etree.Element(f"{{{RECORD}}}record", nsmap={None: RECORD})
    root.text = record
    about = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    about.set(f"{{{_STORE}}}itemID", f"{{{name}}}".upper())
    etree.SubElement(
        etree.SubElement(about, f"{{{_STORE}}}schemaRefs"), f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": RECORD}
    )
    package = deck.part.package
    parts = [etree.tostring(one, xml_declaration=True, encoding="UTF-8", standalone=True) for one in (root, about)]
    item = PackagePart(PackURI("/customXml/item1.xml"), CT.XML, package, parts[0])
    looks = PackagePart(PackURI("/customXml/itemProps1.xml"), CT.OFC_CUSTOM_XML_PROPERTIES, package, parts[1])
    _relate(item, RT.CUSTOM_XML_PROPS, looks)
    _relate(deck.part, RT.CUSTOM_XML, item)


def _note_paragraphs(words: str, language: str) -> list[Any]:
    found = []
    for line in words.splitlines() or [""]:
        paragraph = element("a:p")
        if line.strip():
            add_run(paragraph, line, language)
        found.append(paragraph)
    return found


def _write_sections(deck: Any, slides: Slides, ids: Sequence[int]) -> None:
    """The deck's sections, which together hold every slide once, with ids made from their names."""
    root = deck.element
    extensions = root.find(f"{{{P}}}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{{{P}}}extLst")  # the last child, as the format asks
    extension = etree.SubElement(extensions, f"{{{P}}}ext", {"uri": _SECTIONS})
    listed = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    start = 0
    for index, (name, count) in enumerate(slides.groups):
        id_ = uuid.uuid5(uuid.NAMESPACE_URL, f"deckmaker/{index}/{name}")
        looks = {"name": clean(name), "id": f"{{{id_}}}".upper()}
        members = etree.SubElement(etree.SubElement(listed, f"{{{_P14}}}section", looks), f"{{{_P14}}}sldIdLst")
        for number in ids[start : start + count]:
            etree.SubElement(members, f"{{{_P14}}}sldId", {"id": str(number)})
        start += count


def _write_properties(properties: Any, outline: Outline, language: str) -> None:
    """What the file says of itself; its dates are the outline's, never the clock's."""
    date = outline.date or _OLD
    when = datetime.datetime(max(date.year, 1601), date.month, date.day)  # noqa: DTZ001 - the library wants it naive
    properties.title = clean(outline.title)[:255]
    properties.subject = clean(outline.subtitle)[:255]
    properties.author = properties.last_modified_by = "deckmaker"
    properties.keywords = properties.comments = properties.category = ""
    properties.language = language
    properties.revision = 1
    properties.created = properties.modified = when
