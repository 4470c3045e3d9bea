"""What the article offers: each sentence with its place, its stems and how much it matters."""

import datetime
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.condense.furniture import is_about_itself
from deckmaker.document import BlockKind, Document, Place
from deckmaker.language.stop_words import stop_words
from deckmaker.language.word_lists import MONTHS, TIMES
from deckmaker.language.words import content_stems, rarity, stem, words

TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)
RECURRENCE = 0.7
"""How much a word gains by coming back: its count's logarithm to this power."""

CHIEF_LEAST, CHIEF_SHARE = 3, 0.6
"""Sentences that a chief name stands in at least, and as a share of those of the name that comes back most."""

_NAME = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w-]+")

IN_TITLE = 1.7
"""What a word of the title is worth more."""


@dataclass(frozen=True, slots=True)
class Origin:
    """An article within a document that may hold several: the number of its first block, and its date."""

    start: int = 1
    published: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the article that may become a bullet: its stems and its weight (higher matters more).

    depth is how far down its article it stands, from 0 to 1; origin is that article.
    """

    place: Place
    text: str
    stems: tuple[str, ...]
    weight: float
    depth: float = 0.0
    origin: Origin = Origin()


Part = tuple[str, list[Line]]
"""The author's own heading, or "", and the lines below it."""


@dataclass(frozen=True, slots=True)
class Material:
    """The lines of an article in order, what each stem is worth in it, the stems of its title, its chief names."""

    lines: tuple[Line, ...]
    worth: dict[str, float]
    named: frozenset[str] = frozenset()
    chief: frozenset[str] = frozenset()


def gather(document: Document, origins: Sequence[Origin] = ()) -> Material:
    """The lines, weighed by the worth of their words and by how near the top of their article they stand.

    origins are the articles that were put together into the document; none: it is one article.
    """
    articles = origins or (Origin(1, document.date),)
    found = [(place, text, tuple(content_stems(text))) for place, text in _texts(document)]
    rare = _rarities([text for _, text, _ in found], document.language)
    worth = _worths([stems for _, _, stems in found], document.title, rare)
    lines: list[Line] = []
    for article, end in zip(articles, [*(article.start for article in articles[1:]), math.inf], strict=True):
        own = [sentence for sentence in found if article.start <= sentence[0].block < end]
        for index, (place, text, stems) in enumerate(own):
            depth = index / len(own)
            lines.append(Line(place, text, stems, _weight(stems, worth, depth), depth, article))
    chief = _chief_names([line.text for line in lines])
    return Material(tuple(lines), worth, frozenset(content_stems(document.title)), chief)


def _chief_names(texts: Sequence[str]) -> frozenset[str]:
    """The names that come back most: in so many sentences, and not in far fewer than the first of them."""
    counts = Counter(name for text in texts for name in set(_NAME.findall(text)) if name.lower() not in MONTHS | TIMES)
    most = max(counts.values(), default=0)
    return frozenset(name for name, count in counts.items() if count >= max(CHIEF_LEAST, CHIEF_SHARE * most))


def _texts(document: Document) -> list[tuple[Place, str]]:
    kinds = [block.kind for block in document.blocks]
    return [
        (place, text)
        for place, text in document.sentences().items()
        if kinds[place.block - 1] in TEXT_KINDS and not is_about_itself(text)
    ]


def _rarities(texts: list[str], language: str) -> dict[str, float]:
    """How rare the stems of an English text are; in another language those of its stop words say nothing."""
    if language.partition("-")[0] != "en":
        return {stem(word): 0.0 for word in stop_words(language)}
    rare: dict[str, float] = {}
    for word in {word for text in texts for word in words(text)}:
        rare[stem(word)] = max(rare.get(stem(word), 0.0), rarity(word))
    return rare


def _worths(lines: list[tuple[str, ...]], title: str, rare: dict[str, float]) -> dict[str, float]:
    """A stem's worth: rare in the language, coming back in the article, named in the title."""
    counts = Counter(found for stems in lines for found in set(stems))
    named = set(content_stems(title))
    return {
        found: math.log1p(count) ** RECURRENCE * rare.get(found, 1.0) * (IN_TITLE if found in named else 1.0)
        for found, count in counts.items()
    }


def _weight(stems: tuple[str, ...], worth: dict[str, float], depth: float) -> float:
    """What a line is worth before it is trimmed: decides which lines are looked at, and which may open the meeting."""
    central = sum(worth[found] for found in set(stems)) / (4 + len(set(stems)))
    return central + math.exp(-8 * depth)
