"""Whether a phrase can be taken off a sentence without breaking it: a linear model over what the tree shows.

Its weights (detach.json) were fitted on 3,200 cuts of news and guidance sentences, each judged by a language
model: is what remains grammatical, complete English?  training/detach.py fits them again.
"""

import json
import math
from functools import cache
from importlib.resources import files

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import TIMES

Features = dict[str, float]

_SIZES = ((2, "1"), (3, "2"), (4, "3"), (7, "4-6"), (11, "7-10"))


def holds_without(tree: Tree, i: int) -> float:
    """The probability that the sentence holds without all that hangs on token i."""
    weights = _weights()
    total = math.fsum(weights.get(name, 0.0) * value for name, value in features(tree, i).items())
    return 1 / (1 + math.exp(-total - weights["bias"]))


@cache
def _weights() -> dict[str, float]:
    text = files("deckmaker.condense").joinpath("detach.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights


def features(tree: Tree, i: int) -> Features:
    """What is seen of a phrase and of what it hangs on, as plain numbers by name; absent is 0."""
    kind = tree.relations[i].split(":")[0]
    found = _of_phrase(tree, i, kind) | _of_head(tree, i, kind) | _of_odds(tree, i)
    return {name: float(value) for name, value in found.items() if value}


def _of_phrase(tree: Tree, i: int, kind: str) -> Features:
    """The phrase: its relation, first word, size and place in the sentence."""
    below = tree.subtree(i)
    first, last = below[0], below[-1]
    set_off = "off" if tree.is_set_off(i) else "in"
    size = next((name for most, name in _SIZES if len(below) < most), "11+")
    return {
        f"relation {tree.relations[i]}": 1,
        f"{kind} {set_off}": 1,
        f"begins {tree.lower[first]}": 1,
        f"tag {tree.tags[i]}": 1,
        f"size {size}": 1,
        f"{kind} size {size}": 1,
        "share": len(below) / tree.size,
        "at start": first <= 1,
        "at end": last >= tree.size - 2,
        "figure": any(tree.tags[k] == "CD" for k in below),
        "name": any(tree.tags[k] == "NNP" for k in below),
        "finite": tree.is_finite(i),
        f"{kind} finite": tree.is_finite(i),
        "time": tree.lower[i].rstrip(".") in TIMES,
        "negated": any(tree.lower[k] in ("not", "n't", "but", "only", "never") for k in below),
        "near a quote": any(tree.words[k] in '"“”' for k in range(max(0, first - 1), min(tree.size, last + 2))),
        "whole": last - first + 1 == len(below),
    }


def _of_head(tree: Tree, i: int, kind: str) -> Features:
    """What the phrase hangs on: its kind, how near it stands, and what else hangs there."""
    head = tree.heads[i]
    first = tree.subtree(i)[0]
    article = tree.kid(head, "det")
    has_object = tree.kid(head, "obj", "xcomp", "ccomp") is not None
    return {
        f"head {tree.tags[head]}": 1,
        f"head is {tree.relations[head].split(':')[0]}": 1,
        f"{kind} of {'-' if article is None else tree.lower[article]}": 1,
        f"{kind} next to head": first == head + 1,
        "distance": min(abs(first - head), 8) / 8,
        "head is root": tree.heads[head] < 0,
        f"{kind} beside object": has_object,
        "passive": tree.kid(head, "aux:pass") is not None,
        f"{kind} of copula": tree.kid(head, "cop") is not None,
        "more after": sum(k > i for k in tree.kids[head]),
        "others": sum(tree.relations[k].startswith(("obl", "advcl")) and k != i for k in tree.kids[head]),
        "depth": _depth(tree, i),
    }


def _of_odds(tree: Tree, i: int) -> Features:
    """How likely an editor keeps the phrase and its head, as the network sees it."""
    keep = [tree.parse.keep[k] for k in tree.subtree(i)]
    head = tree.parse.keep[tree.heads[i]]
    return {
        "keep most": max(keep),
        "keep mean": math.fsum(keep) / len(keep),
        "keep first": keep[0],
        "keep head": head,
        "keep less than head": head - tree.parse.keep[i],
    }


def _depth(tree: Tree, i: int) -> int:
    depth = 0
    while tree.heads[i] >= 0 and depth < tree.size:
        i, depth = tree.heads[i], depth + 1
    return depth
