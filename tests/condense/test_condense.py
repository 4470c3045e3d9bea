"""The whole of condensing: limits, places, coverage without repetition, and articles that are hardly any."""

import pytest

from conftest import SEED
from deckmaker.condense import Limits, condense
from deckmaker.condense.limits import slides_for
from deckmaker.document import Document
from deckmaker.errors import InputError
from deckmaker.language.words import content_stems
from deckmaker.outline_file import format_outline
from deckmaker.readers import read, read_bytes


@pytest.fixture(scope="module")
def seed() -> Document:
    return read(SEED)


def test_every_bullet_says_where_it_comes_from(seed: Document) -> None:
    places = set(seed.places())
    outline = condense(seed)
    assert all(bullet.places and set(bullet.places) <= places for bullet in outline.bullets())
    assert outline.summary is not None
    assert set(outline.summary.places) <= places
    assert outline.source == seed.source


@pytest.mark.parametrize("limits", [Limits(), Limits((2, 2), (1, 2)), Limits((4, 4), (3, 3), 10), Limits(slides=5)])
def test_limits_hold(seed: Document, limits: Limits) -> None:
    outline = condense(seed, limits)
    least, most = limits.sections
    assert len(outline.sections) == limits.slides if limits.slides else least <= len(outline.sections) <= most
    assert all(1 <= len(section.bullets) <= limits.bullets[1] for section in outline.sections)


def test_nothing_is_said_twice(seed: Document) -> None:
    said = [set(content_stems(bullet.text)) for bullet in condense(seed).bullets()]
    for number, one in enumerate(said):
        assert all(len(one & other) / len(one | other) < 0.6 for other in said[:number])


def test_headings_are_all_different_and_short(seed: Document) -> None:
    names = [section.heading for section in condense(seed).sections]
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name.split()) <= 8 for name in names)


def test_furniture_never_becomes_a_bullet(seed: Document) -> None:
    text = format_outline(condense(seed)).lower()
    assert not any(word in text for word in ("comment", "e-mail", "email", "reply", "required"))


def test_the_same_article_gives_the_same_outline(seed: Document) -> None:
    assert format_outline(condense(seed)) == format_outline(condense(read(SEED)))


def test_bullets_stand_in_the_articles_order(seed: Document) -> None:
    places = [bullet.places[-1] for bullet in condense(seed).bullets()]
    assert places == sorted(places)


def test_one_sentence_is_enough() -> None:
    outline = condense(read_bytes(b"The council of Northhaven closed the old harbour bridge on Monday.\n", "a.txt"))
    assert [len(section.bullets) for section in outline.sections] == [1]


@pytest.mark.parametrize("text", ["Why? How? When?", "He did. They did. It was."])
def test_an_article_without_a_statement_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="no statement"):
        condense(read_bytes(text.encode(), "a.txt"))


def test_minutes_choose_the_number_of_slides() -> None:
    assert [slides_for(minutes) for minutes in (1, 2, 5, 10, 60)] == [1, 1, 2, 5, 30]


def test_long_bullets_are_written_as_sentences(seed: Document) -> None:
    outline = condense(seed, Limits(sections=(1, 1), bullets=(3, 3), words=30))
    texts = [bullet.text for bullet in outline.bullets()]
    assert any(" the " in text for text in texts)
    assert not any(bullet.bullets for section in outline.sections for bullet in section.bullets)
    usual = [bullet.text for bullet in condense(seed).bullets()]
    assert sum(" the " in text for text in usual) < len(usual) / 2


def test_text_that_looks_like_a_mark_or_ends_oddly_does_no_harm() -> None:
    marked = "The council of Northhaven closed the bridge in March [p1.2]"
    odd = "The mayor of Northhaven opened a ferry line in May ."
    outline = condense(read_bytes(f"{marked}\n\n{odd}\n".encode(), "a.txt"))
    assert [bullet.text[:31] for bullet in outline.bullets()] == ["Mayor of Northhaven opened ferry line in May"[:31]]


def test_an_article_that_only_points_back_is_taken_as_it_is_with_a_warning() -> None:
    outline = condense(
        read_bytes(b"It was a long night for the whole crew. They never saw the harbour again.\n", "a.txt")
    )
    assert len(list(outline.bullets())) == 2
    assert [warning.kind for warning in outline.warnings] == ["alone"]


def test_no_section_stands_with_a_lone_line_while_the_limits_let_it_join(seed: Document) -> None:
    outline = condense(seed)
    lines = [sum(1 + len(bullet.bullets) for bullet in section.bullets) for section in outline.sections]
    assert len(outline.sections) == 3 or min(lines) >= 2


def test_one_sentence_may_give_two_bullets_in_its_order() -> None:
    text = (
        "Northline agreed to inject 6.5 million crowns in cash and loans into the harbour of Gull Bay and to fund a "
        "3 million buyout of the old ferry owners. The council of Gull Bay will vote on the plan in May."
    )
    found = [bullet for bullet in condense(read_bytes(text.encode(), "a.txt")).bullets() if "Northline" in bullet.text]
    assert [("inject" in bullet.text, "buyout" in bullet.text) for bullet in found] == [(True, False), (False, True)]
    assert {str(place) for bullet in found for place in bullet.places} == {"p1.1"}
