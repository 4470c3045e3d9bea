"""What a deck is planned from, and slides before they have their numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from deckmaker.deck.design import Design
from deckmaker.deck.pages import Page
from deckmaker.deck.pictures import Loaded
from deckmaker.deck.slides import Kind, Paragraph
from deckmaker.document import Place
from deckmaker.outline import Outline

Sentences: TypeAlias = Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a deck is planned from.  footer is "" for the outline's title; most slides 0 for no bound."""

    outline: Outline
    design: Design
    footer: str = ""
    sentences: Sentences | None = None
    most: int = 0
    pictures: Mapping[str, Loaded] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A slide before it has a title: its kind, its parts, words for the speaker, and which exhibit it shows."""

    kind: Kind
    page: Page
    notes: str = ""
    exhibit: int = -1


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide before it has its number and its foot; heading is its title in full, before it was set."""

    kind: Kind
    heading: str
    title: Paragraph
    page: Page
    notes: str = ""
    group: str = ""
    exhibit: int = -1
