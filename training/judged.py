"""The sentences of ../shared/data whose parts were judged, found again by their hashes: no text is kept with them."""

import gzip
import hashlib
import json
from collections.abc import Container, Iterator
from typing import Any

from deckmaker.language.sentences import split_sentences
from training.corpora import DATA


def sentences(wanted: Container[str]) -> dict[str, str]:
    """Hash -> sentence, of those wanted that the data holds, in the order of the hashes."""
    found = {digest(text): text for text in _sentences() if digest(text) in wanted}
    return dict(sorted(found.items()))


def digest(text: str) -> str:
    """The first 16 hex digits of a sentence's SHA-1."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:16]


def _sentences() -> Iterator[str]:
    """Every sentence of the data that may have been judged."""
    for text in _texts():
        for start, end in split_sentences(text, "en"):
            yield text[start:end]


def _texts() -> Iterator[str]:
    for row in _rows("html/gold.jsonl"):
        yield from (line.strip() for line in row["text"].split("\n"))
    yield from (row["article"] for row in _rows("news/train_200.jsonl.gz"))
    for name in ("writers_109", "bbc_2225"):
        yield from (paragraph for row in _rows(f"news/{name}.jsonl.gz") for paragraph in row["paragraphs"])
    for name in ("digitalgov", "18f_posts"):
        for row in _rows(f"headed/{name}.jsonl.gz"):
            yield from (paragraph for section in row["sections"] for paragraph in section["paragraphs"])


def _rows(name: str) -> Iterator[dict[str, Any]]:
    opened = gzip.open if name.endswith(".gz") else open
    with opened(DATA / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
