"""Where text may stand on each kind of slide, and in which type: what the plan knows of a base deck.

`builtin_design` describes the base decks that ship with the program, of which scripts/make_templates.py makes the
files; deck/template reads the same from a user's own template.  Lengths are in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deckmaker.deck.slides import Box, Kind, Paint, Role, Rule
from deckmaker.errors import RenderError
from deckmaker.theme import Theme

SIZE = (960.0, 540.0)
SIDE = 56.0
"""The built-in designs' left and right margin."""

COVER_RULE = Rule(Box(SIDE, 168, 72, 5), Paint.ACCENT)
AREA = Box(SIDE, 126, 848, 356)
BODY = Box(SIDE, 126, 800, 356)
FOOT_LINE = Rule(Box(SIDE, 495.6, 848, 0.75), Paint.LINE)
HEADING_FACE, TEXT_FACE = "+mj-lt", "+mn-lt"
LABEL_SIZE = 15.0
LABEL_TRACKING = 1.6
COVER_SOURCE_SIZE = 14.0
BODY_SPACING = 1.05
BODY_GAP = 0.76
SECOND_GAP = 0.4
LEAST_BODY = 18.0
"""No body text is ever set smaller than this."""

CAPTION_SIZE = 18.0
PLACE_SIZE = 12.0
"""Where a figure comes from; nothing on a slide but its foot is smaller."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one level of a placeholder's text is set.

    spacing is a multiple of the font's own line height; exact, when not 0, is the line pitch instead.  gap is the
    space before a paragraph in ems, indent the left edge of its lines, tracking the space added between letters.
    face is the font as the file names it: "+mn-lt" for the theme's text font; file is one
    that it is measured with, "" for the tables in the package.
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
    face: str = TEXT_FACE
    file: str = ""


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
    foot = _foot(theme)
    page = _title(theme)
    shown = page | foot | _captioned(theme, Box(SIDE, 116, 848, 28), Box(SIDE, 160, 848, 322))
    kinds = {
        Kind.COVER: _cover(theme),
        Kind.STATEMENT: _statement(theme) | foot,
        Kind.FIGURES: page | _area(theme, AREA) | foot,
        Kind.TIMELINE: page | _area(theme, AREA) | foot,
        Kind.AGENDA: page | _body(theme, Box(SIDE, 126, 736, 362)) | _pages(theme) | foot,
        Kind.SECTION: _section(theme) | foot,
        Kind.CONTENT: page | _body(theme, BODY) | foot,
        Kind.COMPARISON: page | _columns(theme) | foot,
        Kind.TABLE: shown,
        Kind.CHART: shown,
        Kind.PICTURE: page | foot | _captioned(theme, Box(SIDE, 452, 848, 28), Box(SIDE, 116, 848, 324)),
        Kind.QUOTE: page | _quote(theme) | foot,
        Kind.SOURCES: page | _body(theme, BODY) | foot,
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
    source = Style(theme.text_font, COVER_SOURCE_SIZE)
    return _opening(theme, theme.slide.cover) | {Role.SOURCE: Frame(Box(SIDE, 474, 848, 24), (source,))}


def _section(theme: Theme) -> dict[Role, Frame]:
    return _opening(theme, theme.slide.cover - 6)


def _opening(theme: Theme, size: float) -> dict[Role, Frame]:
    """A large title and what follows it."""
    title = Style(theme.heading_font, size, bold=True, face=HEADING_FACE)
    subtitle = Style(theme.text_font, theme.slide.subtitle)
    return {
        Role.TITLE: Frame(Box(SIDE, 190, 800, 176), (title,)),
        Role.SUBTITLE: Frame(Box(SIDE, 310, 800, 60), (subtitle,)),
    }


def _statement(theme: Theme) -> dict[Role, Frame]:
    label = Style(theme.text_font, LABEL_SIZE, bold=True, capitals=True, tracking=LABEL_TRACKING)
    words = Style(theme.heading_font, theme.slide.statement, spacing=1.1, face=HEADING_FACE)
    return {
        Role.TITLE: Frame(Box(84, 116, 780, 22), (label,)),
        Role.BODY: Frame(Box(84, 150, 780, 320), (words,)),
    }


def _quote(theme: Theme) -> dict[Role, Frame]:
    words = Style(theme.heading_font, theme.slide.statement - 3, spacing=1.1, face=HEADING_FACE)
    who = Style(theme.text_font, 20)
    return {
        Role.BODY: Frame(Box(84, 140, 780, 290), (words,)),
        Role.WHO: Frame(Box(84, 440, 780, 40), (who,)),
    }


def _title(theme: Theme) -> dict[Role, Frame]:
    style = Style(theme.heading_font, theme.slide.title, bold=True, face=HEADING_FACE)
    return {Role.TITLE: Frame(Box(SIDE, 40, 848, 76), (style,))}


def _body(theme: Theme, body: Box) -> dict[Role, Frame]:
    return {Role.BODY: Frame(body, _levels(theme))}


def _levels(theme: Theme) -> tuple[Style, Style]:
    """The two levels of bullets."""
    first = Style(theme.text_font, theme.slide.body_max, spacing=BODY_SPACING, gap=BODY_GAP, indent=26)
    second = Style(theme.text_font, theme.slide.body_max - 4, spacing=BODY_SPACING, gap=SECOND_GAP, indent=50)
    return first, second


def _columns(theme: Theme) -> dict[Role, Frame]:
    """Two texts side by side, each below its heading."""
    heading = Style(theme.text_font, 22, bold=True)
    found = {}
    for left, above, below in ((SIDE, Role.LEFT_HEADING, Role.LEFT), (500, Role.RIGHT_HEADING, Role.RIGHT)):
        found[above] = Frame(Box(left, 118, 404, 56), (heading,))
        found[below] = Frame(Box(left, 192, 404, 290), _levels(theme))
    return found


def _captioned(theme: Theme, caption: Box, area: Box) -> dict[Role, Frame]:
    """A line of text and what it is about."""
    return {Role.CAPTION: Frame(caption, (Style(theme.text_font, CAPTION_SIZE),))} | _area(theme, area)


def _area(theme: Theme, box: Box) -> dict[Role, Frame]:
    """Where shapes are drawn: the first style is that of their text, the second that of numbers and dates."""
    return {Role.AREA: Frame(box, (Style(theme.text_font, LEAST_BODY), _strong(theme)))}


def _strong(theme: Theme) -> Style:
    return Style(theme.heading_font, LEAST_BODY, bold=True, face=HEADING_FACE)


def _pages(theme: Theme) -> dict[Role, Frame]:
    """The slide numbers at the right of an agenda's rows."""
    style = Style(theme.text_font, theme.slide.body_max, spacing=BODY_SPACING)
    return {Role.PAGES: Frame(Box(804, 126, 100, 362), (style,))}


def _foot(theme: Theme) -> dict[Role, Frame]:
    style = Style(theme.text_font, theme.slide.footer)
    return {
        Role.FOOTER: Frame(Box(SIDE, 500, 560, 20), (style,)),
        Role.BACK: Frame(Box(640, 503.3, 200, 14), (style,)),
        Role.NUMBER: Frame(Box(854, 500, 50, 20), (style,)),
    }
