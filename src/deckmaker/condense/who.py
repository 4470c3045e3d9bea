"""Whom "he" and "she" mean: a person named in the sentences before, when nobody else there could be meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckmaker.condense.persons import HE, SHE, Mention, Person, mentions
from deckmaker.condense.point import dangling
from deckmaker.condense.tree import Tree
from deckmaker.document import Place
from deckmaker.language.word_lists import SAYING

FARTHEST = 3
"""How many sentences back a person's name may stand."""

_SUBJECTS = ("nsubj", "nsubj:pass")
_FORMS = {HE: frozenset("he him his himself".split()), SHE: frozenset("she her hers herself".split())}
"""How a person is spoken of -> the pronouns."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """What replaces a token of a sentence, and where it was found."""

    token: int
    text: str
    place: Place


def who(
    lines: Sequence[tuple[Place, Tree]], earlier: Sequence[StandIn | None], persons: Mapping[str, Person]
) -> StandIn | None:
    """Whom the pronouns of the last sentence mean that nothing in it explains; None when that is not sure.

    earlier are the stand-ins of the sentences before it, in the same order; persons are those of the article.
    """
    place, tree = lines[-1]
    pronoun = _loose_pronoun(tree, persons)
    if pronoun is None:
        return None
    form = HE if tree.lower[pronoun] in _FORMS[HE] else SHE
    here = _could_be(tree, persons, form)
    if any(each.first < pronoun for each in here):
        return None
    for (where, before), stand_in in zip(reversed(lines[:-1]), reversed(earlier), strict=True):
        if not follows(where, place):
            return None
        place = where
        named = [each for each in _could_be(before, persons, form) if each.surname not in {m.surname for m in here}]
        followed = stand_in if stand_in is not None and before.lower[stand_in.token] in _FORMS[form] else None
        if followed or named or _FORMS[form] & set(before.lower):
            if named and (followed or _is_spoken_of(before, named, form)):
                return None
            meant = _meant(before, named, persons, said=_is_speaker(tree, pronoun))
            return _from(tree, pronoun, followed, (before, meant, where))
    return None


def spoken_of(persons: Mapping[str, Person], tree: Tree, named: StandIn | None) -> Mapping[str, Person]:
    """The persons, of whom one is now known to be "he" or "she", as a pronoun was found to mean that one."""
    surname = _without_owner(named.text).split()[-1] if named else ""
    if named is None or surname not in persons or persons[surname].pronoun:
        return persons
    form = HE if tree.lower[named.token] in _FORMS[HE] else SHE
    return {**persons, surname: replace(persons[surname], pronoun=form)}


def _without_owner(name: str) -> str:
    """A name without its "'s"."""
    return name.removesuffix("'s").removesuffix("’s")


def follows(before: Place, place: Place) -> bool:
    """Whether a sentence stands right after another, or in the next block."""
    return (before.block == place.block and before.sentence == place.sentence - 1) or before.block == place.block - 1


def _loose_pronoun(tree: Tree, persons: Mapping[str, Person]) -> int | None:
    """The first pronoun for a person that nothing before it explains; None when another pronoun is unexplained too.

    It must be, or own, the subject of the sentence or of who says it.
    """
    words = {i for i in range(tree.size) if not tree.is_mark[i]}
    loose = [i for i in dangling(tree, words) if tree.tags[i] in ("PRP", "PRP$")]
    if not loose and not mentions(tree, persons):
        loose = [i for i in range(tree.size) if tree.lower[i] in (HE, SHE) and _is_new_subject(tree, i)][:1]
    kinds = {next((form for form, words in _FORMS.items() if tree.lower[i] in words), "") for i in loose}
    if len(kinds) != 1 or "" in kinds or any(tree.is_quoted[i] for i in loose):
        return None
    subject = tree.heads[loose[0]] if tree.tags[loose[0]] == "PRP$" else loose[0]
    return loose[0] if _is_main_subject(tree, subject) else None


def _could_be(tree: Tree, persons: Mapping[str, Person], form: str) -> list[Mention]:
    """The people named in a sentence of whom "he", or "she", may be said."""
    return [each for each in mentions(tree, persons) if persons[each.surname].pronoun in ("", form)]


def _is_spoken_of(tree: Tree, named: Sequence[Mention], form: str) -> bool:
    """Whether "he" comes before the first name of a sentence: then he is somebody else than who is named."""
    first = min((each.first for each in named), default=tree.size)
    return form in tree.lower[:first]


def _meant(tree: Tree, named: Sequence[Mention], persons: Mapping[str, Person], *, said: bool) -> Mention | None:
    """Of whom a sentence speaks, when it names one person; of several who speaks, when the pronoun speaks too."""
    if len({each.surname for each in named}) == 1:
        meant = max(named, key=lambda each: each.last - each.first)
        leads = any(_leads(tree, i) for each in named for i in range(each.first, each.last + 1))
        return meant if leads or not _has_unknown_subject(tree, persons) else None
    speakers = [each for each in named if said and any(_is_speaker(tree, i) for i in range(each.first, each.last + 1))]
    return speakers[0] if len(speakers) == 1 else None


def _has_unknown_subject(tree: Tree, persons: Mapping[str, Person]) -> bool:
    """Whether a name that is no known person's is the sentence's subject: he may be meant."""
    known = {i for each in mentions(tree, persons) for i in range(each.first, each.last + 1)}
    subjects = [i for i in range(tree.size) if tree.relations[i] in _SUBJECTS and tree.heads[tree.heads[i]] < 0]
    spans = [range(tree.spans[i][0], tree.spans[i][1] + 1) for i in subjects]
    return any(any(tree.tags[k] == "NNP" for k in span) and not known & set(span) for span in spans)


def _leads(tree: Tree, i: int) -> bool:
    """Whether a token is the sentence's subject or who says it, or owns or stands beside that."""
    while tree.relations[i] in ("flat", "compound", "appos", "nmod:poss") and tree.heads[i] >= 0:
        i = tree.heads[i]
    return _is_main_subject(tree, i) or _is_speaker(tree, i)


def _from(
    tree: Tree, pronoun: int, followed: StandIn | None, found: tuple[Tree, Mention | None, Place]
) -> StandIn | None:
    """What stands in for the pronoun: a name found before, or what stood in there; None when it could be either.

    The full name only where it opens the sentence: elsewhere the bullet would no longer read as its sentence.
    """
    before, meant, place = found
    if (meant is None) == (followed is None):
        return None
    if followed is not None:
        name, place = _without_owner(followed.text), followed.place
    elif meant is not None:
        name = before.text[before.parse.tokens[meant.first][0] : before.parse.tokens[meant.last][1]]
    owner = ("’s" if "’" in tree.text else "'s") if tree.tags[pronoun] == "PRP$" else ""
    return StandIn(pronoun, (name if pronoun == 0 else name.split()[-1]) + owner, place)


def _is_speaker(tree: Tree, i: int) -> bool:
    verb = tree.heads[i]
    return verb >= 0 and tree.relations[i] in _SUBJECTS and tree.lower[verb] in SAYING


def _is_new_subject(tree: Tree, i: int) -> bool:
    """Whether "he" is who says it, or comes after a mere description of him: "A former supporter, she is undecided"."""
    described = _is_main_subject(tree, i) and i > 1 and tree.words[i - 1] == ","
    return _is_speaker(tree, i) or (described and not any(tree.is_finite(k) for k in range(i - 1)))


def _is_main_subject(tree: Tree, i: int) -> bool:
    """Whether a token is the subject of the sentence, or of who says it."""
    verb = tree.heads[i]
    if verb < 0 or tree.relations[i] not in _SUBJECTS:
        return False
    return tree.heads[verb] < 0 or (tree.relations[verb] == "parataxis" and tree.lower[verb] in SAYING)
