"""Languages other than English: whole sentences, a warning that says so, sensible sections.  All news is invented."""

import re
from pathlib import Path

import pytest

from deckmaker.condense import condense
from deckmaker.document import Document
from deckmaker.language.stop_words import points_back, stop_words
from deckmaker.readers import read

ARTICLES = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in ARTICLES.glob("*.txt"))
LONG = [name for name in NAMES if len(name) == 2]
"""Of 25 sentences in six paragraphs, each on another side of the news."""


def document(name: str) -> Document:
    return read(ARTICLES / f"{name}.txt")


@pytest.mark.parametrize("name", NAMES)
def test_bullets_are_whole_sentences_and_a_warning_says_so(name: str) -> None:
    article = document(name)
    outline = condense(article)
    assert outline.language == name[:2]
    assert any(warning.kind == "language" and "whole sentences" in warning.message for warning in outline.warnings)
    for bullet in outline.bullets():
        sentence = " ".join(article.sentence(bullet.places[-1]).split())
        assert bullet.text.lower() in sentence.lower()
        assert len(sentence) - len(bullet.text) <= 2


@pytest.mark.parametrize("name", NAMES)
def test_sections_are_few_with_headings_of_their_own(name: str) -> None:
    outline = condense(document(name))
    assert 2 <= len(outline.sections) <= 7
    assert all(1 <= len(section.bullets) <= 5 for section in outline.sections)
    headings = [section.heading for section in outline.sections]
    assert len({heading.lower() for heading in headings}) == len(headings)
    text = document(name).text.lower()
    for heading in headings:
        beside = "$" if name.startswith("ja") else r"[\w\u093a-\u094d]"  # letters, and Devanagari's signs below them
        assert re.search(rf"(?<!{beside}){re.escape(heading.lower())}(?!{beside})", text)


@pytest.mark.parametrize("name", NAMES)
def test_no_figures_or_dates_are_guessed(name: str) -> None:
    outline = condense(document(name))
    assert outline.figures == ()
    assert outline.dates == ()


@pytest.mark.parametrize("name", LONG)
def test_a_longer_article_gets_a_bottom_line_and_telling_headings(name: str) -> None:
    outline = condense(document(name))
    assert outline.summary is not None
    assert outline.summary.places[0].block == 2
    assert 4 <= len(outline.sections) <= 6
    idle = stop_words(name)
    for section in outline.sections:
        words = section.heading.split()
        assert 1 <= len(words) <= 12
        assert len(section.heading) >= 3
        assert words[0].lower() not in idle or len(words) > 6  # a whole sentence may begin with an article
        assert words[-1] not in idle
        assert not section.heading[-1].isdigit()
        assert len({place.block for bullet in section.bullets for place in bullet.places}) <= 3


@pytest.mark.parametrize("name", LONG)
def test_bullets_do_not_point_at_the_sentence_before(name: str) -> None:
    for bullet in condense(document(name)).bullets():
        assert not points_back(bullet.text, name)
