"""The planned slides as stable text that a person can read: what stands where, at what size, in which lines."""

from collections.abc import Iterator, Sequence

from deckmaker.deck.slides import FOOT, Box, Grid, Group, Image, Label, Paragraph, Part, Plot, Rule, Slide, Slides, Text


def listed(slides: Slides) -> str:
    """Every slide with its parts, and the warnings."""
    lines = [f"deck {slides.width:g} x {slides.height:g} pt, theme {slides.theme}, body {slides.body_size:g} pt"]
    for slide in slides.slides:
        lines += ["", *_slide(slide)]
    lines += [f"warning {warning.kind}: {warning.message}" for warning in slides.warnings]
    return "\n".join(lines) + "\n"


def _slide(slide: Slide) -> Iterator[str]:
    group = f" (section: {slide.group})" if slide.group else ""
    yield f"slide {slide.number} {slide.kind}: {slide.title}{group}"
    for part in slide.parts:
        yield from _part(part)
    yield from (f"  notes | {line}" for line in slide.notes.splitlines())


def _part(part: Part, inset: str = "  ") -> Iterator[str]:
    match part:
        case Text() if part.role not in FOOT:
            yield f"{inset}{part.role} at {_where(part.box)}, {part.height:.0f} high"
            yield from _paragraphs(part.paragraphs, inset)
        case Label():
            yield f"{inset}{part.name} at {_where(part.box)}, {part.height:.0f} high"
            yield from _paragraphs(part.paragraphs, inset)
        case Group():
            yield f"{inset}{part.name} at {_where(part.box)}: {part.alt}"
            for member in part.members:
                yield from _part(member, inset + "  ") if not isinstance(member, Rule) else ()
        case Grid():
            yield f"{inset}{part.name} at {_where(part.box)}: {part.alt}"
            for row in part.rows:
                yield f"{inset}  " + " | ".join(" / ".join(cell.lines) for cell in row)
        case Plot():
            yield f"{inset}{part.name} ({part.kind}) at {_where(part.box)}: {part.alt}"
        case Image():
            yield f"{inset}{part.name} {part.file} at {_where(part.box)}: {part.alt}"


def _where(box: Box) -> str:
    return f"{box.left:g},{box.top:g} {box.width:g} x {box.height:g}"


def _paragraphs(paragraphs: Sequence[Paragraph], inset: str) -> Iterator[str]:
    for paragraph in paragraphs:
        mark = f"{paragraph.number}." if paragraph.number else "-" * paragraph.level
        goes = f" -> slide {paragraph.link}" if paragraph.link else ""
        for index, line in enumerate(paragraph.lines):
            last = index == len(paragraph.lines) - 1
            head = f"{paragraph.size:g} {mark}" if index == 0 else ""
            yield f"{inset}  {head:<6} {line}{goes if last else ''}"
