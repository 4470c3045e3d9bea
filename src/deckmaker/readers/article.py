"""Passages that a format's structure gives -> Reading: title, byline and date are found at their head."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from deckmaker.document import BlockKind, Passage, Reading
from deckmaker.errors import BuildWarning
from deckmaker.readers.bylines import is_name, read_byline
from deckmaker.readers.dates import read_date_line
from deckmaker.readers.prose import is_finished, is_prose, word_count
from deckmaker.readers.stated import Stated

_HEAD = 8  # passages in which title, byline and date are looked for
_TITLE_WORDS, _FACT_WORDS = 20, 20
_DEEPEST = 6
_NO_TITLE_END = (",", ";", ":", "-", "–", "—")
_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_AFFILIATION = re.compile(
    r"\b(?:university|universit[àäéy]t?|universidad|department|institute?|school|college|laborator|faculty|academy|centre"
    r"|hospital|research center)\w*\b|@",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:\d+\.? )?(?:references?(?: cited)?|bibliography|works cited|literature(?: cited)?|cited works|end ?notes"
    r"|footnotes|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|r[ée]f[ée]rences(?: bibliographiques)?|bibliographie"
    r"|bibliograf[íi]a|referencias(?: bibliogr[áa]ficas)?|riferimenti(?: bibliografici)?|refer[êe]ncias):?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b|^\[\d{1,3}\]|\bdoi\b|\bpp?\.\s?\d", re.IGNORECASE)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE)


def make_reading(
    passages: Sequence[Passage], stated: Stated, title: str = "", warnings: tuple[BuildWarning, ...] = ()
) -> Reading:
    """The reading of a document's passages.

    title is the one that the document's structure marks as such ("" for none); then the first heading or a short first
    line is the title.  What the file states of itself fills in where the text says nothing.
    """
    rest = list(passages)
    if not title and rest:
        title = _first_line(rest)
    rest = without_references(_without_title(rest, title))
    byline, published, rest = _take_facts(rest)
    authors, rest = _take_authors(rest)
    if title:
        rest = [Passage(BlockKind.HEADING, title, 1, _page_of(passages, title)), *_below(rest)]
    return Reading(
        passages=tuple(rest),
        title=title or stated.title,
        byline=byline or authors or stated.byline,
        date=published or stated.date,
        language=stated.language,
        warnings=warnings,
    )


def _first_line(passages: list[Passage]) -> str:
    """The title at the head: a first heading, or a short line with text below it; "" for none."""
    for index, passage in enumerate(passages[:_HEAD]):
        if passage.kind in (BlockKind.PICTURE, BlockKind.TABLE):
            continue
        if passage.kind is BlockKind.HEADING:
            alone = sum(other.kind is BlockKind.HEADING and other.level <= passage.level for other in passages) == 1
            return passage.text if index == 0 or alone or passage.level == 1 else ""
        if passage.kind is not BlockKind.PARAGRAPH or is_prose(passage.text):
            return ""
        if not _is_fact(passage) and _may_be_title(passages, index):
            return passage.text
    return ""


def _may_be_title(passages: list[Passage], index: int) -> bool:
    """Whether a paragraph is a title: short, no sentence, and with sentences below it."""
    text = passages[index].text
    if word_count(text) > _TITLE_WORDS or is_finished(text) or text.endswith(_NO_TITLE_END) or text[0].islower():
        return False
    following = [passage for passage in passages[index + 1 : index + _HEAD] if passage.kind in _TEXT]
    return sum(map(str.isalpha, text)) > 3 and any(is_prose(passage.text) for passage in following)


def _without_title(passages: list[Passage], title: str) -> list[Passage]:
    """The passages without the title where it stands at their head, once or twice."""
    same = title.casefold()
    return [
        passage
        for index, passage in enumerate(passages)
        if not (title and index < _HEAD and passage.kind not in (BlockKind.TABLE, BlockKind.PICTURE))
        or passage.text.casefold() != same
    ]


def _page_of(passages: Sequence[Passage], title: str) -> int:
    page = next((passage.page for passage in passages if passage.text == title), 0)
    return page or min((passage.page for passage in passages), default=0)


def _is_fact(passage: Passage) -> bool:
    return bool(read_byline(passage.text)) or any(read_date_line(passage.text))


def _take_facts(passages: list[Passage]) -> tuple[str, datetime.date | None, list[Passage]]:
    """(byline, date, the passages without them), from the short lines before the first paragraph of prose."""
    byline, published, updated, kept = "", None, None, []
    end = next((index for index, passage in enumerate(passages) if is_prose(passage.text)), 0)
    for index, passage in enumerate(passages):
        is_short = word_count(passage.text) <= _FACT_WORDS and not is_finished(passage.text)
        if index < min(end, _HEAD) and passage.kind is BlockKind.PARAGRAPH and is_short and _is_fact(passage):
            first, last = read_date_line(passage.text)
            byline, published, updated = byline or read_byline(passage.text), published or first, updated or last
        else:
            kept.append(passage)
    return byline, published or updated, kept


def _take_authors(passages: list[Passage]) -> tuple[str, list[Passage]]:
    """(names, the passages without them): lines that name people, each with where they work in the two lines below."""
    names: list[str] = []
    dropped: set[int] = set()
    end = next((index for index, passage in enumerate(passages) if is_prose(passage.text)), 0)
    for index, passage in enumerate(passages[: min(end, 2 * _HEAD)]):
        below = [place for place in range(index + 1, min(index + 3, end)) if _is_affiliation(passages[place])]
        if below and passage.kind in _LINES and (found := _names(passage.text)):
            names += found
            dropped |= {index, *below}
    return ", ".join(dict.fromkeys(names)), [one for index, one in enumerate(passages) if index not in dropped]


def _is_affiliation(passage: Passage) -> bool:
    """Whether a line below the authors' names says where they work."""
    return passage.kind in _LINES and bool(_AFFILIATION.search(passage.text))


def _names(text: str) -> list[str]:
    """The people that a line names and nothing else: "Ada Lind and Per Nord"."""
    parts = [part.strip(" *†‡0123456789") for part in re.split(r",| and | und | et | y |&", text)]
    return parts if all(map(is_name, parts)) else []


def without_references(passages: Sequence[Passage]) -> list[Passage]:
    """The passages without lists of references: their heading, and what is below it when most of it names a year."""
    kept: list[Passage] = []
    index = 0
    while index < len(passages):
        end = _section_end(passages, index)
        if end > index and _are_references(passages[index + 1 : end]):
            index = end
        else:
            kept.append(passages[index])
            index += 1
    return kept


def _section_end(passages: Sequence[Passage], index: int) -> int:
    """Where a section of references ends whose heading stands at an index; the index itself where none does."""
    head = passages[index]
    if head.kind not in _LINES or not _REFERENCES.fullmatch(head.text):
        return index
    level = head.level or _DEEPEST
    places = range(index + 1, len(passages))
    above = (at for at in places if passages[at].kind is BlockKind.HEADING and passages[at].level <= level)
    return next(above, len(passages))


def _are_references(passages: Sequence[Passage]) -> bool:
    """Whether most of the passages name a year or have a number in brackets."""
    return 2 * sum(bool(_REFERENCE.search(passage.text)) for passage in passages) > len(passages)


def _below(passages: list[Passage]) -> list[Passage]:
    """The passages with every heading below the title's level."""
    lift = any(passage.kind is BlockKind.HEADING and passage.level <= 1 for passage in passages)
    return [
        replace(passage, level=min(passage.level + lift, _DEEPEST)) if passage.kind is BlockKind.HEADING else passage
        for passage in passages
    ]
