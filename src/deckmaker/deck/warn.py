"""What is worth saying about a planned deck: text that was shortened or cut, fonts that could not be measured."""

from collections.abc import Iterator, Sequence

from deckmaker.deck.design import LEAST_BODY, Design
from deckmaker.deck.draft import Brief
from deckmaker.deck.fit import font
from deckmaker.deck.slides import Grid, Group, Kind, Label, Role, Slide, Text
from deckmaker.errors import BuildWarning
from deckmaker.outline import Comparison, Exhibit, Outline, Section, Table, in_words

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi")


def warnings_of(brief: Brief, slides: Sequence[Slide], headings: Sequence[str]) -> tuple[BuildWarning, ...]:
    """The warnings of a deck, each once; headings are the titles of the slides in full."""
    outline = brief.outline
    found = [*_fonts(brief.design), *_titles(slides, headings), *_texts(outline, slides), *_shown(outline, slides)]
    if brief.most and len(slides) > brief.most:
        message = (
            f"the deck has {len(slides)} slides, {brief.most} were asked for: shorten the outline or join sections"
        )
        found.append(BuildWarning("too-many-slides", message))
    if outline.language.split("-")[0].lower() in _RIGHT_TO_LEFT:
        message = f"the language {outline.language} is written from right to left; the deck sets it from left to right"
        found.append(BuildWarning("right-to-left", message))
    return tuple(dict.fromkeys(found))


def _fonts(design: Design) -> Iterator[BuildWarning]:
    styles = (style for frames in design.frames.values() for frame in frames.values() for style in frame.styles)
    for family in sorted({style.family for style in styles if not font(style.family, file=style.file).proven}):
        message = (
            f"fit not proven for {family}: its widths are not known here, a wider font was measured instead"
            " (--font-file gives them)"
        )
        yield BuildWarning("fit-not-proven", message)


def _titles(slides: Sequence[Slide], headings: Sequence[str]) -> Iterator[BuildWarning]:
    for slide, heading in zip(slides, headings, strict=True):
        if not slide.title.startswith(heading) and not slide.title.startswith(heading.upper()):
            message = f"slide {slide.number}: a title of {len(heading)} characters was shortened; make it shorter"
            yield BuildWarning("title-shortened", message)


def _texts(outline: Outline, slides: Sequence[Slide]) -> Iterator[BuildWarning]:
    whole = {text for text, _ in outline.said()} | {text for section in outline.sections for text in _headings(section)}
    for slide in slides:
        subtitle = slide.text(Role.SUBTITLE)
        if (
            slide.kind is Kind.COVER
            and subtitle
            and outline.subtitle
            and subtitle.paragraphs[0].text != outline.subtitle
        ):
            message = f"slide {slide.number}: the subtitle was shortened; make it shorter"
            yield BuildWarning("subtitle-shortened", message)
        body = slide.text(Role.BODY)
        for paragraph in body.paragraphs if body else ():
            if slide.kind is Kind.CONTENT and paragraph.level and paragraph.text not in whole:
                message = f"slide {slide.number}: a bullet too long for one slide continues over several; shorten it"
                yield BuildWarning("bullet-continued", message)
            if slide.kind is Kind.STATEMENT and outline.summary and paragraph.text != outline.summary.text:
                message = f"slide {slide.number}: the bottom line was shortened; one sentence is best"
                yield BuildWarning("summary-shortened", message)


def _headings(section: Section) -> Iterator[str]:
    """The headings of comparisons, which a design without columns shows as bullets."""
    for one in section.exhibits:
        if isinstance(one, Comparison):
            yield from (one.left.heading, one.right.heading)


def _shown(outline: Outline, slides: Sequence[Slide]) -> Iterator[BuildWarning]:
    """What is drawn and could not be shown whole."""
    whole = {one.value for one in outline.figures} | {in_words(one.date) for one in outline.dates}
    whole |= {text for text, _ in outline.said()}
    cells = {text for section in outline.sections for one in section.exhibits for text in _cells(one)}
    for slide in slides:
        message = f"slide {slide.number}: a text was shortened; make it shorter"
        for part in slide.parts:
            if isinstance(part, Group) and not all(one in whole for one in _words(part)):
                yield BuildWarning("text-shortened", message)
            if isinstance(part, Grid) and any(
                cell.text and cell.text not in cells for row in part.rows for cell in row
            ):
                yield BuildWarning("cell-shortened", f"slide {slide.number}: a cell was shortened; make it shorter")
            if isinstance(part, Grid) and part.rows[0][0].size < LEAST_BODY:
                small = f"slide {slide.number}: the table has many columns, its letters are {part.rows[0][0].size:g} pt"
                yield BuildWarning("small-table", small)
            if isinstance(part, Text) and part.role is Role.CAPTION and part.paragraphs[0].text not in whole:
                yield BuildWarning("caption-shortened", f"slide {slide.number}: the caption was shortened")


def _words(group: Group) -> Iterator[str]:
    for member in group.members:
        if isinstance(member, Label) and member.name != "Place":
            yield member.paragraphs[0].text


def _cells(exhibit: Exhibit) -> Iterator[str]:
    if isinstance(exhibit, Table):
        yield from exhibit.header
        yield from (cell for row in exhibit.rows for cell in row)
