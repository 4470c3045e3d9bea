"""Outline and design -> Slides: which slides there are, what stands on each, and in which lines.  Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.deck.design import Design
from deckmaker.deck.draft import Brief, Draft, Leaf
from deckmaker.deck.figures import deal_figures
from deckmaker.deck.measure import balance, moved, set_line
from deckmaker.deck.notes import write_notes
from deckmaker.deck.pages import SUBTITLE_GAP, plan_agenda, plan_cover, plan_rows, plan_sources, plan_statement
from deckmaker.deck.sections import leaves_of
from deckmaker.deck.size import body_size
from deckmaker.deck.slides import FOOT, Group, Kind, Label, Paint, Part, Role, Rule, Slide, Slides, Text
from deckmaker.deck.timeline import deal_dates
from deckmaker.deck.titles import Titles, plain
from deckmaker.deck.warn import warnings_of
from deckmaker.deck.words import ENGLISH, part_of
from deckmaker.outline import Bullet, Outline, Section, in_words
from deckmaker.typography import date_words

__all__ = ["Brief", "plan"]


@dataclass(frozen=True, slots=True)
class _Pages:
    """The optional pages before the sections."""

    figures: tuple[Sequence[Rule | Group], ...] = ()
    dates: tuple[Sequence[Rule | Group], ...] = ()
    agenda: bool = True


def plan(brief: Brief) -> Slides:
    """The slides of an outline in a design: cover, bottom line, key figures and dates, agenda, sections, sources.

    When they are more than the brief allows, they are set closer, and then the pages that say nothing of their own
    are left out: agenda, dates, figures.  Bullets never are.
    """
    outline, design = brief.outline, brief.design
    figures = tuple(deal_figures(outline.figures, design)) if outline.figures else ()
    dates = tuple(deal_dates(outline.dates, design)) if len(outline.dates) > 1 else ()  # one makes no line
    pages = _Pages(figures, dates, len(outline.sections) > 1)
    slides = _plan(brief, pages, body_size(outline.sections, design))
    if brief.most and len(slides.slides) > brief.most:
        size = body_size(outline.sections, design, tight=True)
        for less in (pages, replace(pages, agenda=False), replace(pages, agenda=False, dates=()), _Pages(agenda=False)):
            slides = _plan(brief, less, size)
            if len(slides.slides) <= brief.most:
                break
    return slides


def _plan(brief: Brief, pages: _Pages, size: float) -> Slides:
    """The slides with these optional pages at a body size."""
    outline, design = brief.outline, brief.design
    leaves = [leaves_of(brief, section, number, size) for number, section in enumerate(outline.sections, 1)]
    titles = Titles()
    opening = list(_opening(brief, titles, pages, [len(part) for part in leaves]))
    sections = [
        draft
        for section, part in zip(outline.sections, leaves, strict=True)
        for draft in _section(brief, titles, section, part)
    ]
    closing = list(_closing(brief, titles))
    drafts = [*opening, *sections, *closing]
    back = next((number for number, draft in enumerate(drafts, 1) if draft.kind is Kind.AGENDA), 0)
    slides = tuple(_finish(draft, number, brief, back) for number, draft in enumerate(drafts, 1))
    groups = [(ENGLISH.cover_group, len(opening))]
    groups += [(section.heading, len(part)) for section, part in zip(outline.sections, leaves, strict=True)]
    groups += [(ENGLISH.source_group, len(closing))] if closing else []
    warnings = warnings_of(brief, slides, [draft.heading for draft in drafts])
    return Slides(design.width, design.height, design.name, size, slides, tuple(groups), warnings)


def _opening(brief: Brief, titles: Titles, pages: _Pages, counts: Sequence[int]) -> Iterator[Draft]:
    """Cover, bottom line, key figures, key dates and agenda; counts are the numbers of slides of the sections."""
    outline, design = brief.outline, brief.design
    title = titles.give(outline.title, "", design.frames[Kind.COVER][Role.TITLE])
    yield Draft(Kind.COVER, outline.title, title, plan_cover(outline, design, title))
    if outline.summary:
        yield _statement(brief, titles, outline.summary)
    said = [Bullet(f"{figure.value}: {figure.what}", figure.places) for figure in outline.figures]
    yield from _cards(brief, titles, Kind.FIGURES, pages.figures, said)
    said = [Bullet(f"{in_words(one.date)}: {one.event}", one.places) for one in outline.dates]
    yield from _cards(brief, titles, Kind.TIMELINE, pages.dates, said)
    if pages.agenda:
        before = 1 + bool(outline.summary) + len(pages.figures) + len(pages.dates)
        yield from _agenda(brief, titles, before, counts)


def _statement(brief: Brief, titles: Titles, summary: Bullet) -> Draft:
    name = titles.choose(ENGLISH.statement, _headings(brief.outline))
    page = plan_statement(brief.outline, brief.design)
    title = titles.give(name, "", brief.design.frames[Kind.STATEMENT][Role.TITLE])
    notes = write_notes([summary], brief.sentences)
    shown = next(part for part in page if isinstance(part, Text))
    if shown.paragraphs[0].text != summary.text:
        notes = f"{summary.text}\n{notes}"
    return Draft(Kind.STATEMENT, name, title, page, notes)


def _cards(
    brief: Brief, titles: Titles, kind: Kind, dealt: Sequence[Sequence[Rule | Group]], said: Sequence[Bullet]
) -> Iterator[Draft]:
    """Slides of key figures or dates; said are what they say, in order, for the notes."""
    names = ENGLISH.timeline if kind is Kind.TIMELINE else ENGLISH.figures if len(said) > 1 else ENGLISH.figure
    name = titles.choose(names, _headings(brief.outline))
    start = 0
    for part, shapes in enumerate(dealt, 1):
        title = titles.give(name, part_of(part, len(dealt)), brief.design.frames[kind][Role.TITLE])
        count = sum(isinstance(shape, Group) for shape in shapes)
        yield Draft(kind, name, title, list(shapes), write_notes(said[start : start + count], brief.sentences))
        start += count


def _agenda(brief: Brief, titles: Titles, before: int, counts: Sequence[int]) -> Iterator[Draft]:
    """One agenda slide, or several where the sections are many; before are the slides that stand before it."""
    headings = [section.heading for section in brief.outline.sections]
    rows = plan_rows(headings, brief.design)
    first = before + len(rows.counts) + 1
    links = [first + sum(counts[:index]) for index in range(len(counts))]
    name = titles.choose(ENGLISH.agenda, _headings(brief.outline))
    start = 0
    for part, count in enumerate(rows.counts, 1):
        tail = part_of(part, len(rows.counts))
        title = titles.give(name, tail, brief.design.frames[Kind.AGENDA][Role.TITLE])
        numbers = [(index + 1, links[index]) for index in range(start, start + count)]
        page = plan_agenda(rows, brief.design, headings[start : start + count], numbers)
        yield Draft(Kind.AGENDA, name, title, page)
        start += count


def _section(brief: Brief, titles: Titles, section: Section, leaves: Sequence[Leaf]) -> Iterator[Draft]:
    """The section's slides with their titles: the header's is the heading, those after it say which of how many."""
    header = len(leaves) > 1
    for part, leaf in enumerate(leaves, 0 if header else 1):
        tail = part_of(part, len(leaves) - 1) if header and part else ""
        title = titles.give(section.heading, tail, brief.design.frames[leaf.kind][Role.TITLE])
        notes = leaf.notes
        if not title.text.startswith(section.heading):
            notes = f"{section.heading}\n{notes}"
        page = _below(leaf.page, title.height, brief.design) if leaf.kind is Kind.SECTION else leaf.page
        yield Draft(leaf.kind, section.heading, title, page, notes, section.heading, leaf.exhibit)


def _below(page: Sequence[Part], height: float, design: Design) -> list[Part]:
    """A header's page with its text below a title of that height, in our own design."""
    if not design.drawn:
        return list(page)
    top = round(design.frames[Kind.SECTION][Role.TITLE].box.top + height + SUBTITLE_GAP)
    return [replace(one, box=moved(one.box, top, one.box.height), moved=True) for one in page if isinstance(one, Text)]


def _closing(brief: Brief, titles: Titles) -> Iterator[Draft]:
    """The sources slide, unless the outline says nothing of where it comes from; several when the sources are many."""
    pages = plan_sources(brief.outline, brief.design)
    name = titles.choose(ENGLISH.sources, _headings(brief.outline)) if pages else ""
    for part, page in enumerate(pages, 1):
        title = titles.give(name, part_of(part, len(pages)), brief.design.frames[Kind.SOURCES][Role.TITLE])
        yield Draft(Kind.SOURCES, name, title, page)


def _headings(outline: Outline) -> set[str]:
    return {plain(section.heading) for section in outline.sections}


def _finish(draft: Draft, number: int, brief: Brief, back: int) -> Slide:
    """The draft with its number and its foot; back is the agenda's slide, 0 where there is none."""
    frames = brief.design.frames[draft.kind]
    own = frames[Role.TITLE]
    paragraph, box = balance(draft.title, own) if brief.design.drawn else (draft.title, own.box)
    title = Text(Role.TITLE, (paragraph,), box, moved=box != own.box)
    date = date_words(brief.outline.date) if brief.outline.date else ""
    words = {Role.DATE: date, Role.FOOTER: brief.footer or brief.outline.title, Role.NUMBER: str(number)}
    foot: list[Part] = [
        Text(role, (set_line(words[role], frames[role]),), frames[role].box)
        for role in FOOT
        if role in frames and words[role]
    ]
    if back and number > back and Role.BACK in frames:
        foot.insert(-1, _back(brief.design, draft.kind, back))
    parts = (title, *draft.page, *foot)
    return Slide(number, draft.kind, draft.title.text, parts, draft.group, draft.notes, draft.exhibit)


def _back(design: Design, kind: Kind, agenda: int) -> Label:
    """The link that leads back to the agenda."""
    frame = design.frames[kind][Role.BACK]
    paragraph = replace(set_line(ENGLISH.back, frame), level=0, link=agenda)
    return Label("Back to agenda", frame.box, (paragraph,), Paint.MUTED, right=True)
