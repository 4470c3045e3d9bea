"""The small trained network in numpy: what each token is, which token it hangs on, how likely an editor keeps it.

A word's embeddings pass four times through a gated linear recurrence in both directions and a convolution over
three tokens; linear and biaffine heads read the result.  training/model.py holds the same sums in torch.
Arrays run time first: (T, B, width).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from deckmaker.language.features import MASKED, Vocabulary
from deckmaker.language.trees import best_tree

Array = npt.NDArray[np.float32]
Rows = list[tuple[int, int, int, int]]
"""One sentence as the network sees it: the four numbers of each token."""

_BATCH = 4096
"""Most tokens in a batch, padding included."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one sentence: numbers of tags and relations, heads (-1: the root), log-odds."""

    tags: list[int]
    heads: list[int]
    relations: list[int]
    keep: list[float]


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    """The control of numpy's threads: for small matrices one is quicker, and the sums are the same everywhere."""
    return ThreadpoolController()


@dataclass(frozen=True, slots=True)
class Network:
    """The weights by name, as float32, and the lists their numbers point into."""

    vocabulary: Vocabulary
    weights: dict[str, Array]

    def read(self, sentences: Sequence[Rows]) -> list[Reading]:
        """What the network says of each sentence; none may be empty."""
        readings: list[Reading | None] = [None] * len(sentences)
        with _threads().limit(limits=1, user_api="blas"):
            for numbers in _batches([len(rows) for rows in sentences]):
                batch = self._read_batch([sentences[number] for number in numbers])
                for number, reading in zip(numbers, batch, strict=True):
                    readings[number] = reading
        return [reading for reading in readings if reading is not None]

    def _read_batch(self, sentences: list[Rows]) -> list[Reading]:
        lengths = [len(rows) for rows in sentences]
        hidden = self._hidden(sentences, max(lengths))
        keep = self._linear("keep", hidden)[..., 0]
        tags = self._linear("tags", hidden).argmax(-1)
        scores = self._arcs(hidden)
        heads = [best_tree(scores[i, :n, : n + 1]) for i, n in enumerate(lengths)]
        relations = self._relations([hidden[i, :n] for i, n in enumerate(lengths)], heads)
        return [
            Reading(tags[i, :n].tolist(), (heads[i] - 1).tolist(), relations[i], keep[i, :n].tolist())
            for i, n in enumerate(lengths)
        ]

    def _linear(self, name: str, x: Array) -> Array:
        product = _times(x, self.weights[f"{name}.weight"])
        product += self.weights[f"{name}.bias"]
        return product

    def _hidden(self, sentences: list[Rows], longest: int) -> Array:
        """The hidden state of each token, sentences first."""
        weights = self.weights
        inputs = np.zeros((longest, len(sentences), 4), np.intp)
        mask = np.zeros((longest, len(sentences), 1), np.float32)
        for column, rows in enumerate(sentences):
            inputs[: len(rows), column] = rows
            mask[: len(rows), column] = 1
        tables = ("words", "endings", "beginnings", "shapes")
        parts = [weights[f"{table}.weight"][inputs[..., place]] for place, table in enumerate(tables)]
        h: Array = self._linear("join", np.concatenate(parts, -1))
        layer = 0
        while f"windows.{layer}.norm.gain" in weights:
            h += self._sweep(f"sweeps.{layer}", h, mask)
            h += self._window(f"windows.{layer}", h, mask)
            layer += 1
        return np.ascontiguousarray(_norm(h, weights["norm.gain"]).transpose(1, 0, 2))

    def _sweep(self, name: str, h: Array, mask: Array) -> Array:
        """A gated linear recurrence, forwards in the first half of the channels, backwards in the second."""
        x = self._linear(f"{name}.enter", _norm(h, self.weights[f"{name}.norm.gain"]))
        width = x.shape[-1] // 3
        entry, gates = x[..., :width], _sigmoid(x[..., width:])
        forget = gates[..., :width]
        states: Array = entry - forget * entry
        states *= mask
        states = _recurrence(states, forget)
        states *= gates[..., width:]
        return _times(states, self.weights[f"{name}.leave.weight"])

    def _window(self, name: str, h: Array, mask: Array) -> Array:
        """A convolution over three neighbouring tokens."""
        u = _norm(h, self.weights[f"{name}.norm.gain"])
        u *= mask
        none = np.zeros_like(u[:1])
        around = np.concatenate([np.concatenate([none, u[:-1]]), u, np.concatenate([u[1:], none])], -1)
        mixed = self._linear(f"{name}.mix", around)
        return np.maximum(mixed, 0, out=mixed)

    def _arcs(self, hidden: Array) -> Array:
        """Scores (B, T, T + 1) of each token's head: the root first, then every token."""
        dependent = _times(np.maximum(self._linear("arc_from", hidden), 0), self.weights["arc"])
        head = _rooted(np.maximum(self._linear("arc_to", hidden), 0), self.weights["root"])
        scores: Array = dependent @ head.transpose(0, 2, 1)
        scores += (head @ self.weights["arc_bias"])[:, None, :]
        return scores

    def _relations(self, hidden: list[Array], heads: list[npt.NDArray[np.intp]]) -> list[list[int]]:
        """The best relation of each token to its chosen head (0 is the root), a list a sentence."""
        everything = np.concatenate(hidden)
        dependent = np.maximum(self._linear("relation_from", everything), 0)
        head = _rooted(np.maximum(self._linear("relation_to", everything), 0), self.weights["relation_root"])
        starts = np.cumsum([0] + [len(part) for part in hidden])
        places = [np.where(chosen > 0, chosen + start, 0) for chosen, start in zip(heads, starts, strict=False)]
        chosen = head[np.concatenate(places)]
        product = (dependent[:, :, None] * chosen[:, None, :]).reshape(len(chosen), -1)
        scores = self._linear("relation", product)
        scores += np.concatenate([dependent, chosen], -1) @ self.weights["relation_plain.weight"]
        best = scores.argmax(-1).tolist()
        return [best[start:end] for start, end in pairwise(starts)]


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    """Sentence numbers in groups of like length, so that little of a batch is padding."""
    group: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        longer = group and lengths[number] > 1.35 * lengths[group[0]] + 3
        if group and (longer or lengths[number] * (len(group) + 1) > _BATCH):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _recurrence(entries: Array, forget: Array) -> Array:
    """The sums state = entry + forget * last state, over time; the second half of the channels backwards.

    That half is turned round first, so that one step serves both: half the calls for the same sums.
    """
    half = entries.shape[-1] // 2
    states, forget = (np.concatenate([x[..., :half], x[::-1, :, half:]], -1) for x in (entries, forget))
    carried = np.empty_like(states[0])
    for t in range(1, len(states)):
        np.multiply(forget[t], states[t - 1], out=carried)
        states[t] += carried
    return np.concatenate([states[..., :half], states[::-1, :, half:]], -1)


def _times(x: Array, weight: Array) -> Array:
    """The product x @ weight as one of two matrices: numpy would make many small ones of a three-dimensional array."""
    product: Array = x.reshape(-1, x.shape[-1]) @ weight
    return product.reshape(*x.shape[:-1], -1)


def _norm(h: Array, gain: Array) -> Array:
    scale = np.sqrt(np.einsum("...i,...i->...", h, h) / h.shape[-1] + 1e-5)
    normed: Array = h / scale[..., None]
    normed *= gain
    return normed


def _sigmoid(x: Array) -> Array:
    with np.errstate(over="ignore"):
        odds = np.exp(-x)
    odds += 1
    return np.reciprocal(odds, out=odds)


def _rooted(states: Array, root: Array) -> Array:
    """States with the root's put before them, along the last axis but one."""
    first = np.broadcast_to(root, (*states.shape[:-2], 1, states.shape[-1]))
    return np.concatenate([first, states], -2)


@lru_cache(maxsize=1)
def load() -> Network:
    """The network that ships with the package; read once."""
    with files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as stored:
        arrays = {name: stored[name] for name in stored.files}
    lists = {name: bytes(arrays.pop(f"list.{name}")).decode().split("\n") for name in _LISTS}
    words, endings, beginnings = ({key: n for n, key in enumerate(lists[name], MASKED + 1)} for name in _LISTS[:3])
    vocabulary = Vocabulary(words, endings, beginnings, tuple(lists["tags"]), tuple(lists["relations"]))
    return Network(vocabulary, {name: array.astype(np.float32) for name, array in arrays.items()})


_LISTS = ("words", "endings", "beginnings", "tags", "relations")
