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
from deckmaker.condense.guard import may_stand_below, stands_alone
from deckmaker.condense.point import dangling, definites, leans, points_outside
from deckmaker.condense.shapes import LEAST_WORDS, SUBJECTS, Shape, shapes
from deckmaker.condense.spell import spell
from deckmaker.condense.split import LONG, Split, splits
from deckmaker.condense.telegraph import unsaid
from deckmaker.condense.tree import Tree
from deckmaker.condense.who import StandIn
from deckmaker.document import Place
from deckmaker.language.word_lists import SAYING
from deckmaker.outline import MARK

NOTHING: Mapping[int, frozenset[Told]] = MappingProxyType({})

OWN_WORDS = 10
"""A bullet's words of its own sentence for each word of a name in it that stands elsewhere, unless it opens it."""

_FINITE = ("VBZ", "VBP", "VBD", "MD")
"""Tags of verbs with tense and of modals: what begins with one is a question or has lost its subject."""

_STRIPPED = frozenset("that while whereas although though and but or so yet plus".split())
"""Words that join a clause to another and that it can do without."""


_OF_WHAT = frozenset("accuse accuses accused accusing convicted suspected suspects acquitted".split())
"""Verbs that say nothing without their "of doing"."""


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
    return Trim(text, 0.0, whole=True) if stands_alone(text) and is_statement(text) else None


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
    if tree.lower[root] in SAYING and not _says_what(tree, set(range(tree.size)), root):
        return False
    first = next((i for i in range(tree.size) if not tree.is_mark[i]), 0)
    return said and tree.tags[first] not in (*_FINITE, "UH")


def _replaced(tree: Tree, stand_in: StandIn | None) -> str:
    """The sentence with its opening pronoun replaced."""
    if stand_in is None:
        return tree.text
    start, end = tree.parse.tokens[stand_in.token]
    return tree.text[:start] + stand_in.text + tree.text[end:]


def _worded(shape: Shape, told: Mapping[int, frozenset[Told]], *, is_split: bool = False) -> Trim | None:
    """The shape as a bullet; None when the guard refuses it.  What a split took off was judged there."""
    kept = _without_joiner(shape)
    opening = frozenset(sorted(kept)[:1]) & told.keys()
    full = _bullet(shape, kept, opening, is_split=is_split)
    if not full:
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
    point = _worded(split.point, told, is_split=True)
    tree, silent = split.point.tree, split.point.unsaid
    below = tuple(finish(spell(tree, set(detail), split.point.stand_in, silent) or "") for detail in split.details)
    if point is None or not all(map(may_stand_below, below)):
        return None
    split_up = replace(point, below=below)
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
    if not is_split and not cuts_cleanly(tree, kept, root):
        return ""
    if not _is_clause(tree, kept, root) or (not is_split and _announces(tree, kept)):
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


def _is_clause(tree: Tree, kept: set[int], root: int) -> bool:
    """Whether the root is a verb with tense (or has one with it) whose subject is kept and agrees with it."""
    subject = next((k for k in tree.kids[root] if tree.relations[k] in SUBJECTS), None)
    if tree.relations[root] == "conj" and subject is None:
        return tree.is_finite(root)
    if subject is None or not tree.is_finite(root):
        return False
    if _is_parted(tree, kept, subject, root) or tree.kid(root, "mark") in kept or tree.tags[min(kept)] in _FINITE:
        return False
    if tree.lower[root] in SAYING and not _says_what(tree, kept, root):
        return False
    if _opens_with_a_clause(tree, min(kept), root):
        return False
    if any(_cut_apart(tree, kept, k) for k in kept if tree.relations[k] in SUBJECTS) or _is_spliced(tree, kept, root):
        return False
    if any(tree.lower[k] in _OF_WHAT and not _says_of_what(tree, kept, k) for k in kept):
        return False
    clash = (tree.tags[subject], tree.tags[root]) in (("NNS", "VBZ"), ("NN", "VBP"), ("NNP", "VBP"))
    return not clash or any(tree.relations[k] == "conj" for k in tree.kids[subject])


def _opens_with_a_clause(tree: Tree, first: int, root: int) -> bool:
    """Whether "before …" comes first and no comma ends it before the root: then the root is not the main verb."""
    return tree.relations[first] == "mark" and tree.heads[first] != root and "," not in tree.words[first:root]


def _says_of_what(tree: Tree, kept: set[int], verb: int) -> bool:
    """Whether "accused" keeps its "of …", when the sentence has one after it."""
    after = [k for k in range(verb + 1, tree.size) if tree.lower[k] == "of" and tree.tags[k + 1 : k + 2] == ("VBG",)]
    return not after or any(k in kept for k in after)


def _is_spliced(tree: Tree, kept: set[int], root: int) -> bool:
    """Whether a clause stands before the root's with only a comma between them, as what joined the two was cut."""
    if tree.lower[root] in SAYING or tree.tags[root].startswith("NN"):
        return False
    return any(
        tree.heads[k] == root
        and k < root
        and tree.relations[k] in ("ccomp", "advcl")
        and tree.is_finite(k)
        and tree.kid(k, *SUBJECTS) is not None
        and not tree.is_quoted[k]
        and "," in tree.words[k:root]
        and not any(tree.relations[m] in ("mark", "advmod", "cc") and m in kept for m in tree.kids[k])
        for k in kept
    )


def _cut_apart(tree: Tree, kept: set[int], subject: int) -> bool:
    """Whether words are cut between one thing and "are", which then has lost the others: "Privacy [, like …,] are"."""
    verb = tree.heads[subject]
    helper = next((k for k in tree.kids[verb] if tree.relations[k].startswith(("aux", "cop"))), verb)
    one = tree.tags[subject] in ("NN", "NNP") and tree.lower[helper] in ("are", "were", "have")
    return one and any(k not in kept and not tree.is_mark[k] for k in range(subject, helper))


def _is_parted(tree: Tree, kept: set[int], subject: int, root: int) -> bool:
    """Whether one lone comma stands between subject and verb: then the verb is not the subject's."""
    between = range(subject, root)
    commas = [i for i in between if tree.words[i] == "," and i - 1 in kept and i + 1 in kept]
    return len(commas) == 1 and not any(tree.relations[k] == "conj" for k in tree.kids[subject])


def _says_what(tree: Tree, kept: set[int], verb: int) -> bool:
    """Whether what is said is kept with the verb of saying: a clause, a quotation, or (not for "told") a thing."""
    told = tree.lower[verb] in ("told", "tells")
    wanted = ("ccomp", "parataxis", "xcomp", "conj") + (() if told else ("obj",))
    quoted = not told and any(tree.words[i] in '“"' for i in range(tree.size) if i + 1 in kept)
    return quoted or any(tree.relations[k] in wanted for k in tree.kids[verb] if k in kept)
