"""Reads what the network learns from: compressed news sentences, the English Web Treebank, raw news."""

import gzip
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(os.environ.get("DECKMAKER_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "data"
TRAIN_PAIRS = "google_lower_train_180000.jsonl.gz"
CHECK_PAIRS = "google_lower_val_20000.jsonl.gz"
LONGEST = 64
"""Training sentences of more tokens are left out."""

UNKNOWN = {"<unk>"}
"""How the pairs write a word outside their 50,000."""

_TOO_ALIKE = 0.6
_TAGS = {"(": "-LRB-", ")": "-RRB-"}


@dataclass(slots=True)
class Sample:
    """One sentence with what is known of it; an empty list means unknown.  heads count from 1, 0 is the root."""

    tokens: list[str]
    tags: list[str]
    keep: list[int]
    labels: list[str]
    heads: list[int]
    relations: list[str]


def valid_sentences() -> list[tuple[str, str]]:
    """The 1,000 sentences for measuring: (source, compressed)."""
    lines = (DATA / "compression" / "google_valid_1000.jsonl").read_text("utf-8").splitlines()
    return [(pair["source"], pair["compressed"]) for pair in map(json.loads, lines)]


class HeldOut:
    """Knows the measuring set's sentences by their words: lower-cased, without digits and unknown words."""

    def __init__(self) -> None:
        self._sentences = [_plain_words(source) for source, _ in valid_sentences()]
        self._with_word: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._sentences):
            for word in words:
                self._with_word[word].append(number)

    def holds(self, tokens: list[str]) -> bool:
        """Whether a sentence is, or is much like, one of the measuring set (shares 60 % of its words)."""
        words = _plain_words(" ".join(token for token in tokens if token not in UNKNOWN))
        shared: Counter[int] = Counter()
        for word in sorted(words):
            numbers = self._with_word.get(word, ())
            if len(numbers) <= 40:  # a rarer word; two sentences that share only common ones are not the same
                shared.update(numbers)
        candidates = (self._sentences[number] for number, _ in shared.most_common(3))
        return any(len(words & other) > _TOO_ALIKE * len(words | other) for other in candidates)


def _plain_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower().replace("u.s.", "us")))


def pairs(name: str) -> Iterator[Sample]:
    """The compressed sentences of a file, without those that the measuring set holds."""
    held = HeldOut()
    with gzip.open(DATA / "compression" / name, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            tokens = record["s"].split(" ")
            if 4 <= len(tokens) <= LONGEST and not held.holds(tokens):
                tags = [_TAGS.get(tag, tag) for tag in record["pos"].split()]
                keep = [int(bit) for bit in record["k"]]
                yield _join_ranges(Sample(tokens, tags, keep, record["dep"].split(), [], []))


def _join_ranges(sample: Sample) -> Sample:
    """The same sentence with "## - ##" (a score, a range) as the one token that our tokenizer makes of it."""
    joined = Sample([], [], [], [], [], [])
    position = 0
    while position < len(sample.tokens):
        width = 3 if sample.tokens[position : position + 3] == ["##", "-", "##"] else 1
        joined.tokens.append(sample.tokens[position])
        joined.tags.append(sample.tags[position])
        joined.keep.append(max(sample.keep[position : position + width]))
        joined.labels.append(sample.labels[position])
        position += width
    return joined


def news_sentences() -> Iterator[list[str]]:
    """Raw news, tokenized: BBC sentences and the sentences of the CNN / Daily Mail articles."""
    from deckmaker.language.tokens import tokenize

    for text in _news_texts():
        for sentence in re.split(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘])", text):
            tokens = [sentence[start:end] for start, end in tokenize(sentence)]
            if 4 <= len(tokens) <= LONGEST:
                yield tokens


def _news_texts() -> Iterator[str]:
    for name in ("bbc_2225", "validation_1000", "train_200"):
        with gzip.open(DATA / "news" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                yield from record["paragraphs"] if "paragraphs" in record else [record["article"]]
