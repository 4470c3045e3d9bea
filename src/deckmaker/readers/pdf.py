"""PDF -> Reading: pages to lines, lines to parts, parts to passages; the whole recipe on one screen."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from deckmaker.document import Reading
from deckmaker.errors import BuildWarning, InputError
from deckmaker.readers.article import make_reading
from deckmaker.readers.options import ReadOptions
from deckmaker.readers.pdf_file import open_pdf
from deckmaker.readers.pdf_kinds import passages_of
from deckmaker.readers.pdf_lines import order_lines
from deckmaker.readers.pdf_margins import Sheet, without_margins, without_repeated
from deckmaker.readers.pdf_page import Facts, Page
from deckmaker.readers.pdf_parts import Part, continues, parts_of, setting_of
from deckmaker.readers.pdf_streams import check_streams
from deckmaker.readers.pdf_tables import ruled_tables, with_aligned_tables
from deckmaker.readers.pdf_tags import tagged_parts
from deckmaker.readers.stated import Stated, properties

_FEWEST_LETTERS = 12
_ILLEGIBLE = 0.3
_CREATED = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_RECOGNISE = "Make its text searchable with a text recognition program (such as ocrmypdf), and give the PDF it writes."


def read_pdf(data: bytes, name: str, options: ReadOptions) -> Reading:
    """The reading of a PDF; each passage knows its page.

    Raises:
        InputError: damaged, protected, beyond a limit, or without text (a scan).
    """
    check_streams(data, name)
    file = open_pdf(data, name, options.password)
    pages = list(file.pages(options))
    _check_text(pages, name)
    pages = without_repeated(pages)
    tagged = {page.number: tagged_parts(page) for page in pages}
    parts, heights = _parts(pages, tagged), {page.number: page.height for page in pages}
    setting = setting_of([line for part in parts for line in part.lines])
    passages, title = passages_of(parts, setting, heights)
    return make_reading(passages, _stated(file.facts), title, _warnings(pages))


def _parts(pages: Sequence[Page], tagged: dict[int, list[Part] | None]) -> list[Part]:
    """The parts of all pages: by their tags where they have any, else by how they are set."""
    sheets = without_margins([_sheet(page) for page in pages if tagged[page.number] is None])
    lines = [line for sheet in sheets for line in sheet.lines]
    by_page: dict[int, list[Part]] = {number: parts for number, parts in tagged.items() if parts is not None}
    for part in parts_of(lines, setting_of(lines)):
        by_page.setdefault(part.page, []).append(part)
    result: list[Part] = []
    for number in sorted(by_page):
        fresh = by_page[number]
        if result and fresh and _goes_on(result[-1], fresh[0]):
            result[-1].lines += fresh.pop(0).lines
        result += fresh
    return result


def _goes_on(before: Part, after: Part) -> bool:
    """Whether a tagged paragraph goes on on the next page, where the file begins it anew."""
    if before.kind != after.kind or before.kind not in ("", "item", "quote") or not (before.lines and after.lines):
        return False
    return abs(before.size - after.size) < 1 and continues(before, after.lines[0])


def _sheet(page: Page) -> Sheet:
    """The lines of a page that has no tags, in the order of reading, with its tables."""
    tables, runs = ruled_tables(page.runs, page.rules, page.number)
    lines = [replace(line, page=page.number) for line in order_lines(runs, tables)]
    return Sheet(tuple(with_aligned_tables(lines)), page.height)


def _check_text(pages: Sequence[Page], name: str) -> None:
    """Nothing, when there is text in the pages.

    Raises:
        InputError: they are pictures, or their fonts do not say which characters they show.
    """
    letters = sum(map(str.isalnum, "".join(run.text for page in pages for run in page.runs)))
    illegible = sum(page.illegible for page in pages)
    if letters < _FEWEST_LETTERS and any(page.has_picture for page in pages):
        raise InputError("this PDF holds pictures of pages (a scan), no text", remedy=_RECOGNISE, file=name)
    if letters < _FEWEST_LETTERS and not illegible:
        raise InputError("this PDF holds no text, only drawings or empty pages", remedy=_RECOGNISE, file=name)
    if illegible > _ILLEGIBLE * (letters + illegible):
        message = "the fonts of this PDF do not say which characters they show"
        raise InputError(message, remedy=_RECOGNISE, file=name)


def _warnings(pages: Sequence[Page]) -> tuple[BuildWarning, ...]:
    """A warning that names the pages that are pictures, where others hold text."""
    scans = [str(page.number) for page in pages if page.has_picture and not page.runs]
    if not scans:
        return ()
    several = "pages" if len(scans) > 1 else "page"
    message = f"{several} {', '.join(scans[:20])} of the PDF hold only pictures: their text was not read"
    return (BuildWarning("scanned", message),)


def _stated(facts: Facts) -> Stated:
    match = _CREATED.match(facts.created)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        day = None
    return properties(facts.title, facts.author, day)
