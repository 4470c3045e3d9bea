"""How each role of the memo looks: inks, leading, indents and air, in points; black on white."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from deckmaker.memo.fonts import BOLD, OURS, REGULAR, Typefaces
from deckmaker.memo.lines import Ink
from deckmaker.memo.parts import Item, Kind, Part, Role
from deckmaker.memo.shaping import advances
from deckmaker.theme import Theme, contrast

INK, DARK, GREY, RULE = "#111111", "#333333", "#444444", "#999999"
_CONTRAST_ON_PAPER = 4.5


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set.

    indent is where its text begins, right how far before the margin it ends, label the ink of what stands before it
    at label_at; before and after are the air around it; keep holds it on the page of what follows; bar is the colour
    of a bar at label_at, which reaches pad points above and below; line is how long a line to write on is, 0 for all
    the way.
    """

    ink: Ink
    leading: float
    label: Ink
    indent: float = 0
    label_at: float = 0
    before: float = 0
    after: float = 0
    keep: bool = False
    bar: str = ""
    pad: float = 0
    right: float = 0
    line: float = 0


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a memo by role, the inks of spans that differ from their paragraph's, and what draws them."""

    roles: Mapping[Role, Look]
    foot: Ink
    marking: Ink
    typefaces: Typefaces

    def ink(self, role: Role, kind: Kind) -> Ink:
        """The ink of a span of that kind in a paragraph of that role."""
        ink = self.roles[role].ink
        if kind is Kind.MARK:
            return Ink(REGULAR, 6.8, GREY, rise=ink.size * 0.36)
        return Ink(BOLD, ink.size, ink.colour) if kind is Kind.STRONG else ink


@dataclass(frozen=True, slots=True)
class Density:
    """How closely a memo is set: size and leading of its body, and how much of the usual air stays."""

    body: float
    leading: float
    air: float


def _steps(first: Density, last: Density, count: int) -> tuple[Density, ...]:
    """Densities from one to another, both among them."""
    pairs = [*zip(astuple(first), astuple(last), strict=True)]
    return tuple(
        Density(*(round(begin + (end - begin) * step / count, 3) for begin, end in pairs)) for step in range(count + 1)
    )


DENSITIES = _steps(Density(10.2, 15, 1), Density(9.7, 13.2, 0.6), 8)
"""From the usual one to the closest that still reads well, for a memo that then stands on one page."""
CLOSER = _steps(DENSITIES[-1], Density(9.2, 12.2, 0.4), 4)[1:]
"""Closer ones, for a memo that must stand on one page."""


def make_looks(
    theme: Theme, parts: Sequence[Part], density: Density = DENSITIES[0], typefaces: Typefaces = OURS
) -> Looks:
    """The looks for a theme, what is to be set, and a density."""
    accent, air, leading = printable(theme.colours.accent), density.air, density.leading
    body, row = Ink(REGULAR, density.body, INK), Ink(BOLD, 9, INK, spacing=0.4)
    strong, small = Ink(BOLD, density.body, INK), Ink(REGULAR, 8.6, DARK)
    sections = sum(part.role is Role.HEADING for part in parts)
    number = 14.0 if sections < 10 else 20.0 if sections < 100 else 27.0
    heading, label = Ink(BOLD, 12, INK), Ink(BOLD, 8.6, accent, spacing=1)
    top = Look(heading, 16, heading, number, before=13 * air, after=4 * air, keep=True)
    listed = Look(body, leading, strong, _column(parts, (Role.FIGURE, Role.DATE), strong), after=2 * air)
    quote = Look(body, leading, body, number + 14, number + 2, after=8 * air, right=28, bar=RULE, pad=1)
    signed = Look(body, 13.5, body, keep=True)
    roles = {
        Role.MARKING: Look(Ink(BOLD, 9.4, INK, spacing=0.6), 12, body, keep=True),
        Role.BANNER: Look(Ink(BOLD, 17, INK, spacing=2.2), 22, body, after=10 * air, keep=True),
        Role.ROW: Look(body, 15, row, 65, after=6 * air, keep=True),
        Role.SUBJECT: Look(strong, 15, row, 65, keep=True),
        Role.SUMMARY_LABEL: Look(label, 15, body, 15, keep=True, bar=accent, pad=2),
        Role.SUMMARY: Look(Ink(REGULAR, 11.6, INK), leading + 2, body, 15, after=16 * air, bar=accent, pad=2),
        Role.LIST_HEADING: replace(top, indent=0),
        Role.FIGURE: listed,
        Role.DATE: listed,
        Role.HEADING: top,
        Role.BULLET: Look(body, leading, body, number, after=3.5 * air),
        Role.BELOW: Look(body, leading, body, number + 14, number, after=3.5 * air),
        Role.QUOTE: replace(quote, before=8 * air),
        Role.WHO: replace(quote, ink=small, leading=13),
        Role.CAPTION: Look(Ink(BOLD, 9.2, INK), 12.5, body, number, after=9 * air),
        Role.TABLE: Look(Ink(REGULAR, 9.2, INK), 12.4, Ink(BOLD, 9.2, INK), number, before=9 * air, after=10 * air),
        Role.PICTURE: Look(body, leading, body, number, before=8 * air, after=4 * air),
        Role.SIGN: replace(signed, before=34 * air, line=200),
        Role.SIGNED: signed,
        Role.SOURCE: Look(small, 12.5, body, after=3 * air),
        Role.ENTRY: Look(small, 12.5, Ink(BOLD, 8.6, DARK), 12, after=2 * air),
        Role.CITED: Look(small, 12.5, Ink(REGULAR, 7.6, DARK), _column(parts, (Role.CITED,), small), after=2 * air),
    }
    return Looks(roles, Ink(REGULAR, 8.2, GREY), roles[Role.MARKING].ink, typefaces)


def _column(parts: Iterable[Part], roles: Sequence[Role], ink: Ink) -> float:
    """How wide the column of labels of those roles is: as the widest asks, within reason."""
    labels = [part.label for part in parts if isinstance(part, Item) and part.role in roles]
    return min(max((sum(advances(label, ink)) for label in labels), default=0.0) + 14, 120.0)


def printable(colour: str) -> str:
    """The colour, darkened until it can be read on white paper (contrast 4.5:1)."""
    while contrast(colour, "#FFFFFF") < _CONTRAST_ON_PAPER:
        colour = "#" + "".join(f"{int(int(colour[at : at + 2], 16) * 0.95):02X}" for at in (1, 3, 5))
    return colour
