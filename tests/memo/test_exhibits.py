"""Tables, pictures and logos on the pages: tagged as what they are, complete, and cut over pages where they must."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmaker.errors import InputError
from deckmaker.memo import MemoOptions, make_memo
from deckmaker.outline import Bullet, Chart, Exhibit, Outline, Picture, Section, Table
from deckmaker.theme import Logo, Theme, load_theme
from memo.pdf_checks import elements, trouble

Program = Callable[[str], str]


def outline_of(*exhibits: Exhibit) -> Outline:
    return Outline("A title", (Section("Shown", (Bullet("A point"),), "", exhibits),), language="en")


def tags(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [str(element.S)[1:] for element in elements(pdf.Root.StructTreeRoot)]


def test_a_table_is_tagged_with_its_header(tmp_path: Path) -> None:
    table = Table("Costs", ("", "Euro"), (("Quay", "1,200"), ("Crane", "")))
    made = make_memo(outline_of(table), tmp_path / "memo.pdf")
    found = tags(made.path)
    start = found.index("Table")
    row = ["TR", "TH", "TD"]
    assert found[start : start + 11] == ["Table", "Caption", "TR", "TH", "TH", *row, *row]
    with pikepdf.open(made.path) as pdf:
        scopes = [str(one.A.Scope) for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]
    assert trouble(made.path) == []


@pytest.mark.system
def test_300_rows_stand_under_their_header_on_every_page(tmp_path: Path, program: Program) -> None:
    why = "What is done about it, in so many words that it takes two lines"
    rows = tuple((f"Measure {n}", f"{why} {n}", f"{n},000") for n in range(300))
    made = make_memo(outline_of(Table("All measures", ("Measure", "Consequence", "Euro"), rows)), tmp_path / "memo.pdf")
    assert made.pages > 5
    command = [program("pdftotext"), "-layout", str(made.path), "-"]
    pages = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    assert all("Consequence" in page for page in pages if "Measure" in page)
    text = " ".join(" ".join(pages).split())
    assert [int(n) for n in re.findall(r"Measure (\d+)", text)] == [*range(300)]
    command = [program("pdfinfo"), "-struct-text", str(made.path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.count('"Consequence"') == 1, "the header is read once"
    assert trouble(made.path) == []


CELL = st.text(st.sampled_from("ab9 ,.–xyz"), max_size=60).map(lambda text: " ".join(text.split()))
TABLES = st.integers(1, 6).flatmap(
    lambda width: st.builds(
        lambda header, rows: Table("C", tuple(cell or "h" for cell in header), tuple(map(tuple, rows))),
        st.lists(CELL, min_size=width, max_size=width),
        st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=60),
    )
)


@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(TABLES)
def test_any_table_is_set(tmp_path_factory: pytest.TempPathFactory, table: Table) -> None:
    made = make_memo(outline_of(table), tmp_path_factory.mktemp("table") / "memo.pdf")
    assert trouble(made.path) == []
    assert tags(made.path).count("TR") == len(table.rows) + 1


def test_a_row_taller_than_a_page_is_cut(tmp_path: Path) -> None:
    table = Table("C", ("Long", "Short"), (("so very many words " * 600 + "end", "x"), ("a", "b")))
    made = make_memo(outline_of(table), tmp_path / "memo.pdf")
    assert made.pages >= 3
    assert trouble(made.path) == []


def test_a_word_wider_than_its_column_is_cut(tmp_path: Path) -> None:
    rows = tuple(("x" * 90,) * 6 for _ in range(3))
    assert trouble(make_memo(outline_of(Table("C", tuple("abcdef"), rows)), tmp_path / "memo.pdf").path) == []


def test_a_chart_is_printed_as_its_numbers(tmp_path: Path) -> None:
    chart = Chart("Grain", ("Year", "Wheat"), (("2021", "11.5"), ("2022", "9")))
    made = make_memo(outline_of(chart), tmp_path / "memo.pdf")
    assert tags(made.path).count("TH") == 4


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK", "1", "LA", "I;16"])
def test_a_picture_of_any_mode_is_a_figure(tmp_path: Path, mode: str) -> None:
    name = "p.jpg" if mode == "CMYK" else "p.png"
    Image.new("RGB", (60, 40), (200, 30, 30)).convert("L" if mode == "I;16" else mode).save(tmp_path / name)
    outline = outline_of(Picture(name, "A red quay", "The quay"))
    made = make_memo(outline, tmp_path / "memo.pdf", MemoOptions(folder=str(tmp_path)))
    assert trouble(made.path) == []
    with pikepdf.open(made.path) as pdf:
        (figure,) = [one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/Figure"]
        assert str(figure.Alt) == "A red quay"
        assert len(figure.A.BBox) == 4


@pytest.mark.parametrize("size", [(1, 4000), (4000, 1), (3000, 3000), (1, 1)])
def test_a_picture_of_any_shape_stays_on_the_page(tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("L", size, 80).save(tmp_path / "p.png")
    made = make_memo(outline_of(Picture("p.png", "A bar")), tmp_path / "memo.pdf", MemoOptions(folder=str(tmp_path)))
    with pikepdf.open(made.path) as pdf:
        (figure,) = [one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/Figure"]
        left, bottom, right, top = map(float, figure.A.BBox)
    assert 70 < left <= right < 530
    assert 60 < bottom <= top < 790


@pytest.mark.parametrize(("data", "said"), [(None, "cannot be read"), (b"no picture", "is not a picture")])
def test_a_picture_that_cannot_be_printed_is_said(tmp_path: Path, data: bytes | None, said: str) -> None:
    if data:
        (tmp_path / "p.png").write_bytes(data)
    with pytest.raises(InputError, match=said):
        make_memo(outline_of(Picture("p.png", "A")), tmp_path / "memo.pdf", MemoOptions(folder=str(tmp_path)))
    assert not (tmp_path / "memo.pdf").exists()


SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60">
<rect x="2" y="2" width="90" height="50" fill="#075"/>{}</svg>"""


def with_logo(path: Path) -> Theme:
    return replace(load_theme(), logo=Logo(str(path), "The crest"))


@pytest.mark.parametrize("name", ["crest.svg", "crest.png", "crest.jpg"])
def test_a_logo_is_a_figure_at_the_head(tmp_path: Path, name: str) -> None:
    if name.endswith("svg"):
        (tmp_path / name).write_text(SVG.format(""))
    else:
        Image.new("RGB", (200, 50), (0, 80, 120)).save(tmp_path / name)
    outline = Outline("A title", (Section("S", (Bullet("b"),)),), language="en")
    made = make_memo(outline, tmp_path / "memo.pdf", MemoOptions(theme=with_logo(tmp_path / name)))
    assert trouble(made.path) == []
    assert tags(made.path)[1] == "Figure"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SVG.format('<text x="3" y="9">Words</text>'), "holds text"),
        ("no drawing", "is not a drawing"),
        ('<!DOCTYPE s [<!ENTITY a "b">]>' + SVG.format(""), "defines entities"),
        ("<svg/>", "is not a drawing"),
    ],
)
def test_a_logo_that_cannot_be_drawn_right_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "crest.svg").write_text(text)
    outline = Outline("A title", (Section("S", (Bullet("b"),)),))
    with pytest.raises(InputError, match=said):
        make_memo(outline, tmp_path / "memo.pdf", MemoOptions(theme=with_logo(tmp_path / "crest.svg")))
