"""A look at a PDF's packed streams before PDFium unpacks them: a page of a few kilobytes may stand for gigabytes.

PDFium has no bounds on what a page's content unpacks to, and needs about a kilobyte for each piece of text in it.
"""

import re
import zlib

from deckmaker.readers.limits import MAX_STREAM, MAX_UNPACKED, too_much

_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_DICTIONARY = 800  # bytes before a stream in which its dictionary is looked for
_OTHER = re.compile(rb"/Length1|/Subtype\s*/Image|/DCTDecode|/JPXDecode|/CCITTFaxDecode|/JBIG2Decode")
_SAMPLE = 4_000_000  # bytes that are looked at of what calls itself a font or a picture, which may be large
_PIECE = 1 << 16
_MOST_STREAMS = 100_000
_PACKINGS = 3  # a stream may be packed several times over
_TEXTS, _PATHS = re.compile(rb"T[jJ]\b"), re.compile(rb"[\s\]][SfFBl]\s")
_MOST_TEXTS, _MOST_TEXTS_IN_ALL, _MOST_PATHS = 150_000, 1_000_000, 1_000_000


def check_streams(data: bytes, name: str) -> None:
    """Nothing, when what the file's streams unpack to keeps to the limits.

    Streams that are encrypted, or packed by LZW or as text, cannot be looked into here.

    Raises:
        InputError: one of them, or all together, unpack to too much, or to more text and lines than pages have.
    """
    total = texts = 0
    for number, match in enumerate(_STREAM.finditer(data)):
        if number >= _MOST_STREAMS:
            raise too_much("holds too many streams", f"{_MOST_STREAMS:,}", name)
        about = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b"obj")[2]
        is_drawing = not _OTHER.search(about)
        content = _unpacked(memoryview(data)[match.end() :], MAX_STREAM + 1 if is_drawing else _SAMPLE)
        if is_drawing and len(content) > MAX_STREAM:
            raise too_much("holds a page that unpacks to too much", f"{MAX_STREAM / 1e6:.0f} MB", name)
        texts += _count_texts(content, name)
        total += len(content) if is_drawing else 0
        if total > MAX_UNPACKED:
            raise too_much("unpacks to too much", f"{MAX_UNPACKED / 1e6:.0f} MB", name)
        if texts > _MOST_TEXTS_IN_ALL:
            raise too_much("holds too many pieces of text", f"{_MOST_TEXTS_IN_ALL:,}", name)


def _unpacked(packed: memoryview, most: int) -> bytes:
    """What a stream unpacks to, up to so many bytes; b"" when it is packed in another way, or encrypted."""
    content = b""
    source = packed
    for _ in range(_PACKINGS):
        fresh = _inflated(source, most)
        if not fresh:
            break
        content, source = fresh, memoryview(fresh)
    return content


def _inflated(packed: memoryview, most: int) -> bytes:
    """What zlib makes of the bytes, up to so many of them or to where they are damaged; taken piece by piece."""
    unpacker, parts, size = zlib.decompressobj(), [], 0
    for start in range(0, len(packed), _PIECE):
        try:
            part = unpacker.decompress(packed[start : start + _PIECE], most - size)
        except zlib.error:
            break
        parts.append(part)
        size += len(part)
        if size >= most or unpacker.eof:
            break
    return b"".join(parts)


def _count_texts(content: bytes, name: str) -> int:
    """How many pieces of text a stream shows.

    Raises:
        InputError: more of them, or of lines, than a page has.
    """
    texts = sum(1 for _ in _TEXTS.finditer(content))
    if texts > _MOST_TEXTS:
        raise too_much("holds too many pieces of text on one page", f"{_MOST_TEXTS:,}", name)
    if len(content) > _MOST_PATHS and sum(1 for _ in _PATHS.finditer(content)) > _MOST_PATHS:
        raise too_much("holds too many lines on one page", f"{_MOST_PATHS:,}", name)
    return texts
