"""What is wrong with a .pptx: whether programs will open it without a repair, and whether everyone can use it.

`check_deck` reads the package as it is, so that decks of any origin can be checked.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from deckmaker.deck.check.findings import Finding, Level
from deckmaker.deck.check.opened import Opened, open_package
from deckmaker.errors import InputError

__all__ = ["Finding", "Level", "check_deck"]

_FONT = ".fntdata"  # fonts that come with a template are packed in more ways than the library knows
_MOST_TOLD = 40
"""So many complaints of the schemas are told; more say nothing new."""


def check_deck(path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """The findings on a deck, errors first; () for one that is sound and that everyone can use.

    Raises:
        InputError: the file cannot be read or is no package at all.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(path), remedy="Check the name.") from error
    opened = open_package(data, str(path))
    found = list(dict.fromkeys([*_own(opened), *_schemas(path)]))
    order = list(Level)
    return tuple(sorted(found, key=lambda one: (order.index(one.level), one.slide)))


def _own(opened: Opened) -> Iterator[Finding]:
    from deckmaker.deck.check.access import access
    from deckmaker.deck.check.package import package

    yield from package(opened)
    yield from access(opened)


def _schemas(path: str | os.PathLike[str]) -> Iterator[Finding]:
    """What the rules of the format say (a library's port of the Open XML SDK)."""
    from openxml_audit import PackageValidationError, validate_pptx

    try:
        result = validate_pptx(path)
    except PackageValidationError as error:
        yield Finding(Level.ERROR, f"the package cannot be validated: {error}", 0, "Save it anew from its program.")
        return
    if not result.is_valid:
        told = [str(one) for one in result.errors if _FONT not in str(one)]
        for one in told[:_MOST_TOLD]:
            yield Finding(Level.ERROR, f"not as the format asks: {one}", 0, "PowerPoint may offer a repair.")
