"""One thing said, on one line, and the mark that says where it came from."""

import re
from dataclasses import dataclass

from deckmaker.document import Place

_PLACE = r"(?:[a-z] )?p\d+\.\d+(?:-\d+)?"
MARK = re.compile(rf"\s*\[(?P<edited>edited )?(?P<places>{_PLACE}(?:\s*,\s*{_PLACE})*)\]$")
"""The mark at the end of a bullet: [p8.3], [p8.2-3], [p4.1, p9.2]; with several sources [a p8.3, b p4.1].

[edited p8.3] is on a bullet whose words a person changed since they were taken from there.
"""


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line and paragraph separators, and halves of characters (categories Cc, Zl, Zp, Cs)."""


def check_line(text: str, what: str) -> None:
    """Raise ValueError unless text is one clean line: not empty, no outer spaces, no control characters."""
    if not text.strip():
        raise ValueError(f"{what} is empty")
    if text != text.strip():
        raise ValueError(f"{what} begins or ends with a space")
    if _CONTROL.search(text):
        raise ValueError(f"{what} contains a line break or a control character")


def check_said(text: str, what: str) -> None:
    """Raise ValueError unless text is one clean line without a mark at its end."""
    check_line(text, what)
    if MARK.search(text):
        raise ValueError(f"{what} ends with a mark; places belong in `places`")


@dataclass(frozen=True, slots=True)
class Bullet:
    """One thing said, on one line, with the places it came from and at most one level of bullets below.

    edited says that a person changed the words that were taken from the places.
    """

    text: str
    places: tuple[Place, ...] = ()
    bullets: tuple["Bullet", ...] = ()
    edited: bool = False

    def __post_init__(self) -> None:
        check_said(self.text, "the bullet")
        if self.edited and not self.places:
            raise ValueError("an edited bullet keeps its places; one without places is a person's own")
        if any(below.bullets for below in self.bullets):
            raise ValueError("bullets go two levels deep, not three")


def format_places(places: tuple[Place, ...]) -> str:
    """Places as a mark without brackets: "p8.2-3, p9.1" or "a p8.2, b p4.1"; runs within a block are joined."""
    runs: list[list[Place]] = []
    for place in places:
        last = runs[-1][-1] if runs else None
        if last and place == Place(last.block, last.sentence + 1, last.source):
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(f"{run[0]}-{run[-1].sentence}" if len(run) > 1 else str(run[0]) for run in runs)
