"""The training loop: pairs at every step, treebank sentences at every other, averaged weights kept."""

import json
import logging
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.batches import Batch, Corpus, batches, hide_words, restyle
from training.losses import bank_loss, pair_loss, watch
from training.material import Material
from training.model import Network

log = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how hard to train; halt is the share of the course after which to stop."""

    epochs: float = 4
    halt: float = 1.0
    rate: float = 2.5e-3
    pair_tokens: int = 4096
    bank_tokens: int = 1600
    bank_every: int = 2
    pair_drop: float = 0.12
    bank_drop: float = 0.3
    bank_tags: float = 0.5
    seed: int = 1


def endless(data: Corpus, tokens: int, dice: np.random.Generator) -> Iterator[Batch]:
    """Batches without end, shuffled anew each time round."""
    while True:
        yield from batches(data, tokens, dice)


class Average:
    """An exponential average of a network's weights, kept in a second network."""

    def __init__(self, network: Network, kept: Network, decay: float = 0.999) -> None:
        self.kept, self._decay, self._steps = kept, decay, 0
        kept.load_state_dict(network.state_dict())
        self._pairs = list(zip(kept.parameters(), network.parameters(), strict=True))

    @torch.no_grad()
    def update(self) -> None:
        """Moves the average a little towards the network."""
        self._steps += 1
        decay = min(self._decay, (1 + self._steps) / (10 + self._steps))
        torch._foreach_lerp_([k for k, _ in self._pairs], [p.detach() for _, p in self._pairs], 1 - decay)


def set_rate(optimizer: torch.optim.Optimizer, peak: float, step: int, steps: int) -> None:
    """The learning rate of a step: up over 200 steps, then down along a cosine."""
    for group in optimizer.param_groups:
        group["lr"] = peak * min(1, step / 200) * (0.02 + 0.49 * (1 + math.cos(math.pi * step / steps)))


def fit(network: Network, material: Material, course: Course, target: Path) -> Network:
    """Trains a network; returns its averaged weights, also written to target (to a .part beside it on the way)."""
    dice = np.random.default_rng(course.seed)
    torch.manual_seed(course.seed)
    per_epoch = sum(1 for _ in batches(material.pairs, course.pair_tokens))
    steps = int(course.epochs * per_epoch)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=course.rate, weight_decay=1e-3, betas=(0.9, 0.98), fused=True
    )
    average = Average(network, Network(network.size))
    unfinished = target.with_suffix(".part")
    pairs, bank = endless(material.pairs, course.pair_tokens, dice), endless(material.bank, course.bank_tokens, dice)
    network.train()
    begun = time.monotonic()
    for step in range(1, int(steps * course.halt) + 1):
        set_rate(optimizer, course.rate, step, steps)
        losses = take_step(
            network, material, course, next(pairs), next(bank) if step % course.bank_every == 0 else None, dice
        )
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        average.update()
        if step % 100 == 0:
            log.info("step %d of %d, %s, %.0f s", step, steps, losses, time.monotonic() - begun)
        if step % (per_epoch // 2) == 0 or step == steps:
            punct = material.vocabulary.relations.index("punct")
            log.info("%s", json.dumps(watch(average.kept, material.check, material.dev, punct)))
            torch.save(average.kept.state_dict(), unfinished)
    torch.save(average.kept.state_dict(), target)
    unfinished.unlink(missing_ok=True)
    return average.kept


def _precision() -> torch.autocast:
    """Matrix products in bfloat16 where the processor has instructions for it (others would only be slower)."""
    able = torch.ops.mkldnn._is_mkldnn_bf16_supported()  # noqa: SLF001 - torch has no other way to ask
    return torch.autocast("cpu", torch.bfloat16, enabled=able)


def take_step(network, material, course, pair: Batch, bank: Batch | None, dice) -> str:
    """Adds the gradients of one step; returns the losses in words."""
    hide_words(pair, material.rarity, dice)
    restyle(pair, dice)
    with _precision():
        loss = pair_loss(network, pair, course.pair_drop)
    loss.backward()
    if bank is None:
        return f"{loss.item():.3f}"
    hide_words(bank, np.minimum(1, material.rarity + 0.06 * (material.rarity > 0)), dice)
    restyle(bank, dice)
    with _precision():
        other = bank_loss(network, bank, course.bank_drop, course.bank_tags)
    other.backward()
    return f"{loss.item():.3f} {other.item():.3f}"
