"""What a sentence offers as a heading in a language that is not parsed: names, and nouns linked by "of"."""

import re
from collections.abc import Iterator

from deckmaker.condense.phrases import Phrase

_WORD = r"[^\W\d_][\w’'-]*"
_NAME = rf"(?=[^\W\d_a-zß-ÿ]){_WORD}"
_OF = (
    r"(?:de la|de los|de las|de l[’']|de|du|des|del|della|dei|di|da|do|dos|das|der|von|vom|van|av|af|og|och|und|et|y|e)"
)
_FOUND = (
    re.compile(rf"(?<=[\w,] ){_NAME}(?: {_NAME}){{1,3}}"),
    re.compile(rf"(?<=[\w,] ){_NAME} {_OF}[ ]?{_NAME}(?: {_NAME})?"),
    re.compile(r"(?<=\w )[^\W\d_]\w{4,} (?:de la|de l[’']|de|du|des|del|della|di|da|do)[ ]?[^\W\d_]\w{4,}"),
)
"""Two or more names; a name of a name; a noun of a noun, in the languages that write nouns small."""


def runs(text: str) -> Iterator[Phrase]:
    """The names and linked nouns of a sentence, with a capital first; never its first word."""
    for pattern in _FOUND:
        for match in pattern.finditer(text):
            run = match.group()
            yield Phrase(run[:1].upper() + run[1:], run.split()[-1])
