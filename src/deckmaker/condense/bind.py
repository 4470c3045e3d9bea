"""Which words must stay with their head: whoever keeps the head keeps them, so that what is kept stays true and whole.

The rule is an editor's: only what the writer set off (by commas, dashes or brackets) may go, and of that only what
changes neither scope nor source.  A phrase that stands close by its noun or verb belongs to it.  The relations are
those of Universal Dependencies.
"""

from collections.abc import Callable

from deckmaker.condense.recast import is_cleft
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import CONDITIONS, FOCUS, MONTHS, OPENERS, SAYING, TIMES, WEEKDAYS

_TIMELY = frozenset({"when", "where", "whenever", "wherever", "once"})
_CONTRARY = frozenset({"but", "yet", "or", "nor"})
_SCOPE = frozenset(
    {"according", "by", "of", "within", "per", "without", "despite", "except", "among", "from", "to", "under"}
)
_EXAMPLES = frozenset({"example", "instance", "especially", "particularly", "notably"})
_WHOSE_VIEW = frozenset(
    "many most some others all critics supporters opponents fans analysts experts observers".split()
)
"""People of whom alone something is said, or whose view it is: "For many, it remains …"."""

_DEGREES = frozenset("cases instances respects extent degree".split())
"""Nouns of phrases that say how far it is so: "in some cases"."""

_LIGHT = frozenset({"few", "some", "several", "others", "many", "most", "both", "two", "three", "four", "five"})


def bind(tree: Tree, may_go: Callable[[Tree, int], bool]) -> list[int]:
    """For each token the token whose fate it shares (itself when it may go alone).

    may_go says whether leaving out all that hangs on a token leaves a clean gap.
    """
    owner = list(range(tree.size))
    for i in range(tree.size):
        if tree.heads[i] >= 0 and not tree.is_mark[i] and (not _is_optional(tree, i) or not may_go(tree, i)):
            owner[i] = tree.heads[i]
    return [_top(owner, i) for i in range(tree.size)]


def _top(owner: list[int], i: int) -> int:
    for _ in range(len(owner)):
        if owner[i] == i:
            return i
        i = owner[i]
    return i


def is_lost_opener(tree: Tree, i: int) -> bool:
    """Whether a word only joins the sentence to the one before ("However", "But", "also")."""
    if tree.relations[i] == "cc":
        return tree.lower[i] != "as" and all(tree.is_mark[k] for k in range(i))
    if tree.lower[i] == "also":
        return _is_lost_also(tree, i)
    if i > 2:
        return False
    following = tree.words[i + 1 : i + 2]
    goes_on = following == ("of",) or (tree.words[i] == "Further" and following != (",",))
    joins = tree.lower[i] in OPENERS and tree.relations[i] in ("advmod", "discourse", "mark") and not goes_on
    trails = (
        tree.lower[i] in ("though", "still", "plus", "so", "first", "second", "third")
        and i == 0
        and tree.words[1:2] == (",",)
    )
    return joins or trails


def _is_lost_also(tree: Tree, i: int) -> bool:
    """Whether "also" may go: not where it keeps "is" from being all that is so, as in "success is also down to …"."""
    head = tree.heads[i]
    return head < 0 or (tree.tags[head].startswith("VB") and tree.kid(head, "cop") is None)


def _is_optional(tree: Tree, i: int) -> bool:
    """Whether the rules let a token go with all that hangs on it."""
    if is_lost_opener(tree, i):
        return True
    if _is_in_focus(tree, i) or any(tree.lower[k] in ("but", "not") for k in tree.kids[i]):
        return False
    kind = tree.relations[i].split(":")[0]
    if kind == "obl" and (tree.lower[i] in WEEKDAYS or _is_where_it_was_said(tree, i) or _is_of_late(tree, i)):
        return True
    if kind == "advcl" and _is_backdrop(tree, i):
        return True
    return kind in _RULES and (kind == "conj" or tree.is_set_off(i)) and _RULES[kind](tree, i)


def _is_where_it_was_said(tree: Tree, i: int) -> bool:
    """Whether a phrase only says in what paper or room something was said: "Claure said in the email"."""
    head = tree.heads[i]
    said = tree.lower[head] in ("said", "says", "added", "wrote") and i > head
    return said and _word(tree, tree.kid(i, "case")) in ("in", "at", "during") and _phrase(tree, i)


def _is_of_late(tree: Tree, i: int) -> bool:
    """Whether a phrase at the end only says "last month" or "this weekend" of what happened."""
    first = tree.spans[i][0]
    short = first == i - 1 and tree.lower[first] in ("last", "this") and tree.lower[i] in TIMES
    leans = first > 0 and tree.lower[first - 1] in ("earlier", "later", "early", "late", "until", "since", "from", "of")
    return short and not leans and i > tree.heads[i] and _is_past(tree, tree.heads[i])


def _is_backdrop(tree: Tree, i: int) -> bool:
    """Whether a clause at the end only tells what went on meanwhile: "… as it faced a cash crunch"."""
    marks = [tree.lower[k] for k in tree.kids[i] if tree.relations[k] == "mark"]
    finite = tree.is_finite(i) and tree.kid(i, "nsubj", "nsubj:pass") is not None
    return marks in (["as"], ["while"]) and finite and i > tree.heads[i] and _is_past(tree, tree.heads[i])


def _is_in_focus(tree: Tree, i: int) -> bool:
    """Whether "only" or "even" before the verb speaks of what comes after it, this token too."""
    head = tree.heads[i]
    return i > head and any(k < head and tree.lower[k] in FOCUS for k in tree.kids[head])


def _always(_tree: Tree, _i: int) -> bool:
    return True


def _word(tree: Tree, i: int | None) -> str:
    return "" if i is None else tree.lower[i]


def _conj(tree: Tree, i: int) -> bool:
    """A second clause or verb joined by "and" may go; what "but" or "or" joins, and anything in a list, may not."""
    if sum(tree.relations[k] == "conj" for k in tree.kids[tree.heads[i]]) > 1:
        return False
    head = tree.heads[i]
    if tree.tags[i] == "VBG" and _word(tree, tree.kid(head, "mark", "case")) == "by":
        return False  # "by winning the ball and scoring"
    if tree.kid(i, "obj") is not None and not any(k > head and k != i for k in tree.kids[head]):
        return False  # "inspired and delighted the team"
    verbal = tree.tags[i].startswith("VB") or tree.kid(i, "cop", "nsubj", "nsubj:pass") is not None
    return verbal and _word(tree, tree.kid(i, "cc")) not in _CONTRARY


def _clause(tree: Tree, i: int) -> bool:
    """A condition changes what is true; so does "when" or "where" unless the verb tells what happened."""
    marks = {tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("mark", "advmod")}
    wanted = "to" in marks and i < tree.heads[i] and any(tree.tags[k] == "MD" for k in tree.kids[tree.heads[i]])
    if wanted:
        return False  # "To win the state, he would need their votes"
    return not marks & CONDITIONS and (not marks & _TIMELY or _is_past(tree, tree.heads[i]))


def _is_past(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "VBD" or any(tree.tags[k] == "VBD" for k in tree.kids[i])


def _phrase(tree: Tree, i: int) -> bool:
    """A phrase may go unless it is concrete (a figure, a date, an example), or says by whose account."""
    below = tree.subtree(i)
    if _EXAMPLES & {tree.lower[k] for k in below[:3]}:
        return False
    if tree.lower[i] in _WHOSE_VIEW or _DEGREES & {tree.lower[k] for k in below}:
        return False
    exact = any(tree.tags[k] == "CD" or tree.lower[k].rstrip(".") in MONTHS for k in below)
    return not exact and not _SCOPE & {tree.lower[k] for k in tree.kids[i]}


def _apposition(tree: Tree, i: int) -> bool:
    """A description of a name may go; the name of somebody described, or of "a few", may not."""
    head = tree.heads[i]
    named = tree.tags[i] == "NNP" and (tree.tags[head] != "NNP" or tree.kid(head, "det") is not None)
    return tree.is_aside[i] or not (named or tree.lower[head] in _LIGHT)


def _relative(tree: Tree, i: int) -> bool:
    """What is told of a noun may go, but not who it was that did it."""
    return not is_cleft(tree, tree.heads[i])


def _parataxis(tree: Tree, i: int) -> bool:
    """Whoever says it stays, and so does "it seems"."""
    if tree.lower[i] in ("seems", "seemed", "appears", "appeared"):
        return False
    return not (tree.lower[i] in SAYING and tree.kid(i, "nsubj") is not None)


_RULES: dict[str, Callable[[Tree, int], bool]] = {
    "conj": _conj,
    "advcl": _clause,
    "nmod": _phrase,
    "obl": _phrase,
    "appos": _apposition,
    "parataxis": _parataxis,
    "acl": _relative,
    "discourse": _always,
    "vocative": _always,
}
"""By the relation's first part: whether a phrase that is set off may go; what is not named here stays."""
