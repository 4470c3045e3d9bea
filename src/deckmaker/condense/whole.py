"""Whether what is kept of a sentence still is a clause: with its subject, and with what its verb waits for."""

from deckmaker.condense.shapes import SUBJECTS
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import SAYING

FINITE = ("VBZ", "VBP", "VBD", "MD")
"""Tags of verbs with tense and of modals: what begins with one is a question or has lost its subject."""

_OF_WHAT = frozenset("accuse accuses accused accusing convicted suspected suspects acquitted".split())
"""Verbs that say nothing without their "of doing"."""


def is_clause(tree: Tree, kept: set[int], root: int) -> bool:
    """Whether the root is a verb with tense (or has one with it) whose subject is kept and agrees with it."""
    subject = next((k for k in tree.kids[root] if tree.relations[k] in SUBJECTS), None)
    if tree.relations[root] == "conj" and subject is None:
        return tree.is_finite(root)
    if subject is None or not tree.is_finite(root):
        return False
    if _is_parted(tree, kept, subject, root) or tree.kid(root, "mark") in kept or tree.tags[min(kept)] in FINITE:
        return False
    if tree.lower[root] in SAYING and not says_what(tree, kept, root):
        return False
    if _opens_with_a_clause(tree, min(kept), root):
        return False
    if any(_cut_apart(tree, kept, k) for k in kept if tree.relations[k] in SUBJECTS) or _is_spliced(tree, kept, root):
        return False
    if any(tree.lower[k] in _OF_WHAT and not _says_of_what(tree, kept, k) for k in kept):
        return False
    clash = (tree.tags[subject], tree.tags[root]) in (("NNS", "VBZ"), ("NN", "VBP"), ("NNP", "VBP"))
    return not clash or any(tree.relations[k] == "conj" for k in tree.kids[subject])


def _opens_with_a_clause(tree: Tree, first: int, root: int) -> bool:
    """Whether "before …" comes first and no comma ends it before the root: then the root is not the main verb."""
    return tree.relations[first] == "mark" and tree.heads[first] != root and "," not in tree.words[first:root]


def _says_of_what(tree: Tree, kept: set[int], verb: int) -> bool:
    """Whether "accused" keeps its "of …", when the sentence has one after it."""
    after = [k for k in range(verb + 1, tree.size) if tree.lower[k] == "of" and tree.tags[k + 1 : k + 2] == ("VBG",)]
    return not after or any(k in kept for k in after)


def _is_spliced(tree: Tree, kept: set[int], root: int) -> bool:
    """Whether a clause stands before the root's with only a comma between them, as what joined the two was cut."""
    if tree.lower[root] in SAYING or tree.tags[root].startswith("NN"):
        return False
    return any(
        tree.heads[k] == root
        and k < root
        and tree.relations[k] in ("ccomp", "advcl")
        and tree.is_finite(k)
        and tree.kid(k, *SUBJECTS) is not None
        and not tree.is_quoted[k]
        and "," in tree.words[k:root]
        and not any(tree.relations[m] in ("mark", "advmod", "cc") and m in kept for m in tree.kids[k])
        for k in kept
    )


def _cut_apart(tree: Tree, kept: set[int], subject: int) -> bool:
    """Whether words are cut between one thing and "are", which then has lost the others: "Privacy [, like …,] are"."""
    verb = tree.heads[subject]
    helper = next((k for k in tree.kids[verb] if tree.relations[k].startswith(("aux", "cop"))), verb)
    one = tree.tags[subject] in ("NN", "NNP") and tree.lower[helper] in ("are", "were", "have")
    return one and any(k not in kept and not tree.is_mark[k] for k in range(subject, helper))


def _is_parted(tree: Tree, kept: set[int], subject: int, root: int) -> bool:
    """Whether one lone comma stands between subject and verb: then the verb is not the subject's."""
    between = range(subject, root)
    commas = [i for i in between if tree.words[i] == "," and i - 1 in kept and i + 1 in kept]
    return len(commas) == 1 and not any(tree.relations[k] == "conj" for k in tree.kids[subject])


def says_what(tree: Tree, kept: set[int], verb: int) -> bool:
    """Whether what is said is kept with the verb of saying: a clause, a quotation, or (not for "told") a thing."""
    told = tree.lower[verb] in ("told", "tells")
    wanted = ("ccomp", "parataxis", "xcomp", "conj") + (() if told else ("obj",))
    quoted = not told and any(tree.words[i] in '“"' for i in range(tree.size) if i + 1 in kept)
    return quoted or any(tree.relations[k] in wanted for k in tree.kids[verb] if k in kept)
