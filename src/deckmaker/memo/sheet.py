"""The memo on paper: flowables flowed over pages, a foot on each, and the pages as PDF bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from deckmaker.memo.archive import Facts
from deckmaker.memo.canvas import MemoCanvas
from deckmaker.memo.flow import Structure, flow, set_span
from deckmaker.memo.lines import Line, Run
from deckmaker.memo.looks import RULE, Looks
from deckmaker.memo.shaping import measure
from deckmaker.memo.story import Item, Span
from deckmaker.memo.tags import Tree
from deckmaker.theme import Paper

_FOOT_BASELINE, _FOOT_RULE = 36.0, 50.0
"""How far the foot's baseline and its hairline stand above the paper's edge."""
_FOOT_GAP = 24.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a memo is set with: paper, looks, what the file says of itself, and the words of its foot."""

    paper: Paper
    looks: Looks
    facts: Facts
    foot: str

    @property
    def area(self) -> tuple[float, float]:
        """Width and height of what is inside the margins."""
        paper = self.paper
        return paper.width - 2 * paper.side, paper.height - paper.top - paper.bottom


def typeset(items: Sequence[Item], sheet: Sheet) -> tuple[bytes, int]:
    """The memo as PDF bytes, and its number of pages."""
    paper, tree, out = sheet.paper, Tree(), io.BytesIO()
    size = (paper.width, paper.height)

    def make_canvas(file: IO[bytes], **_: object) -> MemoCanvas:
        return MemoCanvas(file, size, tree, sheet.facts, _Foot(sheet))

    document = BaseDocTemplate(out, pagesize=size)
    document.addPageTemplates(PageTemplate("page", [Frame(paper.side, paper.bottom, *sheet.area, 0, 0, 0, 0)]))
    flowables = flow(items, sheet.looks, Structure(tree.root, sheet.facts.language))
    document.build(list(flowables), canvasmaker=make_canvas)
    return out.getvalue(), document.page


def fits_one_page(items: Sequence[Item], sheet: Sheet) -> bool:
    """Whether the memo, set like this, stands on one page."""
    width, room = sheet.area
    used = after = 0.0
    for block in flow(items, sheet.looks, Structure(Tree().root, "en")):
        used += after + (block.getSpaceBefore() if used else 0) + block.wrap(width, room)[1]
        after = block.getSpaceAfter()
        if used > room:
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Foot:
    """Draws a page's foot: a hairline, the memo's short title, and which page of how many it is."""

    sheet: Sheet

    def __call__(self, canvas: MemoCanvas, number: int, pages: int) -> None:
        paper, ink = self.sheet.paper, self.sheet.looks.foot
        left, right = paper.side, paper.width - paper.side
        count = (Run(f"Page {number} of {pages}", ink),)
        begin = right - measure(count)
        canvas.rule(left, right, _FOOT_RULE, 0.6, RULE)
        canvas.write_line(self._title(begin - left - _FOOT_GAP), left, _FOOT_BASELINE, None)
        canvas.write_line(count, begin, _FOOT_BASELINE, None)

    def _title(self, width: float) -> Line:
        """The short title; where it is wider, as much of it as fits, ended with "…"."""
        title, ink = self.sheet.foot, self.sheet.looks.foot
        line, shorter = tuple(set_span(Span(title), ink, self.sheet.looks.typefaces)), title[: int(width)]
        while measure(line) > width:
            shorter = shorter.rpartition(" ")[0] or shorter[:-1]
            line = tuple(set_span(Span(shorter.rstrip(" ,;:–") + "…"), ink, self.sheet.looks.typefaces))
        return line
