"""Planted faults: each kind is found by page-validation, qpdf or our own checks; without one, nothing is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from deckmaker.document import Place
from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.outline import Bullet, DateEvent, Figure, Outline, Picture, Quote, Section, Table
from memo.pdf_checks import elements, trouble

Harbour = Callable[..., Outline]
Plant = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A memo with everything that a memo can have."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("sound")
    Image.new("RGBA", (40, 30), (200, 30, 30, 128)).save(folder / "q.png")
    table = Table("Costs", ("Item", "Euro"), tuple((f"Part {n}", f"{n},000") for n in range(60)), (Place(4, 1),))
    exhibits = (table, Picture("q.png", "A red quay", "The quay"), Quote("We sink", "Ada"))
    point = Bullet("See λόγος there", (Place(3, 1), Place(9, 9)), (Bullet("Below"),))
    outline = Outline(
        "The harbour",
        (Section("Why", (point,)), Section("Shown", (), "", exhibits)),
        language="en",
        summary=Bullet("Rebuild", (Place(2, 1),)),
        figures=(Figure("$6 million", "cost"),),
        dates=(DateEvent("2031", "The end"),),
    )
    options = MemoOptions(head=MemoHead("Director", ref="A/1"), marking="OFFICIAL", signature=("Ada",))
    options = replace(options, attachment=b"title: x\n", folder=str(folder))
    return make_memo(outline, folder / "memo.pdf", options).path


def first(pdf: Pdf, tag: str) -> Object:
    return next(one for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == f"/{tag}")


def a_font(pdf: Pdf) -> Object:
    fonts: list[Object] = [*pdf.pages[0].Resources.Font.values()]
    return fonts[0]


def descendant(pdf: Pdf) -> Object:
    return a_font(pdf).DescendantFonts[0]


def a_link(pdf: Pdf) -> Object:
    links: list[Object] = [*pdf.pages[0].Annots]
    return links[0]


def edit(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Change the first page's content."""
    stream = pdf.pages[0].Contents
    data = stream.read_bytes()
    assert old in data
    stream.write(data.replace(old, new, 1))


def swap_parents(pdf: Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def lose_a_piece(pdf: Pdf) -> None:
    element = next(one for one in elements(pdf.Root.StructTreeRoot) if len(one.get("/K", [])) == 1 and one.S == Name.P)
    element.K = Array()


def xmp_says_otherwise(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b"The harbour", b"Another one")
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def no_identification(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b"")
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def codes_without_text(pdf: Pdf) -> None:
    data = a_font(pdf).ToUnicode.read_bytes()
    start = data.index(b"beginbfchar\n") + 12
    a_font(pdf).ToUnicode.write(data[:start] + b"<FFF0>" + data[start + 6 :])


def change(key: str, value: object) -> Callable[[Object], None]:
    def put(there: Object) -> None:
        if value is None:
            del there[key]
        else:
            there[key] = value

    return put


WRONG = Array([1, Array([999] * 60)])
FAULTS: dict[str, Plant] = {
    "no language": lambda pdf: change("/Lang", None)(pdf.Root),
    "a language that is none": lambda pdf: change("/Lang", String("no language"))(first(pdf, "Span")),
    "no title shown": lambda pdf: change("/ViewerPreferences", None)(pdf.Root),
    "not marked": lambda pdf: change("/MarkInfo", None)(pdf.Root),
    "no structure": lambda pdf: change("/StructTreeRoot", Dictionary(Type=Name.StructTreeRoot))(pdf.Root),
    "no output intent": lambda pdf: change("/OutputIntents", None)(pdf.Root),
    "title differs from the metadata": xmp_says_otherwise,
    "no PDF/UA identification": no_identification,
    "a figure without words": lambda pdf: change("/Alt", None)(first(pdf, "Figure")),
    "a note without a name": lambda pdf: change("/ID", None)(first(pdf, "Note")),
    "a heading skipped": lambda pdf: change("/S", Name.H4)(first(pdf, "H2")),
    "two first headings": lambda pdf: change("/S", Name.H1)(first(pdf, "H2")),
    "an unknown tag": lambda pdf: change("/S", Name("/Bullet"))(first(pdf, "P")),
    "a header cell that heads nothing": lambda pdf: change("/A", None)(first(pdf, "TH")),
    "a row too short": lambda pdf: first(pdf, "TR").K.__delitem__(0),
    "a list item outside a list": lambda pdf: change("/S", Name.P)(first(pdf, "L")),
    "a link that says nothing": lambda pdf: change("/Contents", None)(a_link(pdf)),
    "a link outside the structure": lambda pdf: change("/StructParent", None)(a_link(pdf)),
    "a link that leads nowhere": lambda pdf: change("/Dest", None)(a_link(pdf)),
    "a link that is not printed": lambda pdf: change("/F", 0)(a_link(pdf)),
    "no tab order": lambda pdf: change("/Tabs", None)(pdf.pages[0].obj),
    "parents swapped": swap_parents,
    "a piece that no element holds": lose_a_piece,
    "a page that leads to no element": lambda pdf: change("/StructParents", 77)(pdf.pages[0].obj),
    "text outside the structure": lambda pdf: edit(pdf, b"BT", b"BT /F1 9 Tf 1 0 0 1 9 9 Tm <0001> Tj ET BT"),
    "a rule that is no artifact": lambda pdf: edit(pdf, b"/Artifact BMC", b"0 0 m 9 9 l S /Artifact BMC"),
    "marked content left open": lambda pdf: edit(pdf, b"EMC", b""),
    "an operator that is none": lambda pdf: edit(pdf, b"BT", b"BTT"),
    "a colour of a printing press": lambda pdf: edit(pdf, b"BT", b"0 0 0 1 k BT"),
    "a font that is not embedded": lambda pdf: change("/FontFile2", None)(
        a_font(pdf).DescendantFonts[0].FontDescriptor
    ),
    "a font that says no text": lambda pdf: change("/ToUnicode", None)(a_font(pdf)),
    "codes that say no text": codes_without_text,
    "widths that are not the font's": lambda pdf: change("/W", Array([1, Array([999] * 60)]))(
        a_font(pdf).DescendantFonts[0]
    ),
    "an attachment without relation": lambda pdf: change("/AFRelationship", None)(pdf.Root.AF[0]),
    "an attachment not associated": lambda pdf: change("/AF", None)(pdf.Root),
    "a script": lambda pdf: change("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("x")))(pdf.Root),
    "encryption": lambda pdf: None,
}


def test_a_sound_memo_has_no_trouble(sound: Path) -> None:
    assert trouble(sound) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(sound: Path, tmp_path: Path, fault: str) -> None:
    planted = tmp_path / "planted.pdf"
    with pikepdf.open(sound) as pdf:
        FAULTS[fault](pdf)
        encryption = pikepdf.Encryption(owner="o", user="") if fault == "encryption" else None
        pdf.save(planted, encryption=encryption, static_id=encryption is None)
    try:
        found = trouble(planted)
    except (KeyError, AttributeError, ValueError) as error:  # our checks need a structure to walk
        found = [repr(error)]
    assert found, f"nobody finds: {fault}"


def test_saving_alone_plants_no_fault(sound: Path, tmp_path: Path) -> None:
    with pikepdf.open(sound) as pdf:
        pdf.save(tmp_path / "saved.pdf", static_id=True)
    assert trouble(tmp_path / "saved.pdf") == []
