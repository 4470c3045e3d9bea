"""How each role of the memo looks: inks, leading, indents and air, in points; black on white."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass

from deckmaker.memo.fonts import BOLD, OURS, REGULAR, Typefaces
from deckmaker.memo.lines import Ink
from deckmaker.memo.story import Kind, Role
from deckmaker.theme import Theme

INK, DARK, GREY, RULE = "#111111", "#333333", "#444444", "#999999"
_CONTRAST_ON_PAPER = 4.5


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set.

    indent is where its text begins, label the ink of what stands before it at label_at; before and after are
    the air around it; keep holds it on the page of what follows; bar is the colour of a bar beside it, which
    reaches pad points above and below.
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


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a memo by role, the inks of spans that differ from their paragraph's, and what draws them."""

    roles: Mapping[Role, Look]
    foot: Ink
    typefaces: Typefaces = Typefaces()

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


_USUAL, _CLOSEST, _STEPS = Density(10.2, 15, 1), Density(9.7, 13.2, 0.6), 8
DENSITIES = tuple(
    Density(
        *(
            round(usual + (closest - usual) * step / _STEPS, 3)
            for usual, closest in zip(astuple(_USUAL), astuple(_CLOSEST), strict=True)
        )
    )
    for step in range(_STEPS + 1)
)
"""From the usual one to the closest that still reads well, for a memo that then stands on one page."""


def make_looks(theme: Theme, sections: int, density: Density = DENSITIES[0], typefaces: Typefaces = OURS) -> Looks:
    """The looks for a theme, a number of sections and a density."""
    accent, air, leading = printable(theme.colours.accent), density.air, density.leading
    body, row = Ink(REGULAR, density.body, INK), Ink(BOLD, 9, INK, spacing=0.4)
    number = 14.0 if sections < 10 else 20.0 if sections < 100 else 27.0
    heading, label = Ink(BOLD, 12, INK), Ink(BOLD, 8.6, accent, spacing=1)
    roles = {
        Role.BANNER: Look(Ink(BOLD, 17, INK, spacing=2.2), 22, body, after=10 * air, keep=True),
        Role.ROW: Look(body, 15, row, 65, after=6 * air, keep=True),
        Role.SUBJECT: Look(Ink(BOLD, density.body, INK), 15, row, 65, keep=True),
        Role.SUMMARY_LABEL: Look(label, 15, body, 15, keep=True, bar=accent, pad=2),
        Role.SUMMARY: Look(Ink(REGULAR, 11.6, INK), leading + 2, body, 15, after=16 * air, bar=accent, pad=2),
        Role.HEADING: Look(heading, 16, heading, number, before=13 * air, after=4 * air, keep=True),
        Role.BULLET: Look(body, leading, body, number, after=3.5 * air),
        Role.BELOW: Look(body, leading, body, number + 14, number, after=3.5 * air),
        Role.SOURCE: Look(Ink(REGULAR, 8.6, DARK), 12.5, body),
        Role.ENTRY: Look(Ink(REGULAR, 8.6, DARK), 12.5, Ink(BOLD, 8.6, DARK), 12, before=2),
    }
    return Looks(roles, Ink(REGULAR, 8.2, GREY), typefaces)


def printable(colour: str) -> str:
    """The colour, darkened until it can be read on white paper (contrast 4.5:1)."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    while 1.05 / (_luminance(channels) + 0.05) < _CONTRAST_ON_PAPER:
        channels = [int(channel * 0.95) for channel in channels]
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def _luminance(channels: list[int]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
