"""What holds for every planned deck."""

from collections.abc import Iterator

from deckmaker.deck.design import LEAST_BODY, Design
from deckmaker.deck.fit import MARGIN, font, width
from deckmaker.deck.slides import Kind, Role, Slide, Slides, Text
from deckmaker.outline import Outline

SLACK = 0.1


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
    if said(slides) != squeeze("".join(bullet.text for bullet in outline.bullets())):
        found.append("bullets are missing, repeated or out of order")
    return found


def squeeze(text: str) -> str:
    """Text without spaces and the marks of a cut."""
    return "".join(text.split()).replace("…", "")


def said(slides: Slides) -> str:
    """All that content slides say, squeezed."""
    bodies = (slide.text(Role.BODY) for slide in slides.slides if slide.kind is Kind.CONTENT)
    return squeeze("".join(p.text for body in bodies if body for p in body.paragraphs))


def _slide(slide: Slide, slides: Slides, design: Design) -> Iterator[str]:
    for text in slide.texts:
        where = f"slide {slide.number} {text.role}"
        box = text.box
        if min(box.left, box.top) < 0 or box.left + box.width > slides.width or box.top + box.height > slides.height:
            yield f"{where}: the box leaves the slide"
        if text.height > box.height + SLACK:
            yield f"{where}: text below its box, {text.height:.1f} of {box.height:.1f}"
        if text.role is Role.BODY and min(p.size for p in text.paragraphs) < LEAST_BODY:
            yield f"{where}: text too small"
        yield from (f"{where}: a line too wide: {line!r}" for line in _wide(slide, text, design))


def _wide(slide: Slide, text: Text, design: Design) -> Iterator[str]:
    frame = design.frames[slide.kind][text.role]
    for paragraph in text.paragraphs:
        style = frame.style(max(1, paragraph.level))
        indent = style.indent if paragraph.level else 0
        for line in paragraph.lines:
            room = (text.box.width - indent) * MARGIN + SLACK
            if len(line) > 1 and width(line, font(style.family, style.bold), paragraph.size) > room:
                yield line


def lone_continuations(slides: Slides) -> list[int]:
    """Slides of a section with several that hold one bullet only."""
    contents = [slide for slide in slides.slides if slide.kind is Kind.CONTENT]
    found = []
    for index, slide in enumerate(contents):
        near = contents[max(0, index - 1) : index] + contents[index + 1 : index + 2]
        body = slide.text(Role.BODY)
        continued = any(_is_part(slide) and _is_part(other) and other.group == slide.group for other in near)
        if continued and body and sum(p.level == 1 for p in body.paragraphs) == 1:
            found.append(slide.number)
    return found


def _is_part(slide: Slide) -> bool:
    return " of " in slide.title and slide.title.endswith(")")
