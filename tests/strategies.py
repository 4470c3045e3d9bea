"""Random values for the property tests."""

import datetime

from hypothesis import strategies as st

from deckmaker.document import Place, Source
from deckmaker.outline import Bullet, DateEvent, Figure, Outline, Section, check_line


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
PLACES = st.lists(st.builds(Place, st.integers(1, 9999), st.integers(1, 99)), max_size=4).map(tuple)
LEAVES = st.builds(Bullet, TEXTS.filter(lambda text: "[p" not in text), PLACES)
BULLETS = st.builds(
    Bullet,
    TEXTS.filter(lambda text: "[p" not in text),
    PLACES,
    st.just(()) | st.lists(LEAVES, max_size=3).map(tuple),
)
NOTES = st.just("") | st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)
SECTIONS = st.builds(Section, LINES, st.lists(BULLETS, min_size=1, max_size=6).map(tuple), NOTES)
NUMBERS = st.sampled_from(["$6 million", "14", "4,000", "65 %", "1.50", "12:30", "0x1F", "1e5", "+3", "no", "~", "-"])
FIGURES = st.builds(Figure, NUMBERS | LINES, TEXTS.filter(lambda text: "[p" not in text), PLACES)
WHEN = st.dates(datetime.date(1000, 1, 1)).flatmap(lambda day: st.sampled_from([f"{day}", f"{day}"[:7], f"{day}"[:4]]))
DATES = st.builds(
    DateEvent,
    WHEN | st.sampled_from(["30 September", "since 1984", "by 2030-05"]) | LINES,
    TEXTS.filter(lambda text: "[p" not in text),
    PLACES,
)
SOURCES = st.none() | st.builds(
    Source, LINES, st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64), st.just("") | LINES
)
OUTLINES = st.builds(
    Outline,
    LINES,
    st.lists(SECTIONS, min_size=1, max_size=5).map(tuple),
    st.just("") | LINES,
    st.none() | st.dates(min_value=datetime.date(1000, 1, 1)),
    st.sampled_from(["", "en", "de", "pt-BR", "ja", "no"]),
    SOURCES,
    st.none() | LEAVES,
    st.lists(FIGURES, max_size=3).map(tuple),
    st.lists(DATES, max_size=3).map(tuple),
)
