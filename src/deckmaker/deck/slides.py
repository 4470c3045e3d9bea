"""What goes where: the planned slides as a pure value that the writer, the tests and the preview read alike.

Lengths are in points.  A text's lines are those that measuring found; the writer leaves breaking to the program
that shows the deck, and the lines prove that the text fits there.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from deckmaker.errors import BuildWarning
from deckmaker.outline import ChartKind


class Kind(StrEnum):
    """What a slide is for."""

    COVER = "cover"
    STATEMENT = "bottom line"
    FIGURES = "key figures"
    TIMELINE = "timeline"
    AGENDA = "agenda"
    SECTION = "section"
    CONTENT = "content"
    COMPARISON = "comparison"
    TABLE = "table"
    CHART = "chart"
    PICTURE = "picture"
    QUOTE = "quotation"
    SOURCES = "sources"


class Role(StrEnum):
    """Which of a layout's placeholders a text goes into; AREA is where shapes are drawn, BACK a link's own box."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    SOURCE = "source"
    PAGES = "slide numbers"
    CAPTION = "caption"
    LEFT_HEADING = "left heading"
    LEFT = "left"
    RIGHT_HEADING = "right heading"
    RIGHT = "right"
    WHO = "who"
    DATE = "date"
    FOOTER = "footer"
    NUMBER = "number"
    AREA = "area"
    BACK = "back"


FOOT = (Role.DATE, Role.FOOTER, Role.NUMBER)


class Paint(StrEnum):
    """What a thing is painted with; each base deck says which of its colours that is."""

    TEXT = "text"
    MUTED = "muted"
    HEADING = "heading"
    ACCENT = "accent"
    TINT = "tint"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, from its top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, level, size, space before it, and the lines it was measured to take.

    Levels count from 1; level 0 is text without a bullet where the layout would give it one.

    glued says that the last two words stay together, so that none stands alone on the last line.
    pitch, when not 0, is the exact distance between its lines; otherwise the layout's spacing holds.
    number is its place in a numbered list (the agenda), link the slide it leads to, address the web page.
    """

    text: str
    lines: tuple[str, ...]
    size: float
    level: int = 1
    before: float = 0
    height: float = 0
    pitch: float = 0
    glued: bool = False
    number: int = 0
    link: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A placeholder's text.  box is where text may stand; moved says that the layout's box is overridden."""

    role: Role
    paragraphs: tuple[Paragraph, ...]
    box: Box
    moved: bool = False

    @property
    def height(self) -> float:
        """How much of the box's height the text takes."""
        return sum(paragraph.before + paragraph.height for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled bar, hairline, panel or dot that says nothing."""

    box: Box
    paint: Paint
    round: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Text in a box of its own, outside the placeholders, set in one of the theme's two faces."""

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    paint: Paint = Paint.TEXT
    heading: bool = False
    bold: bool = False
    right: bool = False

    @property
    def height(self) -> float:
        """How much of the box's height the text takes."""
        return sum(paragraph.before + paragraph.height for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Group:
    """Labels and rules that belong together, in reading order; alt says in words what they show."""

    name: str
    alt: str
    box: Box
    members: tuple[Rule | Label, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: column widths, row heights, and a paragraph for each cell, the header's row first.

    right says of each column whether its cells stand at the right, as numbers do.
    """

    name: str
    alt: str
    box: Box
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart: its kind, categories, and each series' name and numbers (None where there is none).

    size is that of its letters; form is the format of its numbers as spreadsheets write it.
    """

    name: str
    alt: str
    box: Box
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    size: float
    form: str = "General"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in its box; data are the bytes of its file."""

    name: str
    alt: str
    box: Box
    file: str
    data: bytes


Shape: TypeAlias = Label | Group | Grid | Plot | Image
Part: TypeAlias = Text | Rule | Shape


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its number from 1, kind, title as shown, its parts in reading order (the title first), and notes.

    group is the section that it belongs to, exhibit the number from 0 of that section's exhibit that it shows, or -1.
    """

    number: int
    kind: Kind
    title: str
    parts: tuple[Part, ...]
    group: str = ""
    notes: str = ""
    exhibit: int = -1

    @property
    def texts(self) -> tuple[Text, ...]:
        """The placeholders' texts, title first."""
        return tuple(part for part in self.parts if isinstance(part, Text))

    def text(self, role: Role) -> Text | None:
        """The text of one placeholder, if the slide has it."""
        return next((text for text in self.texts if text.role is role), None)


@dataclass(frozen=True, slots=True)
class Slides:
    """A planned deck.  warnings do not change what is written.

    groups are the deck's sections: a name and the number of slides, in order, together all slides.
    """

    width: float
    height: float
    theme: str
    body_size: float
    slides: tuple[Slide, ...]
    groups: tuple[tuple[str, int], ...] = ()
    warnings: tuple[BuildWarning, ...] = ()

    def as_text(self) -> str:
        """The slides as stable text that a person can read: what stands where, at what size, in which lines."""
        from deckmaker.deck.listing import listed

        return listed(self)
