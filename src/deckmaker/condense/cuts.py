"""Whether what was left out leaves a clean join: checks on the words at each gap, so that a wrong tree does no harm."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckmaker.condense.recast import GONE
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import MONTHS, SAYING, TIMES

_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_MAY_START_A_CUT = frozenset({"IN", "RB", "RBR", "RBS", "VBG"})
_NOMINAL = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "PRP"})
_STOPS = frozenset({",", ";", ":", "–", "—", "-", "--", "(", ")", "[", "]"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_LEFT_OPEN = frozenset({"DT", "PRP$", "IN", "TO", "CC", "MD", "WDT", "WP", "WP$", "POS", "PDT"})
_NEEDED = frozenset({"of", "that", "than", "whether", "if", "unless", "without", "until"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of words left out: its first and last token, and the kept words around it (None at an end)."""

    first: int
    last: int
    left: int | None
    right: int | None
    opened: bool
    closed: bool


def cuts_cleanly(tree: Tree, kept: set[int], root: int) -> bool:
    """Whether every gap between the kept tokens is one that an editor would leave, and like is joined with like."""
    return not any(_joins_unlike(tree, kept, i) for i in kept) and all(
        _is_clean(tree, gap, root) and not _splits_a_name(tree, gap) for gap in _gaps(tree, kept)
    )


def _joins_unlike(tree: Tree, kept: set[int], i: int) -> bool:
    """Whether "and" joins a verb with a noun, or "doing" with another form: then one of the two lost its partner."""
    head = tree.heads[i]
    if tree.relations[i] != "conj" or head not in kept:
        return False
    mark = tree.kid(i, "mark")
    if mark in kept and tree.lower[mark or 0] == "that" and tree.relations[head] != "ccomp":
        return True  # "gave a talk [, telling them to believe] and that …"
    if not tree.tags[head].startswith("VB"):
        return False
    if tree.tags[i] == "VBG":
        return tree.tags[head] != "VBG"
    return tree.tags[i].startswith("NN") and tree.kid(i, "cop", "nsubj") is None


def leaves_a_clean_gap(tree: Tree, i: int) -> bool:
    """Whether all that hangs on token i may be left out, as far as the words around it tell."""
    below = set(tree.subtree(i))
    kept = {k for k in tree.subtree(tree.heads.index(-1)) if k not in below}
    return cuts_cleanly(tree, kept, tree.heads.index(-1))


def ends_cleanly(tree: Tree, last: int, following: int) -> bool:
    """Whether a bullet may end with a token whose detail, from the following token on, stands below it."""
    if last + 1 == following:
        has_lost_object = tree.tags[last].startswith("VB") and tree.tags[following] in _NOMINAL | {"$"}
        if has_lost_object or _is_one(tree, last, following):
            return False
    return tree.tags[last] not in _LEFT_OPEN


def _gaps(tree: Tree, kept: set[int]) -> Iterator[Gap]:
    """The runs of words left out; an aside in brackets is one by itself."""
    words = [i for i in range(tree.size) if not tree.is_mark[i]]
    start, left = 0, None
    while start < len(words):
        if words[start] in kept:
            left = words[start]
            start += 1
            continue
        end = start + 1
        while end < len(words) and words[end] not in kept and not _closes_aside(tree, words[end]):
            end += 1
        right = next((i for i in words[end:] if i in kept), None)
        yield _gap(tree, words[start], words[end - 1], left, right)
        start = end


def _closes_aside(tree: Tree, i: int) -> bool:
    """Whether a bracket closes right before a word."""
    return i > 0 and tree.words[i - 1] in (")", "]")


def _gap(tree: Tree, first: int, last: int, left: int | None, right: int | None) -> Gap:
    opened = first > 0 and tree.words[first - 1] in _STOPS and not _closes_aside(tree, first)
    closed = last + 1 < tree.size and tree.words[last + 1] in _STOPS
    return Gap(first, last, left, right, opened, closed)


def _is_clean(tree: Tree, gap: Gap, root: int) -> bool:
    if gap.left is not None and gap.right is not None and _is_recast(tree, gap):
        return True
    if gap.left is None:
        return gap.right is not None and _is_clean_start(tree, gap, root)
    if (tree.tags[gap.left] in _LEFT_OPEN and not gap.opened) or _cuts_a_list(tree, gap) or _halves(tree, gap):
        return False
    if gap.right is None:
        return tree.tags[gap.first] not in _FINITE and (gap.opened or _may_be_cut(tree, gap.first))
    if tree.tags[gap.left] == "RB" and tree.tags[gap.first] == "IN" and gap.first <= 2 and gap.closed:
        return False  # "Late [on Friday], …"
    if (
        tree.tags[gap.left] == "RB"
        and not gap.closed
        and tree.heads[gap.left] > gap.right
        and tree.tags[gap.first] == "DT"
    ):
        return False  # "often [the only occasion] a leader faces the media"
    return _is_clean_middle(tree, gap, gap.right)


def _halves(tree: Tree, gap: Gap) -> bool:
    """Whether "between … [and …]" or "both … [and …]" loses its other half."""
    before = tree.lower[max(0, gap.first - 9) : gap.first]
    return tree.lower[gap.first] == "and" and bool({"between", "both"} & set(before)) and "and" not in before


def _cuts_a_list(tree: Tree, gap: Gap) -> bool:
    """Whether a list loses its end: "drills, ladders [, saws and pumps]", "raise, reduce [and improve …]"."""
    left = gap.left
    after = gap.first + 1
    if tree.tags[gap.first] == "CC" and after < tree.size and tree.tags[after].startswith("VB"):
        listed = [k for k in range(after) if tree.relations[k] == "conj" and tree.tags[k] == tree.tags[after]]
        if any(tree.kid(k, "cc") is None for k in listed):
            return True
    if (
        left is None
        or tree.words[gap.first - 1] != ","
        or tree.tags[left] not in _NOMINAL
        or tree.lower[gap.last] in TIMES
    ):
        return False
    rest = (
        tree.tags[gap.first + 1 : gap.first + 2]
        if tree.tags[gap.first] == "CC"
        else tree.tags[gap.first : gap.first + 1]
    )
    before = [k for k in range(max(0, left - 12), left) if tree.words[k] == ","]
    return bool(rest) and rest[0] in _NOMINAL and bool(before) and tree.tags[before[-1] - 1] in _NOMINAL


def _is_recast(tree: Tree, gap: Gap) -> bool:
    """Whether the gap is what a recast tree left out: up to "and" before a second verb, or a lone who or which."""
    if tree.heads[gap.last] != GONE:
        return False
    return tree.tags[gap.last] == "CC" or (gap.first == gap.last and tree.tags[gap.last] in _RELATIVES)


def _is_clean_start(tree: Tree, gap: Gap, root: int) -> bool:
    """A cut at the start ends at a comma, or is only joining words, or what is kept is a clause of its own."""
    if GONE in tree.heads and tree.tags[gap.last] not in _LEFT_OPEN:
        return True
    joining = all(
        tree.relations[i] in ("cc", "mark", "advmod", "discourse")
        for i in range(gap.first, gap.last + 1)
        if not tree.is_mark[i]
    )
    said = tree.heads[root] == gap.last and tree.lower[gap.last] in SAYING
    return gap.closed or joining or said or (tree.heads[root] >= 0 and tree.relations[gap.last] in ("mark", "cc"))


def _is_clean_middle(tree: Tree, gap: Gap, right: int) -> bool:
    if gap.opened and gap.closed:
        return not _described_the_last(tree, gap, right)
    if tree.tags[right] in _RELATIVES or tree.lower[right] == "of":
        return False
    if gap.closed and tree.tags[right] in _NOMINAL and _goes_on_as_list(tree, right):
        return False
    if tree.tags[right] in _FINITE:
        return not gap.opened and _is_its_subject(tree, gap.left, right) and _may_be_cut(tree, gap.first)
    if gap.opened:
        things = tree.tags[right] == "CC" and tree.tags[tree.heads[right]] in _NOMINAL  # "[, the world] and champion"
        return tree.tags[right] in ("IN", "CC", "TO", "RB") and not things
    if tree.tags[gap.last].startswith("VB") and tree.tags[right] in ("IN", "TO", "RP", "DT", "PRP$") and not gap.closed:
        return False
    return _may_be_cut(tree, gap.first)


def _described_the_last(tree: Tree, gap: Gap, right: int) -> bool:
    """Whether what follows the gap tells of the last of its examples: "[, including Ely and Orm,] the largest town"."""
    if tree.lower[gap.first] not in ("including", "such", "like"):
        return False
    return any(tree.relations[k] == "appos" and tree.spans[k][0] == right for k in range(right, tree.size))


def _goes_on_as_list(tree: Tree, i: int) -> bool:
    """Whether a comma and "and" come before the next verb: then token i is one more thing in a list."""
    for k in range(i, tree.size):
        if tree.tags[k] in _FINITE:
            return False
        if tree.tags[k] == "CC" and k > 0 and tree.words[k - 1] == ",":
            return True
    return False


def _is_its_subject(tree: Tree, left: int | None, verb: int) -> bool:
    """Whether the word before the gap is, or ends, the subject of the verb after it."""
    head = verb if not tree.relations[verb].startswith(("aux", "cop")) else tree.heads[verb]
    while left is not None and left >= 0 and left != head:
        if tree.relations[left].startswith("nsubj"):
            return tree.heads[left] == head
        left = tree.heads[left]
    return False


def _may_be_cut(tree: Tree, i: int) -> bool:
    """Whether a phrase without a comma before it may be left out when it begins with this word."""
    if tree.lower[i] in _NEEDED or tree.tags[i] in _RELATIVES:
        return False
    if tree.tags[i] == "CC":
        return i + 1 < tree.size and (tree.tags[i + 1] in _FINITE | {"TO", "PRP", "EX"} or _is_second_verb(tree, i + 1))
    return (
        tree.tags[i] in _MAY_START_A_CUT
        or tree.relations[i].startswith(("obl", "nmod:", "advcl", "cc"))
        or _is_time(tree, i)
    )


def _is_second_verb(tree: Tree, i: int) -> bool:
    """Whether token i is a verb joined to one of its form that has what it needs ("could scale up and test them")."""
    head = tree.heads[i]
    joined = (
        head >= 0 and tree.relations[i] == "conj" and tree.tags[i] == tree.tags[head] and tree.tags[i].startswith("VB")
    )
    return joined and (tree.kid(head, "obj", "xcomp", "ccomp") or i) < i


def _is_time(tree: Tree, i: int) -> bool:
    """Whether the word begins a time without a preposition ("last month", "Tuesday")."""
    head = tree.heads[i]
    return (
        head >= 0
        and tree.relations[head] in ("obl:unmarked", "obl:tmod", "nmod:unmarked", "nmod:tmod")
        and tree.heads[head] < i
    )


def _splits_a_name(tree: Tree, gap: Gap) -> bool:
    """Whether a kept word next to the gap belongs to a name, a date or a figure with the word cut beside it."""
    pairs = [(gap.left, gap.first), (gap.last, gap.right)]
    return any(a is not None and b is not None and a + 1 == b and _is_one(tree, a, b) for a, b in pairs)


def _is_one(tree: Tree, a: int, b: int) -> bool:
    tags = tree.tags[a], tree.tags[b]
    if tree.lower[a].rstrip(".") in MONTHS and tags[1] == "CD":
        return True
    if tags[0] in ("CD", "$", "#") or tree.words[a] in "$€£":
        return tags[1] in ("CD", "NN", "NNS", "JJ", "NNP") or tree.lower[b] in ("%", "percent", "per")
    return all(tag in ("NNP", "NNPS") for tag in tags)
