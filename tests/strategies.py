"""Random values for the property tests."""

import datetime
import re
from dataclasses import replace

from hypothesis import strategies as st

from deckmaker.document import Place, Source
from deckmaker.outline import (
    Bullet,
    Chart,
    ChartKind,
    Column,
    Comparison,
    DateEvent,
    Exhibit,
    Figure,
    Outline,
    Picture,
    Quote,
    Section,
    Table,
    check_line,
)
from deckmaker.outline.moves import moved


def _is_bullet(text: str) -> bool:
    try:
        Bullet(text)
    except ValueError:
        return False
    return True


def _is_line(text: str) -> bool:
    try:
        check_line(text, "it")
    except ValueError:
        return False
    return True


LINES = st.text(min_size=1, max_size=60).map(str.strip).filter(_is_line)
WORDY = st.lists(
    st.sampled_from("the talks 2+2 India's U.S. 12.5 million “free” open: - # no [a] {b} & * yes".split()),
    min_size=1,
    max_size=12,
)
TEXTS = (LINES | WORDY.map(" ".join)).filter(_is_bullet)
SAID = TEXTS.filter(lambda text: not re.search(r"\[\s*(?:[A-Za-z]\s*)?p", text))
PLACES = st.lists(st.builds(Place, st.integers(1, 9999), st.integers(1, 99)), max_size=4).map(tuple)
SOME_PLACES = st.lists(st.builds(Place, st.integers(1, 9999), st.integers(1, 99)), min_size=1, max_size=4).map(tuple)
LEAVES = st.builds(Bullet, SAID, PLACES) | st.builds(Bullet, SAID, SOME_PLACES, st.just(()), st.booleans())
BULLETS = (
    st.builds(
        Bullet,
        SAID,
        PLACES,
        st.just(()) | st.lists(LEAVES, max_size=3).map(tuple),
    )
    | LEAVES
)
NOTES = st.just("") | st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)
CELLS = st.just("") | st.sampled_from(["14.2", "0", "-3", "1,234", "12 %", "1e5", "No", "2024-08-20", "a, b"]) | LINES


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Any table."""
    width = draw(st.integers(1, 4))
    header = (draw(CELLS), *draw(st.lists(LINES, min_size=width - 1, max_size=width - 1)))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=5))
    return Table(draw(SAID), header, tuple(rows), draw(PLACES))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart."""
    width = draw(st.integers(1, 3))
    header = (draw(CELLS), *draw(st.lists(LINES, min_size=width, max_size=width)))
    numbers = st.sampled_from(["14.2", "0", "-3", "1,234", "12 %", "$40", ""])
    rows = draw(st.lists(st.tuples(LINES, *[numbers] * width), min_size=1, max_size=5))
    return Chart(draw(SAID), header, tuple(rows), draw(PLACES), draw(st.none() | st.sampled_from(ChartKind)))


COLUMNS = st.builds(Column, LINES, st.lists(LEAVES, min_size=1, max_size=4).map(tuple))
EXHIBITS: st.SearchStrategy[Exhibit] = st.one_of(
    tables(),
    charts(),
    st.builds(Picture, LINES, LINES, SAID, PLACES) | st.builds(Picture, LINES, LINES),
    st.builds(Quote, SAID, st.just("") | LINES, PLACES),
    st.builds(Comparison, COLUMNS, COLUMNS),
)
SECTIONS = st.builds(Section, LINES, st.lists(BULLETS, min_size=1, max_size=6).map(tuple), NOTES) | st.builds(
    Section,
    LINES,
    st.lists(BULLETS, max_size=2).map(tuple),
    NOTES,
    st.lists(EXHIBITS, min_size=1, max_size=3).map(tuple),
)
NUMBERS = st.sampled_from(["$6 million", "14", "4,000", "65 %", "1.50", "12:30", "0x1F", "1e5", "+3", "no", "~", "-"])
FIGURES = st.builds(Figure, NUMBERS | LINES, SAID, PLACES)
WHEN = st.dates(datetime.date(1000, 1, 1)).flatmap(lambda day: st.sampled_from([f"{day}", f"{day}"[:7], f"{day}"[:4]]))
DATES = st.builds(
    DateEvent,
    WHEN | st.sampled_from(["30 September", "since 1984", "by 2030-05"]) | LINES,
    SAID,
    PLACES,
)
DAYS = st.none() | st.dates(min_value=datetime.date(1000, 1, 1))
EMPTY_OR_LINE = st.just("") | LINES
SOURCES = st.builds(
    Source,
    LINES,
    st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64),
    EMPTY_OR_LINE,
    st.just(""),
    EMPTY_OR_LINE,
    EMPTY_OR_LINE,
    DAYS,
)
LONE = st.builds(
    Outline,
    LINES,
    st.lists(SECTIONS, min_size=1, max_size=5).map(tuple),
    EMPTY_OR_LINE,
    DAYS,
    st.sampled_from(["", "en", "de", "pt-BR", "ja", "no"]),
    st.none() | SOURCES,
    st.none() | LEAVES,
    st.lists(FIGURES, max_size=3).map(tuple),
    st.lists(DATES, max_size=3).map(tuple),
)


@st.composite
def together(draw: st.DrawFn) -> Outline:
    """Any outline of several sources: each place carries the letter of one."""
    keys = draw(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=4, unique=True))
    lone = replace(draw(LONE), source=None)
    parts = [getattr(lone, name) for name in ("sections", "summary", "figures", "dates")]
    sections, summary, figures, dates = moved(
        tuple(parts), lambda place: (replace(place, source=keys[place.sentence % len(keys)]),)
    )
    sources = tuple(replace(draw(SOURCES), key=key) for key in keys)
    return replace(lone, sections=sections, summary=summary, figures=figures, dates=dates, sources=sources)


OUTLINES = LONE | together()
