"""Brand: colours, fonts, type scale, slide and paper sizes.  Lengths are in points, colours are "#RRGGBB".

The built-in themes are the YAML files in themes/; `load_theme` reads one by name.
"""

from dataclasses import dataclass, fields

from deckmaker.errors import RenderError

THEMES = ("sober", "warm", "dark")
"""The built-in themes, the default first; each is a file in themes/."""


@dataclass(frozen=True, slots=True)
class Colours:
    """text on ground reaches 7:1, muted on ground 4.5:1; accent is the one colour; tint is a quiet ground."""

    ground: str
    text: str
    muted: str
    accent: str
    tint: str


@dataclass(frozen=True, slots=True)
class SlideType:
    """Sizes on slides, in points.  body_max and body_min bound the deck's one body size."""

    cover: float = 44
    subtitle: float = 22
    title: float = 30
    statement: float = 33
    body_max: float = 26
    body_min: float = 20
    source: float = 18
    footer: float = 11


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture file (PNG, JPEG or SVG), and what it shows for those who do not see it."""

    file: str
    alt: str = "Logo"


@dataclass(frozen=True, slots=True)
class Theme:
    """One brand: heading and text typefaces for slides (names PowerPoint knows), colours and sizes.

    about says in a line what it is like.

    memo_font is the family, or the file, of the typeface that the memo is set in; "" is the memo's own.
    """

    name: str
    colours: Colours
    heading_font: str = "Cambria"
    text_font: str = "Calibri"
    slide_width: float = 960
    slide_height: float = 540
    slide: SlideType = SlideType()
    memo_font: str = ""
    logo: Logo | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, in points."""

    name: str
    width: float
    height: float
    side: float
    top: float
    bottom: float


_MM = 72 / 25.4
PAPERS = {
    "a4": Paper("a4", 210 * _MM, 297 * _MM, 26 * _MM, 22 * _MM, 24 * _MM),
    "letter": Paper("letter", 612, 792, 26 * _MM, 20 * _MM, 22 * _MM),
}


def load_theme(name: str = THEMES[0]) -> Theme:
    """The built-in theme of that name.

    Raises:
        RenderError: when there is none; the remedy lists those there are.
    """
    if name not in THEMES:
        raise RenderError(f"there is no theme {name!r}", remedy=f"Choose one of: {', '.join(THEMES)}.")
    from importlib.resources import files

    import yaml

    values = yaml.safe_load(files("deckmaker.themes").joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
    colours = Colours(**{f.name: str(values["colours"][f.name]) for f in fields(Colours)})
    fonts = values["fonts"]
    return Theme(name, colours, str(fonts["heading"]), str(fonts["text"]), about=str(values["about"]))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours "#RRGGBB", from 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
