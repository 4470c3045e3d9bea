"""What a file that is no text seems to be, by its first bytes."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"wOFF", "a web font"),
    (b"wOF2", "a web font"),
)
_NEEDS_ZERO = {b"BM", b"MZ", b"BZh", b"ID3", b"OggS"}  # letters that a text may start with, too
_OFFICE = (
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint deck"),
    (b"xl/", "an Excel workbook"),
    (b"mimetypeapplication/epub", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
)
_HEAD = 64 * 1024


def binary_kind(data: bytes) -> str:
    """What the bytes seem to be ("a PDF document"), with its article, or "" when nothing speaks against text."""
    head = data[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _OFFICE if mark in head), "a ZIP archive")
    if head.startswith(b"RIFF"):
        return {b"WEBP": "a WebP picture", b"WAVE": "a WAV recording"}.get(head[8:12], "")
    if head[4:8] == b"ftyp" and b"\x00" in head[:4]:
        return "a film or picture"
    for mark, kind in _MAGIC:
        if head.startswith(mark) and (mark not in _NEEDS_ZERO or b"\x00" in head):
            return kind
    return ""
