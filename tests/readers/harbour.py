"""An invented article in three paragraphs, and what a reading of it looks like."""

from deckmaker.document import BlockKind, Document
from deckmaker.readers import read_bytes

FIRST = (
    "The harbour council voted on Monday to widen the northern channel, a plan that has divided the town for almost "
    "a decade. Supporters say that larger ships will bring work, while fishing families fear for their grounds."
)
SECOND = (
    "Work is to begin in March 2031 and to cost 48 million crowns, most of which the region will lend. The council "
    "expects 300 jobs in the first year. Opponents have announced that they will go to court."
)
THIRD = (
    "A study by the harbour's own engineers warned last year that currents could shift sand towards the old pier. "
    "The mayor called the warning serious but manageable."
)


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.block_text(number)) for number, block in enumerate(document.blocks, 1)]


def texts(text: str) -> list[str]:
    return [words for _, words in blocks(read_bytes(text.encode(), "a.txt"))]
