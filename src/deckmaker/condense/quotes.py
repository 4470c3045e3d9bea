"""Where quotations and brackets open and close: also in single marks, which apostrophes look like."""

import re
from collections.abc import Sequence

SINGLE = ("'", "‘")
_PAIRS = {"“": "”", "‘": "’", "(": ")", "[": "]", '"': '"', "«": "»", "``": "''", "'": "'"}
_ELIDED = r"(?!\d0s|(?:em|til|tis|twas|cause|n)\b)"
_ANY = re.compile("['‘’]")
_OPENS = re.compile(rf"(?<![\w.,!?’'\"”)\]])['‘](?=[\w£$€(#]){_ELIDED}", re.IGNORECASE)
"""A single mark that opens: right before a word, not after one, and no word that lost its start ("’em", "’90s")."""

_CLOSES = re.compile(r"(?<=[\w.,!?…)%])['’](?![\w])")
"""A mark that may close: right after a word or its stop, not before one."""

_SURELY_CLOSES = re.compile(r"(?<=[.,!?…])['’](?!\w)|(?<=[^\WsSxz])(?<!['’]n)['’](?!\w)")
"""The same where it cannot be a genitive: "the workers' rights"."""


def quotations(text: str, tokens: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The numbers of the opening and the closing token of each pair, those that close first coming first."""
    opens, closes = _single_marks(text)
    found: list[tuple[int, int]] = []
    open_at: list[int] = []
    words = [text[start:end] for start, end in tokens]
    for i, word in enumerate(words):
        closing = open_at and word == _PAIRS[words[open_at[-1]]]
        if closing and (word not in "'’" or tokens[i][0] in closes):
            found.append((open_at.pop(), i))
        elif word in _PAIRS and (word not in SINGLE or tokens[i][0] in opens):
            open_at.append(i)
    return tuple(found)


def is_balanced(text: str) -> bool:
    """Whether every single quotation mark that opens closes, and none closes that did not open."""
    if not _ANY.search(text):
        return True
    opens, closes = _single_marks(text)
    surely = [match.start() for match in _SURELY_CLOSES.finditer(text)]
    return len(opens) == len(closes) and len(surely) <= len(opens)


def without_quotations(text: str) -> str:
    """The text with what stands between quotation marks, double or single, taken out."""
    text = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text)
    opens, closes = _single_marks(text)
    for start, end in reversed(list(zip(sorted(opens), sorted(closes), strict=False))):
        text = f"{text[:start]} {text[end + 1 :]}"
    return text


def _single_marks(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where single quotations open, and where each closes: before the next opens, at a sure mark if there is one."""
    if not _ANY.search(text):
        return frozenset(), frozenset()
    opens = [match.start() for match in _OPENS.finditer(text)]
    closes = []
    for number, start in enumerate(opens):
        end = opens[number + 1] if number + 1 < len(opens) else len(text)
        sure = [match.start() for match in _SURELY_CLOSES.finditer(text, start + 1, end)]
        unsure = [match.start() for match in _CLOSES.finditer(text, start + 1, end)]
        closes += sure[:1] or unsure[-1:]
    return frozenset(opens), frozenset(closes)
