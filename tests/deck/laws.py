"""What holds for every planned deck."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from deckmaker.deck.compare import has_columns
from deckmaker.deck.design import LEAST_BODY, Design, Frame
from deckmaker.deck.draft import Brief
from deckmaker.deck.fit import font, width
from deckmaker.deck.foot import overlap
from deckmaker.deck.pictures import Loaded
from deckmaker.deck.plan import plan
from deckmaker.deck.slides import FOOT, Box, Grid, Group, Kind, Label, Role, Rule, Slide, Slides, Text
from deckmaker.deck.tables import PAD_TOP
from deckmaker.outline import Comparison, Outline, Picture

SLACK = 0.1
SHAPES = ((1600, 900), (300, 2000), (5000, 100), (1, 1))


def plan_any(outline: Outline, design: Design) -> Slides:
    """The slides of an outline whose pictures need not be there: they are taken to be of several shapes."""
    shown = [one for section in outline.sections for one in section.exhibits if isinstance(one, Picture)]
    pictures = {one.file: Loaded(b"", *SHAPES[len(one.file) % len(SHAPES)]) for one in shown}
    return plan(Brief(outline, design, pictures=pictures))


def broken(slides: Slides, design: Design, outline: Outline) -> list[str]:
    """The laws that the slides break, each a short sentence."""
    found = [fault for slide in slides.slides for fault in _slide(slide, slides, design)]
    titles = [" ".join(slide.title.casefold().split()) for slide in slides.slides]
    if len(set(titles)) != len(titles) or not all(titles):
        found.append("titles are not unique")
    if [slide.number for slide in slides.slides] != list(range(1, len(slides.slides) + 1)):
        found.append("slides are not numbered")
    if sum(count for _, count in slides.groups) != len(slides.slides):
        found.append("the groups do not hold all slides")
    sides = [one for section in outline.sections for one in section.exhibits if isinstance(one, Comparison)]
    if has_columns(design):
        wanted = [
            squeeze("".join(b.text for one in sides for b in one.left.bullets)),
            squeeze("".join(b.text for one in sides for b in one.right.bullets)),
        ]
        if list(_compared(slides)) != wanted:
            found.append("bullets of comparisons are missing, repeated or out of order")
    if (has_columns(design) or not sides) and said(slides) != squeeze("".join(b.text for b in outline.bullets())):
        found.append("bullets are missing, repeated or out of order")
    return found


def squeeze(text: str) -> str:
    """Text without spaces and the marks of a cut."""
    return "".join(text.split()).replace("…", "")


def said(slides: Slides) -> str:
    """All that content slides say, squeezed."""
    bodies = (slide.text(Role.BODY) for slide in slides.slides if slide.kind is Kind.CONTENT)
    return squeeze("".join(p.text for body in bodies if body for p in body.paragraphs))


def _compared(slides: Slides) -> Iterator[str]:
    """What the sides of comparisons say, the left ones first, squeezed, section by section."""
    for role in (Role.LEFT, Role.RIGHT):
        texts = (slide.text(role) for slide in slides.slides)
        yield squeeze("".join(p.text for text in texts if text for p in text.paragraphs if p.level))


def _slide(slide: Slide, slides: Slides, design: Design) -> Iterator[str]:
    for part in slide.parts:
        where = f"slide {slide.number} {part.role if isinstance(part, Text) else type(part).__name__}"
        box = part.box
        if min(box.left, box.top) < -SLACK or box.left + box.width > slides.width + SLACK:
            yield f"{where}: the box leaves the slide at a side"
        if box.top + box.height > slides.height + SLACK:
            yield f"{where}: the box leaves the slide below"
        if isinstance(part, Text | Label) and part.height > box.height + SLACK:
            yield f"{where}: text below its box, {part.height:.1f} of {box.height:.1f}"
    for text in slide.texts:
        least = SMALL if text.role in FOOT or text.role in (Role.SOURCE, Role.SUBTITLE) else LEAST_BODY
        if text.role is not Role.TITLE and min(p.size for p in text.paragraphs) < least:
            yield f"slide {slide.number} {text.role}: text too small"
        yield from (
            f"slide {slide.number} {text.role}: a line too wide: {line!r}" for line in _wide(slide, text, design)
        )
    for part in slide.parts:
        if isinstance(part, Group):
            yield from (
                f"slide {slide.number} {part.name}: {fault}" for fault in _group(part, design.frames[slide.kind])
            )
        if isinstance(part, Grid):
            yield from (f"slide {slide.number} table: {fault}" for fault in _grid(part))
    yield from _overlaps(slide)


SMALL = 11.0
"""The foot, and the place of a figure."""


def _group(group: Group, frames: Mapping[Role, Frame]) -> Iterator[str]:
    """Labels stay in their group and in their boxes, and do not meet."""
    labels = [member for member in group.members if isinstance(member, Label)]
    plain, strong = frames[Role.AREA].styles[:2]
    for label in labels:
        if label.height > label.box.height + SLACK:
            yield f"{label.name} below its box"
        style = strong if label.heading or label.bold else plain
        for paragraph in label.paragraphs:
            room = label.box.width + SLACK
            if any(
                len(one) > 1 and width(one, font(style.family, label.bold, style.file), paragraph.size) > room
                for one in paragraph.lines
            ):
                yield f"{label.name} is too wide"
            if paragraph.size < (12 if label.name == "Place" else 16 if label.name == "Date" else LEAST_BODY):
                yield f"{label.name} is too small"
    for member in group.members:
        if not _within(member.box, group.box):
            yield "a member leaves the group"
    yield from ("labels meet" for one, other in combinations(labels, 2) if overlap(one.box, other.box))


def _grid(grid: Grid) -> Iterator[str]:
    """Cells are as wide and high as their text, and the table as its box."""
    if abs(sum(grid.widths) - grid.box.width) > SLACK or abs(sum(grid.heights) - grid.box.height) > SLACK:
        yield "rows and columns do not fill the box"
    for row, high in zip(grid.rows, grid.heights, strict=True):
        if any(cell.height + 2 * PAD_TOP > high + SLACK for cell in row):
            yield "a cell is higher than its row"


def _within(box: Box, other: Box) -> bool:
    return (
        box.left >= other.left - SLACK
        and box.top >= other.top - SLACK
        and box.left + box.width <= other.left + other.width + SLACK
        and box.top + box.height <= other.top + other.height + SLACK
    )


def _overlaps(slide: Slide) -> Iterator[str]:
    """What stands on top of something else; texts count with the height that they take."""
    boxes = []
    for part in slide.parts:
        if not isinstance(part, Rule) and not (isinstance(part, Text) and part.role in FOOT):
            high = part.height if isinstance(part, Text | Label) else part.box.height
            boxes.append((part, Box(part.box.left, part.box.top, part.box.width, high)))
    for (one, box), (other, second) in combinations(boxes, 2):
        if overlap(box, second):
            yield f"slide {slide.number}: {_name(one)} and {_name(other)} overlap"


def _name(part: object) -> str:
    return str(part.role) if isinstance(part, Text) else type(part).__name__


def _wide(slide: Slide, text: Text, design: Design) -> Iterator[str]:
    frame = design.frames[slide.kind][text.role]
    for paragraph in text.paragraphs:
        style = frame.style(max(1, paragraph.level))
        indent = style.indent if paragraph.level else 0
        for line in paragraph.lines:
            room = (text.box.width - indent) + SLACK
            if len(line) > 1 and width(line, font(style.family, style.bold, style.file), paragraph.size) > room:
                yield line


def lone_continuations(slides: Slides) -> list[int]:
    """Slides of a section with several that hold one bullet only."""
    contents = [slide for slide in slides.slides if slide.kind is Kind.CONTENT]
    found = []
    for index, slide in enumerate(contents):
        near = contents[max(0, index - 1) : index] + contents[index + 1 : index + 2]
        body = slide.text(Role.BODY)
        near = [other for other in near if abs(other.number - slide.number) == 1]  # not a namesake's after an exhibit
        continued = any(_is_part(slide) and _is_part(other) and other.group == slide.group for other in near)
        if continued and body and sum(p.level == 1 for p in body.paragraphs) == 1:
            found.append(slide.number)
    return found


def _is_part(slide: Slide) -> bool:
    return " of " in slide.title and slide.title.endswith(")")
