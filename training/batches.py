"""Sentences as arrays of numbers, and batches of them with the longest padding saved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from deckmaker.language import features
from deckmaker.language.features import Vocabulary

IGNORED = -100
"""What a target holds where nothing is known."""

_SMALL = np.arange(features.SHAPES)
for _from, _to in (
    (features.CAPITALISED, features.LOWER), (features.CAPITALS, features.LOWER), (features.INITIAL, features.LOWER),
    (features.MIXED, features.LOWER), (features.CAPITAL_HYPHEN, features.LOWER_HYPHEN),
    (features.FIRST_CAPITALISED, features.LOWER), (features.FIRST_INITIAL, features.LOWER),
):  # fmt: skip
    _SMALL[_from] = _to
_LARGE = np.arange(features.SHAPES)
for _from in (features.LOWER, features.CAPITALISED, features.MIXED, features.FIRST_CAPITALISED):
    _LARGE[_from] = features.CAPITALS
for _from in (features.LOWER_HYPHEN, features.CAPITAL_HYPHEN):
    _LARGE[_from] = features.CAPITALS


@dataclass(slots=True)
class Corpus:
    """Many sentences end to end: inputs (word, ending, beginning, shape) and one column per target."""

    starts: np.ndarray
    inputs: np.ndarray
    targets: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> np.ndarray:
        """How many tokens each sentence has."""
        return np.diff(self.starts)


def corpus(
    vocabulary: Vocabulary, tokens: Sequence[Sequence[str]], targets: dict[str, Sequence[Sequence[int]]]
) -> Corpus:
    """The corpus of sentences given as tokens; an empty target list means that sentence's target is unknown."""
    starts = np.cumsum([0] + [len(sentence) for sentence in tokens])
    inputs = np.array([row for sentence in tokens for row in encode(vocabulary, sentence)], np.int32)
    columns = {}
    for name, rows in targets.items():
        column = np.full(starts[-1], IGNORED, np.int16)
        for start, row in zip(starts, rows, strict=False):
            column[start : start + len(row)] = row
        columns[name] = column
    return Corpus(starts, inputs, columns)


def encode(vocabulary: Vocabulary, sentence: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The inputs of one sentence; "<unk>" of the pairs has an unknown word and hidden affixes."""
    rows = vocabulary.encode([{"<unk>": "unk", "<Unk>": "Unk"}.get(token, token) for token in sentence])
    hidden = (features.UNKNOWN, features.MASKED, features.MASKED)
    return [
        (*hidden, row[3]) if token in {"<unk>", "<Unk>"} else row for token, row in zip(sentence, rows, strict=True)
    ]


@dataclass(slots=True)
class Batch:
    """A padded batch, batch first: inputs (B, T, 4), mask (B, T), targets (B, T) each."""

    inputs: torch.Tensor
    mask: torch.Tensor
    targets: dict[str, torch.Tensor]
    numbers: np.ndarray


def batches(data: Corpus, tokens: int, dice: np.random.Generator | None = None) -> Iterator[Batch]:
    """Batches of about so many tokens, sentences of like length together; shuffled when dice are given."""
    lengths = data.lengths
    jitter = dice.random(len(lengths)) * 4 if dice is not None else 0
    order = np.argsort(lengths + jitter, kind="stable")
    groups, group, longest = [], [], 0
    for number in order:
        longest = max(longest, int(lengths[number]))
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], int(lengths[number])
        group.append(number)
    groups.append(group)
    if dice is not None:
        groups = [groups[i] for i in dice.permutation(len(groups))]
    for group in groups:
        yield gather(data, np.asarray(group))


def gather(data: Corpus, numbers: np.ndarray) -> Batch:
    """The batch of the sentences with these numbers."""
    lengths = data.lengths[numbers]
    places = np.arange(lengths.max())[None, :]
    mask = places < lengths[:, None]
    index = np.where(mask, data.starts[numbers][:, None] + places, 0)
    inputs = data.inputs[index] * mask[..., None]
    targets = {
        name: torch.from_numpy(np.where(mask, column[index], IGNORED).astype(np.int64))
        for name, column in data.targets.items()
    }
    return Batch(torch.from_numpy(inputs.astype(np.int64)), torch.from_numpy(mask), targets, numbers)


def restyle(batch: Batch, dice: np.random.Generator) -> None:
    """Writes some sentences of a batch in small letters and a few in capitals, in place."""
    style = dice.random(len(batch.inputs))
    shapes = batch.inputs[..., 3].numpy()
    shapes[style < 0.12] = _SMALL[shapes[style < 0.12]]
    shapes[style > 0.98] = _LARGE[shapes[style > 0.98]]


def hide_words(batch: Batch, rarity: np.ndarray, dice: np.random.Generator) -> None:
    """Replaces words by the unknown word, rare ones more often, in place; their affixes and shape stay."""
    words = batch.inputs[..., 0].numpy()
    words[(dice.random(words.shape) < rarity[words]) & (words > features.PAD)] = features.UNKNOWN
