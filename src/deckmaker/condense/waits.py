"""Whether what stays of a sentence waits for what is taken off: "enough … to", "between A and …", "urged them to …"."""

from collections.abc import Iterator

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import TIMES

_ASKING = frozenset(
    """urge urges urged urging oblige obliges obliged compel compels compelled call calls called ask asks asked asking
    tell tells told telling order orders ordered force forces forced allow allows allowed expect expects expected
    want wants wanted help helps helped enable enables enabled require requires required persuade persuaded convince
    convinced encourage encourages encouraged invite invited push pushed pushing press pressed pressing choose chose
    chosen select selected hire hired appoint appointed nominate nominated lead leads led permit permits permitted
    warn warned advise advised""".split()
)
"""Verbs that wait for "to do" after whom they are about."""

_CHANCES = frozenset(
    """opportunity opportunities chance chances ability right rights attempt attempts effort efforts way ways need
    willingness permission time reason reasons""".split()
)
"""Nouns that say little without what may be done."""

WAITING = frozenset(
    """one each both either depends depend depended relies largely mainly mostly partly back directly just right exactly
    shortly immediately""".split()
)
"""Words that a bullet cannot end with when more follows."""

_GIVING = frozenset("give gives gave given giving hand hands handed offer offers offered lend lent".split())
"""Verbs that wait for "to" whom."""

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


def lacks_its_half(tree: Tree, kept: set[int]) -> bool:
    """Whether half of a pair is kept: "either …" without "or", "as keen" without "as …", "from A" without "to B"."""
    return any(_is_half(tree, kept, i) for i in kept)


def _is_half(tree: Tree, kept: set[int], i: int) -> bool:
    word, head = tree.lower[i], tree.heads[i]
    if word == "either" and tree.relations[i].startswith(("cc", "advmod")):
        return not any(k > i and tree.lower[k] == "or" for k in kept)
    if word == "as" and tree.relations[i] == "advmod" and tree.tags[head][:2] in ("JJ", "RB"):
        return any(tree.lower[k] == "as" and k not in kept for k in range(head + 1, min(tree.size, head + 8)))
    if word == "from" and tree.relations[i] == "case":
        others = (k for k in tree.kids[tree.heads[head]] if k > head and k not in kept)
        return any(tree.lower[k] == "to" for other in others for k in tree.kids[other] if tree.relations[k] == "case")
    if word in _GIVING:
        given = [k for k in tree.kids[i] if tree.relations[k] == "obj"]
        others = (
            m for k in (i, *given) for m in tree.kids[k] if m not in kept and tree.relations[m] in ("obl", "nmod")
        )
        return bool(given) and any(tree.lower[tree.spans[m][0]] == "to" for m in others)
    return word in ("saying", "telling", "adding") and _has_lost_what_is_said(tree, kept, i)


def _has_lost_what_is_said(tree: Tree, kept: set[int], verb: int) -> bool:
    said = [k for k in tree.kids[verb] if tree.relations[k] in ("ccomp", "parataxis", "obj")]
    quoted = any(tree.words[k] in ('"', "“", "‘") for k in range(verb + 1, tree.size))
    return not any(k in kept for k in said) and bool(said or quoted)


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
        described = tree.relations[i].startswith("acl")  # "requires firms [that keep records] to follow rules"
        if tree.heads[i] < 0 or (tree.tags[i].startswith("VB") and not described):
            return
        i = tree.heads[i]
