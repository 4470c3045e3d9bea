"""A long sentence as a point with its details below: what could be taken off without breaking it is said below it.

Nothing is lost by it, so that it is safe where leaving out would mislead: "Sales plunged 10 percent last month", and
below it "Despite low interest rates and clearance deals".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from deckmaker.condense.detach import holds_without
from deckmaker.condense.details import (
    KINDS,
    STRONG,
    breaks_a_list,
    has_lost_subject,
    is_detail,
    is_example,
    opens_an_end,
    without_link,
)
from deckmaker.condense.listed import listed_below
from deckmaker.condense.recast import GONE
from deckmaker.condense.said_by import said_by
from deckmaker.condense.shapes import DETAIL_WORDS, LONG, POINT_WORDS, Shape
from deckmaker.condense.times import follows_a_time, says_when
from deckmaker.condense.tree import DASHES, Tree
from deckmaker.language.word_lists import SAYING

MOST_DETAILS, MOST_TRIED = 3, 3
"""Details below a point at most, and phrases that are tried at each step."""

SURE = {
    "obl": 0.65,
    "advcl": 0.65,
    "conj": 0.65,
    "appos": 0.65,
    "parataxis": 0.5,
    "acl": 0.7,
    "nmod": 0.75,
    "advmod": 0.5,
}
"""By relation: how probable it must be that the sentence holds without the phrase."""

SURE_IF_STRONG = 0.5
"""The same for what is set off at the start, or opens with "after", "because", "to do" and the like."""

SURE_IF_NOUN = 0.85
"""The same for "to do" on a noun that may need it: "the ability to search"."""

STRONG_FIRST, COMMA = 0.3, 0.9
"""How much sooner a strong opening is tried, and what follows a comma up to the end."""

_TAIL_OPENINGS = STRONG | {"with", "from", "over"}
_LOOSE = ("obl", "nmod", "advcl")
"""Relations of phrases that may go together with one before them."""

Taken = tuple[float, frozenset[int], frozenset[int]]
"""How soon it is tried, the tokens that are taken off, and those of them that are said below."""


@dataclass(frozen=True, slots=True)
class Split:
    """A shape without its details, and the tokens of each detail in the order in which they are said."""

    point: Shape
    details: tuple[frozenset[int], ...]


def splits(shape: Shape) -> Iterator[Split]:
    """The ways to split a shape that is too long, those with fewer details first; none for a short one."""
    if _words(shape) <= LONG:
        return
    listed = listed_below(shape)
    if listed is not None and _is_good(Split(*listed)):
        yield Split(*listed)
    partial = [Split(shape, ())]
    for _ in range(min(MOST_DETAILS, 1 + _words(shape) // LONG)):
        further = [Split(rest, (*split.details, said)) for split in partial for rest, said in _taken_off(split.point)]
        yield from (_ordered(split) for split in further if _is_good(split))
        partial = [split for split in further if _words(split.point) > POINT_WORDS[1]]


def _is_good(split: Split) -> bool:
    """Whether the point has a good length; examples ("such as …") stand below it alone."""
    tree = split.point.tree
    lone = len(split.details) == 1 or not any(is_example(tree, min(said)) for said in split.details)
    if any(_has_lost_an_aside(tree, said) or breaks_a_list(tree, said) for said in split.details):
        return False
    return lone and POINT_WORDS[0] <= _words(split.point) <= POINT_WORDS[1]


def _has_lost_an_aside(tree: Tree, said: frozenset[int]) -> bool:
    """Whether words between dashes are missing within a detail: what stands around them would run together."""
    gaps = ((a, b) for a, b in pairwise(sorted(said)) if any(not tree.is_mark[k] for k in range(a + 1, b)))
    return any(tree.words[a + 1] in DASHES and tree.words[b - 1] in DASHES for a, b in gaps)


def _words(shape: Shape) -> int:
    """How many words the shape writes."""
    return shape.words(shape.kept) + len(shape.speaker.split())


def _ordered(split: Split) -> Split:
    """The details that go on where the point ends, those of its middle, and who said it, in the sentence's order."""
    tree, last = split.point.tree, max(split.point.kept)

    def order(said: frozenset[int]) -> tuple[bool, bool, int]:
        return any(tree.lower[i] in SAYING and tree.heads[i] < 0 for i in said), last > min(said), min(said)

    return Split(split.point, tuple(sorted(split.details, key=order)))


def _taken_off(shape: Shape) -> list[tuple[Shape, frozenset[int]]]:
    """The shape without a phrase, and what of that is said below it, the surest first."""
    found = sorted(
        (*_phrases(shape), *_tails(shape), *_ends(shape)), key=lambda entry: (-entry[0], min(entry[1]), -len(entry[1]))
    )
    if GONE in shape.tree.heads:  # such a tree is a guess more
        found = [entry for entry in found if shape.tree.lower[min(entry[1])] in STRONG]
    offs = [(replace(shape, kept=shape.kept - taken), said) for _, taken, said in found]
    speaker = said_by(shape)
    return [*([speaker] if speaker else []), *offs][:MOST_TRIED]


def _phrases(shape: Shape) -> Iterator[Taken]:
    """Phrases of the tree that may be taken off."""
    tree = shape.tree
    for i in (i for i in sorted(shape.kept) if tree.relations[i].split(":")[0] in KINDS):
        taken = frozenset(tree.subtree(i)) & shape.kept
        said = without_link(tree, i, taken)
        if DETAIL_WORDS[0] <= shape.words(said) <= DETAIL_WORDS[1] and is_detail(tree, i, taken, shape):
            sure, strong = holds_without(tree, i), tree.lower[min(taken)] in STRONG
            if follows_a_time(tree, min(taken)) or follows_a_time(tree, max(taken) + 1):
                continue  # "on twentieth of August [in year 2024]" goes as one
            if sure >= _needed(tree, i, min(taken)):
                yield sure + strong * STRONG_FIRST, taken, said


def _tails(shape: Shape) -> Iterator[Taken]:
    """A phrase with the others that follow it up to the end, though they do not hang on it.

    The parser often hangs "such as …" and "in 2010" on the verb.
    """
    tree = shape.tree
    for i in sorted(shape.kept):
        first = tree.spans[i][0]
        opens = tree.lower[first] in _TAIL_OPENINGS
        if first not in shape.kept or not (opens or says_when(tree, i)) or follows_a_time(tree, first):
            continue
        taken = frozenset(k for k in shape.kept if k >= first)
        if not opens and any(tree.tags[k].startswith("VB") for k in taken):
            continue
        tops = [k for k in taken if tree.heads[k] not in taken]
        if len(tops) < 2 or not DETAIL_WORDS[0] <= shape.words(taken) <= DETAIL_WORDS[1]:
            continue
        loose = all(tree.relations[k].split(":")[0] in _LOOSE for k in tops)
        if loose and not any(tree.heads[k] in taken for k in shape.kept - taken) and is_detail(tree, i, taken, shape):
            sure = min(holds_without(tree, k) for k in tops)
            if sure >= _needed(tree, i, first):
                yield sure, taken, without_link(tree, i, taken)


def _needed(tree: Tree, i: int, first: int) -> float:
    """How sure it must be that the phrase can be taken off."""
    strong = tree.lower[first] in STRONG or (first <= 1 and tree.is_set_off(i))
    infinitive = tree.lower[first] == "to" and tree.tags[i] == "VB"
    strong |= says_when(tree, i)
    if infinitive and tree.relations[i] != "advcl":
        return SURE_IF_NOUN
    if tree.relations[i] != "acl:relcl" and (strong or infinitive):
        return SURE_IF_STRONG
    return SURE[tree.relations[i].split(":")[0]]


def _ends(shape: Shape) -> Iterator[Taken]:
    """What stands after a comma up to the end, when nothing before it hangs on it and it is no list."""
    tree = shape.tree
    for comma in range(1, tree.size - 1):
        if tree.words[comma] not in (",", "–", "—") or tree.is_quoted[comma]:
            continue
        taken = frozenset(k for k in shape.kept if k > comma)
        if not taken:
            continue
        if not DETAIL_WORDS[0] <= shape.words(taken) <= DETAIL_WORDS[1]:
            continue
        lost = has_lost_subject(tree, taken)
        if not lost and _hangs_on(tree, shape, taken) and opens_an_end(tree, min(taken)):
            yield COMMA, taken, without_link(tree, shape.root, taken)


def _hangs_on(tree: Tree, shape: Shape, taken: frozenset[int]) -> bool:
    """Whether the tokens hang on the rest, none of the rest on them, and nothing joins the two in a list."""
    rest = shape.kept - taken
    if shape.root in taken or any(tree.heads[k] in taken for k in rest):
        return False
    return not any(tree.relations[k] in ("conj", "cc", "ccomp") and tree.heads[k] in rest for k in taken)
