import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from deck.laws import broken, plan_any
from deck.package_check import check
from deck.samples import ODD, SENTENCES, ferry, gallery
from deckmaker.deck import DeckOptions, advise, make_deck, open_base, plan_deck
from deckmaker.deck.slides import Kind, Role
from deckmaker.deck.template import open_template
from deckmaker.errors import DeckmakerError, InputError, OutlineError, RenderError
from deckmaker.outline import Outline
from strategies import OUTLINES

Change = Callable[[dict[str, bytes]], None]
TYPES = "[Content_Types].xml"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template as a person would have it: with slides of its own, one of which links to another."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text_frame.text = "Old title"
    second = deck.slides.add_slide(deck.slide_layouts[1])
    box = second.shapes.add_textbox(Pt(10), Pt(10), Pt(100), Pt(30))
    box.click_action.target_slide = first
    second.notes_slide.notes_text_frame.text = "Old notes"
    path = tmp_path / "brand.pptx"
    deck.save(str(path))
    return path


def changed(path: Path, change: Change, suffix: str = ".pptx") -> Path:
    """The template with parts changed."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    other = path.with_name(f"other{suffix}")
    with zipfile.ZipFile(other, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return other


def swap(part: str, old: bytes, new: bytes) -> Change:
    """A change of one part by a pattern that must be there."""

    def change(parts: dict[str, bytes]) -> None:
        assert re.search(old, parts[part]), old
        parts[part] = re.sub(old, new, parts[part])

    return change


def test_a_deck_in_a_users_template_is_sound_and_keeps_nothing_old(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    options = DeckOptions(template=str(template))
    slides = make_deck(ferry(), path, options, SENTENCES)
    assert check(path) == []
    assert validate_pptx(path).is_valid
    text = b"".join(zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist())
    assert b"Old" not in text
    assert (slides.width, slides.height) == (720, 540)
    deck = Presentation(str(path))
    assert [slide.slide_layout.name for slide in deck.slides][:3] == ["Title Slide", *["Title and Content"] * 2]


def test_the_same_template_gives_the_same_bytes(template: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pptx", tmp_path / "2.pptx"
    for path in (first, second):
        make_deck(ferry(), path, DeckOptions(template=str(template)))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", ODD)
def test_odd_outlines_keep_the_laws_in_a_template(name: str, template: Path) -> None:
    slides = plan_deck(ODD[name], DeckOptions(template=str(template)))
    assert broken(slides, open_template(str(template)).design, ODD[name]) == []


def test_frames_are_the_templates_boxes_fonts_and_sizes(template: Path) -> None:
    design = open_template(str(template)).design
    body = design.frames[Kind.CONTENT][Role.BODY]
    edges = (body.box.left, body.box.top, body.box.width, body.box.height)
    assert edges == pytest.approx((43.2, 129.6, 633.6, 349.2), abs=0.1)
    assert (body.style(1).family, body.style(1).size, body.style(2).size) == ("Calibri", 32, 28)
    assert (body.style(1).indent, body.style(2).indent) == (27, 58.5)
    title = design.frames[Kind.COVER][Role.TITLE].style(1)
    assert (title.family, title.size, title.bold) == ("Calibri", 44, False)


def test_the_cover_of_a_template_carries_the_source_below_the_subtitle(template: Path) -> None:
    slides = plan_deck(ferry(), DeckOptions(template=str(template)))
    subtitle = slides.slides[0].text(Role.SUBTITLE)
    assert subtitle
    assert [p.text for p in subtitle.paragraphs] == ["Briefing", "Source: ferry.txt · 14 February 2025"]


def test_rows_of_a_templates_agenda_end_with_their_slide(template: Path) -> None:
    slides = plan_deck(ferry(), DeckOptions(template=str(template)))
    body = slides.slides[2].text(Role.BODY)
    assert body
    assert [p.text for p in body.paragraphs] == ["More sailings · 4", "What comes next · 5"]


def test_potx_files_are_templates_too(template: Path, tmp_path: Path) -> None:
    potx = changed(template, swap(TYPES, rb"presentation\.main\+xml", b"template.main+xml"), ".potx")
    make_deck(ferry(), tmp_path / "deck.pptx", DeckOptions(template=str(potx)))
    assert check(tmp_path / "deck.pptx") == []


def test_fonts_without_tables_are_owned_up_to(template: Path) -> None:
    strange = changed(template, swap("ppt/theme/theme1.xml", b'latin typeface="Calibri"', b'latin typeface="Zapf"'))
    warnings = plan_deck(ferry(), DeckOptions(template=str(strange))).warnings
    assert [warning.kind for warning in warnings] == ["fit-not-proven"]
    assert "fit not proven for Zapf" in warnings[0].message


SHAPE = re.compile(rb"<p:sp>.*?</p:sp>", re.DOTALL)


def no_bodies(parts: dict[str, bytes]) -> None:
    """Take every placeholder but titles out of the layouts."""
    for name in [name for name in parts if re.search(r"slideLayout\d+\.xml$", name)]:
        parts[name] = SHAPE.sub(lambda found: found[0] if b'itle"' in found[0] else b"", parts[name])


def test_a_template_without_a_usable_layout_is_refused(template: Path) -> None:
    bare = changed(template, no_bodies)
    with pytest.raises(RenderError, match="no layout") as caught:
        plan_deck(ferry(), DeckOptions(template=str(bare)))
    assert caught.value.remedy
    assert caught.value.file == str(bare)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a PowerPoint file"),
        (b"Once upon a time", "not a PowerPoint file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    ],
)
def test_files_that_are_no_templates_are_refused(data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        plan_deck(ferry(), DeckOptions(template=str(path)))
    assert caught.value.remedy


def test_a_missing_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        plan_deck(ferry(), DeckOptions(template=str(tmp_path / "none.potx")))


def test_macros_are_refused(template: Path) -> None:
    new = b"vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    old = rb"vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main\+xml"
    with pytest.raises(InputError, match="macros"):
        plan_deck(ferry(), DeckOptions(template=str(changed(template, swap(TYPES, old, new), ".pptm"))))


def test_strict_files_are_refused(template: Path) -> None:
    old, new = rb"http://schemas\.openxmlformats\.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
    with pytest.raises(InputError, match="Strict"):
        plan_deck(ferry(), DeckOptions(template=str(changed(template, swap("_rels/.rels", old, new)))))


def test_other_zips_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(TYPES, "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
    path = tmp_path / "x.pptx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(InputError):
        plan_deck(ferry(), DeckOptions(template=str(path)))


def layouts_file(folder: Path, text: str) -> str:
    """A file that names layouts."""
    (folder / "layouts.yaml").write_text(text, encoding="utf-8")
    return str(folder / "layouts.yaml")


def test_layouts_that_a_person_names_are_taken(template: Path, tmp_path: Path) -> None:
    named = layouts_file(tmp_path, "content: Two Content\nsection: title slide\n")
    options = DeckOptions(template=str(template), layouts=named)
    base = open_base(options)
    assert base.seats[Kind.CONTENT].layout.name == "Two Content"
    assert base.seats[Kind.SECTION].layout.name == "Title Slide"
    assert base.seats[Kind.COMPARISON].layout.name == "Comparison"
    make_deck(ferry(), tmp_path / "deck.pptx", options)
    assert check(tmp_path / "deck.pptx") == []


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("content: Nothing", RenderError, "the template has no layout 'Nothing'"),
        ("content: Blank", RenderError, "cannot serve for `content`: it needs a title and a large text"),
        ("comparison: Title Only", RenderError, "two texts side by side"),
        ("cover: Blank", RenderError, "needs a title"),
        ("contents: Blank", OutlineError, "Did you mean `content`?"),
    ],
)
def test_layouts_that_cannot_serve_are_refused(
    text: str, error: type[DeckmakerError], message: str, template: Path, tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        open_base(DeckOptions(template=str(template), layouts=layouts_file(tmp_path, text)))
    assert message in str(caught.value)
    assert caught.value.remedy


def test_a_missing_file_of_layouts_is_refused(template: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        open_base(DeckOptions(template=str(template), layouts="none.yaml"))


def test_a_template_is_described_before_use(template: Path) -> None:
    lines = advise(DeckOptions(template=str(template)))
    assert lines[0] == "brand: slides of 720 x 540 pt, 4:3"
    assert "  'Section Header' serves: section header" in lines
    assert "  'Comparison' serves: comparison" in lines
    assert "    body            634 x 349 pt at 43,130; Calibri 32 pt" in lines
    assert "  Calibri: its widths are known" in lines
    assert "nothing is missing" in lines[-1] or "agenda" in lines[-1]


def test_what_a_template_lacks_is_said(template: Path) -> None:
    strange = changed(template, swap("ppt/theme/theme1.xml", b'latin typeface="Calibri"', b'latin typeface="Zapf"'))
    said = "\n".join(advise(DeckOptions(template=str(strange))))
    assert "Zapf: not known; a wider font is measured instead" in said


@pytest.fixture
def font(tmp_path: Path) -> Path:
    """A font's file."""
    import pymupdf_fonts

    path = tmp_path / "figo.ttf"
    path.write_bytes(pymupdf_fonts.myfont("figo"))
    return path


def test_a_font_that_is_given_proves_the_fit(template: Path, font: Path) -> None:
    strange = changed(template, swap("ppt/theme/theme1.xml", b'latin typeface="Calibri"', b'latin typeface="FiraGO"'))
    assert plan_deck(ferry(), DeckOptions(template=str(strange))).warnings
    options = DeckOptions(template=str(strange), font_files=(str(font),))
    slides = plan_deck(ferry(), options)
    assert slides.warnings == ()
    assert broken(slides, open_base(options).design, ferry()) == []
    assert f"  FiraGO: measured with {font}" in advise(options)


def test_a_font_that_the_template_does_not_use_is_refused(template: Path, font: Path) -> None:
    with pytest.raises(InputError, match="'firago', which the deck does not use") as caught:
        plan_deck(ferry(), DeckOptions(template=str(template), font_files=(str(font),)))
    assert "calibri" in str(caught.value)
    other = font.with_name("other.ttf")
    other.write_bytes(b"no font")
    with pytest.raises(InputError, match="not a font"):
        plan_deck(ferry(), DeckOptions(template=str(template), font_files=(str(other),)))


def test_an_office_theme_is_refused_with_a_way_out(tmp_path: Path) -> None:
    path = tmp_path / "brand.thmx"
    with zipfile.ZipFile(path, "w") as package:
        kind = "application/vnd.openxmlformats-officedocument.themeManager+xml"
        package.writestr(
            TYPES, f'<Types><Override PartName="/theme/theme/themeManager.xml" ContentType="{kind}"/></Types>'
        )
        package.writestr("_rels/.rels", "<Relationships/>")
    with pytest.raises(InputError, match="is an Office theme") as caught:
        plan_deck(ferry(), DeckOptions(template=str(path)))
    assert "potx" in str(caught.value)


BOXES = st.tuples(st.integers(0, 120), st.integers(20, 60), st.integers(330, 600), st.integers(90, 260))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(OUTLINES, BOXES, st.sampled_from(["Calibri", "Arial", "Times New Roman", "Verdana"]), st.integers(12, 40))
def test_every_outline_keeps_the_laws_in_any_template(
    outline: Outline, boxes: tuple[int, int, int, int], family: str, size: int
) -> None:
    left, top, width, height = boxes
    deck = Presentation()
    layout = deck.slide_layouts[1]
    title, body = layout.placeholders[0], layout.placeholders[1]
    title.left, title.top, title.width, title.height = Pt(left), Pt(top), Pt(width), Pt(60)
    body.left, body.top, body.width, body.height = Pt(left), Pt(top + 80), Pt(width), Pt(height + 120)
    style = (
        f'<a:lvl1pPr {nsdecls("a")}><a:defRPr sz="{size * 100}"><a:latin typeface="{family}"/></a:defRPr></a:lvl1pPr>'
    )
    found = body.element.find(".//{*}lstStyle")
    found.append(parse_xml(style))
    with tempfile.TemporaryDirectory() as folder:
        deck.save(f"{folder}/t.pptx")
        design = open_template(f"{folder}/t.pptx").design
    assert broken(plan_any(outline, design), design, outline) == []


def test_a_templates_date_footer_and_number_are_filled(template: Path) -> None:
    slides = plan_deck(ferry(), DeckOptions(template=str(template), footer="For the board"))
    content = slides.slides[3]
    foot = [content.text(role) for role in (Role.DATE, Role.FOOTER, Role.NUMBER)]
    assert [text.paragraphs[0].text for text in foot if text] == ["14 February 2025", "For the board", "4"]
    undated = plan_deck(replace(ferry(), date=None), DeckOptions(template=str(template)))
    assert undated.slides[3].text(Role.DATE) is None


def test_columns_of_another_ground_or_of_one_index_are_not_taken(template: Path) -> None:
    ground = (
        b'<p:bg><p:bgPr><a:solidFill><a:srgbClr val="102030"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'
    )
    dark = [swap(f"ppt/slideLayouts/slideLayout{n}.xml", b"<p:spTree>", ground) for n in (4, 5)]

    def both(parts: dict[str, bytes]) -> None:
        for change in dark:
            change(parts)

    base = open_base(DeckOptions(template=str(changed(template, both))))
    assert base.seats[Kind.COMPARISON].layout.name == "Title and Content"

    def alike(parts: dict[str, bytes]) -> None:
        for number in (4, 5):
            name = f"ppt/slideLayouts/slideLayout{number}.xml"
            parts[name] = re.sub(rb'(<p:ph [^>]*idx=)"\d"', rb'\1"1"', parts[name])

    base = open_base(DeckOptions(template=str(changed(template, alike))))
    assert base.seats[Kind.COMPARISON].layout.name == "Title and Content"


def test_a_template_without_views_gets_them(template: Path, tmp_path: Path) -> None:
    def bare(parts: dict[str, bytes]) -> None:
        del parts["ppt/viewProps.xml"]
        swap(TYPES, rb'<Override PartName="/ppt/viewProps.xml"[^>]*/>', b"")(parts)
        swap("ppt/_rels/presentation.xml.rels", rb'<Relationship [^>]*viewProps"[^>]*/>', b"")(parts)

    make_deck(ferry(), tmp_path / "deck.pptx", DeckOptions(template=str(changed(template, bare))))
    assert check(tmp_path / "deck.pptx") == []


def test_a_pictures_caption_has_its_place_in_a_template(template: Path) -> None:
    outline = gallery()
    design = open_template(str(template)).design
    assert broken(plan_any(outline, design), design, outline) == []
