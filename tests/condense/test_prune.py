"""The best pruned tree against all pruned trees."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.condense.prune import Token, prune
from deckmaker.condense.tree import Tree
from trees import tree


@st.composite
def problems(draw: st.DrawFn) -> tuple[Tree, list[int], list[float], int]:
    """A random tree of up to nine words, which of them are bound to their heads, what each is worth, a limit."""
    size = draw(st.integers(1, 9))
    heads = [0, *(draw(st.integers(1, i)) for i in range(1, size))]
    found = tree("\n".join(f"w{i} NN {head} {'dep' if head else 'root'}" for i, head in enumerate(heads)))
    owner = list(range(size))
    for i in range(1, size):
        if draw(st.booleans()):
            owner[i] = owner[heads[i] - 1]
    worth = draw(st.lists(st.integers(-5, 5).map(float), min_size=size, max_size=size))
    return found, owner, worth, draw(st.integers(1, 9))


def by_hand(found: Tree, owner: list[int], worth: list[float], limit: int) -> dict[int, float]:
    """Word count -> best score, by trying every set of words."""
    best: dict[int, float] = {}
    for count in range(1, min(limit, found.size) + 1):
        for words in combinations(range(found.size), count):
            kept = set(words)
            whole = all((i in kept) == (owner[i] in kept) for i in range(found.size))
            rooted = 0 in kept and all(found.heads[i] in kept for i in kept if i)
            if whole and rooted:
                best[count] = max(best.get(count, float("-inf")), sum(worth[i] for i in kept))
    return best


@settings(max_examples=150, deadline=None)
@given(problems())
def test_the_best_tree_is_found_for_every_length(problem: tuple[Tree, list[int], list[float], int]) -> None:
    found, owner, worth, limit = problem
    got = {count: score for count, (score, _) in prune(found, owner, [Token(gain) for gain in worth], 0, limit).items()}
    assert got == pytest.approx(by_hand(found, owner, worth, limit))
