"""The memo on paper: flowables flowed over pages, marking and foot on each, and the pages as PDF bytes."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from deckmaker.memo.archive import Facts
from deckmaker.memo.bidi import runs_from_right
from deckmaker.memo.canvas import FOOT, HEAD, MemoCanvas
from deckmaker.memo.flow import Flow
from deckmaker.memo.lines import Line
from deckmaker.memo.logos import Crest
from deckmaker.memo.looks import RULE, Looks
from deckmaker.memo.parts import Part, Role
from deckmaker.memo.pictures import Images
from deckmaker.memo.setting import set_line
from deckmaker.memo.shaping import measure
from deckmaker.memo.structure import Structure
from deckmaker.memo.tags import Element, Tree
from deckmaker.theme import Paper

_FOOT_BASELINE, _FOOT_RULE, _MARKING = 36.0, 50.0, 20.0
"""How far the foot's baseline, its hairline and the marking stand above the paper's edge; at the head, the marking
stands as far below the other edge, and its own height."""
_FOOT_GAP = 24.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a memo is set with: paper, looks, what the file says of itself, words of foot and marking, pictures."""

    paper: Paper
    looks: Looks
    facts: Facts
    foot: str
    images: Images
    marking: str = ""
    crest: Crest | None = None

    @property
    def area(self) -> tuple[float, float]:
        """Width and height of what is inside the margins."""
        paper = self.paper
        return paper.width - 2 * paper.side, paper.height - paper.top - paper.bottom


def typeset(parts: Sequence[Part], sheet: Sheet) -> tuple[bytes, int]:
    """The memo as PDF bytes, and its number of pages."""
    paper, tree, out = sheet.paper, Tree(), io.BytesIO()
    size = (paper.width, paper.height)
    structure = Structure(tree.root, sheet.facts.language)
    edges = _Edges(sheet, structure.marking() if sheet.marking else None)

    def make_canvas(file: IO[bytes], **_: object) -> MemoCanvas:
        return MemoCanvas(file, size, tree, sheet.facts, edges)

    document = BaseDocTemplate(out, pagesize=size)
    document.addPageTemplates(PageTemplate("page", [Frame(paper.side, paper.bottom, *sheet.area, 0, 0, 0, 0)]))
    document.build([*_flow(parts, sheet, structure).flowables()], canvasmaker=make_canvas)
    return out.getvalue(), document.page


def _flow(parts: Sequence[Part], sheet: Sheet, structure: Structure) -> Flow:
    """What flows: the parts without the marking, which stands in the margin."""
    flowing = [part for part in parts if part.role is not Role.MARKING]
    return Flow(flowing, sheet.images, sheet.looks, structure, sheet.crest)


def fits_one_page(parts: Sequence[Part], sheet: Sheet) -> bool:
    """Whether the memo, set like this, stands on one page."""
    return all(used <= sheet.area[1] for used in _grows(parts, sheet))


def overflow(parts: Sequence[Part], sheet: Sheet) -> float:
    """How many points the memo, set like this, is taller than a page; negative when it fits one."""
    *_, used = _grows(parts, sheet)
    return used - sheet.area[1]


def _grows(parts: Sequence[Part], sheet: Sheet) -> Iterator[float]:
    """How much of a page is used up after each part."""
    width, room = sheet.area
    used = after = 0.0
    for block in _flow(parts, sheet, Structure(Tree().root, sheet.facts.language)).flowables():
        before = max(block.getSpaceBefore() - after, 0) if used else 0
        used += after + before + block.wrap(width, room)[1]
        after = block.getSpaceAfter()
        yield used


@dataclass(frozen=True, slots=True)
class _Edges:
    """Draws a page's marking, and its foot: a hairline, the memo's short title, and which page of how many it is.

    The marking at the head of the first page belongs to an element; all others are artifacts.
    """

    sheet: Sheet
    spoken: Element | None

    def __call__(self, canvas: MemoCanvas, number: int, pages: int) -> None:
        paper, marking = self.sheet.paper, self._set_marking()
        if marking:
            middle = (paper.width - measure(marking)) / 2
            top = paper.height - _MARKING - self.sheet.looks.marking.size
            if number == 1:
                canvas.write_line(marking, middle, top, self.spoken)
            else:
                with canvas.artifact(HEAD):
                    canvas.write_line(marking, middle, top, None)
        with canvas.artifact(FOOT):
            self._foot(canvas, number, pages)
            if marking:
                canvas.write_line(marking, middle, _MARKING, None)

    def _foot(self, canvas: MemoCanvas, number: int, pages: int) -> None:
        paper = self.sheet.paper
        left, right = paper.side, paper.width - paper.side
        count = self._set(f"Page {number} of {pages}", "en")
        width = measure(count)
        title = self._title(right - left - width - _FOOT_GAP)
        begins = left, right - width
        if runs_from_right(self.sheet.facts.language):
            begins = right - measure(title), left
        canvas.rule(left, right, _FOOT_RULE, 0.6, RULE)
        canvas.write_line(title, begins[0], _FOOT_BASELINE, None)
        canvas.write_line(count, begins[1], _FOOT_BASELINE, None)

    def _set_marking(self) -> Line:
        sheet, language = self.sheet, self.sheet.facts.language
        return tuple(set_line(sheet.marking, sheet.looks.marking, sheet.looks.typefaces, language))

    def _set(self, text: str, language: str) -> Line:
        return tuple(set_line(text, self.sheet.looks.foot, self.sheet.looks.typefaces, language))

    def _title(self, width: float) -> Line:
        """The short title; where it is wider, as much of it as fits, ended with "…"."""
        title = self.sheet.foot
        language = self.sheet.facts.language
        line, shorter = self._set(title, language), title[: int(width)]
        while measure(line) > width:
            shorter = shorter.rpartition(" ")[0] or shorter[:-1]
            line = self._set(shorter.rstrip(" ,;:–") + "…", language)
        return line
