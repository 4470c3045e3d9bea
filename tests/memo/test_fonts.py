"""Fonts of one's own: found by the name inside the file, used where they should be, refused where they may not be."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf_fonts
import pytest
from fontTools.ttLib import TTFont

from deckmaker.errors import RenderError
from deckmaker.memo import Fonts, MemoOptions, make_memo
from deckmaker.memo.system_fonts import named, usual
from deckmaker.outline import Outline
from deckmaker.theme import load_theme
from memo.pdf_checks import trouble

Harbour = Callable[..., Outline]


def write_font(path: Path, family: str, style: str = "Regular", licence: int = 0) -> None:
    """A font that is FiraGO under another name."""
    font = TTFont(io.BytesIO(pymupdf_fonts.myfont("figbo" if style == "Bold" else "figo")))
    font["OS/2"].fsType = licence
    for record in list(font["name"].names):
        if record.nameID in (16, 17):
            font["name"].removeNames(nameID=record.nameID)
    for number, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", ""))):
        font["name"].setName(text, number, 3, 1, 0x409)
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of fonts, their files named after nothing."""
    write_font(tmp_path / "fonts" / "deep" / "one.ttf", "Quay Sans")
    write_font(tmp_path / "fonts" / "two.ttf", "Quay Sans", "Bold")
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"\0\1\0\0broken")
    return tmp_path / "fonts"


def names_in(path: Path) -> set[str]:
    """The PostScript names of the fonts on the first page."""
    with pikepdf.open(path) as pdf:
        return {str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].Resources.Font.values()}


def test_a_family_is_found_by_its_name_with_its_bold(folder: Path) -> None:
    family = named("quay sans", [folder])
    assert family.regular.endswith("one.ttf#0")
    assert family.bold.endswith("two.ttf#0")


def test_what_is_not_there_names_what_is_near(folder: Path) -> None:
    with pytest.raises(RenderError) as caught:
        named("Quayside", [folder])
    assert "Quay Sans" in caught.value.remedy


def test_a_theme_may_bring_the_memos_typeface(harbour: Harbour, folder: Path, tmp_path: Path) -> None:
    options = MemoOptions(theme=replace(load_theme(), memo_font="Quay Sans"), fonts=Fonts(folders=(folder,)))
    made = make_memo(harbour(), tmp_path / "memo.pdf", options)
    assert names_in(made.path) == {"QuaySans-Regular", "QuaySans-Bold"}
    assert trouble(made.path) == []


def test_a_named_font_draws_only_what_ours_lack(harbour: Harbour, folder: Path, tmp_path: Path) -> None:
    options = MemoOptions(fonts=Fonts(("Quay Sans",), (folder,)))
    made = make_memo(harbour(), tmp_path / "memo.pdf", options)
    assert names_in(made.path) == {"FiraGO-Regular", "FiraGO-Bold"}


def test_a_font_that_may_not_be_embedded_is_refused(harbour: Harbour, tmp_path: Path) -> None:
    write_font(tmp_path / "own.ttf", "Own Sans", licence=2)
    with pytest.raises(RenderError, match="forbids to embed"):
        make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(fonts=Fonts((str(tmp_path / "own.ttf"),))))


def test_no_usual_font_is_none(folder: Path) -> None:
    assert usual("ja", "港", [folder, folder / "nowhere"]) is None
