"""PDFs that are refused, and why: locked, scanned, damaged, hostile, beyond a limit."""

import io
import random
import time
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from deckmaker.document import Document
from deckmaker.errors import InputError
from deckmaker.readers import limits, read_bytes
from deckmaker.readers.options import ReadOptions
from readers.harbour import FIRST, SECOND, THIRD
from readers.sheets import column, line, pdf


def read(data: bytes, options: ReadOptions | None = None) -> Document:
    return read_bytes(data, "article.pdf", options)


def locked(data: bytes, user: str) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="owner", user=user, R=6))
    return stream.getvalue()


def test_a_protected_pdf_asks_for_its_password_and_opens_with_it() -> None:
    data = locked(pdf(lambda canvas: column(canvas, 70, 100, [FIRST])), "harbour")
    with pytest.raises(InputError, match="protected with a password") as asked:
        read(data)
    assert "--password" in asked.value.remedy
    with pytest.raises(InputError, match="does not open"):
        read(data, ReadOptions("wrong"))
    assert read(data, ReadOptions("harbour")).text == FIRST
    assert "harbour" not in repr(ReadOptions("harbour"))
    assert read(locked(pdf(lambda canvas: column(canvas, 70, 100, [FIRST])), "")).text == FIRST


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "gray")), 0, 0, 595, 842)


def test_scans_are_named_with_what_to_do() -> None:
    with pytest.raises(InputError, match=r"pictures of pages \(a scan\)") as caught:
        read(pdf(scan, scan))
    assert "text recognition" in caught.value.remedy
    with pytest.raises(InputError, match="no text"):
        read(pdf(lambda canvas: canvas.rect(10, 10, 300, 300)))
    partly = read(pdf(lambda canvas: column(canvas, 70, 100, [FIRST]), scan))
    assert [warning.message for warning in partly.warnings] == [
        "page 2 of the PDF hold only pictures: their text was not read"
    ]


def test_limits_have_errors_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(*[lambda canvas: column(canvas, 70, 100, [FIRST])] * 3)
    monkeypatch.setattr("deckmaker.readers.pdf_file.MAX_PAGES", 2)
    with pytest.raises(InputError, match="too many pages: at most 2"):
        read(data)
    monkeypatch.setattr("deckmaker.readers.pdf_file.MAX_PAGES", limits.MAX_PAGES)
    monkeypatch.setattr("deckmaker.readers.pdf_file.MAX_CHARACTERS", 300)
    with pytest.raises(InputError, match="too much text"):
        read(data)
    with pytest.raises(InputError, match="takes too long"):
        read(data, ReadOptions(is_late=lambda: True))


def test_hundreds_of_pages_are_quick() -> None:
    start = time.process_time()
    read(pdf(*[lambda canvas: column(canvas, 70, 100, [FIRST, SECOND, THIRD] * 4)] * 50))
    assert time.process_time() - start < 10


SAMPLE = pdf(lambda canvas: column(canvas, 70, 100, [FIRST, SECOND]))


@settings(max_examples=120, deadline=None)
@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=1, max_size=20), st.booleans())
def test_damaged_files_give_errors_of_ours(place: int, noise: bytes, cut: bool) -> None:
    data = SAMPLE[:place] if cut else SAMPLE[:place] + noise + SAMPLE[place + len(noise) :]
    try:
        assert read(b"%PDF-1.4\n" + data).text
    except InputError as error:
        remedies = error.remedy
        assert remedies


@pytest.mark.parametrize("kind", ["letters", "lines", "grid", "rows"])
def test_hostile_pages_are_quick(kind: str) -> None:
    """Thousands of letters anywhere, rules and grids, rows that nearly align."""
    chance = random.Random(7)

    def draw(canvas: Canvas) -> None:
        column(canvas, 70, 60, [FIRST])
        for number in range(4_000 if kind == "letters" else 1_200):
            if kind == "letters":
                line(canvas, (chance.uniform(20, 560), chance.uniform(100, 800)), chance.choice("abcde"))
            elif kind == "rows":
                line(canvas, (30 + 45 * (number % 12), 120 + 6 * (number // 12)), f"cell {number}", 5)
            else:
                canvas.line(20, number, 560, number) if kind == "lines" else canvas.rect(number, number, 90, 90)

    start = time.process_time()
    read(pdf(draw, draw))
    assert time.process_time() - start < 10


def test_a_page_of_too_many_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckmaker.readers.pdf_file.MAX_PAGE_CHARACTERS", 100)
    with pytest.raises(InputError, match="too many characters on one page"):
        read(pdf(lambda canvas: column(canvas, 70, 100, [FIRST])))


TEXTS = b"BT /F1 8 Tf " + b"(a) Tj " * 200_000 + b"ET"


def drawing(content: bytes, times: int, lie: str) -> bytes:
    """A PDF whose page is drawn by this content, packed so many times; lie is a key that drawings do not have."""
    for _ in range(times):
        content = zlib.compress(content)
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(SAMPLE)) as document:
        page = pikepdf.Stream(document, content)
        page.write(content, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * times))
        if lie:
            page[lie] = pikepdf.Name.Image
        document.pages[0].obj.Contents = document.make_indirect(page)
        document.save(stream, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "times", "lie", "reason"),
    [
        (b" " * 20_000_000, 1, "", "unpacks to too much"),
        (b" " * 20_000_000, 2, "", "unpacks to too much"),
        (TEXTS, 1, "", "pieces of text"),
        (TEXTS, 2, "", "pieces of text"),
        (TEXTS, 1, "/Subtype", "pieces of text"),
        (TEXTS, 1, "/Length1", "pieces of text"),
        (b"0 0 m 9 9 l S\n" * 1_100_000, 1, "", "lines on one page"),
    ],
    ids=["spaces", "spaces, twice", "text", "text, twice", "text as picture", "text as font", "lines"],
)
def test_pages_that_unpack_to_too_much_are_refused(content: bytes, times: int, lie: str, reason: str) -> None:
    """Before PDFium sees them, which would take gigabytes."""
    data = drawing(content, times, lie)
    assert len(data) < 200_000
    with pytest.raises(InputError, match=reason):
        read(data)


def test_looking_for_streams_is_quick() -> None:
    start = time.process_time()
    with pytest.raises(InputError, match="too many streams"):
        read(SAMPLE + b"stream\n" * 200_000)
    mark = b"stream\n" + zlib.compress(b"x" * 3_000_000)
    with pytest.raises(InputError, match="unpacks to too much"):
        read(SAMPLE + mark * 2_000)
    assert time.process_time() - start < 8
