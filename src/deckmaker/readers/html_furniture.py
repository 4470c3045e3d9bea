"""Takes off what is left of the page around an extracted article: by words, links, place and repetition.

The words are those of furniture_words, as in plain text.  The page adds its own evidence: a line that is a link and
nothing else, beside others that are, is a list of other articles; a short line that the page has again and again
belongs to the page; a heading with nothing below it has lost what it headed.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.document import BlockKind
from deckmaker.readers.chunks import Chunk
from deckmaker.readers.furniture import find_end, find_furniture
from deckmaker.readers.html_blocks import Piece
from deckmaker.readers.html_prune import CONTENTS
from deckmaker.readers.html_tables import letters
from deckmaker.readers.html_tree import text_size
from deckmaker.readers.prose import is_finished, word_count

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINK, _LINK_WORDS, _LINKS_TOGETHER = 0.8, 25, 2  # share of a line in links; words of one; so many are a list
_LONGEST = 600  # characters; longer texts are no links
_REPEATED, _REPEATED_WORDS = 3, 6  # times elsewhere on the page; words
_BLOCK_TAGS = frozenset("p li h1 h2 h3 h4 h5 h6 td th dd dt div figcaption blockquote span".split())


def link_shares(root: "HtmlElement") -> tuple[dict[str, float], Counter[str]]:
    """For each short text of the page (by its letters) the share that is links, and how often the page has it."""
    shares: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for element in root.iter(*_BLOCK_TAGS):
        size = text_size(element, _LONGEST)
        if not 0 < size <= _LONGEST:
            continue
        key = letters("".join(element.itertext()))
        linked = sum(text_size(link, _LONGEST) for link in element.iter("a"))
        shares[key] = max(shares.get(key, 0.0), linked / size)
        counts[key] += len(element) == 0
    return shares, counts


def without_furniture(pieces: Sequence[Piece], shares: dict[str, float], counts: Counter[str]) -> list[Piece]:
    """The article's pieces without the page's."""
    chunks = [Chunk(piece.text, piece.kind, piece.level) for piece in pieces]
    last = find_end(chunks, 0, len(chunks))
    drop = find_furniture(chunks[:last], is_page=False)
    _drop_links(pieces[:last], shares, drop)
    own = Counter(letters(piece.text) for piece in pieces)
    for index, piece in enumerate(pieces[:last]):
        drop[index] = drop[index] or (piece.kind is BlockKind.HEADING and bool(CONTENTS.fullmatch(piece.text)))
        elsewhere = counts[letters(piece.text)] - own[letters(piece.text)]
        if elsewhere >= _REPEATED and word_count(piece.text) <= _REPEATED_WORDS and not is_finished(piece.text):
            drop[index] = True
    kept = [piece for piece, gone in zip(pieces[:last], drop, strict=True) if not gone or piece.table]
    while kept and kept[-1].kind is BlockKind.HEADING:
        kept.pop()
    return kept


def _drop_links(pieces: Sequence[Piece], shares: dict[str, float], drop: list[bool]) -> None:
    """Runs of lines that are links and nothing else."""
    start = 0
    for index in range(len(pieces) + 1):
        if index < len(pieces) and _is_link(pieces[index], shares):
            continue
        if index - start >= _LINKS_TOGETHER:
            drop[start:index] = [True] * (index - start)
        start = index + 1


def _is_link(piece: Piece, shares: dict[str, float]) -> bool:
    """Whether a piece is a link and nothing else; headings may be, as of the things in a list."""
    if piece.kind is BlockKind.HEADING or piece.table or is_finished(piece.text):
        return False
    return word_count(piece.text) <= _LINK_WORDS and shares.get(letters(piece.text), 0.0) >= _LINK
