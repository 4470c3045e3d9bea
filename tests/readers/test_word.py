"""Word files, made here with python-docx and by hand: what styles and changes say, odd and hostile packages."""

import datetime
import io
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml as element
from docx.oxml.ns import nsdecls
from PIL import Image

from deckmaker.document import BlockKind, Document, Table
from deckmaker.readers import read_bytes
from readers.harbour import FIRST, SECOND, THIRD, blocks

HEADING, PARAGRAPH, ITEM, QUOTE = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE


def saved(word: Any) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def read(data: bytes) -> Document:
    return read_bytes(data, "article.docx")


def of_body(inner: str) -> Document:
    """The document of a body written as XML, with the default template's styles."""
    word = docx.Document()
    body = word.element.body
    for child in element(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{inner}</w:body>"):
        body.insert(len(body) - 1, child)
    return read(saved(word))


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def article() -> Any:
    word = docx.Document()
    word.add_paragraph("A wider channel", style="Title")
    word.add_paragraph("By Ada Lind")
    word.add_paragraph("March 4, 2031")
    word.add_paragraph(FIRST)
    word.add_heading("Costs", level=1)
    word.add_paragraph("A loan", style="List Bullet")
    word.add_paragraph("of the region", style="List Bullet 2")
    word.add_paragraph("A tax", style="List Number")
    word.add_paragraph("It is serious.", style="Intense Quote")
    word.add_heading("Later", level=2)
    word.add_paragraph(SECOND)
    return word


def test_styles_make_title_headings_lists_and_quotes() -> None:
    document = read(saved(article()))
    assert blocks(document) == [
        (HEADING, "A wider channel"),
        (PARAGRAPH, FIRST),
        (HEADING, "Costs"),
        (ITEM, "A loan"),
        (ITEM, "of the region"),
        (ITEM, "A tax"),
        (QUOTE, "It is serious."),
        (HEADING, "Later"),
        (PARAGRAPH, SECOND),
    ]
    assert [block.level for block in document.blocks if block.level] == [1, 2, 1, 2, 1, 3]
    assert (document.title, document.byline) == ("A wider channel", "Ada Lind")
    assert document.date == datetime.date(2031, 3, 4)


def test_properties_fill_in_where_the_text_says_nothing() -> None:
    word = docx.Document()
    word.add_paragraph(FIRST)
    core = word.core_properties
    core.title, core.author, core.created = (
        "A wider channel",
        "Ada Lind",
        datetime.datetime(2031, 3, 4, 5, 6, tzinfo=datetime.UTC),
    )
    document = read(saved(word))
    assert (document.title, document.byline, document.date) == (
        "A wider channel",
        "Ada Lind",
        datetime.date(2031, 3, 4),
    )
    assert blocks(document) == [(PARAGRAPH, FIRST)]
    core.title, core.author = "Microsoft Word - channel.doc", "Administrator"
    assert (read(saved(word)).title, read(saved(word)).byline) == ("", "")


@pytest.mark.parametrize("name", ["Überschrift 2", "Titre 2", "Título 2", "Заголовок 2", "heading 2 centred"])
def test_headings_by_translated_names(name: str) -> None:
    word = docx.Document()
    word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph(FIRST)
    word.add_paragraph("Kosten", style=name)
    word.add_paragraph(SECOND)
    assert [(block.kind, block.level) for block in read(saved(word)).blocks][1] == (HEADING, 2)


def test_headings_by_outline_level_and_by_the_style_they_are_based_on() -> None:
    word = docx.Document()
    word.styles.add_style("House head", WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Heading 3"]
    word.add_paragraph(FIRST)
    word.add_paragraph("By its base", style="House head")
    word.add_paragraph(SECOND)
    own = word.add_paragraph("By itself")
    own._p.get_or_add_pPr().append(element(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>'))
    word.add_paragraph(THIRD)
    body_text = word.add_paragraph("Level nine is text.")
    body_text._p.get_or_add_pPr().append(element(f'<w:outlineLvl {nsdecls("w")} w:val="9"/>'))
    levels = [(block.kind, block.level) for block in read(saved(word)).blocks]
    assert levels[1::2] == [(HEADING, 3), (HEADING, 2), (PARAGRAPH, 0)]


def test_bold_lines_are_headings_where_no_style_makes_any() -> None:
    word = docx.Document()
    for text in ("", FIRST, "What it costs", SECOND, "Who pays", THIRD):
        run = word.add_paragraph().add_run(text)
        run.bold = len(text) < 20
    found = [text for kind, text in blocks(read(saved(word))) if kind is HEADING]
    assert found == ["What it costs", "Who pays"]


def test_changes_are_read_as_accepted() -> None:
    document = of_body(
        "<w:p><w:r><w:t>The port</w:t></w:r><w:del><w:r><w:delText> never</w:delText></w:r></w:del>"
        '<w:ins><w:r><w:t xml:space="preserve"> soon</w:t></w:r></w:ins>'
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        '<w:r><w:t xml:space="preserve"> opens its </w:t></w:r></w:p>'
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Both halves of </w:t></w:r></w:p>'
        + paragraph("this are one sentence.")
        + "<w:ins><w:p><w:r><w:t>A paragraph came in whole.</w:t></w:r></w:p></w:ins>"
    )
    assert [text for _, text in blocks(document)] == [
        "The port soon opens its",
        "Both halves of this are one sentence.",
        "A paragraph came in whole.",
    ]


def test_what_stands_beside_the_text_is_left_out() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "The Harbour Post"
    word.sections[0].footer.paragraphs[0].text = "Page 1"
    word.add_paragraph(FIRST)
    word.element.body.insert(
        1,
        element(
            f"<w:p {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:r><w:pict><v:shape>"
            "<v:textbox><w:txbxContent>"
            "<w:p><w:r><w:t>Beside the text.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
            "<w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            "<w:r><w:t>In the text</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>"
        ),
    )
    document = read(saved(word))
    assert [text for _, text in blocks(document)] == [FIRST, "In the text."]
    assert [warning.kind for warning in document.warnings] == ["left-out"]


def test_text_boxes_are_the_text_where_there_is_no_other() -> None:
    inner = f"<w:txbxContent>{paragraph(FIRST)}</w:txbxContent>"
    document = of_body(f"<w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p>")
    assert [text for _, text in blocks(document)] == [FIRST]


def test_content_controls_and_contents_lists() -> None:
    document = of_body(
        f"<w:sdt><w:sdtContent>{paragraph(FIRST)}</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph('Costs ... 7')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )
    assert [text for _, text in blocks(document)] == [FIRST]


def test_tables_with_merged_cells_and_headers() -> None:
    word = docx.Document()
    word.add_paragraph(FIRST)
    table = word.add_table(3, 3)
    for row, texts in enumerate((("Year", "Cost", "Note"), ("2031", "48", "a"), ("2032", "50", "b"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 1).merge(table.cell(1, 2))
    table.rows[0]._tr.get_or_add_trPr().append(element(f"<w:tblHeader {nsdecls('w')}/>"))
    found = read(saved(word)).blocks[1].table
    assert found == Table((("2031", "48 a", ""), ("2032", "50", "b")), (("Year", "Cost", "Note"),))


def test_a_table_that_only_arranges_text_is_text() -> None:
    word = docx.Document()
    table = word.add_table(1, 1)
    table.cell(0, 0).text = FIRST
    table.cell(0, 0).add_paragraph("A point", style="List Bullet")
    assert blocks(read(saved(word))) == [(PARAGRAPH, FIRST), (ITEM, "A point")]


def test_pictures_with_alt_text_and_caption() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(stream, "PNG")
    word = docx.Document()
    word.add_paragraph(FIRST)
    word.add_picture(io.BytesIO(stream.getvalue()))
    next(word.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")).set(
        "descr", "A map of the harbour"
    )
    word.add_paragraph("The harbour in 2030", style="Caption")
    word.add_paragraph(SECOND)
    document = read(saved(word))
    (picture,) = [block.picture for block in document.blocks if block.picture]
    assert (picture.alt, picture.caption) == ("A map of the harbour", "The harbour in 2030")
    assert (picture.data, picture.media_type) == (stream.getvalue(), "image/png")
    assert (picture.width, picture.height) == (40, 30)
    assert [kind for kind, _ in blocks(document)] == [PARAGRAPH, BlockKind.PICTURE, PARAGRAPH]


def test_typed_bullets_and_dashes_are_lists() -> None:
    word = docx.Document()
    for text in (FIRST, "• A loan", "☐ A tax", SECOND, "- one", "- two", "- is not a list.", THIRD, "– alone"):
        word.add_paragraph(text)
    items = [text for kind, text in blocks(read(saved(word))) if kind is ITEM]
    assert items == ["A loan", "A tax", "one", "two", "is not a list."]
