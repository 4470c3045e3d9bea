"""The memo as a file: written whole, with the facts and the fonts it should have, the same bytes every time."""

import datetime as dt
from pathlib import Path

import pikepdf
import pytest

from deckmaker.document import Place, Source
from deckmaker.errors import OutputError, RenderError
from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import PAPERS


def harbour(**changes: object) -> Outline:
    """A small outline with everything that an outline can have."""
    below = (Bullet("Two cranes are older than 40 years", (Place(3, 2),)), Bullet("Written by hand"))
    sections = (
        Section("Why now", (Bullet("The quay sinks by 3 cm a year", (Place(3, 1),), below), Bullet("R & D <b>"))),
        Section("What it costs", (Bullet("$6.5 billion by 2031", (Place(4, 1), Place(4, 2))),), "Speak slowly."),
    )
    values: dict[str, object] = {
        "title": "The harbour must be rebuilt",
        "sections": sections,
        "date": dt.date(2024, 8, 20),
        "language": "en",
        "source": Source("harbour.txt", "9f2c" * 16, "https://example.org/harbour?a=1&b=2"),
        "summary": Bullet("Rebuild the quay before 2031", (Place(2, 1),)),
    }
    return Outline(**(values | changes))  # type: ignore[arg-type]


def test_a_memo_is_written_with_its_facts(tmp_path: Path) -> None:
    memo = make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(head=MemoHead(sender="Policy desk")))
    assert (memo.pages, memo.warnings, memo.path) == (1, (), tmp_path / "memo.pdf")
    with pikepdf.open(memo.path) as pdf:
        assert str(pdf.docinfo.Title) == "The harbour must be rebuilt"
        assert str(pdf.docinfo.Author) == "Policy desk"
        assert str(pdf.docinfo.Creator) == "deckmaker"
        assert str(pdf.docinfo.CreationDate).startswith("D:20240820000000")
    assert [p.name for p in tmp_path.iterdir()] == ["memo.pdf"]


def test_bookmarks_lead_to_the_title_and_each_section(tmp_path: Path) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf, pdf.open_outline() as bookmarks:
        (title,) = bookmarks.root
        assert title.title == "The harbour must be rebuilt"
        assert [child.title for child in title.children] == ["1 Why now", "2 What it costs"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_the_paper(tmp_path: Path, paper: str) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(paper=PAPERS[paper]))
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        box = [float(value) for value in pdf.pages[0].mediabox]
    assert box[2:] == pytest.approx([PAPERS[paper].width, PAPERS[paper].height], abs=0.01)


def test_a_memo_of_many_pages(tmp_path: Path) -> None:
    many = tuple(Bullet(f"Point {n} of a long list") for n in range(200))
    memo = make_memo(harbour(sections=(Section("Everything", many),)), tmp_path / "memo.pdf")
    assert memo.pages > 4


def test_a_character_without_a_glyph_stops_with_its_name(tmp_path: Path) -> None:
    outline = harbour(sections=(Section("Ports", (Bullet("港 of Kobe"),)),))
    with pytest.raises(RenderError, match=r"U\+6E2F.*bullet under “Ports”"):
        make_memo(outline, tmp_path / "memo.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "नमस्ते", "สวัสดี"])
def test_scripts_we_cannot_set_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RenderError, match="cannot"):
        make_memo(harbour(title=text), tmp_path / "memo.pdf")


def test_a_missing_folder_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        make_memo(harbour(), tmp_path / "none" / "memo.pdf")
