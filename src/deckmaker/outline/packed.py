"""An outline as one line of ASCII, to travel inside a file: what is packed is unpacked again as it was."""

import datetime
import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from deckmaker.outline import Chart, Comparison, Outline, Picture, Quote, Table

_EXHIBITS = {kind.__name__: kind for kind in (Table, Chart, Picture, Quote, Comparison)}


def pack_outline(outline: Outline) -> str:
    """The outline without its warnings as JSON."""
    return json.dumps(_plain(outline), separators=(",", ":"))


def unpack_outline(text: str) -> Outline:
    """The outline that was packed.

    Raises:
        ValueError: the text says no outline.
    """
    try:
        found = _value(Outline, json.loads(text))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("no packed outline") from error
    if not isinstance(found, Outline):
        raise ValueError("no packed outline")
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value).__name__
        told = ((known, getattr(value, known.name)) for known in fields(value) if known.name != "warnings")
        own = {known.name: _plain(one) for known, one in told if one != known.default}
        return own | ({"kind_of": kind} if kind in _EXHIBITS else {})
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return {name: hint for name, hint in typing.get_type_hints(kind).items() if name != "warnings"}


def _value(hint: Any, plain: Any) -> Any:
    """The value of a type that the plain one stands for."""
    origin = typing.get_origin(hint)
    if origin is tuple:
        return tuple(_value(typing.get_args(hint)[0], item) for item in plain)
    if origin in (typing.Union, types.UnionType):
        if isinstance(plain, dict) and plain.get("kind_of") in _EXHIBITS:
            return _record(_EXHIBITS[plain["kind_of"]], plain)
        return None if plain is None else _value(_only(hint), plain)
    if is_dataclass(hint):
        return _record(typing.cast("type", hint), plain)
    if hint is datetime.date:
        return datetime.date.fromisoformat(plain)
    return hint(plain) if isinstance(hint, type) and issubclass(hint, StrEnum) else plain


def _only(hint: Any) -> Any:
    """The type that is not None of a union of two."""
    return next(one for one in typing.get_args(hint) if one is not type(None))


def _record(kind: type, plain: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], one) for name, one in plain.items() if name in hints})
