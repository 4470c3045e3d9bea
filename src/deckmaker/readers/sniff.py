"""Which format a file is in, by what is in it: names lie, and pasted or downloaded files have none."""

import re
from pathlib import Path

from deckmaker.errors import InputError
from deckmaker.readers.binary import binary_kind
from deckmaker.readers.packages import Package, open_package

_HEAD = 1024
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_START = re.compile(
    rb"\s*(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,30}?content-type:\s*multipart/related", re.IGNORECASE
)
_XML_START = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml\s")
_DATA = {".csv": "a table of data (.csv)", ".tsv": "a table of data (.tsv)", ".json": "JSON data", ".xml": "XML data"}
_OFFICE_FOLDERS = (("word/", ".docx"), ("ppt/", "a PowerPoint deck"), ("xl/", "an Excel workbook"))
_OLE_STREAMS = (
    ("EncryptedPackage", "a Word, Excel or PowerPoint file that is protected with a password"),
    ("WordDocument", "an old Word document (.doc)"),
    ("PowerPoint Document", "an old PowerPoint deck (.ppt)"),
    ("Workbook", "an old Excel workbook (.xls)"),
    ("__substg1.0_", "an Outlook message (.msg)"),
)
_REMEDIES = (
    ("password", "Open it, remove the password, save it, and give that file."),
    ("old Word", "Open it in Word or LibreOffice and save it as .docx: soffice --convert-to docx FILE"),
    ("PowerPoint", "Save its text as a Word document or as plain text: deckmaker reads articles."),
    ("Excel", "Save the text that you need as a Word document or as plain text: deckmaker reads articles."),
    ("message", "Save its text as plain text (.txt) and give that file."),
    ("OpenDocument", "Save it as text: an .odt or .docx document."),
    ("picture", "Make its text searchable with a text recognition program (OCR), and give the PDF or text it writes."),
    ("data", "Save the text that you need as plain text (.txt) or as a Word document."),
    ("archive", "Unpack it and name the article in it."),
)
_AS_TEXT = "Save the article as plain text (.txt), and give that file."


def format_of(data: bytes, name: str) -> str:
    """The key of the reader for these bytes, ".docx", ".epub", ".html", ".md", ".mhtml", ".odt", ".pdf" ...

    Magic numbers decide; the name's suffix only tells one kind of text from another.

    Raises:
        InputError: it is something that is not read (a picture, a deck, an old .doc), or a damaged package.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return ".pdf"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(b"PK\x03\x04"):
        return _package_format(open_package(data, name))
    kind = _ole_kind(data) if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") else binary_kind(data)
    if kind:
        raise _refusal(kind, name)
    return _text_format(data, name)


def _text_format(data: bytes, name: str) -> str:
    suffix = Path(name).suffix.lower()
    if _SAVED_START.match(data[: 4 * _HEAD]):
        return ".mhtml"
    if suffix in _HTML or looks_like_html(data):
        return ".html"
    kind = "XML data" if _XML_START.match(data[:_HEAD].replace(b"\x00", b"")) else _DATA.get(suffix, "")
    if kind:
        raise _refusal(kind, name)
    return ".md" if suffix in _MARKDOWN else ".txt"


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page begins."""
    return bool(_HTML_START.match(data[:_HEAD].replace(b"\x00", b"")))


def _package_format(package: Package) -> str:
    """The format of a ZIP package, by the parts in it."""
    if "mimetype" in package:
        kind = package.read("mimetype").strip()[:100].decode("ascii", "replace")
        if kind == "application/epub+zip":
            return ".epub"
        if kind.startswith("application/vnd.oasis.opendocument.text"):
            return ".odt"
        if kind.startswith("application/vnd.oasis.opendocument"):
            raise _refusal("an OpenDocument file that holds no text (a table, drawing or slides)", package.name)
    for folder, kind in _OFFICE_FOLDERS:
        if any(member.lower().replace("\\", "/").lstrip("/").startswith(folder) for member in package.members):
            if kind.startswith("."):
                return kind
            raise _refusal(kind, package.name)
    if "META-INF/container.xml" in package:
        return ".epub"
    raise _refusal("a ZIP archive", package.name)


def _ole_kind(data: bytes) -> str:
    """What an OLE2 compound file holds, by the names of its streams (UTF-16)."""
    kinds = (kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in data)
    return next(kinds, "an old Microsoft Office document")


def _refusal(kind: str, name: str) -> InputError:
    remedy = next((remedy for word, remedy in _REMEDIES if word in kind), _AS_TEXT)
    return InputError(f"this is {kind}, which is not read", remedy=remedy, file=name)
