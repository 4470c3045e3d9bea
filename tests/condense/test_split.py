"""A long sentence as a point with its detail below."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.condense.detach import features, holds_without
from deckmaker.condense.shapes import DETAIL_WORDS, LONG, POINT_WORDS
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim, trims
from deckmaker.language.parse import parse

ENDS = (
    "despite low interest rates and generous clearance deals all summer",
    "after the council had reached a settlement with the harbour office last year",
    "because the old pumps under the east quay had failed twice since March",
    "which cross the bay every ten minutes and carry cars as well as people",
    "including two tall ladders, a pump and some of the oldest boats in town",
    "although it is not clear how many of them will ever return to the port",
)
STARTS = ("", "According to the harbour office, ", "In a letter published on 4 May, ", "On Tuesday evening, ")
CLAUSES = (
    "the city of Northhaven sold 12 of its ferries to a Danish firm",
    "the Marine Agency recommended a new lighthouse for Gull Rock",
    "sales of fishing boats in the region fell 10 percent",
)


def tree(sentence: str) -> Tree:
    (read,) = parse([sentence])
    return Tree(sentence, read)


def splits(sentence: str) -> list[Trim]:
    return [trim for trim in trims(tree(sentence)) if trim.below]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_a_clause_that_restricts_is_no_detail() -> None:
    sentence = (
        "A study of the harbours found that 71 percent of the captains will simply leave a port that is not well lit."
    )
    assert not [text for trim in splits(sentence) for text in trim.below if "not well lit" in text]


@pytest.mark.parametrize("opening", ["", "On Monday, "])
def test_what_the_subject_is_stands_below_with_its_name(opening: str) -> None:
    sentence = (
        f"{opening}Karen Larsen, the first woman to lead the harbour office of Northhaven, paid tribute to the "
        "captains of the twelve ferries that the city sold in the spring."
    )
    asides = [text for trim in splits(sentence) for text in trim.below if "first woman" in text]
    assert asides
    assert all(text.startswith("Karen Larsen, ") for text in asides)


@pytest.mark.parametrize(
    ("sentence", "point", "detail"),
    [
        (
            "Sales of new boats in the harbour region plunged 10 percent last month, despite low rates and deals.",
            "Sales of new boats in harbour region plunged 10 percent last month",
            "Despite low rates and deals",
        ),
        (
            (
                "A team led by researchers out of the Goddard Space Flight Center in Greenbelt has confirmed traces "
                "of water vapor above the surface of the icy moon Europa."
            ),
            "Team confirmed traces of water vapor above surface of icy moon Europa",
            "Led by researchers out of Goddard Space Flight Center in Greenbelt",
        ),
        (
            (
                "Apple is now in every Fortune 500 company, and eight out of ten companies are writing custom "
                "apps, Cook told Benioff."
            ),
            "Apple is now in every Fortune 500 company",
            "Eight out of ten companies are writing custom apps, Cook told Benioff",
        ),
        (
            "The city dropped the policy of asking captains to sign contracts after it had lost in court last year.",
            "City dropped policy of asking captains to sign contracts",
            "After it had lost in court last year",
        ),
        (
            (
                "Gwen Shaw, president and chief operating officer of Northhaven Ferries, said that the new ferry will "
                "carry up to 100 metric tons of cargo."
            ),
            "New ferry will carry up to 100 metric tons of cargo",
            "Gwen Shaw, president and chief operating officer of Northhaven Ferries, said",
        ),
        (
            (
                "The harbour ministry of Northhaven said this month that dropping the tariffs on new ferries is a "
                "condition for any deal."
            ),
            "Dropping tariffs on new ferries is a condition for any deal",
            "Harbour ministry of Northhaven said this month",
        ),
        (
            (
                '"We do not have any information that the captains of the old ferry were held," '
                "said harbour chief Karen Larsen."
            ),
            '"We do not have any information that the captains of the old ferry were held"',
            "Said harbour chief Karen Larsen",
        ),
        (
            (
                "The ferry industry of the whole harbour region had an annual building capacity of some 12 boats at "
                "the end of 2017."
            ),
            "Ferry industry of the whole harbour region had annual building capacity of some 12 boats",
            "At end of 2017",
        ),
    ],
)
def test_what_may_be_taken_off_stands_below(sentence: str, point: str, detail: str) -> None:
    assert any(trim.text == point and trim.below == (detail,) for trim in splits(sentence)), splits(sentence)


def test_what_somebody_did_one_thing_after_another_stands_below() -> None:
    sentence = (
        "Larsen bought properties that he then leased back to the city, borrowed 12 million crowns against his own "
        "stake in the firm, and had planned to charge the city for the trademark."
    )
    below = (
        "Borrowed 12 million crowns against his own stake in firm",
        "Had planned to charge city for trademark",
    )
    assert any(trim.below == below for trim in splits(sentence)), splits(sentence)


def test_what_is_planned_one_thing_after_another_stands_below() -> None:
    sentence = (
        "The plan includes actions to raise the rates for ferries, reduce the dust of the port by 90%, improve safety "
        "at sea and increase the number of captains."
    )
    below = ("Reduce dust of port by 90%", "Improve safety at sea", "Increase the number of captains")
    assert any(trim.below == below for trim in splits(sentence)), splits(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gwen Shaw, president of Northhaven Ferries and of the harbour board, never said that the new ferry is safe.",
        "Gwen Shaw, president of Northhaven Ferries and of the harbour board, said the owners would sell her ferry.",
    ],
)
def test_who_says_it_does_not_stand_below_when_it_is_denied_or_meant_again(sentence: str) -> None:
    assert not any("Gwen Shaw" in text for trim in splits(sentence) for text in trim.below), splits(sentence)


def test_a_quotation_stands_alone_only_above_who_says_it() -> None:
    sentence = '"We do not have any information that the captains of the old ferry were held," Larsen said.'
    for trim in trims(tree(sentence)):
        assert not trim.text.endswith('"') or any("Larsen" in text for text in trim.below), trim


def test_a_thing_and_one_more_with_its_own_are_no_detail() -> None:
    sentence = (
        "Lind was accused of theft by a captain and serious fraud by another one following a meeting in the port "
        "in the spring of 2010."
    )
    assert not any(text.startswith("By ") for trim in splits(sentence) for text in trim.below), splits(sentence)


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "The harbour office of Northhaven looked at surveys that 505,796 captains of boats and ferries completed.",
            "At surveys",
        ),
        (
            (
                "The captains of the two old ferries will sail together to the islands for the first time in nearly 25 "
                "years in the summer."
            ),
            "In nearly",
        ),
        (
            (
                "The new law of the region obliges the captains of ferries to sign a statement on the accuracy of "
                "their accounts."
            ),
            "To sign",
        ),
        (
            (
                "The council of the port of Northhaven agreed to ferries in all of Gull Bay, 97% of the West Coast "
                "and East Quay."
            ),
            "97%",
        ),
    ],
)
def test_what_the_words_before_ask_for_is_no_detail(sentence: str, never: str) -> None:
    assert not any(text.startswith(never) for trim in splits(sentence) for text in trim.below), splits(sentence)


def test_verbs_that_share_an_object_are_no_list() -> None:
    sentence = (
        "Larsen bought, repaired, and sold the twelve old ferries of the city of Northhaven to a Danish firm last year "
        "for 12 million crowns."
    )
    assert not any(text.startswith(("Repaired", "Sold")) for trim in splits(sentence) for text in trim.below)


def test_who_did_it_is_not_parted_from_it_was() -> None:
    sentence = (
        "Officials of the party claim it was in fact Mr Lind, not Mr Holm, who briefed the newspapers that he was "
        "leaving the group of members."
    )
    assert all("briefed" in trim.text for trim in trims(tree(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The council rejected the plan for a new bridge over the harbour.",
        "The ferry will sail again to the islands of the outer bay next summer if the council pays for a new engine.",
        "The price of a ticket for the ferry to the islands of the outer bay rose from 12 crowns to 15 crowns.",
    ],
)
def test_short_ones_conditions_and_pairs_are_not_split(sentence: str) -> None:
    for trim in splits(sentence):
        assert not any(text.lower().startswith(("if ", "to 15", "unless ")) for text in trim.below), trim


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), st.sampled_from(CLAUSES), st.sampled_from(ENDS), st.booleans())
def test_a_split_loses_and_adds_nothing(start: str, clause: str, end: str, comma: bool) -> None:
    sentence = f"{start}{clause}{',' if comma else ''} {end}."
    sentence = sentence[0].upper() + sentence[1:]
    for trim in splits(sentence):
        texts = (trim.text, *trim.below)
        assert len(trim.below) <= 2
        assert POINT_WORDS[0] <= len(trim.text.split()) <= LONG
        assert all(DETAIL_WORDS[0] <= len(text.split()) <= DETAIL_WORDS[1] for text in trim.below)
        for text in texts:
            rest = iter(words(sentence))
            assert all(word in rest for word in words(text)), (text, sentence)
        assert {word for word in words(sentence) if any(c.isdigit() for c in word)} <= set(words(" ".join(texts)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(CLAUSES), st.sampled_from(ENDS))
def test_every_phrase_has_a_probability(clause: str, end: str) -> None:
    found = tree(f"Today {clause} {end}.")
    for i in range(found.size):
        if not found.is_mark[i] and found.heads[i] >= 0:
            assert 0 < holds_without(found, i) < 1
            assert all(isinstance(value, float) and value for value in features(found, i).values())
