"""Prints what the shipped network reaches: keep F1, Penn tags, heads, labelled heads; python -m training.evaluate."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from deckmaker.language import network
from deckmaker.language.parse import KEEP_CUT, Parse, parse
from deckmaker.language.tokens import tokenize
from training import treebank
from training.corpora import Sample, valid_sentences

Says = tuple[list[str], list[int], list[str]]


@dataclass(frozen=True, slots=True)
class KeepScores:
    """Shares of the kept tokens that the editors kept, of theirs that are kept, of all tokens kept by it, by them."""

    precision: float
    recall: float
    ratio: float
    gold: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def main() -> None:
    """Prints the figures, one a line."""
    begun = time.perf_counter()
    network.load()
    lines = [f"load {1000 * (time.perf_counter() - begun):.0f} ms"]
    sources = [source for source, _ in valid_sentences()]
    begun = time.perf_counter()
    parses = parse(sources)
    lines.append(f"1,000 sentences parsed in {time.perf_counter() - begun:.2f} s")
    lines += [keep_line(parses, cut) for cut in (KEEP_CUT, 0.0)]
    bank = list(treebank.read("dev", longest=10_000))
    lines.append("EWT dev, its own tokens:  " + bank_line([gold for gold, _ in bank]))
    lines.append("EWT dev, our tokens:      " + bank_line([ours for _, ours in bank if ours]))
    sys.stdout.write("\n".join(lines) + "\n")


def keep_line(parses: list[Parse], cut: float) -> str:
    """The figures of the keep head at a cut, in words."""
    found = keep_scores(parses, cut)
    return (
        f"keep > {cut:.2f}: token F1 {100 * found.f1:.2f} at ratio {found.ratio:.3f} "
        f"(gold {found.gold:.3f}; precision {100 * found.precision:.1f}, recall {100 * found.recall:.1f})"
    )


def keep_scores(parses: list[Parse], cut: float) -> KeepScores:
    """What "keep is above the cut" reaches against the editors' compressed sentences, over all tokens."""
    both = kept = gold = total = 0
    for (source, compressed), result in zip(valid_sentences(), parses, strict=True):
        wanted = gold_bits(source, compressed)
        chosen = [value > cut for value in result.keep]
        both += sum(a and b for a, b in zip(chosen, wanted, strict=True))
        kept, gold, total = kept + sum(chosen), gold + sum(wanted), total + len(chosen)
    return KeepScores(both / kept, both / gold, kept / total, gold / total)


def gold_bits(source: str, compressed: str) -> list[bool]:
    """Which tokens of the source the compressed sentence keeps: the longest common subsequence in fewest pieces."""
    a = [source[start:end].lower() for start, end in tokenize(source)]
    b = [compressed[start:end].lower() for start, end in tokenize(compressed)]
    # best[i][j]: value of aligning a[i:] with b[j:], when a[i-1] was matched with b[j-1] (1) or not (0)
    best = [[[0.0, 0.0] for _ in range(len(b) + 1)] for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            match = 1 + best[i + 1][j + 1][1] if a[i] == b[j] else -1.0
            skip = max(best[i + 1][j][0], best[i][j + 1][0])
            best[i][j] = [max(match, skip), max(match + 0.1, skip)]
    bits = [False] * len(a)
    i = j = joined = 0
    while i < len(a) and j < len(b):
        match = 1 + 0.1 * joined + best[i + 1][j + 1][1] if a[i] == b[j] else -1.0
        if match >= best[i][j][joined] - 1e-9 and a[i] == b[j]:
            bits[i], joined, i, j = True, 1, i + 1, j + 1
        elif best[i + 1][j][0] >= best[i][j + 1][0]:
            i, joined = i + 1, 0
        else:
            j, joined = j + 1, 0
    return bits


def bank_line(samples: Iterable[Sample]) -> str:
    """The figures of treebank sentences given as tokens, in words."""
    tags, heads, labelled = bank_scores(samples)
    return f"tags {100 * tags:.2f}, heads {100 * heads:.2f}, labelled {100 * labelled:.2f}"


def bank_scores(samples: Iterable[Sample]) -> tuple[float, float, float]:
    """The shares of right tags, and of words (no punctuation) with the right head, without and with the relation."""
    samples = list(samples)
    tags = words = heads = labelled = 0
    for sample, says in zip(samples, _read(samples), strict=True):
        tags += sum(a == b for a, b in zip(says[0], sample.tags, strict=True))
        for i, relation in enumerate(sample.relations):
            if relation != "punct":
                words += 1
                heads += says[1][i] == sample.heads[i]
                labelled += says[1][i] == sample.heads[i] and says[2][i] == relation
    return tags / sum(len(sample.tokens) for sample in samples), heads / words, labelled / words


def _read(samples: list[Sample]) -> list[Says]:
    net = network.load()
    name: Callable[[int], str] = net.vocabulary.relations.__getitem__
    return [
        (
            [net.vocabulary.tags[number] for number in reading.tags],
            [head + 1 for head in reading.heads],
            [name(number) for number in reading.relations],
        )
        for reading in net.read([net.vocabulary.encode(sample.tokens) for sample in samples])
    ]


if __name__ == "__main__":
    main()
