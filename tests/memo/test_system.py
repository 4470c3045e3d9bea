"""What other programs read in a memo: qpdf finds no fault, poppler the fonts and the words."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Section

pytestmark = pytest.mark.system
Harbour = Callable[..., Outline]
Program = Callable[[str], str]


def run(*command: str | Path) -> str:
    """What the program prints."""
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True).stdout


def test_qpdf_finds_nothing_wrong(harbour: Harbour, tmp_path: Path, program: Program) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(attachment=b"x: 1"))
    assert "No syntax or stream encoding errors" in run(program("qpdf"), "--check", tmp_path / "memo.pdf")


def test_all_fonts_are_embedded_subsets(harbour: Harbour, tmp_path: Path, program: Program) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf")
    fonts = run(program("pdffonts"), tmp_path / "memo.pdf").splitlines()[2:]
    assert {re.split(r"\s+", font)[0] for font in fonts} == {"AAAAAA+FiraGO-Regular", "AAAAAA+FiraGO-Bold"}
    assert all(re.search(r"yes yes yes\s+\d", font) for font in fonts)


def test_the_words_come_out_once_and_in_order(harbour: Harbour, tmp_path: Path, program: Program) -> None:
    points = [
        f"Point {n} of the long list goes on and on so that it needs a second line on paper {n}" for n in range(90)
    ]
    sections = (Section("All", tuple(Bullet(point) for point in points)),)
    make_memo(harbour(sections=sections), tmp_path / "memo.pdf", MemoOptions(head=MemoHead("Director")))
    text = " ".join(run(program("pdftotext"), tmp_path / "memo.pdf", "-").split())
    places = [text.find(point) for point in points if text.count(point) == 1]
    assert len(places) > 85, "all but those that a page's end and its foot cut in two"
    assert places == sorted(places)
    assert "Page 2 of" in text


def test_the_structure_is_read_in_order(harbour: Harbour, tmp_path: Path, program: Program) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf")
    said = run(program("pdfinfo"), "-struct-text", tmp_path / "memo.pdf")
    words = ["MEMORANDUM", "The harbour must be rebuilt", "BOTTOM LINE", "Why now", "The quay sinks", "Source. "]
    assert [said.index(word) for word in words] == sorted(said.index(word) for word in words)
