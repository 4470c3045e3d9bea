"""A sentence -> the bullets that can be made of it: the best pruned tree for several lengths, from each clause.

Every bullet is a subsequence of its sentence: nothing is added, nothing moves.  Only English is trimmed; the other
languages keep their sentences whole.
"""

import re
from dataclasses import dataclass, replace

from deckmaker.condense.bind import bind, is_lost_opener
from deckmaker.condense.cuts import cuts_cleanly, leaves_a_clean_gap
from deckmaker.condense.guard import stands_alone
from deckmaker.condense.point import points_outside
from deckmaker.condense.prune import prune
from deckmaker.condense.recast import recast
from deckmaker.condense.refer import StandIn
from deckmaker.condense.speech import speeches
from deckmaker.condense.spell import spell
from deckmaker.condense.tree import Tree
from deckmaker.document import Place
from deckmaker.language.word_lists import CONFIRMING, SAYING
from deckmaker.outline import MARK

LEAST_WORDS = 4
LENGTHS = (7, 9, 11, 13, 14, 15, 16, 18, 21, 26, 32)
"""For each of these limits the best pruned tree is offered."""

KEEP_BIAS = 2.0
"""Added to each token's log-odds of being kept: how keen we are to keep words at all."""

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


@dataclass(frozen=True, slots=True)
class Trim:
    """A bullet's text, its mean log-odds of being kept, and whether it is the whole sentence."""

    text: str
    score: float
    whole: bool
    places: tuple[Place, ...] = ()


def trims(tree: Tree, stand_in: StandIn | None = None) -> list[Trim]:
    """The bullets that can be made of a sentence, longest first; empty when none can stand alone.

    stand_in is what the sentence's opening pronoun stands for, when that is known.
    """
    found: dict[str, Trim] = {}
    everything = {i for i in range(tree.size) if not tree.is_mark[i]}
    whole = whole_sentence(_replaced(tree, stand_in))
    if whole and not points_outside(tree, everything, stand_in.token if stand_in else None):
        found[whole.text] = replace(whole, places=(stand_in.place,) if stand_in else ())
    owner = bind(tree, leaves_a_clean_gap)
    for root, subject in _roots(tree):
        _collect(found, tree, (owner, root, subject), stand_in)
    for other in recast(tree):
        root = other.heads.index(-1)
        _collect(found, other, (bind(other, leaves_a_clean_gap), root, None), stand_in)
    for speech in speeches(tree, stand_in):
        for kept, score in _prunings(tree, owner, speech.clause, None):
            said = _bullet(tree, kept, speech.clause, None)
            text = f"{speech.speaker}: {_uncapital(tree, kept, said)}"
            if said and text not in found:
                found[text] = Trim(text, score, False, (stand_in.place,) if stand_in and speech.replaced else ())
    return sorted(found.values(), key=lambda trim: (-len(trim.text), trim.text))


def _replaced(tree: Tree, stand_in: StandIn | None) -> str:
    """The sentence with its opening pronoun replaced."""
    if stand_in is None:
        return tree.text
    start, end = tree.parse.tokens[stand_in.token]
    return tree.text[:start] + stand_in.text + tree.text[end:]


def _collect(
    found: dict[str, Trim], tree: Tree, clause: tuple[list[int], int, int | None], stand_in: StandIn | None
) -> None:
    """Add the trims of one clause (owners, root, borrowed subject) to those found."""
    owner, root, subject = clause
    for kept, score in _prunings(tree, owner, root, subject):
        text = _bullet(tree, kept, root, stand_in)
        if text and text not in found:
            places = (stand_in.place,) if stand_in and stand_in.token in kept else ()
            found[text] = Trim(text, score, False, places)


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
    text = re.sub(r"[.,]([”\"’])$", r"\1", text).strip()
    return text[:1].upper() + text[1:]


def _uncapital(tree: Tree, kept: set[int], text: str) -> str:
    """The text with its first letter as in the article."""
    written = next(
        (tree.words[i] for i in sorted(kept) if tree.words[i].lower() == text.split(" ", maxsplit=1)[0].lower()), text
    )
    return written[:1] + text[1:]


def _roots(tree: Tree) -> list[tuple[int, int | None]]:
    """Clauses that may stand alone: the sentence, and in it each clause that states something by itself.

    With a second verb of the same subject comes that subject, else None.
    """
    found: list[tuple[int, int | None]] = []
    for i in range(tree.size):
        if tree.is_mark[i]:
            continue
        if tree.heads[i] == -1 or _is_statement(tree, i):
            found.append((i, None))
        elif (subject := _shared_subject(tree, i)) is not None:
            found.append((i, subject))
    return found


def _is_statement(tree: Tree, i: int) -> bool:
    if not tree.is_finite(i) or tree.kid(i, *_SUBJECTS) is None:
        return False
    relation, head = tree.relations[i], tree.heads[i]
    marks = {tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("mark", "advmod")}
    if relation in ("conj", "parataxis"):
        return not marks & {"if", "whether", "unless"} and tree.relations[head] in ("root", "conj", "parataxis")
    confirmed = relation == "ccomp" and tree.lower[head] in CONFIRMING and not _is_denied(tree, head)
    return confirmed and not marks & {"if", "whether"}


def _is_denied(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] in ("not", "n't", "never", "no") or tree.tags[k] == "MD" for k in tree.kids[i])


def _shared_subject(tree: Tree, i: int) -> int | None:
    """The subject that a second finite verb takes from the root's verb."""
    head = tree.heads[i]
    if tree.relations[i] != "conj" or tree.heads[head] != -1 or tree.tags[i] not in ("VBZ", "VBP", "VBD"):
        return None
    return tree.kid(head, "nsubj", "nsubj:pass")


def _prunings(tree: Tree, owner: list[int], root: int, subject: int | None) -> list[tuple[set[int], float]]:
    """Kept tokens and mean score: the best pruned tree under root for each of the lengths."""
    borrowed = tree.subtree(subject) if subject is not None else []
    worth = [tree.parse.keep[i] + KEEP_BIAS + _bonus(tree, i) for i in range(tree.size)]
    table = prune(tree, owner, worth, root, max(LENGTHS))
    found: list[tuple[set[int], float]] = []
    for limit in LENGTHS:
        within = [
            (score, groups) for count, (score, groups) in table.items() if LEAST_WORDS <= count + len(borrowed) <= limit
        ]
        if within:
            score, groups = max(within)
            kept = _members(tree, owner, root, groups) | set(borrowed)
            if all(kept != other for other, _ in found):
                found.append((kept, score / len(kept)))
    return found


def _bonus(tree: Tree, i: int) -> float:
    """Figures and names are what a reader wants to take away; a joining word at the start never, an aside hardly."""
    if is_lost_opener(tree, i):
        return -50.0
    if tree.is_aside[i]:
        return -4.0
    if tree.tags[i] == "CD":
        return 1.5
    return 0.7 if tree.tags[i] in ("NNP", "NNPS") else 0.0


def _members(tree: Tree, owner: list[int], root: int, groups: tuple[int, ...]) -> set[int]:
    inside = set(tree.subtree(root))
    chosen = set(groups)
    return {i for i in inside if (owner[i] if owner[i] in inside else root) in chosen}


def _bullet(tree: Tree, kept: set[int], root: int, stand_in: StandIn | None) -> str:
    """The bullet's text, or "" when the guard refuses it."""
    kept = _without_joiner(tree, kept, root)
    named = stand_in.token if stand_in else None
    if not cuts_cleanly(tree, kept, root) or points_outside(tree, kept, named) or not _is_clause(tree, kept, root):
        return ""
    text = spell(tree, kept, stand_in)
    if text is None:
        return ""
    text = finish(text)
    return text if stands_alone(text) else ""


def _without_joiner(tree: Tree, kept: set[int], root: int) -> set[int]:
    """The tokens without the root's own "and", "but", "while" or "that" that now would come first."""
    kept = {i for i in kept if not (tree.relations[i] == "cc" and tree.heads[i] == root)}
    while kept:
        first = min(kept)
        if (
            tree.relations[first] not in ("cc", "mark")
            or tree.heads[first] != root
            or tree.lower[first] in ("if", "to")
        ):
            break
        kept.discard(first)
    return kept


def _is_clause(tree: Tree, kept: set[int], root: int) -> bool:
    """Whether the root is a verb with tense (or has one with it) whose subject is kept and agrees with it."""
    subject = next((k for k in tree.kids[root] if tree.relations[k] in _SUBJECTS), None)
    if tree.relations[root] == "conj" and subject is None:
        return tree.is_finite(root)
    if subject is None or not tree.is_finite(root):
        return False
    if _is_parted(tree, kept, subject, root) or tree.kid(root, "mark") in kept:
        return False
    if tree.lower[root] in SAYING and not _says_what(tree, kept, root):
        return False
    clash = (tree.tags[subject], tree.tags[root]) in (("NNS", "VBZ"), ("NN", "VBP"), ("NNP", "VBP"))
    return not clash or any(tree.relations[k] == "conj" for k in tree.kids[subject])


def _is_parted(tree: Tree, kept: set[int], subject: int, root: int) -> bool:
    """Whether one lone comma stands between subject and verb: then the verb is not the subject's."""
    between = range(subject, root)
    commas = [i for i in between if tree.words[i] == "," and i - 1 in kept and i + 1 in kept]
    return len(commas) == 1


def _says_what(tree: Tree, kept: set[int], verb: int) -> bool:
    """Whether what is said is kept with the verb of saying: a clause, a quotation, or (not for "told") a thing."""
    wanted = ("ccomp", "parataxis", "xcomp", "conj") + (() if tree.lower[verb] in ("told", "tells") else ("obj",))
    quoted = any(tree.words[i] in '“"' for i in range(tree.size) if i + 1 in kept)
    return quoted or any(tree.relations[k] in wanted for k in tree.kids[verb] if k in kept)
