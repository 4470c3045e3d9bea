"""EPUB -> Reading: the chapters in the order of the book's spine."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from deckmaker.document import BlockKind, Passage, Picture, Reading
from deckmaker.errors import InputError
from deckmaker.readers.article import make_reading
from deckmaker.readers.captions import with_captions
from deckmaker.readers.dates import find_dates
from deckmaker.readers.limits import MAX_BLOCKS, MAX_CHARACTERS, MAX_MARKUP, too_much, took_too_long
from deckmaker.readers.options import ReadOptions
from deckmaker.readers.packages import Package, open_package
from deckmaker.readers.safe_xml import Element, parse_xml
from deckmaker.readers.stated import Stated, properties
from deckmaker.readers.xhtml import xhtml_passages

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTERS = ("application/xhtml+xml", "text/html", "application/xml")
_SHOWN = ("image/png", "image/jpeg", "image/gif")


@dataclass(frozen=True, slots=True)
class _Book:
    """A book's package, its description (the OPF's root), and member -> media type of what it lists."""

    package: Package
    about: Element
    folder: str
    kinds: dict[str, str]

    def chapters(self) -> Iterator[str]:
        """The members that hold the chapters, in order; without contents lists and what stands outside."""
        listed = {item.get("id", ""): item for item in _all(self.about, "item")}
        for reference in _all(self.about, "itemref"):
            item = listed.get(reference.get("idref", ""))
            if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
                continue
            if item.get("media-type") in _CHAPTERS:
                yield _member(self.folder, item.get("href", ""))


def read_epub(data: bytes, name: str, options: ReadOptions) -> Reading:
    """The reading of a book.

    Raises:
        InputError: damaged, protected against copying, or beyond a limit.
    """
    book = _open(open_package(data, name))
    chapters = list(book.chapters())
    _check_free(book, chapters)
    passages: list[Passage] = []
    size = read = 0
    for member in chapters:
        if options.is_late():
            raise took_too_long(name)
        source = book.package.read(member) if member in book.package else b"<html/>"
        fresh = [_with_bytes(passage, book, member) for passage in xhtml_passages(source, name)]
        size, read = size + sum(len(passage.text) for passage in fresh), read + len(source)
        if len(passages) > MAX_BLOCKS:
            raise too_much("holds too many paragraphs", f"{MAX_BLOCKS:,}", name)
        if size > MAX_CHARACTERS or read > 4 * MAX_MARKUP:
            raise too_much("holds too much text", f"{MAX_CHARACTERS:,} characters", name)
        passages += fresh
    stated = _stated(book)
    return make_reading(with_captions(passages), stated, _title(passages, stated))


def _title(passages: list[Passage], stated: Stated) -> str:
    """The book's title: a book of several chapters has it in its description, not in the first chapter's heading."""
    heads = sum(passage.kind is BlockKind.HEADING and passage.level == 1 for passage in passages)
    return stated.title if heads != 1 else ""


def _open(package: Package) -> _Book:
    container = parse_xml(package.read(_CONTAINER), package.name)
    path = next((root.get("full-path", "") for root in _all(container, "rootfile")), "")
    about, folder = parse_xml(package.read(path), package.name), posixpath.dirname(path)
    kinds = {_member(folder, item.get("href", "")): item.get("media-type", "") for item in _all(about, "item")}
    return _Book(package, about, folder, kinds)


def _member(folder: str, address: str) -> str:
    """The member of the package that an address names, as seen from a folder in it."""
    return posixpath.normpath(posixpath.join(folder, unquote(address.split("#", maxsplit=1)[0])))


def _check_free(book: _Book, chapters: list[str]) -> None:
    """Nothing, when the chapters can be read.

    Raises:
        InputError: they are encrypted; fonts may be.
    """
    if _ENCRYPTION in book.package:
        root = parse_xml(book.package.read(_ENCRYPTION), book.package.name)
        locked = {unquote(reference.get("URI", "")) for reference in _all(root, "CipherReference")}
        if locked & set(chapters):
            remedy = "Give a copy without this protection, or the article as another file."
            raise InputError("this book is protected against copying (DRM)", remedy=remedy, file=book.package.name)


def _with_bytes(passage: Passage, book: _Book, chapter: str) -> Passage:
    """A picture's passage with its bytes, where they are in the book."""
    if passage.picture is None:
        return passage
    member = _member(posixpath.dirname(chapter), passage.picture.name)
    kind = book.kinds.get(member, "")
    if member not in book.package or kind not in _SHOWN:
        return Passage.of_picture(Picture(alt=passage.picture.alt))
    data = book.package.read(member)
    return Passage.of_picture(replace(passage.picture, data=data, media_type=kind, name=posixpath.basename(member)))


def _stated(book: _Book) -> Stated:
    """What the book's description states."""
    day = next((found for _, _, found in find_dates(_fact(book.about, "date")[:10])), None)
    stated = properties(_fact(book.about, "title"), _fact(book.about, "creator"), day)
    return replace(stated, language=_fact(book.about, "language"))


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if str(element.tag).rpartition("}")[2] == name)


def _fact(root: Element, name: str) -> str:
    found = next(_all(root, name), None)
    return "" if found is None else "".join(found.itertext()).strip()
