"""How much an outline may hold."""

from dataclasses import dataclass

MINUTES_A_SLIDE = 2

FEW_BULLETS = 5
"""An outline of no more bullets in all is a summary."""

SENTENCES_FROM = 24
"""Bullets that may have so many words are written as sentences are, not like headlines."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of an outline: sections, bullets in a section, words in a bullet (aimed at, not cut to).

    slides, when given, is how many content slides there shall be; each shows one section.
    """

    sections: tuple[int, int] = (3, 7)
    bullets: tuple[int, int] = (2, 5)
    words: int = 14
    slides: int | None = None

    @property
    def is_summary(self) -> bool:
        """Whether only a few bullets are wanted in all, so that they have to tell the news."""
        return self.sections[1] * self.bullets[1] <= FEW_BULLETS

    @property
    def as_sentences(self) -> bool:
        """Whether bullets keep "the" and "that"."""
        return self.words >= SENTENCES_FROM

    def section_count(self, wanted: int) -> int:
        """The number of sections nearest to the wanted one that the bounds allow."""
        least, most = self.sections
        return max(least, min(most, self.slides or wanted))


def slides_for(minutes: int) -> int:
    """How many content slides a talk of that many minutes carries: one for each two minutes, at least one."""
    return max(1, round(minutes / MINUTES_A_SLIDE))
