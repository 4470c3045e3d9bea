"""Prints what the shipped network reaches: keep F1, Penn tags, heads, labelled heads; python -m training.evaluate."""

import sys
import time
from collections.abc import Callable, Iterable

from deckmaker.language import network
from deckmaker.language.parse import KEEP_CUT, Parse, parse
from deckmaker.language.tokens import tokenize
from training import treebank
from training.corpora import Sample, valid_sentences

Says = tuple[list[str], list[int], list[str]]


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
    """Token F1 of "keep is above the cut" against the editors' compressed sentences, and the ratios."""
    both = kept = gold = total = 0
    for (source, compressed), result in zip(valid_sentences(), parses, strict=True):
        wanted = gold_bits(source, compressed)
        chosen = [value > cut for value in result.keep]
        both += sum(a and b for a, b in zip(chosen, wanted, strict=True))
        kept, gold, total = kept + sum(chosen), gold + sum(wanted), total + len(chosen)
    return (
        f"keep > {cut:.2f}: token F1 {200 * both / (kept + gold):.2f} at ratio {kept / total:.3f} "
        f"(gold {gold / total:.3f}; precision {100 * both / kept:.1f}, recall {100 * both / gold:.1f})"
    )


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
    """Tags, and heads of words without and with their relation, of treebank sentences given as tokens."""
    samples = list(samples)
    tags = words = heads = labelled = 0
    for sample, says in zip(samples, _read(samples), strict=True):
        tags += sum(a == b for a, b in zip(says[0], sample.tags, strict=True))
        for i, relation in enumerate(sample.relations):
            if relation != "punct":
                words += 1
                heads += says[1][i] == sample.heads[i]
                labelled += says[1][i] == sample.heads[i] and says[2][i] == relation
    total = sum(len(sample.tokens) for sample in samples)
    return f"tags {100 * tags / total:.2f}, heads {100 * heads / words:.2f}, labelled {100 * labelled / words:.2f}"


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
