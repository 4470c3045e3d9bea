"""Looks: what is printed can be read, and a memo is set closer only for the sake of one page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.memo import make_memo
from deckmaker.memo.looks import DENSITIES, printable
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import THEMES, load_theme


def contrast_on_paper(colour: str) -> float:
    """The contrast of a colour on white, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_an_accent_for_paper(name: str) -> None:
    accent = printable(load_theme(name).colours.accent)
    assert contrast_on_paper(accent) >= 4.5


def test_a_dark_accent_stays_as_it_is() -> None:
    assert printable("#0F5C8C") == "#0F5C8C"
    assert printable("#FFFFFF") != "#FFFFFF"


def test_densities_go_from_the_usual_to_the_closest() -> None:
    assert (DENSITIES[0].body, DENSITIES[0].leading, DENSITIES[0].air) == (10.2, 15, 1)
    assert list(DENSITIES) == sorted(DENSITIES, key=lambda density: -density.leading)
    assert DENSITIES[-1].body >= 9.5


def test_a_memo_that_nearly_fits_is_brought_to_one_page(harbour: Callable[..., Outline], tmp_path: Path) -> None:
    pages = []
    for count in range(20, 40):
        sections = (Section("All", tuple(Bullet(f"Point {n}") for n in range(count))),)
        pages.append(make_memo(harbour(sections=sections), tmp_path / "memo.pdf").pages)
    assert pages == sorted(pages)
    assert set(pages) == {1, 2}
    assert pages.count(1) >= 9, "the closest setting holds about a third more than the usual one"
