"""Whether a sentence says by itself of whom it speaks: stricter than for a bullet, as nothing stands around it."""

import re
from collections.abc import Iterable

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import SAYING, SPANS_OF_TIME
from deckmaker.language.words import stem

_SUBJECTS = ("nsubj", "nsubj:pass")
_BODIES = frozenset(
    """company firm agency group team department organization organisation ministry university bank startup business
    bureau committee commission council court hospital school institute program programme study report""".split()
)
"""Nouns that with a bare "the" stand for a name said before, wherever they stand."""

_BARE_THE = re.compile(r"the (?:government|president|economy|world)\b", re.IGNORECASE)
_JOINTS = frozenset({";", ":", "–", "—", "--"})
_SOME = frozenset("many some others most few all both one each another several".split())
_PERSONS = frozenset("he she him his her hers himself herself it they them i we our ours us my me you your".split())


def is_clear(tree: Tree, title: frozenset[str]) -> bool:
    """Whether a sentence is one clause or clauses with a verb, and says of whom it speaks.

    title holds the stems of the article's title: what it names, "the bridge" may mean.
    """
    said = any(tree.heads[i] < 0 and _is_said(tree, i) for i in range(tree.size))
    return said and not _JOINTS & set(tree.words) and not _is_vague(tree, title) and not _is_spliced(tree)


def names_something(tree: Tree, title: frozenset[str], tokens: Iterable[int]) -> bool:
    """Whether a name, or a word of the article's title, is among the tokens."""
    return any(
        tree.tags[i] in ("NNP", "NNPS") or (i > 0 and tree.words[i][:1].isupper()) or stem(tree.words[i]) in title
        for i in tokens
    )


def _is_spliced(tree: Tree) -> bool:
    """Whether two clauses stand side by side with a comma alone, or a name behind "a boat" that begins a clause."""
    for i in range(tree.size):
        head = tree.heads[i]
        if head < 0 or SAYING & {tree.lower[i], tree.lower[head]}:
            continue
        if tree.relations[i] in ("parataxis", "ccomp", "advcl") and _is_said(tree, i) and _is_unmarked(tree, i):
            return True
        if tree.relations[i] == "appos" and i == head + 1 and tree.tags[i] == "NNP" and _has_a(tree, head):
            return True
    return False


def _is_unmarked(tree: Tree, i: int) -> bool:
    """Whether a comma and no joining word stands between a clause and its head."""
    joined = any(tree.tags[k] in ("IN", "WRB", "WDT", "WP", "CC") for k in range(*tree.spans[i]))
    low, high = sorted((i, tree.heads[i]))
    return "," in tree.words[low:high] and not (joined and tree.kid(i, "mark", "advmod", "cc") is not None)


def _has_a(tree: Tree, i: int) -> bool:
    det = tree.kid(i, "det")
    return det is not None and tree.lower[det] in ("a", "an")


def _is_said(tree: Tree, i: int) -> bool:
    """Whether a token is a verb with tense, or one that the tagger may have taken for a participle, with a subject."""
    return tree.kid(i, *_SUBJECTS, "expl", "csubj") is not None and (tree.is_finite(i) or tree.tags[i] == "VBN")


def _is_vague(tree: Tree, title: frozenset[str]) -> bool:
    """Whether a bare "the company" or a person's pronoun stands there, which only the sentence before explains."""
    return any(
        _is_pronoun(tree, i) or _points_back(tree, i) or (_is_bare(tree, i) and stem(tree.words[i]) not in title)
        for i in range(tree.size)
    )


def _is_pronoun(tree: Tree, i: int) -> bool:
    """Whether a token is a person's pronoun (not the US or IT), a lone "many", or begins with "its"."""
    if tree.words[i].isupper() and len(tree.words[i]) > 1:
        return False
    alone = tree.lower[i] in _SOME and tree.relations[i] in _SUBJECTS and not tree.kids[i]
    return alone or tree.lower[i] in _PERSONS or (tree.lower[i] in ("its", "their") and i < 2)


def _points_back(tree: Tree, i: int) -> bool:
    """Whether "such a path" or "this path" stands there; "such as" and "this week" point nowhere."""
    after = tree.lower[i + 1] if i + 1 < tree.size else ""
    if tree.lower[i] == "such":
        return after != "as"
    return tree.lower[i] in ("this", "these", "those") and after not in SPANS_OF_TIME


def _is_bare(tree: Tree, i: int) -> bool:
    """Whether a token is a noun with nothing but "the" before it, as a subject or naming a body."""
    if tree.tags[i] not in ("NN", "NNS"):
        return False
    words = [
        tree.lower[k] for k in tree.subtree(i) if tree.lower[k] not in ("itself", "themselves", "'s", "of", "in", "for")
    ]
    if len(words) != 2 or words[0] not in ("the", "both", "all", "this", "these"):
        return False
    return tree.lower[i] in _BODIES or (
        tree.relations[i] in _SUBJECTS and tree.tags[i] == "NN" and not _BARE_THE.match(" ".join(words))
    )
