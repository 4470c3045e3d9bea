"""What the memo's tests share: an outline with everything an outline can have, changed as a test likes."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from deckmaker.document import Place, Source
from deckmaker.outline import Bullet, Outline, Section

_BELOW = (Bullet("Two cranes are older than 40 years", (Place(3, 2),)), Bullet("Written by hand"))
_SECTIONS = (
    Section("Why now", (Bullet("The quay sinks by 3 cm a year", (Place(3, 1),), _BELOW), Bullet("R & D <b>"))),
    Section("What it costs", (Bullet("$6.5 billion by 2031", (Place(4, 1), Place(4, 2))),), "Speak\nslowly."),
)
_HARBOUR = Outline(
    title="The harbour must be rebuilt",
    sections=_SECTIONS,
    date=dt.date(2024, 8, 20),
    language="en",
    source=Source("harbour.txt", "9f2c" * 16, "https://example.org/harbour?a=1&b=2"),
    summary=Bullet("Rebuild the quay before 2031", (Place(2, 1),)),
)


@pytest.fixture
def harbour() -> Callable[..., Outline]:
    """harbour(title="...") -> the outline with that title."""

    def change(**changes: Any) -> Outline:
        return replace(_HARBOUR, **changes)

    return change
