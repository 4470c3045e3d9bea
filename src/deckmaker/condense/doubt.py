"""How likely a reader is to object to a bullet: a linear score over a few readable signs.

The weights were fitted on bullets of some 240 articles that a language model, not people, read strictly beside the
article and judged fine, broken, misleading, unclear without what came before, or empty.  training/doubt.py fits them
again.
"""

import math
from dataclasses import dataclass

from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import FEELING

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_US = frozenset("i we us our ours me my mine ourselves let's".split())
_YOU = frozenset("you your yours yourself".split())
_POINTING = frozenset("this these those such".split())
_CHATTY = frozenset("like just really so then too even".split())
_ASKING = frozenset("how what why".split())
ENOUGH = 11
"""Words from which on a bullet is not shorter than others."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen of a bullet's words in its sentence; or, as a value of its own, what each sign weighs.

    us and you: the writer speaks, or speaks to the reader; subject_pronoun, subject_pointing: the subject is "they" or
    "both"; joined: the clause was joined to another; after_but: "but" stood before it; keep_most: the highest log-odds
    of a word of being kept; words: how many, of eleven; unclosed: the sentence ends without a stop.
    """

    us: float = 0.0
    you: float = 0.0
    subject_pronoun: float = 0.0
    subject_pointing: float = 0.0
    pointing: float = 0.0
    pronouns: float = 0.0
    begins_the: float = 0.0
    begins_quoted: float = 0.0
    joined: float = 0.0
    after_but: float = 0.0
    chatty: float = 0.0
    asking: float = 0.0
    feeling: float = 0.0
    exclaims: float = 0.0
    unclosed: float = 0.0
    adverbs: float = 0.0
    present: float = 0.0
    plural: float = 0.0
    linked: float = 0.0
    figures: float = 0.0
    words: float = 0.0
    keep_most: float = 0.0

    def dot(self, weights: "Signs") -> float:
        """The weighted sum of the signs."""
        return math.fsum(getattr(self, name) * getattr(weights, name) for name in self.__slots__)


WEIGHTS = Signs(
    us=0.68,
    you=0.20,
    subject_pronoun=0.61,
    subject_pointing=0.41,
    pointing=0.40,
    pronouns=0.42,
    begins_the=0.49,
    begins_quoted=0.78,
    joined=0.26,
    after_but=0.36,
    chatty=0.29,
    asking=0.30,
    feeling=0.78,
    exclaims=2.05,
    unclosed=0.58,
    adverbs=0.43,
    present=0.14,
    plural=-0.21,
    linked=-0.13,
    figures=-0.25,
    words=-1.17,
    keep_most=-0.11,
)
AVERAGE = -1.39
"""The weighted sum of the average bullet that was judged."""


def doubt(tree: Tree, kept: frozenset[int]) -> float:
    """The log-odds that a reader objects, less those of the average bullet: above 0 is worse than most."""
    return signs(tree, kept).dot(WEIGHTS) - AVERAGE


def signs(tree: Tree, kept: frozenset[int]) -> Signs:
    """What is seen of a bullet made of these tokens of a sentence (not empty)."""
    tokens = sorted(kept)
    first = tokens[0]
    tags = [tree.tags[i] for i in tokens]
    said = {tree.lower[i] for i in tokens if not tree.is_quoted[i]}
    root = next((i for i in tokens if tree.heads[i] not in kept), first)
    subject = tree.kid(root, *_SUBJECTS)
    subject_tag = tree.tags[subject] if subject in kept and subject is not None else ""
    return Signs(
        us=bool(_US & said),
        you=bool(_YOU & said),
        subject_pronoun=subject_tag == "PRP",
        subject_pointing=subject_tag in ("DT", "CD", "JJ"),
        pointing=bool(_POINTING & said),
        pronouns=_up_to(3, sum(tag in ("PRP", "PRP$") for tag in tags)),
        begins_the=tree.lower[first] == "the",
        begins_quoted=first > 0 and tree.words[first - 1] in ("“", '"', "‘", "'"),
        joined=tree.relations[root] in ("conj", "parataxis"),
        after_but=first > 0 and tree.lower[first - 1] == "but",
        chatty=bool(_CHATTY & said),
        asking=bool(_ASKING & said),
        feeling=bool(FEELING & said),
        exclaims="!" in tree.words,
        unclosed=not tree.is_mark[-1],
        adverbs=_up_to(3, tags.count("RB")),
        present="VBP" in tags or "VBZ" in tags,
        plural="NNS" in tags,
        linked="IN" in tags,
        figures=_up_to(3, tags.count("CD")),
        words=_up_to(ENOUGH, sum(tree.begins_word[i] for i in tokens)),
        keep_most=max(tree.parse.keep[i] for i in tokens),
    )


def _up_to(most: int, count: int) -> float:
    """A count as a share of the most that is told apart."""
    return min(most, count) / most
