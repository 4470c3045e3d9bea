"""What is seen of a possible heading, as plain numbers."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.material import Line
from deckmaker.condense.phrases import Phrase
from deckmaker.language.words import STOP_WORDS, content_stems, rarity, words


@dataclass(frozen=True, slots=True)
class Features:
    """What is seen of a possible heading; or, as a value of its own, what each feature weighs.

    common is the share of the section's lines that have its words; own how much of these words' lines stand in this
    section; early how near the section's first line; said the share of its words in the chosen bullets, shown the
    share of its words in one of them, on average; stems how many words it has that say something, kept how likely an
    editor keeps them.
    """

    common: float
    own: float
    early: float
    core: float
    clause: float
    short: float
    rare: float
    first_rare: float
    name: float
    only_name: float
    figure: float
    titled: float
    said: float
    shown: float
    stems: float
    kept: float
    deep: float
    reported: float
    words: float

    def dot(self, weights: "Features") -> float:
        """The weighted sum of the features."""
        return math.fsum(getattr(self, name) * getattr(weights, name) for name in self.__slots__)


@dataclass(frozen=True)
class Scene:
    """What a section's phrases are measured against: its lines, how many lines have each stem, here and everywhere."""

    lines: Sequence[Line]
    here: Mapping[str, int]
    everywhere: Mapping[str, int]
    title: frozenset[str]
    said: Sequence[frozenset[str]]
    english: bool

    def is_said(self, stems: Sequence[str]) -> bool:
        """Whether the section's bullets have each of the stems."""
        return all(any(stem in bullet for bullet in self.said) for stem in stems)

    def sets_apart(self, stems: Sequence[str], least: float) -> bool:
        """Whether one of the stems stands here rather than in the other sections."""
        return any(self.here.get(stem, 0) >= least * self.everywhere.get(stem, 1) for stem in stems)


def scenes(
    parts: Sequence[Sequence[Line]], title: str, said: Sequence[Sequence[frozenset[str]]], *, english: bool = True
) -> list[Scene]:
    """The scene of each part of an article."""
    counts = [Counter(stem for line in lines for stem in set(line.stems)) for lines in parts]
    everywhere = sum(counts, Counter())
    named = frozenset(content_stems(title))
    return [
        Scene(lines, count, everywhere, named, bullets, english)
        for lines, count, bullets in zip(parts, counts, said, strict=True)
    ]


def weigh(phrase: Phrase, stems: Sequence[str], scene: Scene, first: int) -> Features | None:
    """The features of a phrase of these stems, first in line `first` of its section; None when it is empty."""
    stems = [stem for stem in dict.fromkeys(stems) if stem in scene.here]
    if not stems:
        return None
    parts = words(phrase.text)
    rarities = [rarity(word) if scene.english else 1.0 for word in parts if word.lower() not in STOP_WORDS] or [0.0]
    names = [word[:1].isupper() for word in parts[1:] if word.lower() not in STOP_WORDS]
    shares = [len(bullet.intersection(stems)) / len(stems) for bullet in scene.said]
    return Features(
        common=sum(scene.here[stem] for stem in stems) / len(stems) / len(scene.lines),
        own=sum(scene.here[stem] / scene.everywhere[stem] for stem in stems) / len(stems),
        early=math.exp(-first / 2),
        core=float(phrase.core),
        clause=float(phrase.clause),
        short=float(len(phrase.text.split()) == 2),
        rare=sum(rarities) / len(rarities),
        first_rare=rarity(parts[0]) if scene.english else 1.0,
        name=float(any(names)),
        only_name=float(bool(names) and all(names)),
        figure=float(phrase.text[0].isdigit()),
        titled=sum(stem in scene.title for stem in stems) / len(stems),
        said=sum(any(stem in bullet for bullet in scene.said) for stem in stems) / len(stems),
        shown=math.fsum(shares) / max(1, len(shares)),
        stems=float(len(stems)),
        kept=phrase.kept,
        deep=min(4.0, phrase.deep),
        reported=float(phrase.reported),
        words=float(len(parts)),
    )
