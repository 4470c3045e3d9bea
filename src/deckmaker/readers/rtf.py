"""RTF -> Reading: striprtf takes the text out, and the rules for plain text find headings and lists in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from deckmaker.document import Passage, Reading, Table
from deckmaker.errors import InputError
from deckmaker.readers.article import make_reading
from deckmaker.readers.characters import clean
from deckmaker.readers.chunks import Chunk, chunk_lines
from deckmaker.readers.front import Front, take_front
from deckmaker.readers.furniture import Cut
from deckmaker.readers.limits import MAX_CELLS, MAX_CHARACTERS, MAX_MARKUP, too_much
from deckmaker.readers.stated import Stated, plain, properties
from deckmaker.readers.structure import shape

_PICTURE = re.compile(r"[0-9a-fA-F\s]{400,}")  # pictures are hexadecimal digits, megabytes of them
_BULLET = re.compile(r"^\s*[\u00b7\u2022\uf0a7\uf0b7\uf0d8o]?\t(?=\S)", re.MULTILINE)
_DAY = re.compile(r"\\creatim\s*\\yr(\d{4})\s*\\mo(\d{1,2})\s*\\dy(\d{1,2})")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def read_rtf(data: bytes, name: str) -> Reading:
    """The reading of a Rich Text document.

    Raises:
        InputError: damaged, or beyond a limit.
    """
    source = _PICTURE.sub(" ", data.decode("latin-1"))
    if len(source) > MAX_MARKUP:
        raise too_much("holds too much RTF", f"{MAX_MARKUP / 1e6:.0f} MB", name)
    text = _text(source, name)
    if len(text) > MAX_CHARACTERS:
        raise too_much("holds too much text", f"{MAX_CHARACTERS:,} characters", name)
    front, passages = _passages(text, name)
    stated = _stated(source)
    stated = replace(stated, byline=front.byline or stated.byline, date=front.date or stated.date)
    return make_reading(passages, stated, front.title)


def _text(source: str, name: str) -> str:
    """The text, a line for each paragraph; a row of a table is a line whose cells each end with a bar."""
    from striprtf.striprtf import rtf_to_text

    try:
        source = source.replace("{\\pntext", "{\\listtext")  # the older name of a list's marks, which striprtf drops
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError) as error:
        remedy = "Open it in Word or LibreOffice and save it as .docx."
        raise InputError("this RTF file is damaged", remedy=remedy, file=name) from error
    return clean(_PRIVATE.sub("", _BULLET.sub("- ", text)))


def _passages(text: str, name: str) -> tuple[Front, list[Passage]]:
    """(title, byline and date before the text, the passages)."""
    front: Front | None = None
    passages: list[Passage] = []
    cells = 0
    for is_table, lines in groupby(text.split("\n"), key=lambda line: line.count("|") > 1 and line.endswith("|")):
        if is_table:
            rows = [tuple(plain(cell) for cell in line.split("|")[:-1]) for line in lines]
            cells += sum(map(len, rows))
            if cells > MAX_CELLS:
                raise too_much("holds too many table cells", f"{MAX_CELLS:,}", name)
            passages.append(Passage.of_table(Table(tuple(rows))))
            continue
        chunks: Sequence[Chunk] = chunk_lines("\n\n".join(lines))
        if front is None and chunks:
            front = take_front(Cut((), tuple(chunks), is_page=False))
            chunks = front.rest
        passages += shape(chunks)
    return front or Front("", "", None, ()), passages


def _stated(source: str) -> Stated:
    """What the document's information group states."""
    match = _DAY.search(source)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        day = None
    return properties(_fact(source, "title"), _fact(source, "author"), day)


def _fact(source: str, name: str) -> str:
    r"""The text of an entry such as {\title A wider channel}; "" where it has escapes that are no plain text."""
    match = re.search(rf"\{{\\{name} ([^{{}}\\]{{1,300}})\}}", source)
    return match[1] if match else ""
