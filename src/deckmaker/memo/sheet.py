"""The memo on paper: its items as blocks, the blocks flowed over pages, the pages as PDF bytes."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from deckmaker.memo.blocks import Block, Bookmark, Rule
from deckmaker.memo.canvas import Facts, MemoCanvas, measure
from deckmaker.memo.lines import Line, Run
from deckmaker.memo.looks import INK, RULE, Looks
from deckmaker.memo.story import SOURCE_NOTE, Item, Role
from deckmaker.theme import Paper

_FOOT_RISE = 36.0
"""How far the foot's baseline stands above the paper's edge."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a memo is set with: paper, looks, what the file says of itself, and the words of its foot."""

    paper: Paper
    looks: Looks
    facts: Facts
    foot: str


def typeset(items: Sequence[Item], sheet: Sheet) -> tuple[bytes, int]:
    """The memo as PDF bytes, and its number of pages."""
    paper, out = sheet.paper, io.BytesIO()
    size = (paper.width, paper.height)
    area = (paper.width - 2 * paper.side, paper.height - paper.top - paper.bottom)
    document = BaseDocTemplate(out, pagesize=size)
    document.addPageTemplates(PageTemplate("page", [Frame(paper.side, paper.bottom, *area, 0, 0, 0, 0)]))

    def make_canvas(file: IO[bytes], **_: object) -> MemoCanvas:
        return MemoCanvas(file, size, sheet.facts, _Foot(sheet))

    document.build(list(_flow(items, sheet.looks)), canvasmaker=make_canvas)
    return out.getvalue(), document.page


def _flow(items: Sequence[Item], looks: Looks) -> Iterator[Flowable]:
    """The items as flowables, with the rules between them."""
    for number, item in enumerate(items):
        if item.role is Role.ROW and items[number - 1].role is Role.BANNER:
            yield Rule(1, INK, 0, 7)
        if item.role is Role.SOURCE:
            yield Rule(0.6, RULE, 12, 6)
        yield Block(_runs(item, looks), looks.roles[item.role], item.label, _bookmark(item, number))
        if item.role is Role.SUBJECT:
            yield Rule(1, INK, 7, 16)


def _runs(item: Item, looks: Looks) -> list[Run]:
    return [Run(span.text, looks.ink(item.role, span.kind), span.link, span.spoken) for span in item.spans]


def _bookmark(item: Item, number: int) -> Bookmark | None:
    if item.role is Role.SUBJECT:
        return Bookmark(item.text, 0, "title")
    if item.role is Role.HEADING:
        return Bookmark(f"{item.label} {item.text}", 1, f"item-{number}")
    return Bookmark("", 0, SOURCE_NOTE) if item.role is Role.SOURCE else None


@dataclass(frozen=True, slots=True)
class _Foot:
    """Draws a page's foot: a hairline, the memo's short title, and which page of how many it is."""

    sheet: Sheet

    def __call__(self, canvas: MemoCanvas, number: int, pages: int) -> None:
        paper, ink = self.sheet.paper, self.sheet.looks.foot
        left, right = paper.side, paper.width - paper.side
        count = f"Page {number} of {pages}"
        canvas.rule(left, right, _FOOT_RISE + 14, 0.6, RULE)
        canvas.write_line((Run(self._title(right - left - measure(count, ink) - 24), ink),), left, _FOOT_RISE)
        line: Line = (Run(count, ink),)
        canvas.write_line(line, right - measure(count, ink), _FOOT_RISE)

    def _title(self, width: float) -> str:
        """The short title, cut at a word and ended with "…" where it is wider than that."""
        words, ink = self.sheet.foot.split(" "), self.sheet.looks.foot
        if measure(self.sheet.foot, ink) <= width:
            return self.sheet.foot
        while len(words) > 1 and measure(" ".join(words).rstrip(",;:–") + "…", ink) > width:
            words.pop()
        title = " ".join(words).rstrip(",;:–")
        while measure(title + "…", ink) > width:
            title = title[:-1]
        return title + "…"
