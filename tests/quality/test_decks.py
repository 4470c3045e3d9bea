"""Decks of articles and in templates that others made: sound, fitting, and the same outline when they are pulled."""

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from deck.laws import broken
from deckmaker.condense import condense
from deckmaker.deck import DeckOptions, make_deck, open_base
from deckmaker.deck.check import check_deck
from deckmaker.deck.pull import pull_deck
from deckmaker.document import Place
from deckmaker.outline import Outline
from deckmaker.readers import read
from deckmaker.theme import THEMES, load_theme

SHARED = Path(os.environ.get("DECKMAKER_SHARED", ""))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not os.environ.get("DECKMAKER_SHARED"), reason="DECKMAKER_SHARED is not set"),
]
ARTICLES = sorted(SHARED.glob("gold/*.txt")) if os.environ.get("DECKMAKER_SHARED") else []
TEMPLATES = sorted(SHARED.glob("data/templates/*.p*")) if os.environ.get("DECKMAKER_SHARED") else []
OF_THE_FOOT = ("footer", "number", "date")
"""What stands at the foot has the template's own size and place."""


@cache
def told(article: Path) -> tuple[Outline, dict[Place, str]]:
    """The outline of an article, and its sentences."""
    document = read(str(article))
    return replace(condense(document), warnings=()), document.sentences()


def faults(article: Path, options: DeckOptions, path: Path) -> list[str]:
    """What is wrong with the article's deck."""
    outline, sentences = told(article)
    slides = make_deck(outline, path, options, sentences)
    found = [str(finding) for finding in check_deck(path)]
    found += [law for law in broken(slides, open_base(options).design, outline) if not _is_of_the_foot(law)]
    return found if pull_deck(path).outline == outline else [*found, "it does not give back its outline"]


def _is_of_the_foot(law: str) -> bool:
    return any(f" {role}:" in law for role in OF_THE_FOOT)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_articles_in_every_theme(article: Path, theme: str, tmp_path: Path) -> None:
    assert faults(article, DeckOptions(theme=load_theme(theme)), tmp_path / "deck.pptx") == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
@pytest.mark.parametrize("article", ARTICLES[::6], ids=lambda path: path.stem)
def test_articles_in_templates(article: Path, template: Path, tmp_path: Path) -> None:
    assert faults(article, DeckOptions(template=str(template)), tmp_path / "deck.pptx") == []
