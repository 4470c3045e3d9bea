"""Outline <-> YAML: the one thing a person reads, edits, keeps in git and renders again.

The format is described in docs/outline-file.md and outline.schema.json.  Loading complains with file and line;
`parse_outline(format_outline(o)) == o` for every outline.
"""

import os
from pathlib import Path

from deckmaker.errors import InputError
from deckmaker.outline import Outline
from deckmaker.outline_file.format import format_outline
from deckmaker.outline_file.outline_nodes import OutlineNodes
from deckmaker.output import write_file

__all__ = ["format_outline", "load_outline", "parse_outline", "save_outline", "schema"]


def load_outline(path: str | os.PathLike[str]) -> Outline:
    """The outline in a file.

    Raises:
        InputError: when the file cannot be read.
        OutlineError: when it does not say what an outline says; names the line.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(path), remedy="Check the name.") from error
    return parse_outline(data, str(path))


def save_outline(outline: Outline, path: str | os.PathLike[str]) -> None:
    """Write the outline to a file, in one step.

    Raises:
        OutputError: when it cannot be written.
    """
    write_file(path, format_outline(outline).encode())


def schema() -> str:
    """The JSON Schema of the format, for editors that complete and check it."""
    from importlib.resources import files

    return files("deckmaker").joinpath("outline.schema.json").read_text(encoding="utf-8")


def parse_outline(data: bytes, name: str) -> Outline:
    """The outline that the bytes of a file say; name is used in complaints.

    Raises:
        OutlineError: names the line, what is wrong and what to write instead.
    """
    return OutlineNodes(name).outline(data)
