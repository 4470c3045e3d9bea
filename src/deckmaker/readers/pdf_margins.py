"""What a PDF sets around its text on page after page: running heads and feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckmaker.readers.dates import read_date_line
from deckmaker.readers.pdf_lines import Line
from deckmaker.readers.pdf_page import Page, Run
from deckmaker.readers.pdf_parts import setting_of

_FEWEST_PAGES, _SHARE_OF_PAGES = 4, 0.3
_REPEATED_MOST = 60  # characters
_COLUMN_LINES = 5
_ZONE = 0.14  # of the page's height, at its head and foot
_EDGE_LINES = 4
_MOST_WORDS = 14
_SHARE = 0.3  # of the pages on which a line comes back
_LARGER = 1.15  # a title that comes back as running head is set larger than it
_SMALLER = 0.97  # than the text: a running head with the page's number, where no other page shows it again
_NUMBERED = re.compile(r"\d{1,4}\s+\D.*|.*\D\s\d{1,4}")
_NUMBER = re.compile(
    r"[-–—|\[(\s]*(?:(?:page|seite|p[áa]gina|pagina|p\.|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|di|sur|van|\|)\s*\d{1,4})?[-–—|\])\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page in reading order, and its height."""

    lines: tuple[Line, ...]
    height: float


def without_repeated(pages: Sequence[Page]) -> list[Page]:
    """The pages without what stands at the same place on several of them: heads in the side margin, watermarks.

    Numbers count as the same.  Long lines do not count, nor those that begin at the edge of a column: a page of text
    may come twice.
    """
    counts = Counter(key for page in pages for key in {_spot(run) for run in _beside(page)})
    often = max(_FEWEST_PAGES, round(_SHARE_OF_PAGES * len(pages)))
    known = {key for key, count in counts.items() if count >= often}
    result = []
    for page in pages:
        dropped = {id(run) for run in _beside(page) if _spot(run) in known}
        result.append(replace(page, runs=tuple(run for run in page.runs if id(run) not in dropped)))
    return result


def _beside(page: Page) -> list[Run]:
    """The short runs that begin where no column of text begins."""
    edges = Counter(round(run.left / 4) for run in page.runs)
    return [
        run
        for run in page.runs
        if len(run.text) <= _REPEATED_MOST and run.text.strip() and edges[round(run.left / 4)] < _COLUMN_LINES
    ]


def _spot(run: Run) -> tuple[int, int, str]:
    """Where a run stands, within a few points, and what it says."""
    return round(run.left / 6), round(run.base / 6), re.sub(r"\d+", "#", run.text)


def without_margins(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the lines at head and foot that come back on others, and without page numbers."""
    counts: dict[str, int] = {}
    sizes: dict[str, float] = {}
    for sheet in sheets:
        for key, line in {_key(line): line for line in _edge_lines(sheet)}.items():
            counts[key] = counts.get(key, 0) + 1
            sizes[key] = min(sizes.get(key, line.size), line.size)
    often = max(2, min(3, round(_SHARE * len(sheets))))
    known = {key for key, count in counts.items() if count >= often}

    body = setting_of([line for sheet in sheets for line in sheet.lines]).body

    def is_margin(line: Line) -> bool:
        """Whether a line is a page number, a dated running line, or one that stands on many pages."""
        key = _key(line)
        is_short = len(line.text.split()) <= _MOST_WORDS
        if _NUMBER.fullmatch(line.text):
            return True
        if _NUMBERED.fullmatch(line.text) and line.size < _SMALLER * body and not any(read_date_line(line.text)):
            return True
        return key in known and is_short and line.size <= _LARGER * sizes[key]

    result = []
    for sheet in sheets:
        dropped = {id(line) for line in _edge_lines(sheet) if is_margin(line)}
        result.append(Sheet(tuple(line for line in sheet.lines if id(line) not in dropped), sheet.height))
    return result


def _edge_lines(sheet: Sheet) -> list[Line]:
    """The few lines at the very head and foot of a page."""
    by_height = sorted((line for line in sheet.lines if not line.table), key=lambda line: line.base)
    head = [line for line in by_height[:_EDGE_LINES] if line.base < _ZONE * sheet.height]
    foot = [line for line in by_height[-_EDGE_LINES:] if line.base > (1 - _ZONE) * sheet.height]
    return head + foot


def _key(line: Line) -> str:
    """What stays the same of a line that comes back: its words, not the page number among them."""
    return re.sub(r"\d+", "#", " ".join(line.text.lower().split()))
