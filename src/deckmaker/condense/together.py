"""Several documents -> one outline: put together, what is said twice taken out, parted by topic, then told as one.

The articles become one document, so that all else works as for one article; at the end each place is given back the
number it has in its own article, and its article's letter.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from deckmaker.condense.group import group
from deckmaker.condense.leads import briefing_subtitle, briefing_title, lead, with_lead
from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Line, Origin, Part, gather
from deckmaker.condense.segment import segment
from deckmaker.condense.twins import Shelf, kin, seconds, shelve, twins
from deckmaker.document import Block, BlockKind, Document, Place, Sentence, Source
from deckmaker.errors import BuildWarning, InputError
from deckmaker.language.words import content_stems
from deckmaker.outline import Bullet, Outline
from deckmaker.outline.moves import moved

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_GAP = "\n\n"
_SEVERAL = "mul"
"""The language of a text in several (ISO 639-2); nothing is shortened in it."""


def together(documents: Sequence[Document], limits: Limits) -> Outline:
    """One outline of the articles, in the order given: the first leads with title and bottom line."""
    from deckmaker.condense import condense, tell

    articles, double = _once(documents)
    if len(articles) == 1:
        lone = condense(articles[0], limits)
        return replace(lone, warnings=lone.warnings + double)
    if len(articles) > len(LETTERS):
        message = f"these are {len(articles)} articles; a briefing is made of at most {len(LETTERS)}"
        raise InputError(message, remedy="Make several briefings.")
    joined, starts = put_together(articles)
    origins = [Origin(start, article.date) for start, article in zip(starts, articles, strict=True)]
    everything = gather(joined, origins)
    shelf = shelve(everything.lines, starts)
    told = twins(everything, shelf)
    lines = tuple(line for line in everything.lines if line.place not in told)
    named = frozenset(stem for article in articles for stem in content_stems(article.title))
    material = replace(everything, lines=lines, named=named)
    akin = kin(told, shelf)
    stories = [number for number in range(len(articles)) if not any(number == max(pair) for pair in akin)]
    joined = replace(joined, title=briefing_title([articles[number].title for number in stories]))
    outline = tell(joined, material, group(_parts(articles, material.lines, starts, limits), akin, limits), limits)
    for number in stories[1:]:
        blocks = range(starts[number], starts[number] + len(articles[number].blocks))
        own = tuple(line for line in material.lines if line.place.block in blocks)
        news = lead(articles[number], replace(material, lines=own))
        outline = with_lead(outline, news, blocks, limits.bullets[1])
    others = [articles[number].title for number in stories[1:]]
    subtitle = briefing_subtitle(outline.title, others) or f"Briefing from {len(articles)} sources"
    return replace(_named(outline, articles, shelf), subtitle=subtitle, warnings=outline.warnings + double)


def _once(documents: Sequence[Document]) -> tuple[list[Document], tuple[BuildWarning, ...]]:
    """The documents without those whose bytes are the same as an earlier one's, and a warning for each of these."""
    kept: dict[str, Document] = {}
    warnings: list[BuildWarning] = []
    for number, document in enumerate(documents):
        first = kept.setdefault(document.source.sha256 or str(number), document)
        if first is not document:
            message = f"{document.source.name} is the same as {first.source.name}: it is told once"
            warnings.append(BuildWarning("double", message))
    return list(kept.values()), tuple(warnings)


def put_together(articles: Sequence[Document]) -> tuple[Document, list[int]]:
    """The articles as one document, and the number of each one's first block.

    An empty heading stands between two, so that no sentence follows one of another article.
    """
    starts = [1, *accumulate((len(article.blocks) + 1 for article in articles[:-1]), initial=1)][1:]
    text, blocks = "", []
    for article in articles:
        if text:
            blocks.append(Block(BlockKind.HEADING, len(text), len(text), 1))
        offset = len(text)
        blocks += [_shifted(block, offset) for block in article.blocks]
        text += article.text + _GAP
    languages = list(dict.fromkeys(article.language for article in articles))
    plain = {language.split("-")[0] for language in languages}
    joined = Document(
        text=text,
        blocks=tuple(blocks),
        source=Source(", ".join(article.source.name for article in articles)),
        title=" ".join(article.title for article in articles),
        date=max((article.date for article in articles if article.date), default=None),
        language=languages[0] if len(plain) == 1 else _SEVERAL,
        warnings=_warnings(articles),
    )
    return joined, starts


def _shifted(block: Block, offset: int) -> Block:
    """The block as it stands that many characters further on."""
    sentences = tuple(Sentence(one.start + offset, one.end + offset) for one in block.sentences)
    return replace(block, start=block.start + offset, end=block.end + offset, sentences=sentences)


def _warnings(articles: Sequence[Document]) -> tuple[BuildWarning, ...]:
    """The articles' warnings, each with the name of its article."""
    return tuple(
        BuildWarning(warning.kind, f"{article.source.name}: {warning.message}")
        for article in articles
        for warning in article.warnings
    )


def _parts(
    articles: Sequence[Document], lines: Sequence[Line], starts: Sequence[int], limits: Limits
) -> list[list[Part]]:
    """Each article parted by topic for itself, its lines with the places they have in all."""
    parts: list[list[Part]] = []
    for article, start in zip(articles, starts, strict=True):
        last = start + len(article.blocks)
        own = {_back(line.place, start): line for line in lines if start <= line.place.block < last}
        near = tuple(replace(line, place=place) for place, line in own.items())
        parts.append([(name, [own[line.place] for line in part]) for name, part in segment(article, near, limits)])
    return parts


def _back(place: Place, start: int) -> Place:
    return Place(place.block - start + 1, place.sentence)


def _named(outline: Outline, articles: Sequence[Document], shelf: Shelf) -> Outline:
    """The outline with its sources, and each place as it is called in its own article."""

    def named(place: Place) -> tuple[Place, ...]:
        number = shelf.article(place)
        return (replace(_back(place, shelf.starts[number]), source=LETTERS[number]),)

    def seconded(bullet: Bullet) -> Bullet:
        places = (*bullet.places, *seconds(bullet.text, bullet.places, shelf))
        return replace(bullet, places=places, bullets=tuple(map(seconded, bullet.bullets)))

    sections = tuple(replace(part, bullets=tuple(map(seconded, part.bullets))) for part in outline.sections)
    summary = seconded(outline.summary) if outline.summary else None
    sections, summary, figures, dates = moved((sections, summary, outline.figures, outline.dates), named)
    return Outline(
        title=outline.title,
        sections=sections,
        date=outline.date,
        language=articles[0].language if outline.language == _SEVERAL else outline.language,
        summary=summary,
        figures=figures,
        dates=dates,
        sources=tuple(_source(article, key) for article, key in zip(articles, LETTERS, strict=False)),
        warnings=outline.warnings,
    )


def _source(article: Document, key: str) -> Source:
    """What the outline says of an article."""
    url = article.source.url or article.url
    return replace(article.source, key=key, url=url, title=article.title, site=article.site, date=article.date)
