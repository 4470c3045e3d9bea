"""Builds the lists that the network's numbers point into, from the words of all training text."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from deckmaker.language.features import MASKED, NUMERAL, Vocabulary, spell
from training.corpora import Sample

WORDS, ENDINGS, BEGINNINGS = 20_000, 3_000, 2_500


def build(
    pairs: Iterable[Sample], bank: Iterable[Sample], news: Iterable[list[str]]
) -> tuple[Vocabulary, tuple[str, ...], np.ndarray]:
    """The vocabulary, the edge labels of the pairs, and how often training should hide each word."""
    counts: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    for sample in pairs:
        counts.update(sample.tokens)
        labels.update(sample.labels)
        tags.update(sample.tags)
    for sample in bank:
        counts.update(_word(token) for token in sample.tokens for _ in range(2))
        relations.update(sample.relations)
        tags.update(sample.tags)
    for tokens in news:
        counts.update(map(_word, tokens))
    del counts["<unk>"]
    words = [word for word, _ in counts.most_common(WORDS)]
    vocabulary = Vocabulary(
        _numbered(words), _affixes(counts, ENDINGS, ending=True), _affixes(counts, BEGINNINGS, ending=False),
        tuple(tag for tag, _ in tags.most_common()), tuple(name for name, _ in relations.most_common()),
    )  # fmt: skip
    rarity = np.array([0.0] * (MASKED + 1) + [0.015 + 4 / (4 + counts[word]) for word in words])
    return vocabulary, tuple(name for name, _ in labels.most_common(50)), rarity


def _word(token: str) -> str:
    word = spell(token)
    return NUMERAL if "0" in word else word


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, MASKED + 1)}


def _affixes(counts: Counter[str], most: int, *, ending: bool) -> dict[str, int]:
    found: Counter[str] = Counter()
    for word, count in counts.items():
        if count >= 3:
            found.update({word[-n:] if ending else word[:n] for n in (2, 3)})
    order = sorted(found, key=lambda affix: (-found[affix], affix))  # ties by spelling: the same list every time
    return _numbered(order[:most])
