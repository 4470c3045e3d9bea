"""Which phrases of a sentence may stand below it as details: whole, at an end or between commas, and well begun."""

from deckmaker.condense.cuts import ends_cleanly
from deckmaker.condense.recast import is_cleft, may_be_meant
from deckmaker.condense.shapes import SUBJECTS, Shape
from deckmaker.condense.times import says_when
from deckmaker.condense.tree import DASHES, Tree
from deckmaker.condense.waits import WAITING, asks_for_more
from deckmaker.language.word_lists import MONTHS, SAYING, TIMES, WEEKDAYS

KINDS = ("obl", "advcl", "conj", "appos", "parataxis", "acl", "nmod", "advmod")
"""Relations by which a detail hangs on its sentence."""

STRONG = frozenset(
    """after before because since although though while whereas despite amid including following according due thanks
    such when where during until once unlike compared""".split()
)
"""Words that open a phrase of its own, which hardly ever is needed by what stands before it."""

_OPENINGS = STRONG | frozenset(
    """as with without by like up down from through alongside under across among between throughout in at for to on
    against using above around over out ever along""".split()
)
"""Words that a detail may begin with; a condition stays with what it governs."""

_LINKS = frozenset("in at for to on from against between under like above around as over out".split())
"""Of these only a longer phrase is a detail by itself."""

_LINKED_WORDS = 4
_CLAUSAL = frozenset("that than whether if unless of".split())
_NO_CONJUNCT = ("IN", "WDT", "WP", "WRB", "TO", "CC")
_BEFORE_NOUN = ("compound", "flat", "amod", "nummod", "det", "nmod")
_PRONOUNS = frozenset("he she it they".split())
_BACK = _PRONOUNS | frozenset("this that these those such".split())
_EXAMPLES = (("such", "as"), ("for", "example"), ("for", "instance"))
_LACKING = frozenset("need needs needed want wants wanted require requires required seek seeks sought".split())
"""Verbs whose object says what it shall be: "we needed a system that integrates"."""

_MEASURING = frozenset("comprise comprises constitute constitutes represent represents consist consists".split())
"""Verbs that only tell how large a part something is: their clause adds, it does not restrict."""

_LIGHT_VERBS = frozenset("have has had take takes took make makes made get gets got play plays played put".split())
_LEAST_ASIDE = 3
"""Words of what stands between commas after a name; fewer are an age or a place."""

_LEAST_LED = 5
"""Tokens of "led by …" that is worth a line; "people [briefed on talks]" keep it."""

_CLOSING = DASHES | {",", ")"}
_HELPERS = ("aux", "cop")
_FINITE_AFTER = frozenset("because although though whereas".split())
"""Words that open a clause, never a phrase."""

_POINTING = frozenset("which whom whose what how that who".split())


def is_detail(tree: Tree, i: int, taken: frozenset[int], shape: Shape) -> bool:
    """Whether what hangs on token i stands whole at an end of the shape or between commas, and begins as details do."""
    if i == shape.root or tree.heads[i] not in shape.kept or tree.relations[i].split(":")[0] not in KINDS:
        return False
    said = sorted(without_link(tree, i, taken) - shape.unsaid)
    if said and (tree.lower[said[0]] == "not" or (tree.lower[i] == "time" and tree.lower[i - 1] == "same")):
        return False
    if has_lost_subject(tree, taken) or _holds_a_clause(tree, i, taken):
        return False
    return len(said) > 1 and _stands_apart(tree, i, taken, shape) and _opens_well(tree, i, taken, said)


def opens_an_end(tree: Tree, first: int) -> bool:
    """Whether what follows a comma begins as a phrase of its own: "down from …", "capable of …", "an increase …"."""
    if tree.lower[first] in STRONG or tree.lower[first] in ("up", "down", "with", "without", "as", "by"):
        return True
    if tree.tags[first] in ("VBG", "VBN", "JJ"):
        return tree.relations[first] not in ("amod", "compound")
    if tree.words[first - 1] in DASHES and tree.tags[first] in ("NNP", "NNS", "CD"):
        return True  # "in four states - Colorado, Washington, …"
    return tree.lower[first] in ("a", "an") or (tree.tags[first] == "IN" and tree.lower[first] not in _CLAUSAL)


def breaks_a_list(tree: Tree, taken: frozenset[int]) -> bool:
    """Whether what follows a comma is the rest of a list: "The X-Files, [Twin Peaks and Star Trek]"."""
    first = min(taken)
    if first < 2 or tree.words[first - 1] != "," or tree.tags[first][:2] not in ("NN", "JJ", "CD", "VB"):
        return False
    if tree.tags[first] == "VBG" or not tree.tags[first - 2].startswith("NN"):
        return False
    joints = (k for k in taken if tree.lower[k] in ("and", "or") and tree.tags[k] == "CC")
    return any(tree.tags[k - 1].startswith(("NN", "JJ")) for k in joints)


def without_link(tree: Tree, i: int, taken: frozenset[int]) -> frozenset[int]:
    """The tokens without what only joins them to the point ("and", "such as", a second "he").

    For "which", and for what a noun within the sentence is ("Van der Burgh, the champion, paid …"), with the noun.
    """
    first = min(taken)
    if tree.relations[first] == "cc" and tree.lower[first] not in ("or", "nor") and tree.heads[first] in taken:
        second = min(taken - {first}, default=first)
        empty = tree.lower[second] == "it" and tree.kid(i, "cop") is not None
        again = tree.relations[second] == "nsubj" and _takes_up(tree, second, tree.heads[i]) and not empty
        return taken - ({first, second} if again else {first})
    if tree.relations[i] == "acl:relcl" and tree.relations[first] in SUBJECTS and tree.heads[first] == i:
        return taken - {first} | _base(tree, tree.heads[i])
    if _is_aside(tree, i, taken):
        return taken | _base(tree, tree.heads[i])
    return taken - {first, first + 1} if tree.lower[first : first + 2] in _EXAMPLES else taken


def _takes_up(tree: Tree, pronoun: int, verb: int) -> bool:
    """Whether a second clause's "they" is the subject of the first: then it may be left unsaid."""
    subject = tree.kid(verb, *SUBJECTS)
    if subject is None or tree.lower[pronoun] not in _PRONOUNS:
        return False
    many = tree.tags[subject] in ("NNS", "NNPS") or any(tree.relations[k] == "conj" for k in tree.kids[subject])
    same = tree.lower[pronoun] == tree.lower[subject]
    return same or (tree.tags[subject].startswith("NN") and many == (tree.lower[pronoun] == "they"))


def _is_aside(tree: Tree, i: int, taken: frozenset[int]) -> bool:
    """Whether the phrase tells of the noun before it, between commas, and the sentence goes on with its verb."""
    noun, after = tree.heads[i], max(taken) + 1
    kind = tree.relations[i].split(":")[0]
    return (
        kind in ("appos", "nmod", "acl")
        and 0 <= noun < min(taken)
        and tree.tags[noun].startswith("NN")
        and tree.words[after : after + 1] == (",",)
        and tree.relations[noun] in SUBJECTS
    )


def has_lost_subject(tree: Tree, taken: frozenset[int]) -> bool:
    """Whether a verb with tense among the tokens has its subject outside: "as its service, Stadia [, launched]"."""
    return any(
        tree.tags[i] in ("VBZ", "VBP", "VBD")
        and tree.relations[i] not in ("conj", "cop")
        and not tree.relations[i].startswith("aux")
        and tree.kid(i, *SUBJECTS) is None
        for i in taken
    )


def _holds_a_clause(tree: Tree, i: int, taken: frozenset[int]) -> bool:
    """Whether a phrase goes on to another clause: "at the Department of Trade and 400 are to go at …".

    Or to another thing that has its own: "by a woman and sexual assault by another one".
    """
    if tree.relations[i].split(":")[0] not in ("obl", "nmod"):
        return False
    joined, first = [k for k in taken if tree.relations[k] == "conj"], tree.lower[min(taken)]
    own = (tree.kid(m, "case") for k in joined for m in tree.kids[k] if tree.relations[m] in ("nmod", "obl"))
    return any(map(tree.is_finite, joined)) or any(case is not None and tree.lower[case] == first for case in own)


def is_example(tree: Tree, first: int) -> bool:
    """Whether a detail that begins with this token followed "such as" or "for example"."""
    return tree.lower[max(0, first - 2) : first] in _EXAMPLES


def _base(tree: Tree, noun: int) -> frozenset[int]:
    """A noun with what stands before it and belongs to it: "Cassini spacecraft", "two reports"."""
    before = [k for k in tree.kids[noun] if k < noun and tree.relations[k].split(":")[0] in _BEFORE_NOUN]
    after = [k for k in tree.kids[noun] if k == noun + 1 and tree.relations[k] == "flat"]
    return frozenset([noun, *(t for k in (*before, *after) for t in tree.subtree(k))])


def _stands_apart(tree: Tree, i: int, taken: frozenset[int], shape: Shape) -> bool:
    """Whether the phrase stands whole at an end of the shape, or between commas, and the rest does not wait for it."""
    rest, first, last = shape.kept - taken, min(taken), max(taken)
    if first > max(rest):
        if sum(tree.words[k] in DASHES for k in range(first)) % 2 == 0 and tree.words[first - 1] in DASHES:
            return False  # right after an aside between dashes that stays
        return ends_cleanly(tree, max(rest), first) and not asks_for_more(tree, rest, taken)
    if any(first < k < last for k in rest) or tree.relations[i] == "conj" or tree.lower[max(rest)] in WAITING:
        return False
    if _tells_of_a_new_subject(tree, i, first):
        return True
    aside = _is_aside(tree, i, taken)
    if (aside and len(taken) < _LEAST_ASIDE) or (tree.relations[i].startswith("nmod") and not aside):
        return False
    after = tree.words[last + 1] if last + 1 < tree.size else ""
    return tree.is_set_off(i) and (last < min(rest) or after in _CLOSING)


def _tells_of_a_new_subject(tree: Tree, i: int, first: int) -> bool:
    """Whether "led by …" follows a subject that the sentence brings up: "A team led by … has confirmed", or a name."""
    noun = tree.heads[i]
    if tree.relations[i] != "acl" or tree.tags[i] != "VBN" or first != noun + 1 or len(tree.subtree(i)) < _LEAST_LED:
        return False
    new = tree.tags[noun] == "NNP" or any(tree.lower[k] in ("a", "an") or tree.tags[k] == "CD" for k in tree.kids[noun])
    return new and tree.relations[noun] in SUBJECTS and tree.heads[tree.heads[noun]] < 0


def _opens_well(tree: Tree, i: int, taken: frozenset[int], said: list[int]) -> bool:
    """Whether a detail, of which these tokens are said, begins as one may."""
    if tree.lower[min(taken)] in STRONG and min(taken) != said[0]:
        return True
    if tree.relations[i] == "advmod":
        long_ago = tree.lower[i] == "ago" and min(taken) == 0 and tree.is_set_off(i)
        return long_ago or (tree.lower[min(taken)] == "as" and tree.tags[max(taken)] == "CD")  # "as soon as 2023"
    if tree.lower[min(taken)] in _FINITE_AFTER and tree.lower[min(taken) + 1] != "of" and not tree.is_finite(i):
        return False
    kind = tree.relations[i].split(":")[0]
    if kind == "conj":
        return _is_conjunct(tree, i, said[0])
    if kind == "parataxis":
        who = tree.kid(i, *SUBJECTS)
        speaks = tree.lower[i] in SAYING and tree.lower[i] not in ("added", "adds")
        return speaks and who is not None and tree.tags[who] != "PRP"
    if tree.relations[i] == "acl:relcl":
        return min(taken) not in said and tree.tags[said[0]] not in ("IN", "CC") and _may_be_told(tree, i, min(taken))
    if tree.lower[said[0]] in _POINTING or tree.lower[said[1]] in _POINTING:
        return False
    if tree.lower[said[0]] in _OPENINGS:
        return _is_whole_phrase(tree, i, said)
    if tree.tags[said[0]] in ("VBG", "VBN", "VBD") and tree.kid(i, *SUBJECTS) is None:
        return tree.is_set_off(i) or kind == "acl"
    return kind == "appos" and tree.is_set_off(i) and _describes(tree, i, min(taken))


def _may_be_told(tree: Tree, verb: int, who: int) -> bool:
    """Whether a relative clause that begins with `who` says by itself something of the noun right before it."""
    noun = tree.heads[verb]
    if is_cleft(tree, noun):
        return False
    meant = may_be_meant(tree, noun, who) and tree.lower[noun] not in TIMES and _agrees(tree, verb)
    return meant and tree.is_finite(verb) and (tree.is_set_off(verb) or _tells(tree, verb))


def _tells(tree: Tree, verb: int) -> bool:
    """Whether the sentence tells what happened or what something is, so that a clause without a comma adds to it.

    Not so in "will leave a website that is not accessible", which would say more without its clause.
    """
    root, above = tree.heads.index(-1), _verb_above(tree, tree.heads[verb])
    helpers = {tree.lower[k] for k in tree.kids[above] if tree.relations[k].startswith(("aux", "cop"))}
    negated = any(tree.lower[k] in ("not", "n't", "no", "never") for k in (*tree.kids[above], *tree.kids[verb]))
    negated |= tree.lower[above] in _LACKING
    past = tree.tags[above] == "VBD" or helpers & {"was", "were", "has", "have", "had", "did"}
    is_told = tree.heads[verb] == root  # "the court is a body that settles disputes"
    return (bool(past or is_told) and not negated) or tree.lower[verb] in _MEASURING


def _verb_above(tree: Tree, i: int) -> int:
    """The verb that a noun hangs on, over other nouns; the root when there is none."""
    while tree.heads[i] >= 0 and not tree.tags[i].startswith("VB"):
        i = tree.heads[i]
    return i


def _agrees(tree: Tree, verb: int) -> bool:
    """Whether a relative clause may be said of its noun alone: "methane and ethane, which are" not of ethane."""
    plural = tree.tags[tree.heads[verb]] in ("NNS", "NNPS")
    verbs = (k for k in (verb, *tree.kids[verb]) if k == verb or tree.relations[k][:3] in _HELPERS)
    forms = [(tree.lower[k], tree.tags[k]) for k in verbs]
    many = any(word in ("are", "were", "have") or tag == "VBP" for word, tag in forms)
    one = any(word in ("is", "was", "has") or tag == "VBZ" for word, tag in forms)
    return not (many and not plural) and not (one and plural)


def _is_conjunct(tree: Tree, i: int, first: int) -> bool:
    """Whether a second clause or verb says something by itself: not "or …", nor who says it, nor "these …"."""
    joined = tree.kid(i, "cc")
    if joined is not None and (tree.lower[joined] in ("or", "nor") or joined > first):
        return False
    who = tree.kid(i, *SUBJECTS)
    if joined is None and who is None and tree.tags[i] != "VBG":
        return False  # one more verb in a list
    if who is None and tree.heads[tree.heads[i]] >= 0:
        return False  # the second verb of a clause within the sentence
    if tree.lower[first] in SAYING | _BACK or (tree.lower[i] in SAYING and (who is None or tree.tags[who] == "PRP")):
        return False
    if tree.lower[first] == "whether" or (tree.tags[i] == "VBG" and first == i):
        return tree.is_set_off(i) and (joined is None or tree.lower[first] == "whether")
    return tree.is_finite(i) and (tree.tags[first] not in _NO_CONJUNCT or tree.lower[first] == "both")


def _is_whole_phrase(tree: Tree, i: int, said: list[int]) -> bool:
    """Whether a phrase that begins with a preposition is one by itself, not what the word before asks for."""
    first = tree.lower[said[0]]
    if (first == "for" and tree.tags[i] == "VB") or (first == "among" and said[0] < tree.heads.index(-1)):
        return False  # "Among the subjects, the focus is on …"
    if first == "on" and not any(tree.lower[k].rstrip(".") in MONTHS | WEEKDAYS | TIMES for k in said):
        return False
    if first == "at" and not says_when(tree, i) and tree.lower[said[1]] != "age":
        return False  # "looked at surveys", "poked fun at the minister"
    if first not in _LINKS or says_when(tree, i):
        return True
    return len(said) >= _LINKED_WORDS and not _is_needed(tree, i, said)


def _is_needed(tree: Tree, i: int, said: list[int]) -> bool:
    """Whether the words before ask for the phrase: "value on identifying room", "had a role in the plans"."""
    head = tree.heads[i]
    if tree.lower[said[0]] in ("in", "on", "at", "from") and tree.tags[said[1]] == "VBG":
        return True
    verb = tree.heads[head] if tree.relations[head] == "obj" else head
    return tree.lower[verb] in _LIGHT_VERBS and not tree.is_set_off(i)


def _describes(tree: Tree, i: int, first: int) -> bool:
    """Whether a noun after a comma says who or what somebody is, and is not one more thing in a list."""
    if tree.words[tree.spans[i][0] - 1] in (*DASHES, "("):
        return True
    if tree.kid(i, "conj") is not None:
        return False  # "soft demand, a fall in business and uncertainty"
    listed = any(tree.words[k] == "," for k in range(tree.heads[i], tree.spans[i][0] - 1))
    return not listed and (tree.lower[first] in ("a", "an", "the") or tree.tags[tree.heads[i]] in ("NNP", "NNPS"))
