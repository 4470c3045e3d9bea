"""Runs of text broken into lines: as few as possible, evenly filled, never torn at a no-break space.

Pure: widths come from a function.  The lines of a ragged paragraph are chosen together (least sum of squared
slack, as Knuth and Plass choose them), so that one long word does not leave a hole.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_CUT = re.compile(r" +|(?<=[^\W\d_]{2}[-‐–—/])(?=[^\W\d_]{2})")
_SOFT_END = frozenset("\u00a0-‐–—/._=&?,;:")
_SHORT_LAST = 0.22
"""A last line shorter than this part of the width looks like a leftover and costs as much as a bad line."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run looks: font name, size, colour "#RRGGBB", rise above the line, space between letters."""

    font: str
    size: float
    colour: str
    rise: float = 0
    spacing: float = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one ink, perhaps a link with the words that a screen reader says of it."""

    text: str
    ink: Ink
    link: str = ""
    spoken: str = ""


Line = tuple[Run, ...]
Measure = Callable[[str, Ink], float]


@dataclass(slots=True)
class _Chunk:
    """What stays together on a line; gap is the width of the space after it."""

    runs: list[Run]
    width: float
    gap: float = 0


def break_lines(runs: Sequence[Run], width: float, measure: Measure) -> tuple[Line, ...]:
    """The runs on lines at most `width` points wide; a line keeps the space it was broken at."""
    chunks = [part for chunk in _chunks(runs, measure) for part in _fit(chunk, width, measure)]
    return tuple(_join(chunks[start:end]) for start, end in pairwise([0, *_choose(chunks, width)]))


def _chunks(runs: Sequence[Run], measure: Measure) -> Iterator[_Chunk]:
    """The runs cut wherever a line may end; each chunk's last run carries the space after it."""
    text = "".join(run.text for run in runs)
    start = 0
    for cut in [*_CUT.finditer(text), None]:
        end, after = (cut.start(), cut.end()) if cut else (len(text), len(text))
        if after > start:
            pieces = list(_slice(runs, start, after))
            full = _width(pieces, measure)
            gap = full - _width(list(_slice(runs, start, end)), measure)
            yield _Chunk(pieces, full - gap, gap)
        start = after


def _slice(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            yield replace(run, text=piece)
        at += len(run.text)


def _width(runs: Sequence[Run], measure: Measure) -> float:
    return sum(measure(run.text, run.ink) for run in runs)


def _fit(chunk: _Chunk, width: float, measure: Measure) -> Iterator[_Chunk]:
    """The chunk, cut between letters where it is wider than a whole line."""
    while chunk.width > width:
        text = "".join(run.text for run in chunk.runs)
        fits = 1
        while fits < len(text) and _width(list(_slice(chunk.runs, 0, fits + 1)), measure) <= width:
            fits += 1
        soft = next((i for i in range(fits, fits // 2, -1) if text[i - 1] in _SOFT_END), fits)
        head, tail = list(_slice(chunk.runs, 0, soft)), list(_slice(chunk.runs, soft, len(text)))
        yield _Chunk(head, _width(head, measure))
        chunk = _Chunk(tail, _width(tail, measure) - chunk.gap, chunk.gap)
    yield chunk


def _choose(chunks: list[_Chunk], width: float) -> list[int]:
    """Where the lines end: fewest lines first, then the least sum of squared slack."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(chunks) + 1):
        options = (
            (best[start][0] + 1, best[start][1] + _cost(chunks, end, slack, width), start)
            for start, slack in _starts(chunks, end, width)
        )
        best.append(min(options))
    ends, at = [], len(chunks)
    while at:
        ends.append(at)
        at = best[at][2]
    return ends[::-1]


def _starts(chunks: list[_Chunk], end: int, width: float) -> Iterator[tuple[int, float]]:
    """Each place where the line that ends there may begin, and the room it leaves."""
    used = 0.0
    for start in range(end - 1, -1, -1):
        used += chunks[start].width + (chunks[start].gap if start < end - 1 else 0)
        if used > width + 1e-6 and start < end - 1:
            return
        yield start, width - used


def _cost(chunks: list[_Chunk], end: int, slack: float, width: float) -> float:
    if end == len(chunks):
        return width**2 / 4 if slack > width * (1 - _SHORT_LAST) else 0
    torn = 0 if chunks[end - 1].gap else (width / 12) ** 2
    return slack**2 + torn


def _join(chunks: list[_Chunk]) -> Line:
    """One line, with neighbouring runs of the same kind written as one."""
    line: list[Run] = []
    for run in (run for chunk in chunks for run in chunk.runs):
        if line and replace(run, text="") == replace(line[-1], text=""):
            line[-1] = replace(run, text=line[-1].text + run.text)
        else:
            line.append(run)
    return tuple(line)
