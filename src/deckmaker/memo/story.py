"""The memo as plain data: what is said, in reading order, before anything is set in type.

Every text is already polished and bound (see typography); nothing here knows fonts, sizes or paper.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from deckmaker.document import Place, Source
from deckmaker.memo import MemoHead
from deckmaker.outline import Bullet, Outline, format_places
from deckmaker.typography import NO_BREAK, bind, clean, date_words, polish

SOURCE_NOTE = "source"
"""The name of the place in the PDF that every source mark leads to."""


_WEB = ("http://", "https://")


class Role(StrEnum):
    """What an item is on the page."""

    BANNER = "banner"
    ROW = "line of the head"
    SUBJECT = "subject"
    SUMMARY_LABEL = "summary label"
    SUMMARY = "summary"
    HEADING = "heading"
    BULLET = "bullet"
    BELOW = "bullet below"
    SOURCE = "source note"
    ENTRY = "source"


class Kind(StrEnum):
    """What a span is: running text, strong text, or a source mark."""

    PLAIN = "plain"
    STRONG = "strong"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind.  link is an address, or "#name" for a place in the memo, or "".

    spoken is what a screen reader says of the link.
    """

    text: str
    kind: Kind = Kind.PLAIN
    link: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of the memo: its role, its spans, and the label that stands before it."""

    role: Role
    spans: tuple[Span, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The words of the item, without source marks."""
        return "".join(span.text for span in self.spans if span.kind is not Kind.MARK)


Sentences = Mapping[Place, str]


def tell(outline: Outline, head: MemoHead, sentences: Sentences, *, attached: bool = False) -> tuple[Item, ...]:
    """The memo's items in reading order: head, bottom line, sections, source note.

    sentences are what a screen reader says of a source mark, where there is one for it; attached says that
    the outline file travels inside the memo, which the source note then mentions.
    """
    return (
        *_head(outline, head),
        *_summary(outline, sentences),
        *_sections(outline, sentences),
        *_source(outline, attached=attached),
    )


def _head(outline: Outline, head: MemoHead) -> Iterator[Item]:
    yield Item(Role.BANNER, (Span("MEMORANDUM"),))
    date = head.date or (date_words(outline.date) if outline.date else "")
    for label, text in (("TO", head.to), ("FROM", head.sender), ("DATE", date)):
        yield Item(Role.ROW, _said(text, outline.language) if text.strip() else (), label)
    yield Item(Role.SUBJECT, _said(head.subject.strip() or outline.title, outline.language), "SUBJECT")


def _summary(outline: Outline, sentences: Sentences) -> Iterator[Item]:
    if outline.summary:
        yield Item(Role.SUMMARY_LABEL, (Span("BOTTOM LINE"),))
        yield Item(Role.SUMMARY, _bullet(outline.summary, outline.language, sentences))


def _sections(outline: Outline, sentences: Sentences) -> Iterator[Item]:
    language = outline.language
    for number, section in enumerate(outline.sections, 1):
        yield Item(Role.HEADING, _said(section.heading, language), str(number))
        for bullet in section.bullets:
            yield Item(Role.BULLET, _bullet(bullet, language, sentences), "–")
            for below in bullet.bullets:
                yield Item(Role.BELOW, _bullet(below, language, sentences), "–")


def _said(text: str, language: str) -> tuple[Span, ...]:
    return (Span(bind(polish(text, language)) or NO_BREAK),)


def _bullet(bullet: Bullet, language: str, sentences: Sentences) -> tuple[Span, ...]:
    """The bullet's words, and its mark tied to the last of them."""
    spans = _said(bullet.text, language)
    if not bullet.places:
        return spans
    marks = format_places(bullet.places)
    if len(bullet.places) <= 4:
        marks = marks.replace(" ", NO_BREAK)
    said = " ".join(sentences[place] for place in bullet.places if place in sentences)
    spoken = f"Source {format_places(bullet.places)}" + (f": {said}" if said else "")
    return (*spans, Span(NO_BREAK + marks, Kind.MARK, f"#{SOURCE_NOTE}", spoken))


def _source(outline: Outline, *, attached: bool) -> Iterator[Item]:
    """The source note, when there is anything to say in it; of several sources each has a line of its own."""
    spans = [*(_source_facts(outline.source) if outline.source else ()), *_mark_key(outline)]
    if attached:
        spans.append(Span("The outline this memo was made from is attached to this file. "))
    if outline.sources and not spans:
        spans.append(Span("This memo was made from these. "))
    if spans:
        last = Span(spans[-1].text.rstrip(), spans[-1].kind, spans[-1].link, spans[-1].spoken)
        name = "Sources. " if outline.sources else "Source. "
        yield Item(Role.SOURCE, (Span(name, Kind.STRONG), *spans[:-1], last))
    for source in outline.sources:
        *facts, last = _source_facts(source)
        yield Item(Role.ENTRY, (*facts, Span(last.text.rstrip())), source.key)


def _source_facts(source: Source) -> Iterator[Span]:
    """What is known of a source, with commas between and a full stop."""
    date = date_words(source.date) if source.date else ""
    said = [source.title or source.name, source.site, date, source.name if source.title else ""]
    facts = [Span(clean(fact)) for fact in said if fact.strip()]
    if source.url:
        link = source.url if source.url.startswith(_WEB) else ""
        facts.append(Span(source.url, link=link, spoken=f"The source on the web: {source.url}"))
    if source.sha256:
        facts.append(Span(f"SHA-256{NO_BREAK}{source.sha256[:12]}…"))
    for number, fact in enumerate(facts):
        yield fact
        ends = "" if fact.text.endswith((".", "…")) else "."
        yield Span(", " if number + 1 < len(facts) else f"{ends} ")


def _mark_key(outline: Outline) -> Iterator[Span]:
    """What a mark means, told with the first mark of this memo."""
    summary = (outline.summary,) if outline.summary else ()
    place = next((p for bullet in (*summary, *outline.bullets()) for p in bullet.places), None)
    if place:
        source = f"source{NO_BREAK}{place.source}" if place.source else "the source"
        where = f"block{NO_BREAK}{place.block}, sentence{NO_BREAK}{place.sentence} of {source}"
        mark = str(place).replace(" ", NO_BREAK)
        yield Span(f"A small mark such as {mark} says where a point comes from: {where}. ")
