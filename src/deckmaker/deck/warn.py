"""What is worth saying about a planned deck: text that was shortened or cut, fonts that could not be measured."""

from collections.abc import Iterator, Sequence

from deckmaker.deck.design import Design
from deckmaker.deck.fit import font
from deckmaker.deck.slides import Kind, Role, Slide
from deckmaker.errors import BuildWarning
from deckmaker.outline import Outline

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi")


def warnings_of(
    outline: Outline, design: Design, slides: Sequence[Slide], headings: Sequence[str]
) -> tuple[BuildWarning, ...]:
    """The warnings of a deck, each once; headings are the titles of the slides in full."""
    found = [*_fonts(design), *_titles(slides, headings), *_texts(outline, slides)]
    if outline.language.split("-")[0].lower() in _RIGHT_TO_LEFT:
        message = f"the language {outline.language} is written from right to left; the deck sets it from left to right"
        found.append(BuildWarning("right-to-left", message))
    return tuple(dict.fromkeys(found))


def _fonts(design: Design) -> Iterator[BuildWarning]:
    styles = (style for frames in design.frames.values() for frame in frames.values() for style in frame.styles)
    for family in sorted({style.family for style in styles}):
        if not font(family).proven:
            message = f"fit not proven for {family}: its widths are not known here, a wider font was measured instead"
            yield BuildWarning("fit-not-proven", message)


def _titles(slides: Sequence[Slide], headings: Sequence[str]) -> Iterator[BuildWarning]:
    for slide, heading in zip(slides, headings, strict=True):
        if not slide.title.startswith(heading) and not slide.title.startswith(heading.upper()):
            message = f"slide {slide.number}: a title of {len(heading)} characters was shortened; make it shorter"
            yield BuildWarning("title-shortened", message)


def _texts(outline: Outline, slides: Sequence[Slide]) -> Iterator[BuildWarning]:
    whole = {bullet.text for bullet in outline.bullets()}
    for slide in slides:
        subtitle = slide.text(Role.SUBTITLE)
        if subtitle and outline.subtitle and subtitle.paragraphs[0].text != outline.subtitle:
            message = f"slide {slide.number}: the subtitle was shortened; make it shorter"
            yield BuildWarning("subtitle-shortened", message)
        body = slide.text(Role.BODY)
        for paragraph in body.paragraphs if body else ():
            if slide.kind is Kind.CONTENT and paragraph.text not in whole:
                message = f"slide {slide.number}: a bullet too long for one slide continues over several; shorten it"
                yield BuildWarning("bullet-continued", message)
            if slide.kind is Kind.STATEMENT and outline.summary and paragraph.text != outline.summary.text:
                message = f"slide {slide.number}: the bottom line was shortened; one sentence is best"
                yield BuildWarning("summary-shortened", message)
