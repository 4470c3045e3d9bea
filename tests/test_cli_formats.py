"""The command line on files as people have them: Word and PDF from end to end, a password, odd names."""

import io
from pathlib import Path

import docx
import pikepdf
import pytest
from click.testing import CliRunner, Result
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from deckmaker.cli import cli
from deckmaker.errors import InputError
from readers.harbour import FIRST, SECOND, THIRD
from readers.sheets import BOLD, column, line, pdf


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DECKMAKER_PASSWORD", raising=False)


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), env=environment)


def word(path: str) -> None:
    document = docx.Document()
    document.add_paragraph("A wider channel for the harbour", style="Title")
    for heading, text in (("The vote", FIRST), ("The costs", SECOND), ("The warnings", THIRD)):
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    document.save(path)


def report() -> bytes:
    def draw(canvas: Canvas) -> None:
        line(canvas, (70, 90), "A wider channel for the harbour", 20, BOLD)
        column(canvas, 70, 120, [FIRST, SECOND, THIRD])

    return pdf(draw)


def test_a_word_file_becomes_outline_deck_and_memo() -> None:
    word("channel.docx")
    result = run("build", "channel.docx", "-o", "out")
    assert result.exit_code == 0, result.output
    assert "title: A wider channel for the harbour" in Path("out/channel.yaml").read_text(encoding="utf-8")
    assert Presentation("out/channel.pptx").slides[0].shapes.title.text == "A wider channel for the harbour"
    assert Path("out/channel.pdf").read_bytes().startswith(b"%PDF-")


def test_a_pdf_is_read_whatever_its_name_is_and_its_blocks_know_their_page() -> None:
    Path("channel").write_bytes(report())
    result = run("build", "channel", "--show", "document")
    assert result.exit_code == 0, result.output
    assert "p2.1\tparagraph, page 1\tThe harbour council voted" in result.output


def test_a_password_opens_a_protected_pdf() -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(report())) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="chair", user="tide"))
    Path("closed.pdf").write_bytes(stream.getvalue())
    asked = run("outline", "closed.pdf", "-o", "-")
    assert isinstance(asked.exception, InputError)
    assert "--password" in asked.exception.remedy
    for opened in (
        run("outline", "closed.pdf", "-o", "-", "--password", "tide"),
        run("outline", "closed.pdf", "-o", "-", DECKMAKER_PASSWORD="tide"),
    ):
        assert opened.exit_code == 0, opened.output
        assert "harbour council" in opened.output
        assert "tide" not in opened.output
    built = run("build", "closed.pdf", "--password", "tide", "-o", "out")
    assert built.exit_code == 0, built.output
    assert not [path for path in Path("out").iterdir() if b"tide" in path.read_bytes()]
