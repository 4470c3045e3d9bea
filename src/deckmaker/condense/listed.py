"""Lists of deeds or plans: the first stays in the point, the others stand below it."""

from dataclasses import replace

from deckmaker.condense.shapes import DETAIL_WORDS, SUBJECTS, Shape
from deckmaker.condense.tree import Tree

LISTED = 2, 3
"""Verbs after the first that make a list, at least and at most."""

Listed = tuple[Shape, tuple[frozenset[int], ...]]
"""The shape up to the end of the first thing, and the tokens of each of the others."""


def listed_below(shape: Shape) -> Listed | None:
    """The first of three or more things in a list, the others below.

    What somebody did: "bought …, borrowed …, and had planned to …"; or at the end "to raise …, reduce … and improve …".
    """
    tree, root = shape.tree, shape.root
    for first in (root, *(i for i in sorted(shape.kept) if tree.tags[i] == "VB" and tree.kid(i, "mark") is not None)):
        items = [k for k in _in_list(tree, first) if k in shape.kept]
        if LISTED[0] <= len(items) <= LISTED[1] and tree.kid(items[-1], "cc") is not None:
            split = _with_items_below(shape, first, items)
            if split is not None:
                return split
    return None


def _in_list(tree: Tree, first: int) -> list[int]:
    """The verbs that are joined to the first of a list, also one to the next."""
    found = [k for k in tree.kids[first] if tree.relations[k] == "conj" and k > first]
    return sorted({*found, *(m for k in found for m in _in_list(tree, k))})


def _with_items_below(shape: Shape, first: int, items: list[int]) -> Listed | None:
    """The shape up to the end of the list's first item, the others below; each must have what it needs with it."""
    tree = shape.tree
    below = frozenset(i for k in items for i in tree.subtree(k)) & shape.kept
    start, denied = min(below), any(tree.lower[k] in ("not", "n't", "no", "never") for k in range(first))
    if any(k > start for k in shape.kept - below) or tree.words[start - 1] != "," or denied:
        return None
    verbal = (
        all(tree.tags[k] == "VB" for k in items) if first != shape.root else all(map(tree.is_finite, (first, *items)))
    )
    own = all(tree.kid(k, *SUBJECTS, "mark") is None for k in items)
    complete = all(any(m > k and m not in items for m in tree.kids[k]) for k in (first, *items))
    if not (verbal and own and complete):
        return None
    joints = frozenset(k for item in items for k in tree.kids[item] if tree.relations[k] == "cc")
    starts = [min(tree.subtree(k)) for k in items]
    ends = [*starts[1:], tree.size]
    details = tuple(frozenset(i for i in below if a <= i < b) - joints for a, b in zip(starts, ends, strict=True))
    if any(tree.lower[k] in ("or", "nor") for k in joints):
        return None
    if not all(DETAIL_WORDS[0] <= shape.words(detail) <= DETAIL_WORDS[1] for detail in details):
        return None
    return replace(shape, kept=shape.kept - below), details
