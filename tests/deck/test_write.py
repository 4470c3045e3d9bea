import datetime
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from deck.package_check import A, P, check, opened
from deck.samples import ODD, SENTENCES, ferry
from deckmaker.deck import DeckOptions, make_deck, plan_deck
from deckmaker.errors import OutputError
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import THEMES, Colours, Theme, load_theme


def audit(path: Path) -> list[str]:
    """What the validator finds."""
    result = validate_pptx(path)
    return [] if result.is_valid else [str(error) for error in result.errors]


@pytest.mark.parametrize("theme", THEMES)
def test_decks_are_sound(theme: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    slides = make_deck(ferry(), path, DeckOptions(theme=load_theme(theme)), SENTENCES)
    assert check(path) == []
    assert audit(path) == []
    assert slides == plan_deck(ferry(), DeckOptions(theme=load_theme(theme)), SENTENCES)


@pytest.mark.parametrize("name", ["minimal", "long heading", "long bullet", "same names", "japanese", "thirty below"])
def test_odd_decks_are_sound(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    make_deck(ODD[name], path)
    assert check(path) == []
    assert audit(path) == []


def test_the_same_outline_gives_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from deck.samples import ferry, SENTENCES; from deckmaker.deck import make_deck;"
        "make_deck(ferry(), sys.argv[1], sentences=SENTENCES)"
    )
    data = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        path = tmp_path / f"{seed}.pptx"
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": ":".join(sys.path)}
        subprocess.run([sys.executable, "-c", script, str(path)], check=True, env=env)
        data.add(path.read_bytes())
    assert len(data) == 1


def test_what_the_plan_says_stands_on_the_slides(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    slides = make_deck(ferry(), path, sentences=SENTENCES)
    deck = Presentation(str(path))
    for planned, slide in zip(slides.slides, deck.slides, strict=True):
        assert slide.shapes.title.text_frame.text == planned.title
        written = [[p.text.replace("\u00a0", " ") for p in shape.text_frame.paragraphs] for shape in slide.placeholders]
        told = [[p.text for p in text.paragraphs] for text in planned.texts if text.role != "number"]
        assert all(text in written for text in told)
        paragraphs = [p for shape in slide.placeholders for p in shape.text_frame.paragraphs]
        sizes = {run.font.size.pt for paragraph in paragraphs for run in paragraph.runs}
        assert sizes == {p.size for text in planned.texts if text.role != "number" for p in text.paragraphs}
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        assert notes == planned.notes


def test_agenda_rows_lead_to_their_slides(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    make_deck(ferry(), path)
    package = opened(path)
    agenda = package.slides[2]
    clicks = list(package.xml[agenda].iter(A + "hlinkClick"))
    rid = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert [package.rels[agenda][click.get(rid)].target for click in clicks] == package.slides[3:5]
    assert clicks[0].get("tooltip") == "Go to slide 4: More sailings"


def test_footer_and_number_are_the_layouts_own(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    make_deck(ferry(), path, DeckOptions(footer="For the board"))
    package = opened(path)
    kinds = [[mark.get("type") for mark in package.xml[name].iter(P + "ph")] for name in package.slides]
    assert all({"ftr", "sldNum"} <= set(found) for found in kinds[1:])
    assert not {"ftr", "sldNum"} & set(kinds[0])
    assert all(package.xml[name].find(f".//{A}fld").get("type") == "slidenum" for name in package.slides[1:])


def test_the_file_says_what_it_is_and_when(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    make_deck(ferry(), path)
    about = Presentation(str(path)).core_properties
    assert (about.title, about.subject, about.language) == (ferry().title, "Briefing", "en-US")
    assert about.created == about.modified == datetime.datetime.fromisoformat("2025-02-14")
    make_deck(replace(ferry(), date=None), path)
    assert Presentation(str(path)).core_properties.created == datetime.datetime.fromisoformat("2000-01-01")


@pytest.mark.parametrize(
    ("language", "tag"), [("", "en-US"), ("de", "de-DE"), ("pt-BR", "pt-BR"), ("zh-Hans", "zh-CN"), ("<no>", "en-US")]
)
def test_runs_are_in_the_outlines_language(language: str, tag: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    make_deck(Outline("T", (Section("S", (Bullet("a"),)),), language=language), path)
    package = opened(path)
    assert {run.get("lang") for run in package.xml[package.slides[1]].iter(A + "rPr")} == {tag}


def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    make_deck(Outline("A\ufffeB", (Section("S\uffff", (Bullet("a <b> & \ufffec"),), "Note\x0b\x01s"),)), path)
    deck = Presentation(str(path))
    assert deck.slides[0].shapes.title.text_frame.text == "AB"
    assert deck.slides[1].placeholders[1].text_frame.text == "a <b> & c"


def test_a_theme_of_ones_own_colours_the_deck(tmp_path: Path) -> None:
    colours = Colours(ground="#102010", text="#FFFFFF", muted="#CCCCCC", accent="#FFCC00", tint="#203020")
    path = tmp_path / "deck.pptx"
    make_deck(ferry(), path, DeckOptions(theme=Theme("mine", colours, "Georgia", "Verdana")))
    with zipfile.ZipFile(path) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert all(f'val="{value}"' in theme for value in ("102010", "FFFFFF", "FFCC00"))
    assert 'latin typeface="Georgia"' in theme
    assert check(path) == []


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    with pytest.raises(OutputError):
        make_deck(ferry(), tmp_path / "deck.pptx")
    assert [entry.name for entry in tmp_path.iterdir()] == ["deck.pptx"]


def test_the_room_is_light_to_import() -> None:
    script = "import sys, deckmaker.deck; print([m for m in ('pptx', 'lxml', 'yaml', 'numpy') if m in sys.modules])"
    env = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], check=True, env=env, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
