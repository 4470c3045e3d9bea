"""The bullets that the article offers: its weightiest sentences, parsed together and trimmed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckmaker.condense.antecedents import antecedents
from deckmaker.condense.guard import speaks_as_me, speaks_as_us
from deckmaker.condense.introductions import introductions
from deckmaker.condense.material import Line
from deckmaker.condense.names import unexplained
from deckmaker.condense.persons import known_persons
from deckmaker.condense.refer import resolve
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim, finish, is_statement, trims, whole_sentence
from deckmaker.document import Place
from deckmaker.language.parse import parse
from deckmaker.language.stop_words import points_back
from deckmaker.language.words import information

MOST_LINES = 60
"""How many lines of a section are looked at: work stays bounded however long the article is."""

LONGEST = 1200
"""Characters of a sentence that is looked at; what is longer is a table or a list that lost its lines."""

OUR_SHARE = 0.2
"""From this share of sentences on that say "we" or "you", the article speaks so and its bullets may."""

MY_SHARE = 0.5
"""The same for sentences that say "I": a letter or an interview within an article speaks of nobody the reader knows."""

LEAST_INFORMATION = 2.5
"""A bullet without a figure that says less says nothing: "The women turned around"."""

FIRST_LINES = 8
"""The article's first lines, always looked at, for the title and the bottom line."""


def shortlist(lines: Sequence[Line], parts: Sequence[tuple[str, Sequence[Line]]]) -> list[Line]:
    """The first lines and the heaviest of each section, in the article's order."""
    heaviest = [
        line for _, part in parts for line in sorted(part, key=lambda line: (-line.weight, line.place))[:MOST_LINES]
    ]
    return sorted(
        {line.place: line for line in [*lines[:FIRST_LINES], *heaviest]}.values(), key=lambda line: line.place
    )


def read_trees(lines: Sequence[Line]) -> dict[Place, Tree]:
    """Place -> the tree of the sentence there, all read in one batch; what is too long for a sentence is left out."""
    lines = [line for line in lines if len(line.text) <= LONGEST]
    parses = parse([line.text for line in lines])
    return {line.place: Tree(line.text, found) for line, found in zip(lines, parses, strict=True)}


def offer(lines: Sequence[Line], trees: Mapping[Place, Tree], language: str = "en") -> dict[Place, list[Trim]]:
    """Place -> the bullets that can be made of the sentence there, longest first.

    Without trees, as in another language, that is the sentence itself, unless it points at the one before.
    """
    if not trees:
        alone = (line for line in lines if not points_back(line.text, language))
        return {line.place: [whole] for line in alone if (whole := whole_sentence(line.text))}
    ours = sum(speaks_as_us(line.text) for line in lines) > OUR_SHARE * len(lines)
    mine = sum(speaks_as_me(line.text) for line in lines) > MY_SHARE * len(lines)
    read = list(trees.items())
    persons = known_persons(read)
    known = introductions(read, persons)
    strangers = {surname: person for surname, person in persons.items() if surname not in known}
    return {
        place: [
            replace(trim, needs=trim.needs | unexplained(trim.text, strangers))
            for trim in trims(tree, stand_in, told)
            if _is_worth_saying(trim.text, ours=ours) and (mine or not speaks_as_me(trim.text))
        ]
        for (place, tree), stand_in, told in zip(read, resolve(read, persons), antecedents(read), strict=True)
    }


def as_they_are(lines: Sequence[Line]) -> dict[Place, list[Trim]]:
    """Place -> the sentence itself, for an article none of whose sentences stands alone; questions are left out."""
    texts = {line.place: finish(line.text) for line in lines}
    return {place: [Trim(text, 0.0, whole=True)] for place, text in texts.items() if is_statement(text)}


def _is_worth_saying(text: str, *, ours: bool) -> bool:
    """Whether a trim says enough, and does not say "we" in an article that speaks of others."""
    if speaks_as_us(text) and not ours:
        return False
    return any(c.isdigit() for c in text) or information(text) >= LEAST_INFORMATION
