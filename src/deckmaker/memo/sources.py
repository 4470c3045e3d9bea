"""The memo's last words: which source it was made from, and every place that its marks name."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from deckmaker.document import Place, Source
from deckmaker.memo.parts import Item, Kind, Role, Span, Spans, anchor
from deckmaker.outline import Outline
from deckmaker.typography import NO_BREAK, bind, clean, date_words, polish

SOURCE_NOTE = "source"
"""The name of the source note in the PDF."""
_WEB = ("http://", "https://")


def sources(outline: Outline, quoted: Mapping[Place, str], *, attached: bool) -> Iterator[Item]:
    """The source note, a line for each of several sources, and for each place that a mark names its entry.

    An entry quotes the sentence when there is one in `quoted`; without any, the places stand in a paragraph of their
    own.  attached says that the outline file travels inside the memo.
    """
    places = sorted({place for _, places in outline.said() for place in places})
    note = [*(_facts(outline.source) if outline.source else ()), *_key(places)]
    if attached:
        note.append(Span("The outline this memo was made from is attached to this file. "))
    if outline.sources and not note:
        note.append(Span("This memo was made from these. "))
    if note:
        name = "Sources. " if outline.sources else "Source. "
        yield Item(Role.SOURCE, _closed((Span(name, Kind.STRONG), *note)), anchor=SOURCE_NOTE)
    for source in outline.sources:
        yield Item(Role.ENTRY, _closed((*_facts(source),)), source.key)
    if any(place in quoted for place in places):
        yield from (_entry(place, quoted, outline.language) for place in places)
    elif places:
        yield Item(Role.SOURCE, (Span("Cited. ", Kind.STRONG), *_cited(places)))


def _facts(source: Source) -> Iterator[Span]:
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


def _key(places: list[Place]) -> Iterator[Span]:
    """What a mark means, told with one of this memo."""
    if places:
        place = places[0]
        source = f"source{NO_BREAK}{place.source}" if place.source else "the source"
        where = f"paragraph{NO_BREAK}{place.block}, sentence{NO_BREAK}{place.sentence} of {source}"
        yield Span(f"A small mark such as {_mark(place)} says where a point comes from: {where}. ")


def _mark(place: Place) -> str:
    return str(place).replace(" ", NO_BREAK)


def _entry(place: Place, quoted: Mapping[Place, str], language: str) -> Item:
    """A place with its sentence, or with where it is when the sentence is not known."""
    where = f"paragraph{NO_BREAK}{place.block}, sentence{NO_BREAK}{place.sentence}"
    sentence = quoted.get(place)
    text = bind(polish(sentence, language)) if sentence else where
    return Item(Role.CITED, (Span(text or where),), _mark(place), anchor(place))


def _cited(places: list[Place]) -> Iterator[Span]:
    """The places by source and paragraph, as in "Paragraph 2: sentence 1; 3: 1, 2"."""
    groups = groupby(places, lambda place: (place.source, place.block))
    last: str | None = None
    for (source, block), group in groups:
        name = f"Source{NO_BREAK}{source}, paragraph{NO_BREAK}" if source else f"Paragraph{NO_BREAK}"
        first = source != last
        yield Span("" if last is None else ". " if first else "; ")
        yield Span(f"{name if first else ''}{block}:{NO_BREAK}{f'sentence{NO_BREAK}' if last is None else ''}")
        for index, place in enumerate(group):
            yield Span(f",{NO_BREAK}" if index else "")
            yield Span(str(place.sentence), anchor=anchor(place))
        last = source
    yield Span(".")


def _closed(spans: Spans) -> Spans:
    """The spans without the space at their end."""
    *before, last = spans
    return (*before, Span(last.text.rstrip(), last.kind, last.link, last.spoken))
