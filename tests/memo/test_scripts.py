"""Scripts: what is drawn is drawn right and comes out as it went in; what is not is refused with its place."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import page
import pikepdf
import pytest

from deckmaker.errors import RenderError
from deckmaker.memo import Fonts, MemoOptions, make_memo
from deckmaker.memo.lines import Ink, Run, break_lines
from deckmaker.memo.scripts import passages
from deckmaker.memo.shaping import advances, key, shape
from deckmaker.outline import Bullet, Outline, Section

Harbour = Callable[..., Outline]
Program = Callable[[str], str]
REGULAR = Ink("FiraGO-Regular", 10, "#000000")

TEXTS = {
    "el": "Η προβλήτα βυθίζεται τρία εκατοστά τον χρόνο· ὦ ξεῖν’ ἀγγέλλειν",
    "ru": "Причал оседает на три сантиметра в год, щебень подорожал на 12 %",
    "vi": "Cầu cảng đã dịch chuyển kể từ cơn bão ở Quảng Ngãi",
    "hi": "क्षत्रिय मंत्री ने कहा कि कार्रवाई शीघ्र होगी, विशेषज्ञ भी उपस्थित थे, पच्चीस सेंटीमीटर धँस",
    "tr": "İstanbul’da ağırlık fiyatı ılık",
    "pl": "Zażółć gęślą jaźń",
}


def outline_in(language: str, text: str) -> Outline:
    return Outline(text, (Section(text[:20].strip(), (Bullet(text), Bullet(text))),), language=language)


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_valid(tmp_path: Path, language: str) -> None:
    made = make_memo(outline_in(language, TEXTS[language]), tmp_path / "memo.pdf")
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(made.path, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.system
@pytest.mark.parametrize("language", TEXTS)
def test_its_words_come_out_whole(tmp_path: Path, program: Program, language: str) -> None:
    made = make_memo(outline_in(language, TEXTS[language]), tmp_path / "memo.pdf")
    shown = (program("pdftotext"), made.path, "-"), (program("pdfinfo"), "-struct-text", made.path)
    for command in shown:
        text = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True).stdout
        if "-struct-text" in command:
            text = "".join(line.strip(" ")[1:-1] for line in text.splitlines() if line.strip().startswith('"'))
        assert " ".join(text.split()).count(TEXTS[language]) >= 3


@pytest.mark.parametrize("word", ["किर्ति", "क्षत्रिय", "office", "AVATAR", "र्\u200dय", "e\u0301\u0323x", "İfi"])
def test_a_words_glyphs_say_the_word(word: str) -> None:
    glyphs = shape(word, key(REGULAR))
    assert "".join(glyph.text for glyph in glyphs) == word
    assert len(advances(word, REGULAR)) == len(word)
    assert sum(advances(word, REGULAR)) == pytest.approx(sum(glyph.advance for glyph in glyphs) / 100)


def test_letters_are_kerned_and_joined() -> None:
    assert sum(advances("AV", REGULAR)) < sum(advances("A", REGULAR)) + sum(advances("V", REGULAR))
    assert [glyph.text for glyph in shape("office", key(REGULAR))] == ["o", "ffi", "c", "e"]
    apart = Ink("FiraGO-Regular", 10, "#000000", spacing=1)
    assert len(shape("office", key(apart))) == 6


def test_devanagari_is_shaped() -> None:
    first, second = shape("कि", key(REGULAR))
    assert (first.text, second.text) == ("क", "ि"), "the sign is drawn first and spoken last"
    assert first.number == shape("कि", key(REGULAR))[0].number != shape("का", key(REGULAR))[0].number


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Only Latin – ’ here", "en", [("Only Latin – ’ here", "")]),
        ("the word λόγος in it", "en", [("the word ", ""), ("λόγος", "el"), (" in it", "")]),
        ("see “Правда” now", "en", [("see “", ""), ("Правда”", "und-Cyrl"), (" now", "")]),
        ("НАТО и NATO", "ru", [("НАТО и NATO", "")]),
        ("港の", "en", [("港の", "ja")]),
        ("港", "en", [("港", "und-Hani")]),
        ("港", "ja", [("港", "")]),
        ("λόγος", "el", [("λόγος", "")]),
    ],
)
def test_passages_in_other_languages_are_known(text: str, language: str, parts: list[tuple[str, str]]) -> None:
    found = [*passages(text, language)]
    assert "".join(piece for piece, _ in found) == text
    joined: list[tuple[str, str]] = []
    for piece, tag in found:
        if joined and joined[-1][1] == tag:
            joined[-1] = (joined[-1][0] + piece, tag)
        else:
            joined.append((piece, tag))
    assert joined == parts


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_a_foreign_passage_is_tagged_with_its_language(harbour: Harbour, tmp_path: Path) -> None:
    point = "Say λόγος twice, " * 12 + "and λόγος again"
    make_memo(harbour(sections=(Section("Words", (Bullet(point),)),)), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        spans = [one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/Span"]
        assert {str(span.Lang) for span in spans} == {"el"}
        assert len(spans) == 13
    assert page.validate_pdf(tmp_path / "memo.pdf", profile="ua1").failures == []


@pytest.mark.parametrize(("text", "script"), [("สวัสดี", "Thai"), ("བོད", "Tibetan"), ("ᠮᠣᠩᠭᠣᠯ", "Mongolian")])
def test_what_cannot_be_set_right_is_refused_with_its_place(
    harbour: Harbour, tmp_path: Path, text: str, script: str
) -> None:
    outline = harbour(sections=(Section("Ports", (Bullet(text),)),))
    with pytest.raises(RenderError, match=rf"the bullet under “Ports” is in {script}"):
        make_memo(outline, tmp_path / "memo.pdf")
    assert not list(tmp_path.iterdir())


def test_a_missing_character_may_be_replaced_and_is_still_said(harbour: Harbour, tmp_path: Path) -> None:
    options = MemoOptions(fonts=Fonts(replace_missing=True))
    made = make_memo(harbour(title="Kobe 港 here"), tmp_path / "memo.pdf", options)
    assert [str(warning) for warning in made.warnings] == [
        "the memo shows \ufffd for what no typeface has: 港 (U+6E2F); see the subject: “Kobe 港 here”"
    ]
    for profile in ("ua1", "3a"):
        assert page.validate_pdf(made.path, profile=profile).failures == []


def test_a_font_that_is_not_there_is_an_error(harbour: Harbour, tmp_path: Path) -> None:
    (tmp_path / "text.ttf").write_text("no font")
    for name, said in (("Nowhere Sans", "has no font"), ("no.ttf", "no such font"), ("text.ttf", "is not a font")):
        wanted = str(tmp_path / name) if name.endswith("ttf") else name
        with pytest.raises(RenderError, match=said):
            make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(fonts=Fonts((wanted,))))


SYSTEM = Path("/usr/share/fonts")
FAR = {
    "ja": ("IPAGothic", "岸壁は毎年3センチ沈下しており、「港湾の現状」と題する報告書で述べた（全文は付録）。"),
    "zh": ("WenQuanYi Zen Hei", "码头每年下沉三厘米，“港口现状”的报告如此表示（全文见附录）。"),
    "ko": ("NanumGothic", "부두는 매년 3센티미터씩 가라앉고 있으며 크레인은 사십 년이 넘었다."),
}


@pytest.mark.system
@pytest.mark.parametrize("language", FAR)
def test_a_named_font_draws_chinese_japanese_and_korean(tmp_path: Path, program: Program, language: str) -> None:
    program("pdftotext")
    family, text = FAR[language]
    options = MemoOptions(fonts=Fonts((family,), (SYSTEM,)))
    try:
        made = make_memo(outline_in(language, text), tmp_path / "memo.pdf", options)
    except RenderError as error:
        if "has no font" in str(error) and not os.environ.get("DECKMAKER_REQUIRE_SYSTEM"):
            pytest.skip(f"the font {family} is not installed")
        raise
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(made.path, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    out = subprocess.run(["pdftotext", made.path, "-"], capture_output=True, text=True, check=True).stdout
    assert "".join(out.split()).count("".join(text.split())) >= 3


def half(text: str, ink: Ink, _level: int = 0) -> list[float]:
    return [ink.size] * len(text)


def test_no_line_of_japanese_begins_with_its_end_or_ends_with_its_beginning() -> None:
    text = "これは「港湾の現状」（全文）である。データを共有している、と述べた。" * 4
    for width in range(60, 200, 10):
        lines = ["".join(run.text for run in line) for line in break_lines([Run(text, REGULAR)], width, half)]
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in "、。」）ーっ"]
        assert not [line for line in lines[:-1] if line[-1] in "「（"]
