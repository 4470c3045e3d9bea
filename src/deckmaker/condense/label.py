"""What a number is: the words of its sentence, put so that they can stand beside the number.

"Karsten agreed to lend $6 million in cash" -> "$6 million", "cash that Karsten agreed to lend".  Where no such phrase
is safe, the whole clause stands beside the number.
"""

import re
from dataclasses import dataclass

from deckmaker.condense.clear import is_clear
from deckmaker.condense.guard import balanced
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import TIMES

MOST_WORDS = 18
_SUBJECTS = ("nsubj", "nsubj:pass")
_VERBS = re.compile(
    r"(?:(?:(?:has|have|had|could|would|may|might|is|are|was|were|will|be|been) )*"
    r"(?:expected to |likely to )?"
    r"(?:rose|rises?|risen|grew|grows?|grown|increased|climbed|jumped|soared|surged|gained|fell|falls?|fallen|dropped"
    r"|declined|decreased|plunged|slid|slumped|shrank|tumbled|dipped|averaged|averages|reached|reaches|reach|hit"
    r"|total(?:l?ed|s)|exceed(?:ed|s)?|topped|stood at|stands at|up|down)"
    r"(?: by| to| at)? )$"
)
_LABELLED = frozenset(
    """age aged page section level chapter step phase table article item number no. no room version part type class
    category grade tier option rule title appendix area figure form publication act vol. volume day week stage sp
    highway route interstate channel flight fortune top""".split()
)
"""Words after which a number is a name."""

_SPANS = frozenset(
    """year years month months week weeks day days hour hours minute minutes second seconds decade decades years-old
    times a.m. p.m. am pm""".split()
)
_PRONOUNS = frozenset({"PRP", "PRP$", "WP$"})
_TIMES = frozenset("second minute hour day night week month season year".split())
_NOUN_LINKS = frozenset("of for to in on at with between against from and or , that which who".split())
"""What may follow a counted noun and still belong to it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A value, what it is, and whether that is a phrase (else the whole clause, the value in it)."""

    value: str
    what: str
    is_phrase: bool = True


@dataclass(frozen=True)
class Spot:
    """A number in a tree: its tokens, the noun that it counts (or its own top token), and that noun's span."""

    tree: Tree
    first: int
    last: int
    noun: int
    span: tuple[int, int]

    def text(self, start: int, end: int) -> str:
        """The text of the tokens from start up to (not including) end, with no space or comma around it."""
        if start >= end:
            return ""
        return self.tree.text[self.tree.parse.tokens[start][0] : self.tree.parse.tokens[end - 1][1]].strip(" ,")

    @property
    def value(self) -> str:
        """The number as written."""
        return self.text(self.first, self.last + 1)


def label(tree: Tree, start: int, end: int, kind: str, title: frozenset[str] = frozenset()) -> Label | None:
    """What the number at those characters is; None when the text does not say it clearly."""
    spot = _spot(tree, start, end)
    if spot is None or not is_clear(tree, title) or not _is_of_something(spot, kind):
        return None
    for make in (_predicate, _changed, _subject, _fronted):
        found = make(spot)
        if found and _is_sound(found):
            return Label(found.value, _without_brackets(found.what))
    clause = Label(spot.value, _without_brackets(tree.text), is_phrase=False)
    return clause if len(tree.text.split()) <= MOST_WORDS and _is_sound(clause) else None


def _spot(tree: Tree, start: int, end: int) -> Spot | None:
    inside = [i for i, (a, b) in enumerate(tree.parse.tokens) if a >= start and b <= end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    top = next((i for i in reversed(inside) if not first <= tree.heads[i] <= last), last)
    head = tree.heads[top]
    counts = (
        last < head <= last + 6
        and tree.tags[head][:2] == "NN"
        and not any(tree.is_mark[i] for i in range(last + 1, head))
    )
    noun = head if counts else top
    return Spot(tree, first, last, noun, (min(first, tree.spans[noun][0]), max(last, tree.spans[noun][1])))


def _is_of_something(spot: Spot, kind: str) -> bool:
    """Whether a count counts things, and a share that opens the sentence says of what it is the share."""
    if kind == "count":
        return _counts(spot)
    after = spot.tree.lower[spot.last + 1 : spot.last + 2]
    return kind != "percent" or spot.first > 0 or after == ("of",) or spot.noun > spot.last


def _counts(spot: Spot) -> bool:
    """Whether a plain number counts things: a noun in the plural follows; not a span of time, an age or a name."""
    tree, before = spot.tree, spot.first - 1
    if spot.noun == spot.last or spot.noun < spot.first:
        return False
    if tree.lower[spot.noun] in _SPANS or any(tree.lower[i] in _SPANS for i in range(spot.last + 1, spot.noun)):
        return False
    if tree.words[spot.noun][:1].isupper() and any(
        tree.words[i][:1].isupper() for i in range(spot.last + 1, spot.noun)
    ):
        return False
    if before >= 0 and (tree.lower[before] in _LABELLED or tree.tags[before] in ("NNP", "NN")):
        return False
    if before >= 0 and (tree.words[before].isupper() or (before > 0 and tree.words[before][:1].isupper())):
        return False
    return tree.relations[spot.noun] != "compound" and tree.tags[spot.noun] in ("NNS", "NNPS")


def _is_sound(found: Label) -> bool:
    """Whether the words are few, in balance and not cut at a joint."""
    words = found.what.split()
    if not 2 <= len(words) <= MOST_WORDS or not balanced(found.what):
        return False
    return not re.search(r"\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|than|as)$", found.what)


def _predicate(spot: Spot) -> Label | None:
    """The words for a predicate: "The price was $390" -> the price."""
    tree, top = spot.tree, spot.noun
    cop, subject = tree.kid(top, "cop"), tree.kid(top, *_SUBJECTS)
    if spot.noun > spot.last or cop is None or subject is None or tree.heads[top] >= 0:
        return None
    if tree.lower[cop] not in ("is", "are", "was", "were") or spot.first != cop + 1 or tree.tags[subject][:2] != "NN":
        return None
    after = spot.last + 1
    if after < tree.size and not tree.is_mark[after]:
        return None
    what = spot.text(0, cop) if tree.spans[subject][0] == 0 else ""
    return Label(spot.value, _lowered(tree, 0, _no_article(what))) if what and "," not in what else None


def _changed(spot: Spot) -> Label | None:
    """The words for a change: "Boat sales are down 3 percent" -> down 3 percent: boat sales."""
    tree = spot.tree
    if spot.noun > spot.last:
        return None
    before = tree.text[: tree.parse.tokens[spot.first][0]]
    verb = _VERBS.search(before)
    subject = before[: verb.start()].rstrip() if verb else ""
    subject = re.sub(r" (?:is|are|was|were)$", "", subject)
    top = next((i for i in range(tree.size) if tree.relations[i] in _SUBJECTS), None)
    if (
        verb is None
        or top is None
        or tree.spans[top] != (0, len(_tokens_before(tree, len(subject))) - 1)
        or "," in subject
    ):
        return None
    value = re.sub(r"^(?:is|are|was|were) (?=up|down)", "", verb[0]) + spot.value
    rest = _rest(spot, spot.last + 1)
    return None if rest is None else Label(value, _lowered(tree, 0, f"{_no_article(subject)} {rest}".strip()))


def _tokens_before(tree: Tree, end: int) -> list[int]:
    return [i for i, (_, b) in enumerate(tree.parse.tokens) if b <= end]


def _rest(spot: Spot, start: int) -> str | None:
    """What follows the number, up to a comma; None when it joins another clause or figure."""
    tree = spot.tree
    end = next((i for i in range(start, tree.size) if tree.is_mark[i]), tree.size)
    if any(tree.tags[i] == "CC" for i in range(start, end)) or (start < end and tree.lower[start] in ("from", "to")):
        return None
    return spot.text(start, end)


def _subject(spot: Spot) -> Label | None:
    """The words after a subject that begins with its number: "Some 300 nurses stay" -> some 300: nurses stay."""
    tree = spot.tree
    if spot.first != 0 or spot.noun <= spot.last or tree.relations[spot.noun] not in _SUBJECTS:
        return None
    return Label(spot.value, spot.text(spot.last + 1, tree.size))


def _fronted(spot: Spot) -> Label | None:
    """The noun before its clause: "Karsten plans to cut 900 jobs" -> 900: jobs that Karsten plans to cut."""
    tree = spot.tree
    phrase, start, end = _phrase(spot)
    if not phrase or start == 0 or tree.relations[spot.noun] not in ("obj", *_SUBJECTS):
        return None
    if ("," in phrase and not re.search(r"\b(?:and|or)\b", phrase)) or re.search(r"\b(?:that|which|who)\b", phrase):
        return None
    if phrase.split()[0] in ("more", "less", "fewer") or not _is_main(tree, tree.heads[spot.noun]):
        return None
    opening, rest = _opening(tree, start), _rest(spot, end)
    if rest is None or opening is None or tree.kid(tree.heads[spot.noun], "iobj") is not None:
        return None
    if any(tree.lower[i] in ("not", "n't", "never", "no") for i in range(start)):
        return None
    said = [i for i in range(opening, start) if not (tree.lower[i] == "that" and tree.relations[i] == "mark")]
    if any(tree.is_mark[i] or tree.tags[i] in _PRONOUNS or _is_joined(tree, i) for i in said):
        return None
    before = re.sub(r" (?=['’]|n['’]t\b)", "", " ".join(tree.words[i] for i in said))
    return Label(spot.value, f"{phrase} that {_lowered(tree, opening, before)} {rest}".strip())


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a verb is the sentence's or completes it; not one that only describes a noun."""
    while tree.heads[verb] >= 0 and tree.relations[verb] in ("xcomp", "ccomp"):
        verb = tree.heads[verb]
    return tree.heads[verb] < 0


def _opening(tree: Tree, end: int) -> int | None:
    """Where the first subject begins when only an adverb stands before it; None when it stands after end."""
    subject = next((i for i in range(end) if tree.relations[i] in _SUBJECTS), None)
    if subject is None:
        return None
    start = tree.spans[subject][0]
    return start if all(tree.is_mark[i] or tree.relations[i] == "advmod" for i in range(start)) else None


def _is_joined(tree: Tree, i: int) -> bool:
    """Whether a token begins or makes a clause that is joined to the main one."""
    return tree.relations[i] in ("conj", "parataxis", "advcl", "acl:relcl") and tree.tags[i][:2] != "NN"


def _phrase(spot: Spot) -> tuple[str, int, int]:
    """The words of the noun phrase without the number and its article, and the phrase's first token and end."""
    tree = spot.tree
    start, end = spot.span[0], spot.span[1] + 1
    if spot.noun <= spot.last:
        return _of_what(spot)
    before = [i for i in range(start, spot.first) if tree.tags[i] != "DT"]
    if any(tree.tags[i] in (*_PRONOUNS, "IN") or tree.is_mark[i] for i in before) or tree.tags[spot.last + 1] == "IN":
        return "", start, end
    following = tree.lower[spot.noun + 1 : spot.noun + 3]
    if following and following[0] not in _NOUN_LINKS:
        each = len(following) == 2 and following[0] in ("a", "an", "per", "each", "every") and following[1] in _TIMES
        end = spot.noun + (3 if each else 1)
    words = f"{spot.text(before[0], spot.first) if before else ''} {spot.text(spot.last + 1, end)}".strip()
    return words, start, end


def _of_what(spot: Spot) -> tuple[str, int, int]:
    """What a sum is in: "$6 million in cash" -> cash; nothing when no bare noun follows "in" or "worth of"."""
    tree, link = spot.tree, spot.last + 1
    if link + 1 < tree.size and tree.lower[link] == "worth":
        link += 1
    if (
        link + 1 >= tree.size
        or tree.lower[link] not in ("in", "of")
        or (tree.lower[link] == "of" and link == spot.last + 1)
    ):
        return "", spot.first, link
    noun = tree.heads[link]
    bare = noun > link and tree.tags[noun] in ("NN", "NNS") and tree.kid(noun, "det", "nmod:poss") is None
    if not bare or tree.lower[noun] in TIMES:
        return "", spot.first, link
    end = tree.spans[noun][1] + 1
    if any(tree.tags[i] == "DT" or tree.lower[i] == "plus" for i in range(link + 1, end)):
        return "", spot.first, link
    return spot.text(link + 1, end), spot.first, end


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", text)


def _no_article(text: str) -> str:
    return re.sub(r"^(?:The|A|An) ", "", text)


def _lowered(tree: Tree, first: int, text: str) -> str:
    """The text with a small letter first, unless its first word is a name or an abbreviation."""
    word = text.split(" ", 1)[0]
    at = next((i for i in range(first, tree.size) if tree.words[i] == word), None)
    named = at is None or tree.tags[at] in ("NNP", "NNPS") or not word[:1].isupper() or word[1:2].isupper()
    return text if named else text[:1].lower() + text[1:]
