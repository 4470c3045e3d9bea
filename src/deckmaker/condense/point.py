"""Whether a bullet points at something that it does not contain: what a pronoun or "this …" means must come before."""

from deckmaker.condense.times import counts_from_another
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import MONTHS, SPANS_OF_TIME, WEEKDAYS
from deckmaker.language.words import stem

_ONE = frozenset("he him his himself she her hers herself".split())
_MANY = frozenset("they them their theirs themselves".split())
_THING = frozenset("it its itself".split())
_POINTING = frozenset("this that these those such".split())
_ALONE = frozenset("another others neither either each one ones some".split())
_KNOWN = frozenset(
    """government president economy world sun moon internet public police media army state country nation city press
    people poor rich law market weather future past""".split()
)
"""Nouns that "the" makes clear without a word before."""

_OWNED = frozenset("company firm startup club party department agency".split())
"""What belongs to somebody and has a name: "his company" leaves the reader to wonder which."""

_NEXT_TO = frozenset("further subsequent previous preceding".split())
"""Adjectives that count from something told before: "a further 17 manufacturers"."""

_TOLD_TIMES = MONTHS | WEEKDAYS | frozenset("last after since when before until ago".split())

_BACKWARD = frozenset("latter former above aforementioned".split())


def points_outside(tree: Tree, kept: set[int], named: int | None = None) -> bool:
    """Whether a kept pronoun or pointing word has nothing before it that it could mean.

    named is a token that is replaced by a name.
    """
    return bool(dangling(tree, kept, named))


def dangling(tree: Tree, kept: set[int], named: int | None = None) -> list[int]:
    """The kept tokens that have nothing before them that they could mean."""
    return [i for i in sorted(kept) if i != named and _dangles(tree, kept, i, named)]


def definites(tree: Tree, kept: set[int]) -> frozenset[str]:
    """The stems of kept nouns with a bare "the" that say who acts or whose word it is: something told before."""
    return frozenset(stem(tree.words[i]) for i in kept if _is_definite(tree, i))


def _is_definite(tree: Tree, i: int) -> bool:
    if tree.tags[i] not in ("NN", "NNS") or tree.lower[i] in _KNOWN:
        return False
    if any(tree.lower[k] in _NEXT_TO for k in tree.kids[i]):
        return True
    if _is_whose(tree, i):
        return True
    det = tree.kid(i, "det")
    others = [
        k
        for k in tree.kids[i]
        if k != det
        and tree.relations[k] not in ("case", "cc", "conj", "appos")
        and tree.tags[k] != "JJR"
        and not (k > i and tree.is_set_off(k))
    ]
    top = tree.heads[i] if tree.relations[i] == "nmod" else i  # "the withdrawal of the bill"
    acting = tree.relations[top] in ("nsubj", "nsubj:pass") or "according" in (tree.lower[k] for k in tree.kids[i])
    return det is not None and tree.lower[det] == "the" and not others and acting


def _is_whose(tree: Tree, i: int) -> bool:
    """Whether "his company" stands there."""
    owner = tree.kid(i, "nmod:poss")
    return owner is not None and tree.tags[owner] == "PRP$" and tree.lower[i] in _OWNED


def leans(tree: Tree, tokens: list[int]) -> bool:
    """Whether dangling tokens are only "this" or "such" before a noun: clear when the sentence before is said too."""
    return all(
        counts_from_another(tree, i)
        or (tree.lower[i] in _POINTING and tree.relations[i] == "det" and tree.tags[tree.heads[i]][:2] == "NN")
        for i in tokens
    )


def _dangles(tree: Tree, kept: set[int], i: int, named: int | None) -> bool:
    word = tree.lower[i]
    if word in _ALONE and tree.relations[i].startswith("nsubj"):
        return all(tree.relations[k] in ("det", "amod") for k in tree.kids[i])
    if counts_from_another(tree, i):
        return not any(tree.tags[k] == "CD" or tree.lower[k] in _TOLD_TIMES for k in kept)
    if tree.tags[i] in ("PRP", "PRP$"):
        return not _is_explained(tree, i, _before(tree, kept, i, named), named)
    if word == "another":
        return tree.relations[i] == "det" and tree.relations[tree.heads[i]].startswith("nsubj")
    if word in ("there", "here"):
        return tree.tags[i] == "RB"
    if word in _POINTING and tree.tags[i] in ("DT", "PDT", "JJ"):
        return not _points_ahead(tree, i)
    return word in _BACKWARD and tree.kid(i, "det") is not None


def _before(tree: Tree, kept: set[int], i: int, named: int | None) -> list[int]:
    """The kept tokens that a pronoun could mean: those before it, and for an object not the subject."""
    before = [k for k in sorted(kept) if k < i and (tree.is_quoted[i] or not tree.is_quoted[k])]
    if tree.tags[i] == "PRP" and tree.relations[i] in ("obj", "iobj", "obl", "nmod"):
        return [k for k in before if k == named or not tree.relations[k].startswith("nsubj")]
    return before


def _is_explained(tree: Tree, i: int, before: list[int], named: int | None) -> bool:
    """Whether one of the tokens before could be what the pronoun means; "I" and "it is likely" need none."""
    word = tree.lower[i]
    if word in _ONE:
        return any(k == named or _is_named(tree, k) or _is_person(tree, k) for k in before)
    if word in _MANY:
        return any(k == named or _is_plural(tree, k) for k in before)
    if word in _THING:
        return _is_empty_it(tree, i) or any(k == named or tree.tags[k][:2] == "NN" for k in before)
    return True


def _is_named(tree: Tree, i: int) -> bool:
    """Whether a name stands where a person stands: "to win South Carolina" names nobody that "he" could be."""
    return tree.tags[i] == "NNP" and tree.relations[i] not in ("obl", "nmod", "obj", "compound")


def _is_person(tree: Tree, i: int) -> bool:
    """Whether a noun phrase is one that "he" could take up: the subject, singular."""
    return tree.tags[i] == "NN" and tree.relations[i] in ("nsubj", "nsubj:pass")


def _is_plural(tree: Tree, i: int) -> bool:
    return (
        tree.tags[i] in ("NNS", "NNPS")
        or tree.relations[i] == "conj"
        or tree.lower[i]
        in ("person", "someone", "everyone", "team", "company", "all", "both", "many", "some", "number")
    )


def _is_empty_it(tree: Tree, i: int) -> bool:
    """Whether "it" means nothing itself: "it is likely that …"."""
    head = tree.heads[i]
    return tree.relations[i] == "expl" or (
        head >= 0
        and tree.kid(head, "csubj", "ccomp", "advcl", "xcomp") is not None
        and tree.kid(head, "cop") is not None
    )


def _points_ahead(tree: Tree, i: int) -> bool:
    """Whether "this week", "those who …", "such as", "that of …": what is meant follows."""
    following = i + 1
    if following >= tree.size:
        return False
    if tree.lower[i] == "such":
        return tree.lower[following] in ("as", "a", "an")
    if tree.lower[following] in SPANS_OF_TIME or tree.lower[following] in (
        "who",
        "whose",
        "which",
        "of",
        "that",
        "in",
        "with",
    ):
        return True
    head = tree.heads[i]
    return head >= 0 and tree.kid(head, "acl:relcl", "acl") is not None and tree.lower[i] in ("those", "that")
