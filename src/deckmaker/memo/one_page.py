"""What to cut from a memo that must stand on one page and does not."""

from collections.abc import Sequence

from deckmaker.errors import RenderError
from deckmaker.memo.parts import Item, Part, Role
from deckmaker.memo.sheet import Sheet, overflow

_SHOWN = 50


def what_to_cut(parts: Sequence[Part], sheet: Sheet) -> RenderError:
    """The error that says how much is too much, and which points could go so that the rest fits.

    They are taken one by one from the end of the section that then has the most points.
    """
    lines = -(-overflow(parts, sheet) // sheet.looks.roles[Role.BULLET].leading)
    message = f"the memo is {lines:.0f} line{'s' if lines > 1 else ''} longer than one page"
    kept, cut = [*parts], []
    while overflow(kept, sheet) > 0:
        number = _last_of_longest(kept)
        if number is None:
            remedy = "No cut of points alone would do: leave out sections or exhibits, or do without --one-page."
            return RenderError(message, remedy=remedy)
        cut.append(kept.pop(number))
    named = "; ".join(f"“{_short(part.text)}”" for part in cut[:4]) + (" ..." if len(cut) > 4 else "")
    count = f"{len(cut)} point{'s' if len(cut) > 1 else ''}"
    return RenderError(message, remedy=f"Cut {count}, for instance {named}; or do without --one-page.")


def _last_of_longest(parts: Sequence[Part]) -> int | None:
    """Where the last point stands of the section with the most points; None when each has at most one."""
    sections: list[list[int]] = [[]]
    for number, part in enumerate(parts):
        if part.role is Role.HEADING:
            sections.append([])
        if isinstance(part, Item) and part.role in (Role.BULLET, Role.BELOW):
            sections[-1].append(number)
    longest = max(sections, key=len)
    return longest[-1] if len(longest) > 1 else None


def _short(text: str) -> str:
    text = text.replace("\u00a0", " ")
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"
