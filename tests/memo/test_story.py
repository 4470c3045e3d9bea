"""The story: what the memo says, in which order, before it is set."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import Place, Source
from deckmaker.memo import MemoHead, MemoOptions
from deckmaker.memo.parts import Grid, Item, Kind, Part, Plate, Role
from deckmaker.memo.story import Sentences, tell
from deckmaker.outline import (
    Bullet,
    Chart,
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
)
from deckmaker.typography import bind, polish

Harbour = Callable[..., Outline]
OPTIONS = MemoOptions()


def items_of(outline: Outline, options: MemoOptions = OPTIONS, sentences: Sentences | None = None) -> list[Item]:
    return [part for part in tell(outline, options, sentences or {}) if isinstance(part, Item)]


def told(outline: Outline, options: MemoOptions = OPTIONS) -> list[tuple[str, str, str]]:
    """Role, label and text (with plain spaces) of each item."""
    items = items_of(outline, options)
    return [(item.role.value, item.label, item.text.replace("\u00a0", " ")) for item in items]


def test_the_whole_story(harbour: Harbour) -> None:
    assert told(harbour(), MemoOptions(head=MemoHead("Director", "Policy desk"))) == [
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
                "A small mark such as p2.1 says where a point comes from: paragraph 2, sentence 1 of the source."
            ),
        ),
        ("source note", "", "Cited. Paragraph 2: sentence 1; 3: 1, 2; 4: 1, 2."),
    ]


def test_an_empty_head_leaves_lines_to_write_on(harbour: Harbour) -> None:
    rows = [item for item in items_of(harbour(date=None), MemoOptions(head=MemoHead(" "))) if item.role is Role.ROW]
    assert [(row.label, row.spans) for row in rows] == [("TO", ()), ("FROM", ()), ("DATE", ())]


def test_the_head_says_what_it_is_told(harbour: Harbour) -> None:
    head = MemoHead(date="Monday", subject="Quay", ref="AD/7")
    assert told(harbour(date=dt.date(2020, 1, 1)), MemoOptions(head=head))[3:6] == [
        ("line of the head", "DATE", "Monday"),
        ("line of the head", "REF", "AD/7"),
        ("subject", "SUBJECT", "Quay"),
    ]


def test_marks_are_tied_and_lead_each_to_its_place(harbour: Harbour) -> None:
    items = items_of(harbour(), OPTIONS, {Place(3, 1): "The quay is sinking.", Place(4, 2): "Costly."})
    marks = ["".join(span.text for span in item.spans if span.kind is Kind.MARK) for item in items]
    assert [mark for mark in marks if mark] == ["\u00a0p2.1", "\u00a0p3.1", "\u00a0p3.2", "\u00a0p4.1-2"]
    links = [(span.link, span.spoken) for item in items for span in item.spans if span.link.startswith("#")]
    assert links == [
        ("#source-p2.1", "Source p2.1"),
        ("#source-p3.1", "Source p3.1: The quay is sinking."),
        ("#source-p3.2", "Source p3.2"),
        ("#source-p4.1", "Source p4.1-2: Costly."),
    ]
    anchors = {span.anchor for item in items for span in item.spans}
    assert {link[1:] for link, _ in links} <= anchors


def test_two_places_are_two_links(harbour: Harbour) -> None:
    outline = harbour(summary=Bullet("Said", (Place(2, 1), Place(9, 1))))
    (summary,) = [item for item in items_of(outline) if item.role is Role.SUMMARY]
    assert [span.text for span in summary.spans if span.link] == ["p2.1", "p9.1"]
    assert "".join(span.text for span in summary.spans) == "Said\u00a0p2.1,\u00a0p9.1"


def test_sources_are_quoted_when_asked_for(harbour: Harbour) -> None:
    options = MemoOptions(quote_sources=True)
    items = items_of(harbour(), options, {Place(3, 1): "The quay is 3 km long."})
    entries = [(item.label, item.text, item.anchor) for item in items if item.role is Role.CITED]
    assert entries[:2] == [
        ("p2.1", "paragraph\u00a02, sentence\u00a01", "source-p2.1"),
        ("p3.1", "The quay is 3\u00a0km long.", "source-p3.1"),
    ]
    assert len(entries) == 5


def test_key_figures_and_dates_stand_after_the_bottom_line(harbour: Harbour) -> None:
    outline = harbour(
        figures=(Figure("$6.5 billion", "the whole cost", (Place(4, 1),)),),
        dates=(DateEvent("by 2031-05", "The quay is closed"),),
    )
    assert told(outline)[7:11] == [
        ("heading of a list", "", "Key figures"),
        ("key figure", "$6.5\u00a0billion", "the whole cost"),
        ("heading of a list", "", "Key dates"),
        ("key date", "by May\u00a02031", "The quay is closed"),
    ]


def test_marking_and_signature_come_first_and_last(harbour: Harbour) -> None:
    roles = [role for role, _, _ in told(harbour(source=None, summary=None), MemoOptions(marking="OFFICIAL"))]
    assert roles[0] == "marking"
    signed = told(harbour(), MemoOptions(signature=("Ada Quay", "Director")))
    assert [role for role, _, _ in signed][-5:] == [
        *("line to sign on", "signature", "signature"),
        *("source note", "source note"),
    ]


def shown(*exhibits: Exhibit, language: str = "en") -> list[Part]:
    """The parts that a section shows."""
    parts = tell(Outline("T", (Section("S", (), "", exhibits),), language=language), OPTIONS, {})
    return [part for part in parts if part.role not in (Role.BANNER, Role.ROW, Role.SUBJECT, Role.HEADING)]


def test_a_table_is_a_grid_that_knows_its_numbers() -> None:
    (grid, *_) = shown(Table("Costs", ("Item", "Euro"), (("Quay", "1,200"), ("Crane", ""))))
    assert isinstance(grid, Grid)
    assert (grid.numeric, grid.named) == ((False, True), False)
    assert [*grid.texts()] == ["Costs", "Item", "Euro", "Quay", "1,200", "Crane", ""]


def test_a_chart_is_shown_as_its_numbers() -> None:
    (grid, *_) = shown(Chart("Costs", ("Year", "Euro"), (("2030", "5"), ("2031", "7"))))
    assert isinstance(grid, Grid)
    assert grid.named


def test_a_comparison_is_a_table_of_two_columns() -> None:
    left, right = (
        Column("For", (Bullet("Cheap"), Bullet("Quick"))),
        Column("Against", (Bullet("Late", (Place(2, 1),)),)),
    )
    (grid, *_) = shown(Comparison(left, right))
    assert isinstance(grid, Grid)
    assert [*grid.texts()] == ["", "For", "Against", "Cheap", "Late\u00a0p2.1", "Quick", ""]


def test_a_picture_and_a_quotation() -> None:
    plate, caption, quote, who = shown(Picture("q.png", "The quay", "The quay in May"), Quote("We sink", "Ada"))
    assert isinstance(plate, Plate)
    assert (plate.file, plate.alt) == ("q.png", "The quay")
    said = [part.text for part in (caption, quote, who)]
    assert said == ["The quay in May", "“We sink”", "— Ada"]
    (french,) = shown(Quote("oui"), language="fr")
    assert french.text == "«\u00a0oui\u00a0»"


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
    assert told(outline)[-4:] == [
        ("source note", "", f"Sources. {_KEY} paragraph 3, sentence 1 of source a."),
        ("source", "a", known),
        ("source", "b", "note.txt."),
        ("source note", "", "Cited. Source a, paragraph 3: sentence 1. Source b, paragraph 1: 2."),
    ]
    (bullet,) = [item for item in items_of(outline) if item.role is Role.BULLET]
    assert "".join(span.text for span in bullet.spans) == "B\u00a0a\u00a0p3.1,\u00a0b\u00a0p1.2"


def test_an_attachment_is_announced(harbour: Harbour) -> None:
    assert told(harbour(), MemoOptions(attachment=b""))[-2][2].endswith("is attached to this file.")


_LINE = st.text(st.sampled_from("aB9 '\"-–%.é&<"), min_size=1, max_size=30).map(str.strip).filter(bool)
_PLACES = st.lists(st.builds(Place, st.integers(1, 99), st.integers(1, 9)), max_size=7, unique=True).map(tuple)
_BELOW = st.lists(st.builds(Bullet, _LINE, _PLACES), max_size=2).map(tuple)
_BULLETS = st.lists(st.builds(Bullet, _LINE, _PLACES, _BELOW), min_size=1, max_size=4).map(tuple)
_SECTIONS = st.lists(st.builds(Section, _LINE, _BULLETS), min_size=1, max_size=4).map(tuple)
OUTLINES = st.builds(Outline, _LINE, _SECTIONS, language=st.sampled_from(["en", "fr", ""]))


@settings(max_examples=50)
@given(OUTLINES)
def test_every_bullet_is_told_once_and_in_order(outline: Outline) -> None:
    items = items_of(outline)
    bullets = [item.text for item in items if item.role in (Role.BULLET, Role.BELOW)]
    assert bullets == [bind(polish(bullet.text, outline.language)) for bullet in outline.bullets()]
    headings = [item.text for item in items if item.role is Role.HEADING]
    assert headings == [bind(polish(section.heading, outline.language)) for section in outline.sections]
