"""OpenDocument text (.odt) -> Reading: its XML says what is a heading, a list, a table, a note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from deckmaker.document import BlockKind, Passage, Picture, Reading, Table
from deckmaker.errors import InputError
from deckmaker.readers.article import make_reading
from deckmaker.readers.captions import CAPTION, with_captions
from deckmaker.readers.dates import find_dates
from deckmaker.readers.limits import MAX_BLOCKS, MAX_CELLS, MAX_CHARACTERS, too_much, took_too_long
from deckmaker.readers.options import ReadOptions
from deckmaker.readers.packages import Package, open_package
from deckmaker.readers.safe_xml import Element, parse_xml
from deckmaker.readers.stated import Stated, plain, properties
from deckmaker.readers.word_styles import is_title, named_role

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _DRAW = (f"{{{_NAMES}{name}:1.0}}" for name in ("text", "table", "drawing"))
_OFFICE, _STYLE, _META = (f"{{{_NAMES}{name}:1.0}}" for name in ("office", "style", "meta"))
_SVG = f"{{{_NAMES}svg-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LINK = "{http://www.w3.org/1999/xlink}href"
# Notes, comments, deleted text, contents lists and text boxes stand beside the text.
_SKIPPED = {
    *(f"{_TEXT}{tag}" for tag in ("note", "tracked-changes", "table-of-content", "alphabetical-index", "bibliography")),
    *(f"{_OFFICE}{tag}" for tag in ("annotation", "forms")),
    *(f"{_DRAW}{tag}" for tag in ("text-box", "custom-shape", "object")),
    f"{_TEXT}sequence-decls",
}
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_LONGEST_CHAIN = 20
_MOST_REPEATED = 60
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")  # style names escape spaces and the like: Heading_20_1
_CAPTIONS = ("Illustration", "Table", "Figure", "Drawing")


def read_odt(data: bytes, name: str, options: ReadOptions) -> Reading:
    """The reading of an OpenDocument text.

    Raises:
        InputError: damaged, protected, or beyond a limit.
    """
    package = open_package(data, name)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        remedy = "Open it in LibreOffice, save it without the password, and give that file."
        raise InputError("this file is protected with a password", remedy=remedy, file=name)
    content = parse_xml(package.read("content.xml"), name)
    walk = _Walk(package, _styles(package, content), options)
    for body in content.iter(f"{_OFFICE}text"):
        walk.go(body, 0)
    return make_reading(with_captions(walk.passages), _stated(package), walk.title)


def _styles(package: Package, content: Element) -> dict[str, str]:
    """Style -> the style that it is based on."""
    roots = [content]
    if "styles.xml" in package:
        roots.append(parse_xml(package.read("styles.xml"), package.name))
    styles = (style for root in roots for style in root.iter(f"{_STYLE}style"))
    return {style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "") for style in styles}


@dataclass(slots=True)
class _Walk:
    """Goes through the body once; lists is how many lists an element stands in."""

    package: Package
    styles: dict[str, str]
    options: ReadOptions
    passages: list[Passage] = field(default_factory=list)
    title: str = ""
    size: int = 0
    cells: int = 0

    def go(self, parent: Element, lists: int) -> None:
        """Take the blocks below an element."""
        for child in parent:
            self._check()
            if child.tag == f"{_TEXT}h":
                level = child.get(f"{_TEXT}outline-level", "1")
                self._text(child, BlockKind.HEADING, int(level) if level.isdecimal() and len(level) < 3 else 1)
            elif child.tag == f"{_TEXT}p":
                self._paragraph(child, lists)
            elif child.tag == f"{_TABLE}table":
                self._table(child)
            elif child.tag not in _SKIPPED:
                self.go(child, lists + (child.tag == f"{_TEXT}list"))

    def _check(self) -> None:
        """Nothing, while there is time and the document keeps to the limits.

        Raises:
            InputError: it does not.
        """
        if self.options.is_late():
            raise took_too_long(self.package.name)
        if len(self.passages) > MAX_BLOCKS:
            raise too_much("holds too many paragraphs", f"{MAX_BLOCKS:,}", self.package.name)

    def _paragraph(self, paragraph: Element, lists: int) -> None:
        names = self._chain(paragraph.get(f"{_TEXT}style-name", ""))
        role = named_role(names).kind
        if not self.title and any(is_title([name]) for name in names):
            self.title = plain(_words(paragraph))
        elif lists:
            self._text(paragraph, BlockKind.ITEM, lists)
        elif role == "quote":
            self._text(paragraph, BlockKind.QUOTE, 0)
        else:
            is_caption = role == "caption" or any(name in _CAPTIONS for name in names)
            self._text(paragraph, BlockKind.PARAGRAPH, CAPTION if is_caption else 0)
        self.passages += [Passage.of_picture(picture) for picture in self._pictures(paragraph)]

    def _chain(self, style: str) -> list[str]:
        """The style's name and those that it is based on."""
        chain: list[str] = []
        while style and len(chain) < _LONGEST_CHAIN:
            chain.append(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), style))
            style = self.styles.get(style, "")
        return chain

    def _text(self, element: Element, kind: BlockKind, level: int) -> None:
        text = plain(_words(element))
        self.size += len(text)
        if self.size > MAX_CHARACTERS:
            raise too_much("holds too much text", f"{MAX_CHARACTERS:,} characters", self.package.name)
        if text:
            self.passages.append(Passage(kind, text, level))

    def _table(self, table: Element) -> None:
        heads = [row for group in table.iter(f"{_TABLE}table-header-rows") for row in group.iter(f"{_TABLE}table-row")]
        rows = [(row in heads, tuple(_cells(row))) for row in table.iter(f"{_TABLE}table-row")]
        told = [(is_head, cells) for is_head, cells in rows if any(cells)]
        self.cells += sum(len(cells) for _, cells in told)
        if self.cells > MAX_CELLS:
            raise too_much("holds too many table cells", f"{MAX_CELLS:,}", self.package.name)
        if max((len(cells) for _, cells in told), default=0) < 2:
            for cell in table.iter(f"{_TABLE}table-cell"):
                self.go(cell, 0)
            return
        header, body = (tuple(cells for is_head, cells in told if is_head is wanted) for wanted in (True, False))
        self.passages.append(Passage.of_table(Table(body, header)))

    def _pictures(self, paragraph: Element) -> Iterator[Picture]:
        for frame in paragraph.iter(f"{_DRAW}frame"):
            image = frame.find(f"{_DRAW}image")
            if image is not None:
                about = frame.find(f"{_SVG}desc")
                about = frame.find(f"{_SVG}title") if about is None else about
                alt = "" if about is None else plain("".join(about.itertext()))
                yield self._picture(image.get(_LINK, ""), alt)

    def _picture(self, member: str, alt: str) -> Picture:
        """A picture, with its bytes where they are in the package and of a kind that is shown everywhere."""
        suffix = member.rpartition(".")[2].lower().replace("jpg", "jpeg")
        if member not in self.package or suffix not in ("png", "jpeg", "gif"):
            return Picture(alt=alt)
        return Picture(self.package.read(member), f"image/{suffix}", alt, name=member.rpartition("/")[2])


def _words(element: Element) -> str:
    """The text of a paragraph, without what stands beside it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in _SPACES:
            parts.append(_SPACES[child.tag])
        elif child.tag not in _SKIPPED and not child.tag.startswith(_DRAW):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            repeated = cell.get(f"{_TABLE}number-columns-repeated", "1")
            text = " ".join(filter(None, (plain(_words(paragraph)) for paragraph in cell.iter(f"{_TEXT}p"))))
            yield text
            count = int(repeated) if repeated.isdecimal() and len(repeated) < 4 else 1
            yield from [""] * (min(count, _MOST_REPEATED) - 1)


def _stated(package: Package) -> Stated:
    """What meta.xml states."""
    if "meta.xml" not in package:
        return Stated()
    root = parse_xml(package.read("meta.xml"), package.name)
    title, author = _fact(root, f"{_DC}title"), _fact(root, f"{_META}initial-creator") or _fact(root, f"{_DC}creator")
    days = find_dates(_fact(root, f"{_META}creation-date")[:10])
    day: date | None = next((found for _, _, found in days), None)
    return properties(title, author, day)


def _fact(root: Element, tag: str) -> str:
    found = next(root.iter(tag), None)
    return "" if found is None else "".join(found.itertext()).strip()
