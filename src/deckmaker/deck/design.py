"""Where text may stand on each kind of slide, and in which type: what the plan knows of a base deck.

`builtin_design` describes the base decks that ship with the program, of which scripts/make_templates.py makes the
files; deck/template reads the same from a user's own template.  Lengths are in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deckmaker.deck.slides import Box, Kind, Role, Rule
from deckmaker.errors import RenderError
from deckmaker.theme import Theme

SIZE = (960.0, 540.0)
SIDE = 56.0
"""The built-in designs' left and right margin."""

COVER_RULE = Rule(Box(SIDE, 168, 72, 5), "accent")
FOOT_LINE = Rule(Box(SIDE, 495.6, 848, 0.75), "line")
LABEL_SIZE = 15.0
LABEL_TRACKING = 1.6
COVER_SOURCE_SIZE = 14.0
BODY_SPACING = 1.05
BODY_GAP = 0.76
SECOND_GAP = 0.4
LEAST_BODY = 18.0
"""No body text is ever set smaller than this."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one level of a placeholder's text is set.

    spacing is a multiple of the font's own line height; exact, when not 0, is the line pitch instead.  gap is the
    space before a paragraph in ems, indent the left edge of its lines, tracking the space added between letters.
    """

    family: str
    size: float
    bold: bool = False
    spacing: float = 1.0
    exact: float = 0
    gap: float = 0
    indent: float = 0
    capitals: bool = False
    tracking: float = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A placeholder: the box its text must stay in (inside its insets), and the style of each level."""

    box: Box
    styles: tuple[Style, ...]

    def style(self, level: int) -> Style:
        """The style of a level, counted from 1; the deepest there is for levels beyond."""
        return self.styles[min(level, len(self.styles)) - 1]


@dataclass(frozen=True, slots=True)
class Design:
    """A base deck as the plan sees it: slide size, a frame for each placeholder of each kind of slide, body sizes.

    drawn says that the design is our own: bars and hairlines are drawn, and placeholders may be moved.
    """

    name: str
    width: float
    height: float
    frames: Mapping[Kind, Mapping[Role, Frame]]
    body_max: float
    body_min: float
    source_size: float
    drawn: bool = True

    def frame(self, kind: Kind, role: Role) -> Frame | None:
        """The frame of a placeholder, or None where the layout has none."""
        return self.frames[kind].get(role)


def builtin_design(theme: Theme) -> Design:
    """The design of the base decks that ship with the program, set in a theme's type.

    Raises:
        RenderError: the theme asks for slides of another size than these decks have.
    """
    if (theme.slide_width, theme.slide_height) != SIZE:
        message = f"slides of {theme.slide_width:g} x {theme.slide_height:g} pt need a template of that size"
        raise RenderError(message, remedy="Give such a template, or let the theme have slides of 960 x 540 pt.")
    kinds = {
        Kind.COVER: _cover(theme),
        Kind.STATEMENT: _statement(theme) | _foot(theme),
        Kind.AGENDA: _page(theme, Box(SIDE, 126, 736, 362)) | _pages(theme) | _foot(theme),
        Kind.CONTENT: _page(theme, Box(SIDE, 126, 800, 356)) | _foot(theme),
        Kind.SOURCES: _page(theme, Box(SIDE, 126, 800, 356)) | _foot(theme),
    }
    sizes = theme.slide
    return Design(
        theme.name,
        *SIZE,
        kinds,
        body_max=sizes.body_max,
        body_min=max(sizes.body_min, LEAST_BODY),
        source_size=max(sizes.source, LEAST_BODY),
    )


def _cover(theme: Theme) -> dict[Role, Frame]:
    title = Style(theme.heading_font, theme.slide.cover, bold=True)
    subtitle = Style(theme.text_font, theme.slide.subtitle)
    source = Style(theme.text_font, COVER_SOURCE_SIZE)
    return {
        Role.TITLE: Frame(Box(SIDE, 190, 800, 176), (title,)),
        Role.SUBTITLE: Frame(Box(SIDE, 310, 800, 60), (subtitle,)),
        Role.SOURCE: Frame(Box(SIDE, 474, 848, 24), (source,)),
    }


def _statement(theme: Theme) -> dict[Role, Frame]:
    label = Style(theme.text_font, LABEL_SIZE, bold=True, capitals=True, tracking=LABEL_TRACKING)
    words = Style(theme.heading_font, theme.slide.statement, spacing=1.1)
    return {
        Role.TITLE: Frame(Box(84, 116, 780, 22), (label,)),
        Role.BODY: Frame(Box(84, 150, 780, 320), (words,)),
    }


def _page(theme: Theme, body: Box) -> dict[Role, Frame]:
    title = Style(theme.heading_font, theme.slide.title, bold=True)
    first = Style(theme.text_font, theme.slide.body_max, spacing=BODY_SPACING, gap=BODY_GAP, indent=26)
    second = Style(theme.text_font, theme.slide.body_max - 4, spacing=BODY_SPACING, gap=SECOND_GAP, indent=50)
    return {
        Role.TITLE: Frame(Box(SIDE, 40, 848, 76), (title,)),
        Role.BODY: Frame(body, (first, second)),
    }


def _pages(theme: Theme) -> dict[Role, Frame]:
    """The slide numbers at the right of an agenda's rows."""
    style = Style(theme.text_font, theme.slide.body_max, spacing=BODY_SPACING)
    return {Role.PAGES: Frame(Box(804, 126, 100, 362), (style,))}


def _foot(theme: Theme) -> dict[Role, Frame]:
    style = Style(theme.text_font, theme.slide.footer)
    return {
        Role.FOOTER: Frame(Box(SIDE, 500, 700, 20), (style,)),
        Role.NUMBER: Frame(Box(804, 500, 100, 20), (style,)),
    }
