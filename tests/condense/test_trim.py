"""Trimming: the laws that hold for every sentence, and the cases that forced the rules."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SEED
from deckmaker.condense.guard import balanced, stands_alone
from deckmaker.condense.material import gather
from deckmaker.condense.offer import offer, read_trees
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim, finish, trims
from deckmaker.document import Document
from deckmaker.language.parse import parse
from deckmaker.readers import read, read_bytes

STARTS = ["However,", "On Monday", "According to the council,", "In a statement,", ""]
SUBJECTS = [
    "the mayor",
    "Officials",
    "The U.S. Senate",
    "Ms. Lind, who led the inquiry,",
    "Neither the city nor the state",
]
VERBS = ["did not approve", "may reduce", "has never paid", "reportedly sold", "said it would not close", "approved"]
OBJECTS = ["the new bridge", "12.9 million crowns", "about 3,000 jobs and two schools", "the “free harbour” plan"]
ENDS = [
    "",
    "after the vote in May",
    ", which opened in 1961",
    ", adding that costs rose by 4 percent",
    "(and its debts)",
]

SENTENCES = st.tuples(*map(st.sampled_from, [STARTS, SUBJECTS, VERBS, OBJECTS, ENDS])).map(
    lambda parts: re.sub(r"\s+([,)])", r"\1", " ".join(part for part in parts if part)) + "."
)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def is_subsequence(short: list[str], long: list[str]) -> bool:
    left = iter(long)
    return all(word in left for word in short)


@cache
def trims_of(sentence: str) -> tuple[Trim, ...]:
    (found,) = parse([sentence])
    return tuple(trims(Tree(sentence, found)))


def texts(sentence: str) -> list[str]:
    return [trim.text for trim in trims_of(sentence)]


@settings(max_examples=120, deadline=None)
@given(SENTENCES)
def test_a_trim_only_takes_away(sentence: str) -> None:
    for text in texts(sentence):
        assert is_subsequence(words(text), words(sentence))
        assert balanced(text)
        assert stands_alone(text)
        assert text == finish(text)


@settings(max_examples=120, deadline=None)
@given(SENTENCES)
def test_negation_and_hedges_stay_with_their_verb(sentence: str) -> None:
    for text in texts(sentence):
        for verb, guard in (
            ("approve", "not"),
            ("reduce", "may"),
            ("paid", "never"),
            ("sold", "reportedly"),
            ("close", "not"),
        ):
            if re.search(rf"\b{verb}\b", text) and re.search(rf"\b{guard}\b[^,]*\b{verb}\b", sentence):
                assert re.search(rf"\b{guard}\b", text), text


@settings(max_examples=120, deadline=None)
@given(SENTENCES)
def test_figures_and_names_stay_whole(sentence: str) -> None:
    for text in texts(sentence):
        for whole in ("12.9 million crowns", "about 3,000 jobs", "U.S. Senate"):
            first = whole.split()[-2]
            if whole in sentence and first in text:
                assert whole in text


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Proving that it wants closer ties, India is planning to host a meeting of ministers in August.",
            "India planning to host meeting of ministers in August",
        ),
        (
            "The company, which is expected to lay off thousands, confirmed on Monday that it had been contacted.",
            "Company confirmed that it had been contacted",
        ),
        ("However, the council rejected the plan.", "Council rejected plan"),
        (
            "The Harbour Times reported on Sunday that Northline is preparing to cut 4,000 jobs.",
            "Northline is preparing to cut 4,000 jobs",
        ),
    ],
)
def test_what_an_editor_would_keep_is_offered(sentence: str, wanted: str) -> None:
    assert any(text.endswith(wanted) for text in texts(sentence)), texts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This is the reason.",
        "He declined to comment.",
        "But why did the council wait so long?",
        "“Not everyone will succeed.”",
        "Read more about the harbour here.",
        "Does the new harbour justify its price tag, though?",
        "The harbour office told the captains in its weekly letter:",
        "The harbour lost the 12 ferries of the chart below.",
        "The harbour would be able to sell 12 ferries in 2028, he said.",
        "Harbour master Karen Larsen (pictured left) waits for the Monday ferry.",
        "Victim: Peter Larsen of Northhaven told police about the fire.",
        "The entrance to one of the docks which are built into the cliff at Gull Rock.",
    ],
)
def test_what_cannot_stand_alone_is_not_offered(sentence: str) -> None:
    document = read_bytes(f"The harbour is old.\n\n{sentence}\n".encode(), "a.txt")
    offered = offer(lines := gather(document).lines, read_trees(lines))
    assert not [trim for place, found in offered.items() if place.block == 2 for trim in found]


def article(*paragraphs: str) -> Document:
    return read_bytes("\n\n".join(paragraphs).encode(), "a.txt")


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("As well as Gull Rock, the firm owns docks in Northhaven and Altmünde.", "Well"),
        ("Instead of selling ferries, the city will rent out 12 docks.", "Of"),
        ("Late on Friday, the harbour office announced that 12 ferries would be sold.", "Late,"),
        ("In case the pumps fail, the city will rent two from Altmünde.", "Case"),
    ],
)
def test_what_opens_a_sentence_stays_whole(sentence: str, start: str) -> None:
    assert texts(sentence)
    assert not [text for text in texts(sentence) if text.startswith(start)]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "Larsen gave the crew a talk on Monday, telling them to “sail on” and that the ferry is “a good ship.”",
            "talk and that",
        ),
        (
            "The harbour lost captain Karen Larsen, who sat out the winter, to an illness.",
            "Karen Larsen sat out winter, to",
        ),
        ("For many, the harbour remains the heart of Northhaven.", "The harbour remains"),
        ("Officers should have counted the ferries in the old dock.", "should counted"),
        ("The firm bought the Heart of the North in 2012 and sold two docks.", "Heart of North"),
    ],
)
def test_what_would_be_lost_or_broken_is_not_offered(sentence: str, never: str) -> None:
    assert texts(sentence)
    assert not [text for text in texts(sentence) if never in text or text.startswith(never.removeprefix("The "))]


def test_two_verbs_that_share_their_object_stay_together() -> None:
    assert "Captain inspired" not in texts("The captain inspired and delighted the whole crew of the ferry.")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The agency won't close or move the Leeds office, and staff will stay.",
            "Agency won't move Leeds office",
        ),
        ("The mayor never met or called the owner of the mill.", "Mayor never called owner of mill"),
    ],
)
def test_a_denial_holds_for_the_second_verb(sentence: str, wanted: str) -> None:
    texts = [trim.text for trim in trims(Tree(sentence, parse([sentence])[0]))]
    assert wanted in texts
    assert wanted.replace("won't", "wo").replace("never ", "") not in texts


def test_what_is_denied_of_two_together_is_not_denied_of_one() -> None:
    sentence = "The agency won't close and move the Leeds office, and staff will stay."
    texts = [trim.text for trim in trims(Tree(sentence, parse([sentence])[0]))]
    assert not [text for text in texts if "move" in text and "close" not in text]


def test_an_opening_pronoun_becomes_the_name_and_both_places_are_kept() -> None:
    document = article("Neumann resigned as chief executive last week. He also agreed to return the cash.")
    offered = offer(lines := gather(document).lines, read_trees(lines))
    second = [trim for place, found in offered.items() if place.sentence == 2 for trim in found]
    assert any(trim.text.startswith("Neumann") and "return cash" in trim.text for trim in second)
    assert all(str(trim.places[0]) == "p1.1" for trim in second)


def test_a_pronoun_that_may_mean_two_people_is_not_replaced() -> None:
    document = article("Neumann met Claure after Lopez called Claure. He agreed to return the cash.")
    offered = offer(lines := gather(document).lines, read_trees(lines))
    assert not [trim for place, found in offered.items() if place.sentence == 2 for trim in found]


def test_every_trim_of_the_seed_is_made_of_its_sentence() -> None:
    document = read(SEED)
    for place, found in offer(lines := gather(document).lines, read_trees(lines)).items():
        for trim in found:
            source = " ".join(document.sentence(p) for p in (*trim.places, place))
            said = trim.text.split(": ", 1)[-1]
            assert is_subsequence(words(said), words(source)), (trim.text, source)


def test_only_english_is_trimmed() -> None:
    document = article(
        "Der Stadtrat, der am Montag tagte, hat den Bau der neuen Brücke nach langer Debatte beschlossen."
    )
    (found,) = offer(gather(document).lines, {}).values()
    assert [trim.whole for trim in found] == [True]


def test_the_month_of_may_is_no_cut_end() -> None:
    assert stands_alone("The bridge over the river reopened in May")
    assert not stands_alone("The city says that the bridge may")


@pytest.mark.parametrize(
    ("sentence", "broken"),
    [
        (
            (
                "As garbage lay uncollected in the streets and hospital staff, council workers and even gravediggers "
                "stayed off work, Lord Callaghan failed to predict the mood of the country."
            ),
            "Council workers and even gravediggers stayed off work, Lord",
        ),
        ("Once safely on the ground, Borschberg said he was extremely happy with the flight.", "Safely"),
        (
            "The artist, whose works include La Nona Ora (1999), which depicts a pope, first put his piece on display.",
            "Artist, first",
        ),
        ("Privacy, like environmental sustainability, are not bolt-on things, Cook said on Tuesday.", "Privacy are"),
        (
            "Van der Burgh, the world and Olympic champion of 2012, paid tribute to Dale Oen, who died in April.",
            "Van der Burgh and Olympic champion",
        ),
        (
            (
                "Mayer led key acquisitions, including Marvel Entertainment, Lucasfilm and BamTech, the previously "
                "little-known firm that provided the technological backbone of the service."
            ),
            "acquisitions, previously",
        ),
        (
            "The crisis has boosted, to his chagrin, the prospects of the president, as she faces an election in May.",
            "boosted, prospects",
        ),
        (
            "To win South Carolina, which votes in May, Patrick would need a base of support from the black voters.",
            "Patrick would need",
        ),
    ],
)
def test_what_cannot_do_without_what_was_cut_is_not_offered(sentence: str, broken: str) -> None:
    offered = [trim.text for trim in trims(Tree(sentence, parse([sentence])[0])) if not trim.below]
    assert not [text for text in offered if text.startswith(broken) or (broken[0].islower() and broken in text)]


def test_of_two_alternatives_none_is_stated() -> None:
    sentence = "The union called on the firm to recall the redundancy notices or face a ballot on a strike in May."
    offered = [trim.text for trim in trims(Tree(sentence, parse([sentence])[0]))]
    assert not [text for text in offered if "face a ballot" in text and "recall" not in text]


def test_also_stays_where_it_keeps_a_cause_from_being_the_only_one() -> None:
    sentence = "Success is also a result of its simple design, analysts at the bank said on Tuesday."
    offered = [trim.text for trim in trims(Tree(sentence, parse([sentence])[0]))]
    assert offered
    assert all("also" in text for text in offered if "Success" in text)


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "Lind's planes reportedly dropped a bomb on Friday in a border town and killed four civilians.",
            "Lind's planes killed",
        ),
        (
            "If Iraq regains the city, it could mean that retaking Mosul -- a city 10 times bigger -- is possible.",
            "Retaking",
        ),
    ],
)
def test_what_is_only_reported_or_possible_stays_so(sentence: str, never: str) -> None:
    assert texts(sentence)
    assert not [text for text in texts(sentence) if text.startswith(never)]


def test_an_article_and_a_name_alone_give_nothing() -> None:
    for text in ("A Friday", "A Friday.", "The Times", "A"):
        assert not texts(text)


def test_accused_keeps_of_what() -> None:
    sentence = "Mr Lind has accused the old council, which was toppled in May, of allowing bribery to flourish."
    offered = [trim.text for trim in trims(Tree(sentence, parse([sentence])[0]))]
    assert offered
    assert not [text for text in offered if "accused" in text and "bribery" not in text]


def test_who_speaks_keeps_the_whole_office_or_is_not_named_before_a_colon() -> None:
    sentence = "Fair Trials Abroad director Stephen Lind said there were similarities between the two harbours."
    assert not any(trim.text.startswith("Director") for trim in trims_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("First, despite what the polls suggest, the harbour remains the most important issue.", "First"),
        ("Thirdly, the harbour sold 12 of its ferries to a Danish firm.", "Thirdly"),
    ],
)
def test_what_only_counts_on_is_left_out(sentence: str, start: str) -> None:
    found = trims_of(sentence)
    assert found
    assert not any(trim.text.startswith(start) for trim in found)


def test_a_time_that_counts_from_another_leans_on_the_sentence_before() -> None:
    assert all(trim.leans for trim in trims_of("Larsen had resigned as chief of the harbour the previous week."))
    assert not any(trim.leans for trim in trims_of("Sales fell 3 percent in June, from 5 percent a year earlier."))


@pytest.mark.parametrize(
    ("sentence", "half", "other"),
    [
        (
            "The world waits for what will be either a historic deal for the harbour or a great failure of the mayor.",
            "either",
            " or ",
        ),
        (
            "Larsen is still as enthusiastic about boats in the summer as she ever was in her long life.",
            "as enth",
            "as she",
        ),
        (
            "The chief was wrong to give the two first class tickets for the ferry to the mayor of the city.",
            "give",
            "mayor",
        ),
    ],
)
def test_no_half_of_a_pair_stands_alone(sentence: str, half: str, other: str) -> None:
    alone = [trim.text for trim in trims_of(sentence) if not trim.below and half in trim.text]
    assert alone
    assert all(other in text for text in alone), alone


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "The Larsens said last week it would pay 850 million to settle charges that it had rigged bids.",
            "Last week it",
        ),
        ("The golden ceremony will take place on 16 January, with others following, on 27 February.", "January on 27"),
    ],
)
def test_times_stay_with_what_they_time(sentence: str, never: str) -> None:
    assert not any(never in text for text in texts(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "First inkling that something was afoot was when",
        "Claiming Labour has met all of its promises",
        "Six months before the assault on Northhaven began",
        "Larsen said, species has made a comeback",
    ],
)
def test_what_has_lost_its_main_clause_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)
