"""Text that runs from the right: in which order its runs stand on a line (Unicode's bidirectional algorithm, UAX 9).

python-bidi works out the levels (with the crate unicode-bidi); what stands left of what on a line follows from them.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from deckmaker.errors import RenderError
from deckmaker.memo.lines import Run

_FROM_RIGHT = frozenset(("ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "ckb", "dv", "syr"))
_LEVEL = re.compile(r"Level\(\s*(\d+)")


def runs_from_right(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left."""
    parts = language.lower().split("-")
    return parts[0] in _FROM_RIGHT and "latn" not in parts and "cyrl" not in parts


def has_right(text: str) -> bool:
    """Whether some of the text runs from the right."""
    return any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text)


def levels(text: str, *, from_right: bool) -> list[int]:
    """The level of each character in a paragraph that itself runs from the right or not; odd ones run from the right.

    Raises:
        RenderError: the library says something else than levels.
    """
    from bidi import get_display

    said = str(get_display(text, base_dir="R" if from_right else "L", debug=True))
    _, _, rest = said.partition("\n    levels: [")
    found = [int(level) for level in _LEVEL.findall(rest.partition("\n    paragraphs: [")[0])]
    starts, at = [], 0
    for character in text:
        starts.append(at)
        at += len(character.encode())
    if len(found) != at:
        raise RenderError(
            "the order of text that runs from the right cannot be told",
            remedy="Install another version of python-bidi.",
        )
    return [found[start] for start in starts]


def levelled(runs: Sequence[Run], *, from_right: bool) -> list[Run]:
    """The runs of a paragraph, cut where the level changes, each with its level."""
    text = "".join(run.text for run in runs)
    if not from_right and not has_right(text):
        return [*runs]
    known, cut, at = levels(text, from_right=from_right), [], 0
    for run in runs:
        pairs = zip(known[at : at + len(run.text)], run.text, strict=True)
        pieces = [(level, "".join(c for _, c in group)) for level, group in groupby(pairs, lambda pair: pair[0])]
        anchors = [run.anchor, *[""] * len(pieces)]
        cut += [
            replace(run, text=piece, anchor=anchor, level=level)
            for (level, piece), anchor in zip(pieces, anchors, strict=False)
        ]
        at += len(run.text)
    return cut


def in_sight(levels: Iterable[int]) -> list[int]:
    """The numbers of runs with these levels as they stand from left to right (rule L2)."""
    known = [*levels]
    order = [*range(len(known))]
    for level in range(max(known, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and known[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
