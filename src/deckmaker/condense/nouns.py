"""Noun phrases of a sentence, whole: with their names, figures and adjectives, and with what follows them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import LIMITING, NEVER_LOST, WEEKDAYS

NOUNS = ("NN", "NNS", "NNP", "NNPS")
SUMS = ("CD", "$")
BEFORE_NOUN = ("compound", "amod", "nummod", "nmod:poss", "flat", "nmod:desc", "nmod", "advmod")
POINTING = frozenset("this that these those such his her their".split())

_POINTERS = ("PRP", "PRP$", "WP", "WP$", "WDT", "EX")
_LINKS = frozenset("of in for on above below to with from between against over under at across behind among".split())
_LEFT_OFF = frozenset(
    """the a an this that these those its his her their our my your such some any several many other another both all
    each every certain various more most own same enough dozen dozens few then""".split()
)
_EMPTY = frozenset(
    """number numbers lot lots kind kinds part parts series group sort type types variety range set pair couple case way
    ways thing things time times day days week weeks month months year years people person fact example addition order
    percent today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday something anything
    everything nothing someone anyone everyone end rest hundreds thousands dozens millions billions total
    standpoint ability worth sense basis manner aspect reason regard regards round few space afield extent spokesperson
    spokeswoman spokesman official officials""".split()
)
"""Nouns that head no heading."""


def noun_spans(tree: Tree, i: int) -> Iterator[list[int]]:
    """The noun phrase around a noun: whole, without its outer adjectives, and with what follows it."""
    base = base_phrase(tree, i)
    if not base or (tree.lower[i] in _EMPTY and len(base) < 3):
        return
    after = list(tails(tree, i, base[-1]))
    if not any(tree.lower[tail[0]] == "of" for tail in after):
        yield from shorter(tree, base)
    for tail in after:
        yield from (start + tail for start in shorter(tree, base))


def shorter(tree: Tree, base: list[int]) -> Iterator[list[int]]:
    """The phrase, and what is left of it when words before the noun go that neither limit it nor are part of a name."""
    yield base
    for cut in range(1, len(base)):
        left, right = base[cut - 1], base[cut]
        if tree.lower[left] in LIMITING or tree.lower[left] in NEVER_LOST or tree.tags[left] == "CD":
            return
        if tree.tags[right] == "CC" or tree.tags[left] == "CC":
            return
        long = len(base) > 2 or tree.tags[left] == "POS"
        if long and tree.tags[left] in ("JJ", "POS", "VBN", "VBG"):
            yield base[cut:]


def base_phrase(tree: Tree, i: int, *, article: bool = False) -> list[int]:
    """The noun with all that stands before it and belongs to it; [] when that would cut a name or a quotation."""
    kids = [k for k in tree.kids[i] if k < i and tree.relations[k] in (*BEFORE_NOUN, "det")]
    first = min((tree.spans[k][0] for k in kids), default=i)
    last = max((tree.spans[k][1] for k in tree.kids[i] if tree.relations[k] == "flat" and k > i), default=i)
    tokens = list(range(first, last + 1))
    below = set(tree.subtree(i))
    if any(k not in below or tree.is_mark[k] for k in tokens):
        return []
    while not article and tokens and (tree.lower[tokens[0]] in _LEFT_OFF or tree.tags[tokens[0]] in ("DT", "PDT")):
        if tree.lower[tokens[0]] in ("more", "most") and tree.tags[tokens[0]] in ("RBR", "RBS"):
            return []  # "[more] efficient and more customer-centric"
        if tree.lower[tokens[0]] == "half":
            return []  # "[half a] billion people"
        tokens = tokens[1:]
    if not tokens or _is_cut(tree, tokens[0], tokens[-1]):
        return []
    return (
        tokens if _owner_is_named(tree, tokens) and not tree.tags[tokens[0]].startswith(("RB", "CC", "IN", "W")) else []
    )


def _is_cut(tree: Tree, first: int, last: int) -> bool:
    """Whether a neighbour on either side belongs to the phrase."""
    before, after = first - 1, last + 1
    if (before >= 0 and tree.relations[before] == "compound") or (
        after < tree.size and tree.relations[after] == "compound" and not tree.is_mark[after]
    ):
        return True
    return is_cut_name(tree, before, first) or is_cut_name(tree, last, after)


def is_cut_name(tree: Tree, a: int, b: int) -> bool:
    """Whether neighbours are parts of one name, compound, figure or possessive."""
    if a < 0 or b >= tree.size:
        return False
    if tree.tags[b] == "POS":
        return True
    if tree.lower[b] in WEEKDAYS and tree.tags[a] in ("NN", "NNS"):
        return False  # "offered support Tuesday"
    name = tree.tags[a] in ("NNP", "NNPS") and tree.tags[b] in ("NNP", "NNPS", "CD")
    compound = tree.tags[a] in (*NOUNS, "JJ") and tree.tags[b] in NOUNS
    compound = compound or (tree.tags[a] in NOUNS and tree.relations[b] == "compound")
    return name or compound or (tree.words[a] in "$€£#" and tree.tags[b] == "CD") or tree.words[b] == "%"


def _owner_is_named(tree: Tree, tokens: Sequence[int]) -> bool:
    """Whether an owner ("Disney's") is a name: "Company's plan" without its article names nobody."""
    owners = [k - 1 for k in tokens if tree.tags[k] == "POS"]
    return tree.tags[tokens[0]] != "POS" and all(k in tokens and tree.tags[k] in ("NNP", "NNPS") for k in owners)


def amount(tree: Tree, number: int) -> list[int]:
    """A sum with its sign and limits: "more than $6.5 billion"."""
    first = next((k for k in tree.subtree(number) if tree.relations[k] != "case"), number)
    span = range(first, tree.spans[number][1] + 1)
    end = next((k for k in span if k > number and tree.tags[k] not in ("CD", "$")), span[-1] + 1)
    found = list(range(span[0], end))
    return [] if any(tree.is_mark[k] for k in found) else found


def tails(tree: Tree, i: int, last: int) -> Iterator[list[int]]:
    """What may follow the noun: "of the moon", "in Ukraine", "and technology", when it follows at once."""
    for kid in tree.kids[i]:
        if kid < i or tree.tags[kid] not in (*NOUNS, "$"):
            continue
        base = amount(tree, kid) if tree.tags[kid] == "$" else base_phrase(tree, kid, article=True)
        if not base:
            continue
        link = list(range(last + 1, base[0]))
        words = [tree.lower[k] for k in link]
        if tree.relations[kid].startswith("nmod") and len(link) == 1 and words[0] in _LINKS:
            yield link + base
            for further in tails(tree, kid, base[-1]):
                yield link + base + further
        elif tree.relations[kid] == "conj" and words in (["and"], ["or"]):
            described = any(tree.relations[k] in ("nmod", "acl") and k > kid for k in tree.kids[kid])
            if not described:  # "suitability [for life]", "commitment [to it]"
                yield link + base


def says_what(tree: Tree, tokens: Sequence[int]) -> bool:
    """Whether a phrase says more than a number and one noun ("10 million users"), and points at nothing before it."""
    if any(tree.lower[k] in POINTING or tree.tags[k] in _POINTERS for k in tokens):
        return False
    if any(tree.tags[k] in ("VB", "VBP", "VBZ", "VBD", "MD") for k in tokens):
        return False
    if any(a + 1 == b and tree.lower[a] == tree.lower[b] for a, b in pairwise(tokens)):
        return False
    if any(a + 1 == b and tree.tags[a] == "NN" and tree.tags[b] == "JJ" for a, b in pairwise(tokens)):
        return False  # "a sign [that] small companies have a role"
    if any(tree.tags[b] == "DT" and tree.tags[a] not in ("IN", "CC", "TO") for a, b in pairwise(tokens)):
        return False  # "is in the [main a good outcome]"
    rest = [k for k in tokens if tree.tags[k] not in ("CD", "DT", "IN", "CC")]
    return len(rest) > 1 or any(tree.tags[k] in ("NNP", "NNPS") for k in rest)
