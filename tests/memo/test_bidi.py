"""Text that runs from the right: its order on the line, its place on the page, its words when they are taken out."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.memo.bidi import has_right, in_sight, levelled, levels, runs_from_right
from deckmaker.memo.lines import Ink, Run
from deckmaker.memo.shaping import advances, key, shape, spoken
from deckmaker.outline import Bullet, DateEvent, Figure, Outline, Quote, Section, Table
from memo.pdf_checks import trouble

Program = Callable[[str], str]
PLAIN = Ink("FiraGO-Regular", 10, "#000000")

HEBREW = "הרציף זז מאז הסערה (NATO) ולא ניתן להשתמש בעגורנים אחרי 2026, עלות של 6.5 מיליארד דולר (12%)"
ARABIC = "تحرك الرصيف منذ العاصفة (NATO)، ولا يمكن استخدام الرافعات بأمان بعد عام 2026"


@pytest.mark.parametrize(
    ("tag", "from_right"),
    [("ar", True), ("he-IL", True), ("fa", True), ("ur", True), ("en", False), ("ku-Latn", False), ("ug-Cyrl", False)],
)
def test_languages_know_their_side(tag: str, from_right: bool) -> None:
    assert runs_from_right(tag) is from_right


TEXTS = st.text(st.sampled_from("abc אבג عربي 123 .,()[]%-\u200f\u200e\u2067\u2069"), max_size=30)


@given(TEXTS, st.booleans())
@example("\u20671\u2067", False)
def test_runs_stand_where_the_library_puts_them(text: str, from_right: bool) -> None:
    known = levels(text, from_right=from_right)
    assert len(known) == len(text)
    trimmed = text.rstrip(" \u2067\u2069")  # what ends a line has the paragraph's own level (UAX 9, L1)
    order = in_sight(known[: len(trimmed)])
    shown = "".join(trimmed[at] for at in order)
    assert shown == get_display(trimmed, base_dir="R" if from_right else "L")


@given(TEXTS, st.booleans())
def test_cutting_runs_by_level_loses_nothing(text: str, from_right: bool) -> None:
    runs = levelled([Run(text[:7], PLAIN), Run(text[7:], PLAIN, "#there")], from_right=from_right)
    assert "".join(run.text for run in runs) == text
    assert "".join(run.text for run in runs if run.link) == text[7:]


@pytest.mark.parametrize("word", ["לבנות", "ثلاثة", "الميناء", "دو״ח", "مُحَمَّد"])
def test_a_words_glyphs_say_the_word_from_the_right(word: str) -> None:
    shaping = key(PLAIN, 1)
    assert "".join(glyph.text for glyph in spoken(shape(word, shaping), shaping)) == word
    assert len(advances(word, PLAIN, 1)) == len(word)


def test_arabic_letters_join() -> None:
    joined, alone = sum(advances("بيت", PLAIN, 1)), sum(sum(advances(letter, PLAIN, 1)) for letter in "بيت")
    assert joined < alone


def outline_in(language: str, text: str) -> Outline:
    point = Bullet(text, (), (Bullet(text),))
    table = Table(text, (text[:10].strip(), "2031"), ((text[:20].strip(), "1,200"), (text, "900")))
    section = Section(text[:20].strip(), (point, point), "", (table, Quote(text[:30].strip(), text[:8].strip())))
    figures, dates = (Figure("12", text[:30].strip()),), (DateEvent("2031-05", text[:30].strip()),)
    return Outline(text, (section,), language=language, figures=figures, dates=dates, summary=Bullet(text))


@pytest.fixture(params=["he", "ar", "en"])
def memo(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """A text, and a memo that says it: in a memo of its own language, or as a guest."""
    text = {"he": HEBREW, "ar": ARABIC, "en": f"They said {HEBREW[:30].strip()} and then"}[request.param]
    options = MemoOptions(head=MemoHead("Director"), marking="OFFICIAL", signature=("Ada",), attachment=b"x: 1")
    return text, make_memo(outline_in(request.param, text), tmp_path / "memo.pdf", options).path


def test_it_is_valid(memo: tuple[str, Path]) -> None:
    assert trouble(memo[1]) == []


@pytest.mark.system
def test_a_screen_reader_hears_the_words_as_they_are_spoken(memo: tuple[str, Path], program: Program) -> None:
    text, path = memo
    command = [program("pdfinfo"), "-struct-text", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    joined = "".join(line.strip()[1:-1] for line in said.splitlines() if line.strip().startswith('"'))
    assert " ".join(joined.split()).count(text) >= 4


def right_edges(path: Path) -> list[float]:
    """Where the glyphs of each line of the first page end at the right."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        return [page.get_rect(number)[2] for number in range(page.count_rects())]


def test_a_memo_from_the_right_stands_at_the_right(memo: tuple[str, Path]) -> None:
    text, path = memo
    with pikepdf.open(path) as pdf:
        from_right = runs_from_right(str(pdf.Root.Lang))
        assert (str(pdf.Root.ViewerPreferences.get("/Direction", "")) == "/R2L") is from_right
        margin = float(pdf.pages[0].mediabox[2]) - 73.7
    assert has_right(text)
    assert max(right_edges(path)) <= margin + 1
    if from_right:
        assert sum(abs(edge - margin) < 40 for edge in right_edges(path)) > 8
