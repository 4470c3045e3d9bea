"""The deck that slides are written into: the opened file, its design, and which layout serves which kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from deckmaker.deck.design import Design
from deckmaker.deck.draw import Palette
from deckmaker.deck.slides import Kind, Role
from deckmaker.theme import Theme


@dataclass(frozen=True, slots=True)
class Seat:
    """A layout of the opened file, and its placeholder (its sp element) for each role."""

    layout: Any
    holders: Mapping[Role, Any]


@dataclass(frozen=True, slots=True)
class Base:
    """An opened deck without slides.

    palette says which of its colours things are painted with.  theme is None for a user's template, whose colours
    and fonts stay.  replaced are parts that take the place of those of the same name when the deck has been saved.
    """

    presentation: Any
    design: Design
    seats: Mapping[Kind, Seat]
    palette: Palette
    theme: Theme | None = None
    replaced: Mapping[str, bytes] = field(default_factory=dict)
