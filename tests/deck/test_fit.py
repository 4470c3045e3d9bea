import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.deck.fit import MARGIN, break_lines, font, line_height, pieces, shorten, width

CALIBRI = font("Calibri")


@pytest.mark.parametrize(
    ("family", "bold", "text", "ems"),
    [
        ("Calibri", False, "n", 0.5254),
        ("Calibri", True, "n", 0.5371),
        ("Cambria", False, "n", 0.5570),
        ("Arial", False, "n", 0.5562),
        ("Arial", True, "W", 0.9438),
        ("Times New Roman", False, "n", 0.5),
        ("Arial", False, "Ж", 0.9233),
        ("Calibri", False, "ệ", 0.4980),
    ],
)
def test_widths_are_those_of_the_office_fonts(family: str, bold: bool, text: str, ems: float) -> None:
    assert width(text, font(family, bold), 1000) == pytest.approx(ems * 1000, abs=2)


def test_pairs_are_kerned() -> None:
    apart = sum(width(char, CALIBRI, 100) for char in "AV")
    assert width("AV", CALIBRI, 100) < apart


def test_unknown_characters_are_measured_wide() -> None:
    assert width("日本", CALIBRI, 10) == 20
    assert width("भ", CALIBRI, 10) == 7
    assert width("e\u0301", CALIBRI, 10) == width("e", CALIBRI, 10)


def test_unknown_fonts_are_measured_wider_and_said_to_be_unproven() -> None:
    strange, arial = font("Strange Sans"), font("Arial")
    assert arial.proven
    assert not strange.proven
    assert width("Hello", strange, 10) == pytest.approx(1.2 * width("Hello", arial, 10))
    assert width("Hello", font("Some Mono"), 10) > width("Hello", strange, 10)


def test_twins_and_office_fonts_are_one() -> None:
    assert width("Hello", font("carlito"), 10) == width("Hello", CALIBRI, 10)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one two", ("one ", "two")),
        ("Indo-Pacific", ("Indo-", "Pacific")),
        ("COVID-19 in -5", ("COVID-19 ", "in ", "-5")),
        ("one\u00a0two", ("one\u00a0two",)),
        ("日本、中国", ("日", "本、", "中", "国")),
        ("「日本」", ("「日", "本」")),
        ("한국 대통령", ("한국 ", "대통령")),
        ("", ()),
    ],
)
def test_lines_may_end_after_spaces_hyphens_and_ideographs(text: str, parts: tuple[str, ...]) -> None:
    assert pieces(text) == parts


def test_lines_are_filled_one_after_the_other() -> None:
    assert break_lines("aaa bbb ccc", CALIBRI, 10, width("aaa bbb", CALIBRI, 10) / MARGIN + 0.1) == ("aaa bbb", "ccc")


def test_a_word_wider_than_the_box_is_cut() -> None:
    lines = break_lines("short " + "x" * 100, CALIBRI, 20, 200)
    assert "".join(lines).replace("short", "") == "x" * 100
    assert all(width(line, CALIBRI, 20) <= 200 for line in lines)


@settings(max_examples=100, deadline=None)
@given(st.text("ab -日é\u0301W", min_size=1, max_size=60).filter(str.strip), st.floats(20, 300))
def test_lines_fit_and_lose_nothing(text: str, box: float) -> None:
    lines = break_lines(text, CALIBRI, 12, box)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, CALIBRI, 12) <= box or len(line) == 1 for line in lines)


def test_shortened_text_fits_and_ends_with_a_mark() -> None:
    text = "The council votes on the ferry, and then it votes again"
    short = shorten(text, CALIBRI, 20, (200, 1))
    assert short == "The council votes on…"
    assert shorten(text, CALIBRI, 20, (900, 1)) == text
    assert shorten("x" * 100, CALIBRI, 20, (100, 1)).endswith("x…")
    assert shorten("The ferry, and more", CALIBRI, 20, (95, 1)) == "The ferry…"


def test_lines_with_other_scripts_are_higher() -> None:
    assert line_height("abc", CALIBRI, 10) == pytest.approx(12.2, abs=0.1)
    assert line_height("日本", CALIBRI, 10) == 15
    assert line_height("भारत", CALIBRI, 10) == 14
    assert line_height("a → b", CALIBRI, 10) == line_height("abc", CALIBRI, 10)
