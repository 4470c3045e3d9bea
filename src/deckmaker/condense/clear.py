"""Whether a sentence says by itself of whom it speaks: stricter than for a bullet, as nothing stands around it."""

import re

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import SAYING

_SUBJECTS = ("nsubj", "nsubj:pass")
_BODIES = frozenset(
    """company firm agency group team department organization organisation ministry university bank startup business
    bureau committee commission council court hospital school institute program programme study report""".split()
)
"""Nouns that with a bare "the" stand for a name said before, wherever they stand."""

_BARE_THE = re.compile(r"the (?:government|president|economy|world)\b", re.IGNORECASE)
_JOINTS = frozenset({";", ":", "–", "—", "--"})
_PERSONS = frozenset("he she him his her hers himself herself it they them i we our ours us my me you your".split())


def is_clear(tree: Tree) -> bool:
    """Whether a sentence is one clause or clauses with a verb, and says of whom it speaks."""
    said = any(tree.heads[i] < 0 and _is_said(tree, i) for i in range(tree.size))
    return said and not _JOINTS & set(tree.words) and not _is_vague(tree) and not _is_spliced(tree)


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


def _is_vague(tree: Tree) -> bool:
    """Whether a bare "the company" or a person's pronoun stands there, which only the sentence before explains."""
    bare = any(_is_bare(tree, i) for i in range(tree.size) if tree.tags[i] in ("NN", "NNS"))
    return bare or any(word in _PERSONS or (word in ("its", "their") and i < 2) for i, word in enumerate(tree.lower))


def _is_bare(tree: Tree, i: int) -> bool:
    words = [
        tree.lower[k] for k in tree.subtree(i) if tree.lower[k] not in ("itself", "themselves", "'s", "of", "in", "for")
    ]
    if len(words) != 2 or words[0] not in ("the", "both", "all", "this", "these"):
        return False
    return tree.lower[i] in _BODIES or (tree.relations[i] in _SUBJECTS and not _BARE_THE.match(" ".join(words)))
