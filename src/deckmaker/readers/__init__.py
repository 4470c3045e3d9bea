"""Bytes -> Document: one table from a file's suffix to the reader of its format."""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

from deckmaker.document import Block, BlockKind, Document, Passage, Reading, Sentence, Source
from deckmaker.errors import InputError

MAX_BYTES = 50_000_000
"""The largest file that is read; an article has a few thousand bytes."""


def _read_text(data: bytes, name: str) -> Reading:
    """Imported only when a text is read: its patterns take a few milliseconds to compile."""
    from deckmaker.readers.text import read_text

    return read_text(data, name)


READERS: dict[str, Callable[[bytes, str], Reading]] = {".txt": _read_text, ".text": _read_text, "": _read_text}
"""Suffix -> function (bytes, file name) -> Reading.  A new format is one file and one line here."""

_GAP = "\n\n"
_NOTHING = b" \t\r\n\v\f\x00\xef\xbb\xbf\xfe\xff"  # white space and byte-order marks


def read(path: str | os.PathLike[str]) -> Document:
    """The document in a file.

    Raises:
        InputError: it is missing, a folder, forbidden, empty, too large, of an unknown format or no text.
    """
    file = Path(path)
    _reader(file.name, str(path))
    try:
        size = file.stat().st_size
        if file.is_dir():
            raise InputError("this is a folder, not an article", remedy="Name a file in it.", file=str(path))
        if size > MAX_BYTES:
            raise _too_large(size, str(path))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise InputError("there is no such file", remedy="Check the name and the folder.", file=str(path)) from error
    except PermissionError as error:
        remedy = "Ask for the right to read it, or copy it to a folder of yours."
        raise InputError("this file may not be read", remedy=remedy, file=str(path)) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"this file cannot be read: {reason}", remedy="Check its name.", file=str(path)) from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """The document in these bytes; the suffix of name says the format, "" and "-" mean plain text.

    Raises:
        InputError: empty, too large, of an unknown format, no text, or without a sentence.
    """
    reader = _reader(name, name)
    if len(data) > MAX_BYTES:
        raise _too_large(len(data), name)
    if not data.strip(_NOTHING):
        raise InputError("this file is empty", remedy="Save the article's text in it first.", file=name)
    reading = reader(data, name)
    source = Source(Path(name).name, hashlib.sha256(data).hexdigest(), reading.url)
    return _assemble(reading, source, name)


def _reader(name: str, shown: str) -> Callable[[bytes, str], Reading]:
    suffix = Path(name).suffix.lower() if name not in ("", "-") else ""
    if suffix not in READERS:
        known = ", ".join(sorted(key for key in READERS if key))
        remedy = f"deckmaker reads plain text ({known}): save a PDF, Word, HTML or Markdown file as plain text first."
        raise InputError(f"files that end in {suffix} are not read", remedy=remedy, file=shown)
    return READERS[suffix]


def _too_large(size: int, name: str) -> InputError:
    message = f"this file is too large: {size / 1e6:.0f} MB, at most {MAX_BYTES / 1e6:.0f} MB are read"
    return InputError(message, remedy="Give one article, not a whole archive.", file=name)


def _assemble(reading: Reading, source: Source, name: str) -> Document:
    """The document of a reading: its text, its blocks and sentences as offsets."""
    from deckmaker.language.detect import detect_language

    text = _GAP.join(passage.text for passage in reading.passages)
    language = reading.language or detect_language(text)
    blocks, start = [], 0
    for passage in reading.passages:
        blocks.append(_block(passage, start, language))
        start += len(passage.text) + len(_GAP)
    if not _says_something(reading.passages):
        raise InputError("there is no sentence in this file", remedy="Give an article of a few paragraphs.", file=name)
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
