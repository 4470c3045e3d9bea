"""The story: what the memo says, in which order, before it is set."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import Place, Source
from deckmaker.memo import MemoHead
from deckmaker.memo.story import Item, Kind, Role, tell
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.typography import bind, polish

Harbour = Callable[..., Outline]


def told(outline: Outline, head: MemoHead | None = None, **more: bool) -> list[tuple[str, str, str]]:
    """Role, label and text (with plain spaces) of each item."""
    items = tell(outline, head or MemoHead(), {}, **more)
    return [(item.role.value, item.label, item.text.replace("\u00a0", " ")) for item in items]


def test_the_whole_story(harbour: Harbour) -> None:
    assert told(harbour(), MemoHead("Director", "Policy desk")) == [
        ("banner", "", "MEMORANDUM"),
        ("line of the head", "TO", "Director"),
        ("line of the head", "FROM", "Policy desk"),
        ("line of the head", "DATE", "20 August 2024"),
        ("subject", "SUBJECT", "The harbour must be rebuilt"),
        ("summary label", "", "BOTTOM LINE"),
        ("summary", "", "Rebuild the quay before 2031"),
        ("heading", "1", "Why now"),
        ("bullet", "–", "The quay sinks by 3 cm a year"),
        ("bullet below", "–", "Two cranes are older than 40 years"),
        ("bullet below", "–", "Written by hand"),
        ("bullet", "–", "R & D <b>"),
        ("heading", "2", "What it costs"),
        ("bullet", "–", "$6.5 billion by 2031"),
        (
            "source note",
            "",
            (
                "Source. harbour.txt, https://example.org/harbour?a=1&b=2, SHA-256 9f2c9f2c9f2c… "
                "A small mark such as p2.1 says where a point comes from: block 2, sentence 1 of the source."
            ),
        ),
    ]


def test_an_empty_head_leaves_lines_to_write_on(harbour: Harbour) -> None:
    rows = [item for item in tell(harbour(date=None), MemoHead(" "), {}) if item.role is Role.ROW]
    assert [(row.label, row.spans) for row in rows] == [("TO", ()), ("FROM", ()), ("DATE", ())]


def test_the_head_says_what_it_is_told(harbour: Harbour) -> None:
    head = MemoHead(date="Monday", subject="Quay")
    assert told(harbour(date=dt.date(2020, 1, 1)), head)[3:5] == [
        ("line of the head", "DATE", "Monday"),
        ("subject", "SUBJECT", "Quay"),
    ]


def marks(items: tuple[Item, ...]) -> list[str]:
    return [span.text for item in items for span in item.spans if span.kind is Kind.MARK]


def test_marks_are_tied_and_lead_to_the_source_note(harbour: Harbour) -> None:
    items = tell(harbour(), MemoHead(), {Place(3, 1): "The quay is sinking.", Place(4, 2): "Costly."})
    assert marks(items) == ["\u00a0p2.1", "\u00a0p3.1", "\u00a0p3.2", "\u00a0p4.1-2"]
    spoken = [span.spoken for item in items for span in item.spans if span.link == "#source"]
    assert spoken == ["Source p2.1", "Source p3.1: The quay is sinking.", "Source p3.2", "Source p4.1-2: Costly."]


@pytest.mark.parametrize(
    ("source", "note"),
    [
        (Source("it's - a.txt"), "Source. it's - a.txt."),
        (Source("a.txt", "ab" * 32), "Source. a.txt, SHA-256 abababababab…"),
        (Source("a", url="ftp://x"), "Source. a, ftp://x."),
        (None, None),
    ],
)
def test_the_source_note_says_what_is_known(source: Source | None, note: str | None) -> None:
    outline = Outline("T", (Section("S", (Bullet("B"),)),), source=source)
    notes = [text for role, _, text in told(outline) if role == "source note"]
    assert notes == ([note] if note else [])


_KEY = "A small mark such as a p3.1 says where a point comes from:"


def test_several_sources_have_a_line_each() -> None:
    day = dt.date(2024, 11, 4)
    full = Source("bridge.html", "ab" * 32, "https://news.test/b", "a", "Bridge to close", "The Gull", day)
    said = Bullet("B", (Place(3, 1, "a"), Place(1, 2, "b")))
    outline = Outline("T", (Section("S", (said,)),), sources=(full, Source("note.txt", key="b")))
    known = "Bridge to close, The Gull, 4 November 2024, bridge.html, https://news.test/b, SHA-256 abababababab…"
    assert told(outline)[-3:] == [
        ("source note", "", f"Sources. {_KEY} block 3, sentence 1 of source a."),
        ("source", "a", known),
        ("source", "b", "note.txt."),
    ]
    assert marks(tell(outline, MemoHead(), {})) == ["\u00a0a\u00a0p3.1,\u00a0b\u00a0p1.2"]


def test_an_attachment_is_announced(harbour: Harbour) -> None:
    assert told(harbour(), attached=True)[-1][2].endswith("is attached to this file.")


_LINE = st.text(st.sampled_from("aB9 '\"-–%.é&<"), min_size=1, max_size=30).map(str.strip).filter(bool)
_PLACES = st.lists(st.builds(Place, st.integers(1, 99), st.integers(1, 9)), max_size=7, unique=True).map(tuple)
_BELOW = st.lists(st.builds(Bullet, _LINE, _PLACES), max_size=2).map(tuple)
_BULLETS = st.lists(st.builds(Bullet, _LINE, _PLACES, _BELOW), min_size=1, max_size=4).map(tuple)
_SECTIONS = st.lists(st.builds(Section, _LINE, _BULLETS), min_size=1, max_size=4).map(tuple)
OUTLINES = st.builds(Outline, _LINE, _SECTIONS, language=st.sampled_from(["en", "fr", ""]))


@settings(max_examples=50)
@given(OUTLINES)
def test_every_bullet_is_told_once_and_in_order(outline: Outline) -> None:
    items = tell(outline, MemoHead(), {})
    bullets = [item.text for item in items if item.role in (Role.BULLET, Role.BELOW)]
    assert bullets == [bind(polish(bullet.text, outline.language)) for bullet in outline.bullets()]
    headings = [item.text for item in items if item.role is Role.HEADING]
    assert headings == [bind(polish(section.heading, outline.language)) for section in outline.sections]
