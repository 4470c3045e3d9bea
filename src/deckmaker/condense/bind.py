"""Which words must stay with their head: whoever keeps the head keeps them, so that what is kept stays true and whole.

The relations are those of Universal Dependencies.
"""

from collections.abc import Callable

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import CONDITIONS, LIMITING, NEVER_LOST, OPENERS, PERIODS, SAYING, TIMES, UNNAMED

DROP = 1.5
_MAY_GO = frozenset("advcl acl parataxis conj appos obl nmod advmod discourse vocative dislocated".split())
"""Relations whose words may be left out when the rules below allow it; all others stay."""

_SOFT = frozenset("nmod acl".split())
_STAY = frozenset("nmod:poss nmod:npmod nmod:desc obl:agent".split())
"""Their exceptions."""


def bind(tree: Tree, may_go: Callable[[Tree, int], bool]) -> list[int]:
    """For each token the token whose fate it shares (itself when it may go alone).

    may_go says whether leaving out all that hangs on a token leaves a clean gap.
    """
    owner = list(range(tree.size))
    for i in range(tree.size):
        if tree.heads[i] >= 0 and not tree.is_mark[i] and (_stays(tree, i) or not may_go(tree, i)):
            owner[i] = tree.heads[i]
    return [_top(owner, i) for i in range(tree.size)]


def _top(owner: list[int], i: int) -> int:
    for _ in range(len(owner)):
        if owner[i] == i:
            return i
        i = owner[i]
    return i


def _stays(tree: Tree, i: int) -> bool:
    relation, head = tree.relations[i], tree.heads[i]
    if is_lost_opener(tree, i):
        return False
    if tree.lower[i] in NEVER_LOST and relation in ("advmod", "amod", "det", "case", "obl"):
        return True
    if tree.tags[i] in ("WRB", "WDT", "WP", "WP$") or tree.tags[head] == "CD" or _is_rate(tree, i):
        return True
    if relation == "amod" and _may_lose_adjective(tree, i):
        return False
    kind = relation.split(":")[0]
    if relation in _STAY or kind not in _MAY_GO:
        return True
    if kind in _SOFT and _editor_drops(tree, i):
        return False
    return _RULES[kind](tree, i, head) if kind in _RULES else False


def is_lost_opener(tree: Tree, i: int) -> bool:
    """Whether a word only joins the sentence to the one before ("However", "But", "also")."""
    if tree.relations[i] == "cc":
        return all(tree.is_mark[k] for k in range(i))
    return (tree.lower[i] in OPENERS and tree.relations[i] in ("advmod", "discourse", "mark") and i <= 2) or tree.lower[
        i
    ] == "also"


def _editor_drops(tree: Tree, i: int) -> bool:
    """Whether editors much rather keep the head than what hangs on it here; never a limit such as "of" or "without"."""
    case = _word(tree, tree.kid(i, "case"))
    if (
        case in ("of", "without", "than", "between", "against")
        or tree.lower[i] in NEVER_LOST
        or tree.kid(i, "mark") is not None
    ):
        return False
    below = tree.subtree(i)
    return sum(tree.parse.keep[k] for k in below) / len(below) < tree.parse.keep[tree.heads[i]] - DROP


def _is_rate(tree: Tree, i: int) -> bool:
    """Whether a phrase says how often or per what: "31,000 vehicles a day", "every week", "per household"."""
    first = tree.lower[tree.spans[i][0]]
    if first in ("per", "every", "each"):
        return True
    return first in ("a", "an") and tree.lower[i] in PERIODS


def _may_lose_adjective(tree: Tree, i: int) -> bool:
    """Whether an adjective only colours its noun: unlikely to be kept, not a limit, a degree or a name."""
    colours = tree.tags[i] == "JJ" and tree.words[i].islower() and tree.lower[i] not in LIMITING
    return colours and tree.parse.keep[i] < -1.5 and not tree.kids[i] and tree.kid(tree.heads[i], "det") is not None


def _conj(tree: Tree, i: int, _head: int) -> bool:
    """Nouns in a list stay together; a second clause or a second verb may go."""
    verbal = tree.tags[i].startswith("VB") or tree.kid(i, "cop", "nsubj", "nsubj:pass") is not None
    return not verbal or _word(tree, tree.kid(i, "cc")) == "or"


def _word(tree: Tree, i: int | None) -> str:
    return "" if i is None else tree.lower[i]


def _modifier(tree: Tree, i: int, head: int) -> bool:
    """A phrase after a noun stays when it follows at once and the noun needs it: "of", "the decision to"."""
    if tree.is_set_off(i):
        return False
    if tree.relations[i].startswith("acl"):
        return not _says_some(tree, head)
    case = _word(tree, tree.kid(i, "case"))
    if case in ("of", "between", "against", "without", "than", "among"):
        return True
    return _word(tree, tree.kid(head, "det")) in ("the", "no", "any", "every") and tree.spans[i][0] == head + 1


def _says_some(tree: Tree, noun: int) -> bool:
    """Whether a noun phrase only says that there are some: what holds of "some users who ask" holds of "some users"."""
    marks = [tree.lower[k] for k in tree.kids[noun] if tree.relations[k] in ("det", "nummod")]
    figures = any(tree.tags[k] == "CD" for k in tree.kids[noun])
    verb = tree.heads[noun]
    denied = verb >= 0 and any(tree.lower[k] in ("not", "n't", "never", "no") for k in tree.kids[verb])
    return not denied and (bool({"a", "an", "some", "several"} & set(marks)) or (figures and "the" not in marks))


def _oblique(tree: Tree, i: int, head: int) -> bool:
    """The first phrase right after a verb that has no object: "agreed to a rescue", "depends on the price"."""
    if _is_doubtful_source(tree, i):
        return True
    if "as" in (tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("case", "mark")) and not tree.is_set_off(
        i
    ):
        return True
    if any(tree.lower[k] == "only" and k < head for k in tree.kids[head]):
        return True
    if tree.lower[head] in ("said", "says", "say", "added", "told") or _is_date(tree, i):
        return False
    if tree.spans[i][0] < head or tree.is_set_off(i):
        return _word(tree, tree.kid(i, "case")) in ("without", "despite")
    if tree.tags[head].startswith("JJ"):
        return True
    later = [k for k in tree.kids[head] if k > head and tree.relations[k] not in ("compound:prt", "advmod", "conj")]
    first = min(later, key=lambda k: tree.spans[k][0], default=None)
    return first == i and tree.kid(head, "cop") is None


def _is_date(tree: Tree, i: int) -> bool:
    """Whether a phrase says when: a month, a day of the week, a year."""
    return tree.lower[i] in TIMES or (
        tree.tags[i] == "CD" and tree.words[i][:2] in ("19", "20") and len(tree.words[i]) == 4
    )


def _is_doubtful_source(tree: Tree, i: int) -> bool:
    """Whether a phrase says that somebody unnamed claims this: "according to two people familiar with the matter"."""
    return "according" in (tree.lower[k] for k in tree.kids[i]) and tree.lower[i] in UNNAMED


def _is_speech(tree: Tree, i: int, _head: int) -> bool:
    """Whether token i is the verb of "…, she said"."""
    return tree.lower[i] in SAYING and tree.kid(i, "nsubj") is not None


def _clause(tree: Tree, i: int, head: int) -> bool:
    """A condition changes what is true; so does a clause of purpose or manner right after its verb or adjective."""
    if tree.tags[head].startswith("JJ") and tree.spans[i][0] == head + 1:
        return True
    marks = {tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("mark", "advmod")}
    if marks & CONDITIONS or (marks & {"when", "where", "whenever", "wherever", "once"} and not _is_past(tree, head)):
        return True
    return tree.kid(head, "obj", "obl", "obl:agent") is None and (
        tree.tags[i] == "VB" and not tree.is_set_off(i) and tree.spans[i][0] > tree.heads[i]
    )


def _is_past(tree: Tree, i: int) -> bool:
    """Whether a verb tells what happened; what is or shall be holds only under its conditions."""
    return tree.tags[i] == "VBD" or any(tree.tags[k] == "VBD" for k in tree.kids[i])


def _adverb(tree: Tree, i: int, head: int) -> bool:
    """An adverb that belongs to an adjective, a number or another adverb; or the only thing after a verb."""
    if not tree.tags[head].startswith("VB"):
        return i < head and tree.kid(head, "cop") is None
    after = [k for k in tree.kids[head] if k > head and tree.relations[k] not in ("conj", "advcl", "parataxis")]
    return i > head and after[:1] == [i]


def _apposition(tree: Tree, i: int, _head: int) -> bool:
    return not tree.is_set_off(i)


_RULES = {
    "conj": _conj,
    "nmod": _modifier,
    "acl": _modifier,
    "obl": _oblique,
    "advcl": _clause,
    "advmod": _adverb,
    "appos": _apposition,
    "parataxis": _is_speech,
}
