"""What goes where: the planned slides as a pure value that the writer, the tests and the preview read alike.

Lengths are in points.  A text's lines are those that measuring found; the writer leaves breaking to the program
that shows the deck, and the lines prove that the text fits there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from deckmaker.errors import BuildWarning


class Kind(StrEnum):
    """What a slide is for; also the name of the layout it takes."""

    COVER = "cover"
    STATEMENT = "bottom line"
    AGENDA = "agenda"
    CONTENT = "content"
    SOURCES = "sources"


class Role(StrEnum):
    """Which of a layout's placeholders a text goes into."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    SOURCE = "source"
    PAGES = "slide numbers"
    FOOTER = "footer"
    NUMBER = "number"


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
    """A filled bar or hairline that says nothing: role "accent" or "line" names its colour."""

    box: Box
    role: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its number from 1, kind, title as shown, texts (title first), bars, and words for the speaker."""

    number: int
    kind: Kind
    title: str
    texts: tuple[Text, ...]
    group: str = ""
    rules: tuple[Rule, ...] = ()
    notes: str = ""

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
        lines = [f"deck {self.width:g} x {self.height:g} pt, theme {self.theme}, body {self.body_size:g} pt"]
        for slide in self.slides:
            lines += ["", *_slide_lines(slide)]
        lines += [f"warning {warning.kind}: {warning.message}" for warning in self.warnings]
        return "\n".join(lines) + "\n"


def _slide_lines(slide: Slide) -> Iterator[str]:
    group = f" (section: {slide.group})" if slide.group else ""
    yield f"slide {slide.number} {slide.kind}: {slide.title}{group}"
    for text in slide.texts:
        if text.role in (Role.FOOTER, Role.NUMBER):
            continue
        box = text.box
        yield (f"  {text.role} at {box.left:g},{box.top:g} {box.width:g} x {box.height:g}, {text.height:.0f} high")
        for paragraph in text.paragraphs:
            yield from _paragraph_lines(paragraph)
    yield from (f"  notes | {line}" for line in slide.notes.splitlines())


def _paragraph_lines(paragraph: Paragraph) -> Iterator[str]:
    mark = f"{paragraph.number}." if paragraph.number else "-" * paragraph.level
    goes = f" -> slide {paragraph.link}" if paragraph.link else ""
    for index, line in enumerate(paragraph.lines):
        last = index == len(paragraph.lines) - 1
        head = f"{paragraph.size:g} {mark}" if index == 0 else ""
        yield f"    {head:<6} {line}{goes if last else ''}"
