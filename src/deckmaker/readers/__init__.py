"""Bytes -> Document: one table from a file's format to its reader."""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

from deckmaker.document import Block, BlockKind, Document, Passage, Reading, Sentence, Source
from deckmaker.errors import InputError
from deckmaker.readers.options import ReadOptions

MAX_BYTES = 50_000_000
"""The largest file that is read; an article has a few thousand bytes."""


Reader = Callable[[bytes, str, ReadOptions], Reading]


def _read_text(data: bytes, name: str, _options: ReadOptions) -> Reading:
    """Imported only when a text is read: its patterns take a few milliseconds to compile."""
    from deckmaker.readers.text import read_text

    return read_text(data, name)


def _read_markdown(data: bytes, name: str, _options: ReadOptions) -> Reading:
    from deckmaker.readers.markdown import read_markdown

    return read_markdown(data, name)


def _read_docx(data: bytes, name: str, options: ReadOptions) -> Reading:
    from deckmaker.readers.word import read_docx

    return read_docx(data, name, options)


def _read_pdf(data: bytes, name: str, options: ReadOptions) -> Reading:
    from deckmaker.readers.pdf import read_pdf

    return read_pdf(data, name, options)


def _read_html(data: bytes, name: str, options: ReadOptions) -> Reading:
    from deckmaker.readers.html import read_html

    return read_html(data, name, options)


def _read_odt(data: bytes, name: str, options: ReadOptions) -> Reading:
    from deckmaker.readers.odt import read_odt

    return read_odt(data, name, options)


def _read_epub(data: bytes, name: str, options: ReadOptions) -> Reading:
    from deckmaker.readers.epub import read_epub

    return read_epub(data, name, options)


def _read_rtf(data: bytes, name: str, _options: ReadOptions) -> Reading:
    from deckmaker.readers.rtf import read_rtf

    return read_rtf(data, name)


def _read_mhtml(data: bytes, name: str, options: ReadOptions) -> Reading:
    from deckmaker.readers.mhtml import read_mhtml

    return read_mhtml(data, name, options)


READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".html": _read_html,
    ".mhtml": _read_mhtml,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
    ".odt": _read_odt,
    ".epub": _read_epub,
    ".rtf": _read_rtf,
}
"""Format, as sniff.format_of names it -> its reader.  A new format is one file and one line here."""

_GAP = "\n\n"
_NOTHING = b" \t\r\n\v\f\x00\xef\xbb\xbf\xfe\xff"  # white space and byte-order marks


def read(path: str | os.PathLike[str], options: ReadOptions | None = None) -> Document:
    """The document in a file.

    Raises:
        InputError: it is missing, a folder, forbidden, or one of the reasons of read_bytes.
    """
    return read_bytes(_bytes_of(Path(path), str(path)), str(path), options)


def _bytes_of(file: Path, shown: str) -> bytes:
    """The file's bytes, or MAX_BYTES and one where it has more (or, as a device, no end)."""
    try:
        if file.is_dir():
            raise InputError("this is a folder, not an article", remedy="Name a file in it.", file=shown)
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError("there is no such file", remedy="Check the name and the folder.", file=shown) from error
    except PermissionError as error:
        remedy = "Ask for the right to read it, or copy it to a folder of yours."
        raise InputError("this file may not be read", remedy=remedy, file=shown) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"this file cannot be read: {reason}", remedy="Check its name.", file=shown) from error


def read_bytes(data: bytes, name: str, options: ReadOptions | None = None) -> Document:
    """The document in these bytes; what is in them says the format, and the suffix of name tells texts apart.

    Raises:
        InputError: empty, too large, protected, of a format that is not read, damaged, or without a sentence.
    """
    if len(data) > MAX_BYTES:
        message = f"this file is too large: at most {MAX_BYTES / 1e6:.0f} MB are read"
        raise InputError(message, remedy="Give one article, not a whole archive.", file=name)
    if not data.strip(_NOTHING):
        raise InputError("this file is empty", remedy="Save the article's text in it first.", file=name)
    reading = _reader(data, name)(data, name, options or ReadOptions())
    source = Source(Path(name).name, hashlib.sha256(data).hexdigest(), reading.url)
    return _assemble(reading, source, name)


def _reader(data: bytes, name: str) -> Reader:
    from deckmaker.readers.sniff import format_of

    return READERS[format_of(data, name)]


def _assemble(reading: Reading, source: Source, name: str) -> Document:
    """The document of a reading: its text, its blocks and sentences as offsets."""
    from deckmaker.language.detect import settle_language

    text = _GAP.join(passage.text for passage in reading.passages)
    language = settle_language(reading.language, text)
    blocks, start = [], 0
    for passage in reading.passages:
        blocks.append(_block(passage, start, language))
        start += len(passage.text) + len(_GAP)
    if not _says_something(reading.passages):
        raise _without_sentence(reading.passages, name)
    return Document(
        text=text,
        blocks=tuple(blocks),
        source=source,
        title=reading.title,
        byline=reading.byline,
        date=reading.date,
        language=language,
        warnings=reading.warnings,
        site=reading.site,
        url=reading.url,
    )


def _block(passage: Passage, start: int, language: str) -> Block:
    sentences = tuple(Sentence(start + first, start + last) for first, last in _spans(passage, language))
    end = start + len(passage.text)
    return Block(passage.kind, start, end, passage.level, sentences, passage.page, passage.table, passage.picture)


def _spans(passage: Passage, language: str) -> list[tuple[int, int]]:
    """Where a passage's sentences stand in its text: a heading is one, a table has one for each line."""
    from deckmaker.language.sentences import split_sentences

    if passage.kind is BlockKind.TABLE:
        return [match.span() for match in re.finditer(r"[^\n]+", passage.text)]
    if passage.kind is BlockKind.HEADING:
        return [(0, len(passage.text))]
    return split_sentences(passage.text, language)


def _says_something(passages: tuple[Passage, ...]) -> bool:
    """Whether any passage of prose holds a letter."""
    prose = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)
    return any(passage.kind in prose and any(map(str.isalpha, passage.text)) for passage in passages)


def _without_sentence(passages: tuple[Passage, ...], name: str) -> InputError:
    """The error of a file that has nothing to make bullets of, which says what it has."""
    kinds = list(dict.fromkeys(f"{passage.kind}s" for passage in passages if passage.kind is not BlockKind.PARAGRAPH))
    only = f", only {' and '.join(kinds)}" if kinds else ""
    remedy = "Give an article of a few paragraphs."
    return InputError(f"there is no sentence in this file{only}", remedy=remedy, file=name)
