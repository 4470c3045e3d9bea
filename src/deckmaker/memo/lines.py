"""Runs of text broken into lines: as few as possible, evenly filled, never torn at a no-break space.

Pure: widths come from a function.  The lines of a ragged paragraph are chosen together (least sum of squared
slack, as Knuth and Plass choose them), so that one long word does not leave a hole.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

_WIDE = "\u2e80-\u3007\u3012-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff"
_NOT_FIRST = "、。，．：；！？）］｝」』】〉》〕〗’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ〜・％‰…"
_NOT_LAST = "（［｛「『【〈《〔〖‘“"
"""Chinese and Japanese text may be cut between any two characters but these (JIS X 4051, in the main)."""
_CUT = re.compile(
    r" +|(?<=[^\W\d_]{2}[-‐–—/])(?=[^\W\d_]{2})"
    rf"|(?<=[{_WIDE}])(?<![{_NOT_LAST}])(?=[\w{_WIDE}{_NOT_LAST}])(?![{_NOT_FIRST}])"
    rf"|(?<=[A-Za-z])(?=[{_WIDE}])(?![{_NOT_FIRST}])"
)
_SOFT_END = frozenset("\u00a0-‐–—/._=&?,;:")
_SHORT_LAST = 0.22
"""A last line shorter than this part of the width looks like a leftover and costs as much as a bad line."""
_HAIR = 1e-6
_HOLE = 0.25
"""A line that leaves more than this part of the width empty calls for a hyphen."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run looks: font name, size, colour "#RRGGBB", rise above the line, space between letters.

    language (a BCP 47 tag, or "") chooses among the shapes that a font has for a letter; tabular has all digits as
    wide as each other.
    """

    font: str
    size: float
    colour: str
    rise: float = 0
    spacing: float = 0
    language: str = ""
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one ink, perhaps a link with the words that a screen reader says of it.

    foreign is the language of text that is not in the memo's own, or ""; anchor the name by which links lead here;
    level is odd where text runs from the right (see bidi).
    """

    text: str
    ink: Ink
    link: str = ""
    spoken: str = ""
    foreign: str = ""
    anchor: str = ""
    level: int = 0


Line = tuple[Run, ...]


def bare(line: Line) -> Line:
    """The line without the space it was broken at."""
    return (*line[:-1], replace(line[-1], text=line[-1].text.rstrip(" "))) if line else line


Advances = Callable[[str, Ink, int], Sequence[float]]
"""The width of each character of a text in an ink and at a level, in points."""


def break_lines(
    runs: Sequence[Run], width: float, advances: Advances, hyphenate: Callable[[str], Sequence[int]] | None = None
) -> tuple[Line, ...]:
    """The runs on lines at most `width` points wide; a line keeps the space it was broken at.

    hyphenate gives the offsets at which a text's words may be cut; such a line ends with a soft hyphen (U+00AD).
    """
    text = "".join(run.text for run in runs)
    edges = list(accumulate((step for run in runs for step in advances(run.text, run.ink, run.level)), initial=0.0))
    chunks = [*_chunks(text)]
    fitting = [part for chunk in chunks for part in _fit(chunk, text, edges, width)]
    ends = _choose(fitting, edges, width)
    if hyphenate and (len(fitting) > len(chunks) or _has_hole(fitting, ends, edges, width)):
        chunks = [*_hyphenated(chunks, hyphenate(text), sum(advances("-", runs[0].ink, 0)))]
        fitting = [part for chunk in chunks for part in _fit(chunk, text, edges, width)]
        ends = _choose(fitting, edges, width)
    lines, start = [], 0
    for end in ends:
        last = fitting[end - 1]
        lines.append(_slice(runs, start, last.after, "\u00ad" if last.tail else ""))
        start = last.after
    return tuple(lines)


def _has_hole(chunks: Sequence["_Chunk"], ends: Sequence[int], edges: Sequence[float], width: float) -> bool:
    """Whether some line but the last leaves so much of the width empty that a hyphen may be better."""
    filled = [edges[chunks[end - 1].end] - edges[chunks[start].start] for start, end in pairwise([0, *ends])]
    return any(width - part > width * _HOLE for part in filled[:-1])


def longest(runs: Sequence[Run], advances: Advances) -> float:
    """The width of the widest stretch that no line end may cut."""
    text = "".join(run.text for run in runs)
    edges = list(accumulate((step for run in runs for step in advances(run.text, run.ink, run.level)), initial=0.0))
    return max((edges[chunk.end] - edges[chunk.start] for chunk in _chunks(text)), default=0.0)


def _hyphenated(chunks: Sequence["_Chunk"], cuts: Sequence[int], hyphen: float) -> Iterator["_Chunk"]:
    """The chunks, cut where a hyphen may stand too."""
    at = 0
    for chunk in chunks:
        start = chunk.start
        while at < len(cuts) and cuts[at] < chunk.end:
            if cuts[at] > start:
                yield _Chunk(start, cuts[at], cuts[at], torn=True, tail=hyphen)
                start = cuts[at]
            at += 1
        yield chunk._replace(start=start)


class _Chunk(NamedTuple):
    """What stays together on a line, as offsets into the text; after is where the space behind it ends.

    torn says that a line that ends here ends inside a word; tail is the width of the hyphen it then needs.
    """

    start: int
    end: int
    after: int
    torn: bool = False
    tail: float = 0.0


def _chunks(text: str) -> Iterator[_Chunk]:
    """The text cut wherever a line may end."""
    start = 0
    for cut in _CUT.finditer(text):
        if cut.end() > start:
            torn = cut.end() == cut.start() and text[cut.end() - 1] in _SOFT_END
            yield _Chunk(start, cut.start(), cut.end(), torn)
            start = cut.end()
    if start < len(text):
        yield _Chunk(start, len(text), len(text))


def _fit(chunk: _Chunk, text: str, edges: Sequence[float], width: float) -> Iterator[_Chunk]:
    """The chunk, cut between letters where it is wider than a whole line."""
    start, end, after, torn, tail = chunk
    while edges[end] - edges[start] > width:
        fits = max(bisect_right(edges, edges[start] + width, start, end) - 1, start + 1)
        half = start + (fits - start) // 2
        cut = next((at for at in range(fits, half, -1) if text[at - 1] in _SOFT_END), 0)
        cut = cut or next((at for at in range(fits, half, -1) if not _is_mark(text[at])), fits)
        yield _Chunk(start, cut, cut, torn=True)
        start = cut
    yield _Chunk(start, end, after, torn, tail)


def _is_mark(character: str) -> bool:
    """Whether a character stands on or about the one before it."""
    return unicodedata.category(character).startswith("M") or character in "\u200c\u200d"


def _choose(chunks: Sequence[_Chunk], edges: Sequence[float], width: float) -> list[int]:
    """After how many chunks each line ends: fewest lines first, then the least sum of squared slack.

    A hyphen counts as a line: it must earn its place by better lines, not by saving one.
    """
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(chunks) + 1):
        last = chunks[end - 1]
        right, lines = edges[last.end] + last.tail, 2 if last.tail else 1
        options: list[tuple[int, float, int]] = []
        for start in range(end - 1, -1, -1):
            slack = width - (right - edges[chunks[start].start])
            if slack < -_HAIR and options:
                break
            cost = _last_cost(slack, width) if end == len(chunks) else _cost(slack, width, torn=last.torn)
            options.append((best[start][0] + lines, best[start][1] + cost, start))
        best.append(min(options))
    ends, at = [], len(chunks)
    while at:
        ends.append(at)
        at = best[at][2]
    return ends[::-1]


def _cost(slack: float, width: float, *, torn: bool) -> float:
    """How ugly a line is: by its hole at the end, and when it ends inside a word."""
    return slack**2 + ((width / 3) ** 2 if torn else 0)


def _last_cost(slack: float, width: float) -> float:
    return width**2 / 4 if slack > width * (1 - _SHORT_LAST) else 0


def _slice(runs: Sequence[Run], start: int, end: int, hyphen: str) -> Line:
    """The runs between two offsets, and the hyphen that the line ends with."""
    line, at = [], 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            line.append(replace(run, text=piece))
        at += len(run.text)
    if hyphen:
        line[-1] = replace(line[-1], text=line[-1].text + hyphen)
    return tuple(line)
