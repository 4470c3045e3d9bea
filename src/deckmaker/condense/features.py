"""What is seen of a possible heading, as plain numbers."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.material import Line
from deckmaker.condense.phrases import Phrase
from deckmaker.language.words import STOP_WORDS, content_stems, rarity, words


@dataclass(frozen=True, slots=True)
class Features:
    """What is seen of a possible heading; or, as a value of its own, what each feature weighs.

    common is the share of the section's lines that have its words, peak that of its commonest word; own how much of
    these words' lines stand in this section; early how near the section's first line; said the share of its words in
    the chosen bullets, shown the share of the bullets that have them all; general how common its main noun is.
    """

    common: float
    peak: float
    own: float
    early: float
    core: float
    again: float
    clause: float
    short: float
    long: float
    rare: float
    rarest: float
    name: float
    only_name: float
    number: float
    titled: float
    link: float
    joined: float
    said: float
    shown: float
    general: float

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


def weigh(phrase: Phrase, scene: Scene, first: int, times: int) -> Features | None:
    """The features of a phrase that stands so many times in a section, first in line `first`; None when it is empty."""
    stems = [stem for stem in dict.fromkeys(content_stems(phrase.text)) if stem in scene.here]
    if not stems:
        return None
    parts = words(phrase.text)
    shares = [scene.here[stem] / len(scene.lines) for stem in stems]
    rarities = [rarity(word) if scene.english else 1.0 for word in parts if word.lower() not in STOP_WORDS] or [0.0]
    names = [word[:1].isupper() for word in parts[1:] if word.lower() not in STOP_WORDS]
    return Features(
        common=sum(shares) / len(shares),
        peak=max(shares),
        own=sum(scene.here[stem] / scene.everywhere[stem] for stem in stems) / len(stems),
        early=math.exp(-first / 2),
        core=float(phrase.core),
        again=math.log(times),
        clause=float(phrase.clause),
        short=float(len(phrase.text.split()) == 2),
        long=float(max(0, len(phrase.text.split()) - 4)),
        rare=sum(rarities) / len(rarities),
        rarest=min(rarities),
        name=float(any(names)),
        only_name=float(bool(names) and all(names)),
        number=float(any(c.isdigit() for c in phrase.text)),
        titled=sum(stem in scene.title for stem in stems) / len(stems),
        link=float(bool(re.search(r"\b(?:of|in|for|on|to|with|from)\b", phrase.text)) and not phrase.clause),
        joined=float(" and " in phrase.text and not phrase.clause),
        said=sum(any(stem in bullet for bullet in scene.said) for stem in stems) / len(stems),
        shown=sum(bullet.issuperset(stems) for bullet in scene.said) / max(1, len(scene.said)),
        general=1 - rarity(phrase.head) if scene.english else 0.0,
    )
