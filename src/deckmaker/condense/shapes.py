"""What of a sentence could make a bullet: each clause that may stand alone, pruned to several lengths."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckmaker.condense.bind import bind, is_lost_opener
from deckmaker.condense.cuts import leaves_a_clean_gap
from deckmaker.condense.prune import Token, prune
from deckmaker.condense.recast import recast
from deckmaker.condense.speech import speeches
from deckmaker.condense.telegraph import unsaid
from deckmaker.condense.tree import Tree
from deckmaker.condense.who import StandIn
from deckmaker.language.word_lists import CONFIRMING

LEAST_WORDS = 4
LENGTHS = (40, 32, 26, 21, 18, 16, 15, 14, 13, 11, 9, 7)
"""For each of these limits the best pruned tree is offered."""

LONG = 16
"""A bullet of more words is split where that can be done well."""

POINT_WORDS, DETAIL_WORDS = (5, LONG), (3, LONG)
"""Words of a point that has details below it, and of a detail: at least, at most."""

KEEP_BIAS = 2.0
"""Added to each token's log-odds of being kept: how keen we are to keep words at all."""

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


@dataclass(frozen=True, slots=True)
class Shape:
    """The tokens of a tree that could make a bullet, the verb they hang on, and their mean log-odds of being kept.

    unsaid are tokens that would not be written.  stand_in is what a pronoun among them stands for.  With a speaker,
    the bullet is "SPEAKER: …", and is_named says that the speaker's name came from a pronoun.
    """

    tree: Tree
    kept: frozenset[int]
    root: int
    score: float
    unsaid: frozenset[int]
    stand_in: StandIn | None = None
    speaker: str = ""
    is_named: bool = False

    def words(self, tokens: frozenset[int]) -> int:
        """How many words some of the tokens make when they are written."""
        return sum(self.tree.begins_word[i] for i in tokens - self.unsaid)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a tree: what each token is worth and whose fate it shares, its verb, the subject that it borrows."""

    tree: Tree
    tokens: list[Token]
    owner: list[int]
    root: int
    subject: int | None = None


def shapes(tree: Tree, stand_in: StandIn | None) -> Iterator[Shape]:
    """The shapes of a sentence: of its clauses, of clauses stated with the same words, of what somebody says."""
    owner, silent = bind(tree, leaves_a_clean_gap), unsaid(tree)
    tokens = _tokens(tree, silent)
    yield _everything(tree, silent, stand_in)
    for root, subject in _roots(tree):
        for kept, score in _prunings(_Clause(tree, tokens, owner, root, subject)):
            yield Shape(tree, kept, root, score, silent, stand_in)
    for other in recast(tree):
        clause = _Clause(other, _tokens(other, silent), bind(other, leaves_a_clean_gap), other.heads.index(-1))
        for kept, score in _prunings(clause):
            yield Shape(other, kept, clause.root, score, silent, stand_in)
    for speech in speeches(tree, stand_in):
        for kept, score in _prunings(_Clause(tree, tokens, owner, speech.clause)):
            named = stand_in if speech.replaced else None
            yield Shape(tree, kept, speech.clause, score, silent, named, speech.speaker, speech.replaced)


def _everything(tree: Tree, silent: frozenset[int], stand_in: StandIn | None) -> Shape:
    """The whole sentence but for what only joins it to the one before, and what stands in brackets."""
    root = tree.heads.index(-1)
    kept = frozenset(i for i in tree.subtree(root) if not is_lost_opener(tree, i) and not tree.is_aside[i])
    return Shape(tree, kept, root, 0.0, silent, stand_in)


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
    if not tree.is_finite(i) or tree.kid(i, *SUBJECTS) is None:
        return False
    relation, head = tree.relations[i], tree.heads[i]
    marks = {tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("mark", "advmod")}
    if relation in ("conj", "parataxis"):
        open_marks = {"if", "whether", "unless"} | ({"that"} if relation == "parataxis" else set())
        return not marks & open_marks and tree.relations[head] in ("root", "conj", "parataxis")
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


def _prunings(clause: _Clause) -> list[tuple[frozenset[int], float]]:
    """Kept tokens and mean score: the clause's best pruned tree for each of the lengths."""
    tree, tokens, root = clause.tree, clause.tokens, clause.root
    borrowed = frozenset(tree.subtree(clause.subject)) if clause.subject is not None else frozenset()
    table = prune(tree, clause.owner, tokens, root, LENGTHS[0])
    more = sum(tokens[i].words for i in borrowed)
    found: list[tuple[frozenset[int], float]] = []
    for limit in LENGTHS:
        within = [pruned for count, pruned in table.items() if LEAST_WORDS <= count + more <= limit]
        if within:
            score, groups = max(within)
            kept = _members(tree, clause.owner, root, groups) | borrowed
            if all(kept != other for other, _ in found):
                found.append((kept, score / len(kept)))
    return found


def _tokens(tree: Tree, silent: frozenset[int]) -> list[Token]:
    """What each token is worth, and how many words it adds."""
    return [
        Token(tree.parse.keep[i] + KEEP_BIAS + _bonus(tree, i), int(tree.begins_word[i] and i not in silent))
        for i in range(tree.size)
    ]


def _bonus(tree: Tree, i: int) -> float:
    """Figures and names are what a reader wants to take away; a joining word at the start never, an aside hardly."""
    if is_lost_opener(tree, i):
        return -50.0
    if tree.is_aside[i]:
        return -4.0
    if tree.tags[i] == "CD":
        return 1.5
    return 0.7 if tree.tags[i] in ("NNP", "NNPS") else 0.0


def _members(tree: Tree, owner: list[int], root: int, groups: tuple[int, ...]) -> frozenset[int]:
    inside = set(tree.subtree(root))
    chosen = set(groups)
    return frozenset(i for i in inside if (owner[i] if owner[i] in inside else root) in chosen)
