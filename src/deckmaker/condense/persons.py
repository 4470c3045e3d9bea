"""Which names are people's: by their first name, by "Mr" before it, by what they are said to be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckmaker.condense.tree import Tree
from deckmaker.condense.vague import PERSONS
from deckmaker.document import Place
from deckmaker.language.first_names import MEN, WOMEN
from deckmaker.language.word_lists import SAYING

_MEN_FORMS = frozenset("mr sir lord king prince father".split())
_WOMEN_FORMS = frozenset("mrs ms miss lady dame queen princess madam".split())
FORMS = (
    _MEN_FORMS
    | _WOMEN_FORMS
    | frozenset(
        """dr prof professor sen sens senator rep reps representative gov governor president chancellor minister
        secretary general judge justice captain sgt lt col capt mayor pope ceo commissioner ambassador
        coach singer actor actress star queen king captain""".split()
    )
)
"""Words before a name that say that it is a person's."""

HE, SHE = "he", "she"
"""How a person is spoken of; "" when that is not known."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in an article: "he", "she" or "" (not known), the words of the full name, and where it stands."""

    pronoun: str
    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in a sentence: its first and last token, without what stands before the name."""

    first: int
    last: int
    surname: str


def known_persons(lines: Sequence[tuple[Place, Tree]]) -> dict[str, Person]:
    """The people that the sentences name, by surname."""
    runs = [(place, tree, run) for place, tree in lines for run in _names(tree)]
    speaking = {tree.words[run[0]] for _, tree, run in runs if len(run) == 1 and _speaks(tree, run)}
    found: dict[str, Person] = {}
    for place, tree, run in runs:
        name = _without_form(tree, run)
        if name and (len(run) > 1 or _form(tree, run)):
            pronoun = _pronoun(tree, run, name)
            if pronoun or _is_person(tree, run, name, speaking):
                surname = tree.words[name[-1]]
                known = found.get(surname, Person("", (), place))
                if len(known.names) < len(name) and len(known.names) < 2:
                    known = Person(known.pronoun, tuple(tree.words[i] for i in name), place)
                found[surname] = replace(known, pronoun=known.pronoun or pronoun)
    return found


def mentions(tree: Tree, persons: Mapping[str, Person]) -> list[Mention]:
    """Where a sentence names one of the persons."""
    found = []
    for run in _names(tree):
        last = run[-1]
        person = persons.get(tree.words[last])
        if person is not None:
            first = last
            while first > run.start and tree.words[first - 1] in person.names:
                first -= 1
            found.append(Mention(first, last, tree.words[last]))
    return found


def _names(tree: Tree) -> Iterator[range]:
    """The runs of capitalised names of a sentence."""
    i = 0
    while i < tree.size:
        end = i
        while end < tree.size and tree.tags[end] in ("NNP", "NNPS") and tree.words[end][:1].isupper():
            end += 1
        if end > i:
            yield range(i, end)
        i = end + 1


def _without_form(tree: Tree, run: range) -> range:
    """A name without "Mr" and the like; empty when nothing else is there."""
    first = run.start
    while first < run.stop and tree.lower[first].rstrip(".") in FORMS:
        first += 1
    return range(first, run.stop)


def _form(tree: Tree, run: range) -> str:
    """The word before a name that says that it is a person's, or ""."""
    first = tree.lower[run.start].rstrip(".")
    return first if first in FORMS else ""


def _pronoun(tree: Tree, run: range, name: range) -> str:
    """How the person is spoken of, by the form of address or the first name; "" when neither tells."""
    form, first = _form(tree, run), tree.lower[name.start]
    if form in _MEN_FORMS or (len(name) > 1 and first in MEN):
        return HE
    return SHE if form in _WOMEN_FORMS or (len(name) > 1 and first in WOMEN) else ""


def _is_person(tree: Tree, run: range, name: range, speaking: set[str]) -> bool:
    """Whether "spokesman" stands before a name, or an age behind it, or its last part alone says something."""
    before, head = run.start - 1, _head(tree, name)
    beside = [k for k in tree.kids[head] if tree.relations[k] == "appos"]
    described = (before >= 0 and tree.lower[before] in PERSONS) or any(
        tree.lower[k] in PERSONS or re.fullmatch(r"[1-9]\d", tree.words[k]) for k in beside
    )
    return bool(_form(tree, run)) or described or (len(name) in (2, 3) and tree.words[name[-1]] in speaking)


def _speaks(tree: Tree, name: range) -> bool:
    """Whether a name is the subject of a verb of saying."""
    head = _head(tree, name)
    verb = tree.heads[head]
    return verb >= 0 and tree.relations[head].startswith("nsubj") and tree.lower[verb] in SAYING


def _head(tree: Tree, name: range) -> int:
    return next((i for i in name if tree.heads[i] not in name), name[-1])
