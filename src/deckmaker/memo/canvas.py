"""The canvas that blocks are drawn on: lines of runs with links, rules, bars, and feet drawn last of all.

Text goes into the structure tree; whatever else is painted is an artifact.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import quote

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from deckmaker.memo import fonts
from deckmaker.memo.archive import Facts, archive
from deckmaker.memo.lines import Ink, Line, Run
from deckmaker.memo.objects import Info, Stream
from deckmaker.memo.tags import Element, Tree

_FOOT = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
_URL_SAFE = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True, slots=True)
class _Moment:
    """The one instant that the file knows, in the shape reportlab asks its clock for."""

    YMDhms: tuple[int, ...]
    dhh: int = 0
    dmm: int = 0


Foot = Callable[["MemoCanvas", int, int], None]


class MemoCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas with fixed dates, embedded fonts only and a structure tree; foot(canvas, page, pages) comes last."""

    def __init__(self, file: IO[bytes], size: tuple[float, float], tree: Tree, facts: Facts, foot: Foot) -> None:
        options = {"invariant": 1, "initialFontName": fonts.REGULAR, "pageCompression": 1}
        super().__init__(file, size, lang=facts.language, pdfVersion=(1, 7), **options)
        self.tree, self._facts, self._foot = tree, facts, foot
        date = facts.date
        self._doc._timeStamp = _Moment((date.year, date.month, date.day, 0, 0, 0))  # noqa: SLF001 - its clock
        self._doc.signature = hashlib.md5(usedforsecurity=False)

    def write_line(self, line: Line, x: float, y: float, element: Element | None) -> None:
        """Write the runs of a line from x on, with y the baseline, as text of the element (None: an artifact)."""
        text = _Text(self, x, y)
        holders = []
        for run in line:
            holders.append(_holder(element, run))
            text.write(run, self.tree.mark(holders[-1]) if holders[-1] else "")
        self.drawText(text)
        for run, holder in zip(line, holders, strict=True):
            end = x + measure((run,))
            if run.link and holder:
                self._link(run, (x, y, end), holder)
            x = end

    def _link(self, run: Run, stretch: tuple[float, float, float], holder: Element) -> None:
        """Lay a link over a stretch (left, baseline, right) of a line."""
        left, baseline, right = stretch
        bottom = baseline + run.ink.rise - 0.27 * run.ink.size
        entries: dict[str, Any] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(self._absRect((left, bottom, right, bottom + 1.27 * run.ink.size), relative=1)),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,  # to be printed, as PDF/A asks
            "Contents": PDFString(run.spoken or run.text),
            "StructParent": self.tree.annotate(holder),
        }
        if run.link.startswith("#"):
            entries["Dest"] = self._bookmarkReference(run.link[1:])
        else:
            uri = PDFString(quote(run.link, safe=_URL_SAFE))
            entries["A"] = PDFDictionary({"Type": PDFName("Action"), "S": PDFName("URI"), "URI": uri})
        self._addAnnotation(PDFDictionary(entries))
        self.tree.hold(holder, self._annotationrefs[-1])

    @contextmanager
    def artifact(self, operator: str = "/Artifact BMC") -> Iterator[None]:
        """What is drawn inside is no part of the structure."""
        self._code.append(operator)
        yield
        self._code.append("EMC")

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

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Close the page and begin the next."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.StructParents, page.Tabs = self.tree.turn_page(), PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]

    def save(self) -> None:
        """Draw the feet, say what the file is, and write it."""
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, 1):
            self._code: list[str] = []
            with self.artifact(_FOOT):
                self._foot(self, number, len(pages))
            content = page.stream + "\n".join(self._code) + "\n"
            page.Contents = Stream({}, content)
            self._doc.updateSignature(content)
        self._code = []
        self._describe()
        self.tree.write(self._doc)
        archive(self._doc, self._facts)
        super().save()

    def _describe(self) -> None:
        """Set the file's facts; last, because the document template sets its own when it begins."""
        facts, info = self._facts, Info()
        info.title, info.author, info.subject = facts.title, facts.author, facts.subject
        info.keywords, info.creator = facts.keywords, "deckmaker"
        self._doc.info = info


class _Text(PDFTextObject):  # type: ignore[misc]  # reportlab has no types
    """A text object whose runs are marked as they are written."""

    def write(self, run: Run, operator: str) -> None:
        """Write a run in its ink, inside marked content when there is an operator that opens it."""
        ink = run.ink
        self.setFont(ink.font, ink.size)
        self.setFillColor(HexColor(ink.colour))
        self.setRise(ink.rise)
        self.setCharSpace(ink.spacing)
        self._code += [operator] if operator else []
        self.textOut(run.text)
        self._code += ["EMC"] if operator else []


def _holder(element: Element | None, run: Run) -> Element | None:
    """The element that a run belongs to: the paragraph's own, or its link's, one for all lines of a link."""
    if element is None or not run.link:
        return element
    last = element.kids[-1] if element.kids else None
    return last if isinstance(last, Element) and last.tag == "Link" else element.child("Link")


def advances(text: str, ink: Ink) -> list[float]:
    """The width of each character in that ink, in points."""
    scale = ink.size / 1000
    return [width * scale + ink.spacing for width in fonts.advances(text, ink.font)]


def measure(line: Line) -> float:
    """The width of a line, in points."""
    return sum(sum(advances(run.text, run.ink)) for run in line)
