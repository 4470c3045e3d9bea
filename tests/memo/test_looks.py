"""Looks: what is printed can be read, and a memo is set closer only for the sake of one page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.errors import RenderError
from deckmaker.memo import MemoOptions, make_memo
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


def test_what_is_said_to_be_cut_is_enough(harbour: Callable[..., Outline], tmp_path: Path) -> None:
    bullets = tuple(Bullet(f"Point number {n} of a list that is longer than a page") for n in range(70))
    outline = harbour(sections=(Section("All", bullets), Section("Rest", (Bullet("One"),))))
    with pytest.raises(RenderError, match="longer than one page") as caught:
        make_memo(outline, tmp_path / "memo.pdf", MemoOptions(one_page=True))
    count = int(caught.value.remedy.split()[1])
    shorter = replace(outline, sections=(Section("All", bullets[:-count]), outline.sections[1]))
    assert make_memo(shorter, tmp_path / "memo.pdf", MemoOptions(one_page=True)).pages == 1
    almost = replace(outline, sections=(Section("All", bullets[: 1 - count]), outline.sections[1]))
    with pytest.raises(RenderError, match="Cut 1 point,"):
        make_memo(almost, tmp_path / "memo.pdf", MemoOptions(one_page=True))


def test_where_no_point_can_go_that_is_said(harbour: Callable[..., Outline], tmp_path: Path) -> None:
    outline = harbour(sections=tuple(Section(f"S {n}", (Bullet("One"),)) for n in range(60)))
    with pytest.raises(RenderError, match="No cut of points alone would do"):
        make_memo(outline, tmp_path / "memo.pdf", MemoOptions(one_page=True))
