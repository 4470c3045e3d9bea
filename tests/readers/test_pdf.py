"""PDFs, set here with reportlab and pikepdf: order, furniture, headings, tables, tags, passwords, scans, damage."""

import datetime
import io
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from deckmaker.document import BlockKind, Document, Table
from deckmaker.memo import make_memo
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.readers import read_bytes
from deckmaker.readers.options import ReadOptions
from readers.harbour import FIRST, SECOND, THIRD, blocks
from readers.sheets import BOLD, HEIGHT, REGULAR, Draw, column, line, pdf

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM


def read(data: bytes, options: ReadOptions | None = None) -> Document:
    return read_bytes(data, "article.pdf", options)


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [text for found, text in blocks(document) if found is kind]


def test_title_headings_and_paragraphs_with_their_pages() -> None:
    def first(canvas: Canvas) -> None:
        line(canvas, (70, 100), "A wider channel for the harbour", 20, BOLD)
        y = column(canvas, 70, 140, [FIRST])
        line(canvas, (70, y + 10), "1. Costs", 14, BOLD)
        y = column(canvas, 70, y + 30, [SECOND])
        line(canvas, (70, y + 10), "Warnings", 10, BOLD)
        column(canvas, 70, y + 26, [THIRD])

    document = read(pdf(first, lambda canvas: column(canvas, 70, 100, [SECOND]), author="Ada Lind"))
    assert blocks(document) == [
        (HEADING, "A wider channel for the harbour"),
        (PARAGRAPH, FIRST),
        (HEADING, "Costs"),
        (PARAGRAPH, SECOND),
        (HEADING, "Warnings"),
        (PARAGRAPH, THIRD),
        (PARAGRAPH, SECOND),
    ]
    assert [block.page for block in document.blocks] == [1, 1, 1, 1, 1, 1, 2]
    assert [block.level for block in document.blocks if block.level] == [1, 2, 3]
    assert (document.title, document.byline) == ("A wider channel for the harbour", "Ada Lind")
    assert isinstance(document.date, datetime.date)


@pytest.mark.parametrize("rows_first", [False, True], ids=["by columns", "by rows"])
def test_two_columns_are_read_one_after_the_other(rows_first: bool) -> None:
    """Whatever order the file sets the lines in, and with a title and a wide line across both."""

    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 100), "A wider channel for the harbour of the town", 20, BOLD)
        jobs: list[tuple[float, float, str]] = []
        canvas.drawString = lambda x, y, text: jobs.append((x, y, text))
        column(canvas, 70, 130, [FIRST, SECOND], width=215)
        column(canvas, 300, 130, [THIRD, FIRST], width=215)
        del canvas.drawString
        for x, y, text in sorted(jobs, key=lambda job: -job[1]) if rows_first else jobs:
            line(canvas, (x, HEIGHT - y), text)
        line(
            canvas, (70, 420), "The whole width of the page is taken by this sentence, which stands below both columns."
        )

    assert texts(read(pdf(draw)), PARAGRAPH)[:4] == [FIRST, SECOND, THIRD, FIRST]


def test_a_sentence_goes_on_over_columns_and_pages() -> None:
    half, rest = "The council voted for a channel that is", "wider than the old one, and nobody was surprised by it."
    document = read(
        pdf(
            lambda canvas: column(canvas, 70, column(canvas, 70, 100, [FIRST]), [half]),
            lambda canvas: column(canvas, 70, 100, [rest, SECOND]),
        )
    )
    assert texts(document, PARAGRAPH) == [FIRST, f"{half} {rest}", SECOND]
    assert [block.page for block in document.blocks] == [1, 1, 2]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            line(canvas, (70, 40), f"The Harbour Post, 4 March 2031 - {number}", 8)
            column(canvas, 70, 100, [(FIRST, SECOND, THIRD)[number - 1]])
            line(canvas, (290, 815), f"{number} / 3", 8)

        return draw

    document = read(pdf(*(page(number) for number in (1, 2, 3))))
    assert texts(document, PARAGRAPH) == [FIRST, SECOND, THIRD]


def test_hyphens_at_line_ends_and_note_marks() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 100), "Engineers warned the council of the cur-")
        line(canvas, (70, 112), "rents, and of the long-term costs of the chan-")
        last = "nel works; the long-term costs are high."
        line(canvas, (70, 124), last)
        line(canvas, (71 + stringWidth(last, REGULAR, 10), 120), "12", 6)
        line(canvas, (70, 750), "12 See the study of the harbour's engineers, page 7.", 7)
        column(canvas, 70, 160, [SECOND])

    document = read(pdf(draw))
    joined = "Engineers warned the council of the currents, and of the long-term costs of the channel works; the "
    assert texts(document, PARAGRAPH) == [f"{joined}long-term costs are high.", SECOND]


def test_lists() -> None:
    def draw(canvas: Canvas) -> None:
        y = column(canvas, 70, 100, [FIRST])
        for text in ("A loan of the region, which is to be paid back", "A tax"):
            line(canvas, (80, y), "•")
            line(canvas, (95, y), text)
            y += 13
        for number, text in enumerate(("Ask the engineers", "Ask the court"), 1):
            line(canvas, (80, y), f"{number}. {text}")
            y += 13
        column(canvas, 70, y + 10, [SECOND])

    items = texts(read(pdf(draw)), ITEM)
    assert items == ["A loan of the region, which is to be paid back", "A tax", "Ask the engineers", "Ask the court"]


ROWS = (("Year", "Cost", "Jobs"), ("2031", "48", "300"), ("2032", "50", "320"))


@pytest.mark.parametrize("is_ruled", [True, False], ids=["ruled", "aligned"])
def test_tables(is_ruled: bool) -> None:
    def draw(canvas: Canvas) -> None:
        y = column(canvas, 70, 100, [FIRST]) + 20
        line(canvas, (70, y - 18), "Table 1: What it costs", 9)
        for row, cells in enumerate(ROWS):
            for place, text in enumerate(cells):
                line(canvas, (80 + 100 * place, y + 15 + 20 * row), text)
        if is_ruled:
            canvas.grid([70 + 100 * place for place in range(4)], [HEIGHT - y - 20 * row for row in range(4)])
        column(canvas, 70, y + 90, [SECOND])

    (table,) = [block.table for block in read(pdf(draw)).blocks if block.table]
    assert table == Table(ROWS[1:], ROWS[:1], "Table 1: What it costs")


def test_contents_lists_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 80), "Contents", 14, BOLD)
        for row in range(4):
            line(canvas, (70, 100 + 14 * row), f"Chapter {row} " + ". " * 40 + f"{row + 3}")
        column(canvas, 70, 200, [FIRST])

    assert blocks(read(pdf(draw))) == [(PARAGRAPH, FIRST)]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_pages_on_their_side(angle: int) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(lambda canvas: column(canvas, 70, 100, [FIRST, SECOND])))) as document:
        page = document.pages[0]
        turn = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 595"}[angle]
        page.contents_add(f"q {turn} cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.mediabox = pikepdf.Array([0, 0, 842, 595] if angle != 180 else [0, 0, 595, 842])
        page.Rotate = angle
        document.save(stream)
    assert texts(read(stream.getvalue()), PARAGRAPH) == [FIRST, SECOND]


def test_tags_give_headings_and_lists(tmp_path: Path) -> None:
    bullets = tuple(Bullet(text) for text in (FIRST.split(". ")[0], SECOND.split(". ")[0]))
    outline = Outline("A wider channel", (Section("Costs", bullets), Section("Warnings", bullets)))
    make_memo(outline, tmp_path / "memo.pdf")
    document = read((tmp_path / "memo.pdf").read_bytes())
    headings = texts(document, HEADING)
    assert document.title == "A wider channel"
    assert [text for text in headings if "Costs" in text or "Warnings" in text]
    assert sum(bullets[0].text in text for _, text in blocks(document)) == 2
    assert not [text for _, text in blocks(document) if "Page 1" in text]


def test_what_stands_in_the_margin_of_several_pages_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        y = column(canvas, 70, 100, [FIRST, SECOND, THIRD])
        line(canvas, (520, 106), "Harbour", 10)
        line(canvas, (520, 300), "DRAFT", 30)
        column(canvas, 70, y, [SECOND])

    assert texts(read(pdf(*[draw] * 4)), PARAGRAPH) == [FIRST, SECOND, THIRD, SECOND] * 4


def test_headings_in_a_font_of_their_own() -> None:
    """In files that hide the names of their fonts, only the change of font tells a heading from the text."""

    def draw(canvas: Canvas) -> None:
        y = column(canvas, 70, 100, [FIRST, SECOND])
        line(canvas, (70, y + 4), "What it costs", 10, "Times-Roman")
        column(canvas, 70, y + 20, [THIRD, SECOND])

    assert texts(read(pdf(draw)), HEADING) == ["What it costs"]


def test_authors_and_where_they_work_are_no_part_of_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 80), "A wider channel for the harbour", 18, BOLD)
        line(canvas, (70, 105), "Ada Lind and Per Nord", 12, BOLD)
        line(canvas, (70, 120), "Department of Harbours, University of the North", 9)
        y = column(canvas, 70, 150, [FIRST, SECOND])
        line(canvas, (70, y + 4), "References", 12, BOLD)
        column(canvas, 70, y + 24, ["Lind, A. (2030), A study of currents in the northern channel. Harbour Press."])

    document = read(pdf(draw))
    assert (document.title, document.byline) == ("A wider channel for the harbour", "Ada Lind, Per Nord")
    assert texts(document, PARAGRAPH) == [FIRST, SECOND]


def test_a_masthead_above_the_title_is_left_out_but_for_its_date() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 60), "The Harbour Review, volume 12, number 3", 9)
        line(canvas, (70, 74), "4 March 2031", 9)
        line(canvas, (70, 100), "A wider channel for the harbour", 18, BOLD)
        column(canvas, 70, 140, [FIRST, SECOND])

    document = read(pdf(draw))
    assert blocks(document) == [
        (HEADING, "A wider channel for the harbour"),
        (PARAGRAPH, FIRST),
        (PARAGRAPH, SECOND),
    ]
    assert document.date == datetime.date(2031, 3, 4)


@pytest.mark.parametrize(
    ("first", "second", "found"), [("1", "2", ["Costs", "Jobs"]), ("10", "12", ["10 Costs", "12 Jobs"])]
)
def test_numbers_of_sections_are_no_part_of_their_headings(first: str, second: str, found: list[str]) -> None:
    """But a number that counts no section is: "10 reasons to wait"."""

    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 90), "A wider channel for the harbour", 20, BOLD)
        y = column(canvas, 70, 120, [FIRST])
        line(canvas, (70, y + 8), f"{first} Costs", 14, BOLD)
        y = column(canvas, 70, y + 28, [SECOND])
        line(canvas, (70, y + 8), f"{second} Jobs", 14, BOLD)
        column(canvas, 70, y + 28, [THIRD])

    assert texts(read(pdf(draw)), HEADING)[1:] == found
