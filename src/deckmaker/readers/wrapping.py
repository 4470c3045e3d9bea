"""Hard-wrapped text: whether lines were broken to a width, which of them go on, and how they are joined again."""

import re
from dataclasses import dataclass
from itertools import pairwise

from deckmaker.readers.hyphens import Words, seam

_STOP = re.compile(r"[.!?…。！？।॥؟][\"'”’»)\]]*$")
_NARROWEST, _NARROWEST_CJK, _WIDEST = 40, 14, 132
_RAGGED = 0.82  # fmt and typesetters break up to this much before the margin
_FULL_SHARE, _STRICT_SHARE = 0.6, 0.8
_SHORT_LINE = 30
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]"
_BOTH_CJK = re.compile(f"{_CJK}$"), re.compile(f"^{_CJK}")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width (in characters) that the text was broken to, or 0 when its lines are paragraphs.

    ragged: lines may stop well before the margin; blank lines then part the paragraphs, and a full stop near the
    margin ends none.
    """

    width: int = 0
    ragged: bool = True

    def is_full(self, line: str, following: str, *, strictly: bool = False) -> bool:
        """Whether the line reaches the margin: the next word would not have stood on it."""
        word = following.split(maxsplit=1)[0] if following.strip() else ""
        if _BOTH_CJK[1].match(word):
            word = word[0]
        return len(line.rstrip()) + 1 + len(word) > self.width * (1 if strictly else _RAGGED)

    def goes_on(self, line: str, following: str) -> bool:
        """Whether the following line is part of the same paragraph."""
        start = following.lstrip()[:1]
        stopped = bool(_STOP.search(line.rstrip()))
        if start and start in ",;.)”":
            return True
        if start.islower() and not stopped and (self.width or len(line) > _SHORT_LINE):
            return True
        return bool(self.width) and self.is_full(line, following, strictly=not self.ragged)


def measure(lines: list[str]) -> Wrapping:
    """How the lines were wrapped.

    Wrapped text has lines of much the same length, and most breaks fall inside a sentence.
    """
    breaks = [
        (line.rstrip(), after)
        for line, after in pairwise(lines)
        if line.strip() and after.strip() and not after.lstrip().startswith(("-", "*", "•", ">", "#"))
    ]
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not breaks or not lengths:
        return Wrapping()
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    narrowest = _NARROWEST_CJK if any(_BOTH_CJK[0].search(line) for line, _ in breaks[:20]) else _NARROWEST
    if not narrowest <= width <= _WIDEST:
        return Wrapping()
    wrapping = Wrapping(width)
    full = sum(wrapping.is_full(line, after) for line, after in breaks)
    inside = [(line, after) for line, after in breaks if not _STOP.search(line)]
    if full < _FULL_SHARE * len(breaks) or len(inside) < len(breaks) / 2:
        return Wrapping()
    strict = sum(wrapping.is_full(line, after, strictly=True) for line, after in inside)
    blank_lines = len(lines) - len(lengths)
    return Wrapping(width, ragged=strict < _STRICT_SHARE * len(inside) or blank_lines > len(lengths) / 30)


def join_lines(lines: list[str], words: Words) -> str:
    """The lines as one, with words that were broken at the margin put together."""
    parts: list[str] = []
    for line in lines:
        if parts:
            before, gap = seam(parts[-1], line, words)
            parts[-1] = before
            parts.append("" if _BOTH_CJK[0].search(before) and _BOTH_CJK[1].match(line) else gap)
        parts.append(line)
    return "".join(parts)
