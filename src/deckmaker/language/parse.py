"""Parses English sentences: tokens, Penn tags, dependency tree, and how likely an editor keeps each token."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker.language.tokens import tokenize

if TYPE_CHECKING:
    from deckmaker.language.features import Vocabulary
    from deckmaker.language.network import Reading

LONGEST = 160
"""Tokens read at once; a longer sentence is cut and its parts hang on the first part's root."""

KEEP_CUT = -0.96
"""The log-odds above which 44 % of a news sentence's tokens lie: an editor's share."""

_CLAUSE_ENDS = {";", ":", ".", "!", "?", "—", "–", "--"}
_PART = "parataxis"


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence, token by token.

    tokens are offsets (start, end) in characters; tags are Penn tags; heads are indices of tokens, -1 for the one
    root, and form a tree; relations are those of Universal Dependencies ("root" for the root); keep is the log-odds
    that an editor who shortens the sentence keeps the token.
    """

    tokens: tuple[tuple[int, int], ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    keep: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.tokens)


def parse(sentences: Sequence[str]) -> list[Parse]:
    """The parse of each sentence; one without a token gives an empty one.

    All sentences of an article are best given at once: they are computed together.
    """
    spans = [tokenize(sentence) for sentence in sentences]
    words = [[text[start:end] for start, end in tokens] for text, tokens in zip(sentences, spans, strict=True)]
    return [Parse(tuple(tokens), *columns) for tokens, columns in zip(spans, _columns(words), strict=True)]


def parse_bullets(texts: Sequence[str]) -> list[Parse]:
    """The parse of each text that has lost its full stop: it is read with one, as sentences are, and told without."""
    return [
        _without_last(read) if _ends_at(read, len(text)) else parse([text])[0]
        for text, read in zip(texts, parse([f"{text}." for text in texts]), strict=True)
    ]


def _ends_at(read: Parse, end: int) -> bool:
    """Whether the last token is a full stop at that character, and hangs on another."""
    return read.tokens[-1] == (end, end + 1) and read.heads[-1] >= 0


def _without_last(read: Parse) -> Parse:
    """A parse without its last token, a full stop; what hangs on that hangs on the root."""
    last, root = len(read) - 1, read.heads.index(-1)
    heads = tuple(root if head == last else head for head in read.heads[:last])
    return Parse(read.tokens[:last], read.tags[:last], heads, read.relations[:last], read.keep[:last])


_Columns = tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...], tuple[float, ...]]


def _columns(sentences: Sequence[Sequence[str]]) -> list[_Columns]:
    """Tags, heads, relations and keep of sentences given as tokens."""
    if not any(sentences):
        return [((), (), (), ()) for _ in sentences]
    from deckmaker.language.network import load

    network = load()
    vocabulary = network.vocabulary
    cuts = [cut_places(tokens) for tokens in sentences]
    parts = [tokens[a:b] for tokens, places in zip(sentences, cuts, strict=True) for a, b in places]
    readings = iter(network.read([vocabulary.encode(part) for part in parts]))
    return [_joined([next(readings) for _ in places], vocabulary) for places in cuts]


def _joined(parts: "list[Reading]", vocabulary: "Vocabulary") -> _Columns:
    """The columns of a sentence read in parts: the roots of the later parts hang on the first part's root."""
    heads: list[int] = []
    relations: list[str] = []
    for part in parts:
        start, top = len(heads), heads.index(-1) if heads else -1
        heads += [head + start if head >= 0 else top for head in part.heads]
        names = (vocabulary.relations[number] for number in part.relations)
        relations += [_relation(name, head, top) for name, head in zip(names, part.heads, strict=True)]
    tags = tuple(vocabulary.tags[number] for part in parts for number in part.tags)
    return tags, tuple(heads), tuple(relations), tuple(value for part in parts for value in part.keep)


def _relation(name: str, head: int, top: int) -> str:
    """The relation's name, made to agree with the tree: "root" for the root and for nothing else."""
    if head < 0:
        return "root" if top < 0 else _PART
    return "dep" if name == "root" else name


def cut_places(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Where to cut a sentence into parts of at most LONGEST tokens: after a clause if one ends in time."""
    places = []
    start = 0
    while len(tokens) - start > LONGEST:
        window = range(start + LONGEST - 1, start + LONGEST // 2, -1)
        end = next((place + 1 for place in window if tokens[place] in _CLAUSE_ENDS), start + LONGEST)
        places.append((start, end))
        start = end
    return [*places, (start, len(tokens))] if len(tokens) else []
