"""Short clauses of a sentence: subject, verb and object, for what the sentence itself states."""

from collections.abc import Iterator

from deckmaker.condense.nouns import BEFORE_NOUN, NOUNS, POINTING, base_phrase
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import CONDITIONS, CONFIRMING, FACTUAL, NEVER_LOST, SAYING

SUBJECTS = ("nsubj", "nsubj:pass")
SPEAKING = frozenset(
    """announced announces declined reported reports asked asks tweeted confirmed called retorted replied spoke speaks
    testified""".split()
)
"""Verbs that say, or say nothing."""

_NOT_NEEDED = ("conj", "advcl", "parataxis", "cc", "advmod", "aux", "cop", "compound:prt")
_NEEDED = ("of", "between", "against", "without", "than", "on", "to")


def clauses(tree: Tree, verb: int) -> Iterator[list[int]]:
    """Subject, verb and object of a clause that states something by itself, whole and as short as may be."""
    if not _states(tree, verb):
        return
    subject = tree.kid(verb, *SUBJECTS)
    if subject is None or tree.tags[subject] not in NOUNS or subject > verb:
        return
    with_verb = _verb_group(tree, verb)
    tense = [k for k in with_verb if tree.lower[k] in ("has", "have", "had") and tree.tags[verb] == "VBN"]
    for start in _wholes(tree, subject):
        for rest in _objects(tree, verb):
            if rest or tree.relations[subject] != "nsubj" or tree.tags[verb] not in ("VBG", "VB", "VBN"):
                tokens = sorted({*start, *with_verb, *rest})
                yield tokens
                if len(tense) == 1 and len(with_verb) == 2 and _is_past(tree.lower[verb]):
                    yield [k for k in tokens if k not in tense]


def _is_past(word: str) -> bool:
    """Whether a participle looks like the past tense too ("dropped", not "taken")."""
    return word.endswith("ed")


def _verb_group(tree: Tree, verb: int) -> list[int]:
    found = {verb}
    for k in tree.kids[verb]:
        if tree.relations[k].startswith(("aux", "cop")) or tree.relations[k] == "compound:prt":
            found.add(k)
        elif tree.lower[k] in NEVER_LOST and tree.relations[k] == "advmod":
            found |= set(tree.subtree(k))
    return sorted(found)


def _states(tree: Tree, i: int) -> bool:
    """Whether the clause states something by itself: finite, unconditional, not what somebody says."""
    if not tree.is_finite(i) or tree.lower[i] in SAYING | SPEAKING or tree.kid(i, "ccomp", "csubj", "expl") is not None:
        return False
    if tree.text.rstrip(' ”"’').endswith("?") or not _is_own_statement(tree, i):
        return False
    clauses = [k for k in tree.kids[i] if tree.relations[k] == "advcl"]
    return not any(tree.lower[m] in CONDITIONS for k in clauses for m in tree.kids[k] if tree.relations[m] == "mark")


def _is_own_statement(tree: Tree, i: int) -> bool:
    """Whether the sentence vouches for the clause: its main one, one beside it, or what it confirms."""
    head, relation = tree.heads[i], tree.relations[i]
    marks = {
        tree.lower[k] for k in tree.kids[i] if tree.relations[k] in ("mark", "advmod") and tree.tags[k] in ("IN", "WRB")
    }
    if head < 0:
        return not marks
    if tree.heads[head] >= 0:
        return False
    if relation == "ccomp":
        modal = any(tree.tags[k] == "MD" or tree.lower[k] in ("not", "n't") for k in tree.kids[head])
        return tree.lower[head] in CONFIRMING and not modal and not marks & {"if", "whether"}
    if relation == "advcl":
        return bool(marks & FACTUAL)
    return relation in ("conj", "parataxis") and not marks


def _wholes(tree: Tree, noun: int) -> Iterator[list[int]]:
    """A noun phrase as subject or object: with what follows it, then without; none when it points elsewhere."""
    base = base_phrase(tree, noun, article=True)
    if not base or tree.lower[base[0]] in POINTING:
        return
    needed, optional = list(base), list(base)
    for kid in tree.kids[noun]:
        if kid < noun or (tree.is_set_off(kid) and tree.relations[kid] != "conj"):
            continue
        span = list(range(optional[-1] + 1, tree.spans[kid][1] + 1))
        relation = tree.relations[kid]
        if relation == "conj" or (relation == "nmod" and tree.lower[tree.spans[kid][0]] in _NEEDED):
            needed += range(needed[-1] + 1, tree.spans[kid][1] + 1)
        elif relation.startswith("acl"):
            return
        if relation in ("conj", "nmod"):
            optional += span
    found = [optional] if optional == needed else [optional, needed]
    yield from (tokens for tokens in found if not any(tree.is_mark[k] for k in tokens))


def _objects(tree: Tree, verb: int) -> Iterator[list[int]]:
    """What completes the verb, in one or more lengths; nothing when it cannot be said shortly."""
    if tree.kid(verb, "cop") is not None:
        yield from _predicate(tree, verb)
        return
    following = [k for k in tree.kids[verb] if k > verb and tree.relations[k] not in _NOT_NEEDED]
    needed = [k for k in following if tree.relations[k] in ("obj", "iobj", "xcomp")]
    if len(needed) > 1:
        return
    for k in needed:
        if tree.relations[k] == "xcomp":
            yield from _infinitive(tree, k)
        elif tree.tags[k] in NOUNS:
            yield from _wholes(tree, k)
    if not needed:
        phrases = [k for k in following if tree.relations[k].startswith("obl") and not tree.is_set_off(k)]
        spans = [list(range(tree.spans[k][0], tree.spans[k][1] + 1)) for k in phrases[:1]] or [[]]
        yield from (span for span in spans if not any(tree.is_mark[t] for t in span))


def _predicate(tree: Tree, noun: int) -> Iterator[list[int]]:
    """What stands after "is": an adjective or noun with what belongs to it."""
    before = [k for k in tree.kids[noun] if k < noun and tree.relations[k] in (*BEFORE_NOUN, "det", "case")]
    after = [
        k for k in tree.kids[noun] if k > noun and tree.relations[k] in ("nmod", "obl", "xcomp", "acl", "acl:relcl")
    ]
    if all(tree.relations[k] == "nmod" for k in after):
        yield [t for k in [*before, *after] for t in tree.subtree(k)]


def _infinitive(tree: Tree, verb: int) -> Iterator[list[int]]:
    """The verb with "to" and its object ("to cut 4,000 jobs"); nothing when it has more or none."""
    to, thing = tree.kid(verb, "mark"), tree.kid(verb, "obj")
    if to is None or thing is None or tree.lower[to] != "to" or tree.kid(verb, "ccomp", "xcomp", "cop") is not None:
        return
    between = [k for k in tree.kids[verb] if tree.relations[k] in ("advmod", "compound:prt", "aux", "aux:pass")]
    if tree.tags[thing] in NOUNS:
        yield from (sorted({to, verb, *between, *part}) for part in _wholes(tree, thing))
