"""What the article offers: each sentence with its place, its stems and how much it matters."""

import math
import re
from collections import Counter
from dataclasses import dataclass

from deckmaker.condense.guard import is_about_itself, is_mostly_quotation
from deckmaker.document import BlockKind, Document, Place
from deckmaker.language.words import content_stems

TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the article that may become a bullet: its stems and its weight (higher matters more)."""

    place: Place
    text: str
    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Material:
    """The lines of an article in order, and what each stem is worth in it."""

    lines: tuple[Line, ...]
    worth: dict[str, float]


def gather(document: Document) -> Material:
    """The article's lines, weighed: central words, a place near the top, figures and names; quotations less."""
    found = [(p, t, tuple(content_stems(t))) for p, t in _texts(document)]
    worth = _worths([stems for _, _, stems in found], content_stems(document.title))
    total = len(found)
    lines = [
        Line(place, text, stems, _weight(text, stems, worth, index / max(1, total), place.sentence))
        for index, (place, text, stems) in enumerate(found)
    ]
    return Material(tuple(lines), worth)


def _texts(document: Document) -> list[tuple[Place, str]]:
    kinds = [block.kind for block in document.blocks]
    return [
        (place, document.sentence(place))
        for place in document.places()
        if kinds[place.block - 1] in TEXT_KINDS and not is_about_itself(document.sentence(place))
    ]


def _worths(lines: list[tuple[str, ...]], title: list[str]) -> dict[str, float]:
    """A stem's worth: how often it comes back in the article, damped; words of the title count half more."""
    counts = Counter(stem for stems in lines for stem in set(stems))
    named = set(title)
    return {stem: math.log1p(count) * (1.5 if stem in named else 1.0) for stem, count in counts.items()}


def _weight(text: str, stems: tuple[str, ...], worth: dict[str, float], depth: float, sentence: int) -> float:
    central = sum(worth[stem] for stem in set(stems)) / (4 + len(set(stems)))
    top = 0.6 * math.exp(-8 * depth) + (0.15 if sentence == 1 else 0.0)
    facts = 0.15 * min(2, len(re.findall(r"\d[\d.,]*", text)))
    quotation = 0.5 if is_mostly_quotation(text) else 0.0
    return central + top + facts - quotation
