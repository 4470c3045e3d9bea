"""Outline and design -> Slides: which slides there are, what stands on each, and in which lines.  Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from deckmaker.deck.design import Design
from deckmaker.deck.measure import balance, set_line
from deckmaker.deck.notes import write_notes
from deckmaker.deck.pages import Page, plan_agenda, plan_cover, plan_rows, plan_sources, plan_statement
from deckmaker.deck.slides import Kind, Paragraph, Role, Slide, Slides, Text
from deckmaker.deck.split import Item, body_size, cut_items, divide, items_of, place
from deckmaker.deck.titles import Titles, plain
from deckmaker.deck.warn import warnings_of
from deckmaker.deck.words import ENGLISH, part_of
from deckmaker.document import Place
from deckmaker.outline import Outline, Section


@dataclass(frozen=True, slots=True)
class Brief:
    """What a deck is planned from.  footer is "" for the outline's title."""

    outline: Outline
    design: Design
    footer: str = ""
    sentences: Mapping[Place, str] | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """A slide before it has its number and its foot; heading is its title in full, before it was set."""

    kind: Kind
    heading: str
    title: Paragraph
    page: Page
    notes: str = ""
    group: str = ""


_Parts: TypeAlias = Sequence[Sequence[Item]]
"""A section's bullets, slide by slide."""


def plan(brief: Brief) -> Slides:
    """The slides of an outline in a design: cover, bottom line, agenda, the sections, sources."""
    outline, design = brief.outline, brief.design
    size = body_size(outline.sections, design)
    parts = [_divide(section, design, size) for section in outline.sections]
    titles = Titles()
    opening = list(_opening(brief, titles, [len(part) for part in parts]))
    sections = [
        draft
        for section, part in zip(outline.sections, parts, strict=True)
        for draft in _section(brief, titles, section, (part, size))
    ]
    closing = list(_closing(brief, titles))
    drafts = [*opening, *sections, *closing]
    slides = tuple(_finish(draft, number, brief) for number, draft in enumerate(drafts, 1))
    groups = [(ENGLISH.cover_group, len(opening))]
    groups += [(section.heading, len(part)) for section, part in zip(outline.sections, parts, strict=True)]
    groups += [(ENGLISH.source_group, len(closing))] if closing else []
    warnings = warnings_of(outline, design, slides, [draft.heading for draft in drafts])
    return Slides(design.width, design.height, design.name, size, slides, tuple(groups), warnings)


def _divide(section: Section, design: Design, size: float) -> list[list[Item]]:
    frame = design.frames[Kind.CONTENT][Role.BODY]
    return divide(cut_items(items_of(section), frame, size), frame, size)


def _opening(brief: Brief, titles: Titles, counts: Sequence[int]) -> Iterator[_Draft]:
    """Cover, bottom line if there is one, and agenda; counts are the numbers of slides of the sections."""
    outline, design = brief.outline, brief.design
    title = titles.give(outline.title, "", design.frames[Kind.COVER][Role.TITLE])
    yield _Draft(Kind.COVER, outline.title, title, plan_cover(outline, design, title))
    if outline.summary:
        name = titles.choose(ENGLISH.statement, _headings(outline))
        page = plan_statement(outline, design)
        title = titles.give(name, "", design.frames[Kind.STATEMENT][Role.TITLE])
        notes = write_notes([outline.summary], brief.sentences)
        if page[0][0].paragraphs[0].text != outline.summary.text:
            notes = f"{outline.summary.text}\n{notes}"
        yield _Draft(Kind.STATEMENT, name, title, page, notes)
    if len(outline.sections) > 1:
        yield from _agenda(brief, titles, counts)


def _agenda(brief: Brief, titles: Titles, counts: Sequence[int]) -> Iterator[_Draft]:
    """One agenda slide, or several where the sections are many."""
    headings = [section.heading for section in brief.outline.sections]
    rows = plan_rows(headings, brief.design)
    first = 1 + bool(brief.outline.summary) + len(rows.counts) + 1
    links = [first + sum(counts[:index]) for index in range(len(counts))]
    name = titles.choose(ENGLISH.agenda, _headings(brief.outline))
    start = 0
    for part, count in enumerate(rows.counts, 1):
        tail = part_of(part, len(rows.counts))
        title = titles.give(name, tail, brief.design.frames[Kind.AGENDA][Role.TITLE])
        numbers = [(index + 1, links[index]) for index in range(start, start + count)]
        page = plan_agenda(rows, brief.design, headings[start : start + count], numbers)
        yield _Draft(Kind.AGENDA, name, title, page)
        start += count


def _section(brief: Brief, titles: Titles, section: Section, parts: tuple[_Parts, float]) -> Iterator[_Draft]:
    """The section's slides at the deck's body size."""
    groups, size = parts
    frames = brief.design.frames[Kind.CONTENT]
    for part, group in enumerate(groups, 1):
        title = titles.give(section.heading, part_of(part, len(groups)), frames[Role.TITLE])
        points = [point for item in group for point in item]
        body = Text(Role.BODY, place(points, frames[Role.BODY], size), frames[Role.BODY].box)
        notes = section.notes or write_notes([point.bullet for point in points], brief.sentences)
        if not title.text.startswith(section.heading):
            notes = f"{section.heading}\n{notes}"
        yield _Draft(Kind.CONTENT, section.heading, title, ([body], []), notes, section.heading)


def _closing(brief: Brief, titles: Titles) -> Iterator[_Draft]:
    """The sources slide, unless the outline says nothing of where it comes from; several when the sources are many."""
    pages = plan_sources(brief.outline, brief.design)
    name = titles.choose(ENGLISH.sources, _headings(brief.outline)) if pages else ""
    for part, page in enumerate(pages, 1):
        title = titles.give(name, part_of(part, len(pages)), brief.design.frames[Kind.SOURCES][Role.TITLE])
        yield _Draft(Kind.SOURCES, name, title, page)


def _headings(outline: Outline) -> set[str]:
    return {plain(section.heading) for section in outline.sections}


def _finish(draft: _Draft, number: int, brief: Brief) -> Slide:
    """The draft with its number and its foot."""
    frames = brief.design.frames[draft.kind]
    own = frames[Role.TITLE]
    paragraph, box = balance(draft.title, own) if brief.design.drawn else (draft.title, own.box)
    title = Text(Role.TITLE, (paragraph,), box, moved=box != own.box)
    texts, rules = draft.page
    foot = [
        Text(role, (set_line(words, frames[role]),), frames[role].box)
        for role, words in (
            (Role.FOOTER, brief.footer or brief.outline.title),
            (Role.NUMBER, str(number)),
        )
        if role in frames
    ]
    all_texts = (title, *texts, *foot)
    return Slide(number, draft.kind, draft.title.text, all_texts, draft.group, tuple(rules), draft.notes)
