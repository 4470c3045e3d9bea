"""Measures where deckmaker cuts articles into topics, against TextTiling and C99, on articles with authors' headings.

    python benchmarks/segmentation.py FOLDER [--every N] [--fit]

FOLDER holds *.jsonl.gz as described in benchmarks/README.md.  The headings are taken out; the gold boundaries are
where they stood; the unit is the paragraph.  Half of the documents (by a hash of their identifiers) are for fitting,
the other half is reported.  --fit prints the weights that the first half gives.
"""

import argparse
import gzip
import hashlib
import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from baselines import c99, texttiling

from deckmaker.condense.gaps import gaps
from deckmaker.condense.topics import Wish, boundaries
from deckmaker.language.words import content_stems

Segmenter = Callable[[Sequence[str], int | None], list[int]]


@dataclass(frozen=True, slots=True)
class Article:
    """Paragraphs, the numbers of those that begin a section (never 0), and whether it is kept for reporting."""

    paragraphs: tuple[str, ...]
    starts: tuple[int, ...]
    held_out: bool


def articles(folder: Path) -> Iterator[Article]:
    """The articles with at least three sections and six paragraphs that have words."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                sections = [[p for p in s["paragraphs"] if content_stems(p)] for s in row["sections"]]
                sections = [section for section in sections if section]
                paragraphs = tuple(p for section in sections for p in section)
                if row["eval_ok"] and len(sections) >= 3 and len(paragraphs) >= 6:
                    starts = np.cumsum([len(section) for section in sections])[:-1]
                    held_out = bool(hashlib.sha256(str(row["id"]).encode()).digest()[0] % 2)
                    yield Article(paragraphs, tuple(int(start) for start in starts), held_out)


def errors(article: Article, found: Sequence[int]) -> tuple[float, float]:
    """Pk (Beeferman and others 1999) and WindowDiff (Pevzner and Hearst 2002): 0 is right, about 0.5 is chance.

    The window is half of the mean length of the article's own sections.
    """
    size = len(article.paragraphs)
    window = max(1, round(size / (2 * (len(article.starts) + 1))))
    gold, ours = (np.searchsorted(np.array(cuts), np.arange(size), side="right") for cuts in (article.starts, found))
    apart = [part[window:] - part[:-window] for part in (gold, ours)]
    return float(np.mean((apart[0] > 0) != (apart[1] > 0))), float(np.mean(apart[0] != apart[1]))


def ours(paragraphs: Sequence[str], count: int | None) -> list[int]:
    """The topics that deckmaker finds."""
    usual = Wish().usual if count is None else len(paragraphs) / count
    return boundaries(paragraphs, Wish(count or 1, count, usual))


def even(paragraphs: Sequence[str], count: int | None) -> list[int]:
    """Parts of like length: what knowing nothing but the number gives (four paragraphs a part when it is not known)."""
    count = count or max(1, round(len(paragraphs) / Wish().usual))
    return sorted({round(len(paragraphs) * i / count) for i in range(1, count)} - {0})


def tuned(found: Sequence[Article], known: bool) -> Segmenter:
    """TextTiling with the width and blocks that do best on the half for fitting."""
    settings = [(20, 10), (20, 6), (20, 4), (30, 4)]

    def error(setting: tuple[int, int]) -> float:
        cuts = ((a, texttiling(a.paragraphs, len(a.starts) + 1 if known else None, *setting)) for a in found)
        return math.fsum(errors(article, cut)[0] for article, cut in cuts)

    best = min(settings, key=error)
    return lambda paragraphs, count: texttiling(paragraphs, count, *best)


def report(found: Sequence[Article]) -> None:
    """Print Pk, WindowDiff and the mean number of sections of each method, for known and unknown numbers."""
    fitting = [article for article in found if not article.held_out][::3]
    held_out = [article for article in found if article.held_out]
    print(f"{len(held_out)} articles held out; {np.mean([len(a.starts) + 1 for a in held_out]):.1f} sections each")  # noqa: T201
    for known in (True, False):
        print(f"\nnumber of sections {'known' if known else 'not known'}        Pk  WindowDiff  sections")  # noqa: T201
        methods = {"even": even, "TextTiling": texttiling, "TextTiling, fitted": tuned(fitting, known), "C99": c99}
        for name, method in {**methods, "deckmaker": ours}.items():
            cuts = [method(a.paragraphs, len(a.starts) + 1 if known else None) for a in held_out]
            scores = np.mean([errors(a, cut) for a, cut in zip(held_out, cuts, strict=True)], axis=0)
            print(f"{name:28} {scores[0]:.3f}       {scores[1]:.3f}  {np.mean([len(cut) + 1 for cut in cuts]):8.1f}")  # noqa: T201


def fit(found: Sequence[Article], penalty: float = 5.0) -> None:
    """Print the weights and bias of a logistic regression of "a section begins here" on the gaps' signals."""
    training = [article for article in found if not article.held_out]
    x = np.array([astuple(gap) for article in training for gap in gaps(article.paragraphs)])
    y = np.array([float(i in a.starts) for a in training for i in range(1, len(a.paragraphs))])
    mean, deviation = x.mean(0), x.std(0)
    z = np.hstack([(x - mean) / deviation, np.ones((len(x), 1))])
    weights, ridge = np.zeros(z.shape[1]), np.diag([penalty] * x.shape[1] + [0.0])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ weights))
        weights += np.linalg.solve((z.T * (p * (1 - p))) @ z + ridge, z.T @ (y - p) - ridge @ weights)
    plain = weights[:-1] / deviation
    print("WEIGHTS = Gap(" + ", ".join(f"{w:.2f}" for w in plain) + ")")  # noqa: T201
    print(f"BIAS = {weights[-1] - plain @ mean:.2f}")  # noqa: T201


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every Nth article only")
    parser.add_argument("--fit", action="store_true", help="print fitted weights instead")
    options = parser.parse_args()
    found = list(articles(options.folder))[:: options.every]
    (fit if options.fit else report)(found)


if __name__ == "__main__":
    main()
