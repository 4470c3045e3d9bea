"""Lines in reading order -> parts: the paragraphs, items and headings that they make up."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from deckmaker.document import Table
from deckmaker.readers.pdf_lines import Line
from deckmaker.readers.prose import is_finished

BULLET = re.compile(r"[•‣◦▪●○∙◆■□➢✓➤❖⁃\ufffd·∗]\s*(?=\S)|[-–—*]\s+(?=\S)|o\s(?=[A-Z])")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_USUAL_LEADING = 1.25  # type heights
_WIDE = 1.22  # of the leading: a gap between paragraphs
_SAME_SIZE = 0.07
_INDENT, _DEEPEST_INDENT = 0.8, 5.0  # ems
_SHORT, _VERY_SHORT = 0.1, 0.4  # of the column's width before its right edge
_LARGE = 1.12


@dataclass(slots=True)
class Part:
    """Lines that belong together, and what the file's tags say they are.

    kind is "" where nothing says it, else "heading", "item", "quote", "caption", "note", "table" or "picture".
    """

    lines: list[Line]
    kind: str = ""
    level: int = 0
    page: int = 0
    table: Table | None = None
    alt: str = ""

    @property
    def text(self) -> str:
        """The text as it stands on the page, hyphens at line ends included."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The height of its type."""
        return max((line.size for line in self.lines), default=0.0)

    @property
    def font(self) -> str:
        """The font of most of its lines."""
        return Counter(line.font for line in self.lines).most_common(1)[0][0] if self.lines else ""

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.lines) and all(line.is_bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set: the height and the font of its body type, and its leading in type heights."""

    body: float
    leading: float
    font: str = ""


def setting_of(lines: Sequence[Line]) -> Setting:
    """The setting of these lines: the size most characters have, the gap most of its lines have."""
    weights: dict[float, int] = {}
    for line in lines:
        weights[round(line.size * 2) / 2] = weights.get(round(line.size * 2) / 2, 0) + len(line.text)
    body = max(weights, key=lambda size: (weights[size], -size), default=10.0) or 10.0
    gaps = [
        (below.base - above.base) / body
        for above, below in pairwise(lines)
        if abs(above.size - body) < 0.6 and abs(below.size - body) < 0.6 and above.column == below.column
    ]
    usual = [gap for gap in gaps if 0.9 < gap < 2.6]
    fonts: Counter[str] = Counter()
    for line in lines:
        fonts[line.font] += len(line.text)
    font = max(fonts, key=lambda name: (fonts[name], name), default="")
    return Setting(body, median(usual) if usual else _USUAL_LEADING, font)


def parts_of(lines: Sequence[Line], setting: Setting) -> list[Part]:
    """The parts that these lines make up."""
    parts: list[Part] = []
    for line in lines:
        if line.table:
            parts.append(Part([line], "table", page=line.page, table=line.table))
        elif parts and not parts[-1].table and _belongs(parts[-1], line, setting):
            parts[-1].lines.append(line)
        else:
            parts.append(Part([line], page=line.page))
    return parts


def _belongs(part: Part, line: Line, setting: Setting) -> bool:
    """Whether a line goes on with a part."""
    last = part.lines[-1]
    if abs(line.size - last.size) > _SAME_SIZE * last.size or line.is_bold != last.is_bold:
        return False
    if _changes_font(last, line, setting):
        return False
    if BULLET.match(line.text) or (NUMBERED.match(line.text) and _may_end(part)):
        return False
    if line.page != last.page or line.column != last.column:
        return continues(part, line)
    gap = line.base - last.base
    if not 0 < gap <= _WIDE * max(setting.leading, 1.0) * line.size:
        return False
    if last.size > _LARGE * setting.body:
        return True
    return _is_indented_on(part, line) if BULLET.match(part.lines[0].text) else not _starts_anew(part, line)


def _changes_font(last: Line, line: Line, setting: Setting) -> bool:
    """Whether a short line in a font of its own (a heading) stands above text, or below it."""
    fonts = {last.font, line.font}
    return len(fonts) > 1 and setting.font in fonts and _is_short(last, _VERY_SHORT)


def _may_end(part: Part) -> bool:
    """Whether a line that begins with a number is an item of its own: the part before it is one, or comes to an end."""
    return bool(NUMBERED.match(part.lines[0].text)) or part.text.endswith((".", ":", ";")) or _is_short(part.lines[-1])


def continues(part: Part, line: Line) -> bool:
    """Whether a sentence goes on from the end of a column or page at the top of the next."""
    last = part.lines[-1].text
    if line.text[:1].islower() and not is_finished(last):
        return True
    return last.endswith("-") and line.text[:1].isalpha() and not part.table


def _is_indented_on(part: Part, line: Line) -> bool:
    """Whether a line goes on with an item: set in under its text, or after a full line."""
    first = part.lines[0]
    return line.left > first.left + 0.3 * line.size or not _is_short(part.lines[-1])


def _starts_anew(part: Part, line: Line) -> bool:
    """Whether a line begins a paragraph by its indent, or by how far the last one reached."""
    last = part.lines[-1]
    indent = line.left - last.left
    stopped = is_finished(last.text)
    if _INDENT * line.size < indent < _DEEPEST_INDENT * line.size and (stopped or _is_short(last)):
        return True
    if _is_short(last) and stopped:
        return True
    return _is_short(last, _VERY_SHORT) and not line.text[:1].islower()


def _is_short(line: Line, share: float = _SHORT) -> bool:
    """Whether a line ends well before its column's right edge."""
    return line.right < line.column.right - share * line.column.width
