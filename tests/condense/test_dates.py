"""Key dates: how they are written, and what happens then.  All sentences are invented."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.condense import condense
from deckmaker.condense.when import WHEN, read_when
from deckmaker.outline import DateEvent, in_words
from deckmaker.outline_file import format_outline, parse_outline
from deckmaker.readers import read_bytes

FILLER = (
    "Karsten Mills makes paper in the town of Ostrava.",
    "The mill stands beside the river and still uses its water.",
    "Unions and owners in Ostrava have argued about wages for a long time.",
)


def dates(*sentences: str) -> list[DateEvent]:
    """The key dates of an article made of these sentences and a few without dates."""
    text = "\n\n".join(("Paper mill in Ostrava grows", *sentences, *FILLER))
    return list(condense(read_bytes(text.encode(), "a.txt")).dates)


def said(*sentences: str) -> list[tuple[str, str]]:
    return [(entry.date, entry.event) for entry in dates(*sentences)]


@pytest.mark.parametrize(
    ("sentence", "date", "event"),
    [
        ("Karsten Mills opened a plant in 1998.", "1998", "Karsten Mills opened a plant"),
        ("Karsten Mills opened a plant on March 3, 1998.", "1998-03-03", "Karsten Mills opened a plant"),
        ("In March 1998, Karsten Mills opened a plant.", "1998-03", "Karsten Mills opened a plant"),
        ("Karsten Mills will close the plant by 2034.", "by 2034", "Karsten Mills will close the plant"),
        ("Karsten Mills opened a plant on September 30.", "30 September", "Karsten Mills opened a plant"),
        ("Karsten Mills has made paper since 1984.", "since 1984", "Karsten Mills has made paper"),
    ],
)
def test_a_date_stands_beside_what_happens(sentence: str, date: str, event: str) -> None:
    assert (date, event) in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Karsten Mills read a study made in 2014.",
        "It opened a plant in 1998.",
        "The company opened a plant in 1998.",
        "An update was published in March 2012.",
        "Karsten Mills opened plants in 1998 and 2004.",
        "Karsten Mills will open a plant next year.",
        "Karsten Mills opened a plant on Monday.",
        "Karsten Mills sold 2014 tons of paper.",
        "Petra Nowak said in 1998 that the mill was old.",
    ],
)
def test_other_dates_are_left_out(sentence: str) -> None:
    assert said(sentence) == []


def test_they_are_sorted_in_time_without_doubles() -> None:
    found = said(
        "Karsten Mills sold its forest in 2011.",
        "Karsten Mills opened a plant on March 3, 1998.",
        "Karsten Mills hired Petra Nowak on September 30.",
        "Karsten Mills opened the first plant on March 3, 1998.",
        "Karsten Mills will close the last plant in 2034.",
    )
    assert [date for date, _ in found] == ["1998-03-03", "2011", "2034", "30 September"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("since 1984", "since 1984"),
        ("as soon as 2023", "as soon as 2023"),
        ("by the end of 2017", "by end of 2017"),
        ("in late March 2018", "late 2018-03"),
        ("on Nov. 18", "18 November"),
        ("on Sunday, June 2, 2019", "2019-06-02"),
        ("on 4 July 1976", "1976-07-04"),
        ("until May 2030", "until 2030-05"),
        ("on the twentieth of August in the year 2024", "2024-08-20"),
    ],
)
def test_a_date_is_written_the_same_way_always(text: str, written: str) -> None:
    match = WHEN.search(f"It stood {text}.")
    assert match is not None
    when = read_when(match, None, ())
    assert when is not None
    assert when.text == written


def test_a_day_takes_the_year_nearest_to_publication() -> None:
    published = datetime.date(2019, 12, 20)
    texts = [
        read_when(m, published, ()) for m in WHEN.finditer("on January 14 and so on; on October 25 too; next year.")
    ]
    assert [when.text for when in texts if when] == ["2020-01-14", "2019-10-25", "2020"]
    match = WHEN.search("It opens next year.")
    assert match is not None
    assert read_when(match, None, ()) is None
    found = read_when(match, published, ())
    assert found is not None
    assert found.text == "2020"


@pytest.mark.parametrize(
    "text", ["in 2014 dollars", "on May 45", "in 20145", "in 2011 and 2012", "in March", "on 9/11"]
)
def test_what_is_no_single_date_is_not_read(text: str) -> None:
    match = WHEN.search(f"It stood {text}.")
    assert match is None or read_when(match, None, ()) is None


WORDS = st.sampled_from(
    "the mill Karsten opened sold in 1998 on March 3, 2004 by since until it plant and of , next year was will".split()
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_every_word_comes_from_the_article_and_the_file_reads_back(sentences: list[str]) -> None:
    text = "\n\n".join([*FILLER, *(f"{s.capitalize()}." for s in sentences)])
    document = read_bytes(text.encode(), "a.txt")
    outline = condense(document)
    assert parse_outline(format_outline(outline).encode(), "a.yaml") == outline
    for entry in outline.dates:
        words = {word.lower() for word in re.findall(r"\w+", entry.event)}
        assert words <= {w.lower() for place in entry.places for w in re.findall(r"\w+", document.sentence(place))}


@settings(max_examples=60, deadline=None)
@given(
    st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(["on {0:%B} {0.day}, {0.year}", "on {0.day} {0:%B} {0.year}"]),
)
def test_every_day_is_read_back(day: datetime.date, form: str) -> None:
    match = WHEN.search(form.format(day))
    assert match is not None
    when = read_when(match, None, ())
    assert when is not None
    assert when.text == day.isoformat()
    assert in_words(when.text).split()[-1] == str(day.year)
