"""Opens base decks: the built-in ones, and a user's own template."""

from importlib.resources import files
from typing import Any

from deckmaker.deck.base import Base, Seat
from deckmaker.deck.design import builtin_design
from deckmaker.deck.scheme import is_dark
from deckmaker.deck.slides import Kind, Role
from deckmaker.theme import Theme, theme_names

_LAYOUTS = {
    Kind.COVER: "Title",
    Kind.STATEMENT: "Bottom line",
    Kind.AGENDA: "Agenda",
    Kind.CONTENT: "Content",
    Kind.SOURCES: "Sources",
}
_ROLES = {
    "title": Role.TITLE,
    "ctrTitle": Role.TITLE,
    "subTitle": Role.SUBTITLE,
    "ftr": Role.FOOTER,
    "sldNum": Role.NUMBER,
}
_PLACES = {"13": Role.SOURCE, "14": Role.PAGES}


def open_builtin(theme: Theme) -> Base:
    """The base deck of a theme; a theme of one's own gets the built-in one that is as dark or light."""
    from pptx import Presentation

    name = theme.name if theme.name in theme_names() else ("dark" if is_dark(theme) else "sober")
    path = files("deckmaker.deck.templates").joinpath(f"{name}.pptx")
    with path.open("rb") as file:
        deck = Presentation(file)
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    seats = {kind: Seat(layouts[name], _holders(layouts[name])) for kind, name in _LAYOUTS.items()}
    return Base(deck, builtin_design(theme), seats, theme)


def open_template(path: str) -> Base:
    """A user's own template."""
    raise NotImplementedError(path)


def _holders(layout: Any) -> dict[Role, Any]:
    """Role -> placeholder of a built-in layout."""
    found = {}
    for shape in layout.placeholders:
        mark = shape.element.find(".//{*}ph")
        role = _PLACES.get(mark.get("idx", ""), _ROLES.get(mark.get("type", ""), Role.BODY))
        found[role] = shape.element
    return found
