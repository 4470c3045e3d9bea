"""deckmaker turns an article into a briefing: an outline, a PowerPoint deck and a printable memo.

    from deckmaker import read, condense, condense_together, load_outline, save_outline, make_deck, make_memo

The names are loaded when first used, so that importing deckmaker costs next to nothing.  `condense` is the one
exception: it is also the name of its package, and only an import made here lets the function keep the name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from deckmaker.condense import condense, condense_together

if TYPE_CHECKING:
    from deckmaker.deck import make_deck
    from deckmaker.memo import make_memo
    from deckmaker.outline_file import load_outline, save_outline
    from deckmaker.readers import read

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "condense",
    "condense_together",
    "load_outline",
    "make_deck",
    "make_memo",
    "read",
    "save_outline",
]

_HOMES = {
    "load_outline": "deckmaker.outline_file",
    "make_deck": "deckmaker.deck",
    "make_memo": "deckmaker.memo",
    "read": "deckmaker.readers",
    "save_outline": "deckmaker.outline_file",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
