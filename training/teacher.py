"""Gives the pairs the trees they lack.

The pairs carry tags and Stanford edge labels but no heads.  A converter, trained on the treebank with the tags and
labels that the first network sees there, reads the pairs with their own tags and labels and says heads, relations and
treebank tags: better ones than words alone would give.
"""

import logging

import numpy as np
import torch
from torch import nn

from training.batches import IGNORED, Batch, Corpus, batches, hide_words, restyle
from training.fit import Average, endless, set_rate
from training.losses import cross_entropy, tree_loss
from training.material import Material
from training.model import Network

log = logging.getLogger("training")

SURE = 0.5
"""A head, relation or tag that the converter holds less likely than this is left unknown."""


class Converter(nn.Module):
    """A network that also sees each token's tag and edge label."""

    def __init__(self, first: Network) -> None:
        super().__init__()
        self.network = Network(first.size)
        self.network.load_state_dict(first.state_dict())
        self.tags = nn.Embedding(first.size.tags + 1, first.size.width, padding_idx=first.size.tags)
        self.labels = nn.Embedding(first.size.labels + 1, first.size.width, padding_idx=first.size.labels)
        for table in (self.tags, self.labels):
            nn.init.normal_(table.weight, std=0.1)

    def told(self, batch: Batch, hide: float) -> torch.Tensor:
        """What the tags and labels add to the input; some hidden while training."""
        seen = []
        for table, name in ((self.tags, "seen_tags"), (self.labels, "seen_labels")):
            numbers = batch.targets[name]
            unknown = (numbers == IGNORED) | (torch.rand(numbers.shape) < hide)
            seen.append(table(numbers.masked_fill(unknown, table.num_embeddings - 1)))
        return seen[0] + seen[1]


def fit_converter(first: Network, material: Material, rounds: int = 10, seed: int = 2) -> Converter:
    """The converter, trained on the treebank alone from the first network's embeddings."""
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    converter, kept = Converter(first), Converter(first)
    _forget(converter.network)
    bank = annotate(first, material.bank)
    steps = rounds * sum(1 for _ in batches(bank, 2000))
    optimizer = torch.optim.AdamW(converter.parameters(), lr=2e-3, weight_decay=1e-2, betas=(0.9, 0.98), fused=True)
    average = Average(converter, kept, 0.998)
    stream = endless(bank, 2000, dice)
    for step in range(1, steps + 1):
        set_rate(optimizer, 2e-3, step, steps)
        loss = _loss(converter, next(stream), material, dice)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(converter.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        average.update()
        if step % 200 == 0:
            log.info("converter, step %d of %d, %.3f", step, steps, loss.item())
    kept.eval()
    return kept


def _loss(converter: Converter, batch: Batch, material: Material, dice: np.random.Generator) -> torch.Tensor:
    hide_words(batch, np.minimum(1, material.rarity + 0.15 * (material.rarity > 0)), dice)
    restyle(batch, dice)
    hidden = converter.network.hidden(batch.inputs, batch.mask, 0.33, converter.told(batch, 0.08))
    tags = cross_entropy(converter.network.tags(hidden), batch.targets["tags"])
    return tree_loss(converter.network, hidden, batch, 0.33) + 0.5 * tags


def _forget(network: Network) -> None:
    """Starts everything but the embeddings anew: the first network knows the treebank's trees by heart."""
    fresh = Network(network.size)
    tables = ("words.", "endings.", "beginnings.", "shapes.")
    state = {k: v for k, v in fresh.state_dict().items() if not k.startswith(tables)}
    network.load_state_dict(state, strict=False)


@torch.no_grad()
def annotate(first: Network, data: Corpus) -> Corpus:
    """The corpus with the tags and labels that the first network sees in it."""
    first.eval()
    columns = {name: np.full(len(data.inputs), IGNORED, np.int16) for name in ("seen_tags", "seen_labels")}
    for batch, index in _indexed(data):
        hidden = first.hidden(batch.inputs, batch.mask, 0.0)
        columns["seen_tags"][index] = first.tags(hidden).argmax(-1)[batch.mask].numpy()
        columns["seen_labels"][index] = first.labels(hidden).argmax(-1)[batch.mask].numpy()
    return Corpus(data.starts, data.inputs, data.targets | columns)


def _indexed(data: Corpus):
    """Batches, each with the places of its tokens in the corpus's columns."""
    for batch in batches(data, 8000):
        lengths = data.lengths[batch.numbers]
        places = data.starts[batch.numbers][:, None] + np.arange(batch.mask.shape[1])[None, :]
        yield batch, places[np.arange(batch.mask.shape[1])[None, :] < lengths[:, None]]


@torch.no_grad()
def convert(converter: Converter, data: Corpus) -> Corpus:
    """The pairs with heads, relations and treebank tags, where the converter is sure of them."""
    seen = {"seen_tags": data.targets["tags"], "seen_labels": data.targets["labels"]}
    informed = Corpus(data.starts, data.inputs, data.targets | seen)
    heads = np.full(len(data.inputs), IGNORED, np.int16)
    relations, tags = heads.copy(), data.targets["tags"].copy()
    for batch, index in _indexed(informed):
        hidden = converter.network.hidden(batch.inputs, batch.mask, 0.0, converter.told(batch, 0.0))
        arcs = converter.network.arcs(hidden, batch.mask, 0.0).softmax(-1).max(-1)
        kinds = converter.network.relate(hidden, arcs.indices, 0.0).softmax(-1).max(-1)
        words = converter.network.tags(hidden).softmax(-1).max(-1)
        heads[index] = _sure(arcs, batch.mask, SURE)
        relations[index] = np.where(heads[index] == IGNORED, IGNORED, _sure(kinds, batch.mask, SURE))
        better = _sure(words, batch.mask, 0.7)
        tags[index] = np.where(better == IGNORED, tags[index], better)
    found = {"heads": heads, "relations": relations, "tags": tags}
    return Corpus(data.starts, data.inputs, data.targets | found)


def _sure(best, mask: torch.Tensor, least: float) -> np.ndarray:
    return best.indices.masked_fill(best.values < least, IGNORED)[mask].numpy()
