"""What each further story has for news: its title beside the first's, its bottom line among the bullets."""

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.condense.material import Material
from deckmaker.condense.offer import FIRST_LINES, offer, read_trees
from deckmaker.condense.title import bottom_line
from deckmaker.document import Document
from deckmaker.language.words import content_stems
from deckmaker.outline import Bullet, Outline

LONGEST_TITLE, LONGEST_SUBTITLE = 120, 160
"""Characters of a title or subtitle that is made of several."""

SAME = 0.5
"""Two bullets that share more than this part of their stems say the same."""


def briefing_title(stories: Sequence[str]) -> str:
    """The titles of articles about different stories as one; the first alone when they are too long together.

    "" when the first has none: its news then is the title.
    """
    titles = list(dict.fromkeys(filter(None, stories))) if stories[0] else []
    whole = "; ".join(titles)
    return whole if len(whole) <= LONGEST_TITLE else titles[0]


def briefing_subtitle(title: str, others: Sequence[str]) -> str:
    """What else a briefing is about, as its further stories are called; "" when the title says it or it is too long."""
    missing = [other for other in dict.fromkeys(others) if other and other not in title]
    text = f"Also: {'; '.join(missing)}"
    return text if missing and len(text) <= LONGEST_SUBTITLE else ""


def lead(article: Document, material: Material) -> Bullet | None:
    """The news of an article whose lines these are: its bottom line, from its first lines; None when none can be."""
    first = material.lines[:FIRST_LINES]
    english = article.language.split("-")[0] == "en"
    trees = read_trees(first) if english else {}
    return bottom_line(article, material, offer(first, trees, article.language)) if first else None


def with_lead(outline: Outline, news: Bullet | None, blocks: range, most: int) -> Outline:
    """The outline with an article's news before what else it tells, unless the news is told already.

    It stands in the section that tells the top of the article, whose blocks are given; where that has `most` bullets,
    the last of those gives way.  An article that is not told at all has its news where there is room, after those
    before it.
    """
    if news is None or any(_says_the_same(news, bullet) for bullet in outline.bullets()):
        return outline
    told = [
        (bullet.places[-1], number, at)
        for number, section in enumerate(outline.sections)
        for at, bullet in enumerate(section.bullets)
    ]
    own = [entry for entry in told if entry[0].block in blocks]
    before = [entry for entry in told if entry[0] < news.places[-1] and len(outline.sections[entry[1]].bullets) < most]
    if not own and not before:
        return outline
    _, number, at = min(own) if own else max(before)
    section = outline.sections[number]
    at += not own
    bullets = [*section.bullets[:at], news, *section.bullets[at:]][: max(most, at + 1)]
    sections = [replace(section, bullets=tuple(bullets)) if part is section else part for part in outline.sections]
    return replace(outline, sections=tuple(sections))


def _says_the_same(one: Bullet, other: Bullet) -> bool:
    mine, theirs = set(content_stems(one.text)), set(content_stems(other.text))
    shared = len(mine & theirs)
    return one.places[-1:] == other.places[-1:] or (shared > SAME * min(len(mine), len(theirs)) and shared >= 3)
