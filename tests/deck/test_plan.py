import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from deck.laws import broken, lone_continuations, plan_any
from deck.samples import COST, FERRY, LONG_HEADING, ODD, SENTENCES, bullets, ferry, plain
from deckmaker.deck import DeckOptions, Slides, plan_deck
from deckmaker.deck.design import builtin_design
from deckmaker.deck.slides import Kind, Role
from deckmaker.document import Place, Source
from deckmaker.errors import RenderError
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import load_theme
from strategies import OUTLINES

DESIGN = builtin_design(load_theme())


def titles(slides: Slides) -> list[str]:
    return [slide.title for slide in slides.slides]


def lines_of(slides: Slides, number: int, role: Role = Role.BODY) -> list[str]:
    text = slides.slides[number - 1].text(role)
    return [paragraph.text for paragraph in text.paragraphs] if text else []


@pytest.mark.parametrize("name", ODD)
def test_odd_outlines_keep_the_laws(name: str) -> None:
    slides = plan_deck(ODD[name])
    assert broken(slides, DESIGN, ODD[name]) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(OUTLINES)
def test_every_outline_keeps_the_laws(outline: Outline) -> None:
    slides = plan_any(outline, DESIGN)
    assert broken(slides, DESIGN, outline) == []
    assert lone_continuations(slides) == []
    assert plan_any(outline, DESIGN) == slides


def test_a_usual_deck_has_its_pages_in_order() -> None:
    slides = plan_deck(ferry())
    assert [slide.kind for slide in slides.slides] == [
        Kind.COVER, Kind.STATEMENT, Kind.AGENDA, Kind.CONTENT, Kind.CONTENT, Kind.SOURCES,
    ]  # fmt: skip
    assert slides.groups == (("Opening", 3), ("More sailings", 1), ("What comes next", 1), ("Sources", 1))
    assert slides.warnings == ()
    assert slides.body_size == 26


def test_the_cover_says_where_and_when() -> None:
    slides = plan_deck(ferry())
    assert lines_of(slides, 1, Role.SOURCE) == ["Source: ferry.txt · 14 February 2025"]
    assert lines_of(slides, 1, Role.SUBTITLE) == ["Briefing"]
    assert lines_of(plan_deck(ODD["minimal"]), 1, Role.SOURCE) == []


def test_the_agenda_names_slides_and_leads_to_them() -> None:
    slides = plan_deck(ferry())
    body = slides.slides[2].text(Role.BODY)
    assert body
    assert [(p.number, p.text, p.link) for p in body.paragraphs] == [
        (1, "More sailings", 4),
        (2, "What comes next", 5),
    ]
    assert lines_of(slides, 3, Role.PAGES) == ["slide 4", "5"]


def test_an_agenda_of_one_is_left_out_and_one_of_sixty_flows_over() -> None:
    assert Kind.AGENDA not in [slide.kind for slide in plan_deck(ODD["minimal"]).slides]
    slides = plan_deck(ODD["sixty sections"])
    agendas = [slide for slide in slides.slides if slide.kind is Kind.AGENDA]
    links = [p.link for slide in agendas for p in (slide.texts[1].paragraphs)]
    assert agendas[0].title == f"Agenda (1 of {len(agendas)})"
    assert [slides.slides[link - 1].title for link in links] == [f"Section {n}" for n in range(60)]
    assert min(p.size for slide in agendas for p in slide.texts[1].paragraphs) >= 18


def test_seven_bullets_are_split_four_and_three() -> None:
    slides = plan_deck(ODD["seven bullets"])
    assert titles(slides)[1:] == ["Seven", "Seven (1 of 2)", "Seven (2 of 2)"]
    assert [len(lines_of(slides, number)) for number in (3, 4)] == [4, 3]


def test_six_short_bullets_stay_together() -> None:
    slides = plan_deck(plain(Section("Six", bullets(*"abcdef"))))
    assert len(lines_of(slides, 2)) == 6


def test_two_hundred_bullets_leave_none_alone() -> None:
    slides = plan_deck(ODD["two hundred bullets"])
    assert lone_continuations(slides) == []
    assert max(len(lines_of(slides, slide.number)) for slide in slides.slides if slide.kind is Kind.CONTENT) == 6


def test_fuller_slides_make_the_whole_deck_smaller_rather_than_longer() -> None:
    full = "Six bullets of two lines each fit on a slide, though not in the largest size that there is"
    slides = plan_deck(plain(Section("Full", bullets(*[full] * 5)), Section("Short", bullets("a", "b"))))
    assert 22 <= slides.body_size < 26
    sizes = {p.size for s in slides.slides if s.kind is Kind.CONTENT for p in s.texts[1].paragraphs}
    assert sizes == {slides.body_size}


def test_pages_give_way_to_sections_of_their_name() -> None:
    slides = plan_deck(ODD["same names"])
    assert titles(slides) == [
        "Title of the deck", "Contents", "Agenda", "agenda (2)", "Title of the deck (2)", "Sources",
    ]  # fmt: skip


def test_long_headings_are_shortened_stay_unique_and_stand_in_the_notes() -> None:
    slides = plan_deck(ODD["long heading"])
    first, second = slides.slides[2:4]
    assert first.title.endswith("…")
    assert second.title.endswith("… (2)")
    assert first.notes.startswith(LONG_HEADING)
    assert {warning.kind for warning in slides.warnings} == {"title-shortened"}


def test_a_bullet_longer_than_a_slide_continues() -> None:
    slides = plan_deck(ODD["long bullet"])
    assert {warning.kind for warning in slides.warnings} == {"bullet-continued"}
    assert lines_of(slides, 3)[0].endswith("…")
    assert lines_of(slides, 4)[0].startswith("…")


def test_a_bottom_line_too_long_is_shortened_and_kept_in_the_notes() -> None:
    outline = ODD["long summary"]
    slides = plan_deck(outline)
    assert outline.summary
    assert lines_of(slides, 2)[0].endswith("…")
    assert slides.slides[1].notes.startswith(outline.summary.text)
    assert {warning.kind for warning in slides.warnings} == {"summary-shortened"}


def test_no_short_word_stands_alone_on_a_last_line() -> None:
    text = "Observers call the harbour vital to trade between the northern isles and Norway"
    paragraph = plan_deck(plain(Section("S", bullets(text)))).slides[1].texts[1].paragraphs[0]
    assert paragraph.lines[-1] == "and Norway"
    assert paragraph.glued
    assert paragraph.text == text


def test_notes_quote_the_sentences_with_their_places() -> None:
    slides = plan_deck(ferry(), sentences=SENTENCES)
    assert slides.slides[1].notes == "p1.1  From May, two ferries a day."
    assert slides.slides[3].notes.splitlines() == [
        "p2.1  The ferry will sail twice a day, the council said.",
        "p3.1  Tickets stay at their price.",
        "p3.2  The council pays.",
        "No fee for bicycles",
        "Dogs sail free",
    ]


def test_notes_without_sentences_say_the_bullet_and_its_mark() -> None:
    slides = plan_deck(ferry())
    assert slides.slides[3].notes.splitlines()[:2] == [f"{FERRY} [p2.1]", f"{COST} [p3.1-2]"]


def test_a_sections_own_notes_take_the_place_of_the_default() -> None:
    assert plan_deck(ferry(), sentences=SENTENCES).slides[4].notes == "My words.\nSecond line."


def test_sources_say_what_was_read_and_what_marks_mean() -> None:
    lines = lines_of(plan_deck(ferry()), 6)
    assert lines[:3] == [
        "ferry.txt, 14 February 2025",
        "https://example.org/ferry",
        "Fingerprint of what was read: SHA-256 9f2c 41d8 … 41d8",
    ]
    assert "p2.1 is sentence 1 of block 2 of the article" in lines[3]
    assert lines[-1] == "A point without a place was written by hand"


def test_a_deck_from_nowhere_has_no_sources() -> None:
    assert Kind.SOURCES not in [slide.kind for slide in plan_deck(ODD["minimal"]).slides]


def from_several(count: int) -> Outline:
    """An outline of so many sources, the first with all that can be known of it."""
    day = datetime.date(2024, 11, 4)
    full = Source("bridge.html", "", "https://news.test/bridge", "a", "Bridge to close", "The Gull", day)
    others = [Source(f"note-{key}.txt", key=key) for key in "bcdefghijklmnopqrstuvwxyz"[: count - 1]]
    section = Section("S", (Bullet("Both say so", (Place(3, 1, "a"), Place(1, 2, "b"))),))
    return Outline("T", (section,), sources=(full, *others))


def test_several_sources_are_listed_with_their_letters() -> None:
    slides = plan_deck(from_several(3))
    lines = lines_of(slides, 3)
    assert lines[0] == "a: Bridge to close, The Gull, 4 November 2024, bridge.html"
    assert lines[1:4] == ["https://news.test/bridge", "b: note-b.txt", "c: note-c.txt"]
    assert lines[4].endswith("its place: a p3.1 is sentence 1 of block 3 of source a")
    body = slides.slides[2].text(Role.BODY)
    assert body
    assert [paragraph.address for paragraph in body.paragraphs][:3] == ["", "https://news.test/bridge", ""]
    assert slides.slides[1].notes == "Both say so [a p3.1, b p1.2]"
    assert lines_of(slides, 1, Role.SOURCE) == ["Sources: The Gull, note-b.txt, note-c.txt"]


def test_many_sources_go_on_over_as_many_slides_as_they_need() -> None:
    slides = plan_deck(from_several(26))
    assert broken(slides, DESIGN, from_several(26)) == []
    pages = [slide for slide in slides.slides if slide.kind is Kind.SOURCES]
    assert pages[-1].title.endswith(f"({len(pages)} of {len(pages)})")
    listed = [line for page in pages for line in lines_of(slides, page.number) if line[1] == ":"]
    assert [line[0] for line in listed] == list("abcdefghijklmnopqrstuvwxyz")
    assert lines_of(slides, 1, Role.SOURCE) == ["26 sources"]


def test_only_web_addresses_become_links() -> None:
    outline = Outline("T", (Section("S", (Bullet("a"),)),), source=Source("x", url="javascript:alert(1)"))
    assert lines_of(plan_deck(outline), 3) == ["x"]


def test_the_footer_is_the_title_or_what_is_asked() -> None:
    assert lines_of(plan_deck(ferry()), 4, Role.FOOTER) == [ferry().title]
    assert lines_of(plan_deck(ferry(), DeckOptions(footer="For the board")), 4, Role.FOOTER) == ["For the board"]


def test_a_subtitle_that_cannot_be_shown_whole_is_owned_up_to() -> None:
    kinds = [warning.kind for warning in plan_deck(ODD["long title"]).warnings]
    assert kinds == ["subtitle-shortened"]


def test_a_theme_with_slides_of_another_size_needs_a_template() -> None:
    theme = replace(load_theme(), slide_width=720)
    with pytest.raises(RenderError, match="720 x 540"):
        plan_deck(ferry(), DeckOptions(theme=theme))


def test_languages_written_from_the_right_are_owned_up_to() -> None:
    outline = Outline("T", (Section("S", (Bullet("a"),)),), language="ar-EG")
    assert [warning.kind for warning in plan_deck(outline).warnings] == ["right-to-left"]


def test_as_text_shows_places_sizes_lines_links_and_notes() -> None:
    text = plan_deck(ferry(), sentences=SENTENCES).as_text()
    assert "deck 960 x 540 pt, theme sober, body 26 pt\n" in text
    assert "    22 1.  More sailings -> slide 4\n" in text
    assert "    26 -   The ferry to the northern islands will sail twice a day from" in text
    assert "  notes | p2.1  The ferry will sail twice a day, the council said.\n" in text
