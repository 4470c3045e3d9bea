"""The canvas that blocks are drawn on: lines of runs with links, rules, bars, and feet drawn last of all."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from deckmaker.memo import fonts
from deckmaker.memo.lines import Ink, Line, Run

_NO_DATE = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the PDF says of itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class _Moment:
    """The one instant that the file knows, in the shape reportlab asks its clock for."""

    YMDhms: tuple[int, ...]
    dhh: int = 0
    dmm: int = 0


Foot = Callable[["MemoCanvas", int, int], None]


class MemoCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas with fixed dates and embedded fonts only; foot(canvas, page, pages) draws the feet last."""

    def __init__(self, file: IO[bytes], size: tuple[float, float], facts: Facts, foot: Foot) -> None:
        super().__init__(
            file, size, invariant=1, initialFontName=fonts.REGULAR, lang=facts.language, pdfVersion=(1, 7)
        )
        self._foot = foot
        self._facts = facts
        date = facts.date or _NO_DATE
        self._doc._timeStamp = _Moment((date.year, date.month, date.day, 0, 0, 0))  # noqa: SLF001 - it reads the clock

    def write_line(self, line: Line, x: float, y: float) -> None:
        """Write the runs of a line from x on, with y the baseline; what is linked becomes a link."""
        text = PDFTextObject(self, x, y)
        for run in line:
            _write(text, run)
        self.drawText(text)
        for run in line:
            end = x + measure(run.text, run.ink)
            if run.link:
                self._link(run, x, y, end)
            x = end

    def _link(self, run: Run, left: float, baseline: float, right: float) -> None:
        y = baseline + run.ink.rise
        box = (left, y - 0.27 * run.ink.size, right, y + run.ink.size)
        if run.link.startswith("#"):
            self.linkRect(run.spoken, run.link[1:], box, relative=1)
        else:
            self.linkURL(run.link, box, relative=1)

    def rule(self, left: float, right: float, y: float, thickness: float, colour: str) -> None:
        """Draw a horizontal line."""
        self.setStrokeColor(HexColor(colour))
        self.setLineWidth(thickness)
        self.line(left, y, right, y)

    def bar(self, colour: str, width: float, bottom: float, height: float) -> None:
        """Draw a filled bar at the left edge."""
        self.setFillColor(HexColor(colour))
        self.rect(0, bottom, width, height, stroke=0, fill=1)

    def mark_place(self, key: str, top: float, title: str = "", depth: int = 0) -> None:
        """Make this height a place that links can lead to, and with a title an entry of the PDF's outline."""
        self.bookmarkHorizontal(key, 0, top)
        if title:
            self.addOutlineEntry(title, key, depth)

    def save(self) -> None:
        """Draw the feet, say what the file is, and write it."""
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, 1):
            self._code: list[str] = []
            self._foot(self, number, len(pages))
            page.stream += "\n".join(self._code) + "\n"
        self._code = []
        self._describe()
        super().save()

    def _describe(self) -> None:
        """Set the file's facts; last, because the document template sets its own when it begins."""
        self.setTitle(self._facts.title)
        self.setAuthor(self._facts.author)
        self.setSubject(self._facts.subject)
        self.setKeywords(self._facts.keywords)
        self.setCreator("deckmaker")


def measure(text: str, ink: Ink) -> float:
    """The width of text in that ink, in points."""
    return fonts.width(text, ink.font, ink.size) + ink.spacing * len(text)


def _write(text: PDFTextObject, run: Run) -> None:
    ink: Ink = run.ink
    text.setFont(ink.font, ink.size)
    text.setFillColor(HexColor(ink.colour))
    text.setRise(ink.rise)
    text.setCharSpace(ink.spacing)
    text.textOut(run.text)
