"""Spans as runs: in an ink, in typefaces that have their characters, each in one language."""

from collections.abc import Iterable
from dataclasses import replace

from deckmaker.memo.bidi import levelled, runs_from_right
from deckmaker.memo.fonts import Typefaces
from deckmaker.memo.lines import Ink, Run
from deckmaker.memo.looks import Looks
from deckmaker.memo.parts import Kind, Role, Span
from deckmaker.memo.scripts import passages


def set_span(span: Span | str, ink: Ink, typefaces: Typefaces, language: str = "") -> list[Run]:
    """The span as runs in that ink, each in a typeface that has its characters and in one language."""
    span = Span(span) if isinstance(span, str) else span
    runs = [
        Run(piece, replace(ink, font=font, language=foreign or language), span.link, span.spoken, foreign)
        for passage, foreign in passages(span.text, language)
        for font, piece in typefaces.split(passage, ink.font)
    ]
    if span.anchor and runs:
        runs[0] = replace(runs[0], anchor=span.anchor)
    return runs


def set_line(text: str, ink: Ink, typefaces: Typefaces, language: str = "") -> list[Run]:
    """A text of its own as runs, in their order on the line."""
    return levelled(set_span(text, ink, typefaces, language), from_right=runs_from_right(language))


def set_spans(spans: Iterable[Span], role: Role, looks: Looks, language: str) -> list[Run]:
    """The spans of a paragraph of that role as runs."""
    runs = [run for span in spans for run in set_span(span, looks.ink(role, span.kind), looks.typefaces, language)]
    return levelled(runs, from_right=runs_from_right(language))


def set_cell(spans: Iterable[Span], ink: Ink, looks: Looks, language: str) -> list[Run]:
    """The spans of a table's cell as runs, its source marks as small as anywhere."""
    inks = [(span, looks.ink(Role.TABLE, span.kind) if span.kind is Kind.MARK else ink) for span in spans]
    runs = [run for span, one in inks for run in set_span(span, one, looks.typefaces, language)]
    return levelled(runs, from_right=runs_from_right(language))
