"""Other clauses that a sentence states with the same words in the same order: each is a tree of its own.

"Lopes, who led the research" states "Lopes led the research"; "SoftBank agreed to inject cash and to fund a buyout"
states "SoftBank agreed to fund a buyout".
"""

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import HEDGES, SAYING

GONE = -2
"""The head of a token that takes no part in a recast tree."""

_DENIED_BEFORE = frozenset("no without nor neither none nobody nothing".split())
_WHO = frozenset({"who", "which", "that"})
_STAY_WITH_NOUN = ("det", "compound", "flat", "nmod:poss", "nummod", "amod", "case")
_DENIALS = frozenset("not n't n’t never".split())
_SHARED = ("nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "case")


def recast(tree: Tree) -> Iterator[Tree]:
    """Each other tree that the sentence's words make, its root marked by the head -1."""
    for i in range(tree.size):
        if (tree.relations[i] == "acl:relcl" and (found := _relative(tree, i)) is not None) or (
            tree.relations[i] == "conj" and tree.tags[i].startswith("VB") and (found := _second(tree, i)) is not None
        ):
            yield found


def _with(tree: Tree, changes: dict[int, tuple[int, str]]) -> Tree:
    """The tree with other heads and relations for some tokens."""
    heads, relations = list(tree.heads), list(tree.relations)
    for i, (head, relation) in changes.items():
        heads[i], relations[i] = head, relation
    return Tree(tree.text, replace(tree.parse, heads=tuple(heads), relations=tuple(relations)))


def _relative(tree: Tree, verb: int) -> Tree | None:
    """A clause that is set off and begins with who or which, its noun made the subject."""
    noun, who = tree.heads[verb], tree.kid(verb, "nsubj", "nsubj:pass")
    if who is None or tree.lower[who] not in _WHO or not tree.is_finite(verb) or noun < 0 or noun > who:
        return None
    if not tree.is_set_off(verb) or not may_be_meant(tree, noun, who):
        return None
    if any(tree.lower[k] in ("also", "too") for k in tree.kids[verb]) or _speaks(tree, noun):
        return None
    changes = {verb: (-1, "root"), noun: (verb, tree.relations[who]), who: (GONE, "gone")}
    changes |= {k: (GONE, "gone") for k in tree.kids[noun] if k != verb and not _belongs(tree, k)}
    root = next(k for k in range(tree.size) if tree.heads[k] == -1)
    after = [k for k in tree.kids[verb] if k > verb and tree.relations[k] == "obl" and tree.is_set_off(k)]
    changes |= dict.fromkeys(after, (GONE, "gone"))  # "lost Dumba, who sat out a period, to an injury"
    return _with(tree, {root: (GONE, "gone")} | changes)


def _speaks(tree: Tree, noun: int) -> bool:
    """Whether the noun is who says the sentence: then what is said is the news, not who says it."""
    return tree.relations[noun].startswith("nsubj") and tree.lower[tree.heads[noun]] in SAYING


def may_be_meant(tree: Tree, noun: int, who: int) -> bool:
    """Whether the noun stands right before "who" or "which" and is of its kind: a name is who, a thing is which."""
    between = range(noun + 1, who)
    if any(not tree.is_mark[k] and not _belongs(tree, k) and tree.heads[k] != noun for k in between):
        return False
    if tree.lower[who] == "who":
        return tree.tags[noun] in ("NNP", "NN", "NNS", "NNPS")
    return tree.tags[noun] in ("NN", "NNS") and all(tree.is_mark[k] for k in between)


def is_cleft(tree: Tree, noun: int) -> bool:
    """Whether "it was Lind, not Holm, who briefed them": who did it is told by the whole."""
    told = {noun, tree.heads[noun]} if tree.relations[noun] in ("conj", "appos") else {noun}
    return any(tree.lower[k] == "it" for top in told for k in tree.kids[top]) or any(
        tree.lower[k] == "not" for k in tree.kids[noun]
    )


def _belongs(tree: Tree, i: int) -> bool:
    if tree.relations[i] == "nmod":
        case = tree.kid(i, "case")
        return case is not None and tree.lower[case] == "of"
    return tree.relations[i] in _STAY_WITH_NOUN and tree.relations[i] != "case"


def _second(tree: Tree, verb: int) -> Tree | None:
    """The second of two joined verbs in the place of the first, with the first one's subject and auxiliaries."""
    first = tree.heads[verb]
    if not tree.tags[first].startswith("VB") or tree.kid(verb, "nsubj", "nsubj:pass") is not None:
        return None
    if tree.tags[first] != tree.tags[verb] or _DENIED_BEFORE & set(tree.lower[:verb]):
        return None  # "no partner that could scale up and test" does not say that none could test
    if any(k > verb for k in tree.kids[first] if k != verb and tree.relations[k].startswith(("obl", "obj", "advmod"))):
        return None  # "raise or work closely with birds": what follows belongs to both
    denial, joint = _denial(tree, first), tree.kid(verb, "cc")
    if any(tree.lower[k] in HEDGES for k in tree.kids[first]):
        return None  # "reportedly dropped a bomb and killed four": that it killed is reported too
    if denial is None and joint is not None and tree.lower[joint] == "or":
        return None  # "to recall the notices or face a strike" does not say that they are to face one
    if denial is not None and (joint is None or tree.lower[joint] not in ("or", "nor")):
        return None  # "did not sign and publish" does not say that it did not publish
    changes = {verb: (tree.heads[first], tree.relations[first]), first: (GONE, "gone")}
    changes |= {k: (GONE, "gone") for k in tree.kids[verb] if tree.relations[k] == "cc"}
    if denial is not None:
        changes[denial] = (verb, tree.relations[denial])
    own = {tree.relations[k].split(":")[0] for k in tree.kids[verb]}
    for k in tree.kids[first]:
        if k < first and tree.relations[k] in _SHARED and tree.relations[k].split(":")[0] not in own:
            changes[k] = (verb, tree.relations[k])
    return _with(tree, changes)


def _denial(tree: Tree, verb: int) -> int | None:
    """The word before a verb that denies it: "can't manage or deliver" states "can't deliver"."""
    return next((k for k in tree.kids[verb] if k < verb and tree.lower[k] in _DENIALS), None)
