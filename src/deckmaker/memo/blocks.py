"""What Platypus flows over the pages: paragraphs of measured lines, and rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from deckmaker.memo.canvas import MemoCanvas
from deckmaker.memo.hyphens import Hyphenate
from deckmaker.memo.lines import Line, Run, bare, break_lines
from deckmaker.memo.looks import RULE, Look
from deckmaker.memo.shaping import advances, measure
from deckmaker.memo.tags import Element

_KEEP_LINES = 2
"""A paragraph that is cut shows at least so many lines on each side of the cut."""
_LABEL_GAP = 6


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links lead to: its name, and its title and depth (from 0) in the PDF's outline, if any."""

    key: str
    title: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a block sets: runs in a look, the label before them, and the elements both belong to.

    Without any runs it is a line to write on by hand.  from_right says that it is set from the right: what its look
    says of the left then holds for the right.
    """

    runs: Sequence[Run]
    look: Look
    element: Element
    label: Sequence[Run] = ()
    label_element: Element | None = None
    bookmark: Bookmark | None = None
    hyphenate: Hyphenate | None = None
    from_right: bool = False


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph on the page: a label, lines beside it, perhaps a bar; cut over pages between lines."""

    def __init__(self, paragraph: Paragraph, lines: tuple[Line, ...] | None = None) -> None:
        super().__init__()
        self.paragraph, self.lines = paragraph, lines
        look = paragraph.look
        self.spaceBefore, self.spaceAfter, self.keepWithNext = look.before, look.after, int(look.keep)
        self._labels = _label_lines(paragraph)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """The width and height it takes of the width there is."""
        look = self.paragraph.look
        if self.lines is None:
            width = aW - look.indent - look.right
            self.lines = break_lines(self.paragraph.runs, width, advances, self.paragraph.hyphenate)
        self.width, self.height = aW, max(len(self.lines), len(self._labels), 1) * look.leading
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list["Block"]:  # noqa: N803 - reportlab's names
        """Two blocks, the first of which fits the height; none when that would leave a line alone."""
        self.wrap(aW, aH)
        lines, paragraph = self.lines or (), self.paragraph
        fits = min(int((aH + 1e-6) / paragraph.look.leading), len(lines) - _KEEP_LINES)
        if fits < max(_KEEP_LINES, len(self._labels)):
            return []
        first = Block(paragraph, lines[:fits])
        rest = Block(replace(paragraph, label=(), bookmark=None), lines[fits:])
        first.spaceAfter = rest.spaceBefore = first.keepWithNext = 0
        return [first, rest]

    def draw(self) -> None:
        """Draw it with its lower left corner at the origin."""
        canvas: MemoCanvas = self.canv
        words, look = self.paragraph, self.paragraph.look
        if look.bar:
            with canvas.artifact():
                thick = 3.0 if look.pad > 1 else 1.5
                box = (self._side(look.label_at, thick), -look.pad, thick, self.height + 2 * look.pad)
                canvas.bar(look.bar, box)
        if words.bookmark:
            canvas.mark_place(words.bookmark.key, self.height, words.bookmark.title, words.bookmark.depth)
        if self._labels:
            canvas.write_lines(self._placed(self._labels, look.label_at), words.label_element or words.element)
        canvas.write_lines(self._placed(self.lines or (), look.indent), words.element)
        if not self.lines:
            with canvas.artifact():
                length = look.line or self.width - look.indent
                left = self._side(look.indent, length)
                canvas.rule(left, left + length, self._baseline(0) - 2, 0.5, RULE)

    def _placed(self, lines: Sequence[Line], indent: float) -> list[tuple[Line, float, float]]:
        """The lines with where each begins, and its baseline."""
        return [
            (line, self._side(indent, measure(bare(line)) if self.paragraph.from_right else 0), self._baseline(number))
            for number, line in enumerate(lines)
        ]

    def _side(self, indent: float, width: float) -> float:
        """Where something so wide begins: so far from the left, or from the right."""
        return self.width - indent - width if self.paragraph.from_right else indent

    def _baseline(self, number: int) -> float:
        """The height of a line's baseline: ascender and descender centred in the leading."""
        look = self.paragraph.look
        return float(self.height - (number + 0.5) * look.leading - 0.335 * look.ink.size)


def _label_lines(paragraph: Paragraph) -> tuple[Line, ...]:
    """The label's lines, ended by a space, so that programs part it from what follows."""
    if not paragraph.label:
        return ()
    look = paragraph.look
    *lines, last = break_lines(paragraph.label, max(look.indent - look.label_at - _LABEL_GAP, 1), advances)
    return (*lines, (*last[:-1], replace(last[-1], text=last[-1].text + " ")))


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
        canvas: MemoCanvas = self.canv
        with canvas.artifact():
            canvas.rule(0, self.width, self.thickness / 2, self.thickness, self.colour)
