"""PDF pages set by the tests themselves: text at places, in columns, with rules, turned, locked."""

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, **facts: str) -> bytes:
    """A PDF of these pages; facts are title and author."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setTitle(facts.get("title", ""))
    canvas.setAuthor(facts.get("author", ""))
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def line(canvas: Canvas, place: tuple[float, float], text: str, size: float = 10, font: str = REGULAR) -> None:
    """A line of text; its place in points from the page's upper left corner."""
    x, y = place
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - y, text)


def column(canvas: Canvas, x: float, y: float, paragraphs: Sequence[str], width: float = 440) -> float:
    """Paragraphs in 10 points, broken to a width; where the next would begin."""
    for text in paragraphs:
        for part in simpleSplit(text, REGULAR, 10, width):
            line(canvas, (x, y), part)
            y += 12
        y += 8
    return y
