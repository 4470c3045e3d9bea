"""The article's key dates: each with what happens then, taken from a bullet that stands alone.

Only dates that the article writes out are used, and only where they belong to the bullet's own verb: "the camp
opened in 2014" dates the opening, "a study of 2014 shows" dates nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.clear import is_clear, names_something
from deckmaker.condense.evidence import best_trims
from deckmaker.condense.figures import MOST_LINES
from deckmaker.condense.material import Line, Material
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim, finish
from deckmaker.condense.when import WHEN, When, read_when
from deckmaker.document import Document, Place
from deckmaker.language.parse import parse_bullets
from deckmaker.language.word_lists import SAYING
from deckmaker.language.words import content_stems
from deckmaker.outline import DateEvent

MOST = 6
WORDS = (3, 16)
"""Words of an event: at least and at most."""

_ENDS_OPEN = re.compile(r"\b(?:since|through|until|by|in|on|of|at|for|from|to|and|or|as|the|a|is|are|was|were)$")
_CHAIN = ("xcomp", "ccomp")
_RELATIVES = ("WDT", "WP", "WP$", "WRB")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_PERSONS = frozenset("he she him her his hers himself herself it they them".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a bullet: its line, its bullet, where the date stands in the bullet's text, and when it is."""

    line: Line
    trim: Trim
    start: int
    end: int
    when: When


def key_dates(material: Material, trimmed: Mapping[Place, Sequence[Trim]], document: Document) -> tuple[DateEvent, ...]:
    """At most six key dates, those of the most central sentences: those with a year first and in time, then the others.

    The date of a line's article counts: "next year" is counted from it, and a day without a year is the one nearest
    to it.  Without it "next year" is left out and such a day has no year.
    """
    found = list(_found(material.lines, trimmed))
    named = frozenset(content_stems(document.title))
    parses = parse_bullets([one.trim.text for one in found])
    said: list[tuple[Found, str]] = []
    for one, parsed in zip(found, parses, strict=True):
        event = _event(Tree(one.trim.text, parsed), one, named)
        if event and len(said) < MOST and not any(_is_double(one, event, *other) for other in said):
            said.append((one, event))
    said.sort(key=lambda entry: (entry[0].when.order, entry[0].line.place))
    return tuple(DateEvent(one.when.text, event, (*one.trim.places, one.line.place)) for one, event in said)


def _found(lines: Sequence[Line], trimmed: Mapping[Place, Sequence[Trim]]) -> Iterator[Found]:
    """The dates of the heaviest lines, each in the bullet that says it best, the heaviest line first."""
    dated = [line for line in lines if trimmed.get(line.place) and WHEN.search(line.text)]
    known = [
        when
        for line in dated
        for match in WHEN.finditer(line.text)
        if (when := read_when(match, line.origin.published, ()))
    ]
    for line in sorted(dated, key=lambda line: (-line.weight, line.place))[:MOST_LINES]:
        for match in WHEN.finditer(line.text):
            if when := read_when(match, line.origin.published, known):
                for trim in best_trims(line.text, trimmed[line.place], match[0])[::-1]:
                    start = trim.text.index(match[0])
                    yield Found(line, trim, start, start + len(match[0]), when)


def _event(tree: Tree, found: Found, title: frozenset[str]) -> str:
    """The bullet without its date; "" when the date is not that of its verb or the rest is not clear alone."""
    inside = [i for i, (a, b) in enumerate(tree.parse.tokens) if a >= found.start and b <= found.end]
    verb = _dated_verb(tree, inside)
    others = [i for i in range(tree.size) if i not in inside]
    if verb is None or not is_clear(tree, title) or not names_something(tree, title, others):
        return ""
    if not _is_plain(tree, inside):
        return ""
    text = _without(tree.text[: _clause_end(tree, verb, inside[-1])], found.start, found.end)
    sound = WORDS[0] <= len(text.split()) <= WORDS[1] and not WHEN.search(text) and not _ENDS_OPEN.search(text)
    return text if sound else ""


def _dated_verb(tree: Tree, inside: Sequence[int]) -> int | None:
    """The verb that the date hangs on: the bullet's own, or one that completes it, with no other verb in between."""
    verbs = {_dated(tree, tree.heads[i], inside) for i in inside if tree.heads[i] not in inside}
    if not verbs or not all(verb >= 0 and _is_main(tree, verb) for verb in verbs):
        return None
    verb = max(verbs)
    if tree.lower[verb] in SAYING and tree.kid(verb, "ccomp") is not None:
        return None
    between = range(verb + 1, inside[0])
    other = any(tree.tags[i].startswith("VB") and tree.relations[i].startswith(("acl", "advcl")) for i in between)
    return None if other or any(tree.tags[i] in _RELATIVES for i in range(inside[0])) else verb


def _dated(tree: Tree, head: int, inside: Sequence[int]) -> int:
    """The head of a date; "opened a plant on March 3" dates the opening, whatever the parser hung the day on."""
    day = tree.lower[inside[0]] == "on"
    return tree.heads[head] if day and head >= 0 and tree.relations[head] == "obj" else head


def _is_plain(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether the bullet begins with its subject, the date or a phrase before a comma."""
    start = min((tree.spans[i][0] for i in range(tree.size) if tree.relations[i] in _SUBJECTS), default=-1)
    before = [i for i in range(start) if i not in inside]
    return start >= 0 and (not before or tree.words[before[-1]] == ",")


def _clause_end(tree: Tree, verb: int, last: int) -> int:
    """Where the dated clause ends: before a second verb that is joined to it after the date."""
    for i in range(last + 1, tree.size):
        if tree.relations[i] == "cc" and tree.relations[tree.heads[i]] == "conj" and tree.heads[tree.heads[i]] == verb:
            return tree.parse.tokens[i - 1][1]
    return len(tree.text)


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether the token is the tree's root or completes it, and is a verb or has one with it."""
    if not tree.tags[verb].startswith("VB") and tree.kid(verb, "cop") is None:
        return False
    at = verb
    while tree.heads[at] >= 0:
        if tree.relations[at] not in _CHAIN:
            return False
        at = tree.heads[at]
    return True


def _without(text: str, start: int, end: int) -> str:
    """The text without what stands at those characters, its commas put right."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if not before:
        return finish(after.lstrip(", "))
    if before.endswith(",") and after[:1] in (",", ""):
        before, after = before[:-1], after.lstrip(",")
    return finish(re.sub(r"\s+([,.;:])", r"\1", f"{before} {after.lstrip()}"))


def _is_double(one: Found, event: str, other: Found, earlier: str) -> bool:
    """Whether two entries tell the same: one day, or one date with much the same words."""
    if one.when.text != other.when.text:
        return False
    mine, theirs = set(content_stems(event)), set(content_stems(earlier))
    return (
        one.when.day > 0 or one.line.place == other.line.place or 2 * len(mine & theirs) > min(len(mine), len(theirs))
    )
