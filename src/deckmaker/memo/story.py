"""The story: what the memo says, in reading order, before anything is set in type.

Every text is already polished and bound (see typography); nothing here knows fonts, sizes or paper.
"""

from collections.abc import Iterator, Mapping

from deckmaker.document import Place
from deckmaker.memo import MemoHead, MemoOptions
from deckmaker.memo.exhibits import show
from deckmaker.memo.parts import Item, Part, Role, Span, Voice
from deckmaker.memo.sources import sources
from deckmaker.outline import Outline, Section, in_words
from deckmaker.typography import bind, date_words

Sentences = Mapping[Place, str]


def tell(outline: Outline, options: MemoOptions, sentences: Sentences) -> tuple[Part, ...]:
    """The memo's parts: marking, head, bottom line, key figures and dates, sections, signature, sources.

    sentences are what a screen reader says of a source mark, where there is one for it, and what the sources quote
    when that is asked for.
    """
    voice = Voice(outline.language, sentences)
    quoted = sentences if options.quote_sources else {}
    return (
        *([Item(Role.MARKING, (Span(options.marking),))] if options.marking else []),
        *_head(outline, options.head, voice),
        *_summary(outline, voice),
        *_figures(outline, voice),
        *(part for number, section in enumerate(outline.sections, 1) for part in _section(number, section, voice)),
        *_signature(options.signature, voice),
        *sources(outline, quoted, attached=options.attachment is not None),
    )


def _head(outline: Outline, head: MemoHead, voice: Voice) -> Iterator[Item]:
    yield Item(Role.BANNER, (Span("MEMORANDUM"),))
    date = head.date or (date_words(outline.date) if outline.date else "")
    for label, text in (("TO", head.to), ("FROM", head.sender), ("DATE", date)):
        yield Item(Role.ROW, voice.say(text) if text.strip() else (), label)
    if head.ref.strip():
        yield Item(Role.ROW, voice.say(head.ref), "REF")
    yield Item(Role.SUBJECT, voice.say(head.subject.strip() or outline.title), "SUBJECT")


def _summary(outline: Outline, voice: Voice) -> Iterator[Item]:
    if outline.summary:
        yield Item(Role.SUMMARY_LABEL, (Span("BOTTOM LINE"),))
        yield Item(Role.SUMMARY, voice.point(outline.summary.text, outline.summary.places))


def _figures(outline: Outline, voice: Voice) -> Iterator[Item]:
    """Key figures and dates, each list under its heading."""
    if outline.figures:
        yield Item(Role.LIST_HEADING, (Span("Key figures"),))
        for figure in outline.figures:
            yield Item(Role.FIGURE, voice.point(figure.what, figure.places), bind(figure.value))
    if outline.dates:
        yield Item(Role.LIST_HEADING, (Span("Key dates"),))
        for date in outline.dates:
            yield Item(Role.DATE, voice.point(date.event, date.places), bind(in_words(date.date)))


def _section(number: int, section: Section, voice: Voice) -> Iterator[Part]:
    yield Item(Role.HEADING, voice.say(section.heading), str(number))
    for bullet in section.bullets:
        yield Item(Role.BULLET, voice.point(bullet.text, bullet.places), "–")
        for below in bullet.bullets:
            yield Item(Role.BELOW, voice.point(below.text, below.places), "–")
    for exhibit in section.exhibits:
        yield from show(exhibit, voice)


def _signature(lines: tuple[str, ...], voice: Voice) -> Iterator[Item]:
    """A line to sign on, and below it who signs."""
    if lines:
        yield Item(Role.SIGN, ())
        yield from (Item(Role.SIGNED, voice.say(line)) for line in lines if line.strip())
