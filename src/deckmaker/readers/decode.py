"""Bytes -> text: byte-order marks, UTF-8, UTF-16 and UTF-32 without a mark, and the older encodings by statistics."""

import codecs

from deckmaker.errors import InputError
from deckmaker.readers.binary import binary_kind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_AS_TEXT = "Save it as plain text (.txt) and give that file."


def decode(data: bytes, name: str) -> str:
    """The text that the bytes spell, whatever encoding they are in, with its line ends as they are.

    Raises:
        InputError: the bytes are no text (a picture, an archive, a program).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    kind = binary_kind(data)
    if kind:
        raise InputError(f"this is {kind}, not plain text", remedy=_AS_TEXT, file=name)
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, name, error)


def _wide_encoding(data: bytes) -> str:
    """The UTF-16 or UTF-32 encoding that the place of the zero bytes betrays, or ""."""
    sample = data[: _SAMPLE // 4 * 4]
    count = len(sample) // 4 * 4
    if count < 4 or len(data) % 2:
        return ""
    zeros = [sample[start:count:4].count(0) / (count // 4) for start in range(4)]
    if len(data) % 4 == 0 and min(zeros[2:]) > 0.9 and zeros[0] < 0.5:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(zeros[:2]) > 0.9 and zeros[3] < 0.5:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.1 and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > 0.1 and odd < 0.02 else ""


def _decode_other(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Text that is not clean UTF-8: almost UTF-8 with a few broken bytes, or an older encoding."""
    if _is_noise(data):
        raise InputError("this is a binary file, not plain text", remedy=_AS_TEXT, file=name) from error
    almost = data.decode("utf-8", errors="replace")
    wrong = almost.count("\ufffd")
    wide = sum(1 for char in almost[:_SAMPLE] if ord(char) > 127)
    if wrong * 4 < wide - wrong or (wrong * 5000 < len(data) and wide > 4 * wrong):
        return almost
    return data.decode(_guess(data), errors="replace")


def _is_noise(data: bytes) -> bool:
    """Whether control bytes are too many for any text."""
    sample = data[:_SAMPLE]
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return controls > max(4, len(sample) // 50)


def _guess(data: bytes) -> str:
    """The encoding charset-normalizer finds likeliest; Windows' Western one when its family is meant."""
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data)).best()
    name = best.encoding if best else "cp1252"
    western = {
        "latin_1",
        "cp1250",
        "cp1252",
        "cp1254",
        "cp1257",
        "cp437",
        "cp850",
        "cp858",
        "iso8859_15",
        "mac_roman",
    }
    return "cp1252" if name in western and _reads_western(data) else name


def _sample(data: bytes) -> bytes:
    """The lines that hold bytes beyond ASCII, as far as a guess needs them."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE]


def _reads_western(data: bytes) -> bool:
    """Whether every byte beyond ASCII is a letter or mark that Western European text uses in Windows-1252."""
    return all(chr(0xA0) <= char or char in "€‚ƒ„…†‡‰Š‹Œ‘’“”•–—™š›œžŸ" for char in _beyond_ascii(data))


def _beyond_ascii(data: bytes) -> set[str]:
    """The distinct characters beyond ASCII when the bytes are read as Windows-1252."""
    return {bytes([code]).decode("cp1252", errors="replace") for code in set(data) if code > 127}
