"""The best dependency tree under given scores: maximum spanning arborescence with a single root."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.intp]

_NEVER = np.float32(-1e9)


def best_tree(scores: Scores) -> Heads:
    """The head of each token, 0 for the one root, else the head's number counted from 1.

    scores[d, h] says how well token d (from 0) hangs on h (0: the root, else a token counted from 1).
    """
    n = len(scores)
    square = np.full((n + 1, n + 1), _NEVER, np.float32)
    square[1:] = scores - scores.max(axis=1, keepdims=True)
    square[np.arange(n + 1), np.arange(n + 1)] = _NEVER
    heads = _arborescence(square)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        trees = [_arborescence(_rooted_at(square, root)) for root in roots.tolist()]
        heads = max(trees, key=lambda tree: float(square[np.arange(1, n + 1), tree[1:]].sum()))
    found: Heads = heads[1:]
    return found


def _rooted_at(square: Scores, root: int) -> Scores:
    """The scores that leave only one token to hang on the root."""
    single = square.copy()
    single[1:, 0] = _NEVER
    single[root] = _NEVER
    single[root, 0] = 0
    return single


def _arborescence(square: Scores) -> Heads:
    """Chu and Liu's, Edmonds's: take every node's best head, shrink a cycle to one node, repeat; node 0 is the root."""
    heads: Heads = square.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    ring = np.array(cycle)
    rest = np.setdiff1d(np.arange(len(square)), ring)
    gain = square[ring] - square[ring, heads[ring]][:, None]  # what it costs to break the cycle at each of its nodes
    enter = gain[:, rest].argmax(axis=0)
    leave = square[np.ix_(rest, ring)].argmax(axis=1)
    smaller = np.full((len(rest) + 1, len(rest) + 1), _NEVER, np.float32)
    smaller[:-1, :-1] = square[np.ix_(rest, rest)]
    smaller[:-1, -1] = square[rest, ring[leave]]
    smaller[-1, :-1] = gain[enter, rest]
    smaller[0] = _NEVER
    chosen = _arborescence(smaller)
    for node, head in zip(rest[1:].tolist(), chosen[1:-1].tolist(), strict=True):
        heads[node] = rest[head] if head < len(rest) else ring[leave[np.searchsorted(rest, node)]]
    heads[ring[enter[chosen[-1]]]] = rest[chosen[-1]]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of one cycle, empty when there is none."""
    state = [0] * len(heads)  # 0 unseen, else the number of the walk that saw it
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not state[node]:
            state[node] = start
            node = heads[node]
        if state[node] == start:
            ring = [node]
            while heads[ring[-1]] != node:
                ring.append(heads[ring[-1]])
            return ring
    return []
