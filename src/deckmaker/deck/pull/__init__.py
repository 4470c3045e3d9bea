"""A deck that was edited in a presentation program -> the outline again, and what it cannot express."""

import os
from dataclasses import dataclass
from pathlib import Path

from deckmaker.errors import InputError
from deckmaker.outline import Outline

__all__ = ["Pulled", "pull_deck"]


@dataclass(frozen=True, slots=True)
class Pulled:
    """The outline of an edited deck, and what of the edits it cannot hold, each in a sentence."""

    outline: Outline
    lost: tuple[str, ...] = ()


def pull_deck(path: str | os.PathLike[str]) -> Pulled:
    """The outline of a deck that deckmaker made and somebody edited; `pull_deck` of an unedited one is what made it.

    Bullets that were not changed keep their places, changed ones are marked as edited, new ones have none.

    Raises:
        InputError: the file cannot be read, or was not made by deckmaker.
    """
    from deckmaker.deck.check.opened import open_package
    from deckmaker.deck.pull.observe import observe, record_in
    from deckmaker.deck.pull.rebuild import rebuild

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(path), remedy="Check the name.") from error
    opened = open_package(data, str(path))
    record = record_in(opened)
    if record is None:
        remedy = "Give a deck that this version of deckmaker made, as PowerPoint or LibreOffice saved it."
        raise InputError("carries no outline: deckmaker did not make it", file=str(path), remedy=remedy)
    return rebuild(record, observe(opened, record.footer))
