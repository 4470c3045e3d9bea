"""A theme of one's own: what it says is taken, what cannot be read is refused with what would do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.errors import InputError, RenderError
from deckmaker.theme import THEMES, Theme, contrast, load_theme
from deckmaker.theme_file import find_theme


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "ours.yaml"


def theme_of(path: Path, text: str) -> Theme:
    path.write_text(text, encoding="utf-8")
    return find_theme(str(path))


@pytest.mark.parametrize("name", THEMES)
def test_a_built_in_theme_is_found_by_its_name(name: str) -> None:
    assert find_theme(name) == load_theme(name)


def test_a_theme_says_what_differs_from_its_base(written: Path) -> None:
    theme = theme_of(written, 'base: warm\ncolours:\n  accent: "#075"\nfonts:\n  memo: Source Sans\n  text: Arial\n')
    warm = load_theme("warm")
    assert (theme.name, theme.colours.accent, theme.colours.ground) == ("ours", "#007755", warm.colours.ground)
    assert (theme.memo_font, theme.text_font, theme.heading_font) == ("Source Sans", "Arial", warm.heading_font)


def test_an_empty_choice_is_the_default_theme(written: Path) -> None:
    assert theme_of(written, "base: sober\n").colours == load_theme().colours


def test_the_logo_is_found_from_the_themes_folder(written: Path) -> None:
    (written.parent / "crest.svg").write_text("<svg/>")
    theme = theme_of(written, "logo: crest.svg\n")
    assert theme.logo
    assert (theme.logo.file, theme.logo.alt) == (str(written.parent / "crest.svg"), "Logo")
    named = theme_of(written, "logo:\n  file: crest.svg\n  alt: Our crest\n").logo
    assert named
    assert named.alt == "Our crest"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('colours:\n  accent: "#88CCFF"\n', 2, "contrast of 1.7:1"),
        ('colours:\n  text: "#777777"\n', 2, "At least 7:1"),
        ('colours:\n  ground: "#000000"\n', 2, "`text` #1B2430 on `ground` #000000"),
        ("colours:\n  accent: blue\n", 2, "is not a colour"),
        ("colours:\n  acent: '#000000'\n", 2, "Did you mean `accent`"),
        ("base: sombre\n", 1, "there is no theme 'sombre'"),
        ("logo: no.png\n", 1, "there is no picture"),
        ("logo: ours.yaml\n", 1, "Name a file that ends in .png"),
        ("colour: {}\n", 1, "Did you mean `colours`"),
        ("base: [\n", 2, ""),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(written: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        theme_of(written, text)
    assert (caught.value.line, caught.value.exit_code) == (line, 3)
    assert said in str(caught.value)


def test_a_theme_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        find_theme(str(tmp_path / "no.yaml"))
    with pytest.raises(RenderError, match="there is no theme 'no'"):
        find_theme("no")


COLOURS = st.builds("#{:06X}".format, st.integers(0, 0xFFFFFF))


@given(COLOURS, COLOURS)
def test_contrast_is_what_wcag_says(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= contrast("#000000", "#FFFFFF") == pytest.approx(21)


@given(COLOURS)
def test_the_colour_that_would_do_does(accent: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.yaml"
        try:
            theme_of(path, f'colours:\n  accent: "{accent}"\n')
        except InputError as error:
            better = error.remedy.split("; ")[1].split(" ", 1)[0]
            theme_of(path, f'colours:\n  accent: "{better}"\n')
