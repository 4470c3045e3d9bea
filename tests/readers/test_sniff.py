"""Formats are told by content; what is not read is named, with what to do."""

import io
import zipfile

import pytest

from deckmaker.errors import InputError
from deckmaker.readers import read_bytes
from deckmaker.readers.sniff import format_of, looks_like_html
from readers.harbour import FIRST

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**members: bytes) -> bytes:
    """A ZIP package; a double underscore in a name is a slash, "_dot_" a full stop."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["", "-", "a", "a.txt", "a.docx", "a.exe"])
def test_content_decides_whatever_the_name_says(name: str) -> None:
    assert format_of(b"%PDF-1.7\n...", name) == ".pdf"
    assert format_of(b"junk of a mail gateway\r\n%PDF-1.4", name) == ".pdf"
    assert format_of(b"{\\rtf1\\ansi Hello}", name) == ".rtf"
    assert format_of(zipped(word__document_dot_xml=b"<w/>"), name) == ".docx"
    assert format_of(zipped(mimetype=b"application/epub+zip"), name) == ".epub"
    assert format_of(zipped(mimetype=b"application/vnd.oasis.opendocument.text"), name) == ".odt"
    assert format_of(b"<!DOCTYPE html>\n<title>Hafen</title>", name) == ".html"
    assert format_of(FIRST.encode(), name) == ".txt"


def test_only_the_name_tells_texts_apart() -> None:
    assert format_of(FIRST.encode(), "notes.md") == ".md"
    assert format_of(FIRST.encode(), "notes.MARKDOWN") == ".md"
    assert format_of(b"<p>A piece of a page</p>", "page.htm") == ".html"
    assert format_of(b"<p>A piece of a page</p>", "page.txt") == ".txt"


@pytest.mark.parametrize(
    ("data", "is_html"),
    [
        (b"<html>", True),
        (b"\xef\xbb\xbf  <!doctype HTML>", True),
        (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<html xmlns="x">', True),
        ("<html>".encode("utf-16-le"), True),
        (b"The <html> element is the root", False),
        (b"<htmlish>", False),
    ],
)
def test_a_page_is_known_by_its_start(data: bytes, is_html: bool) -> None:
    assert looks_like_html(data) is is_html


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), r"old Word document \(\.doc\)", "docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password", "password"),
        (OLE + "Workbook".encode("utf-16-le"), "old Excel", "Word document"),
        (OLE, "old Microsoft Office document", "plain text"),
        (zipped(ppt__presentation_dot_xml=b"<p/>"), "PowerPoint deck", "plain text"),
        (zipped(xl__workbook_dot_xml=b"<p/>"), "Excel workbook", "plain text"),
        (zipped(photo_dot_jpg=b"..."), "ZIP archive", "Unpack"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.presentation"), "OpenDocument", "odt"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "PNG picture", "text recognition"),
        (b"PK\x03\x04 and no directory", "damaged", "again"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML data", "Word document"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(data: bytes, kind: str, remedy: str) -> None:
    with pytest.raises(InputError, match=kind) as caught:
        read_bytes(data, "article.txt")
    assert remedy in caught.value.remedy
    assert caught.value.exit_code == 3
    assert caught.value.file == "article.txt"


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".json", ".xml"])
def test_data_is_no_article(suffix: str) -> None:
    with pytest.raises(InputError, match="data") as caught:
        read_bytes(b"year,cost\n2031,48\n", f"costs{suffix}")
    assert "plain text" in caught.value.remedy
