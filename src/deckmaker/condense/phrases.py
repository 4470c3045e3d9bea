"""What a sentence offers as a heading: its noun phrases, whole, and its short clauses of subject, verb and object.

A phrase is written as in the article, without its leading article; it never cuts a name, a figure or a quotation.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.condense.clauses import SPEAKING, SUBJECTS, clauses, gerunds
from deckmaker.condense.completions import says_enough
from deckmaker.condense.nouns import NOUNS, POINTING, is_cut_name, noun_spans, says_what
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import MONTHS, SAYING, TIMES, WEEKDAYS

MOST_WORDS = 6
LEAST_CLAUSE, MOST_CLAUSE = 3, 8

_GOING_ON = frozenset("to that on into onto with out off against".split())
"""Words after which a clause goes on to what it needs: "pour fuel [on the fire]"."""

_WAITING = frozenset("what how that which who whether if where when as than why".split())
"""Words that cannot end a heading."""

_AVOIDING = frozenset(
    """avoid avoids avoided avoiding prevent prevents prevented preventing reject rejects rejected rejecting deny denies
    denied denying lack lacks lacked lacking shelve shelved drop dropped cancel cancelled canceled abandon
    abandoned""".split()
)
_DENYING = frozenset("not n't n’t never no without".split())
"""Verbs, and words beside a verb, by which what they speak of is not, or is no longer."""

_HARD = frozenset("difficult hard impossible unlikely unable".split())
"""What is hard to do is not done: "hard to draw firm conclusions"."""

_IDIOMS = frozenset("favour favor front care behalf terms charge light spite lieu aid memory honour honor case".split())
"""Nouns that with "in" or "take" before and "of" behind are only a link."""

_BRINGING = frozenset("bring brings brought add adds added give gives gave send sends sent".split())
"""Verbs that do so "to" somebody, which is no part of what they bring."""

_PARTS = frozenset("one some many most half third quarter fifth tenth".split())
"""Before "of" these say that it is not the whole."""

_BOUND = frozenset("of than 's".split())
"""Words that belong to the noun or verb before them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A possible heading: its text, its main noun or verb, whether it is a clause, and its part in the sentence.

    core says whether it is the main clause, or the main clause's subject or object; speaker, whether it names who says
    something.  inner is the text as it stands within a sentence, "" for what cannot be joined to another phrase.  kept
    says how likely an editor keeps its words, as log-odds on average, above those of the sentence's other words; deep,
    how many steps it hangs below the sentence's main word; reported, whether it is a clause that somebody says.
    """

    text: str
    head: str
    clause: bool = False
    core: bool = False
    speaker: bool = False
    inner: str = ""
    kept: float = 0.0
    deep: int = 0
    reported: bool = False


def phrases(tree: Tree) -> Iterator[Phrase]:
    """The noun phrases of a sentence, 2 to 6 words each, and its short clauses of 3 to 8."""
    quoted = _quoted(tree)
    for i in range(tree.size):
        if tree.tags[i] in NOUNS and tree.relations[i] not in ("compound", "flat"):
            yield from _noun_phrases(tree, i)
        if i not in quoted:
            yield from _clauses(tree, i)
            yield from _gerunds(tree, i)


def _noun_phrases(tree: Tree, i: int) -> Iterator[Phrase]:
    """What of the noun phrase around a noun may head a section; a speaker's may be one word, to be known by later."""
    core = tree.relations[i] in (*SUBJECTS, "obj", "root") and _is_main(tree, i)
    speaker, deep = _speaks(tree, i), _depth(tree, i)
    for span in noun_spans(tree, i):
        whole = _ends_well(tree, span[-1]) and not _is_half_a_pair(tree, span)
        if whole and says_what(tree, span) and not _is_in_a_name(tree, span[0]) and _is_meant(tree, i, span):
            text = written(tree, span)
            if (1 if speaker else 2) <= len(text.split()) <= MOST_WORDS:
                yield Phrase(
                    _capital(text),
                    tree.words[i],
                    core=core,
                    speaker=speaker,
                    inner=_inner(tree, span[0], text),
                    kept=_kept(tree, span),
                    deep=deep,
                )


def _clauses(tree: Tree, i: int) -> Iterator[Phrase]:
    """The short clauses of a verb, as headlines are written."""
    for clause in clauses(tree, i):
        points = any(tree.lower[k] in POINTING for k in clause.tokens)
        if not points and _ends_well(tree, clause.tokens[-1]) and not _goes_on(tree, clause.tokens[-1]):
            text = written(tree, _without_articles(tree, clause.tokens))
            if LEAST_CLAUSE <= len(text.split()) <= MOST_CLAUSE:
                yield Phrase(
                    _capital(text),
                    tree.words[i],
                    clause=True,
                    core=tree.heads[i] < 0,
                    kept=_kept(tree, clause.tokens),
                    deep=_depth(tree, i),
                    reported=clause.reported,
                )


def _gerunds(tree: Tree, i: int) -> Iterator[Phrase]:
    """What is done by somebody, as a noun phrase: "creating new jobs"."""
    for tokens in gerunds(tree, i):
        text = written(tree, _without_articles(tree, tokens))
        if 2 <= len(text.split()) <= MOST_WORDS and _ends_well(tree, tokens[-1]) and not _goes_on(tree, tokens[-1]):
            yield Phrase(_capital(text), tree.words[i], kept=_kept(tree, tokens), deep=_depth(tree, i))


def _capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def _kept(tree: Tree, tokens: Sequence[int]) -> float:
    """How much likelier an editor keeps these tokens than the sentence's, as the network sees it."""
    return math.fsum(tree.parse.keep[k] for k in tokens) / len(tokens) - tree.usual_keep


def _depth(tree: Tree, i: int) -> int:
    """How many steps a token hangs below the sentence's main word."""
    steps = 0
    while tree.heads[i] >= 0:
        i, steps = tree.heads[i], steps + 1
    return steps


def _inner(tree: Tree, first: int, text: str) -> str:
    """The text of a phrase as it is written within a sentence: small, unless it begins with a name."""
    named = first > 0 or tree.tags[first] in ("NNP", "NNPS") or text[1:2].isupper()
    return text if named else text[:1].lower() + text[1:]


def _ends_well(tree: Tree, last: int) -> bool:
    """Whether what follows the phrase does not belong to it: no "of", "that", "than", no further part of a name."""
    after = last + 1
    if tree.lower[last] in _WAITING:
        return False
    if after >= tree.size:
        return True
    if tree.words[after] in ("“", '"', "‘"):
        return False  # "trademark of the word “We”"
    numbered = tree.tags[last] == "NNP" and tree.tags[after] == "CD"
    numbered |= tree.tags[last] == "CD" and (tree.lower[after] in MONTHS or ":" in tree.words[last])
    return not (numbered or tree.lower[after] in _BOUND or is_cut_name(tree, last, after))


def _is_half_a_pair(tree: Tree, span: Sequence[int]) -> bool:
    """Whether "between …" lacks its "and …"."""
    after = tree.lower[span[-1] + 1 : span[-1] + 2]
    return after == ("and",) and any(tree.lower[k] == "between" for k in span)


def _goes_on(tree: Tree, last: int) -> bool:
    """Whether a clause goes on with "to …" or "that …", or its bare verb with "with …", and says too little without."""
    if last + 1 >= tree.size:
        return False
    bare = tree.tags[last].startswith("VB") and tree.tags[last + 1] in ("IN", "VBG", "DT")
    lonely = bare and not says_enough(tree, last)
    lonely |= tree.tags[last] in NOUNS and tree.tags[last + 1] == "JJ"  # "should keep rates [low]"
    dated = tree.lower[last + 2 : last + 3] and tree.lower[last + 2] in MONTHS | TIMES
    return lonely or (tree.lower[last + 1] in _GOING_ON and not dated and not _describes(tree, last + 1))


def _describes(tree: Tree, link: int) -> bool:
    """Whether a preposition leads to what only describes the noun before: "wrote a letter [to the singer]"."""
    thing = tree.heads[link]
    return thing > link and tree.relations[thing] == "nmod" and tree.heads[thing] < link


def _is_meant(tree: Tree, i: int, span: Sequence[int]) -> bool:
    """Whether the sentence speaks of the thing as one that is: it denies or avoids nothing, it is no idiom's half.

    Not so in "bloody suppression should be avoided", "on [offer at the college]", "pledged his [future to Tottenham]",
    "[chemistry and suitability] for life".
    """
    before = span[0] - 1
    if before >= 0 and tree.tags[before] == "PRP$" and any(tree.lower[k] == "to" for k in span):
        return False
    idiom = before >= 0 and tree.lower[before] in ("on", "at", "in") and span[0] == i and tree.tags[i] == "NN"
    if idiom and len(span) > 1 and tree.tags[i + 1] == "IN" and tree.lower[i + 1] != "of":
        return False
    if span[0] == i and tree.lower[i] in _IDIOMS and tree.lower[i + 1 : i + 2] == ("of",):
        return False  # "in [favour of tactical voting]"
    paired, after = any(tree.tags[k] == "CC" for k in span), span[-1] + 1
    if paired and tree.lower[after : after + 1] in (("for",), ("to",), ("with",)):
        return False
    if before >= 0 and tree.lower[before] == "of" and span[0] == i and tree.tags[i] == "NN" and len(span) > 1:
        return False  # "gadget of [choice among young people]"
    if tree.tags[i] == "NNP" and tree.lower[span[-1]] in WEEKDAYS:
        return False  # "Westminster on Wednesday"
    if tree.lower[i] in _PARTS and tree.lower[i + 1 : i + 2] == ("of",):
        return False  # "a [third of Iraq]"
    if _is_one_of(tree, i) or _lacks_of_which(tree, i, span):
        return False
    verb = tree.heads[i]
    first = verb if tree.relations[i] == "conj" else i
    brought = first >= 0 and tree.heads[first] >= 0 and tree.lower[tree.heads[first]] in _BRINGING
    if brought and any(tree.lower[k] == "to" for k in span):
        return False  # "brought [design skills to the project]"
    hard = verb >= 0 and tree.heads[verb] >= 0 and tree.lower[tree.heads[verb]] in _HARD
    denied = verb >= 0 and (tree.lower[verb] in _AVOIDING or any(tree.lower[k] in _DENYING for k in tree.kids[verb]))
    return not (denied or hard or any(tree.lower[k] in _DENYING for k in tree.kids[i]))


def _is_one_of(tree: Tree, i: int) -> bool:
    """Whether the sentence speaks of one of several, or of a part: "one of the architects", "a third of an inch"."""
    head = tree.heads[i]
    return head >= 0 and tree.relations[i] == "nmod" and tree.lower[head] in _PARTS


def _lacks_of_which(tree: Tree, i: int, span: Sequence[int]) -> bool:
    """Whether "first", "only" or "biggest" stands before a lone noun: of which, is said elsewhere."""
    told = [k for k in span if k != i]
    superlative = len(told) == 1 and (tree.tags[told[0]] == "JJS" or tree.lower[told[0]] in ("first", "last", "only"))
    return superlative and tree.tags[i] in ("NN", "NNS")


def _is_in_a_name(tree: Tree, first: int) -> bool:
    """Whether a name goes on to the left over a preposition: "(National Survey on) Drug Use"."""
    linked = first > 1 and tree.tags[first] in ("NNP", "NNPS") and tree.lower[first - 1] in ("of", "on", "for", "and")
    return linked and tree.tags[first - 2] in ("NNP", "NNPS")


def _without_articles(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """A clause as headlines are written: without "the" and "a"."""
    articles = {k for k in tokens if tree.lower[k] in ("the", "a", "an") and tree.tags[k] == "DT"}
    return [k for k in tokens if k not in articles or tree.lower[k - 1 : k] == ("to",)]  # "agreed to a rescue"


def _is_main(tree: Tree, i: int) -> bool:
    head = tree.heads[i]
    return head < 0 or tree.heads[head] < 0


def _speaks(tree: Tree, i: int) -> bool:
    """Whether a noun names who says something, or stands beside that name."""
    while tree.relations[i] in ("appos", "compound", "flat", "conj") and tree.heads[i] >= 0:
        i = tree.heads[i]
    head = tree.heads[i]
    if head >= 0 and tree.relations[i] in SUBJECTS and tree.lower[head] in SAYING | SPEAKING:
        return True
    if head >= 0 and tree.lower[head] in ("told", "tells") and tree.relations[i] in ("obj", "iobj"):
        return True  # "told the BBC News website"
    return "according" in (tree.lower[k] for k in tree.kids[i])


def written(tree: Tree, tokens: Sequence[int]) -> str:
    """The tokens as the article writes them, one space where some were left out."""
    text, last = "", None
    for i in tokens:
        start, end = tree.parse.tokens[i]
        if last is not None and (last + 1 < i or tree.parse.tokens[last][1] < start):
            text += " "
        text += tree.text[start:end]
        last = i
    return text


def _quoted(tree: Tree) -> set[int]:
    """The tokens inside quotation marks."""
    inside, found = False, set()
    for i, word in enumerate(tree.words):
        if word in ("“", "”", '"', "``", "''"):
            inside = word in ("“", "``") or (word == '"' and not inside)
        elif inside:
            found.add(i)
    return found
