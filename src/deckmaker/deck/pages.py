"""The deck's own pages: cover, bottom line, agenda and sources.  Lengths are in points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from deckmaker.deck.design import COVER_RULE, FOOT_LINE, LEAST_BODY, SIDE, Design, Frame
from deckmaker.deck.fit import shorten, width
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import balance, moved, pitch, set_block, set_line, set_paragraph, style_font
from deckmaker.deck.slides import Box, Kind, Paint, Paragraph, Part, Role, Rule, Text
from deckmaker.document import Source
from deckmaker.outline import Outline
from deckmaker.typography import date_words

Page: TypeAlias = list[Part]
"""The parts of a slide in reading order, except its title and foot."""

SUBTITLE_GAP = 14.0
_LEAST_SUBTITLE, _LEAST_STATEMENT = 16.0, 22.0
_BAR = 5.0
_SOURCE_SHARE = 0.75
"""Size of the source's line below a template's subtitle, as a share of the subtitle's."""


def plan_cover(outline: Outline, design: Design, title: Paragraph) -> Page:
    """The cover below its title: subtitle, and where and when this comes from."""
    line = source_line(outline)
    source = design.frame(Kind.COVER, Role.SOURCE)
    parts: Page = [COVER_RULE] if design.drawn else []
    frame = design.frame(Kind.COVER, Role.SUBTITLE)
    words = [outline.subtitle] if source else [outline.subtitle, line]
    if frame and any(words):
        parts.append(_subtitle([word for word in words if word], design, frame, title))
    if source and line:
        parts.append(Text(Role.SOURCE, (set_line(line, source),), source.box))
    return parts


def _subtitle(words: Sequence[str], design: Design, frame: Frame, title: Paragraph) -> Text:
    """The subtitle; in our own design it follows the title's last line, in a template the source follows it."""
    if design.drawn:
        top = design.frames[Kind.COVER][Role.TITLE].box.top + title.height + SUBTITLE_GAP
        frame = replace(frame, box=moved(frame.box, round(top), frame.box.height))
    style = replace(frame.style(1), size=min(frame.style(1).size, title.size))  # some covers give it larger letters
    frame = Frame(frame.box, (style,))
    paragraphs = [set_block(words[0], frame, min(frame.style(1).size, _LEAST_SUBTITLE))]
    for word in words[1:]:
        further = set_paragraph(word, frame, max(_LEAST_SUBTITLE, round(_SOURCE_SHARE * paragraphs[0].size)))
        if paragraphs[0].height + further.before + further.height <= frame.box.height:
            paragraphs.append(further)
    return Text(Role.SUBTITLE, tuple(paragraphs), frame.box, moved=design.drawn)


MOST_NAMES = 3
"""How many sources the cover names; of more it gives the number."""


def source_line(outline: Outline) -> str:
    """Where the outline comes from, in a line: "Source: talks.txt · 20 August 2024"; "" when it does not say."""
    name = f"Source: {outline.source.name}" if outline.source else ""
    if outline.sources:
        names = list(dict.fromkeys(source.site or source.name for source in outline.sources))
        name = f"Sources: {', '.join(names)}" if len(names) <= MOST_NAMES else f"{len(outline.sources)} sources"
    date = date_words(outline.date) if outline.date else ""
    return " · ".join(part for part in (name, date) if part)


def plan_statement(outline: Outline, design: Design) -> Page:
    """The bottom line, with a bar as high as its text."""
    sentence = outline.summary.text if outline.summary else ""
    frame = design.frames[Kind.STATEMENT][Role.BODY]
    if not design.drawn:
        return [Text(Role.BODY, (_plain_statement(sentence, frame, design),), frame.box)]
    paragraph, box = balance(set_block(sentence, frame, _LEAST_STATEMENT), frame)
    label = design.frames[Kind.STATEMENT][Role.TITLE].box
    bar = Box(label.left - 28, label.top + 2, _BAR, round(frame.box.top - label.top + paragraph.height))
    return [Rule(bar, Paint.ACCENT), Text(Role.BODY, (paragraph,), box, moved=box != frame.box)]


def _plain_statement(sentence: str, frame: Frame, design: Design) -> Paragraph:
    """The bottom line in a template's own text: somewhat larger, without a bullet."""
    style = sized(frame.style(1), design.body_max + 2)
    return replace(set_block(sentence, Frame(frame.box, (style,)), LEAST_BODY), level=0)


@dataclass(frozen=True, slots=True)
class Rows:
    """How an agenda is set: size of its rows, space between them in ems, and how many stand on each slide."""

    size: float
    gap: float
    counts: tuple[int, ...]


_ROWS = ((22.0, 0.85), (21.0, 0.8), (20.0, 0.8), (18.0, 0.75), (18.0, 0.5))
_NUMBER_ROOM = 2.1  # ems left for the number before a row


def plan_rows(headings: Sequence[str], design: Design) -> Rows:
    """The largest type in which all sections stand on one agenda; else several agendas with as many rows each."""
    frame = design.frames[Kind.AGENDA][Role.BODY]
    sizes = [row for row in _ROWS if row[0] <= max(design.body_max, LEAST_BODY)]
    for size, gap in sizes:
        if _most(headings, frame, size, gap) >= len(headings):
            return Rows(size, gap, (len(headings),))
    size, gap = sizes[-2]
    most = max(1, _most(headings, frame, size, gap))
    pages = -(-len(headings) // most)
    ends = [len(headings) * (page + 1) // pages for page in range(pages)]
    return Rows(size, gap, tuple(end - start for start, end in zip([0, *ends], ends, strict=False)))


def _most(headings: Sequence[str], frame: Frame, size: float, gap: float) -> int:
    """How many rows the frame holds."""
    row = _row_pitch(headings, frame, size)
    return int((frame.box.height + round(gap * size)) / (row + round(gap * size)))


def _row_pitch(headings: Sequence[str], frame: Frame, size: float) -> float:
    """The height of every row, so that names and slide numbers stand in line whatever script they are in."""
    return round(max(pitch(heading, frame.style(1), size) for heading in headings), 1)


def plan_agenda(rows: Rows, design: Design, headings: Sequence[str], numbers: Sequence[tuple[int, int]]) -> Page:
    """One agenda slide: for each heading its number and the slide it leads to, with hairlines below the rows."""
    frame = design.frames[Kind.AGENDA][Role.BODY]
    ends = design.frame(Kind.AGENDA, Role.PAGES)
    gap, line = round(rows.gap * rows.size), _row_pitch(headings, frame, rows.size)
    names: list[Paragraph] = []
    pages: list[Paragraph] = []
    for heading, (number, link) in zip(headings, numbers, strict=True):
        before = gap if names else 0
        row = _set_row(heading, "" if ends else f" · {link}", frame, rows.size)
        names.append(replace(row, before=before, number=number, link=link, pitch=line, height=line))
        if ends:
            page = set_line(str(link) if pages else f"slide {link}", ends, rows.size)
            pages.append(replace(page, before=before, pitch=line, height=line))
    parts: Page = [Text(Role.BODY, tuple(names), frame.box)]
    parts += [Text(Role.PAGES, tuple(pages), ends.box)] if ends else []
    return parts + (_hairlines(names, frame, gap) if design.drawn else [])


def _set_row(heading: str, tail: str, frame: Frame, size: float) -> Paragraph:
    """The heading on one line beside its number, shortened if it must be, and what follows it."""
    style = replace(frame.style(1), indent=row_indent(size))
    row = Frame(frame.box, (style,))
    room = frame.box.width - style.indent - width(tail, style_font(style), size)
    short = shorten(heading, style_font(style), size, (room, 1))
    return set_paragraph(short + tail, row, size, first=True)


def row_indent(size: float) -> float:
    """Where the headings of an agenda begin, from the left of its box."""
    return round(_NUMBER_ROOM * size)


def _hairlines(names: Sequence[Paragraph], frame: Frame, gap: float) -> Page:
    """A line below each row, from margin to margin."""
    top = frame.box.top
    found: Page = []
    for name in names:
        top += name.before + name.height
        found.append(Rule(Box(SIDE, round(top + gap / 2, 1), FOOT_LINE.box.width, 0.75), Paint.LINE))
    return found


def plan_sources(outline: Outline, design: Design) -> list[Page]:
    """What was read and how the marks in the notes point into it; no page when the outline does not say.

    A list of several sources goes on as far as it needs; what one source says of itself ends with the page.
    """
    frame = design.frames[Kind.SOURCES][Role.BODY]
    pages: list[list[Paragraph]] = [[]]
    room = frame.box.height
    for text, address in _source_texts(outline):
        level = 2 if outline.sources and text == address else 1
        shown = _shown(text, address, Frame(frame.box, (frame.style(level),)), design.source_size)
        paragraph = set_paragraph(shown, frame, design.source_size, level, first=not pages[-1])
        if room < paragraph.before + paragraph.height and pages[-1]:
            if not outline.sources:
                break
            pages.append([])
            room = frame.box.height
            paragraph = set_paragraph(shown, frame, design.source_size, level, first=True)
        room -= paragraph.before + paragraph.height
        pages[-1].append(replace(paragraph, address=address))
    return [[Text(Role.BODY, tuple(page), frame.box)] for page in pages if page]


def _shown(text: str, address: str, frame: Frame, size: float) -> str:
    """A web address on one line, all else on three at most; what is too long for them is shortened."""
    if text == address:
        return set_line(text, frame, size).text
    style = frame.style(1)
    return shorten(text, style_font(style), size, (frame.box.width - style.indent, 3))


_MARKS = (
    "The notes under each slide give the sentences it rests on, each with its place:"
    " {place} is sentence {sentence} of block {block} of {article}"
)
_WEB = ("https://", "http://")


def _source_texts(outline: Outline) -> list[tuple[str, str]]:
    """The sentences of the sources page, each with the web address it leads to, if any."""
    found = [text for source in outline.sources for text in _entry(source)]
    source = outline.source
    if source:
        date = f", {date_words(outline.date)}" if outline.date else ""
        found.append((f"{source.name}{date}", ""))
        if source.url.startswith(_WEB):
            found.append((source.url, source.url))
        if source.sha256:
            found.append((f"Fingerprint of what was read: SHA-256 {short_digest(source.sha256)}", ""))
    elif outline.date and not found:
        found.append((f"Dated {date_words(outline.date)}", ""))
    first = next((place for bullet in outline.bullets() for place in bullet.places), None)
    if first:
        article = f"source {first.source}" if first.source else "the article"
        found.append((_MARKS.format(place=first, sentence=first.sentence, block=first.block, article=article), ""))
        found.append(("Blocks are headings, paragraphs and list items, counted from the top", ""))
        if any(not bullet.places for bullet in outline.bullets()):
            found.append(("A point without a place was written by hand", ""))
    return found


def _entry(source: Source) -> Iterator[tuple[str, str]]:
    """One of several sources: "a: Bridge to close, The Gull, 4 May 2024, bridge.html", then its address.

    The address has a line of its own: a link of several lines is broken within words by some programs (LibreOffice).
    """
    date = date_words(source.date) if source.date else ""
    facts = (source.title or source.name, source.site, date, source.name if source.title else "")
    yield f"{source.key}: {', '.join(fact for fact in facts if fact)}", ""
    if source.url.startswith(_WEB):
        yield source.url, source.url


def short_digest(digest: str) -> str:
    """The beginning and the end of a SHA-256, enough to compare by eye: "9f2c 41d8 … 03ab"."""
    return f"{digest[:4]} {digest[4:8]} … {digest[-4:]}" if len(digest) > 16 else digest
