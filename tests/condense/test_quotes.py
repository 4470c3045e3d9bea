"""Single quotation marks, which apostrophes look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.condense.quotes import is_balanced, without_quotations
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import trims
from deckmaker.language.parse import parse

WORDS = st.lists(
    st.sampled_from(["harbour", "workers’", "the boats'", "don't", "it’s", "1990s", "Smith's"]), min_size=1
)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor called it 'a sad day' and left",
        "'The dock's crane doesn't turn,' he said, 'and the writers' strike goes on'",
        "The workers' rights in the '90s rock 'n' roll scene",
        "The boss' desk in London's ‘best’ pub",
        "An 'un-Danish' act, the players' union said",
    ],
)
def test_what_opens_and_closes_is_balanced(text: str) -> None:
    assert is_balanced(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said: ‘It’s clear that nobody is",
        "Prices will rise', says the mayor",
        "A thing that can be done,' he says",
    ],
)
def test_what_stays_open_is_not(text: str) -> None:
    assert not is_balanced(text)


@given(WORDS)
def test_apostrophes_open_nothing(words: list[str]) -> None:
    assert is_balanced(" ".join(words))


@given(WORDS, WORDS)
def test_what_is_quoted_is_taken_out(before: list[str], inside: list[str]) -> None:
    quoted = " ".join(inside).replace("workers’", "men").replace("boats'", "boats")
    text = f"{' '.join(before)} '{quoted}.' and more"
    assert is_balanced(text)
    assert without_quotations(text).split() == [*" ".join(before).split(), "and", "more"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council admitted on Monday that the old pumps had been 'neglected for far too many years'.",
        "'The pumps have been neglected,' the mayor of Northhaven said on Monday, 'for far too many years.'",
    ],
)
def test_no_bullet_cuts_a_quotation(sentence: str) -> None:
    (read,) = parse([sentence])
    found = trims(Tree(sentence, read))
    assert found
    assert all(is_balanced(text) for trim in found for text in (trim.text, *trim.below))
