"""What completes a verb or a noun in a headline, in several lengths, each of them whole."""

from collections.abc import Iterator

from deckmaker.condense.nouns import NOUNS, POINTING, SUMS, amount, base_phrase, shorter, tails
from deckmaker.condense.tree import Tree
from deckmaker.language.word_lists import NEVER_LOST

THINGS = (*NOUNS, *SUMS)
"""Tags of the main words of noun phrases and sums."""

_ASIDES = frozenset("after before during amid despite".split())
"""Words that only lead to when, or in spite of what, something happens: "prices are climbing [despite …]"."""

_CIRCUMSTANCES = _ASIDES | frozenset("in on at by near outside inside over while when".split())
"""Words after which stands where, when or by whom something was done: "officers were killed [in encounters]"."""

_LONG_PHRASE = 3
"""Words of a phrase, its article counted, that lose no adjective."""

_OWN = frozenset("his her their its".split())
_NEEDED = frozenset("of between against without than".split())
"""Prepositions whose noun may not be left out."""

_WAYS = frozenset("back up down out off away in on over ahead apart together forward aside".split())
"""Adverbs that make one verb with the verb before them: "held back"."""

_LACKING = frozenset(
    """located situated based known made used set held placed put kept seen called named found born left built
    involved""".split()
)
"""Participles that say nothing without what follows."""

_NOT_NEEDED = ("conj", "advcl", "parataxis", "cc", "advmod", "aux", "cop", "compound:prt", "punct")


def wholes(tree: Tree, noun: int, *, is_subject: bool = False) -> Iterator[list[int]]:
    """A noun phrase in several lengths, each whole: as it stands, without adjectives, with what follows the noun."""
    base = amount(tree, noun) if tree.tags[noun] in SUMS else base_phrase(tree, noun, article=True)
    if not base or tree.lower[base[0]] in (POINTING if is_subject else POINTING - _OWN):
        return
    after = list(tails(tree, noun, base[-1]))
    following = [tree.lower[tree.spans[k][0]] for k in tree.kids[noun] if k > noun and tree.relations[k] == "nmod"]
    needs = bool(_NEEDED.intersection(following))
    several = any(tree.relations[k] == "conj" for k in tree.kids[noun])
    starts = shorter(tree, base) if len(base) > _LONG_PHRASE else [base]
    for start in (*starts, *_name_alone(tree, base)):
        if not needs and not (several and is_subject):
            yield start
        whole = (tail for tail in after if not needs or tree.lower[tail[0]] in _NEEDED)
        yield from (start + tail for tail in whole if tree.lower[tail[0]] != "between" or _joins(tree, tail))


def _joins(tree: Tree, tokens: list[int]) -> bool:
    """Whether "and" is among the tokens."""
    return any(tree.lower[k] == "and" for k in tokens)


def _name_alone(tree: Tree, base: list[int]) -> Iterator[list[int]]:
    """The name at the end of a phrase that begins with what somebody is: "chief executive [Tim Cook]"."""
    at = next((k for k in reversed(range(len(base))) if tree.tags[base[k]] != "NNP"), None)
    if at is not None and len(base) - at > 2 and tree.tags[base[at]] in ("NN", "NNS", "JJ"):
        yield base[at + 1 :]


def helpers(tree: Tree, verb: int) -> list[int]:
    """The words beside the verb that belong to it: auxiliaries, "not", "up", and what limits it."""
    found: set[int] = set()
    for k in tree.kids[verb]:
        if tree.relations[k].startswith(("aux", "cop")) or tree.relations[k] == "compound:prt":
            found.add(k)
        elif tree.relations[k] == "advmod" and (
            tree.lower[k] in NEVER_LOST or (k == verb + 1 and tree.lower[k] in _WAYS)
        ):
            found |= set(tree.subtree(k))
    return sorted(found)


def completed(tree: Tree, verb: int) -> Iterator[list[int]]:
    """What completes the verb, in several lengths; nothing when it cannot be said shortly."""
    if tree.kid(verb, "cop") is not None:
        yield from _predicate(tree, verb)
        return
    following = [k for k in tree.kids[verb] if k > verb and tree.relations[k] not in _NOT_NEEDED]
    things = [k for k in following if tree.relations[k] in ("obj", "iobj")]
    deeds = [k for k in tree.kids[verb] if k > verb and (tree.relations[k] == "xcomp" or _is_purpose(tree, k))]
    deeds += [k for thing in things for k in tree.kids[thing] if tree.relations[k] == "acl" and _is_purpose(tree, k)]
    if len(things) > 1 or len(deeds) > 1:
        return
    firsts = [[]] if not things else list(wholes(tree, things[0])) if tree.tags[things[0]] in THINGS else []
    for first in firsts:
        if deeds:
            yield from (first + rest for rest in _deed(tree, deeds[0]))
            continue
        last = max([verb, *first, *(k for k in tree.kids[verb] if tree.relations[k] == "compound:prt")])
        needs = any(tree.relations[k].startswith("obl") and not tree.is_set_off(k) for k in following)
        if first or not needs or says_enough(tree, verb):
            yield from ([first] if first else _alone(tree, verb))
        yield from (first + phrase for phrase in _next_phrases(tree, verb, last))
        yield from (first + doing for doing in _doing(tree, verb, last))


def _alone(tree: Tree, verb: int) -> Iterator[list[int]]:
    """What a verb without an object keeps: its adverb ("lie ahead"); nothing for what only goes on ("happen when")."""
    after = verb + 1
    if after < tree.size and tree.heads[after] == verb and tree.relations[after] == "advmod":
        yield [after]
    elif tree.tags[verb] not in ("VBZ", "VBP") or after >= tree.size or tree.is_mark[after]:
        yield []


def says_enough(tree: Tree, verb: int) -> bool:
    """Whether what follows the verb only says when; or, of what was done to somebody, where, when or by whom."""
    after = tree.lower[verb + 1] if verb + 1 < tree.size else ""
    passive = tree.tags[verb] == "VBN" and tree.lower[verb] not in _LACKING
    return after in (_CIRCUMSTANCES if passive else _ASIDES)


def _doing(tree: Tree, verb: int, last: int) -> Iterator[list[int]]:
    """A preposition and an "-ing" form that follow at once: "is charged [with helping rebels]"."""
    for k in tree.kids[verb]:
        if k == last + 2 and tree.tags[k] == "VBG" and tree.heads[k - 1] == k and tree.tags[k - 1] == "IN":
            yield from ([k - 1, k, *rest] for rest in completed(tree, k))


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Whether it is what somebody is to do: "has plans [to switch …]", "urged the club [to reject …]"."""
    to = tree.kid(verb, "mark")
    purpose = tree.relations[verb] in ("advcl", "acl") and tree.tags[verb] == "VB" and not tree.is_set_off(verb)
    return purpose and to is not None and tree.lower[to] == "to"


def _next_phrases(tree: Tree, head: int, last: int) -> Iterator[list[int]]:
    """The phrase with a preposition that follows, adverbs aside: "faces charges [in the US]", in several lengths."""
    for k in tree.kids[head]:
        start = tree.spans[k][0]
        if not tree.relations[k].startswith(("obl", "nmod")) or start <= last or tree.tags[k] not in THINGS:
            continue
        if any(tree.relations[t] != "advmod" for t in range(last + 1, start)):
            continue
        link = [t for t in tree.kids[k] if tree.relations[t] == "case"]
        for whole in wholes(tree, k):
            lacks_half = tree.lower[start] == "between" and not _joins(tree, whole)
            if link and link[-1] + 1 == whole[0] and link[0] == start and not lacks_half:
                yield link + whole


def _predicate(tree: Tree, noun: int) -> Iterator[list[int]]:
    """What stands after "is": an adjective or noun with what belongs to it."""
    link = [k for k in tree.kids[noun] if k < noun and tree.relations[k] == "case"]
    if tree.tags[noun] in THINGS:
        yield from (sorted({*link, *whole}) for whole in wholes(tree, noun))
        return
    after = [k for k in tree.kids[noun] if k > noun and tree.relations[k] not in _NOT_NEEDED]
    if not after:
        yield [*link, noun]
    yield from (sorted({*link, noun, *phrase}) for phrase in _next_phrases(tree, noun, noun))
    for deed in (k for k in after[:1] if tree.relations[k] in ("xcomp", "advcl")):
        yield from (sorted({*link, noun, *rest}) for rest in _deed(tree, deed))


def _deed(tree: Tree, verb: int) -> Iterator[list[int]]:
    """What somebody is to do or becomes: "to cut 4,000 jobs", "chairman of the board"."""
    to = tree.kid(verb, "mark")
    if tree.tags[verb] in NOUNS and to is None:
        yield from wholes(tree, verb)
    if tree.tags[verb] in ("JJ", "VBN") and to is None:
        if tree.spans[verb][1] == verb:
            yield [verb]
        yield from ([verb, *phrase] for phrase in _next_phrases(tree, verb, verb))
    if to is None or tree.lower[to] != "to" or tree.kid(verb, "ccomp", "cop") is not None:
        return
    for rest in completed(tree, verb):
        yield sorted({to, verb, *helpers(tree, verb), *rest})
