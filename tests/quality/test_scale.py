"""Work grows with the article, not with its square, and what is looked at is bounded.  Ratios only, no clock times."""

import random
import time
from collections.abc import Callable

import pytest

from deckmaker.condense import Limits, condense
from deckmaker.condense.dates import key_dates
from deckmaker.condense.figures import key_figures
from deckmaker.condense.material import gather
from deckmaker.condense.offer import FIRST_LINES, MOST_LINES, offer, read_trees, shortlist
from deckmaker.condense.segment import segment
from deckmaker.document import Document
from deckmaker.readers import read_bytes

NAMES = "Ostrava Karsten Nowak Brno Lenka Danube Vistula Petra Zlin Morava".split()
THINGS = "paper mill river wage bridge union harbour timber school market tax road forest engine price plan".split()
VERBS = "sold opened closed moved tested painted measured bought repaired joined".split()


def article(words: int, heading_every: int = 0) -> Document:
    """An article of invented sentences, about that many words long; the same each time."""
    dice = random.Random(words)
    blocks, count = ["Paper mills of Ostrava and their river"], 0
    while count < words:
        blocks.append(" ".join(_sentence(dice) for _ in range(4)))
        count += len(blocks[-1].split())
        if heading_every and len(blocks) % heading_every == 0:
            blocks.append(f"{dice.choice(NAMES)} and its {dice.choice(THINGS)}s in {dice.randrange(1900, 2020)}")
    return read_bytes("\n\n".join(blocks).encode(), "article.txt")


def _sentence(dice: random.Random) -> str:
    subject, verb = dice.choice(NAMES), dice.choice(VERBS)
    things = dice.sample(THINGS, 3)
    figure = dice.choice(["", f"{dice.randrange(20, 9000):,} {things[2]}s and "])
    when = dice.choice(["", f" in {dice.randrange(1900, 2020)}", f" near the {dice.choice(THINGS)}"])
    return f"{subject} {verb} {figure}the {things[0]} of the {things[1]} board{when}."


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the faster of two runs."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("heading_every", [0, 5])
def test_eight_times_the_text_takes_less_than_sixteen_times_the_time(heading_every: int) -> None:
    small, large = article(2_000, heading_every), article(16_000, heading_every)
    condense(small)  # what is loaded once is loaded now
    assert seconds(lambda: condense(large)) < 16 * seconds(lambda: condense(small))


@pytest.mark.parametrize("words", [2_000, 20_000])
def test_what_is_parsed_and_said_is_bounded(words: int) -> None:
    document, limits = article(words), Limits()
    material = gather(document)
    parts = segment(document, material.lines, limits)
    looked_at = shortlist(material.lines, parts)
    assert len(parts) <= limits.sections[1]
    assert len(looked_at) <= FIRST_LINES + MOST_LINES * limits.sections[1]
    trimmed = offer(looked_at, read_trees(looked_at))
    assert len(key_figures(material, trimmed, document.title)) <= 6
    assert len(key_dates(material, trimmed, document)) <= 6
    outline = condense(document)
    assert len(outline.sections) <= limits.sections[1]
    assert sum(1 for _ in outline.bullets()) <= limits.sections[1] * limits.bullets[1]
