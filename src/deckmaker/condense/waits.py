"""Whether what stays of a sentence waits for what is taken off: "enough … to", "between A and …", "urged them to …"."""

from collections.abc import Iterator

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import TIMES

_ASKING = frozenset(
    """urge urges urged urging ask asks asked asking tell tells told telling order orders ordered force forces forced
    allow allows allowed expect expects expected want wants wanted help helps helped enable enables enabled require
    requires required persuade persuaded convince convinced encourage encourages encouraged invite invited push pushed
    pushing press pressed pressing choose chose chosen select selected hire hired appoint appointed nominate nominated
    lead leads led permit permits permitted warn warned advise advised""".split()
)
"""Verbs that wait for "to do" after whom they are about."""

_CHANCES = frozenset(
    """opportunity opportunities chance chances ability right rights attempt attempts effort efforts way ways need
    willingness permission time reason reasons""".split()
)
"""Nouns that say little without what may be done."""

WAITING = frozenset("one each both either depends depend depended relies largely mainly mostly partly back".split())
"""Words that a bullet cannot end with when more follows."""

_SHORT_TIMES = frozenset("hour hours minute minutes moment moments second seconds".split())


def asks_for_more(tree: Tree, rest: frozenset[int], taken: frozenset[int]) -> bool:
    """Whether what stays waits for what is taken: "enough … to", "from … to", "months after", "one of 17"."""
    first, last = tree.lower[min(taken)], max(rest)
    if tree.lower[min(taken) + 1 : min(taken) + 2] == (tree.lower[last],):
        return True  # "round after round"
    if first == "and" and ({"between", "both"} & {tree.lower[k] for k in rest if last - 9 < k}):
        return True
    if _is_listed(tree, rest, min(taken)):
        return True
    if first == "to" and tree.lower[last] in _CHANCES:
        return True
    if first == "to" and any(tree.lower[k] in _ASKING for k in _verbs_above(tree, last)):
        return True
    near = {tree.lower[k] for k in rest if last - 5 < k <= last}
    if first in ("to", "being", "that") and {"enough", "too", "so"} & near:
        return True
    if first == "to" and "from" in near and tree.tags[min(taken) + 1] != "VB":
        return True
    if first in ("after", "before", "since") and tree.lower[last] in TIMES | _SHORT_TIMES:
        before = [k for k in tree.kids[last] if tree.lower[k] != "for"]
        lasting = len(before) < len(tree.kids[last])  # "has avoided arrest for seven years"
        return not lasting and any(tree.tags[k] == "CD" or tree.lower[k] in ("few", "several", "the") for k in before)
    return (tree.tags[last] == "CD" and tree.words[last].isalpha()) or tree.lower[last] in WAITING


def _is_listed(tree: Tree, rest: frozenset[int], joint: int) -> bool:
    """Whether "and" is the last joint of a list whose other things stay: "service, sharing [and openness]"."""
    if tree.relations[joint] != "cc":
        return False
    last = tree.heads[joint]
    others = [k for k in rest if tree.relations[k] == "conj" and tree.heads[k] == tree.heads[last]]
    return any(tree.kid(k, "cc") is None for k in others)


def _verbs_above(tree: Tree, i: int) -> Iterator[int]:
    """What a token hangs on, up to the next verb."""
    for _ in range(tree.size):
        yield i
        if tree.heads[i] < 0 or tree.tags[i].startswith("VB"):
            return
        i = tree.heads[i]
