"""A deck becomes its outline again: unedited the same, edited with what was changed."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pptx import Presentation
from pptx.util import Pt

from deck.samples import ODD, PICTURE, SENTENCES, bullets, draw_picture, gallery
from deckmaker.deck import DeckOptions, make_deck
from deckmaker.deck.pull import Pulled, pull_deck
from deckmaker.document import Place
from deckmaker.errors import InputError
from deckmaker.outline import Bullet, Chart, Column, Comparison, Outline, Picture, Quote, Section, Table
from deckmaker.outline.packed import pack_outline, unpack_outline
from strategies import OUTLINES

Edit = Callable[[Any], None]


def with_the_picture(outline: Outline) -> Outline:
    """The outline with every picture from the one file that there is."""

    def known(section: Section) -> Section:
        shown = tuple(replace(e, file=PICTURE) if isinstance(e, Picture) else e for e in section.exhibits)
        return replace(section, exhibits=shown)

    return replace(outline, sections=tuple(map(known, outline.sections)))


def pulled(outline: Outline, folder: Path, edit: Edit = lambda _deck: None, template: str | None = None) -> Pulled:
    """What is pulled from the outline's deck after an edit."""
    draw_picture(folder)
    options = DeckOptions(folder=str(folder), template=template)
    make_deck(outline, folder / "deck.pptx", options, SENTENCES)
    deck = Presentation(str(folder / "deck.pptx"))
    edit(deck)
    deck.save(str(folder / "edited.pptx"))
    return pull_deck(folder / "edited.pptx")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(OUTLINES)
def test_an_unedited_deck_gives_back_its_outline(outline: Outline) -> None:
    outline = with_the_picture(outline)
    with tempfile.TemporaryDirectory() as folder:
        assert pulled(outline, Path(folder)) == Pulled(outline)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(OUTLINES)
def test_what_is_packed_is_unpacked(outline: Outline) -> None:
    packed = pack_outline(outline)
    assert packed.isascii()
    assert unpack_outline(packed) == outline


@pytest.mark.parametrize("text", ["", "1", "{}", "[]", '{"title": 1}', '{"title": "t", "sections": [{}]}'])
def test_what_is_not_packed_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpack_outline(text)


@pytest.mark.parametrize("name", ODD)
def test_odd_outlines_come_back(name: str, tmp_path: Path) -> None:
    assert pulled(ODD[name], tmp_path) == Pulled(ODD[name])


def test_a_deck_in_a_template_comes_back(tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "t.pptx"))
    assert pulled(gallery(), tmp_path, template=str(tmp_path / "t.pptx")) == Pulled(gallery())


def titled(deck: Any, title: str) -> Any:
    return next(slide for slide in deck.slides if slide.shapes.title.text_frame.text == title)


def body(deck: Any, title: str) -> Any:
    return titled(deck, title).placeholders[1].text_frame


def section(found: Pulled, heading: str) -> Section:
    return next(one for one in found.outline.sections if one.heading == heading)


def test_an_edited_bullet_keeps_its_places_and_is_marked(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        body(deck, "More sailings").paragraphs[0].runs[0].text = "The ferry to the islands will sail three times a day"

    (first, *rest) = section(pulled(gallery(), tmp_path, edit), "More sailings").bullets
    assert first == Bullet("The ferry to the islands will sail three times a day", (Place(2, 1),), (), edited=True)
    assert tuple(rest) == gallery().sections[0].bullets[1:]


def test_new_bullets_have_no_places_and_deleted_ones_are_gone(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        frame = body(deck, "What comes next")
        frame.paragraphs[0]._p.getparent().remove(frame.paragraphs[0]._p)
        frame.add_paragraph().text = "Nobody had thought of this before"

    found = section(pulled(gallery(), tmp_path, edit), "What comes next")
    assert found.bullets == (Bullet("A third ship is being built"), Bullet("Nobody had thought of this before"))
    assert found.notes == "My words.\nSecond line."


def test_a_bullet_that_moved_takes_its_places_along(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        moved = body(deck, "More sailings").paragraphs[0]._p
        body(deck, "What comes next")._txBody.append(moved)

    found = pulled(gallery(), tmp_path, edit)
    assert section(found, "What comes next").bullets[-1] == replace(gallery().sections[0].bullets[0], bullets=())
    assert len(section(found, "More sailings").bullets) == 1


def test_slides_in_another_order_and_with_other_titles(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        ids = deck.slides._sldIdLst
        ids.insert(5, ids[6])
        titled(deck, "More sailings").shapes.title.text_frame.text = "Twice as many ships"
        deck.slides[0].shapes.title.text_frame.text = "A better title"

    found = pulled(gallery(), tmp_path, edit)
    assert found.lost == ()
    assert found.outline.title == "A better title"
    headings = [one.heading for one in found.outline.sections]
    assert headings[:2] == ["What comes next", "Twice as many ships"]
    assert found.outline.sections[1].bullets == gallery().sections[0].bullets


def test_new_and_deleted_slides(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        new = deck.slides.add_slide(titled(deck, "More sailings").slide_layout)
        new.shapes.title.text_frame.text = "What we ask for"
        new.placeholders[1].text_frame.text = "A decision in May"
        ids = deck.slides._sldIdLst
        gone = next(n for n, one in enumerate(deck.slides) if one.shapes.title.text_frame.text == "What comes next")
        deck.part.drop_rel(ids[gone].rId)
        ids.remove(ids[gone])

    found = pulled(gallery(), tmp_path, edit)
    headings = [one.heading for one in found.outline.sections]
    assert headings == ["More sailings", "Trade through the ports", "Who gains", "What we ask for"]
    assert found.outline.sections[-1].bullets == (Bullet("A decision in May"),)


def test_bottom_line_notes_and_figures_are_read(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        deck.slides[1].placeholders[1].text_frame.text = "From June three ferries sail."
        figures = next(s for s in deck.slides if s.shapes.title.text_frame.text == "Key figures")
        group = next(s for s in figures.shapes if s.shape_type == 6)
        next(s for s in group.shapes if s.has_text_frame and s.text_frame.text).text_frame.text = "$7 million"
        titled(deck, "More sailings").notes_slide.notes_text_frame.text = "Say this."

    found = pulled(gallery(), tmp_path, edit)
    assert found.outline.summary == Bullet("From June three ferries sail.", (Place(1, 1),), (), edited=True)
    assert found.outline.figures[0].value == "$7 million"
    assert found.outline.figures[0].places == (Place(3, 1),)
    assert found.outline.figures[1:] == gallery().figures[1:]
    assert section(found, "More sailings").notes == "Say this."


def test_edited_exhibits_are_read(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        for slide in deck.slides:
            for shape in slide.shapes:
                if shape.has_table:
                    shape.table.cell(1, 1).text = "99"
                if shape.has_chart and len(list(shape.chart.plots[0].series)) == 2:
                    point = shape.chart._chartSpace.findall(".//{*}val//{*}v")[0]
                    point.text = "15"
                if shape.has_text_frame and shape.text_frame.text == "Ada Berg, engineer":
                    shape.text_frame.text = "Ada Berg"
                if shape.has_text_frame and shape.text_frame.text == "Before":
                    shape.text_frame.text = "Until April"

    found = pulled(gallery(), tmp_path, edit)
    table, chart, line, bar = section(found, "Trade through the ports").exhibits
    assert isinstance(table, Table)
    assert table.rows[0] == ("Northhaven", "99", "15.1")
    assert isinstance(chart, Chart)
    assert chart.rows[0] == ("Northhaven", "15", "15.1")
    assert (line, bar) == gallery().sections[2].exhibits[2:]
    compared, quote, picture = section(found, "Who gains").exhibits
    assert isinstance(compared, Comparison)
    assert compared.left == Column("Until April", bullets("One lane each way", "Closed in high winds"))
    assert quote == Quote("We promised the town a bridge that will outlive all of us", "Ada Berg", (Place(4, 1),))
    assert picture == gallery().sections[3].exhibits[2]


def test_what_cannot_be_said_is_listed(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        slide = titled(deck, "More sailings")
        slide.shapes.add_textbox(Pt(9), Pt(9), Pt(99), Pt(20)).text_frame.text = "Stuck on"
        slide.shapes.add_connector(1, Pt(1), Pt(1), Pt(9), Pt(9))
        titled(deck, "Agenda").placeholders[1].text_frame.text = "Something else"
        body(deck, "More sailings").paragraphs[0].runs[0].text = "A point with a mark of its own [p1.1]"

    lost = pulled(gallery(), tmp_path, edit).lost
    assert len(lost) == 4
    assert "the agenda is made anew" in lost[0]
    assert lost[1].endswith("a text box: “Stuck on”")
    assert "a shape: " in lost[2]
    assert "a mark at the end" in lost[3]


def test_a_deck_of_others_is_refused(tmp_path: Path) -> None:
    Presentation().save(str(tmp_path / "deck.pptx"))
    with pytest.raises(InputError, match="carries no outline"):
        pull_deck(tmp_path / "deck.pptx")
    with pytest.raises(InputError, match="cannot be read"):
        pull_deck(tmp_path / "none.pptx")


@pytest.mark.system
@pytest.mark.slow
def test_a_deck_that_libreoffice_saved_comes_back(tmp_path: Path, program: Callable[[str], str]) -> None:
    import subprocess

    def edit(deck: Any) -> None:
        body(deck, "More sailings").paragraphs[0].runs[0].text = "The ferry to the islands will sail three times a day"

    (tmp_path / "out").mkdir()
    pulled(gallery(), tmp_path, edit)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pptx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / "edited.pptx")], check=True, capture_output=True, timeout=180)
    found = pull_deck(tmp_path / "out" / "edited.pptx")
    first = found.outline.sections[0].bullets[0]
    assert first == Bullet("The ferry to the islands will sail three times a day", (Place(2, 1),), (), edited=True)
    sections = (replace(found.outline.sections[0], bullets=gallery().sections[0].bullets), *found.outline.sections[1:])
    assert replace(found.outline, sections=sections) == gallery()
