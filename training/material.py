"""Everything the network learns from, as numbers; kept in a folder so that the next stage need not read it again."""

import pickle
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from deckmaker.language.features import Vocabulary
from training import corpora, lists, treebank
from training.batches import Corpus, corpus
from training.casing import CaseBook
from training.corpora import Sample


@dataclass(slots=True)
class Material:
    """The lists and the corpora: pairs and their check part, treebank (train, dev), raw news."""

    vocabulary: Vocabulary
    labels: tuple[str, ...]
    rarity: np.ndarray
    pairs: Corpus
    check: Corpus
    bank: Corpus
    dev: Corpus
    news: Corpus


def material(folder: Path) -> Material:
    """The material, read from the data once and from the folder afterwards."""
    kept = folder / "material.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
    made = _read()
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(made, protocol=5))
    return made


def _read() -> Material:
    dice = random.Random(1)  # noqa: S311
    news = list(corpora.news_sentences())
    train = list(corpora.pairs(corpora.TRAIN_PAIRS))
    check = [sample for n, sample in enumerate(corpora.pairs(corpora.CHECK_PAIRS)) if n % 5 == 0]
    bank = [cut for cuts in treebank.read("train") for cut in _distinct(cuts)]
    dev = [gold for gold, _ in treebank.read("dev", longest=10_000)]
    vocabulary, labels, rarity = lists.build(train, bank, news)
    book = CaseBook([*news, *(sample.tokens for sample in bank)])

    def numbers(samples: list[Sample], *, dress: bool) -> Corpus:
        tokens = [book.dress(sample, dice) if dress else sample.tokens for sample in samples]
        return corpus(vocabulary, tokens, _targets(samples, vocabulary, labels))

    return Material(
        vocabulary, labels, rarity, numbers(train, dress=True), numbers(check, dress=True),
        numbers(bank, dress=False), numbers(dev, dress=False), corpus(vocabulary, news, {}),
    )  # fmt: skip


def _distinct(cuts: tuple[Sample, Sample | None]) -> list[Sample]:
    gold, ours = cuts
    return [gold] if ours is None or ours is gold else [gold, ours]


def _targets(samples: list[Sample], vocabulary: Vocabulary, labels: tuple[str, ...]) -> dict[str, list[list[int]]]:
    tag = {name: number for number, name in enumerate(vocabulary.tags)}
    label = {name: number for number, name in enumerate(labels)}
    relation = {name: number for number, name in enumerate(vocabulary.relations)}
    return {
        "keep": [sample.keep for sample in samples],
        "tags": [[tag.get(name, 0) for name in sample.tags] for sample in samples],
        "labels": [[label.get(name, label["dep"]) for name in sample.labels] for sample in samples],
        "heads": [sample.heads for sample in samples],
        "relations": [[relation.get(name, 0) for name in sample.relations] for sample in samples],
    }
