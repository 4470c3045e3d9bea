"""The memo as a file: written whole, with the facts it should have; stopped by what cannot be printed."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from deckmaker.errors import OutputError, RenderError
from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import PAPERS, load_theme

Harbour = Callable[..., Outline]


def test_a_memo_is_written_with_its_facts(harbour: Harbour, tmp_path: Path) -> None:
    memo = make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(head=MemoHead(sender="Policy desk")))
    assert (memo.pages, memo.warnings, memo.path) == (1, (), tmp_path / "memo.pdf")
    with pikepdf.open(memo.path) as pdf:
        assert str(pdf.docinfo.Title) == "The harbour must be rebuilt"
        assert str(pdf.docinfo.Author) == "Policy desk"
        assert str(pdf.docinfo.Keywords) == "Why now, What it costs"
        assert str(pdf.docinfo.Creator) == "deckmaker"
        assert str(pdf.docinfo.CreationDate).startswith("D:20240820000000")
    assert [p.name for p in tmp_path.iterdir()] == ["memo.pdf"]


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    make_memo(Outline("A title", (Section("One", (Bullet("Point"),)),)), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        assert "/Author" not in pdf.docinfo
        assert str(pdf.docinfo.CreationDate).startswith("D:20000101")
        assert str(pdf.Root.Lang) == "en"


def test_a_language_that_is_none_is_not_claimed(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(language="no language"), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        assert str(pdf.Root.Lang) == "en"


def test_bookmarks_lead_to_the_title_and_each_section(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(title="Cảng phải được xây lại"), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf, pdf.open_outline() as bookmarks:
        (title,) = bookmarks.root
        assert title.title == "Cảng phải được xây lại"
        assert [child.title for child in title.children] == ["1 Why now", "2 What it costs"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_the_paper(harbour: Harbour, tmp_path: Path, paper: str) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(paper=PAPERS[paper]))
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        box = [float(value) for value in pdf.pages[0].mediabox]
    assert box[2:] == pytest.approx([PAPERS[paper].width, PAPERS[paper].height], abs=0.01)


@pytest.mark.parametrize("count", [1, 200])
def test_few_and_many_points(harbour: Harbour, tmp_path: Path, count: int) -> None:
    many = tuple(Bullet(f"Point {n} of a long list") for n in range(count))
    memo = make_memo(harbour(sections=(Section("Everything", many),)), tmp_path / "memo.pdf")
    with pikepdf.open(memo.path) as pdf:
        assert len(pdf.pages) == memo.pages
    assert (memo.pages > 4) == (count == 200)


@pytest.mark.parametrize("text", ["x" * 3000, "word " * 600 + "end", "A heading " * 30 + "end"])
def test_texts_of_any_length_are_set(harbour: Harbour, tmp_path: Path, text: str) -> None:
    outline = harbour(title=text, sections=(Section(text, (Bullet(text, (), (Bullet(text),)),)),), summary=Bullet(text))
    make_memo(outline, tmp_path / "memo.pdf")


def test_themes_change_the_accent_alone(harbour: Harbour, tmp_path: Path) -> None:
    sizes = set()
    for theme in ("sober", "warm", "dark"):
        memo = make_memo(harbour(), tmp_path / f"{theme}.pdf", MemoOptions(theme=load_theme(theme)))
        sizes.add(memo.pages)
    assert sizes == {1}
    assert (tmp_path / "warm.pdf").read_bytes() != (tmp_path / "sober.pdf").read_bytes()


def test_a_character_without_a_glyph_stops_with_its_name(harbour: Harbour, tmp_path: Path) -> None:
    outline = harbour(sections=(Section("Ports", (Bullet("港 of Kobe"),)),))
    with pytest.raises(RenderError, match=r"U\+6E2F.*the bullet under “Ports”"):
        make_memo(outline, tmp_path / "memo.pdf")
    assert not list(tmp_path.iterdir())


def test_every_missing_character_is_named_at_once(harbour: Harbour, tmp_path: Path) -> None:
    outline = harbour(title="Kobe 港", summary=Bullet("A star \U0001d11e"))
    named = r"港 \(U\+6E2F\), 𝄞 \(U\+1D11E\); see the subject: “Kobe 港”; the summary: “A star 𝄞"
    with pytest.raises(RenderError, match=named):
        make_memo(outline, tmp_path / "memo.pdf")


def test_what_one_typeface_lacks_another_draws(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(title="The Qurʾān of ʿAlī"), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        names = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
    assert names == {"/AAAAAA+FiraGO-Bold", "/AAAAAA+FiraGO-Regular"} | {
        "/AAAAAA+NotoSans-Bold",
        "/AAAAAA+NotoSans-Regular",
    }


@pytest.mark.parametrize("text", ["สวัสดี", "ᠮᠣᠩᠭᠣᠯ", "ພາສາ", "မြန်မာ"])
def test_scripts_we_cannot_set_are_refused(harbour: Harbour, tmp_path: Path, text: str) -> None:
    with pytest.raises(RenderError, match="cannot"):
        make_memo(harbour(title=text), tmp_path / "memo.pdf")


@pytest.mark.parametrize("name", ["file/memo.pdf", "folder"])
def test_where_nothing_can_be_written_is_an_output_error(harbour: Harbour, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot be written") as caught:
        make_memo(harbour(), tmp_path / name)
    assert caught.value.file == str(tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}


def test_a_memo_replaces_the_one_before(harbour: Harbour, tmp_path: Path) -> None:
    (tmp_path / "memo.pdf").write_text("old")
    make_memo(harbour(), str(tmp_path / "memo.pdf"))
    assert (tmp_path / "memo.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_importing_the_room_loads_no_reportlab() -> None:
    code = (
        "import sys, deckmaker.memo; print([m for m in sys.modules if m.split('.')[0] in ('reportlab', 'PIL', 'yaml')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
