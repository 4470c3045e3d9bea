"""Answer -> Page: whether it is an article by its type, under which name it is read and kept, and its bytes."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from deckmaker.errors import FetchError, InputError
from deckmaker.fetch.ask import Answer

TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
}
"""Content type -> the suffix that tells the readers what it is."""

_UNSAID = (
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/x-download",
    "application/force-download",
)
"""Types that say nothing: the address's own suffix, and then the bytes, decide."""

MAX_STEM = 80
_WORD = re.compile(r"[^\w.-]+")
_PLAIN_NAMES = ("index", "default", "home", "main")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"(?<=[^/])\.([a-z][a-z0-9]{1,8})$", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How files begin that servers call text by mistake."""

_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What browsers take these names for (WHATWG Encoding Standard)."""


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: the address it was at in the end, a safe file name for it, and its bytes as they are read.

    The bytes are the server's, but where its head states another charset than the page itself: then they are the same
    text in UTF-8 with a byte-order mark, so that the kept page reads as it was meant by itself.
    """

    url: str
    name: str
    data: bytes


def accept(answer: Answer, url: str) -> Page:
    """The page of an answer.

    Raises:
        FetchError: the answer is an error page.
        InputError: it is of a type that is no article.
    """
    if not 200 <= answer.status < 300:
        raise _refusal(answer, url)
    stated = answer.header("Content-Type")
    kind = stated.partition(";")[0].strip().lower()
    if kind not in TYPES and kind not in _UNSAID:
        remedy = "Give the address of a web page, a plain text, a PDF or a Word file."
        raise InputError(f"this is no article but {kind}", file=url, remedy=remedy)
    suffix = _suffix(kind, url)
    charset = _CHARSET.search(stated)
    is_text = suffix in (".html", ".txt", ".md")
    data = _told_apart(answer.body, charset[1]) if charset and is_text else answer.body
    return Page(url, stem(url) + suffix, data)


def _refusal(answer: Answer, url: str) -> FetchError:
    """The error for a status that is not success."""
    said = f"the server answers {answer.status} {' '.join(answer.reason.split())[:60]}".rstrip()
    if answer.status in (404, 410):
        return FetchError(f"there is no such page: {said}", file=url, remedy="Check the address in a browser.")
    if answer.status in (401, 402, 403, 407, 451):
        remedy = "Open it in your browser, save the page and give deckmaker that file."
        return FetchError(f"the page is not for everybody: {said}", file=url, remedy=remedy)
    if answer.status == 429 or answer.status >= 500:
        return FetchError(f"the server is in trouble: {said}", file=url, remedy="Try again later.")
    return FetchError(said, file=url, remedy="Check the address in a browser.")


def _suffix(kind: str, url: str) -> str:
    """The suffix for a page of a type; the address's own for Markdown sent as text and for types that say nothing."""
    own = _SUFFIX.search(urlsplit(url).path)
    if kind == "text/plain" and own and own[1].lower() in ("md", "markdown"):
        return ".md"
    if kind in TYPES:
        return TYPES[kind]
    known = {**{suffix: suffix for suffix in TYPES.values()}, ".htm": ".html", ".markdown": ".md"}
    return known.get(own[0].lower(), "") if own else ""


def _told_apart(data: bytes, label: str) -> bytes:
    """The bytes of a text whose server states a charset: as they are when they say the same themselves."""
    if data.startswith((*_MARKS, *_NO_TEXT)):
        return data
    try:
        charset = codecs.lookup(label).name
        text = data.decode(_AS_BROWSERS_DO.get(charset, charset), errors="replace")
    except (LookupError, UnicodeError):  # a name nobody knows, or a codec that is not for text
        return data
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if data.isascii() or (declared and _name_of(declared[1]) == charset):
        return data
    if charset == "utf-8" and not declared and "\ufffd" not in text:
        return data
    return codecs.BOM_UTF8 + text.encode("utf-8", errors="replace")


def _name_of(label: bytes) -> str:
    try:
        return codecs.lookup(label.decode("ascii", errors="replace")).name
    except LookupError:
        return ""


def stem(url: str) -> str:
    """A file's name, without suffix, for an address: its last telling part, else host and query; safe everywhere."""
    parts = urlsplit(url)
    segments = [unquote(segment, errors="replace") for segment in parts.path.split("/")]
    names = [_safe(_SUFFIX.sub("", segment)) for segment in segments if segment]
    while names and (not names[-1] or names[-1].lower() in _PLAIN_NAMES):
        names.pop()
    if names:
        return names[-1]
    host = (parts.hostname or "page").removeprefix("www.")
    return _safe("-".join([host, parts.query] if parts.query else [host])) or "page"


def _safe(text: str) -> str:
    """Letters, digits, hyphens, dots and underscores of any script; no leading dot, no name that a system reserves."""
    name = _WORD.sub("-", unicodedata.normalize("NFC", text)).strip("-._")
    while len(name.encode()) > MAX_STEM:
        name = name[:-1]
    name = name.rstrip("-._")
    return f"page-{name}" if _RESERVED.match(name) else name
