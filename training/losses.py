"""What training lowers, and the scores by which it is watched."""

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from training.batches import IGNORED, Batch, Corpus, batches
from training.model import Network

PUNCT_TAGS = {",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"}


def pair_loss(network: Network, batch: Batch, drop: float) -> torch.Tensor:
    """Keep bits, tags and edge labels of compressed sentences; heads and relations too where a teacher gave them."""
    hidden = network.hidden(batch.inputs, batch.mask, drop)
    known = batch.targets["keep"] != IGNORED
    keep = network.keep(hidden)[..., 0][known]
    loss = F.binary_cross_entropy_with_logits(keep, batch.targets["keep"][known].float())
    loss = loss + 0.3 * cross_entropy(network.tags(hidden), batch.targets["tags"])
    loss = loss + 0.3 * cross_entropy(network.labels(hidden), batch.targets["labels"])
    taught = bool((batch.targets["heads"] != IGNORED).any())
    return loss + 0.5 * tree_loss(network, hidden, batch, drop) if taught else loss


def bank_loss(network: Network, batch: Batch, drop: float, tag_weight: float) -> torch.Tensor:
    """Tags, heads and relations of treebank sentences."""
    hidden = network.hidden(batch.inputs, batch.mask, drop)
    tags = cross_entropy(network.tags(hidden), batch.targets["tags"])
    return tree_loss(network, hidden, batch, drop) + tag_weight * tags


def tree_loss(network: Network, hidden: torch.Tensor, batch: Batch, drop: float) -> torch.Tensor:
    """Heads and relations."""
    heads = batch.targets["heads"]
    arcs = network.arcs(hidden, batch.mask, drop)
    relations = network.relate(hidden, heads.clamp(min=0), drop)
    return cross_entropy(arcs, heads) + 0.5 * cross_entropy(relations, batch.targets["relations"])


def cross_entropy(scores: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Mean over the tokens whose target is known."""
    return F.cross_entropy(scores.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORED)


@torch.no_grad()
def watch(network: Network, check: Corpus, dev: Corpus, punct: int) -> dict[str, float]:
    """Scores on the check pairs and on the treebank's dev part, tokens as given, heads without tree search."""
    network.eval()
    scores = check_scores(network, check) | bank_scores(network, dev, punct)
    network.train()
    return {name: round(100 * value, 2) for name, value in scores.items()}


@torch.no_grad()
def check_scores(network: Network, check: Corpus) -> dict[str, float]:
    """Token F1 of the keep bits (at 0 and at the cut that keeps 44 %), tags and labels."""
    logits, gold, tags, labels = [], [], [], []
    for batch in batches(check, 6000):
        hidden = network.hidden(batch.inputs, batch.mask, 0.0)
        logits.append(network.keep(hidden)[..., 0][batch.mask])
        gold.append(batch.targets["keep"][batch.mask])
        tags.append((network.tags(hidden).argmax(-1) == batch.targets["tags"])[batch.mask])
        labels.append((network.labels(hidden).argmax(-1) == batch.targets["labels"])[batch.mask])
    score, truth = torch.cat(logits).numpy(), torch.cat(gold).numpy() == 1
    cut = float(np.quantile(score, 0.56))
    return {
        "f1": f1(score > 0, truth), "f1@44": f1(score > cut, truth), "cut": cut / 100,
        "ptags": float(torch.cat(tags).float().mean()), "labels": float(torch.cat(labels).float().mean()),
    }  # fmt: skip


def f1(kept: np.ndarray, truth: np.ndarray) -> float:
    """Token F1."""
    return float(2 * (kept & truth).sum() / max(1, kept.sum() + truth.sum()))


@torch.no_grad()
def bank_scores(network: Network, dev: Corpus, punct: int) -> dict[str, float]:
    """Tags; heads without and with the right relation, punctuation left out."""
    right = {"tags": [], "uas": [], "las": []}
    for batch in batches(dev, 4000):
        hidden = network.hidden(batch.inputs, batch.mask, 0.0)
        heads = network.arcs(hidden, batch.mask, 0.0).argmax(-1)
        relations = network.relate(hidden, heads, 0.0).argmax(-1)
        words = batch.mask & (batch.targets["relations"] != punct)
        attached = heads == batch.targets["heads"]
        right["tags"].append((network.tags(hidden).argmax(-1) == batch.targets["tags"])[batch.mask])
        right["uas"].append(attached[words])
        right["las"].append((attached & (relations == batch.targets["relations"]))[words])
    return {name: float(torch.cat(values).float().mean()) for name, values in right.items()}
