"""Three bullets of news articles against what the editors wrote, beside the first three sentences and LexRank's.

    python benchmarks/news.py FILE [--every N] [--show N]

FILE is a *.jsonl.gz with an article a line: `article`, one string, and `highlights`, the editors' bullets.  All methods
get the same sentences, as deckmaker reads them.  deckmaker gives its bottom line and the first two bullets, from other
sentences, of an outline of one section with three bullets of some 30 words (as `--sections 1 --bullets 3 --words 30`
gives it); "bullets alone" are those three without the bottom line.  `--words 14`, as for a deck, shows what brevity
costs in this measure.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import mean, stdev

from baselines import lexrank

from deckmaker.condense import Limits, condense
from deckmaker.document import Document
from deckmaker.errors import InputError
from deckmaker.outline import Bullet, Outline
from deckmaker.readers import read_bytes

COUNT = 3
"""How many bullets each method gives."""

WORDS = 30
"""Words in a bullet, aimed at."""

Row = dict[str, list[str]]
"""What each method says of one article, and what the editors wrote (under "editors")."""


def rows(path: Path, every: int = 1, words: int = WORDS) -> Iterator[Row]:
    """The three bullets of each method for every n-th article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                record = json.loads(line)
                document = read_bytes(record["article"].encode(), "article.txt")
                yield {"editors": record["highlights"]} | said(document, words)


def said(document: Document, words: int = WORDS) -> Row:
    """What each method says of an article."""
    sentences = list(document.sentences().values())
    outline = _outline(document, Limits(sections=(1, 1), bullets=(COUNT, COUNT), words=words))
    return {
        "deckmaker": [bullet.text for bullet in headline_and_bullets(outline)] if outline else [],
        "bullets alone": [bullet.text for bullet in _points(outline)[:COUNT]] if outline else [],
        "lead-3": sentences[:COUNT],
        "LexRank": lexrank(sentences, COUNT),
    }


def _outline(document: Document, limits: Limits) -> Outline | None:
    try:
        return condense(document, limits)
    except InputError:  # nothing in it can stand as a bullet
        return None


def headline_and_bullets(outline: Outline) -> list[Bullet]:
    """The bottom line, and after it bullets of other sentences, three in all."""
    first = [outline.summary] if outline.summary else []
    others = [b for b in _points(outline) if not any(b.places[-1] == f.places[-1] for f in first)]
    return [*first, *others][:COUNT]


def _points(outline: Outline) -> list[Bullet]:
    """The bullets of the outline without the details below them."""
    return [bullet for section in outline.sections for bullet in section.bullets]


def rouge2(texts: Sequence[str], wanted: Sequence[str]) -> float:
    """ROUGE-2 F1 (Lin 2004): pairs of neighbouring words, lower-cased, not stemmed."""
    ours, theirs = _pairs(texts), _pairs(wanted)
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def _pairs(texts: Sequence[str]) -> Counter[tuple[str, str]]:
    words = re.findall(r"[^\W_]+", " ".join(texts).lower())
    return Counter(pairwise(words))


def figures(found: Sequence[Row], method: str) -> tuple[float, float]:
    """The mean ROUGE-2 F1 of a method, and how many words it used."""
    scores = [rouge2(row[method], row["editors"]) for row in found]
    return mean(scores), mean(len(" ".join(row[method]).split()) for row in found)


def main() -> None:
    """Print a line a method, and how sure the difference from each is."""
    options = _options()
    found = list(rows(options.file, options.every, options.words))
    methods = [method for method in found[0] if method != "editors"]
    for row in found[: options.show]:
        _write("\n".join(f"{name}: " + "\n    ".join(row[name]) for name in ("editors", *methods)) + "\n")
    _write(f"{len(found)} articles; editors {mean(len(' '.join(row['editors']).split()) for row in found):.0f} words")
    for method in methods:
        score, words = figures(found, method)
        gaps = [rouge2(row["deckmaker"], row["editors"]) - rouge2(row[method], row["editors"]) for row in found]
        _write(
            f"{method:14} ROUGE-2 {score:.4f}  {words:3.0f} words  deckmaker ahead by {mean(gaps):+.4f}"
            f" (standard error {stdev(gaps) / len(gaps) ** 0.5:.4f})"
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read every n-th article only")
    parser.add_argument("--words", type=int, default=WORDS, help="words in one of deckmaker's bullets, aimed at")
    parser.add_argument("--show", type=int, default=0, help="print what each method says of the first n")
    return parser.parse_args()


def _write(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
