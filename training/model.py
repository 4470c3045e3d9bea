"""The network in torch, for training: the same sums as deckmaker.language.network, with heads it only learns from."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from deckmaker.language import features


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network is."""

    words: int
    endings: int
    beginnings: int
    tags: int
    relations: int
    labels: int
    word_width: int = 64
    affix_width: int = 32
    shape_width: int = 16
    width: int = 160
    state: int = 96
    layers: int = 4
    arc: int = 96
    relation: int = 48


class Scan(torch.autograd.Function):
    """c[t] = f[t] c[t-1] + x[t] along the first axis."""

    @staticmethod
    def forward(ctx, forget: torch.Tensor, entry: torch.Tensor) -> torch.Tensor:
        """The states."""
        states = torch.empty_like(entry)
        states[0] = entry[0]
        for t in range(1, len(entry)):
            torch.addcmul(entry[t], forget[t], states[t - 1], out=states[t])
        ctx.save_for_backward(forget, states)
        return states

    @staticmethod
    def backward(ctx, grad: torch.Tensor):
        """The slopes of forget and entry."""
        forget, states = ctx.saved_tensors
        total = torch.empty_like(grad)
        total[-1] = grad[-1]
        for t in range(len(grad) - 2, -1, -1):
            torch.addcmul(grad[t], forget[t + 1], total[t + 1], out=total[t])
        slope = torch.zeros_like(grad)
        slope[1:] = total[1:] * states[:-1]
        return slope, total


class Norm(nn.Module):
    """Divides by the root mean square, then scales."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, h: torch.Tensor) -> torch.Tensor:
        """The same directions at unit length, scaled."""
        return h * torch.rsqrt(h.float().pow(2).mean(-1, keepdim=True) + 1e-5) * self.gain


class Sweep(nn.Module):
    """A gated linear recurrence over the sentence in both directions."""

    def __init__(self, width: int, state: int) -> None:
        super().__init__()
        self.norm = Norm(width)
        self.enter = nn.Linear(width, 6 * state)
        self.leave = nn.Linear(2 * state, width, bias=False)
        nn.init.normal_(self.leave.weight, std=0.3 / (2 * state) ** 0.5)
        with torch.no_grad():
            self.enter.bias.zero_()
            spread = torch.linspace(-1.0, 3.0, state)
            self.enter.bias[2 * state : 4 * state] = torch.cat([spread, spread])

    def forward(self, h: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the layer adds to h."""
        entry, forget, gate = self.enter(self.norm(h)).float().chunk(3, -1)
        forget = torch.sigmoid(forget)
        entry = (1 - forget) * entry * mask
        half = entry.shape[-1] // 2
        states = Scan.apply(_turn(forget, half), _turn(entry, half))
        return self.leave(_turn(states, half) * torch.sigmoid(gate))


def _turn(x: torch.Tensor, half: int) -> torch.Tensor:
    """The second half of the channels turned round in time."""
    return torch.cat([x[..., :half], x[..., half:].flip(0)], -1)


class Window(nn.Module):
    """A convolution over three neighbouring tokens."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = Norm(width)
        self.mix = nn.Linear(3 * width, width)
        nn.init.normal_(self.mix.weight, std=1 / (3 * width) ** 0.5)

    def forward(self, h: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the layer adds to h."""
        u = self.norm(h) * mask
        none = torch.zeros_like(u[:1])
        return F.relu(self.mix(torch.cat([torch.cat([none, u[:-1]]), u, torch.cat([u[1:], none])], -1)))


class Network(nn.Module):
    """Inputs (B, T, 4) -> hidden (B, T, width); then the heads."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(size.words, size.word_width)
        self.endings = nn.Embedding(size.endings, size.affix_width)
        self.beginnings = nn.Embedding(size.beginnings, size.affix_width)
        self.shapes = nn.Embedding(features.SHAPES, size.shape_width)
        for table in (self.words, self.endings, self.beginnings, self.shapes):
            nn.init.normal_(table.weight, std=0.1)
        self.join = nn.Linear(size.word_width + 2 * size.affix_width + size.shape_width, size.width)
        self.sweeps = nn.ModuleList(Sweep(size.width, size.state) for _ in range(size.layers))
        self.windows = nn.ModuleList(Window(size.width) for _ in range(size.layers))
        self.norm = Norm(size.width)
        self.keep = nn.Linear(size.width, 1)
        self.tags = nn.Linear(size.width, size.tags)
        self.labels = nn.Linear(size.width, size.labels)
        self.arc_from = nn.Linear(size.width, size.arc)
        self.arc_to = nn.Linear(size.width, size.arc)
        self.arc = nn.Parameter(torch.randn(size.arc, size.arc) / size.arc)
        self.arc_bias = nn.Parameter(torch.zeros(size.arc))
        self.root = nn.Parameter(torch.randn(size.arc) * 0.1)
        self.relation_from = nn.Linear(size.width, size.relation)
        self.relation_to = nn.Linear(size.width, size.relation)
        self.relation = nn.Linear(size.relation * size.relation, size.relations)
        self.relation_plain = nn.Linear(2 * size.relation, size.relations, bias=False)
        self.relation_root = nn.Parameter(torch.randn(size.relation) * 0.1)

    def hidden(self, inputs: torch.Tensor, mask: torch.Tensor, drop: float, extra=None) -> torch.Tensor:
        """The hidden state of each token; drop is the dropout while training."""
        word, ending, beginning, shape = inputs.transpose(0, 1).unbind(-1)
        along = mask.transpose(0, 1)[..., None].float()
        parts = [self.words(word), self.endings(ending), self.beginnings(beginning), self.shapes(shape)]
        x = F.dropout(torch.cat(parts, -1), drop, self.training)
        h = self.join(x).float()
        if extra is not None:
            h = h + extra.transpose(0, 1)
        for sweep, window in zip(self.sweeps, self.windows, strict=True):
            h = h + F.dropout(sweep(h, along), drop / 2, self.training)
            h = h + F.dropout(window(h, along), drop / 2, self.training)
        return F.dropout(self.norm(h), drop, self.training).transpose(0, 1)

    def arcs(self, hidden: torch.Tensor, mask: torch.Tensor, drop: float) -> torch.Tensor:
        """Scores (B, T, T + 1) of each token's head: the root first, then every token."""
        dependent = F.dropout(F.relu(self.arc_from(hidden)), drop, self.training).float()
        head = F.dropout(F.relu(self.arc_to(hidden)), drop, self.training).float()
        head = torch.cat([self.root.expand(len(head), 1, -1), head], 1)
        scores = (dependent @ self.arc) @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None, :]
        there = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        return scores.masked_fill(~there[:, None, :], -1e4)

    def relate(self, hidden: torch.Tensor, heads: torch.Tensor, drop: float) -> torch.Tensor:
        """Scores (B, T, relations) of each token's relation to its head (0 is the root)."""
        dependent = F.dropout(F.relu(self.relation_from(hidden)), drop, self.training)
        head = F.dropout(F.relu(self.relation_to(hidden)), drop, self.training)
        head = torch.cat([self.relation_root.expand(len(head), 1, -1).to(head.dtype), head], 1)
        chosen = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[-1]))
        product = (dependent[..., :, None] * chosen[..., None, :]).flatten(-2)
        return self.relation(product) + self.relation_plain(torch.cat([dependent, chosen], -1))
