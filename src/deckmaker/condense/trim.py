"""A sentence -> the bullets that can be made of it: what could be kept (shapes), put into words and guarded.

Every bullet is a subsequence of its sentence: nothing is added, nothing moves.  Only English is trimmed; the other
languages keep their sentences whole.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from deckmaker.condense.antecedents import Told
from deckmaker.condense.cuts import cuts_cleanly
from deckmaker.condense.doubt import doubt
from deckmaker.condense.guard import may_stand_below, says_more_than_quoted, stands_alone
from deckmaker.condense.point import dangling, definites, leans, points_outside
from deckmaker.condense.shapes import LEAST_WORDS, LONG, SUBJECTS, Shape, shapes
from deckmaker.condense.spell import spell
from deckmaker.condense.split import Split, splits
from deckmaker.condense.telegraph import unsaid
from deckmaker.condense.tree import Tree
from deckmaker.condense.waits import lacks_its_half
from deckmaker.condense.who import StandIn
from deckmaker.condense.whole import FINITE, is_clause, says_what
from deckmaker.document import Place
from deckmaker.language.word_lists import SAYING
from deckmaker.outline import MARK

NOTHING: Mapping[int, frozenset[Told]] = MappingProxyType({})

OWN_WORDS = 10
"""A bullet's words of its own sentence for each word of a name in it that stands elsewhere, unless it opens it."""

_STRIPPED = frozenset("that while whereas although though and but or so yet plus".split())
"""Words that join a clause to another and that it can do without."""


@dataclass(frozen=True, slots=True)
class Trim:
    """A bullet's text, its mean log-odds of being kept, and whether it is the whole sentence.

    full is the same with the articles that the text leaves unsaid; below are details of a sentence that was split.
    leans says that it is clear only after a bullet of the sentence before; after holds, for each stem, the sentences
    of which one has to be told before with that stem; needs are the stems of what "the" says was told before, and of
    lone surnames.  doubt is how likely a reader objects, 0 the average, as log-odds.
    """

    text: str
    score: float
    whole: bool
    places: tuple[Place, ...] = ()
    full: str = ""
    below: tuple[str, ...] = ()
    leans: bool = False
    needs: frozenset[str] = frozenset()
    doubt: float = 0.0
    after: frozenset[Told] = frozenset()

    @property
    def is_clear(self) -> bool:
        """Whether it is one text that needs no other bullet before it."""
        return not (self.below or self.leans or self.after)


def trims(tree: Tree, stand_in: StandIn | None = None, told: Mapping[int, frozenset[Told]] = NOTHING) -> list[Trim]:
    """The bullets that can be made of a sentence, longest first; empty when none can stand alone.

    stand_in is what the sentence's first pronoun stands for, told where "this grant" was told of, when that is known.
    """
    found: dict[tuple[str, ...], Trim] = {}
    if _asks(tree):
        return []
    for trim in _offered(tree, stand_in, told):
        if trim is not None:
            found.setdefault((trim.text, *trim.below), trim)
    return sorted(found.values(), key=lambda trim: (-len(trim.text), trim.text, trim.below))


def _offered(tree: Tree, stand_in: StandIn | None, told: Mapping[int, frozenset[Told]]) -> Iterator[Trim | None]:
    yield _whole(tree, stand_in)
    is_split = set()
    for shape in shapes(tree, stand_in):
        trim = _worded(shape, told)
        yield trim
        clause = (shape.root, shape.speaker)
        if trim is None or clause in is_split:
            continue
        split = next(filter(None, (_split(each, told) for each in splits(shape))), None)
        if split is not None:
            is_split.add(clause)
            yield split


def in_full(trim: Trim) -> Trim:
    """The trim with its articles, as a sentence is spoken."""
    return replace(trim, text=trim.full or trim.text)


def whole_sentence(text: str) -> Trim | None:
    """The sentence itself as a bullet, or None when it cannot stand alone."""
    text = finish(text)
    alone = stands_alone(text) and says_more_than_quoted(text)
    return Trim(text, 0.0, whole=True) if alone and is_statement(text) else None


def is_statement(text: str) -> bool:
    """Whether a text has words enough and asks nothing; scripts without spaces are counted by characters."""
    if text.endswith("?") or MARK.search(text):
        return False
    return len(text.split()) >= LEAST_WORDS or sum(c >= "\u2e80" for c in text) >= 2 * LEAST_WORDS


def finish(text: str) -> str:
    """Text as a bullet is written: one line, a capital first, no stop at the end."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:–—-。।")
    if text.endswith(".") and not re.search(
        r"\b(?:[A-Z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|etc|Dr|St|No|a\.m|p\.m)\.$", text
    ):
        text = text.rstrip(".")
    text = re.sub(r"[.,]([”\"’'])$", r"\1", text).strip()
    return text[:1].upper() + text[1:]


def _whole(tree: Tree, stand_in: StandIn | None) -> Trim | None:
    """The sentence itself, its opening pronoun replaced; None when it cannot stand alone."""
    everything = {i for i in range(tree.size) if not tree.is_mark[i]}
    whole = whole_sentence(_replaced(tree, stand_in))
    if (
        whole is None
        or not _states(tree)
        or _announces(tree, everything)
        or points_outside(tree, everything, stand_in.token if stand_in else None)
        or (stand_in is not None and _is_mostly_elsewhere(tree, everything, stand_in))
    ):
        return None
    text = finish(spell(tree, everything, stand_in, unsaid(tree)) or whole.text)
    places = (stand_in.place,) if stand_in else ()
    needs, doubtful = definites(tree, everything), doubt(tree, frozenset(everything))
    return replace(whole, text=text, full=whole.text, places=places, needs=needs, doubt=doubtful)


def _asks(tree: Tree) -> bool:
    """Whether a sentence is a question, not only one that it quotes."""
    return any(mark in ("?", "?!", "!?") and not tree.is_quoted[i] for i, mark in enumerate(tree.words))


def _announces(tree: Tree, kept: set[int]) -> bool:
    """Whether a colon, or a quotation, follows the last kept word: what the words announce is not there."""
    following = max(kept) + 1
    opening = {start for start, _ in tree.quotations if tree.words[start] not in "(["}
    return following < tree.size and (tree.words[following] == ":" or following in opening)


def _states(tree: Tree) -> bool:
    """Whether a sentence has a verb with tense and its subject, and asks nothing."""
    said = any(
        tree.is_finite(i) and tree.kid(i, *SUBJECTS) is not None and not tree.relations[i].startswith("acl")
        for i in range(tree.size)
    )
    root = tree.heads.index(-1)
    if tree.tags[root] == "VB" and tree.kid(root, *SUBJECTS) is None:
        return False  # "Stop blaming the companies - it is not their fault"
    if tree.lower[root] in SAYING and not says_what(tree, set(range(tree.size)), root):
        return False
    first = next((i for i in range(tree.size) if not tree.is_mark[i]), 0)
    return said and tree.tags[first] not in (*FINITE, "UH")


def _replaced(tree: Tree, stand_in: StandIn | None) -> str:
    """The sentence with its opening pronoun replaced."""
    if stand_in is None:
        return tree.text
    start, end = tree.parse.tokens[stand_in.token]
    return tree.text[:start] + stand_in.text + tree.text[end:]


def _worded(
    shape: Shape, told: Mapping[int, frozenset[Told]], *, is_split: bool = False, is_said: bool = False
) -> Trim | None:
    """The shape as a bullet; None when the guard refuses it.  What a split took off was judged there.

    Is it said by somebody who stands below it, then it may be a quotation alone.
    """
    kept = _without_joiner(shape)
    opening = frozenset(sorted(kept)[:1]) & told.keys()
    full = _bullet(shape, kept, opening, is_split=is_split)
    if not full or not (is_said or says_more_than_quoted(full)):
        return None
    loose = dangling(shape.tree, kept, _replaced_token(shape))
    if not leans(shape.tree, loose):
        return None
    text = finish(spell(shape.tree, kept, _written(shape), shape.unsaid | opening) or "")
    if shape.speaker:
        text, full = (f"{shape.speaker}: {_uncapital(shape.tree, kept, words)}" for words in (text, full))
    named = shape.stand_in
    places = (named.place,) if named and (shape.is_named or named.token in kept) else ()
    needs, doubtful = definites(shape.tree, kept), doubt(shape.tree, frozenset(kept))
    after = frozenset().union(*(told[i] for i in loose if i in told))
    leaning = any(i not in told for i in loose)
    return Trim(text, shape.score, False, places, full, (), leaning, needs, doubtful, after)


def _split(split: Split, told: Mapping[int, frozenset[Told]]) -> Trim | None:
    """The split shape as a bullet with bullets below; None when the guard refuses one of them."""
    tree, silent = split.point.tree, split.point.unsaid
    is_said = any(tree.heads[i] < 0 and tree.lower[i] in SAYING for detail in split.details for i in detail)
    point = _worded(split.point, told, is_split=True, is_said=is_said)
    below = tuple(finish(spell(tree, set(detail), split.point.stand_in, silent) or "") for detail in split.details)
    if point is None or not all(map(may_stand_below, below)):
        return None
    said = frozenset(split.point.kept).union(*split.details)
    split_up = replace(point, below=below, doubt=doubt(tree, said))
    return split_up if max(len(text.split()) for text in (point.text, *below)) <= LONG else None


def _written(shape: Shape) -> StandIn | None:
    """The stand-in that is written within the shape (not before the colon)."""
    return None if shape.speaker else shape.stand_in


def _replaced_token(shape: Shape) -> int | None:
    """The token in whose place the stand-in is written."""
    written = _written(shape)
    return written.token if written else None


def _bullet(shape: Shape, kept: set[int], silent: frozenset[int], *, is_split: bool) -> str:
    """The kept tokens' text with its articles, or "" when the guard refuses it; silent is a "this" that opens it."""
    tree, root, written = shape.tree, shape.root, _written(shape)
    if not is_split and (not cuts_cleanly(tree, kept, root) or lacks_its_half(tree, kept)):
        return ""
    if not is_clause(tree, kept, root) or (not is_split and _announces(tree, kept)):
        return ""
    text = finish(spell(tree, kept, written, silent) or "")
    if written and kept and _is_mostly_elsewhere(tree, kept, written):
        return ""
    return text if text and stands_alone(text) else ""


def _is_mostly_elsewhere(tree: Tree, kept: set[int], written: StandIn) -> bool:
    """Whether a name that does not open the bullet makes more than a tenth of its words."""
    opens = written.token == min(kept)
    said = sum(tree.begins_word[i] for i in kept)
    return written.token in kept and not opens and len(written.text.split()) * OWN_WORDS > said


def _uncapital(tree: Tree, kept: set[int], text: str) -> str:
    """The text with its first letter as in the article."""
    first = text.split(" ", maxsplit=1)[0].lower()
    written = next((tree.words[i] for i in sorted(kept) if tree.words[i].lower() == first), text)
    return written[:1] + text[1:]


def _without_joiner(shape: Shape) -> set[int]:
    """The tokens without the root's own "and", "but", "while" or "that" that now would come first."""
    tree, root = shape.tree, shape.root
    kept = {i for i in shape.kept if not (tree.relations[i] == "cc" and tree.heads[i] == root)}
    while kept:
        first = min(kept)
        if (
            tree.relations[first] not in ("cc", "mark")
            or tree.heads[first] != root
            or tree.lower[first] not in _STRIPPED
        ):
            break
        kept.discard(first)
    return kept
