"""Words that a bullet leaves unsaid, as headlines do: articles, "that" after a verb of saying, "is" before "-ing".

Nothing else is lost by it: the words that carry the sense stay as they are.  Inside quotation marks every word stays.
"""

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import SAYING, SPANS_OF_TIME

_ARTICLES = frozenset({"the", "a", "an"})
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_COUNTS = frozenset(
    """few little lot lots bit couple pair number dozen hundred thousand million billion half third quarter handful
    majority minority great good same other others one then further only way ways time times result whole row while rest
    day days night nights minute hour moment second""".split()
)
"""After these an article is part of a set phrase or changes the sense: "a few", "the same", "as a result"."""

_QUANTIFIERS = frozenset(
    """all both half some many most none one two three four five six seven eight nine ten each any few several much
    part percent % such what quite rather twice once per cent""".split()
)
"""Before "the", or before "of the", these need it: "one of the largest"."""

_COMING = frozenset("set due expected likely unlikely scheduled poised bound ready".split())
"""Before "to" these say by themselves that something is to come: "Ministers set to meet"."""

_MARKS_OF_SPEECH = SAYING | frozenset(
    """announced announce announces confirmed confirms found finds showed shows revealed reveals stressed stresses
    agreed agrees know knows knew hope hopes hoped think thinks ensure ensures feared fears admitted admits denied
    denies reported reports promised promises""".split()
)


def unsaid(tree: Tree) -> frozenset[int]:
    """The tokens that a bullet made of this sentence leaves out wherever they would stand."""
    return frozenset(
        i
        for i in range(tree.size)
        if not tree.is_quoted[i]
        and (_is_spare_article(tree, i) or _is_spare_that(tree, i) or _is_spare_is(tree, i) or _is_spare_has(tree, i))
    )


def _is_spare_article(tree: Tree, i: int) -> bool:
    """Whether an article may go: its noun follows, and neither a set phrase nor a predicate needs it."""
    head = tree.heads[i]
    if tree.lower[i] not in _ARTICLES or tree.relations[i] != "det" or head <= i or tree.tags[head] not in _NOUNS:
        return False
    if i and tree.words[i][0].isupper() and tree.words[i + 1][:1].isupper():
        return False
    if i and tree.tags[i - 1] == "NNP" and tree.tags[i + 1] == "NNP":
        return False  # "told the Herald the Tories would"
    if i > 1 and tree.lower[i - 1] == "of" and tree.words[i - 2][:1].isupper() and tree.words[i + 1][:1].isupper():
        return False  # "Top of the Pops"
    if i == 0 and tree.lower[i] != "the" and tree.tags[1] == "NNP" and "".join(tree.words[2:3])[:1].isupper():
        return False  # "A Design For Life"
    if tree.lower[i - 1 : i] in (("less",), ("more",)):
        return False  # "no less an authority than"
    if tree.lower[i - 1 : i] == ("to",) and head == i + 1 and tree.tags[head] == "NN":
        return False  # "agreed to a rescue"
    following = tree.lower[i + 1 : head + 1]
    if _COUNTS & set(following) or (tree.lower[i] != "the" and SPANS_OF_TIME & set(following)):
        return False
    if tree.tags[i + 1] in ("JJR", "RBR", "CD") or tree.is_mark[i + 1]:
        return False
    return not _is_predicate(tree, head) and not _follows_quantifier(tree, i)


def _is_predicate(tree: Tree, noun: int) -> bool:
    """Whether the noun is what somebody or something is, or what there is."""
    if tree.kid(noun, "cop") is not None or tree.kid(tree.heads[noun], "expl") is not None:
        return True
    return tree.relations[noun] == "conj" and tree.kid(tree.heads[noun], "cop") is not None


def _follows_quantifier(tree: Tree, i: int) -> bool:
    before = [tree.lower[k] for k in range(max(0, i - 2), i)]
    if before and (before[-1] in _QUANTIFIERS or tree.tags[i - 1] == "CD"):
        return True
    return len(before) == 2 and before[1] == "of" and (before[0] in _QUANTIFIERS or tree.tags[i - 2] == "CD")


def _is_spare_that(tree: Tree, i: int) -> bool:
    """Whether "that" right after a verb of saying or finding opens its clause."""
    head = tree.heads[i]
    if tree.lower[i] != "that" or tree.relations[i] != "mark" or i == 0 or head < 0:
        return False
    verb = tree.heads[head]
    return tree.relations[head] == "ccomp" and verb == i - 1 and tree.lower[verb] in _MARKS_OF_SPEECH


def _is_spare_is(tree: Tree, i: int) -> bool:
    """Whether "is" or "are" stands between the sentence's subject and its "-ing" form, or "set to", "due to do"."""
    verb = tree.heads[i]
    if tree.lower[i] not in ("is", "are") or verb != i + 1 or tree.heads[verb] >= 0:
        return False
    coming = tree.lower[verb] in _COMING and tree.lower[verb + 1 : verb + 2] == ("to",)
    if tree.tags[verb] != "VBG" and not (coming and tree.tags[verb + 2 : verb + 3] == ("VB",)):
        return False
    subject = tree.kid(verb, "nsubj", "nsubj:pass")
    if subject is None or any(tree.relations[k] == "conj" and tree.is_finite(k) for k in tree.kids[verb]):
        return False
    pair = [k for k in tree.kids[subject] if tree.relations[k] == "conj"]
    ends = pair[-1] if pair and tree.tags[subject] == "NNP" else subject  # "India and Japan are planning"
    return ends == i - 1 and tree.relations[i] in ("aux", "aux:pass", "cop") and tree.tags[ends] in _NOUNS


def _is_spare_has(tree: Tree, i: int) -> bool:
    """Whether "has" stands right before a form that is the past tense too, and nothing says how long since."""
    verb = tree.heads[i]
    if tree.lower[i] not in ("has", "have") or verb != i + 1 or tree.tags[verb] != "VBN" or tree.heads[verb] >= 0:
        return False
    if not tree.lower[verb].endswith("ed") or tree.relations[i] != "aux" or tree.kid(verb, "nsubj") is None:
        return False
    if any(tree.tags[k] == "MD" for k in tree.kids[verb]):
        return False
    return not {"since", "for", "so", "always", "ever", "never", "already", "yet", "long"} & set(tree.lower)
