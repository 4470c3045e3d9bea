"""A sound deck has no findings; planted faults are found, whether they break the file or keep people out."""

import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from deck.samples import SENTENCES, draw_picture, gallery
from deckmaker.deck import DeckOptions, make_deck
from deckmaker.deck.check import Level, check_deck
from deckmaker.errors import InputError

MAIN, TYPES, CORE = "ppt/presentation.xml", "[Content_Types].xml", "docProps/core.xml"
AGENDA, CONTENT = "ppt/slides/slide5.xml", "ppt/slides/slide6.xml"
Change = Callable[[bytes], bytes | None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with every kind of slide."""
    folder = tmp_path_factory.mktemp("sound")
    draw_picture(folder)
    make_deck(gallery(), folder / "deck.pptx", DeckOptions(folder=str(folder)), SENTENCES)
    return folder / "deck.pptx"


def swap(old: str, new: str, count: int = 1) -> Change:
    """A change by a pattern."""
    return lambda data: re.sub(old.encode(), new.encode(), data, count=count, flags=re.DOTALL)


def drop(_data: bytes) -> None:
    """Leave the part out."""


def twice(pattern: str, of: str) -> Change:
    """Give the second match of the pattern the first one's value."""

    def change(data: bytes) -> bytes:
        first, second = re.findall(pattern.encode(), data)[:2]
        return data.replace(of.encode() % second, of.encode() % first)

    return change


SECTION = r'<p14:section [^>]*id="(\{[^"]*\})"'
FAULTS: dict[str, dict[str, Change]] = {
    "two shapes of one id": {CONTENT: swap('<p:cNvPr id="3"', '<p:cNvPr id="2"')},
    "two slides of one id": {MAIN: swap('<p:sldId id="257"', '<p:sldId id="256"')},
    "a slide id below 256": {MAIN: swap('id="260"', 'id="12"', 0)},
    "children of a run's looks in the wrong order": {
        AGENDA: swap(
            "(<a:hlinkClick .*?</a:hlinkClick>)</a:rPr>",
            r'\1<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr>',
        )
    },
    "an id that leads nowhere": {AGENDA: swap(r'r:id="rId\d+"', 'r:id="rId99"')},
    "slides before masters": {
        MAIN: swap("(<p:sldMasterIdLst>.*?</p:sldMasterIdLst>)(.*?)(<p:sldIdLst>.*?</p:sldIdLst>)", r"\3\1\2")
    },
    "a slide without a content type": {TYPES: swap('<Override PartName="/ppt/slides/slide3.xml"[^>]*/>', "")},
    "a text without a paragraph": {CONTENT: swap(r"(<a:lstStyle/>)(<a:p>.*?</a:p>)+(</p:txBody>)", r"\1\3")},
    "a section with a slide that is none": {MAIN: swap('<p14:sldId id="258"/>', '<p14:sldId id="999"/>')},
    "a section with a slide twice": {MAIN: swap('(<p14:sldId id="258"/>)', r"\1\1")},
    "two sections of one id": {MAIN: twice(SECTION, "%s")},
    "a section id that is none": {MAIN: swap(r'(<p14:section [^>]*id=")\{[^"]*\}', r"\1abc")},
    "a size below zero": {AGENDA: swap(r'<a:ext cx="\d+"', '<a:ext cx="-5"')},
    "half a point's half": {CONTENT: swap(r'sz="\d+"', 'sz="1850.5"')},
    "extensions not last": {
        MAIN: swap("(<p:defaultTextStyle>.*?</p:defaultTextStyle>)(<p:extLst>.*?</p:extLst>)", r"\2\1")
    },
    "a slide that is not listed": {
        MAIN: lambda data: re.sub(rb'<p14:sldId id="260"/>|<p:sldId id="260"[^>]*/>', b"", data)
    },
    "a slide without a layout": {
        "ppt/slides/_rels/slide6.xml.rels": swap('<Relationship [^>]*relationships/slideLayout"[^>]*/>', "")
    },
    "a colour's name": {
        CONTENT: swap("(<a:rPr [^>]*)/>", r'\1><a:solidFill><a:srgbClr val="white"/></a:solidFill></a:rPr>')
    },
    "a picture's file missing": {"ppt/media/image1.png": drop},
    "two layouts of one id": {
        "ppt/slideMasters/slideMaster1.xml": lambda data: data.replace(b'id="2147483650"', b'id="2147483649"')
    },
    "a slide in no section": {MAIN: swap('<p14:sldId id="258"/>', "")},
    "a date that is none": {CORE: swap(r">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<", ">yesterday<")},
    "an attribute that is none": {CONTENT: swap('<p:cNvPr id="3"', '<p:cNvPr foo="1" id="3"')},
    "looks after text": {CONTENT: swap("<a:r>(<a:rPr [^>]*/>)(<a:t>[^<]*</a:t>)", r"<a:r>\2\1")},
    "an empty id": {AGENDA: swap(r'r:id="rId\d+"', 'r:id=""')},
    "two titles": {CONTENT: swap('<p:ph idx="1"/>', '<p:ph type="title"/>')},
    "notes of another slide": {
        "ppt/notesSlides/_rels/notesSlide2.xml.rels": swap(r"slides/slide\d+.xml", "slides/slide1.xml")
    },
    "a control character": {CONTENT: swap("The ferry", "The_x000B_ ferry")},
    "a template's content type": {TYPES: swap(r"presentation\.main\+xml", "template.main+xml")},
    "no xml": {CONTENT: swap("<p:cSld", "<p:cSld <")},
    "no chart": {"ppt/charts/chartOfDeck1.xml": drop},
    "no workbook": {"ppt/embeddings/chartOfDeck1.xlsx": drop},
    "no content types": {TYPES: drop},
    "no alternative text": {"ppt/slides/slide10.xml": swap(' descr="[^"]*"', "")},
    "a table without a header": {"ppt/slides/slide10.xml": swap(' firstRow="1"', "")},
    "text without a language": {CONTENT: swap(' lang="en-US"', "")},
    "a title that is another's": {CONTENT: swap("More sailings", "What comes next")},
    "an empty title": {CONTENT: swap("<a:t>More sailings</a:t>", "<a:t></a:t>")},
    "a link that does not say where it goes": {CONTENT: swap("Back to agenda</a:t>", "Click here</a:t>")},
    "a bar that is not marked as decorative": {"ppt/slides/slide1.xml": swap("adec:decorative", "adec:nothing", 0)},
}


def planted(path: Path, changes: dict[str, Change], folder: Path) -> Path:
    """The deck with a fault."""
    target = folder / "fault.pptx"
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as other:
        for name in package.namelist():
            data = package.read(name)
            made = changes[name](data) if name in changes else data
            assert made != data or name not in changes, f"nothing was changed in {name}"
            if made is not None:
                other.writestr(name, made)
    return target


def test_a_sound_deck_has_no_findings(sound: Path) -> None:
    assert check_deck(sound) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_faults_are_found(fault: str, sound: Path, tmp_path: Path) -> None:
    findings = check_deck(planted(sound, FAULTS[fault], tmp_path))
    assert findings
    assert all(finding.message for finding in findings)


def test_a_part_kept_twice_is_found(sound: Path, tmp_path: Path) -> None:
    path = planted(sound, {}, tmp_path)
    with zipfile.ZipFile(path, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(CONTENT, package.read(CONTENT))
    assert any("same name" in str(finding) for finding in check_deck(path))


def test_findings_name_the_slide_and_the_remedy(sound: Path, tmp_path: Path) -> None:
    (finding,) = check_deck(planted(sound, FAULTS["a table without a header"], tmp_path))
    assert (finding.level, finding.slide) == (Level.ERROR, 10)
    assert str(finding) == "slide 10: a table has no header row"
    assert finding.remedy == "Mark its first row as the header row."


def test_decks_of_others_are_read_too(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    low = slide.shapes.add_textbox(Pt(50), Pt(400), Pt(100), Pt(30))
    low.text_frame.text = "Read first"
    slide.shapes.add_textbox(Pt(50), Pt(200), Pt(100), Pt(30)).text_frame.text = "Stands above"
    low.text_frame.paragraphs[0].runs[0].font.size = Pt(6)
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(str(tmp_path / "deck.pptx"))
    said = [str(finding) for finding in check_deck(tmp_path / "deck.pptx")]
    assert said == [
        "slide 1: the slide has no title",
        "slide 2: the slide has no title",
        "slide 1: text in 'TextBox 3' has no language",
        "slide 1: letters of 6 pt are too small to read",
        "slide 1: text in 'TextBox 4' has no language",
        "slide 1: 'TextBox 3' is read before 'TextBox 4', which stands above it",
    ]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 half a zip"])
def test_what_is_no_deck_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    path.write_bytes(data)
    with pytest.raises(InputError):
        check_deck(path)


def test_a_missing_deck_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        check_deck(tmp_path / "none.pptx")
