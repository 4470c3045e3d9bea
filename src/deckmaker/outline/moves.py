"""Values of an outline with their places named otherwise: when articles are put together, their places change."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from deckmaker.document import Place

Move = Callable[[Place], tuple[Place, ...]]
"""What stands for a place: one, or several that say the same."""

Value = TypeVar("Value")


def moved(value: Value, move: Move) -> Value:
    """A bullet, section, figure, date or outline, or a tuple of these, with every place in it replaced."""
    result: Value = _moved(value, move)
    return result


def _moved(value: Any, move: Move) -> Any:
    if isinstance(value, tuple):
        if any(isinstance(item, Place) for item in value):
            return tuple(dict.fromkeys(new for place in value for new in move(place)))
        return tuple(_moved(item, move) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{known.name: _moved(getattr(value, known.name), move) for known in fields(value)})
