"""Floors on the network as it ships, with the package's numpy sums; torch is not needed.  Nobody lowers them silently.

Runs where DECKMAKER_SHARED names the folder with data/compression and data/ud_ewt (it is not part of the project).
"""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from deckmaker.language.parse import KEEP_CUT, parse

KEEP_F1 = 0.825
RATIO, NEAR = 0.44, 0.04
"""The share of tokens kept at which the keep head is measured, and how near it must be."""

TAGS, HEADS = 0.95, 0.86
"""Of all tokens; of all words that are no punctuation."""

ROOT = Path(__file__).parents[2]
SHARED = os.environ.get("DECKMAKER_SHARED")
pytestmark = pytest.mark.skipif(not SHARED, reason="DECKMAKER_SHARED does not name a folder with measuring data")


@pytest.fixture(scope="module")
def evaluate() -> Iterator[ModuleType]:
    """The measuring code of training/, which is no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        yield importlib.import_module("training.evaluate")


def test_the_keep_head_agrees_with_the_editors(evaluate: ModuleType) -> None:
    sources = [source for source, _ in evaluate.valid_sentences()]
    found = evaluate.keep_scores(parse(sources), KEEP_CUT)
    print(len(sources), round(found.f1, 4), round(found.ratio, 3))  # noqa: T201  shown with -s, and on failure
    assert len(sources) == 1000
    assert abs(found.ratio - RATIO) <= NEAR
    assert found.f1 >= KEEP_F1


@pytest.mark.parametrize("cut", [0, 1], ids=["its tokens", "our tokens"])
def test_tags_and_heads_of_the_treebank(evaluate: ModuleType, cut: int) -> None:
    sentences = [cuts[cut] for cuts in evaluate.treebank.read("dev", longest=10_000)]
    read = [sentence for sentence in sentences if sentence]
    tags, heads, _ = evaluate.bank_scores(read)
    print(len(read), round(tags, 4), round(heads, 4))  # noqa: T201  shown with -s, and on failure
    assert len(read) >= 0.95 * len(sentences) == 0.95 * 2001
    assert tags >= TAGS
    assert heads >= HEADS
