"""Quotes, dashes, and what no line may tear apart."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.typography import NO_BREAK, bind, clean, date_words, polish


def test_a_date_is_written_out() -> None:
    assert date_words(dt.date(2024, 8, 20)) == "20 August 2024"


@pytest.mark.parametrize(
    ("text", "polished"),
    [
        ('He said "no" twice', "He said “no” twice"),
        ("the ministers' 'quick' talks", "the ministers’ ‘quick’ talks"),
        ("Japan's navy since the '90s", "Japan’s navy since the ’90s"),
        ('("Quad")', "(“Quad”)"),
        ("peace - and stability", "peace – and stability"),
        ("wait -- what", "wait – what"),
        ("and so on...", "and so on…"),
        ("a well-known 2-1 score", "a well-known 2-1 score"),
        ("rock 'n' roll", "rock ‘n’ roll"),
    ],
)
def test_english_is_polished(text: str, polished: str) -> None:
    assert polish(text, "en-GB") == polished


def test_other_languages_keep_their_double_quotes() -> None:
    assert polish('l\'ami "x"', "fr") == 'l’ami "x"'


def test_clean_removes_what_shows_nothing() -> None:
    assert clean("e\u0301lan\u200b vi\u00adtal\ufeff  now\u2009 then ") == "élan vital now then"
    assert clean("57\u202f%") == f"57{NO_BREAK}%"


@pytest.mark.parametrize(
    "kept",
    [
        "$6.5 billion",
        "20 August",
        "August 20",
        "57 %",
        "12 refugees",
        "3 km²",
        "Article 9",
        "No. 5",
        "Mr. Smith",
        "40,000 refugees",
        "20 August 2024",
        "August 20, 2024",
        "« oui »",
        "pourquoi ?",
        "talks –",
    ],
)
def test_what_belongs_together_is_bound(kept: str) -> None:
    assert bind(f"We say {kept} now") == f"We say {kept.replace(' ', NO_BREAK)} now"


@pytest.mark.parametrize(
    "free", ["in 2024 India agreed", "two of 12 and more", "The 1990s saw growth", "The mayor said"]
)
def test_what_does_not_is_left(free: str) -> None:
    assert NO_BREAK not in bind(free)


@given(st.text(max_size=80))
def test_binding_changes_spaces_alone(text: str) -> None:
    assert bind(text).replace(NO_BREAK, " ") == text.replace(NO_BREAK, " ")


@given(st.text(max_size=80), st.sampled_from(["en", "fr", ""]))
def test_polish_is_stable(text: str, language: str) -> None:
    once = polish(text, language)
    assert polish(once, language) == once
