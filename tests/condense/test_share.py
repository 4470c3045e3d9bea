"""How sections share what is said: too little joins a neighbour, too much is parted."""

from dataclasses import replace

import pytest

from deckmaker.condense import Limits
from deckmaker.condense.choose import Candidate
from deckmaker.condense.material import Material, Origin, Part, gather
from deckmaker.condense.offer import offer, read_trees
from deckmaker.condense.share import LEAST_LINES, share
from deckmaker.readers import read_bytes

ARTICLE = """\
The harbour of Norling will close for repairs in March.

The council voted 9 to 2 for a new ferry on Tuesday.

Engineers found cracks in 14 of the 60 piers last summer.

The regional bank lends 20 million crowns at 3 percent.

Fishing crews move their boats to Vester until autumn.

Mayor Anna Holt opens the rebuilt quay on September 12.

Two schools take part in a survey of local seabirds.

A museum shows maps of the old lighthouse road.
"""


def shared(material: Material, parts: list[Part], limits: Limits) -> tuple[list[Part], list[list[Candidate]]]:
    return share(material, parts, limits, offer(material.lines, read_trees(material.lines)))


@pytest.fixture(scope="module")
def material() -> Material:
    return gather(read_bytes(ARTICLE.encode(), "a.txt"))


def count(bullets: list[Candidate]) -> int:
    return sum(1 + len(bullet.below) for bullet in bullets)


def test_a_part_with_much_to_say_is_parted_between_sentences(material: Material) -> None:
    lines = list(material.lines)
    parts, chosen = shared(material, [("Harbour", lines)], Limits(bullets=(2, 9)))
    assert len(parts) == 2
    assert [heading for heading, _ in parts] == ["Harbour", ""]
    assert [line for _, part in parts for line in part] == lines
    for (_, part), bullets in zip(parts, chosen, strict=True):
        assert count(bullets) >= LEAST_LINES
        assert {bullet.places[-1] for bullet in bullets} <= {line.place for line in part}


def test_no_more_sections_than_asked_for(material: Material) -> None:
    parts, _ = shared(material, [("", list(material.lines))], Limits(slides=1, bullets=(2, 9)))
    assert len(parts) == 1


def test_what_several_articles_tell_is_not_parted(material: Material) -> None:
    other = Origin(start=5)
    lines = [replace(line, origin=other) if line.place.block >= 5 else line for line in material.lines]
    told = replace(material, lines=tuple(lines))
    parts, chosen = shared(told, [("", lines)], Limits(bullets=(2, 9)))
    assert len(parts) == 1
    assert count(chosen[0]) >= 6


def test_a_part_with_one_line_joins_its_neighbour(material: Material) -> None:
    lines = list(material.lines)
    parts, chosen = shared(material, [("", lines[:4]), ("", lines[4:7]), ("", lines[7:])], Limits(sections=(1, 7)))
    assert [len(part) for _, part in parts] == [4, 4]
    assert all(count(bullets) >= 2 for bullets in chosen)
