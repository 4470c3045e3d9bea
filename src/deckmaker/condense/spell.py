"""Kept words -> the text of a bullet: the article's own characters, with the commas that what is kept still needs."""

import re

from deckmaker.condense.tree import Tree
from deckmaker.condense.who import StandIn
from deckmaker.language.word_lists import SAYING

_SET_OFF = ("appos", "acl", "advcl", "parataxis", "nmod", "obl", "conj", "advmod")
_NOMINAL = ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD")


def spell(
    tree: Tree, kept: set[int], stand_in: StandIn | None = None, unsaid: frozenset[int] = frozenset()
) -> str | None:
    """The text of the kept tokens (punctuation not counted among them); None when it would cut a quotation.

    unsaid are kept tokens that are not written.
    """
    key = frozenset(kept)
    if key not in tree.spelled:
        tree.spelled[key] = _marks(tree, kept)
    marks = tree.spelled[key]
    if marks is None:
        return None
    shown = sorted((kept | marks) - unsaid)
    text, last = "", None
    for i in shown:
        start, end = tree.parse.tokens[i]
        if last is not None and _is_spaced(tree, last, i):
            text += " "
        text += stand_in.text if stand_in and stand_in.token == i else tree.text[start:end]
        last = i
    return re.sub(r"\s+", " ", text)


def _is_spaced(tree: Tree, last: int, i: int) -> bool:
    """Whether a space stands between two tokens that now are neighbours."""
    if last + 1 == i:
        return tree.parse.tokens[last][1] != tree.parse.tokens[i][0]
    if tree.is_mark[i]:
        return tree.parse.tokens[i - 1][1] != tree.parse.tokens[i][0]
    if tree.is_mark[last]:
        return " " in tree.text[tree.parse.tokens[last][1] : tree.parse.tokens[i][0]] and tree.words[last] not in "([“‘"
    return True


def _marks(tree: Tree, kept: set[int]) -> set[int] | None:
    """The punctuation that stays; None when a quotation or bracket would be kept in part."""
    marks = {
        i
        for i in range(tree.size)
        if tree.is_mark[i] and _neighbour(tree, i, -1) in kept and _neighbour(tree, i, 1) in kept
    }
    if _parts_a_pair(tree, kept, marks):
        return None
    for start, end in tree.quotations:
        inside = [i for i in range(start + 1, end) if not tree.is_mark[i]]
        count = sum(i in kept for i in inside)
        marks -= {start, end}
        if count == len(inside) and count:
            marks |= {start, end} | {i for i in range(start + 1, end) if tree.is_mark[i]}
        elif count:
            return None
    return _with_commas(tree, kept, marks | _closing_commas(tree, kept))


def _parts_a_pair(tree: Tree, kept: set[int], marks: set[int]) -> bool:
    """Whether of the two dashes around an aside one is kept, and something on each side of the aside."""
    dashes = [i for i in range(tree.size) if tree.words[i] in ("-", "–", "—", "--")]
    if len(dashes) != 2 or sum(i in marks for i in dashes) != 1:
        return False
    return min(kept) < dashes[0] and max(kept) > dashes[1] and any(dashes[0] < k < dashes[1] for k in kept)


def _closing_commas(tree: Tree, kept: set[int]) -> set[int]:
    """Commas after a gap that still part what they parted: "With the end [of his troubles], one chapter is over"."""
    found = set()
    for i in range(1, tree.size - 1):
        right = _neighbour(tree, i, 1)
        if tree.words[i] != "," or right not in kept or _neighbour(tree, i, -1) in kept:
            continue
        first = i
        while first > 0 and first - 1 not in kept:
            first -= 1
        paired = sum(tree.words[k] == "," for k in range(first, i)) % 2
        bare_verb = tree.tags[first - 1].startswith("VB") and tree.tags[right] in _NOMINAL and paired
        if _is_verb_of(tree, right, first) or bare_verb:  # "the crisis boosted [, to his chagrin,] the prospects"
            continue
        if first and (not paired or _begins_another(tree, first - 1, right)):
            found.add(i)
    return found


def _is_verb_of(tree: Tree, right: int, gap: int) -> bool:
    """Whether the word after a gap is the verb, or its auxiliary, of a subject right before the gap."""
    verb = tree.heads[right] if tree.relations[right].startswith(("aux", "cop", "advmod")) else right
    subject = tree.kid(verb, "nsubj", "nsubj:pass") if verb >= 0 else None
    return (
        subject is not None
        and subject < gap <= right
        and all(k > right or k == subject for k in tree.kids[verb] if k < gap and k > subject)
    )


def _begins_another(tree: Tree, left: int, right: int) -> bool:
    """Whether the word after a gap begins a phrase of its own, not the object or verb of what stands before it."""
    if tree.lower[right] in SAYING:
        return (tree.kid(right, "nsubj") or -1) > right
    if tree.tags[right] not in _NOMINAL:
        return False
    head = right
    while tree.heads[head] > right:
        head = tree.heads[head]
        if tree.relations[head].startswith(("nsubj", "root", "conj", "parataxis")):
            return True
    return tree.heads[head] != left


def _with_commas(tree: Tree, kept: set[int], marks: set[int]) -> set[int]:
    """A phrase that is set off keeps the comma that closes it, also when its own end was cut."""
    for i in range(tree.size):
        if i in kept and tree.relations[i].split(":")[0] in _SET_OFF and tree.is_set_off(i):
            start, end = tree.spans[i]
            first = next(k for k in range(start, end + 1) if k in kept)
            opens, closes = tree.words[start - 1] == ",", end + 1 < tree.size and tree.words[end + 1] == ","
            before, after = any(k in kept for k in range(start)), any(k in kept for k in range(end + 1, tree.size))
            if opens and before and first == start and _neighbour(tree, start - 1, -1) in kept:
                marks.add(start - 1)
            if closes and after and opens and before:
                marks.add(end + 1)
    return marks


def _neighbour(tree: Tree, i: int, step: int) -> int:
    """The nearest token on that side that is not punctuation; -1 beyond the end."""
    i += step
    while 0 <= i < tree.size and tree.is_mark[i]:
        i += step
    return i if 0 <= i < tree.size else -1
