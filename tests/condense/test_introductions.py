"""Who somebody is stands below the first bullet that only names him."""

import pytest

from deckmaker.condense.choose import Candidate
from deckmaker.condense.introductions import Introduction, introductions, with_introductions
from deckmaker.condense.persons import known_persons
from deckmaker.condense.tree import Tree
from deckmaker.document import Place
from deckmaker.language.parse import parse

LIND = Introduction("Omar Lind, senior analyst at Northhaven Bank", Place(1, 1))


def found(*sentences: str) -> dict[str, Introduction]:
    lines = [
        (Place(n, 1), Tree(text, read))
        for n, (text, read) in enumerate(zip(sentences, parse(sentences), strict=True), 1)
    ]
    return introductions(lines, known_persons(lines))


def below(text: str, known: str = "", *details: str) -> tuple[str, ...]:
    bullet = Candidate(0, (Place(4, 1),), text, frozenset(), 8, 8, 0.0, details)
    ((told,),) = with_introductions([[bullet]], known, {"Lind": LIND})
    return told.below[len(details) :]


@pytest.mark.parametrize(
    ("sentence", "surname", "wanted"),
    [
        (
            "Omar Lind, a senior analyst at Northhaven Bank, a Danish lender, said sales fell.",
            "Lind",
            "Omar Lind, senior analyst at Northhaven Bank",
        ),
        (
            "Karen Larsen, president and chief executive of Northhaven Ferries, said sales fell.",
            "Larsen",
            "Karen Larsen, president and chief executive of Northhaven Ferries",
        ),
        ("Sales fell, said marine geologist Karen Larsen.", "Larsen", "Marine geologist Karen Larsen"),
    ],
)
def test_the_article_says_who_somebody_is(sentence: str, surname: str, wanted: str) -> None:
    assert found(sentence)[surname] == Introduction(wanted, Place(1, 1))


def test_a_word_that_says_nothing_is_no_introduction() -> None:
    assert not found("Tim Lind, a man, said sales fell.", "Karen Larsen, who is late, said sales fell.")


@pytest.mark.parametrize(
    "text",
    [
        "Omar Lind said sales fell",
        "Lind: sales fell",
        "“Sales fell in the old harbour,” Lind said",
        "Sales fell, said Mr Lind",
    ],
)
def test_who_acts_or_speaks_is_brought_up_below(text: str) -> None:
    assert below(text) == (LIND.text,)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Northhaven senior analyst at Bank Omar Lind said sales fell", ""),
        ("Omar Lind said sales fell", "Lind is late"),
        ("Ada Lind said sales fell", ""),
        ("Lind's office expects 12 trams", ""),
        ("Sales fell after a talk with Lind in Oslo", ""),
    ],
)
def test_nobody_is_brought_up_twice_or_in_passing_or_for_a_namesake(text: str, known: str) -> None:
    assert not below(text, known)


def test_a_bullet_with_many_details_gets_no_more() -> None:
    assert not below("Omar Lind said sales fell", "", "In May", "In Oslo", "In all")
