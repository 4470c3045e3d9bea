"""A theme of the person's own: a YAML file with colours, fonts and a logo, for deck and memo alike.

Colours are checked before anything is made: text that cannot be read is an error, with a colour that would do.
"""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.errors import InputError
from deckmaker.theme import THEMES, Colours, Logo, Theme, contrast, load_theme
from deckmaker.yaml_nodes import Nodes

if TYPE_CHECKING:
    from yaml import Node

_KEYS = ("base", "colours", "fonts", "logo")
_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")
_LEAST = (
    ("text", "ground", 7.0),
    ("text", "tint", 4.5),
    ("muted", "ground", 4.5),
    ("accent", "ground", 4.5),
)
"""Which colour stands on which, and the least contrast between them (WCAG 2; text as level AAA)."""
_LOGOS = (".png", ".jpg", ".jpeg", ".svg")


def find_theme(name: str) -> Theme:
    """The built-in theme of that name, or the one in the file of that name (.yaml).

    Raises:
        InputError: the file cannot be read, or does not say what a theme says; names the line.
        RenderError: there is no such theme.
    """
    if not name.lower().endswith((".yaml", ".yml")):
        return load_theme(name)
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=name, remedy="Check the name.") from error
    return _ThemeNodes(name).theme(data)


class _ThemeNodes(Nodes):
    """Takes a theme's file apart."""

    complaint = InputError

    def theme(self, data: bytes) -> Theme:
        """The theme in the file."""
        top = self.compose(data)
        items = self.mapping(top, "a theme", _KEYS)
        base = load_theme(self._one_of(items["base"], THEMES)) if "base" in items else load_theme()
        stem = Path(self.name).stem
        theme = replace(base, name=f"own {stem}" if stem in THEMES else stem)
        if "colours" in items:
            theme = replace(theme, colours=self._colours(items["colours"], theme.colours))
        if "fonts" in items:
            theme = self._fonts(items["fonts"], theme)
        return replace(theme, logo=self._logo(items["logo"])) if "logo" in items else theme

    def _one_of(self, node: "Node", names: tuple[str, ...]) -> str:
        name = self.line(node, "`base`")
        if name not in names:
            self.fail(f"there is no theme {name!r}", node, f"Choose one of: {', '.join(names)}.")
        return name

    def _colours(self, node: "Node", base: Colours) -> Colours:
        """The base's colours with those given in their place."""
        nodes = self.mapping(node, "`colours`", tuple(field.name for field in fields(Colours)))
        colours = replace(base, **{name: self._colour(value, name) for name, value in nodes.items()})
        for name, ground, least in _LEAST:
            over, under = getattr(colours, name), getattr(colours, ground)
            if contrast(over, under) < least:
                message = f"`{name}` {over} on `{ground}` {under} has a contrast of {contrast(over, under):.1f}:1"
                remedy = f"At least {least:g}:1 can be read; {_readable(over, under, least)} would do."
                self.fail(message, nodes.get(name) or nodes.get(ground) or node, remedy)
        return colours

    def _colour(self, node: "Node", name: str) -> str:
        said = self.line(node, f"`{name}`")
        if not _COLOUR.fullmatch(said):
            self.fail(f"`{name}` is not a colour: {said!r}", node, 'Write six hex digits in quotes: "#0F5C8C".')
        digits = said[1:] if len(said) == 7 else "".join(digit * 2 for digit in said[1:])
        return f"#{digits.upper()}"

    def _fonts(self, node: "Node", theme: Theme) -> Theme:
        """The theme with the fonts given: for headings and text of slides, and for the memo."""
        items = self.mapping(node, "`fonts`", ("heading", "text", "memo"))
        said = {key: self.line(value, f"`{key}`") for key, value in items.items()}
        heading, text = said.get("heading", theme.heading_font), said.get("text", theme.text_font)
        return replace(theme, heading_font=heading, text_font=text, memo_font=said.get("memo", ""))

    def _logo(self, node: "Node") -> Logo:
        """The logo: its file, whose path starts from the theme's folder, and what it shows."""
        items = {"file": node}
        if node.tag.endswith(":map"):
            items = self.mapping(node, "`logo`", ("file", "alt"))
            self.require(items, ("file",), node, "`logo`")
        file = Path(self.name).parent / self.line(items["file"], "the logo's file")
        if file.suffix.lower() not in _LOGOS or not file.is_file():
            self.fail(f"there is no picture {file}", items["file"], f"Name a file that ends in {', '.join(_LOGOS)}.")
        return Logo(str(file), self.line(items["alt"], "`alt`") if "alt" in items else "Logo")


def _readable(colour: str, ground: str, least: float) -> str:
    """The colour, darkened on a light ground or lightened on a dark one until it can be read."""
    end = 0 if contrast("#000000", ground) > contrast("#FFFFFF", ground) else 255
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for step in range(101):
        made = "#" + "".join(f"{round(c + (end - c) * step / 100):02X}" for c in channels)
        if contrast(made, ground) >= least:
            return made
    return "#000000" if not end else "#FFFFFF"
