"""In which of a sentence's bullets a number or a date is read: those that leave its scope alone.

An editor may shorten "spends $80 billion on roads" to "spends $80 billion"; beside a number that would be wrong.  So
only what commas set off, what stands at an end, and adverbs may be missing.
"""

import re
from collections.abc import Sequence

from deckmaker.condense.trim import Trim

LENGTHS = (5, 15, 19, 22)
"""Words of a bullet that is read: at least; at best; at most when it was trimmed; at most when it is the sentence."""

_LIGHT = frozenset(
    """also now already just then still itself themselves currently recently today often typically however therefore
    thus indeed finally meanwhile instead both""".split()
)
_AFTER_A_COMMA = frozenset("and or but to which who".split())
_BEFORE_A_CLAUSE = _LIGHT | frozenset("and but that while because since as whereas or so".split())
_AFTER_A_CLAUSE = frozenset(
    """and but after before while when since because as until although though whereas during according despite
    compared which where so""".split()
)
_WHEN = re.compile(
    r"(?:(?:on|in|last|this|next|by) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec|year|month|week|(?:19|20)\d\d)|between (?:19|20)\d\d"
)
_SETS_SCOPE = re.compile(
    r"(?:(?:But|And|However,|Moreover,|Also,|For (?:example|instance),) )*"
    r"(?:according to|if|unless|when|among|of|under|with(?:out)?|per|provided"
    r"|(?:for|in|at|on|from|to) (?!example|instance|addition|fact|short|turn|particular|recent|the (?:end|same time)"
    r"|\w+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:19|20)\d\d))",
    re.IGNORECASE,
)
"""A phrase at the start without which something else would be said: whose figure it is, or on what condition."""

_CLOSES = re.compile(r"[,;:)–—]$")
_OPENS = re.compile(r"^[(–—]")
_SCOPE = re.compile(r" (?:of|on|in|for|to|from|among|between|with|at|by|under|over|per|a|each|every|worth|more|less)\b")
_EACH = re.compile(r"\b(?:a|an|per|each|every) (?:year|month|week|day|hour|minute|person)\b|\bannually\b")


def best_trims(sentence: str, trims: Sequence[Trim], needed: str) -> list[Trim]:
    """The bullets with the words needed that are worth reading: the sentence when it is short, and its best trim."""
    least, good, most, whole_most = LENGTHS
    sized = [(len(trim.text.split()), trim) for trim in trims if needed in trim.text]
    whole = [trim for length, trim in sized if trim.whole and least <= length <= whole_most]
    short = [
        (length, trim)
        for length, trim in sized
        if not trim.whole and least <= length <= most and _keeps_scope(sentence, trim.text, needed)
    ]
    best = min(short, key=lambda entry: (abs(entry[0] - good), -entry[1].score, entry[1].text), default=None)
    return [*whole, *([best[1]] if best else [])]


def _keeps_scope(sentence: str, text: str, needed: str) -> bool:
    """Whether a bullet lost nothing that says what the number is a number of."""
    after, kept = sentence.partition(needed)[2], text.partition(needed)[2]
    following = _SCOPE.match(after)
    if following and not kept.startswith(following[0]):
        return False
    each = _EACH.search(" ".join(after.split()[:7]))
    return (not each or each[0] in text) and _is_joined_well(sentence.split(), text.split())


def _is_joined_well(source: Sequence[str], words: Sequence[str]) -> bool:
    """Whether every word stands in the sentence, and what is missing between two of them may be missing."""
    bare = [_bare(word) for word in source]
    last = None
    for number, word in enumerate(words):
        start = 0 if last is None else last + 1
        if _bare(word) not in bare[start:]:
            if last is None and number < 5:
                continue  # a name that stands for a pronoun
            return False
        at = bare.index(_bare(word), start)
        if last is not None and at > last + 1 and not _may_miss(source, last, at):
            return False
        if last is not None and at > last + 1 and words[number - 1].endswith(",") and word not in _AFTER_A_COMMA:
            return False
        if last is None and not _may_start(source, at):
            return False
        last = at
    return last is not None and _may_end(source, last)


def _may_start(source: Sequence[str], at: int) -> bool:
    """Whether a bullet may begin with that word of the sentence: at its start, after a comma, or as a clause."""
    if _SETS_SCOPE.match(" ".join(source[:at])):
        return False
    return at == 0 or bool(_CLOSES.search(source[at - 1])) or _bare(source[at - 1]) in _BEFORE_A_CLAUSE


def _may_end(source: Sequence[str], last: int) -> bool:
    """Whether a bullet may end with that word: what follows is set off, another clause, or only says when."""
    if last + 1 >= len(source) or _CLOSES.search(source[last]) or _OPENS.search(source[last + 1]):
        return True
    return _bare(source[last + 1]) in _AFTER_A_CLAUSE or bool(_WHEN.match(" ".join(source[last + 1 : last + 4])))


def _bare(word: str) -> str:
    return word.strip(".,;:()[]“”\"‘’'–—").lower()


def _may_miss(source: Sequence[str], last: int, at: int) -> bool:
    """Whether the words between two kept ones are set off on both sides, light, or one of a pair ("to … and to")."""
    missing = [_bare(word) for word in source[last + 1 : at]]
    opened = _CLOSES.search(source[last]) or _OPENS.search(source[last + 1])
    closed = _CLOSES.search(source[at - 1]) or _OPENS.search(source[at])
    paired = missing[-1] in ("and", "or") and missing[0] == _bare(source[at]) == "to"
    return bool(opened and closed) or set(missing) <= _LIGHT or paired
