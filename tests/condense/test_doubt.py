"""Signs of bullets that readers object to."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.condense.doubt import doubt, signs
from deckmaker.condense.tree import Tree
from deckmaker.language.parse import parse

SENTENCES = (
    "The harbour office sold 12 ferries to a Danish firm on Monday.",
    "We love this old harbour, and it is a dream!",
    "“I have not talked to the captains,” Larsen said.",
    "But they will probably just go there again",
)
TREES = [Tree(text, read) for text, read in zip(SENTENCES, parse(SENTENCES), strict=True)]


def everything(tree: Tree) -> frozenset[int]:
    return frozenset(i for i in range(tree.size) if not tree.is_mark[i])


@given(st.sampled_from(TREES), st.data())
def test_every_sign_is_a_share_of_what_was_kept(tree: Tree, data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(everything(tree))), min_size=1))
    seen = signs(tree, frozenset(kept))
    assert all(0 <= getattr(seen, name) <= 1 for name in seen.__slots__ if name != "keep_most")
    assert math.isfinite(doubt(tree, frozenset(kept)))


@pytest.mark.parametrize(
    ("number", "names"),
    [(1, ("us", "pointing", "feeling", "exclaims")), (2, ("begins_quoted",)), (3, ("subject_pronoun", "unclosed"))],
)
def test_signs_are_seen(number: int, names: tuple[str, ...]) -> None:
    seen = signs(TREES[number], everything(TREES[number]))
    assert all(getattr(seen, name) for name in names), seen


def test_a_fact_is_doubted_less_than_chatter() -> None:
    fact, *chatter = (doubt(tree, everything(tree)) for tree in TREES)
    assert all(fact < other for other in chatter)
