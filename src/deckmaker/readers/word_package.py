"""Word files as python-docx opens them; strict, incomplete and damaged ones are put together anew first."""

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from deckmaker.errors import InputError
from deckmaker.readers.limits import MAX_MARKUP, too_much
from deckmaker.readers.packages import Package, open_package
from deckmaker.readers.safe_xml import check_depth, declares_entities, parse_xml

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_ODD = (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError, SyntaxError, zlib.error)
_ODDITIES = (*_ODD, zipfile.BadZipFile, NotImplementedError, AssertionError)
_MARKUP = (".xml", ".rels")
_MAIN = re.compile(r"(?:word/)?document\d*\.xml", re.IGNORECASE)
_PARTS = {"styles": "word/styles.xml", "numbering": "word/numbering.xml"}
_OFFICE = "http://schemas.openxmlformats.org/"
_RELATIONS = f"{_OFFICE}officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# ISO 29500 Strict names the same elements otherwise (Word: "Strict Open XML Document").
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", f"{_RELATIONS}".encode()),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", f"{_OFFICE}wordprocessingml/2006/main".encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", f"{_OFFICE}officeDocument/2006/math".encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", f"{_OFFICE}drawingml/2006/".encode()),
)


def open_word(data: bytes, name: str) -> "WordDocument":
    """The Word document in these bytes.

    Raises:
        InputError: beyond a limit, with entities, or without a document part that can be read.
    """
    package = open_package(data, name)
    _check_markup(package)
    try:
        document = _open(data)
    except _ODDITIES:
        document = _open_mended(package)
    check_depth(document.element.body, name)
    return document


def _open(data: bytes) -> "WordDocument":
    """What python-docx makes of the bytes.

    Raises:
        ValueError: there is no body; and what python-docx raises on odd files.
    """
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
    except OpcError as error:
        raise ValueError(str(error)) from error
    if document.element.body is None:
        raise ValueError("no body")
    return document


def _open_mended(package: Package) -> "WordDocument":
    try:
        return _open(_mended(package))
    except _ODDITIES as error:
        remedy = "Open it in Word or LibreOffice and save it again as .docx."
        raise InputError("this Word file is damaged", remedy=remedy, file=package.name) from error


def _check_markup(package: Package) -> None:
    """Nothing, when the package's XML keeps to the limits and declares no entities."""
    members = [member for member in package.members if member.lower().endswith(_MARKUP)]
    size = sum(package.archive.getinfo(member).file_size for member in members)
    if size > MAX_MARKUP:
        raise too_much("holds too much XML", f"{MAX_MARKUP / 1e6:.0f} MB", package.name)
    if any(declares_entities(package.read(member)) for member in members if _is_whole(package, member)):
        message = "the XML in this file declares entities, which no Word document does"
        raise InputError(message, remedy="Open it in Word and save it again, if you trust it.", file=package.name)


def _is_whole(package: Package, member: str) -> bool:
    """Whether the part can be read: python-docx may do without one that cannot."""
    try:
        package.read(member)
    except InputError:
        return False
    return True


def _mended(package: Package) -> bytes:
    """A new package of the old one's text, styles and numbering, in the names that python-docx knows."""
    main = _main_part(package)
    parts = {"word/document.xml": _part(package, main)}
    for member in _PARTS.values():
        if member in package and _is_whole(package, member):
            parts[member] = _part(package, member)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types(parts))
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        targets = {kind: member[5:] for kind, member in _PARTS.items() if member in parts}
        archive.writestr("word/_rels/document.xml.rels", _relations(targets))
        for member, content in parts.items():
            archive.writestr(member, content)
    return stream.getvalue()


def _main_part(package: Package) -> str:
    """The member that holds the text."""
    for member in package.members:
        if _MAIN.fullmatch(member.replace("\\", "/").lstrip("/")):
            return member
    remedy = "Open it in Word or LibreOffice and save it again as .docx."
    raise InputError("this Word file has no document in it", remedy=remedy, file=package.name)


def _part(package: Package, member: str) -> bytes:
    """A part's XML, whole and with the usual namespaces."""
    from lxml import etree

    content: bytes = etree.tostring(parse_xml(package.read(member), package.name))
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    return content


def _content_types(parts: dict[str, bytes]) -> str:
    kinds = {"word/document.xml": "document.main+xml", "word/styles.xml": "styles+xml"}
    overrides = "".join(
        f'<Override PartName="/{member}" ContentType="{_TYPES}{kinds.get(member, "numbering+xml")}"/>'
        for member in parts
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_OFFICE}package/2006/content-types">{rels}{overrides}</Types>'


def _relations(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_OFFICE}package/2006/relationships">{lines}</Relationships>'
