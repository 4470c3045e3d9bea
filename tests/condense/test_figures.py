"""Key figures: which numbers count, and what is said of them.  All sentences are invented."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.condense import condense
from deckmaker.condense.evidence import best_trims
from deckmaker.condense.figures import FIGURE
from deckmaker.condense.trim import Trim
from deckmaker.outline import Figure
from deckmaker.readers import read_bytes

FILLER = (
    "Karsten Mills makes paper in the town of Ostrava.",
    "The mill opened beside the river and still uses its water.",
    "Unions and owners in Ostrava have argued about wages for a long time.",
)


def figures(*sentences: str) -> dict[str, str]:
    """Value -> what, of an article made of these sentences and a few without numbers."""
    text = "\n\n".join(("Paper mill in Ostrava grows", *sentences, *FILLER))
    return {figure.value: figure.what for figure in condense(read_bytes(text.encode(), "a.txt")).figures}


@pytest.mark.parametrize(
    ("sentence", "value", "what"),
    [
        ("Karsten Mills plans to cut 900 jobs.", "900", "jobs that Karsten Mills plans to cut"),
        ("Karsten Mills employs about 4,500 workers.", "about 4,500", "workers that Karsten Mills employs"),
        ("Some 300 nurses work at the hospital in Ostrava.", "Some 300", "nurses work at the hospital in Ostrava"),
        ("The average price of paper in Ostrava was $39.", "$39", "average price of paper in Ostrava"),
        ("Paper sales in Ostrava are down 2.6 percent.", "down 2.6 percent", "paper sales in Ostrava"),
        ("Karsten Mills received a $5 million grant for repairs.", "$5 million", "grant for repairs"),
    ],
)
def test_a_number_stands_beside_what_it_is(sentence: str, value: str, what: str) -> None:
    assert figures(sentence)[value].startswith(what)


def test_what_the_title_names_needs_no_name_again() -> None:
    assert figures("The mill employs 900 workers in Ostrava.") == {"900": "workers in Ostrava that the mill employs"}
    assert figures("The bakery employs 900 workers in Ostrava.") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Karsten Mills opened its second plant in 1998.",
        "Petra Nowak, 48, runs the mill in Ostrava.",
        "Petra Nowak has run the mill in Ostrava for 12 years.",
        "Karsten Mills is the 15th largest maker of paper in Poland.",
        "Karsten Mills is on every Fortune 500 list of paper makers.",
        "Readers can call Karsten Mills at 555-0199 for paper.",
        "Section 14 of the Paper Act covers the mill in Ostrava.",
        "The company has 12,500 employees.",
        "It has sold 14,000 tons of paper.",
        "Karsten Mills raised prices from $10 to $12.",
        "We counted 14,000 visitors at the mill.",
        "Karsten Mills moved to a 55-hectare site.",
        "Many are now 100% satisfied.",
        "40% looked for work in Ostrava.",
        "ISO 140 requirements are met by Karsten Mills.",
        "“60 Paper Mills” gave an overview of Ostrava.",
    ],
)
def test_other_numbers_are_left_out(sentence: str) -> None:
    assert figures(sentence) == {}


def test_at_most_six_no_double_and_each_with_its_place() -> None:
    text = "\n\n".join(
        ["Paper mill in Ostrava grows", *(f"Plant {name} employs {900 + n} workers." for n, name in enumerate(NAMES))]
    )
    document = read_bytes(text.encode(), "a.txt")
    outline = condense(document)
    assert 1 <= len(outline.figures) <= 6
    assert len({figure.value for figure in outline.figures}) == len(outline.figures)
    for figure in outline.figures:
        assert figure.value in document.sentence(figure.places[-1])


NAMES = "Aska Brno Cheb Decin Eger Frydek Gratz Hodonin Ivan".split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs $6.5 billion today", "$6.5 billion"),
        ("It costs almost €40 million a year now", "almost €40 million a year"),
        ("It rose by 37 percent", "37 percent"),
        ("It is 0.3% of all", "0.3%"),
        ("It makes 8.7 GW", "8.7 GW"),
        ("more than 1.4 million people", "more than 1.4 million"),
        ("as many as 2,000 cars", "as many as 2,000"),
        ("£30bn", "£30bn"),
        ("₹5 crore", "₹5 crore"),
        ("12,500 dollars", "12,500 dollars"),
    ],
)
def test_a_value_keeps_its_hedge_and_unit(text: str, found: str) -> None:
    match = FIGURE.search(text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    "text", ["800-63-3", "9/11", "10:30", "M2", "v2.0.1", "24/7", "2+2", "55-kilometer", "$7-a-day"]
)
def test_numbers_inside_other_words_are_none(text: str) -> None:
    assert FIGURE.search(f"the {text} way") is None


def test_a_trim_that_loses_scope_is_not_read() -> None:
    sentence = "The state spends about $80 billion on roads but gets little for it."
    lossy = Trim("The state spends about $80 billion", 1.0, whole=False)
    kept = Trim("The state spends about $80 billion on roads", 0.5, whole=False)
    assert best_trims(sentence, [lossy, kept], "about $80 billion") == [kept]
    assert (
        best_trims("Tax on gas rose 10 percent.", [Trim("Tax rose 10 percent", 1.0, whole=False)], "10 percent") == []
    )
    held = "If demand falls, Karsten Mills will cut 900 jobs."
    assert best_trims(held, [Trim("Karsten Mills will cut 900 jobs", 1.0, whole=False)], "900") == []
    parted = "According to Lenka Dvorak, Karsten Mills lost 900 jobs."
    assert best_trims(parted, [Trim("Karsten Mills lost 900 jobs", 1.0, whole=False)], "900") == []
    monthly = "Ferry lines carry 500 people each month in summer."
    assert best_trims(monthly, [Trim("Ferry lines carry 500 people", 1.0, whole=False)], "500") == []


WORDS = st.sampled_from(
    "the mill paper Karsten sold 4,000 jobs $5 million 12 % in and of , by 2030 workers rose fell 14 from to a".split()
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_every_word_comes_from_the_article(sentences: list[str]) -> None:
    text = "\n\n".join([*FILLER, *(f"{s.capitalize()}." for s in sentences)])
    document = read_bytes(text.encode(), "a.txt")
    for figure in condense(document).figures:
        assert isinstance(figure, Figure)
        said = {word.lower() for word in re.findall(r"\w+", f"{figure.value} {figure.what}")}
        read = {word.lower() for place in figure.places for word in re.findall(r"\w+", document.sentence(place))}
        assert said - {"that"} <= read
