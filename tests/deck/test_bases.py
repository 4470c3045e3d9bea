import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from conftest import ROOT
from deck.package_check import opened
from deckmaker.deck.chart_xml import COLOURS
from deckmaker.deck.choose import Holder
from deckmaker.deck.design import Frame, Style, builtin_design
from deckmaker.deck.inherit import make_chain, make_frame, theme_fonts
from deckmaker.deck.package import unpack
from deckmaker.deck.scheme import scheme_colours
from deckmaker.deck.slides import Box, Kind, Role
from deckmaker.deck.template import open_builtin
from deckmaker.theme import THEMES, load_theme

BASES = ROOT / "src" / "deckmaker" / "deck" / "templates"


def test_the_script_makes_the_bases_that_are_committed(tmp_path: Path) -> None:
    env = {"PYTHONPATH": ":".join(sys.path)}
    subprocess.run([sys.executable, "-m", "scripts.make_templates", str(tmp_path)], check=True, cwd=ROOT, env=env)
    for name in THEMES:  # part by part: how small they are packed depends on the machine's zlib
        made, kept = (unpack((folder / f"{name}.pptx").read_bytes()) for folder in (tmp_path, BASES))
        assert made == kept, name


@pytest.mark.parametrize("name", THEMES)
def test_bases_are_sound(name: str) -> None:
    assert validate_pptx(BASES / f"{name}.pptx").is_valid


def frames_in_file() -> dict[tuple[Kind, Role], Frame]:
    """The frames that the base deck's own layouts give, read as a user's template is read."""
    base = open_builtin(load_theme())
    fonts = theme_fonts(opened(BASES / "sober.pptx").xml["ppt/theme/theme1.xml"])
    found = {}
    for kind, seat in base.seats.items():
        for shape in seat.layout.placeholders:
            role = next(role for role, element in seat.holders.items() if element is shape.element)
            box = Box(*(n / 12700 for n in (shape.left, shape.top, shape.width, shape.height)))
            chain = make_chain(shape.element, seat.layout.slide_master.element, base.presentation.element, fonts)
            holder = Holder("", box, shape.element, chain)
            found[kind, role] = make_frame(holder.box, holder.chain)
    return found


def looks(style: Style) -> tuple[object, ...]:
    return (
        style.family, style.size, style.bold, round(style.spacing, 3), style.indent, style.capitals, style.tracking,
        style.face,
    )  # fmt: skip


def test_the_planner_measures_with_what_the_file_says() -> None:
    in_file = frames_in_file()
    design = builtin_design(load_theme())
    planned = {
        (kind, role): frame
        for kind, frames in design.frames.items()
        for role, frame in frames.items()
        if role not in (Role.AREA, Role.BACK)  # no placeholders
    }
    assert set(planned) == set(in_file)
    for place, frame in planned.items():
        box, other = frame.box, in_file[place].box
        assert (box.left, box.top, box.width, box.height) == pytest.approx(
            (other.left, other.top, other.width, other.height)
        ), place
        if place != (Kind.AGENDA, Role.BODY):  # its rows set their own indent
            assert looks(frame.style(1)) == looks(in_file[place].style(1)), place
        if len(frame.styles) > 1 and place[0] in (Kind.CONTENT, Kind.SOURCES):
            assert looks(frame.style(2)) == looks(in_file[place].style(2)), place


@pytest.mark.parametrize("name", THEMES)
def test_text_stands_out_from_its_ground(name: str) -> None:
    colours = load_theme(name).colours
    for ground in (colours.ground, colours.tint):
        assert contrast(colours.text, ground) >= 7
        assert contrast(colours.muted, ground) >= 4.5
        assert contrast(colours.accent, ground) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_first_series_of_charts_stand_out_and_apart(name: str) -> None:
    theme = load_theme(name)
    colours = [f"#{scheme_colours(theme)[shade]}" for shade in COLOURS]
    assert all(contrast(colour, theme.colours.ground) >= 3 for colour in colours)
    assert all(contrast(one, other) >= 1.4 for one, other in pairwise(colours))


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours as WCAG 2 defines it."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
