"""Bytes of a web page -> its tree of elements: the encoding it names, broken markup repaired, sizes bounded."""

import codecs
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker.errors import InputError
from deckmaker.readers.characters import clean
from deckmaker.readers.decode import decode
from deckmaker.readers.limits import MAX_DEPTH, MAX_MARKUP, too_much

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 50_000
"""The most elements of a page; an article's page has 500 to 5,000, and reading time grows faster than this number."""

MAX_STEPS = 3_000_000
"""The most steps from the elements of a page up to its root, all together; an article's page has some 100,000."""

_HEAD = 4096
_APART = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header"
    " hr li main nav ol option p pre section table tbody td tfoot th thead tr ul".split()
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_TEXT_CHARSET = re.compile(
    r"(?:utf-?8|us-ascii|ascii|iso-?8859|latin|windows-|cp\d|x-cp|koi8|mac|x-mac|big5|gb|hz|euc|shift|sjis|x-sjis"
    r"|ks_c|iso-2022-jp|tis)[\w.:-]*",
    re.IGNORECASE,
)
# What browsers take these names to mean (WHATWG Encoding): pages that name them use the larger set.
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
}
_MOST_WRONG = 0.01  # of the characters; beyond, the page does not mean the encoding that it names

_PICTURE = re.compile(r"data:image/[\w.+-]{1,40};base64,[A-Za-z0-9+/=\s]{40,}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NUMBERED = re.compile(r"&#(?:x([0-9a-f]{1,8})|(\d{1,9}));?", re.IGNORECASE)
_CLOSED = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([a-z][a-z0-9]*)"
    r"((?:\s[^<>]{0,2000})?)/>",
    re.IGNORECASE,
)
_LONG_TAG = re.compile(r"<([a-z][\w:-]*)\s([^<>]{1000,})>", re.IGNORECASE)
_MOST_ATTRIBUTES = 300  # of one tag, or words in them; the parser's time grows with their square
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|center|em|font|i|small|span|strike|strong|tt|u)\b[^<>]{0,2000}>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its root element, and the pictures written into it, by the name that stands for each in src."""

    root: "HtmlElement"
    pictures: dict[str, str]


def parse_page(data: bytes, name: str) -> Page:
    """The tree of a page in any encoding; markup that browsers would forgive is forgiven.

    Raises:
        InputError: the bytes are no text, the page is empty, too long, has too many elements or nests them too deep.
    """
    text, pictures = _lift_pictures(decode_page(data, name))
    if len(text) > MAX_MARKUP:
        raise too_much("has too much markup", f"{MAX_MARKUP / 1e6:.0f} million characters", name)
    text = _LONG_TAG.sub(_short_tag, text)
    if text.lstrip()[:5].lower() == "<?xml":
        text = _CLOSED.sub(r"<\1\2></\1>", text)
    root = _parse(text, name)
    if _depth(root, name) > MAX_DEPTH:
        root = _parse(_INLINE.sub("", text), name)  # <b> or <font> that nobody closed
    if _depth(root, name) > MAX_DEPTH:  # (the parser itself leaves off at 256, without a word)
        raise too_much("nests its elements too deep", f"{MAX_DEPTH} levels", name)
    return Page(root, pictures)


def flat(element: "HtmlElement") -> str:
    """The element's text on one line; words of blocks inside it, and beside line breaks, do not run into each other."""
    parts = []
    for event, one in _walk(element):
        if event == "start":
            parts.append((" " if one.tag in _APART else "") + (one.text or ""))
        elif one is not element:
            parts.append((" " if one.tag in _APART else "") + (one.tail or ""))
    return line("".join(parts))


def text_size(element: "HtmlElement", most: int) -> int:
    """How many characters of text are in the element, or a number over most as soon as there are more."""
    total = 0
    for text in element.itertext():
        total += len(text.strip())
        if total > most:
            break
    return total


def line(text: str) -> str:
    """The text cleaned and on one line."""
    return " ".join(clean(text).split())


def _walk(element: "HtmlElement") -> Iterator[tuple[str, "HtmlElement"]]:
    from lxml import etree

    yield from etree.iterwalk(element, events=("start", "end"))


def decode_page(data: bytes, name: str) -> str:
    """The text of a page: by its byte-order mark, else as UTF-8 where it is that, else as it names, else by statistics.

    Raises:
        InputError: the bytes are no text.
    """
    found = _CHARSET.search(data[:_HEAD])
    if data.startswith(_MARKS) or not found or b"\x00" in data[:_HEAD]:
        return decode(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        stated = (found[1] or found[2]).decode("ascii", errors="replace").lower()
    if not _TEXT_CHARSET.fullmatch(stated) or stated.startswith("utf"):
        return decode(data, name)
    try:
        text = data.decode(_MEANT.get(stated, stated), errors="replace")
    except LookupError:
        return decode(data, name)
    return decode(data, name) if text.count("\ufffd") > _MOST_WRONG * len(text) else text


def _lift_pictures(text: str) -> tuple[str, dict[str, str]]:
    """The page with a short name in place of each picture that is written into it, and the pictures by that name.

    The parser refuses values over ten million characters, and every copy of the tree would copy the pictures.
    """
    pictures: dict[str, str] = {}

    def lift(match: re.Match[str]) -> str:
        """Put a picture aside and leave its short name."""
        name = f"picture:{len(pictures)}"
        pictures[name] = match[0]
        return name

    return _PICTURE.sub(lift, _NUMBERED.sub(_allowed, _CONTROLS.sub(" ", text))), pictures


def _allowed(match: re.Match[str]) -> str:
    """A numbered character as it is, or a space for one that no tree may hold."""
    number = int(match[1], 16) if match[1] else int(match[2])
    return " " if number > sys.maxunicode or _CONTROLS.match(chr(number)) else match[0]


def _short_tag(match: re.Match[str]) -> str:
    """A long tag as it is, or without its attributes where they are too many."""
    return match[0] if len(match[2].split(maxsplit=_MOST_ATTRIBUTES)) <= _MOST_ATTRIBUTES else f"<{match[1]}>"


def _parse(text: str, name: str) -> "HtmlElement":
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        remedy = "Save the page again, or save the article's text as plain text."
        raise InputError("there is no text in this page", remedy=remedy, file=name) from error


def _depth(root: "HtmlElement", name: str) -> int:
    """How deep the elements stand in each other.

    Raises:
        InputError: there are too many elements.
    """
    depth = deepest = count = steps = 0
    for event, _ in _walk(root):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        count, steps = count + (event == "start"), steps + depth
    if count > MAX_ELEMENTS:
        raise too_much("has too many elements", f"{MAX_ELEMENTS:,}", name)
    if steps > 2 * MAX_STEPS:  # (each is counted where it begins and where it ends)
        raise too_much("has too many elements in each other", f"{MAX_STEPS:,} steps", name)
    return deepest
