"""How the sections share what is said: a part with too little to say joins a neighbour, one with too much is parted."""

from collections.abc import Mapping, Sequence

from deckmaker.condense.choose import Candidate, choose
from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Material, Part
from deckmaker.condense.trim import Trim
from deckmaker.document import Place

MUCH = 6
"""Lines, bullets and those below them, from which on a section is parted."""

LEAST_BULLETS, LEAST_LINES = 2, 3
"""Bullets, and lines, that each half has at least."""


def share(
    material: Material, parts: Sequence[Part], limits: Limits, trimmed: Mapping[Place, list[Trim]]
) -> tuple[list[Part], list[list[Candidate]]]:
    """The parts and the bullets of each, none with too few or too many lines, as far as the limits let.

    Neighbours that are told by different articles stay apart; what several articles tell is not parted.
    """
    settled = list(parts)
    chosen = choose(material, [lines for _, lines in settled], limits, trimmed)
    while len(settled) > (limits.slides or limits.sections[0]):
        joinable = [number for number in range(len(settled)) if _related(settled, number)]
        thin = min(joinable, key=lambda number: _lines(chosen[number]), default=None)
        if thin is None or _lines(chosen[thin]) >= limits.bullets[0]:
            break
        around = _related(settled, thin)
        first = min(thin, min(around, key=lambda number: len(chosen[number])))
        settled[first : first + 2] = [_joined(*settled[first : first + 2])]
        chosen = choose(material, [lines for _, lines in settled], limits, trimmed)
    while len(settled) < (limits.slides or limits.sections[1]) and (halves := _largest_parted(settled, chosen)):
        number, texts, bullets = halves
        settled[number : number + 1] = texts
        chosen[number : number + 1] = bullets
    return settled, chosen


def _lines(bullets: Sequence[Candidate]) -> int:
    """The number of bullets and of those below them."""
    return sum(1 + len(bullet.below) for bullet in bullets)


def _related(parts: Sequence[Part], number: int) -> list[int]:
    """The neighbours of a part that are from an article that it is from."""
    beside = [other for other in (number - 1, number + 1) if 0 <= other < len(parts)]
    origins = [{line.origin for line in lines} for _, lines in parts]
    return [other for other in beside if origins[other] & origins[number]]


def _joined(one: Part, other: Part) -> Part:
    """Two neighbouring parts as one, under the heading of the larger."""
    return (one if len(one[1]) >= len(other[1]) else other)[0], [*one[1], *other[1]]


def _largest_parted(
    parts: Sequence[Part], chosen: Sequence[Sequence[Candidate]]
) -> tuple[int, list[Part], list[list[Candidate]]] | None:
    """The number of the part with most lines that can be parted, its halves, their bullets; None when there is none.

    The first half keeps the heading.
    """
    for number in sorted(range(len(parts)), key=lambda number: (-_lines(chosen[number]), number)):
        (heading, lines), bullets = parts[number], list(chosen[number])
        cuts = _cuts(bullets)
        if _lines(bullets) >= MUCH and cuts and len({line.origin for line in lines}) == 1:
            cut = min(cuts, key=lambda cut: abs(_lines(bullets[:cut]) - _lines(bullets[cut:])))
            start = bullets[cut].places[-1]
            before = [line for line in lines if line.place < start]
            return number, [(heading, before), ("", lines[len(before) :])], [bullets[:cut], bullets[cut:]]
    return None


def _cuts(bullets: Sequence[Candidate]) -> list[int]:
    """The numbers of the bullets that may begin the second half: of another sentence, leaning on none before."""
    return [
        cut
        for cut in range(LEAST_BULLETS, len(bullets) - LEAST_BULLETS + 1)
        if min(_lines(bullets[:cut]), _lines(bullets[cut:])) >= LEAST_LINES
        and bullets[cut - 1].places[-1] < bullets[cut].places[-1]
        and not bullets[cut].leans
    ]
