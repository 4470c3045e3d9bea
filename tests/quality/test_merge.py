"""Floor of merged briefings: real articles with lightly rewritten copies; needs ../shared (DECKMAKER_SHARED)."""

import itertools
import os
import re
from pathlib import Path

import pytest

from deckmaker.condense import condense_together
from deckmaker.document import Document
from deckmaker.language.words import content_stems
from deckmaker.outline import Outline
from deckmaker.readers import read, read_bytes

SHARED = Path(os.environ.get("DECKMAKER_SHARED", "-"))
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="DECKMAKER_SHARED is not set")

SAME = 0.5
"""Bullets of two articles that share more than this part of the shorter one's stems tell the same fact."""

REWRITTEN = {
    "investigating": "looking into",
    "according to": "in the words of",
    "company": "firm",
    "agreed to": "said it would",
    "because": "since",
    "people": "persons",
    "large": "big",
    "also ": "",
    "more than": "over",
    "however": "but",
    "began": "started",
    "used": "employed",
    "many": "lots of",
    "said": "stated",
    "found": "discovered",
    "scientists": "researchers",
}


def rewritten(document: Document) -> Document:
    """The article in somewhat other words, with neighbouring paragraphs changed about."""
    blocks = [document.block_text(number) for number in range(1, len(document.blocks) + 1)]
    for first, other in REWRITTEN.items():
        blocks = [re.sub(rf"\b{first}", other, block) for block in blocks]
    for number in range(3, len(blocks) - 1, 4):
        blocks[number], blocks[number + 1] = blocks[number + 1], blocks[number]
    return read_bytes("\n\n".join(blocks).encode(), "copy.txt")


def told_twice(outline: Outline) -> list[tuple[str, str]]:
    """The pairs of bullets from different articles that say the same."""
    found = []
    for one, other in itertools.combinations(outline.bullets(), 2):
        mine, theirs = set(content_stems(one.text)), set(content_stems(other.text))
        alike = len(mine & theirs) > SAME * min(len(mine), len(theirs)) and len(mine & theirs) >= 3
        if alike and {place.source for place in one.places}.isdisjoint(place.source for place in other.places):
            found.append((one.text, other.text))
    return found


def test_copies_add_nothing_and_stories_stay_apart() -> None:
    articles = [read(path) for path in sorted((SHARED / "gold").glob("*.txt"))]
    mixed = sections = 0
    for number, article in enumerate(articles):
        outline = condense_together([article, articles[number - 5], rewritten(article)])
        assert told_twice(outline) == []
        letters = [{place.source for bullet in part.bullets for place in bullet.places} for part in outline.sections]
        assert {"a", "b"} <= set().union(*letters)
        mixed += sum("b" in found and len(found) > 1 for found in letters)
        sections += len(letters)
    assert mixed <= 0.05 * sections
