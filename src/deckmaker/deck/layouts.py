"""Which layouts a person wants for which slides: a small YAML of names.

content: Title and Text
cover: Title Slide
section: Divider
comparison: Two Columns
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from deckmaker.deck.choices import Choices
from deckmaker.deck.choose import Candidate, columns_of, content_of, section_of
from deckmaker.deck.slides import Box
from deckmaker.errors import InputError, RenderError
from deckmaker.yaml_nodes import Nodes

KEYS = ("content", "cover", "section", "comparison")


class _LayoutNodes(Nodes):
    """The nodes of such a file."""

    def names(self, data: bytes) -> dict[str, str]:
        """Kind of slide -> name of a layout."""
        node = self.compose(data)
        items = self.mapping(node, "a choice of layouts", KEYS)
        return {key: self.line(value, f"`{key}`") for key, value in items.items()}


def load_layouts(path: str) -> dict[str, str]:
    """Kind of slide -> name of the layout that a person wants for it.

    Raises:
        InputError: the file cannot be read.
        OutlineError: it does not say what such a file says; names the line.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=path, remedy="Check the name.") from error
    return _LayoutNodes(path).names(data)


def override(choices: Choices, wanted: Mapping[str, str], candidates: Sequence[Candidate], page: Box) -> Choices:
    """The choices with a person's own in their places.

    Raises:
        RenderError: there is no layout of that name, or it does not hold what the slide needs.
    """
    named = {key: _named(name, candidates) for key, name in wanted.items()}
    content, cover, section, columns = choices.content, choices.cover, choices.section, choices.columns
    if "content" in named:
        content = content_of(named["content"], page) or _refuse("content", named["content"], "a title and a large text")
        cover = content if choices.cover is choices.content else cover
    if "cover" in named:
        cover = section_of(named["cover"]) or _refuse("cover", named["cover"], "a title")
    if "section" in named:
        section = section_of(named["section"]) or _refuse("section", named["section"], "a title")
    if "comparison" in named:
        columns = columns_of(named["comparison"], page)
        if columns is None:
            _refuse("comparison", named["comparison"], "a title and two texts side by side")
    return Choices(content, cover, section, columns)


def _named(name: str, candidates: Sequence[Candidate]) -> Candidate:
    """The layout of that name; of several masters' the first."""
    found = next((one for one in candidates if one.name.casefold() == name.casefold()), None)
    if found is None:
        names = ", ".join(dict.fromkeys(one.name for one in candidates))
        raise RenderError(f"the template has no layout {name!r}", remedy=f"It has: {names}.")
    return found


def _refuse(key: str, one: Candidate, wanted: str) -> NoReturn:
    message = f"the layout {one.name!r} cannot serve for `{key}`: it needs {wanted}"
    raise RenderError(message, remedy="Name another layout, or remove the line.")
