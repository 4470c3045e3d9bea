"""YAML read as nodes that know their lines, so that every complaint names file, line and what to write instead.

`compose` refuses what a hand-written file never has (deep nesting, crowds of aliases, a second document);
`Nodes` takes the tree apart and complains in the words of the file's format.
"""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar

from deckmaker.errors import DeckmakerError, OutlineError

if TYPE_CHECKING:
    from yaml import Node

T = TypeVar("T")

MAX_BYTES = 5_000_000
MAX_DEPTH = 20
MAX_ALIASES = 16

_QUOTE_IT = 'Put the whole text in quotes: - "text: more text".'


class Nodes:
    """Takes one file's nodes apart; holds its name for the complaints."""

    complaint: ClassVar[type[DeckmakerError]] = OutlineError
    """The kind of its complaints."""

    def __init__(self, name: str) -> None:
        self.name = name

    def fail(self, message: str, at: "Node | int | None", remedy: str = "") -> NoReturn:
        """Raise an error of its kind at a node or a line (counted from 1)."""
        line = at if at is None or isinstance(at, int) else at.start_mark.line + 1
        raise self.complaint(message, file=self.name, line=line, remedy=remedy)

    def compose(self, data: bytes) -> "Node":
        """The file's top node."""
        import yaml

        text = self._decode(data)
        try:
            node = self._compose(text)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.fail(*_explain(error, text, mark.line + 1 if mark else 1))
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            self.fail(f"contains a character that YAML does not allow (U+{error.character:04X})", line, "Remove it.")
        if node is None:
            self.fail("is empty", 1, "Write at least `title:` and `sections:`.")
        return node

    def _compose(self, text: str) -> "Node | None":
        """The top node, by the quick parser; what that refuses is for the slow one, which says better what is wrong."""
        import yaml

        quick = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for loader in (quick, yaml.SafeLoader):
            try:
                self._check_bounds(yaml.parse(text, Loader=loader))
                return yaml.compose(text, Loader=loader)
            except yaml.YAMLError:
                if loader is yaml.SafeLoader:
                    raise
        return None

    def _decode(self, data: bytes) -> str:
        if len(data) > MAX_BYTES:
            self.fail(
                f"is larger than {MAX_BYTES // 1_000_000} MB",
                None,
                "Is this an outline? It may be an article.",
            )
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fail("is not UTF-8 text", line, "Save the file with the encoding UTF-8.")

    def _check_bounds(self, events: Iterable[Any]) -> None:
        import yaml

        depth = aliases = documents = 0
        for event in events:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            aliases += isinstance(event, yaml.AliasEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            line = event.start_mark.line + 1
            if depth > MAX_DEPTH:
                self.fail("is nested too deeply", line, "Bullets go two levels deep.")
            if aliases > MAX_ALIASES:
                self.fail("has too many aliases (*name)", line, "Write the text out, or put it in quotes.")
            if documents > 1:
                self.fail("has a second document after ---", line, "Keep one outline in a file.")

    def mapping(self, node: "Node", what: str, known: tuple[str, ...]) -> "dict[str, Node]":
        """The values of a mapping by key; complains of unknown keys and of keys given twice."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            self.fail(f"{what} is expected here", node, f"Write the keys {_listed(known)}, each with a colon.")
        items: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name not in known:
                self.fail(f"{what} has no key `{name}`", key, _unknown_remedy(name, what, known))
            if name in items:
                self.fail(f"the key `{name}` is given twice", key, "Keep one of the two.")
            items[name] = value
        return items

    def require(self, items: "dict[str, Node]", keys: tuple[str, ...], node: "Node", what: str) -> None:
        """Complain of a key that is missing."""
        for key in keys:
            if key not in items:
                self.fail(f"{what} needs `{key}:`", node, f"Add a line `{key}: …`.")

    def sequence(self, node: "Node", what: str, each: "Callable[[Node], T]") -> tuple[T, ...]:
        """What `each` makes of a list's entries; complains of an empty list."""
        import yaml

        if not isinstance(node, yaml.SequenceNode):
            self.fail(f"`{what}` must be a list", node, "Begin each entry on a line of its own with `- `.")
        if not node.value:
            self.fail(f"`{what}` is empty", node, "Write at least one entry, or remove what it belongs to.")
        return tuple(each(item) for item in node.value)

    def scalar(self, node: "Node", what: str) -> str:
        """The text of a scalar as it was written: `No` stays "No", 2024 stays "2024"."""
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            self.fail(f"{what} must be text", node, _QUOTE_IT)
        return str(node.value)

    def line(self, node: "Node", what: str) -> str:
        """Text on one line; line breaks inside become spaces."""
        return re.sub(r"\s*[\r\n]\s*", " ", self.scalar(node, what)).strip()


def _unknown_remedy(name: str, what: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1, 0.7)
    if near:
        return f"Did you mean `{near[0]}`?"
    if what == "a bullet":
        return f"A colon and a space make YAML see a key. {_QUOTE_IT}"
    return f"The keys here are {_listed(known)}."


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _explain(error: Any, text: str, line: int) -> tuple[str, int, str]:
    """What YAML's complaint means to somebody who edits an outline: message, line, remedy."""
    problem = str(error.problem or error.context or error)
    lines = text.splitlines()
    said = lines[line - 1].strip() if line <= len(lines) else ""
    if "\\t" in problem or "\t" in said[:1] or "found character '\\t'" in problem:
        return "a tab stands where YAML wants spaces", line, "Indent with spaces."
    if "mapping values are not allowed" in problem:
        return "a colon and a space stand inside unquoted text", line, _QUOTE_IT
    if "quoted scalar" in str(error.context) or "unexpected end of stream" in problem:
        start = error.context_mark.line + 1 if error.context_mark else line
        return (
            "a quotation mark is opened and not closed",
            start,
            "Close it, or put the whole text in the other kind of quotes.",
        )
    if "alias" in f"{problem} {error.context}" or "anchor" in f"{problem} {error.context}":
        return "text begins with * or &, which YAML takes for a reference", line, _QUOTE_IT
    return f"is not YAML here ({problem})", line, f"Check the indentation and the quotes. {_QUOTE_IT}"
