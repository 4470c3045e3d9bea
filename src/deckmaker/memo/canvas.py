"""The canvas that blocks are drawn on: lines of runs with links, rules, bars, and heads and feet drawn last of all.

Text goes into the structure tree; whatever else is painted is an artifact.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import IO, Any
from urllib.parse import quote

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from deckmaker.memo.archive import Facts, archive
from deckmaker.memo.bidi import in_sight
from deckmaker.memo.embedding import EmbeddedFont
from deckmaker.memo.lines import Line, Run
from deckmaker.memo.objects import Info, Stream
from deckmaker.memo.shaping import measure, words
from deckmaker.memo.tags import Element, Tree, spoken_in

HEAD, FOOT = (f"/Artifact <</Type /Pagination /Subtype /{edge}>> BDC" for edge in ("Header", "Footer"))
_MUTE = "/Artifact <</ActualText<FEFF>>> BDC"
_URL_SAFE = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True, slots=True)
class _Moment:
    """The one instant that the file knows, in the shape reportlab asks its clock for."""

    YMDhms: tuple[int, ...]
    dhh: int = 0
    dmm: int = 0


Edges = Callable[["MemoCanvas", int, int], None]
"""What draws a page's head and foot, given the page's number and how many there are."""


class MemoCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas with fixed dates, embedded fonts only and a structure tree; edges come last."""

    def __init__(self, file: IO[bytes], size: tuple[float, float], tree: Tree, facts: Facts, edges: Edges) -> None:
        self._fonts: dict[str, EmbeddedFont] = {}
        super().__init__(file, size, lang=facts.language, pdfVersion=(1, 7), invariant=1, pageCompression=1)
        self.tree, self._facts, self._edges = tree, facts, edges
        date = facts.date
        self._doc._timeStamp = _Moment((date.year, date.month, date.day, 0, 0, 0))  # noqa: SLF001 - its clock
        self._doc.signature = hashlib.md5(usedforsecurity=False)

    def write_lines(self, lines: Sequence[tuple[Line, float, float]], element: Element | None) -> None:
        """Write lines, each from its x on with y its baseline, as text of the element (None: an artifact)."""
        pen, links = _Pen(self.tree), []
        for line, x, y in lines:
            pen.go(x, y)
            for run, left in _placed(line, x):
                holder = _holder(element, run)
                if run.anchor:
                    self.mark_place(run.anchor, y + run.ink.size)
                if left is not None:
                    pen.go(left, y)
                self._show(run, holder, pen)
                x = x if left is None else left
                end = x + measure((run,)) if len(line) > 1 or run.link else x
                if run.link and holder:
                    links.append((run, (x, y, end), holder))
                x = end
        pen.mark(None)
        self._code += ["BT", *pen.code, "ET"]
        for link in links:
            self._link(*link)

    def write_line(self, line: Line, x: float, y: float, element: Element | None) -> None:
        """Write one line, as write_lines does."""
        self.write_lines([(line, x, y)], element)

    def _show(self, run: Run, holder: Element | None, pen: "_Pen") -> None:
        """Show a run where the pen is."""
        ink = run.ink
        font = self._fonts.get(ink.font)
        if font is None:
            font = self._fonts[ink.font] = EmbeddedFont(ink.font, f"F{len(self._fonts) + 1}")
        state = f"/{font.resource} {ink.size:g} Tf {_colour(ink.colour)} rg {ink.spacing:g} Tc {ink.rise:.3f} Ts"
        for code, actual in font.show(run.text, ink, run.level):
            pen.mark(None if actual is None else holder, actual or "")
            shown = [state, code] if state else [code]
            pen.code += [_MUTE, *shown, "EMC"] if actual is None else shown
            state = ""

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

    def _make_preamble(self) -> None:
        """What each page begins with: nothing of reportlab's own fonts, which it does not embed."""
        self._preamble = "1 0 0 1 0 0 cm"

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

    def bar(self, colour: str, box: tuple[float, float, float, float]) -> None:
        """Draw a filled box (left, bottom, width, height)."""
        self.setFillColor(HexColor(colour))
        self.rect(*box, stroke=0, fill=1)

    def absolute(self, box: tuple[float, float, float, float]) -> tuple[float, ...]:
        """A box of the flowable that is being drawn, as a box of the page."""
        return tuple(self._absRect(box, relative=1))

    def picture(self, name: str, stream: Stream, box: tuple[float, float, float, float], element: Element) -> None:
        """Draw a picture into a box (left, bottom, width, height) as content of the element."""
        left, bottom, width, height = box
        internal = self._doc.getXObjectName(name)
        if internal not in self._doc.idToObject:
            self._doc.Reference(stream, internal)
            self._doc.addForm(name, stream)
        self._formsinuse.append(name)
        matrix = f"{width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm"
        with self.content(element):
            self._code.append(f"q {matrix} /{internal} Do Q")

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside is content of the element."""
        self._code.append(self.tree.mark(element))
        yield
        self._code.append("EMC")

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
            self.tree.turn_back(number - 1)
            self._edges(self, number, len(pages))
            content = page.stream + "\n".join(self._code) + "\n"
            page.Contents = Stream({}, content)
            self._doc.updateSignature(content)
        self._code = []
        for font in self._fonts.values():
            font.add_to(self._doc)
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


class _Pen:
    """What one text object writes: operators, of which each stretch belongs to one element."""

    def __init__(self, tree: Tree) -> None:
        self.code: list[str] = []
        self._tree = tree
        self._open: tuple[Element, str] | None = None

    def go(self, x: float, y: float) -> None:
        """Write on from there."""
        self.code.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def mark(self, element: Element | None, actual: str = "") -> None:
        """Let what follows belong to the element; actual is what it says, if that is not what its glyphs say."""
        wanted = (element, actual) if element else None
        if wanted == self._open and not actual:
            return
        if self._open:
            self.code.append("EMC")
        if wanted:
            self.code.append(self._tree.mark(*wanted))
        self._open = wanted


def _placed(line: Line, x: float) -> Iterator[tuple[Run, float | None]]:
    """The runs of a line that begins at x, as they are spoken, each with where it begins; None: where the last ends.

    Text that runs from the right is given word by word.
    """
    if not any(run.level for run in line):
        yield from ((run, None) for run in line)
        return
    pieces = [replace(run, text=word) for run in line for word in words(run.text)]
    shown = len(pieces) - (not pieces[-1].text.strip(" "))  # the space that a line ends with stands outside
    lefts: dict[int, float] = {}
    for number in (*in_sight(run.level for run in pieces[:shown]), *range(shown, len(pieces))):
        lefts[number] = x
        x += measure((pieces[number],))
    yield from ((run, lefts[number]) for number, run in enumerate(pieces))


def _holder(element: Element | None, run: Run) -> Element | None:
    """The element that a run belongs to: the paragraph's own, its link's, or one for a passage in another language.

    A link and a passage have one element for all their lines.
    """
    if element is None or not (run.link or run.foreign):
        return element
    last = element.kids[-1] if element.kids else None
    if isinstance(last, Element) and last.name == (run.link or run.foreign):
        return last
    return (
        element.child("Link", name=run.link) if run.link else element.child("Span", spoken_in(run.foreign), run.foreign)
    )


@cache
def _colour(colour: str) -> str:
    """Red, green and blue of "#RRGGBB" as the file writes them, from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
