"""Tables, charts, pictures, quotations, comparisons, key figures and dates as they are planned and written."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from deck.laws import broken, plan_any
from deck.samples import PICTURE, SENTENCES, bullets, draw_picture, gallery, plain
from deckmaker.deck import DeckOptions, Slides, make_deck, plan_deck
from deckmaker.deck.charts import chart_kind, number_form, tell, time_of
from deckmaker.deck.design import builtin_design
from deckmaker.deck.quotes import quoted
from deckmaker.deck.slides import Grid, Group, Image, Kind, Label, Plot, Role, Slide
from deckmaker.deck.workbook import column_name, workbook
from deckmaker.errors import InputError
from deckmaker.outline import (
    Chart,
    ChartKind,
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
from deckmaker.theme import load_theme

DESIGN = builtin_design(load_theme())


def showing(*exhibits: Exhibit) -> Outline:
    """An outline whose one section shows exhibits."""
    return plain(Section("Shown", (), "", exhibits))


def of(slides: Slides, kind: Kind) -> list[Slide]:
    return [slide for slide in slides.slides if slide.kind is kind]


def chart(rows: list[tuple[str, ...]], kind: ChartKind | None = None) -> Chart:
    header = ("Name", *(f"Series {n}" for n in range(1, len(rows[0]))))
    return Chart("Caption", header, tuple(rows), (), kind)


def test_a_section_of_several_slides_has_a_header_and_numbered_titles() -> None:
    outline = plain(Section("Trade", bullets("One", "Two"), "", (Table("T", ("A",), (("b",),)),)))
    slides = plan_deck(outline)
    assert [(slide.kind, slide.title) for slide in slides.slides[1:]] == [
        (Kind.SECTION, "Trade"),
        (Kind.CONTENT, "Trade (1 of 2)"),
        (Kind.TABLE, "Trade (2 of 2)"),
    ]
    assert slides.groups == (("Opening", 1), ("Trade", 3))


def test_the_gallery_keeps_the_laws() -> None:
    outline = gallery()
    slides = plan_any(outline, DESIGN)
    assert broken(slides, DESIGN, outline) == []
    assert slides.warnings == ()
    assert {slide.kind for slide in slides.slides} == set(Kind)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([("2019", "1"), ("2020", "2"), ("2021", "3")], ChartKind.LINE),
        ([("Q1 2020", "1"), ("Q2 2020", "2"), ("Q3 2020", "3")], ChartKind.LINE),
        ([("Jan", "1"), ("Feb", "2"), ("Mar", "3")], ChartKind.LINE),
        ([("2021", "1"), ("2019", "2"), ("2020", "3")], ChartKind.COLUMN),
        ([("2019", "1"), ("2020", "2")], ChartKind.COLUMN),
        ([("North", "1"), ("South", "2")], ChartKind.COLUMN),
        ([(f"Name {n}", "1") for n in range(9)], ChartKind.BAR),
        ([("A name that is much too long to stand below one of four columns of a slide", "1")] * 4, ChartKind.BAR),
    ],
)
def test_the_datas_shape_decides_how_a_chart_is_drawn(rows: list[tuple[str, ...]], kind: ChartKind) -> None:
    slides = plan_deck(showing(chart(rows)))
    (plot,) = (part for part in slides.slides[1].parts if isinstance(part, Plot))
    assert plot.kind is kind
    assert chart_kind(chart(rows, ChartKind.BAR), 800, 10) is ChartKind.BAR


@pytest.mark.parametrize(
    ("name", "time"),
    [
        ("2019", (2019, 0, 0)),
        ("FY2019", (2019, 0, 0)),
        ("2019/20", (2019, 0, 0)),
        ("2019-05-02", (2019, 5, 2)),
        ("Q3 2019", (2019, 3, 0)),
        ("2019 Q3", (2019, 3, 0)),
        ("March 2020", (2020, 2, 0)),
        ("Sept.", (0, 8, 0)),
        ("Marching band", None),
        ("3019", None),
        ("Kobe", None),
    ],
)
def test_times_are_known_by_their_form(name: str, time: tuple[int, int, int] | None) -> None:
    assert time_of(name) == time


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["1", "22"], "0"),
        (["1.25", "2"], "0.00"),
        (["1,234", "5"], "#,##0"),
        (["12 %", "3 %"], '0" %"'),
        (["12 %", "3"], "0"),
        (["$4.5", "$12"], '"$"0.0'),
    ],
)
def test_numbers_are_written_as_the_cells_are(cells: list[str], form: str) -> None:
    assert number_form(chart([(f"N{n}", cell) for n, cell in enumerate(cells)])) == form


def test_a_charts_alternative_text_tells_its_numbers() -> None:
    assert tell(chart([("A", "1", "2"), ("B", "3", "")])) == "A: Series 1 1, Series 2 2; B: Series 1 3"
    assert tell(chart([(f"N{n}", "1") for n in range(20)])).endswith("; and 8 more")


def test_a_charts_workbook_opens_as_a_package() -> None:
    data = workbook([("", "S"), ("a & b", 1.5), ("c", None)])
    assert data == workbook([("", "S"), ("a & b", 1.5), ("c", None)])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="B2"><v>1.5</v></c>' in sheet
    assert "a &amp; b" in sheet
    assert [column_name(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_charts_are_native_and_hold_the_numbers(tmp_path: Path) -> None:
    draw_picture(tmp_path)
    make_deck(gallery(), tmp_path / "deck.pptx", DeckOptions(folder=str(tmp_path)), SENTENCES)
    deck = Presentation(str(tmp_path / "deck.pptx"))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert next([tuple(series.values) for series in one.plots[0].series] for one in charts) == [
        (14.2, 8.0, 21.5),
        (15.1, 9.4, None),
    ]
    assert next(list(one.plots[0].categories) for one in charts) == ["Northhaven", "Port Ellis", "Saint Brannock"]
    assert all(one.part.chart_workbook.xlsx_part.blob[:2] == b"PK" for one in charts)
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert tables[0].first_row
    assert [cell.text for cell in tables[0].rows[1].cells] == ["Northhaven", "14.2", "15.1"]


def test_long_tables_go_on_with_their_header() -> None:
    rows = tuple((f"Row {n}", str(n)) for n in range(25))
    slides = plan_deck(showing(Table("Long", ("Name", "Number"), rows)))
    grids = [part for slide in of(slides, Kind.TABLE) for part in slide.parts if isinstance(part, Grid)]
    assert len(grids) == 3
    assert [[cell.text for cell in grid.rows[0]] for grid in grids] == [["Name", "Number"]] * 3
    assert [cell[0].text for grid in grids for cell in grid.rows[1:]] == [row[0] for row in rows]
    assert max(len(grid.rows) for grid in grids) - min(len(grid.rows) for grid in grids) <= 2
    assert grids[0].right == (False, True)


def test_a_wide_table_is_set_smaller_and_says_so() -> None:
    header = tuple(f"Measurement{n}" for n in range(10))
    slides = plan_deck(showing(Table("Wide", header, (tuple("1234567890"),))))
    assert [warning.kind for warning in slides.warnings] == ["small-table"]


def test_an_endless_cell_is_shortened_and_owned_up_to() -> None:
    slides = plan_deck(showing(Table("Cell", ("A", "B"), (("word " * 400 + "end", "1"),))))
    assert [warning.kind for warning in slides.warnings] == ["cell-shortened"]


def test_figures_are_dealt_in_even_hands() -> None:
    few = [Figure(str(n), "things that were counted") for n in range(4)]
    for count, hands in ((1, [1]), (3, [3]), (4, [4])):
        slides = plan_deck(replace(plain(Section("S", bullets("a"))), figures=tuple(few[:count])))
        assert [sum(isinstance(p, Group) for p in s.parts) for s in of(slides, Kind.FIGURES)] == hands
    many = tuple(Figure(str(n), "things that were counted") for n in range(8))
    slides = plan_deck(replace(plain(Section("S", bullets("a"))), figures=many))
    assert [s.title for s in of(slides, Kind.FIGURES)] == ["Key figures (1 of 2)", "Key figures (2 of 2)"]
    told = [m.paragraphs[0].text for s in of(slides, Kind.FIGURES) for g in s.parts if isinstance(g, Group)
            for m in g.members if isinstance(m, Label) and m.name == "Number"]  # fmt: skip
    assert told == [figure.value for figure in many]


def test_one_date_makes_no_line_and_seven_make_two() -> None:
    outline = plain(Section("S", bullets("a")))
    dates = tuple(DateEvent(f"20{n}", "Something happens") for n in range(10, 17))
    assert of(plan_deck(replace(outline, dates=dates[:1])), Kind.TIMELINE) == []
    slides = of(plan_deck(replace(outline, dates=dates)), Kind.TIMELINE)
    assert [sum(isinstance(part, Group) for part in slide.parts) for slide in slides] == [4, 3]
    assert slides[0].notes.splitlines()[0] == "2010: Something happens"


def test_dates_never_break_inside() -> None:
    dates = tuple(DateEvent(f"2019-11-{n}", "Five more firms join the programme") for n in range(14, 19))
    slides = of(plan_deck(replace(plain(Section("S", bullets("a"))), dates=dates)), Kind.TIMELINE)
    labels = [m for s in slides for g in s.parts if isinstance(g, Group) for m in g.members if isinstance(m, Label)]
    assert all(len(label.paragraphs[0].lines) == 1 for label in labels if label.name == "Date")


def test_a_picture_keeps_its_shape_and_its_caption_stands_below(tmp_path: Path) -> None:
    draw_picture(tmp_path)
    picture = Picture(PICTURE, "A bridge", "The bridge in May")
    slides = plan_deck(showing(picture), DeckOptions(folder=str(tmp_path)))
    image, caption = slides.slides[1].parts[1:3]
    assert isinstance(image, Image)
    assert image.box.width / image.box.height == pytest.approx(320 / 180, rel=0.01)
    assert image.alt == "A bridge"
    assert caption.box.top > image.box.top + image.box.height


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    draw_picture(tmp_path)
    picture = Picture(PICTURE, "A bridge")
    make_deck(showing(picture, picture), tmp_path / "deck.pptx", DeckOptions(folder=str(tmp_path)))
    with zipfile.ZipFile(tmp_path / "deck.pptx") as package:
        assert sum("media" in name for name in package.namelist()) == 1


@pytest.mark.parametrize(("data", "message"), [(None, "cannot be read"), (b"no picture", "not a picture")])
def test_a_picture_that_cannot_be_shown_stops_the_deck(data: bytes | None, message: str, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        plan_deck(showing(Picture("a.png", "A")), DeckOptions(folder=str(tmp_path)))
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "“No”"), ("de-CH", "„No“"), ("fr", "«\u00a0No\u00a0»"), ("", "“No”"), ("ja", "「No」")],
)
def test_quotation_marks_are_the_languages(language: str, said: str) -> None:
    assert quoted("No", language) == said


def test_a_quotation_says_who_said_it() -> None:
    slides = plan_deck(showing(Quote("We open in May", "Ada Berg")))
    slide = slides.slides[1]
    body, who = slide.text(Role.BODY), slide.text(Role.WHO)
    assert body
    assert who
    assert [body.paragraphs[0].text, who.paragraphs[0].text] == ["“We open in May”", "Ada Berg"]
    assert who.box.top >= body.box.top + body.height


def test_a_comparison_is_read_left_before_right_and_split_evenly() -> None:
    left = Column("Left", bullets(*(f"Left {n}" for n in range(9))))
    slides = plan_deck(showing(Comparison(left, Column("Right", bullets("One", "Two", "Three")))))
    shown = of(slides, Kind.COMPARISON)
    assert [slide.title for slide in shown] == ["Shown (1 of 2)", "Shown (2 of 2)"]
    assert [text.role for text in shown[0].texts][1:5] == [Role.LEFT_HEADING, Role.LEFT, Role.RIGHT_HEADING, Role.RIGHT]
    rights = [slide.text(Role.RIGHT) for slide in shown]
    assert [[p.text for p in text.paragraphs] if text else [] for text in rights] == [["One", "Two"], ["Three"]]


def test_fewer_slides_are_made_by_leaving_out_pages_never_bullets() -> None:
    outline = gallery()
    outline = replace(outline, sections=outline.sections[:2])
    whole = plan_deck(outline)
    kinds = [slide.kind for slide in plan_deck(outline, DeckOptions(slides=len(whole.slides) - 2)).slides]
    assert Kind.AGENDA not in kinds
    assert Kind.TIMELINE not in kinds
    assert Kind.FIGURES in kinds
    fewest = plan_deck(outline, DeckOptions(slides=1))
    assert [warning.kind for warning in fewest.warnings] == ["too-many-slides"]
    assert broken(fewest, DESIGN, outline) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text("Ab 1,.%€", max_size=40), st.text("xyz ", max_size=200)), min_size=1, max_size=30))
def test_no_table_breaks_the_laws(cells: list[tuple[str, str]]) -> None:
    rows = tuple((first.strip(), second.strip()) for first, second in cells)
    outline = showing(Table("Any", ("", "B"), rows))
    assert broken(plan_any(outline, DESIGN), DESIGN, outline) == []


def test_charts_and_pictures_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    draw_picture(tmp_path)
    for name in ("1.pptx", "2.pptx"):
        make_deck(gallery(), tmp_path / name, DeckOptions(folder=str(tmp_path)), SENTENCES)
    assert (tmp_path / "1.pptx").read_bytes() == (tmp_path / "2.pptx").read_bytes()
