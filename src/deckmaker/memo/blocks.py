"""What Platypus flows over the pages: paragraphs of measured lines, and rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from deckmaker.memo.canvas import MemoCanvas, measure
from deckmaker.memo.lines import Line, Run, break_lines
from deckmaker.memo.looks import RULE, Look

_KEEP_LINES = 2
"""A paragraph that is cut shows at least so many lines on each side of the cut."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry in the PDF's outline: its title, depth from 0, and the name of its place."""

    title: str
    depth: int
    key: str


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph in one look: a label, lines beside it, perhaps a bar; cut over pages by whole lines.

    Without any text it is a line to write on by hand.
    """

    def __init__(
        self, runs: Sequence[Run], look: Look, label: str = "", bookmark: Bookmark | None = None
    ) -> None:
        super().__init__()
        self.runs, self.look, self.label, self.bookmark = tuple(runs), look, label, bookmark
        self.lines: tuple[Line, ...] | None = None
        self.spaceBefore, self.spaceAfter, self.keepWithNext = look.before, look.after, int(look.keep)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """The width and height it takes of the width there is."""
        if self.lines is None:
            self.lines = break_lines(self.runs, aW - self.look.indent, measure)
        self.width, self.height = aW, max(len(self.lines), 1) * self.look.leading
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list["Block"]:  # noqa: N803 - reportlab's names
        """Two blocks, the first of which fits the height; none when that would leave a line alone."""
        self.wrap(aW, aH)
        lines = self.lines or ()
        fits = min(int((aH + 1e-6) / self.look.leading), len(lines) - _KEEP_LINES)
        if fits < _KEEP_LINES:
            return []
        return [self._part(lines[:fits], first=True), self._part(lines[fits:], first=False)]

    def _part(self, lines: tuple[Line, ...], *, first: bool) -> "Block":
        part = Block(self.runs, self.look, self.label if first else "", self.bookmark if first else None)
        part.lines = lines
        part.spaceBefore, part.spaceAfter = (part.spaceBefore, 0) if first else (0, part.spaceAfter)
        part.keepWithNext = 0 if first else self.keepWithNext
        return part

    def draw(self) -> None:
        """Draw it with its lower left corner at the origin."""
        canvas: MemoCanvas = self.canv
        look = self.look
        if look.bar:
            canvas.bar(look.bar, 3, -look.pad, self.height + 2 * look.pad)
        if self.bookmark:
            canvas.mark_place(self.bookmark.key, self.height, self.bookmark.title, self.bookmark.depth)
        if self.label:
            canvas.write_line((Run(self.label, look.label),), look.label_at, self._baseline(0))
        if not self.lines:
            canvas.rule(look.indent, self.width, self._baseline(0) - 2, 0.5, RULE)
        for number, line in enumerate(self.lines or ()):
            canvas.write_line(line, look.indent, self._baseline(number))

    def _baseline(self, number: int) -> float:
        """The height of a line's baseline: ascender and descender centred in the leading."""
        top = self.height - number * self.look.leading
        return float(top - self.look.leading / 2 - 0.335 * self.look.ink.size)


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A line across the page, with air above and below it."""

    def __init__(self, thickness: float, colour: str, before: float, after: float) -> None:
        super().__init__()
        self.thickness, self.colour = thickness, colour
        self.spaceBefore, self.spaceAfter, self.keepWithNext = before, after, 1

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """All of the width, and its own thickness."""
        self.width, self.height = aW, self.thickness
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.rule(0, self.width, self.thickness / 2, self.thickness, self.colour)
