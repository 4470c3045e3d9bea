"""What may stand as a bullet: text that makes sense alone, ends well and is about the matter."""

import re

from deckmaker.language.word_lists import DANGLING_OPENERS
from deckmaker.outline import MARK

DANGLING = re.compile(rf"(?:{'|'.join(map(re.escape, DANGLING_OPENERS))})\b(?!-)", re.IGNORECASE)
"""Openers that point at something said before, or at nothing."""

_STILL_FINE = re.compile(
    r"there (?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|remains?)\b|"
    r"this (?:week|month|year|morning|summer|winter|spring|autumn|fall|weekend|century)\b|when\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:do (?:this|that|so|just that)|did (?:this|that|so)|doing (?:this|that|so)|"
    r"as (?:well|such)$|this (?:is|was|means))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|him|her|them|his|their|its|these|those)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!^)\b[A-Z]\w|\w{4,}s\b")
_ENDS_CUT = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|than|into|is|are|was|were|be|has|have|had|will|would|"
    r"could|can|(?-i:may)|might|such|including|its|their|his|her|not|no|based|due|according|able|rather|so|very|more)|n['’]t|[,;:(–—-])\.?$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"^(?:for|of|in|to|by|with|from|at|on) wh(?:ich|om)\b|\bthe (?:kind|sort|type) of\b(?!.*\b(?:that|who|which|as)\b)|"
    r"\b(?:telling|saying|adding|asking|noting)(?: [A-Z]\w+)?$",
    re.IGNORECASE,
)
"""Beginnings and ends whose other half is missing."""

_SELF = re.compile(
    r"\b(?:subscribe|sign up|newsletter|click here|read more|read the original|originally published|"
    r"all rights reserved|cookies?|advertisement|follow us|share this|e-?mail us|contact us|donate|"
    r"declin(?:ed?|es|ing)(?: later)? to "
    r"(?:comment|say|state|discuss|answer|give|disclose|elaborate|specify|provide|name)|"
    r"did not (?:immediately )?(?:respond|reply|return|disclose|elaborate|specify|say)|"
    r"thank you for|photo courtesy|image credit|getty images|for more information|please visit|visit www|"
    r"could not be reached|reporting by|editing by|photo by|in this article|"
    r"our (?:readers|website|site|app)|leave a (?:reply|comment))\b",
    re.IGNORECASE,
)
_TWEETED = re.compile(r"\(@\w+\)|pic\.twitter\.com|https?://")
"""What is left of an embedded post."""

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|our|ours|us|my|me|you|your|let['’]s)\b")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_POINTS_OUT = re.compile(r"\b(?:see|click|visit) (?:this|here|our|the (?:page|link))\b", re.IGNORECASE)


def balanced(text: str) -> bool:
    """Whether every bracket and quotation mark that opens also closes."""
    return all(text.count(a) == text.count(b) for a, b in _PAIRS) and text.count('"') % 2 == 0


def unquoted(text: str) -> str:
    """The text with what stands between double quotes taken out."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text)


def stands_alone(text: str) -> bool:
    """Whether a reader who has not seen the sentence before understands this one."""
    opener = text.lstrip("‘'( ")
    if DANGLING.match(opener) and not _STILL_FINE.match(opener):
        return False
    if _POINTS_BACK.search(text) or _UNFINISHED.search(text):
        return False
    if _names_nobody(text):
        return False
    if not re.search(r"\w", unquoted(text)):
        return False
    return balanced(text) and not MARK.search(text) and not _ENDS_CUT.search(text) and "?" not in text


def may_stand_below(text: str) -> bool:
    """Whether a text can stand below the bullet whose detail it is: whole, in balance, not cut at its end."""
    return bool(re.search(r"\w", text)) and balanced(text) and not MARK.search(text) and not _ENDS_CUT.search(text)


def _names_nobody(text: str) -> bool:
    """Whether a pronoun comes after a leading clause before anything that it could mean ("If convicted, he …")."""
    head, comma, rest = text.partition(", ")
    return bool(comma) and bool(_PRONOUN.match(rest)) and not _NAME.search(head[1:])


def speaks_as_us(text: str) -> bool:
    """Whether the text says "we" or "you" outside quotations."""
    return bool(_FIRST_PERSON.search(unquoted(text)))


def is_about_itself(text: str) -> bool:
    """Whether the text is the page's own furniture or self-promotion."""
    return bool(_SELF.search(text) or _POINTS_OUT.search(text) or _TWEETED.search(text))


def is_mostly_quotation(text: str) -> bool:
    """Whether more than 45 % of the characters stand between quotation marks."""
    return len(unquoted(text)) < 0.55 * len(text)
