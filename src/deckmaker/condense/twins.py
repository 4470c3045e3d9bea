"""What several articles say alike: sentences that an earlier one told, and sentences that bear out a bullet."""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.figure_words import figures, is_telling
from deckmaker.condense.material import Line, Material
from deckmaker.document import Place
from deckmaker.language.words import content_stems

TOLD = 0.7
"""A sentence of whose words this part, by worth, stands in one of another article says the same."""

LEAST = 3
"""Stems that two sentences share at least to say the same."""

SAME_FIGURE, BESIDES = 0.3, 2
"""A sentence with a telling figure of another says the same when this part of its words, by worth, stands there, and so
many stems besides."""

KIN = 2
"""Sentences that two articles about one story tell alike, at least."""

COMMON = 60
"""A stem that stands in more lines than these finds no others: work stays bounded however long the articles are."""

_DENIES = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|nobody|nothing|hardly|fail(?:s|ed)? to|refuse[sd]?)\b|n[’']t\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w’'.,-]*\w|\w")
_ARTICLES = frozenset({"a", "an", "the"})
_HEDGES = frozenset(
    """may might could would should must can cannot if unless not no never nor neither without reportedly allegedly
    perhaps possibly probably denied denies refused failed""".split()
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The lines of several articles, the first block of each, and in which lines each stem and figure stands."""

    lines: Sequence[Line]
    starts: Sequence[int]
    where: Mapping[str, Sequence[int]]

    def article(self, place: Place) -> int:
        """The number of the article that a place is in, from 0."""
        return bisect_right(self.starts, place.block) - 1

    def near(self, keys: Collection[str]) -> Iterator[Line]:
        """The lines that share the least number of stems and figures with these, or all when these are fewer."""
        shared = Counter(
            number for key in set(keys) for number in self.where.get(key, ()) if len(self.where[key]) <= COMMON
        )
        least = min(LEAST, len(set(keys)))
        for number, count in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
            if count >= least:
                yield self.lines[number]


def _keys(line: Line) -> set[str]:
    """By what a line is found: its stems, and its figures as "#14"."""
    return set(line.stems) | {f"#{figure}" for figure in figures(line.text)}


def shelve(lines: Sequence[Line], starts: Sequence[int]) -> Shelf:
    """The lines on their shelf."""
    where: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in _keys(line):
            where[key].append(number)
    return Shelf(lines, starts, where)


def twins(material: Material, shelf: Shelf) -> dict[Place, Place]:
    """The places of lines that say what a line of an earlier article says, and where that is.

    Their figures and denials agree.
    """
    found: dict[Place, Place] = {}
    for line in material.lines:
        article = shelf.article(line.place)
        for other in shelf.near(_keys(line)) if article else ():
            if shelf.article(other.place) < article and _tells(other, line, material.worth):
                found[line.place] = other.place
                break
    return found


def kin(told: Mapping[Place, Place], shelf: Shelf) -> set[frozenset[int]]:
    """The pairs of articles of which one tells some of what the other tells: they are about one story."""
    counts = Counter(frozenset({shelf.article(one), shelf.article(other)}) for one, other in told.items())
    return {pair for pair, count in counts.items() if count >= KIN}


def _tells(one: Line, other: Line, worth: Mapping[str, float]) -> bool:
    """Whether the one says what the other says, or more; figures and denials must agree."""
    common = set(one.stems) & set(other.stems)
    mine, theirs = figures(one.text), figures(other.text)
    if not theirs <= mine or _denies(one.text) != _denies(other.text):
        return False
    shared, wanted = (math.fsum(worth[stem] for stem in stems) for stems in (common, set(other.stems)))
    if shared >= TOLD * wanted and len(common) >= LEAST:
        return True
    besides = [stem for stem in common if not stem.isdigit()]
    return any(map(is_telling, theirs)) and shared >= SAME_FIGURE * wanted and len(besides) >= BESIDES


def _denies(text: str) -> bool:
    return bool(_DENIES.search(text))


def seconds(text: str, places: Sequence[Place], shelf: Shelf) -> tuple[Place, ...]:
    """Where other articles say a bullet in the same words, one place each; () when there is any doubt.

    All words of the bullet must stand in the other sentence in the same order, and nothing between them that denies
    or hedges.
    """
    told = {shelf.article(place) for place in places}
    found: dict[int, Place] = {}
    for line in shelf.near(content_stems(text)):
        article = shelf.article(line.place)
        if article not in told and article not in found and _bears_out(line.text, text):
            found[article] = line.place
    return tuple(found[article] for article in sorted(found))


def _bears_out(sentence: str, bullet: str) -> bool:
    wanted, offered = _words(bullet), _words(sentence)
    first = last = -1
    for word in wanted:
        if word not in offered[last + 1 :]:
            return False
        last = offered.index(word, last + 1)
        first = last if first < 0 else first
    between = Counter(offered[max(first, 0) : last + 1]) - Counter(wanted)
    return not (set(between) & _HEDGES) and _denies(sentence) == _denies(bullet)


def _words(text: str) -> list[str]:
    return [word for word in map(str.lower, _WORD.findall(text)) if word not in _ARTICLES]
