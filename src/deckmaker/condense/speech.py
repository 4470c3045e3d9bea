"""Who says it: "Mayer said on Tuesday that demand …" may become "Mayer: demand …", which keeps the speaker."""

from dataclasses import dataclass

from deckmaker.condense.tree import Tree
from deckmaker.condense.vague import PERSONS
from deckmaker.condense.who import StandIn
from deckmaker.language.word_lists import PLAIN_SAYING

LONGEST_SPEAKER = 5

_SUBJECTS = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Speech:
    """A clause that somebody says: the clause's verb, the speaker as written, the token that a stand-in replaced."""

    clause: int
    speaker: str
    replaced: bool


def speeches(tree: Tree, stand_in: StandIn | None) -> list[Speech]:
    """The clauses of a sentence that follow "NAME said (that)", when the speaker can be named shortly."""
    found = []
    for verb in range(tree.size):
        if tree.lower[verb] in PLAIN_SAYING and tree.heads[verb] < 0 and not is_denied(tree, verb):
            subject, clause = tree.kid(verb, *_SUBJECTS), tree.kid(verb, "ccomp")
            if subject is not None and clause is not None and subject < verb < tree.spans[clause][0]:
                replaced = stand_in is not None and stand_in.token == subject
                speaker = stand_in.text if stand_in and replaced else _speaker(tree, subject)
                if speaker:
                    found.append(Speech(clause, speaker, replaced))
    return found


def is_denied(tree: Tree, verb: int) -> bool:
    """Whether the verb of saying is negated, only possible, or of a relative clause."""
    return any(
        tree.lower[k] in ("not", "n't", "never", "who", "which", "that") or tree.tags[k] == "MD"
        for k in tree.kids[verb]
    )


def _speaker(tree: Tree, subject: int) -> str:
    """A name without the titles before it, or a short noun phrase; "" when it cannot be short."""
    if tree.tags[subject] in ("PRP", "DT", "WP", "WDT", "EX"):
        return ""
    verb = tree.heads[subject]
    if tree.tags[verb - 1] == "NNP" and not any(tree.relations[k] == "conj" for k in tree.kids[subject]):
        first, last = _name_before(tree, verb)
        if first > 0 and tree.lower[first - 1] in PERSONS:
            first = _with_role(tree, first)
    else:
        first, last = tree.spans[subject]
    before = first - 1
    goes_on = first > 0 and (
        tree.tags[before] in ("POS", "IN", "CC") or (tree.words[before][0].isupper() and tree.tags[before] != "DT")
    )
    if goes_on and (tree.tags[first] == "NNP" or tree.lower[first] in PERSONS):
        return ""  # "Fair Trials Abroad director Stephen Jakobi"
    if last - first >= LONGEST_SPEAKER or any(tree.is_mark[i] for i in range(first, last + 1)):
        return ""
    text = tree.text[tree.parse.tokens[first][0] : tree.parse.tokens[last][1]]
    return text[:1].upper() + text[1:]


def _with_role(tree: Tree, first: int) -> int:
    """Where what says who somebody is begins, before the name: "NUJ official Barry Fitzpatrick"; without article."""
    start = min(tree.spans[k][0] for k in (first - 1, first))
    while start < first and tree.tags[start] in ("DT", "CC", "PRP$"):
        start += 1
    return start if not any(tree.is_mark[k] for k in range(start, first)) else first


def _name_before(tree: Tree, verb: int) -> tuple[int, int]:
    """The first and last token of the name right before the verb."""
    first = verb - 1
    while first > 0 and tree.tags[first - 1] == "NNP":
        first -= 1
    return first, verb - 1
