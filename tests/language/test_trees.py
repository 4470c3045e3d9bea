"""The tree search against every tree there is."""

import itertools

import numpy as np
import pytest

from deckmaker.language.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    """Whether heads (0: the root) hang on one root without a cycle."""
    if heads.count(0) != 1:
        return False
    for node in range(1, len(heads) + 1):
        seen = set()
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        if node:
            return False
    return True


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_finds_the_best_of_all_trees(n: int) -> None:
    dice = np.random.default_rng(n)
    for _ in range(12):
        scores = dice.normal(size=(n, n + 1)).astype(np.float32)
        total = {
            heads: scores[np.arange(n), list(heads)].sum()
            for heads in itertools.product(range(n + 1), repeat=n)
            if is_tree(list(heads))
        }
        found = tuple(best_tree(scores).tolist())
        assert is_tree(list(found))
        assert total[found] == pytest.approx(max(total.values()), abs=1e-4)


def test_large_sentences_give_trees() -> None:
    dice = np.random.default_rng(0)
    for n in (40, 150):
        assert is_tree(best_tree(dice.normal(size=(n, n + 1)).astype(np.float32)).tolist())


def test_equal_scores_give_a_tree() -> None:
    assert is_tree(best_tree(np.zeros((9, 10), np.float32)).tolist())
