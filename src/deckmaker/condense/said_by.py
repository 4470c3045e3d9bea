"""Who says it, as a detail below what is said: "Sales fell" and below it "Gwen Shaw, president of the bank, said"."""

from dataclasses import replace

from deckmaker.condense.shapes import LONG, SUBJECTS, Shape
from deckmaker.condense.speech import is_denied
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import SAYING, TIMES

SPEAKER_WORDS = 3
"""Words of who says it that stand below what is said, more than "Cook said"; so few rather with a second clause."""

LEAST_OPENING = 2
"""Words that may stand before who says it, when that stands below: "In May, the mayor said"."""


def said_by(shape: Shape) -> tuple[Shape, frozenset[int]] | None:
    """What somebody says, and below it who: "…, Claure said in the email", also when who says it stands first."""
    tree, verb = shape.tree, shape.root
    if tree.lower[verb] not in SAYING or tree.lower[verb] in ("added", "adds") or shape.speaker:
        return None
    clauses = [k for k in tree.kids[verb] if k in shape.kept and _is_said(tree, verb, k)]
    said = frozenset(i for k in clauses for i in tree.subtree(k)) & shape.kept
    rest = shape.kept - said
    joined = (k for k in rest if tree.heads[k] == verb and tree.relations[k] in ("conj", "cc", "advcl", "ccomp"))
    if not said or not (max(said) < min(rest) or max(rest) < min(said)) or any(joined):
        return None
    if _opens_at_length(tree, rest, verb):
        return None
    if shape.words(rest) > LONG:  # "…, in an email that was reviewed by Reuters" may go
        rest -= frozenset(i for k in tree.kids[verb] if tree.relations[k] == "obl" for i in tree.subtree(k))
    said -= {i for i in (min(said),) if tree.lower[i] == "that" and tree.relations[i] == "mark"}
    said, rest = _with_time_of_saying(tree, clauses[0], said, rest)
    if shape.words(rest) <= SPEAKER_WORDS and max(said) < min(rest):
        said, rest = _with_second_clause(tree, clauses[0], said, rest)
    return (replace(shape, kept=said, root=clauses[0]), rest) if SPEAKER_WORDS <= shape.words(rest) <= LONG else None


def _with_time_of_saying(
    tree: Tree, clause: int, said: frozenset[int], who: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """In "said last week it would pay" the time goes with who says it, though the parser hangs it on the clause."""
    subject = tree.kid(clause, *SUBJECTS)
    if subject is None or max(who) > min(said):
        return said, who
    early = frozenset(i for i in said if i < tree.spans[subject][0])
    is_time = bool(early) and any(tree.lower[i].rstrip(".") in TIMES for i in early)
    return (said - early, who | early) if is_time else (said, who)


def _opens_at_length(tree: Tree, rest: frozenset[int], verb: int) -> bool:
    """Whether more than "In May," stands before who says it: then the detail reads as a sentence cut off."""
    who = tree.kid(verb, *SUBJECTS)
    return who is not None and who < verb and sum(k < tree.spans[who][0] for k in rest) > LEAST_OPENING


def _is_said(tree: Tree, verb: int, clause: int) -> bool:
    """Whether the clause is what somebody says: before the verb, or after one that states it as it is."""
    if tree.relations[clause] not in ("ccomp", "parataxis") or clause < verb:
        return tree.relations[clause] in ("ccomp", "parataxis")
    who, marks = tree.kid(verb, *SUBJECTS), {tree.lower[k] for k in tree.kids[clause] if tree.relations[k] == "mark"}
    stated = tree.relations[clause] == "ccomp" and tree.is_finite(clause) and tree.kid(clause, *SUBJECTS) is not None
    return stated and who is not None and who < verb and marks <= {"that"} and not is_denied(tree, verb)


def _with_second_clause(
    tree: Tree, clause: int, said: frozenset[int], who: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """What is said without its last clause, and that clause with who says it: "…, and ten write apps, Cook said"."""
    for k in reversed(tree.kids[clause]):
        second, joint = frozenset(tree.subtree(k)) & said, tree.kid(k, "cc")
        if tree.relations[k] != "conj" or joint is None or joint not in second or tree.lower[joint] != "and":
            continue
        own = tree.is_finite(k) and tree.kid(k, "nsubj", "nsubj:pass", "expl") is not None
        if own and max(second) == max(said):
            return said - second, who | second - {joint}
    return said, who
