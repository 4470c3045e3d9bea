"""A web page -> Reading: the article and nothing else, with its structure, and what the page says of itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from deckmaker.document import BlockKind, Passage, Reading, Table
from deckmaker.errors import InputError
from deckmaker.readers.bylines import read_byline
from deckmaker.readers.chunks import Chunk
from deckmaker.readers.datelines import strip_dateline
from deckmaker.readers.dates import read_date_line
from deckmaker.readers.html_authors import find_authors, join_names
from deckmaker.readers.html_blocks import Piece, pieces, visible_pieces
from deckmaker.readers.html_dates import find_date
from deckmaker.readers.html_extract import extract
from deckmaker.readers.html_facts import read_facts
from deckmaker.readers.html_front import front_lines
from deckmaker.readers.html_furniture import link_shares, without_furniture
from deckmaker.readers.html_marks import as_marked
from deckmaker.readers.html_pictures import page_pictures
from deckmaker.readers.html_prune import drop_cards, drop_contents, drop_link_lists, prune
from deckmaker.readers.html_repair import repair
from deckmaker.readers.html_tables import letters, page_tables
from deckmaker.readers.html_title import find_title
from deckmaker.readers.html_tree import Page, parse_page
from deckmaker.readers.limits import took_too_long
from deckmaker.readers.options import ReadOptions
from deckmaker.readers.prose import is_finished, is_prose, word_count
from deckmaker.readers.structure import shape

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD, _FACT_WORDS = 8, 25  # pieces in which title, byline and date are looked for; words of such a line
_DEEPEST = 6


def read_html(data: bytes, name: str, options: ReadOptions) -> Reading:
    """The reading of a web page's article; nothing that the page names is fetched.

    Raises:
        InputError: no text, too large, nested too deep, it takes too long, or there is no article in it.
    """
    page = parse_page(data, name)
    facts = read_facts(page.root)
    prune(page.root)
    drop_contents(page.root)
    drop_link_lists(page.root)
    repair(page.root)
    title, heading = find_title(page.root, facts)
    lines = front_lines(page.root, heading)
    if options.is_late():
        raise took_too_long(name)
    drop_cards(page.root, heading)
    article = _article(page.root, name)
    title = title or _first_heading(article)
    found, byline, day = _take_front(article, title)
    passages = _with_pictures(_passages(found), page)
    return Reading(
        passages=tuple([Passage(BlockKind.HEADING, title, 1), *_below(passages)] if title else passages),
        title=title,
        byline=join_names(find_authors(facts, lines)) or byline,
        date=find_date(facts, lines, name) or day,
        language=facts.language,
        site=facts.site,
        url=facts.url,
    )


def _article(root: "HtmlElement", name: str) -> list[Piece]:
    """The article's pieces, tables as the page marks them.

    Raises:
        InputError: there is no article in the page.
    """
    shares, counts = link_shares(root)
    tables = page_tables(root)
    body = extract(root)
    found = pieces(body) if body is not None else []
    if not any(is_prose(piece.text) for piece in found if not piece.table):
        found = visible_pieces(root)
    if not found:
        remedy = "Is the article loaded by a program? Open the page in a browser, and save the text that you see."
        raise InputError("there is no article in this page", remedy=remedy, file=name)
    found = [_with_table(piece, tables) for piece in as_marked(root, found)]
    return without_furniture(found, shares, counts)


def _with_table(piece: Piece, tables: dict[str, Table]) -> Piece:
    """The piece with its table as the page marks it."""
    table = tables.get(letters(piece.text)) if piece.table else None
    return replace(piece, table=table) if table else piece


def _first_heading(found: Sequence[Piece]) -> str:
    """The heading that stands above all prose, where a page states no title."""
    first = next((index for index, piece in enumerate(found) if is_prose(piece.text)), 0)
    return next((piece.text for piece in found[:first] if piece.kind is BlockKind.HEADING and not piece.table), "")


def _take_front(found: Sequence[Piece], title: str) -> tuple[list[Piece], str, date | None]:
    """(the pieces without title, byline and date, the byline's names, the day) of the article's head."""
    key, rest, byline, day = letters(title), list(found), "", None
    places = [index for index, piece in enumerate(rest[:_HEAD]) if letters(piece.text) == key]
    if key and places and not any(is_prose(piece.text) for piece in rest[: places[0]]):
        rest = rest[places[0] + 1 :]
    kept: list[Piece] = []
    for index, piece in enumerate(rest):
        if key and letters(piece.text) == key and not piece.table:
            continue
        if index < _HEAD and _is_fact(piece) and not any(is_prose(one.text) for one in kept[:-1]):
            published, updated = read_date_line(piece.text)
            byline, day = byline or read_byline(piece.text), day or published or updated
        else:
            kept.append(piece)
    return kept, byline, day


def _is_fact(piece: Piece) -> bool:
    """Whether a short line names who wrote the article, or when."""
    if piece.table or word_count(piece.text) > _FACT_WORDS or is_finished(piece.text):
        return False
    return bool(read_byline(piece.text)) or any(read_date_line(piece.text))


def _passages(found: Sequence[Piece]) -> list[Passage]:
    """The passages of the pieces; only lines in bold are looked at for headings, the others are as marked."""
    made = shape([Chunk(piece.text, piece.kind, piece.level) for piece in found])
    article = "\n".join(piece.text for piece in found)
    first = next((index for index, passage in enumerate(made) if passage.kind is BlockKind.PARAGRAPH), -1)
    passages = []
    for index, (piece, passage) in enumerate(zip(found, made, strict=True)):
        if piece.table:
            passages.append(Passage.of_table(piece.table))
        elif index == first:
            passages.append(replace(passage, text=strip_dateline(passage.text, article)))
        else:
            passages.append(passage)
    return passages


def _with_pictures(passages: Sequence[Passage], page: Page) -> list[Passage]:
    """The passages with the pictures of the page's file where they stand on the page."""
    keys = [letters(passage.text) for passage in passages]
    result = list(passages)
    found = list(page_pictures(page, set(keys))) if page.pictures else []
    for shift, (before, picture) in enumerate(found):
        result.insert((keys.index(before) + 1 if before else 0) + shift, Passage.of_picture(picture))
    return result


def _below(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with their headings from level 2 down, as deep under each other as on the page."""
    top = min((passage.level for passage in passages if passage.kind is BlockKind.HEADING), default=2)
    return [
        replace(passage, level=min(passage.level - top + 2, _DEEPEST)) if passage.kind is BlockKind.HEADING else passage
        for passage in passages
    ]
