"""Who somebody is, for a bullet that only names him: "Omar Lind, senior analyst at Northhaven Bank" stands below it.

The words are those with which the article brings the person up; its place is recorded with the bullet's own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckmaker.condense.choose import Candidate
from deckmaker.condense.guard import may_stand_below
from deckmaker.condense.names import in_order
from deckmaker.condense.persons import FORMS, Person, mentions
from deckmaker.condense.spell import spell
from deckmaker.condense.telegraph import unsaid
from deckmaker.condense.tree import Tree
from deckmaker.condense.vague import PERSONS
from deckmaker.document import Place
from deckmaker.language.words import words

WORDS = (3, 14)
"""Words of an introduction, with the name."""

LEAST_OFFICE = 2
"""Words behind a name that say who it is; "man" alone does not."""

MOST_BELOW = 3
"""A bullet with so many details gets no more."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The words that bring somebody up, and where they stand."""

    text: str
    place: Place


def introductions(lines: Sequence[tuple[Place, Tree]], persons: Mapping[str, Person]) -> dict[str, Introduction]:
    """Surname -> the first words of the article that say who that is."""
    found: dict[str, Introduction] = {}
    for place, tree in lines:
        for mention in mentions(tree, persons):
            if mention.surname not in found and mention.last > mention.first:
                text = _after(tree, mention.first, mention.last) or _before(tree, mention.first, mention.last)
                if text:
                    found[mention.surname] = Introduction(text, place)
    return found


def with_introductions(
    sections: Sequence[Sequence[Candidate]], known: str, found: Mapping[str, Introduction]
) -> list[list[Candidate]]:
    """The bullets, where the first that names somebody without a word of who that is gets it below.

    known is what is said before them.
    """
    return in_order(sections, known, lambda bullet, said: _introduced(bullet, said, found))


def _introduced(bullet: Candidate, said: str, found: Mapping[str, Introduction]) -> Candidate:
    """The bullet with the words that bring up who acts or speaks in it, when nothing has said yet who that is."""
    lines = (bullet.text, *bullet.below)
    for surname, who in found.items():
        if len(bullet.below) >= MOST_BELOW or re.search(rf"\b{re.escape(surname)}\b", said):
            continue
        if _acts(lines, surname, who.text) and not _is_told(" ".join(lines), who.text):
            places = bullet.places if who.place in bullet.places else (who.place, *bullet.places)
            return replace(bullet, below=(*bullet.below, who.text), places=places)
    return bullet


def _acts(lines: Sequence[str], surname: str, who: str) -> bool:
    """Whether a line begins with the name, or ends with it beside a verb of saying; it may not be a namesake's."""
    name = rf"(?P<first>(?:[A-Z][\w.’'-]* )*){re.escape(surname)}"
    begins = re.compile(rf"^(?:Said )?{name}(?:,? [a-z]|:|$)")
    speaks = re.compile(rf"[,”\"] (?:(?:said|says) )?{name}(?: (?:said|says|told)\b|$)")
    found = (match for line in lines for match in (begins.search(line), speaks.search(line)) if match)
    return any(_bare(match["first"]) <= _bare(who) for match in found)


def _bare(name: str) -> set[str]:
    """The words of a name without its forms of address."""
    return {word.lower().rstrip(".,") for word in name.split()} - FORMS - {"said", "rev"}


def _is_told(text: str, who: str) -> bool:
    """Whether the bullet has all the words that would say who it is."""
    return {word.lower() for word in words(who)} <= {word.lower() for word in words(text)}


def _after(tree: Tree, first: int, last: int) -> str:
    """The name with what stands behind it between commas: "Omar Lind, senior analyst at Northhaven Bank"."""
    if tree.words[last + 1 : last + 2] != (",",):
        return ""
    beside = next((k for k in tree.kids[_top(tree, first, last)] if k > last and _tells_who(tree, k)), None)
    if beside is None or tree.spans[beside][0] != last + 2 or tree.lower[last + 2] == "who":
        return ""
    ends = [i for i in range(beside, tree.size) if tree.is_mark[i] or tree.tags[i] in ("WP", "WDT", "WP$", "MD", "VBD")]
    end = min(ends, default=tree.size)
    links = [i for i in range(beside + 1, end) if tree.tags[i] == "IN" and tree.lower[i] != "of"]
    for stop in (end, *links):
        text = _written(tree, range(first, stop))
        if len(text.split()) > last - first + LEAST_OFFICE:
            return text
    return ""


def _top(tree: Tree, first: int, last: int) -> int:
    return next((k for k in range(first, last + 1) if not first <= tree.heads[k] <= last), last)


def _tells_who(tree: Tree, i: int) -> bool:
    """Whether a noun beside a name says who that is; the parser takes "president and chief of …" for one more."""
    office = tree.lower[i] in PERSONS
    return office or (tree.relations[i] == "appos" and tree.tags[i] == "NN" and len(tree.subtree(i)) > 1)


def _before(tree: Tree, first: int, last: int) -> str:
    """The name with the office before it: "Charity boss Tim Lind", "the firm's founder, Tim Lind"."""
    top = _top(tree, first, last)
    if tree.relations[top] == "appos" and tree.lower[tree.heads[top]] in PERSONS and tree.words[first - 1] == ",":
        return _written(tree, range(tree.spans[tree.heads[top]][0], last + 1))
    if not first or tree.tags[first - 1] != "NN" or tree.is_mark[first - 1]:
        return ""
    start = first - 1
    while start and tree.tags[start - 1] in ("NN", "NNP", "NNS", "JJ", "POS") and not tree.is_mark[start - 1]:
        start -= 1
    return _written(tree, range(start, last + 1))


def _written(tree: Tree, span: range) -> str:
    """The words of a stretch as a detail writes them; "" when they are too few, too many or cut."""
    kept = {i for i in span if not tree.is_mark[i]}
    text = (spell(tree, kept, None, unsaid(tree)) or "").strip(" ,")
    text = text[:1].upper() + text[1:]
    said = any(tree.tags[i] in ("NN", "NNS") for i in kept)
    return text if said and WORDS[0] <= len(text.split()) <= WORDS[1] and may_stand_below(text) else ""
