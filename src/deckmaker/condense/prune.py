"""The best pruned tree for every length at once, exactly, by dynamic programming over the tree."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.condense.tree import Tree

Pruned = tuple[float, tuple[int, ...]]
"""Score and the groups kept."""


@dataclass(frozen=True, slots=True)
class Token:
    """What keeping a token gains, and how many words it puts into the bullet (0 when it is left unsaid)."""

    worth: float
    words: int = 1


def prune(tree: Tree, owner: list[int], tokens: Sequence[Token], root: int, limit: int) -> dict[int, Pruned]:
    """Word count -> the best set of groups with exactly that many words, for what hangs on root.

    A group is a token with all that share its fate (bind); a kept group's head group is kept, the root's always.
    Counts go up to limit.
    """
    members: dict[int, list[int]] = {}
    inside = set(tree.subtree(root))
    for i in sorted(inside):
        members.setdefault(owner[i] if owner[i] in inside else root, []).append(i)
    kids: dict[int, list[int]] = {group: [] for group in members}
    for group in members:
        if group != root:
            kids[_group_of_head(tree, owner, group, members, root)].append(group)
    return _best(root, members, kids, tokens, limit)


def _group_of_head(tree: Tree, owner: list[int], group: int, members: dict[int, list[int]], root: int) -> int:
    head = owner[tree.heads[group]]
    return head if head in members else root


def _best(
    group: int, members: dict[int, list[int]], kids: dict[int, list[int]], tokens: Sequence[Token], limit: int
) -> dict[int, Pruned]:
    size = sum(tokens[i].words for i in members[group])
    if size > limit:
        return {}
    best: dict[int, Pruned] = {size: (math.fsum(tokens[i].worth for i in members[group]), (group,))}
    for kid in kids[group]:
        below = _best(kid, members, kids, tokens, limit - size)
        joined = dict(best)
        for count, (score, kept) in best.items():
            for more, (gain, groups) in below.items():
                total = count + more
                if total <= limit and (total not in joined or score + gain > joined[total][0]):
                    joined[total] = (score + gain, kept + groups)
        best = joined
    return best
