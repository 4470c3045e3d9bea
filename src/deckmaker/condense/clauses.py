"""Short clauses of a sentence, as headlines put them: who, does, what; for what the sentence itself states.

Left out is what a headline does without: adverbs, asides, further objects, "is" and "has" before a participle.  Kept is
what would make it untrue: negation, "may", limits, and "of what".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from deckmaker.condense.completions import THINGS, completed, helpers, wholes
from deckmaker.condense.nouns import NOUNS
from deckmaker.condense.tree import Tree
from deckmaker.condense.vague import PERSONS
from deckmaker.language.word_lists import CONDITIONS, CONFIRMING, FACTUAL, PLAIN_SAYING, SAYING

SUBJECTS = ("nsubj", "nsubj:pass")
SPEAKING = frozenset(
    """announced announces declined reported reports asked asks tweeted confirmed called retorted replied spoke speaks
    testified weighed chimed joked quipped""".split()
)
"""Verbs that say, or say nothing."""

_BEING = frozenset("is are was were be been being has have had".split())
_AFTER_IS = ("VBG", "VBN", "JJ", "JJR", "RB", "RBR", "RP", "IN")
"""Tags of the words before which a headline leaves "is" out."""

_REPORTING = PLAIN_SAYING | {"announced", "announces"}
_WITHOUT = frozenset("without from than against despite".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a short clause, and whether the sentence only reports it."""

    tokens: tuple[int, ...]
    reported: bool = False


def clauses(tree: Tree, verb: int) -> Iterator[Clause]:
    """Subject, verb and what completes it, in several lengths; nothing when the sentence does not state it."""
    subject = tree.kid(verb, *SUBJECTS)
    if subject is None or subject > verb or tree.tags[subject] not in THINGS or not _states(tree, verb):
        return
    helping = helpers(tree, verb)
    beside = [k for k in helping if k not in _spare(tree, verb, subject, helping)]
    reported = tree.relations[verb] == "ccomp" and tree.lower[tree.heads[verb]] not in CONFIRMING
    for who in wholes(tree, subject, is_subject=True):
        for rest in completed(tree, verb):
            if rest or helping or tree.tags[verb] not in ("VB", "VBG"):
                yield Clause(tuple(sorted({*who, verb, *beside, *rest})), reported)


def gerunds(tree: Tree, verb: int) -> Iterator[list[int]]:
    """An "-ing" form with its object, after a preposition: "by [creating new jobs]"."""
    if tree.tags[verb] != "VBG" or verb == 0 or tree.tags[verb - 1] != "IN" or tree.heads[verb - 1] != verb:
        return
    thing = tree.kid(verb, "obj")
    if thing is not None and thing > verb and tree.tags[thing] in NOUNS and tree.lower[verb - 1] not in _WITHOUT:
        yield from ([verb, *whole] for whole in wholes(tree, thing) if whole[0] == verb + 1)


def _spare(tree: Tree, verb: int, subject: int, beside: list[int]) -> list[int]:
    """The forms of "to be" and "to have" that a headline leaves out: "prices [are] climbing", "sales [were] up".

    Not before a noun ("is a town"), nor where it would not be clear who does it: "police [were] attacked".
    """
    being = [k for k in beside if tree.lower[k] in _BEING]
    if not being or any(tree.tags[k] == "MD" for k in beside) or tree.tags[verb] not in _AFTER_IS:
        return []
    if tree.tags[verb] == "VBN" and tree.relations[subject] == "nsubj":
        return being if tree.lower[verb].endswith("ed") else []  # "has dropped", not "has taken"
    person = tree.tags[subject] in ("NNP", "NNPS") or tree.lower[subject] in PERSONS
    return [] if tree.relations[subject] == "nsubj:pass" and person else being


def _states(tree: Tree, i: int) -> bool:
    """Whether the clause states something by itself: finite, unconditional, not what somebody says."""
    if not tree.is_finite(i) or tree.kid(i, "ccomp", "csubj", "expl") is not None:
        return False
    if tree.lower[i] in SAYING | SPEAKING and (tree.kid(i, "obj") is None or any(tree.is_quoted)):
        return False
    if tree.text.rstrip(' ”"’').endswith("?") or not _is_own_statement(tree, i):
        return False
    sides = [k for k in tree.kids[i] if tree.relations[k] == "advcl"]
    return not any(tree.lower[m] in CONDITIONS for k in sides for m in tree.kids[k] if tree.relations[m] == "mark")


def _is_own_statement(tree: Tree, i: int) -> bool:
    """Whether the sentence vouches for the clause: its main one, one beside it, what it confirms or reports."""
    head, relation = tree.heads[i], tree.relations[i]
    marks = {
        tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("mark", "advmod") and tree.tags[k] in ("IN", "WRB")
    }
    if head < 0:
        return not marks
    if tree.heads[head] >= 0:
        return False
    if relation == "ccomp":
        modal = any(tree.tags[k] == "MD" or tree.lower[k] in ("not", "n't") for k in tree.kids[head])
        vouched = tree.lower[head] in CONFIRMING or (tree.lower[head] in _REPORTING and tree.kid(i, "cop") is None)
        return vouched and not modal and not marks & {"if", "whether"}
    if relation == "advcl":
        return bool(marks & FACTUAL)
    return relation in ("conj", "parataxis") and not marks
