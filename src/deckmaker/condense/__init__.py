"""Document -> Outline: the recipe on one screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.condense.limits import Limits
from deckmaker.document import Document
from deckmaker.errors import BuildWarning, InputError
from deckmaker.outline import Outline, Section

if TYPE_CHECKING:
    from deckmaker.condense.material import Material, Part

__all__ = ["Limits", "condense", "condense_together"]


def condense(document: Document, limits: Limits | None = None) -> Outline:
    """The outline of an article: title, bottom line, headed bullets, each with the place it came from.

    Raises:
        InputError: when the article has no sentence that can stand as a bullet.
    """
    from deckmaker.condense.material import gather
    from deckmaker.condense.segment import segment

    limits = limits or Limits()
    material = gather(document)
    return tell(document, material, segment(document, material.lines, limits), limits)


def condense_together(documents: Sequence[Document], limits: Limits | None = None) -> Outline:
    """One outline of several articles: what they say of a topic under one heading, the same fact once.

    Raises:
        InputError: when there are too many, or none has a sentence that can stand as a bullet.
    """
    from deckmaker.condense.together import together

    return together(documents, limits or Limits())


def tell(document: Document, material: "Material", parts: "list[Part]", limits: Limits) -> Outline:
    """The outline of a document whose lines are weighed and parted by topic."""
    from deckmaker.condense.dates import key_dates
    from deckmaker.condense.exhibits import with_exhibits
    from deckmaker.condense.figures import key_figures
    from deckmaker.condense.headings import headings
    from deckmaker.condense.introductions import introductions, with_introductions
    from deckmaker.condense.names import bullet_with_full_names, introduced, with_full_names
    from deckmaker.condense.offer import as_they_are, offer, read_trees, shortlist
    from deckmaker.condense.persons import known_persons
    from deckmaker.condense.share import share
    from deckmaker.condense.title import bottom_line, briefing_title
    from deckmaker.condense.trim import in_full

    english = document.language.split("-")[0] == "en"
    lines = shortlist(material.lines, parts)
    trees = read_trees(lines) if english else {}
    alone = offer(lines, trees, document.language)
    trimmed = alone if any(alone.values()) else as_they_are(lines)
    parts, chosen = share(material, parts, limits, trimmed)
    plain = {place: [trim for trim in found if trim.is_clear] for place, found in trimmed.items()}
    spoken = {place: [in_full(trim) for trim in found] for place, found in plain.items()}
    said = [(part, bullets) for part, bullets in zip(parts, chosen, strict=True) if bullets]
    if not said:
        raise InputError("the article makes no statement", file=document.source.name, remedy="Is it prose?")
    names = headings(document, [part for part, _ in said], [bullets for _, bullets in said], plain, trees)
    persons = known_persons(list(trees.items()))
    title = document.title or with_full_names(briefing_title(document, material, plain), persons)[0]
    told = introduced([bullets for _, bullets in said], material.lines, title) if english else [b for _, b in said]
    told = with_introductions(told, title, introductions(list(trees.items()), persons))
    sections = [Section(name, tuple(c.bullet() for c in bullets)) for name, bullets in zip(names, told, strict=True)]
    return Outline(
        title=title,
        sections=with_exhibits(sections, document),
        date=document.date,
        language=document.language,
        source=document.source,
        summary=bullet_with_full_names(bottom_line(document, material, spoken), persons),
        figures=key_figures(material, spoken, document.title) if english else (),
        dates=key_dates(material, spoken, document) if english else (),
        warnings=document.warnings + _warnings(document, english, any(alone.values())),
    )


def _warnings(document: Document, english: bool, alone: bool) -> tuple[BuildWarning, ...]:
    if not alone:
        return (
            BuildWarning("alone", "no sentence of the article stands alone: bullets may point at what came before"),
        )
    if english:
        return ()
    message = (
        f"the article's language is {document.language!r}: bullets are whole sentences (only English is shortened)"
    )
    return (BuildWarning("language", message),)
