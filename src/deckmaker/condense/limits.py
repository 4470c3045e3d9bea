"""How much an outline may hold."""

from dataclasses import dataclass

MINUTES_A_SLIDE = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of an outline: sections, bullets in a section, words in a bullet (aimed at, not cut to).

    slides, when given, is how many content slides there shall be; each shows one section.
    """

    sections: tuple[int, int] = (3, 7)
    bullets: tuple[int, int] = (2, 5)
    words: int = 14
    slides: int | None = None

    def section_count(self, wanted: int) -> int:
        """The number of sections nearest to the wanted one that the bounds allow."""
        least, most = self.sections
        return max(least, min(most, self.slides or wanted))


def slides_for(minutes: int) -> int:
    """How many content slides a talk of that many minutes carries: one for each two minutes, at least one."""
    return max(1, round(minutes / MINUTES_A_SLIDE))
