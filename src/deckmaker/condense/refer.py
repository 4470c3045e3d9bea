"""What a sentence's first pronoun refers to, when the sentences before leave no doubt."""

from collections.abc import Mapping, Sequence

from deckmaker.condense.persons import Person
from deckmaker.condense.tree import Tree
from deckmaker.condense.who import FARTHEST, StandIn, follows, spoken_of, who
from deckmaker.document import Place
from deckmaker.language.word_lists import SAYING

LONGEST_NAME = 5
"""Words in what a pronoun may be replaced by."""

_SUBJECTS = ("nsubj", "nsubj:pass")
_ONE = frozenset({"he", "she"})
_THING = frozenset({"it"})
_MANY = frozenset({"they"})


def resolve(lines: Sequence[tuple[Place, Tree]], persons: Mapping[str, Person]) -> list[StandIn | None]:
    """For each sentence in order: what its first pronoun stands for, or None; persons are those that they name.

    A person may be named some sentences before, when nobody else is whom "he" could mean; for "it" and "they" only
    the sentence just before, in this block or the one before, is looked at.  A pronoun found there is followed.
    """
    found: list[StandIn | None] = []
    for number, (place, tree) in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or not follows(before[0], place):
            found.append(None)
            continue
        named = who(lines[max(0, number - FARTHEST) : number + 1], found[-FARTHEST:], persons)
        persons = spoken_of(persons, tree, named)
        pronoun = _opening_pronoun(tree)
        if named is None and pronoun is not None:
            named = _stand_in(tree, pronoun, before, found[-1])
            if named and tree.lower[pronoun] in _ONE and not _may_be_somebody(before[1], named, persons):
                named = None
            if named and tree.lower[pronoun] in _THING and named.text.split()[-1] in persons:
                named = None  # "It would befit his legacy if …"
        found.append(named)
    return found


def _opening_pronoun(tree: Tree) -> int | None:
    """The sentence's first word, or the first after a joining word, when it is a pronoun and the subject."""
    for i in range(min(3, tree.size)):
        if tree.lower[i] in _ONE | _THING | _MANY:
            if i + 1 < tree.size and tree.lower[i + 1].startswith("'"):
                return None
            return i if tree.relations[i] in _SUBJECTS and _is_main(tree, tree.heads[i]) else None
        if not tree.is_mark[i] and tree.relations[i] not in ("cc", "advmod"):
            return None
    return None


def _is_main(tree: Tree, verb: int) -> bool:
    return tree.heads[verb] < 0 and tree.kid(verb, "csubj", "expl", "csubj:pass") is None


def _stand_in(tree: Tree, pronoun: int, before: tuple[Place, Tree], earlier: StandIn | None) -> StandIn | None:
    place, previous = before
    subject = next(
        (
            i
            for i in range(previous.size)
            if previous.relations[i] in _SUBJECTS and previous.heads[previous.heads[i]] < 0
        ),
        None,
    )
    if subject is None or not _agrees(tree.lower[pronoun], previous, subject):
        return None
    if earlier is not None and earlier.token == subject:
        return StandIn(pronoun, earlier.text, earlier.place) if previous.lower[subject] == tree.lower[pronoun] else None
    if not _is_alone(previous, subject, tree.lower[pronoun]):
        return None
    text = _name(previous, subject)
    return StandIn(pronoun, text, place) if text else None


def _may_be_somebody(tree: Tree, named: StandIn, persons: Mapping[str, Person]) -> bool:
    """Whether a name that is not known for a person's may be one: it says something, or the article knows nobody."""
    return not persons or (named.text.split()[-1] not in persons and tree.lower[tree.heads.index(-1)] in SAYING)


def _agrees(pronoun: str, tree: Tree, subject: int) -> bool:
    if tree.lower[subject] == pronoun:
        return True
    several = tree.tags[subject] in ("NNS", "NNPS") or any(tree.relations[k] == "conj" for k in tree.kids[subject])
    if pronoun in _MANY:
        return several
    return not several and tree.tags[subject] == "NNP" and tree.kid(subject, "det") is None


def _is_alone(tree: Tree, subject: int, pronoun: str) -> bool:
    """Whether nobody else in the sentence could be meant: no other name of the same kind outside the subject."""
    inside = set(tree.subtree(subject))
    others = [
        i for i in range(tree.size) if i not in inside and tree.tags[i] in ("NNP", "NNPS") and not _is_part(tree, i)
    ]
    if pronoun in _ONE:
        return not any(
            tree.relations[i] in (*_SUBJECTS, "obj", "iobj", "nmod:poss", "conj", "obl:agent") for i in others
        )
    if pronoun in _THING:
        if tree.kid(tree.heads[subject], "ccomp", "parataxis") is not None:
            return False  # "Labour said the poster was not meant so": "it" may be the poster
        return not others and not any(tree.lower[i] in _ONE | {"his", "her", "him"} for i in range(tree.size))
    return not any(
        tree.relations[i] in (*_SUBJECTS, "obj") and tree.tags[i] in ("NNS", "NNPS")
        for i in range(tree.size)
        if i not in inside
    )


def _is_part(tree: Tree, i: int) -> bool:
    """Whether the name is only part of another name or of a date."""
    return tree.relations[i] in ("compound", "flat", "nummod", "obl:unmarked", "obl:tmod", "nmod:unmarked")


def _name(tree: Tree, subject: int) -> str:
    """The subject without what follows in commas; "" when it is too long to stand for a pronoun."""
    skipped = {
        k
        for kid in tree.kids[subject]
        if tree.is_set_off(kid) and tree.relations[kid] != "conj"
        for k in tree.subtree(kid)
    }
    tokens = [i for i in tree.subtree(subject) if i not in skipped]
    if (
        not tokens
        or len(tokens) > LONGEST_NAME
        or tokens[-1] - tokens[0] > len(tokens) + 1
        or tree.tags[tokens[0]] in ("PRP", "PRP$")
    ):
        return ""
    text = tree.text[tree.parse.tokens[tokens[0]][0] : tree.parse.tokens[tokens[-1]][1]]
    return text if tree.tags[tokens[0]] in ("NNP", "NNPS") or tokens[0] > 0 else text[:1].upper() + text[1:]
