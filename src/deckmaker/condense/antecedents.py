"""Where the article first told of what "this grant" means: a bullet may say it once that sentence is a bullet."""

from collections.abc import Sequence

from deckmaker.condense.tree import Tree
from deckmaker.document import Place
from deckmaker.language.word_lists import SPANS_OF_TIME
from deckmaker.language.words import stem

FARTHEST = 25
"""How many sentences back the thing may have been told of."""

NEAREST = 3
"""So many of the nearest sentences that tell of it will do."""

POINTING = frozenset("this that these those".split())

_ANYTHING = frozenset(
    """way ways time times day days case cases kind kinds sort type types point points part parts number numbers reason
    reasons fact facts thing things people person man woman end side level moment place area word words term terms
    question example issue step""".split()
)
"""Nouns that come back without meaning the same thing."""

_DESCRIBING = frozenset("amod nmod nmod:poss compound nummod".split())

Told = tuple[Place, str]
"""A sentence and the stem of the noun by which it tells of something."""


def antecedents(lines: Sequence[tuple[Place, Tree]]) -> list[dict[int, frozenset[Told]]]:
    """For each sentence: "this" before a noun -> the nearest sentences before that tell of one with that noun.

    What only points itself ("the grant", "this grant") tells of nothing; one thing and several are told apart.
    """
    told: dict[tuple[str, str], list[tuple[int, Place]]] = {}
    found: list[dict[int, frozenset[Told]]] = []
    for number, (place, tree) in enumerate(lines):
        pointing: dict[int, frozenset[Told]] = {}
        for i in range(tree.size):
            noun = tree.heads[i]
            if tree.lower[i] not in POINTING or tree.relations[i] != "det" or tree.is_quoted[i] or noun < i:
                continue
            if tree.lower[i + 1] in SPANS_OF_TIME:
                continue  # "this year's overspend"
            key = (stem(tree.words[noun]), tree.tags[noun])
            near = [where for at, where in told.get(key, [])[-NEAREST:] if number - at <= FARTHEST]
            if near and tree.lower[noun] not in _ANYTHING:
                pointing[i] = frozenset((where, key[0]) for where in near)
        found.append(pointing)
        for key in {(stem(tree.words[i]), tree.tags[i]) for i in range(tree.size) if _tells(tree, i)}:
            told.setdefault(key, []).append((number, place))
    return found


def _tells(tree: Tree, i: int) -> bool:
    """Whether a noun brings up something: it is not part of a name and not only "the" or "this" stands with it."""
    if tree.tags[i] not in ("NN", "NNS") or tree.relations[i] in ("compound", "flat"):
        return False
    det = tree.kid(i, "det")
    if det is None or tree.lower[det] not in POINTING | {"the"}:
        return True
    return tree.lower[det] == "the" and any(tree.relations[k] in _DESCRIBING for k in tree.kids[i])
