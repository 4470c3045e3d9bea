"""Which sentences of two articles say the same."""

import pytest

from deckmaker.condense.figure_words import figures, is_telling
from deckmaker.condense.material import gather
from deckmaker.condense.together import put_together
from deckmaker.condense.twins import kin, shelve, twins
from deckmaker.document import Document, Place
from deckmaker.readers import read_bytes

FIRST = """\
Norlund Dairy recalled two million bottles of milk on Monday after a cleaning agent was found in some of them.

The company said 14 people had reported burning in the mouth. Two children were treated in hospital in Vestby.

Shares in Norlund fell 8 percent on Monday, their largest drop since 2015. The plant in Halden will not open this week.

The fish market in Vestby sold 340 crates of cod. Mayor Ida Holm opened a new school for 200 pupils in Skogen.
"""


def article(text: str, name: str) -> Document:
    return read_bytes(text.encode(), name)


def twin_of(sentence: str) -> Place | None:
    """The place in FIRST of what a sentence of a second article repeats, if any."""
    joined, starts = put_together([article(FIRST, "a.txt"), article(sentence, "b.txt")])
    material = gather(joined)
    return twins(material, shelve(material.lines, starts)).get(Place(starts[1], 1))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("On Monday, Norlund Dairy recalled two million bottles of milk.", Place(1, 1)),
        ("Fourteen customers complained of a burning mouth, according to the firm.", Place(2, 1)),
        ("In Vestby, two children were treated in a hospital.", Place(2, 2)),
        ("The share price lost 8 per cent, the steepest drop since 2015.", Place(3, 1)),
        ("The plant in Halden will not open this week, it said.", Place(3, 2)),
        ("The plant in Halden failed to open this week.", Place(3, 2)),
    ],
)
def test_what_is_told_again_is_known(sentence: str, place: Place) -> None:
    assert twin_of(sentence) == place


@pytest.mark.parametrize(
    "sentence",
    [
        "Norlund Dairy recalled three million bottles of milk on Monday.",
        "The company said 15 people had reported burning in the mouth.",
        "Two children were treated in hospital in Vestby, and 3 more in Halden.",
        "Shares in Norlund fell 8 percent in 2019, their largest drop until then.",
        "The plant in Halden will open this week.",
        "The 340 farmers of the valley fear for their milk.",
        "A new bridge was opened by the king.",
    ],
)
def test_what_is_new_or_differs_stays(sentence: str) -> None:
    assert twin_of(sentence) is None


def test_articles_about_one_story_are_kin() -> None:
    again = "Fourteen people reported burning in the mouth.\n\nNorlund recalled two million bottles of milk on Monday."
    other = "The king opened a bridge.\n\nThe fish market in Vestby sold 340 crates of cod."
    joined, starts = put_together([article(t, f"{n}.txt") for n, t in enumerate((FIRST, again, other))])
    material = gather(joined)
    shelf = shelve(material.lines, starts)
    assert kin(twins(material, shelf), shelf) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fourteen people", {"14"}),
        ("14 people in 2015", {"14", "2015"}),
        ("two million and 2 million", {"2 million"}),
        ("8 percent, 8 per cent, 8%", {"8 percent"}),
        ("1,234.5 crowns", {"1234.5"}),
        ("one of them, at once", set()),
        ("someone and seventh", set()),
        ("a twenty-one year old", {"20"}),
        ("$6.5bn", {"6.5 billion"}),
    ],
)
def test_figures_whether_spelled_or_not(text: str, found: set[str]) -> None:
    assert figures(text) >= found
    assert found or not figures(text)


def test_which_figures_tell() -> None:
    assert [figure for figure in ("2", "14", "2015", "8 percent", "2 million", "1234.5") if is_telling(figure)] == [
        "14",
        "8 percent",
        "2 million",
        "1234.5",
    ]
