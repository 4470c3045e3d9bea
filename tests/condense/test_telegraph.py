"""What a bullet leaves unsaid: articles and "that", as headlines do; never what carries the sense."""

import pytest

from deckmaker.condense.telegraph import unsaid
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import trims
from deckmaker.language.parse import parse


def written(sentence: str) -> str:
    (read,) = parse([sentence])
    tree = Tree(sentence, read)
    return " ".join(word for i, word in enumerate(tree.words) if i not in unsaid(tree) and not tree.is_mark[i])


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The council rejected the plan for a new bridge.", "council rejected plan for new bridge"),
        ("Engineers said that the bridge is safe.", "Engineers said bridge is safe"),
        ("Northline is preparing a merger.", "Northline preparing merger"),
        ("The firm has dropped its plan.", "firm dropped its plan"),
        ("Ministers are expected to meet in Oslo.", "Ministers expected to meet in Oslo"),
        ("Norway and Sweden are planning a merger.", "Norway and Sweden planning merger"),
    ],
)
def test_light_words_go(sentence: str, wanted: str) -> None:
    assert written(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Only a few of the nine spans were repaired.", "a few of the nine"),
        ("The harbour is one of the largest in Europe.", "one of the largest"),
        ("The bridge is a landmark.", "is a landmark"),
        ("The rates are expected in June.", "are expected"),
        ("Ministers are due to meet in Oslo, and they are said to be tired.", "are due"),
        ("The tax raises 5 crowns a day.", "crowns a day"),
        ("Harbour is the only firm with a licence.", "the only firm"),
        ("The Hague court rejected the claim.", "Hague court"),
        ("The firm agreed to a rescue by its owner.", "agreed to a rescue"),
        ("The song was shown on Top of the Pops.", "Top of the Pops"),
        ("Officers should have counted the ferries.", "should have counted"),
        ("A Design For Life reaches number two in the charts.", "A Design For Life"),
        ("No less an authority than the court has spoken on it.", "no less an authority"),
        ("The firm has traded with Norway for ten years.", "has traded"),
    ],
)
def test_an_article_that_carries_sense_stays(sentence: str, kept: str) -> None:
    assert kept.lower() in written(sentence).lower()


def test_a_quotation_stays_word_for_word() -> None:
    sentence = "The mayor called the plan “the end of a long road” on Friday."
    assert "the end of a long road" in written(sentence)


def test_the_full_words_are_at_hand_for_who_speaks_them() -> None:
    sentence = "The council rejected the plan for a new bridge."
    (read,) = parse([sentence])
    longest = trims(Tree(sentence, read))[0]
    assert longest.text == "Council rejected plan for new bridge"
    assert longest.full == "The council rejected the plan for a new bridge"
