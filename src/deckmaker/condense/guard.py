"""What may stand as a bullet: text that makes sense alone, ends well and is about the matter."""

import re

from deckmaker.condense.quotes import is_balanced, without_quotations
from deckmaker.language.word_lists import DANGLING_OPENERS, OPENERS
from deckmaker.outline import MARK

DANGLING = re.compile(rf"(?:{'|'.join(map(re.escape, DANGLING_OPENERS))})\b(?!-)", re.IGNORECASE)
"""Openers that point at something said before, or at nothing."""

_STILL_FINE = re.compile(
    r"there (?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|remains?)\b|"
    r"this (?:week|month|year|morning|summer|winter|spring|autumn|fall|weekend|century)\b|when\b|"
    r"(?:instead|besides) (?:of )?\w",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:do (?:this|that|so|just that)|did (?:this|that|so)|doing (?:this|that|so)|"
    r"as (?:well|such)$|this (?:is|was|means))\b|"
    r",[’”\"']? (?:he|she|it|they) (?:said|says|added|adds|wrote|noted|explained)\b|"
    r"\b(?:he|she|they|it) (?:said|says|added|adds)$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|their|its|these|those)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)\b[A-Z]\w|\w{4,}s\b")
_ENDS_CUT = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|than|into|is|are|was|were|be|has|have|had|will|would|"
    r"could|can|(?-i:may)|might|such|including|its|their|his|her|not|no|based|due|according|able|rather|so|very|more)|n['’]t|[,;:(–—-])\.?$",
    re.IGNORECASE,
)
_LAST_WORD = 12
"""Characters in which the longest of these words and a stop have room."""

_CUT_AT_START = re.compile(
    r"(?:for|of|in|to|by|with|from|at|on) wh(?:ich|om)\b|the (?:more|less|sooner|better)\b(?!.*, the )|"
    r"(?-i:(?:[A-Z][\w.’'-]* ){1,3}(?:said|says), (?![“\"‘']))|"
    r"(?:(?:speaking|claiming|citing|noting)|(?:\w+ )?(?:days|weeks|months|years|hours) (?:before|after))\b(?!.*, )|"
    r"(?:meaning|adding|in case you|had|were|should)\b|(?:because|although|though|whereas|while)\b(?!.*,)",
    re.IGNORECASE,
)
_LACKS_A_HALF = re.compile(
    r"\b(?:the (?:kind|sort|type) of\b(?!.*\b(?:that|who|which|as)\b)|not only\b(?!.*\b(?:but|also)\b)|"
    r"(?:to|and|or), (?:if|when|where)\b|on \d{1,2} [A-Z]\w+ on \d|on the one hand\b(?!.*\bother\b)|"
    r"and,? according to\b[^,]*$|as (?:long|far|soon|much|many)$|(?:is|was) (?:when|where)$|"
    r"following(?: \w+)?$|(?:telling|saying|adding|asking|noting)(?: [A-Z]\w+)?$)|"
    r", (?-i:(?:[A-Z][\w.’'-]+ )+[A-Z][\w’'-]+, (?:said|says|told)\b)|\s[.]\s|,,",
    re.IGNORECASE,
)
"""Beginnings and ends whose other half is missing."""

_TALKS = re.compile(
    rf"(?i:(?:{'|'.join(sorted(OPENERS))}|first|second|third|well|yes|no|oh|ok|okay|sure|\w|still|though|plus|"
    r"certainly)[,.!:]+ )|"
    r"(?i:well (?:an?|the|it|we|I) |dear [a-z ]+[:,]|[(\[])|[A-Z][\w-]+(?: [\w-]+)?: [A-Z]"
)
"""Beginnings of an answer, of a speaker's letter ("Q: ..."), of an aside, and of a caption ("Victim: Mr Tymon")."""

_SHOWN = r"(?:chart|table|graph|graphic|map|image|photo|picture|video|diagram|screenshot)"
_ELSEWHERE = re.compile(
    r"\b(?:as (?:explained|mentioned|noted|discussed|described|stated|outlined|shown) (?:above|below|earlier|before)\b|"
    rf"(?:{_SHOWN}|list|link|step|question|team|figure|example|section)s? (?:above|below)\b|"
    rf"(?:following|above|below) (?:{_SHOWN}|survey)\b|in (?:this|the) {_SHOWN}\b|above-mentioned\b|previous step)|"
    r"^(?:below|above|here) (?:is|are)\b",
    re.IGNORECASE,
)
"""Words that point at something else on the page."""

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|our|ours|us|my|me|you|your|let['’]s)\b")
_ONE_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself)\b")
_UNNAMED = re.compile(r"\bnot to be (?:named|identified)\b|\bon condition of anonymity\b")
"""What a reporter adds of a source."""

_ORPHAN_DASH = re.compile(r"including [^-–—]*? (?:-|--|–|—) ", re.IGNORECASE)
"""Of an aside between dashes only the second is left: "including Mr Lind - at the next election"."""

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def balanced(text: str) -> bool:
    """Whether every bracket and quotation mark that opens also closes."""
    return all(text.count(a) == text.count(b) for a, b in _PAIRS) and text.count('"') % 2 == 0 and is_balanced(text)


def stands_alone(text: str) -> bool:
    """Whether a reader who has not seen the sentence before understands this one."""
    opener = text.lstrip("‘'( ")
    if DANGLING.match(opener) and not _STILL_FINE.match(opener):
        return False
    if _POINTS_BACK.search(text) or _TALKS.match(text) or _ELSEWHERE.search(text):
        return False
    if _CUT_AT_START.match(text) or _LACKS_A_HALF.search(text):
        return False
    if _names_nobody(text):
        return False
    return balanced(text) and not MARK.search(text) and not _is_cut_at_end(text) and "?" not in text


def says_more_than_quoted(text: str) -> bool:
    """Whether anything stands outside the quotation marks: who is quoted."""
    return bool(re.search(r"\w", without_quotations(text)))


def may_stand_below(text: str) -> bool:
    """Whether a text can stand below the bullet whose detail it is: whole, in balance, not cut at its end."""
    if _UNNAMED.search(text) or _ORPHAN_DASH.match(text):
        return False
    return bool(re.match(r"[^\w’']*\w", text)) and balanced(text) and not MARK.search(text) and not _is_cut_at_end(text)


def _is_cut_at_end(text: str) -> bool:
    """Whether the last word waits for more."""
    return bool(_ENDS_CUT.search(text, max(0, len(text) - _LAST_WORD)))


def _names_nobody(text: str) -> bool:
    """Whether a pronoun comes after a leading clause before anything that it could mean ("If convicted, he …")."""
    head, comma, rest = text.partition(", ")
    return bool(comma) and bool(_PRONOUN.match(rest)) and not _NAME.search(head[1:])


def speaks_as_us(text: str) -> bool:
    """Whether the text says "we" or "you" outside quotations."""
    return bool(_FIRST_PERSON.search(without_quotations(text)))


def speaks_as_me(text: str) -> bool:
    """Whether the text says "I" or "my" outside quotations."""
    return bool(_ONE_PERSON.search(without_quotations(text)))


def is_mostly_quotation(text: str) -> bool:
    """Whether more than 45 % of the characters stand between quotation marks."""
    return len(without_quotations(text)) < 0.55 * len(text)
