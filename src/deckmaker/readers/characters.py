"""Cleans the characters of a text: one kind of line end and space, no invisible ones, composed letters."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Joiners (200C, 200D) are letters' business in Indic and Arabic scripts; elsewhere they are dirt.
_INVISIBLE = re.compile(r"[\ufffc\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
# (The look-behind comes last: first, it would be tried at every character.)
_JOINER = re.compile(r"[\u200c\u200d](?<![\u0600-\u0dff\u1000-\u18af\U0001f000-\U0001faff\ufe0f].)")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
# "‘ 2+2’": a space that slipped inside quotes.  A German “ closes and stands tight, so it is not touched.
_OPEN_GAP = re.compile(r"(?<!\S)([‘“]) +(?=\S)")
_CLOSE_GAP = re.compile(r"(?<=\S) +([’”])(?=[\s.,;:!?)]|$)")
# UTF-8 that was read as Windows-1252 or Latin-1 and saved again.
_TWICE = re.compile(r"Ã[\x80-\xbf€-™]|Â[\xa0-\xbf]|â(?:€|\x80)[\u0080-\u2122]")
_GAPS = re.compile(r"(?<=\S)[ \t]{2,}")


def clean(text: str) -> str:
    r"""The text in NFC with lines ended by \n, plain spaces, no control or invisible characters."""
    text = _LINE_ENDS.sub("\n", _undo_double_encoding(text))
    text = _CONTROLS.sub("", _INVISIBLE.sub("", text))
    text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], _JOINER.sub("", _SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text)


def _undo_double_encoding(text: str) -> str:
    """The text with lines such as "dÃ©cidÃ©" read again as the UTF-8 they once were."""
    if not _TWICE.search(text):
        return text
    return "\n".join(_decoded_again(line) if _TWICE.search(line) else line for line in text.split("\n"))


def _decoded_again(line: str) -> str:
    try:
        return b"".join(_as_byte(char) for char in line).decode("utf-8")
    except UnicodeError:
        return line


def _as_byte(char: str) -> bytes:
    """The byte that Windows-1252, or else Latin-1, reads as this character."""
    return char.encode("latin-1") if ord(char) < 256 else char.encode("cp1252")


def tidy(line: str) -> str:
    """A line with single spaces, and curly quotes closed up that have a stray space inside."""
    line = _GAPS.sub(" ", line.replace("\t", " ")).strip()
    if "‘ " in line or "“ " in line or " ’" in line or " ”" in line:
        line = _CLOSE_GAP.sub(r"\1", _OPEN_GAP.sub(r"\1", line))
    return _close_straight_gaps(line) if ' "' in line or '" ' in line else line


def _close_straight_gaps(line: str) -> str:
    """The line with the gaps inside straight quotes closed, where quotes come in pairs."""
    parts = line.split('"')
    if len(parts) % 2 == 0:
        return line
    inner = [part.strip() if index % 2 and part.strip() else part for index, part in enumerate(parts)]
    return '"'.join(inner)
