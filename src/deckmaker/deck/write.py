"""Slides -> the bytes of a .pptx, written into an opened base deck.  Decides nothing: the plan has decided."""

import datetime
import io
import uuid
from typing import Any, TypeAlias

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.deck.base import Base, Seat
from deckmaker.deck.markup import (
    A,
    Link,
    P,
    add_run,
    bar,
    clean,
    element,
    make_row,
    number_paragraph,
    paragraph_element,
    placeholder,
)  # fmt: skip
from deckmaker.deck.package import pack, unpack
from deckmaker.deck.pages import row_indent
from deckmaker.deck.scheme import dress_theme
from deckmaker.deck.slides import Kind, Role, Slide, Slides, Text
from deckmaker.deck.words import language_tag
from deckmaker.outline import Outline

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_OWN = "en-US"  # the language of the words that the deck brings along
_OLD = datetime.date(2000, 1, 1)
_Others: TypeAlias = tuple[list[Any], list[str], str]  # all slides, their titles, and the language


def write_deck(slides: Slides, outline: Outline, base: Base) -> bytes:
    """The bytes of the deck; the same slides, outline and base give the same bytes."""
    deck = base.presentation
    made = [deck.slides.add_slide(base.seats[slide.kind].layout) for slide in slides.slides]
    titles = [slide.title for slide in slides.slides]
    language = language_tag(outline.language)
    for slide, target in zip(slides.slides, made, strict=True):
        _fill(slide, target, base, (made, titles, language))
        if slide.notes:
            _write_notes(target.notes_slide, slide.notes, language)
    _write_sections(deck, slides, made)
    _write_properties(deck.core_properties, outline, language)
    out = io.BytesIO()
    deck.save(out)
    parts = unpack(out.getvalue()) | dict(base.replaced)
    if base.theme:
        name = "ppt/theme/theme1.xml"
        parts[name] = dress_theme(parts[name], base.theme, outline.language)
    return pack(parts)


def _fill(slide: Slide, target: Any, base: Base, others: _Others) -> None:
    """Write the texts, title first, and then the bars; others are what links need."""
    made, titles, language = others
    tree = target.element.cSld.spTree
    for shape in list(tree.iterchildren(f"{{{P}}}sp", f"{{{P}}}pic", f"{{{P}}}graphicFrame")):
        tree.remove(shape)
    seat: Seat = base.seats[slide.kind]
    number = 2
    for text in slide.texts:
        own = slide.kind not in (Kind.COVER, Kind.CONTENT) and (text.role is Role.TITLE or slide.kind is Kind.SOURCES)
        paragraphs = _paragraphs(text, target, (made, titles, _OWN if own else language))
        tree.append(placeholder(seat.holders[text.role], number, text, paragraphs))
        number += 1
    for rule in slide.rules:
        tree.append(bar(rule, number))
        number += 1


def _paragraphs(text: Text, target: Any, others: _Others) -> list[Any]:
    """The paragraphs of a placeholder with their links."""
    made, titles, language = others
    if text.role is Role.NUMBER:
        return [number_paragraph(language)]
    found = []
    for paragraph in text.paragraphs:
        link = None
        if paragraph.link:
            goal = made[paragraph.link - 1].part
            tip = f"Go to slide {paragraph.link}: {titles[paragraph.link - 1]}"
            link = Link(target.part.relate_to(goal, RT.SLIDE), tip, slide=True)
        elif paragraph.address:
            id_ = target.part.relate_to(paragraph.address, RT.HYPERLINK, is_external=True)
            link = Link(id_, paragraph.address, slide=False)
        found.append(paragraph_element(paragraph, language, link))
        if paragraph.number:
            make_row(found[-1], text.paragraphs[0].number, row_indent(paragraph.size))
    return found


def _write_notes(notes: Any, words: str, language: str) -> None:
    """The words for the speaker, a paragraph a line, and the page number."""
    for shape in notes.element.iter(f"{{{P}}}sp"):
        kind = shape.find(f".//{{{P}}}ph").get("type")
        body = shape.find(f"{{{P}}}txBody")
        if kind in ("body", "sldNum") and body is not None:
            for old in body.findall(f"{{{A}}}p"):
                body.remove(old)
            body.extend(_note_paragraphs(words, language) if kind == "body" else [number_paragraph(language)])


def _note_paragraphs(words: str, language: str) -> list[Any]:
    found = []
    for line in words.splitlines() or [""]:
        paragraph = element("a:p")
        if line.strip():
            add_run(paragraph, line, language)
        found.append(paragraph)
    return found


def _write_sections(deck: Any, slides: Slides, made: list[Any]) -> None:
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
        for slide in made[start : start + count]:
            etree.SubElement(members, f"{{{_P14}}}sldId", {"id": str(slide.slide_id)})
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
