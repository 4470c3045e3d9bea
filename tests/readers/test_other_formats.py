"""OpenDocument, EPUB and Rich Text, made here: structure, what is left out, locked and hostile files."""

import datetime
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmaker.document import BlockKind, Document, Table
from deckmaker.errors import InputError
from deckmaker.readers import limits, read_bytes
from deckmaker.readers.options import ReadOptions
from readers.harbour import FIRST, SECOND, THIRD, blocks

HEADING, PARAGRAPH, ITEM, QUOTE = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def png() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 6), "navy").save(stream, "PNG")
    return stream.getvalue()


NAMES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("meta", "meta"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
ODT = "application/vnd.oasis.opendocument.text"


def odt(inner: str, **members: bytes) -> Document:
    styles = (
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="P2" style:parent-style-name="Intense_20_Quote"/>'
    )
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{inner}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": ODT.encode(), "content.xml": content.encode()}
    return read_bytes(zipped(parts | {name.replace("_", "."): data for name, data in members.items()}), "a.odt")


def test_odt_structure() -> None:
    document = odt(
        '<text:p text:style-name="P1">A wider channel</text:p><text:p>By Ada Lind</text:p>'
        f'<text:h text:outline-level="1">Costs</text:h>'
        f"<text:p>{FIRST}<text:note><text:p>A note.</text:p></text:note></text:p>"
        "<text:list><text:list-item><text:p>A<text:s/>loan</text:p>"
        "<text:list><text:list-item><text:p>of the region</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
        '<text:p text:style-name="P2">It is <text:span>serious</text:span>.</text:p>'
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:p><draw:frame><draw:text-box><text:p>Beside</text:p></draw:text-box></draw:frame>"
        f"{SECOND}<office:annotation><text:p>comment</text:p></office:annotation></text:p>"
    )
    assert blocks(document) == [
        (HEADING, "A wider channel"),
        (HEADING, "Costs"),
        (PARAGRAPH, FIRST),
        (ITEM, "A loan"),
        (ITEM, "of the region"),
        (QUOTE, "It is serious."),
        (PARAGRAPH, SECOND),
    ]
    assert [block.level for block in document.blocks if block.level] == [1, 2, 1, 2]
    assert (document.title, document.byline) == ("A wider channel", "Ada Lind")


def test_odt_tables_pictures_and_properties() -> None:
    row = "<table:table-row>{}</table:table-row>".format
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>".format
    meta = (
        f"<office:document-meta {NAMES}><office:meta><dc:title>A wider channel</dc:title>"
        "<meta:initial-creator>Ada Lind</meta:initial-creator>"
        "<meta:creation-date>2031-03-04T05:06:07</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )
    head = f"<table:table-header-rows>{row(cell('', 'Year') + cell('', 'Cost'))}</table:table-header-rows>"
    spans = ' table:number-columns-repeated="2"'
    document = odt(
        f"<text:p>{FIRST}</text:p><table:table>{head}{row(cell('', '2031') + cell('', '48'))}{row(cell(spans, 'none'))}"
        "</table:table><text:p><draw:frame>"
        '<draw:image xlink:href="map.png"/><svg:desc>A map</svg:desc></draw:frame></text:p>',
        meta_xml=meta.encode(),
        map_png=png(),
    )
    (table,) = [block.table for block in document.blocks if block.table]
    (picture,) = [block.picture for block in document.blocks if block.picture]
    assert table == Table((("2031", "48"), ("none", "")), (("Year", "Cost"),))
    assert (picture.alt, picture.data, picture.media_type) == ("A map", png(), "image/png")
    assert (document.title, document.byline, document.date) == (
        "A wider channel",
        "Ada Lind",
        datetime.date(2031, 3, 4),
    )


def test_a_locked_odt_is_named() -> None:
    manifest = b'<manifest><encryption-data checksum="x"/></manifest>'
    data = zipped({"mimetype": ODT.encode(), "content.xml": b"\x00", "META-INF/manifest.xml": manifest})
    with pytest.raises(InputError, match="password"):
        read_bytes(data, "a.odt")


def epub(*chapters: str, about: str = "", members: dict[str, bytes] | None = None) -> bytes:
    kind = "application/xhtml+xml"
    items = "".join(f'<item id="c{n}" href="text/c{n}.xhtml" media-type="{kind}"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    opf = (
        f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{about}'
        f'</metadata><manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" media-type="{kind}"/>'
        f'<item id="p" href="map.png" media-type="image/png"/></manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    page = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    )
    parts = {f"OPS/text/c{n}.xhtml": f"{page}<body>{text}</body></html>".encode() for n, text in enumerate(chapters)}
    container = b'<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    parts |= {"META-INF/container.xml": container, "OPS/book.opf": opf.encode(), "OPS/nav.xhtml": page.encode()}
    return zipped({"mimetype": b"application/epub+zip"} | parts | (members or {}))


ABOUT = (
    "<dc:title>The harbour book</dc:title><dc:creator>Ada Lind</dc:creator><dc:date>2031-03-04</dc:date>"
    "<dc:language>en-GB</dc:language>"
)


def test_epub_chapters_in_order_with_structure() -> None:
    data = epub(
        f"<h1>Costs</h1><p>{FIRST}<sup><a xmlns:epub='http://www.idpf.org/2007/ops' epub:type='noteref'>1</a></sup></p>"
        "<ul><li>A <b>loan</b><ul><li>of&nbsp;the region</li></ul></li></ul>"
        "<aside xmlns:epub='http://www.idpf.org/2007/ops' epub:type='footnote'><p>A note.</p></aside>",
        f"<h1>Warnings</h1><blockquote><p>It is serious.</p></blockquote><pre>code</pre><div>{SECOND}</div>"
        "<table><caption>Costs</caption><tr><th>Year</th><th>Cost</th></tr><tr><td>2031</td><td>48</td></tr></table>"
        "<figure><img src='../map.png' alt='A map'/><figcaption>The harbour</figcaption></figure>"
        f"<p>{THIRD}</p>",
        about=ABOUT,
        members={"OPS/map.png": png()},
    )
    document = read_bytes(data, "book")
    assert blocks(document) == [
        (HEADING, "The harbour book"),
        (HEADING, "Costs"),
        (PARAGRAPH, FIRST),
        (ITEM, "A loan"),
        (ITEM, "of the region"),
        (HEADING, "Warnings"),
        (QUOTE, "It is serious."),
        (PARAGRAPH, SECOND),
        (BlockKind.TABLE, "Costs\nYear | Cost\n2031 | 48"),
        (BlockKind.PICTURE, "The harbour"),
        (PARAGRAPH, THIRD),
    ]
    assert (document.byline, document.date, document.language) == ("Ada Lind", datetime.date(2031, 3, 4), "en-GB")
    assert [block.level for block in document.blocks if block.level] == [1, 2, 1, 2, 2]
    (picture,) = [block.picture for block in document.blocks if block.picture]
    assert (picture.alt, picture.data, picture.name) == ("A map", png(), "map.png")


def test_a_protected_book_is_named() -> None:
    locked = b'<encryption><CipherReference URI="OPS/text/c0.xhtml"/></encryption>'
    with pytest.raises(InputError, match="DRM"):
        read_bytes(epub(f"<p>{FIRST}</p>", members={"META-INF/encryption.xml": locked}), "a.epub")
    font = b'<encryption><CipherReference URI="OPS/font.otf"/></encryption>'
    assert read_bytes(epub(f"<p>{FIRST}</p>", members={"META-INF/encryption.xml": font}), "a.epub").text == FIRST


def test_books_have_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="takes too long"):
        read_bytes(epub(f"<p>{FIRST}</p>"), "a.epub", ReadOptions(is_late=lambda: True))
    with pytest.raises(InputError, match="nested too deeply"):
        read_bytes(epub("<div>" * limits.MAX_DEPTH + FIRST + "</div>" * limits.MAX_DEPTH), "a.epub")
    monkeypatch.setattr("deckmaker.readers.epub.MAX_CHARACTERS", 100)
    with pytest.raises(InputError, match="too much text"):
        read_bytes(epub(f"<p>{FIRST}</p>"), "a.epub")


def rtf(inner: str) -> Document:
    return read_bytes(f"{{\\rtf1\\ansi\\ansicpg1252 {inner}}}".encode("latin-1"), "a.rtf")


def test_rtf_text_lists_tables_and_properties() -> None:
    document = rtf(
        "{\\info{\\title Harbour}{\\author Ada Lind}{\\creatim\\yr2031\\mo3\\dy4}}"
        f"A wider channel for the harbour\\par {FIRST}\\par Costs\\par {{\\pntext\\'b7\\tab}}A loan\\par "
        f"{{\\pntext\\'b7\\tab}}A tax\\par {SECOND} H\\'e4fen and \\u8364?\\par "
        "\\trowd Year\\cell Cost\\cell\\row 2031\\cell 48\\cell\\row\\pard "
        f"{THIRD}\\par"
    )
    assert blocks(document) == [
        (HEADING, "A wider channel for the harbour"),
        (PARAGRAPH, FIRST),
        (HEADING, "Costs"),
        (ITEM, "A loan"),
        (ITEM, "A tax"),
        (PARAGRAPH, f"{SECOND} Häfen and €"),
        (BlockKind.TABLE, "Year | Cost\n2031 | 48"),
        (PARAGRAPH, THIRD),
    ]
    assert (document.byline, document.date) == ("Ada Lind", datetime.date(2031, 3, 4))


def test_rtf_limits_and_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rtf(f"{{\\pict\\pngblip {'89504e47' * 200_000}}}{FIRST}\\par").text == FIRST
    monkeypatch.setattr("deckmaker.readers.rtf.MAX_MARKUP", 100)
    with pytest.raises(InputError, match="too much RTF"):
        rtf(FIRST)
    monkeypatch.undo()
    monkeypatch.setattr("deckmaker.readers.rtf.MAX_CHARACTERS", 100)
    with pytest.raises(InputError, match="too much text"):
        rtf(FIRST)


PIECES = st.sampled_from(
    [
        "{",
        "}",
        "\\par ",
        "\\'e4",
        "\\'zz",
        "\\u8364?",
        "\\u99999999 ",
        "\\cell",
        "\\row",
        "|",
        "\\bin9 ",
        "\\*",
        "\\",
        "x. ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_rtf(pieces: list[str]) -> None:
    try:
        text = rtf("".join(pieces) + FIRST).text
    except InputError as error:
        text = error.remedy
    assert text


TAGS = "p div ul li table tr td h1 br text:p text:h table:table".split()
OTHERS = ("&nbsp;", "&none;", "&amp;", "<img/>", "text ", "<", ">", "<!--", "-->")
MARKUP = st.sampled_from([*OTHERS, *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS)])


@settings(max_examples=100, deadline=None)
@given(st.lists(MARKUP, max_size=30))
def test_any_markup(pieces: list[str]) -> None:
    inner = "".join(pieces)
    for is_book in (True, False):
        try:
            book = epub(inner, f"<p>{FIRST}</p>")
            text = (read_bytes(book, "a") if is_book else odt(f"<text:p>{FIRST}</text:p>{inner}")).text
        except InputError as error:
            text = error.remedy
        assert text
