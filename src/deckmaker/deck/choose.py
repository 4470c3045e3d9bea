"""Chooses a template's layouts by what they hold: never by their index, nor by their (translated) names alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from deckmaker.deck.inherit import Chain, P, is_upright
from deckmaker.deck.slides import Box

_TITLES = ("title", "ctrTitle")
_COVER_NAME = re.compile(r"title slide|cover|titel|titre|portada|表紙|封面|deckblatt", re.IGNORECASE)
_SECTION_NAME = re.compile(r"section|divider|chapter|abschnitt|trenn|intertitre|sección", re.IGNORECASE)
_SPECIAL_NAME = re.compile(r"quote|caption|card|true or false|agenda|legal|contact|team|ending", re.IGNORECASE)
_LINE = 26.0  # points; a title that is lower is a line beside something, no cover's title
_COVER, _LIST = 60.0, 100.0  # what a layout's own word for itself counts for


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout: its kind as the file says it, its box in points, its element and its looks."""

    kind: str
    box: Box
    element: Any
    chain: Chain

    @property
    def area(self) -> float:
        """The area of the box."""
        return self.box.width * self.box.height


@dataclass(frozen=True, slots=True)
class Candidate:
    """A layout: what it says it is, its master's number, its placeholders, and how its own slides use it."""

    layout: Any
    kind: str
    name: str
    master: int
    holders: tuple[Holder, ...]
    used: int = 0
    opens: bool = False

    @property
    def title(self) -> Holder | None:
        """The title that text can be put into."""
        return next((h for h in self.holders if h.kind in _TITLES and is_upright(h.chain)), None)

    def of(self, *kinds: str) -> list[Holder]:
        """The placeholders of those kinds."""
        return [holder for holder in self.holders if holder.kind in kinds]


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout, the title it has, and the placeholder below the title that takes the text, if any."""

    candidate: Candidate
    title: Holder
    text: Holder | None


def choose_content(candidates: Sequence[Candidate], page: Box) -> Choice | None:
    """The layout for a title and bullets: one large text below a title; None when no layout has both."""
    return _best(_contents(candidates, page))


def choose_cover(candidates: Sequence[Candidate], content: Choice) -> Choice:
    """The layout for the title slide; the content's own where there is nothing like one."""
    return _best(_covers(candidates, content.candidate.master)) or content


def choose_section(candidates: Sequence[Candidate], content: Choice) -> Choice | None:
    """The layout for a section's header: what calls itself one, with a title large enough; else None."""
    found = []
    for order, one in enumerate(candidates):
        title = one.title
        if title is None or not (one.kind == "secHead" or _SECTION_NAME.search(one.name)) or title.box.height < 14:
            continue
        low = title.box.top + title.box.height / 2
        below = [
            h for h in one.of("body", "subTitle") if is_upright(h.chain) and h.box.height >= 20 and h.box.top >= low
        ]
        rate: float = 100 * (one.kind == "secHead") + 30 * (one.master == content.candidate.master) - 10 * len(below)
        rate -= 30 * len(one.of("pic")) + order * 0.01
        found.append((rate, Choice(one, title, below[0] if len(below) == 1 else None)))
    return _best(iter(found))


@dataclass(frozen=True, slots=True)
class Columns:
    """A layout with two texts side by side below a title, and the headings above them, if it has such."""

    candidate: Candidate
    title: Holder
    texts: tuple[Holder, Holder]
    headings: tuple[Holder, Holder] | None


def choose_columns(candidates: Sequence[Candidate], content: Choice, page: Box) -> Columns | None:
    """The layout for a comparison, one with headings above its texts before one without; None when there is none."""
    alike = [one for one in candidates if _is_alike(one, content.candidate)]
    found = [columns for one in alike if (columns := columns_of(one, page))]
    return max(found, key=lambda columns: (columns.headings is not None, -_order(columns, candidates)), default=None)


def _is_alike(one: Candidate, content: Candidate) -> bool:
    """Whether a layout has the content's master and ground, so that a deck does not change its looks in between."""
    return one.master == content.master and _ground(one) == _ground(content)


def _ground(one: Candidate) -> bytes:
    found = one.layout.element.find(f"{P}cSld/{P}bg")
    return b"" if found is None else bytes(etree.tostring(found))


def _order(columns: Columns, candidates: Sequence[Candidate]) -> int:
    return next(order for order, one in enumerate(candidates) if one is columns.candidate)


def columns_of(one: Candidate, page: Box) -> Columns | None:
    """The candidate as columns, if it has two large texts of one height side by side and nothing else to fill."""
    title = one.title
    holders = [h for h in one.of("body", "obj") if is_upright(h.chain) and _inside(h.box, page)]
    marks = {h.element.find(f".//{P}ph").get("idx") for h in holders}
    if len(marks) < len(holders):  # as in files of LibreOffice: slides could not tell one text from the other
        return None
    large = sorted((h for h in holders if h.box.height >= 0.3 * page.height), key=lambda h: h.box.left)
    small = sorted((h for h in holders if h.box.height < 0.3 * page.height), key=lambda h: h.box.left)
    if title is None or len(large) != 2 or len(small) not in (0, 2) or one.of("pic", "chart", "tbl"):
        return None
    left, right = large
    apart = left.box.left + left.box.width <= right.box.left + 2 and abs(left.box.top - right.box.top) < 20
    wide = min(left.box.width, right.box.width) >= 0.25 * page.width
    if not (apart and wide and title.box.width >= 0.3 * page.width):
        return None
    above = len(small) == 2 and all(
        h.box.top < t.box.top and h.box.height >= 20 for h, t in zip(small, large, strict=True)
    )
    if small and not above:
        return None
    return Columns(one, title, (left, right), (small[0], small[1]) if small else None)


def _best(rated: Iterator[tuple[float, Choice]]) -> Choice | None:
    found = list(rated)
    return max(found, key=lambda pair: pair[0])[1] if found else None


def content_of(one: Candidate, page: Box) -> Choice | None:
    """The candidate as a content layout, whatever else it holds."""
    return _best(_contents([one], page))


def section_of(one: Candidate) -> Choice | None:
    """The candidate as a cover or section header: its title, and the largest text below it."""
    if one.title is None:
        return None
    low = one.title.box.top + one.title.box.height / 2
    texts = [h for h in one.of("subTitle", "body") if is_upright(h.chain) and h.box.top >= low and h.box.height >= 20]
    return Choice(one, one.title, max(texts, key=lambda holder: holder.area, default=None))


def _contents(candidates: Sequence[Candidate], page: Box) -> Iterator[tuple[float, Choice]]:
    busiest = _busiest(candidates)
    for order, one in enumerate(candidates):
        texts = [h for h in one.of("body", "obj") if is_upright(h.chain) and _inside(h.box, page)]
        text = max(texts, key=lambda holder: holder.area, default=None)
        title = one.title
        if title is None or text is None or not _roomy(title, text, page):
            continue
        rate = _LIST * (one.kind in ("obj", "tx")) + 100 * text.area / (page.width * page.height)
        rate -= 40 * (len(texts) - 1) + 40 * len(one.of("pic", "chart", "tbl", "media", "clipArt", "dgm"))
        rate -= 80 * (title.kind == "ctrTitle" or one.kind in ("title", "secHead", "objTx", "picTx"))
        rate -= 60 * bool(_SPECIAL_NAME.search(one.name)) + 50 * (title.box.top > text.box.top)
        rate += 25 * (one.master == busiest) + min(20, 10 * one.used) - order * 0.01
        yield rate, Choice(one, title, text)


def _busiest(candidates: Sequence[Candidate]) -> int:
    """The master that most of the template's own slides use."""
    counts: dict[int, int] = {}
    for one in candidates:
        counts[one.master] = counts.get(one.master, 0) + one.used
    return max(counts, key=lambda master: (counts[master], -master), default=0)


def _inside(box: Box, page: Box) -> bool:
    return (
        box.left > -1 and box.top > -1
        and box.left + box.width < page.width + 1 and box.top + box.height < page.height + 1
    )  # fmt: skip


def _roomy(title: Holder, text: Holder, page: Box) -> bool:
    """Whether the title is a line at least, and the text broad and high enough for bullets."""
    wide = text.box.width >= 0.4 * page.width and title.box.width >= 0.3 * page.width
    return wide and text.box.height >= 0.3 * page.height and title.box.height >= 14


def _covers(candidates: Sequence[Candidate], master: int) -> Iterator[tuple[float, Choice]]:
    for order, one in enumerate(candidates):
        title = one.title
        if title is None:
            continue
        below = one.of("subTitle") or [h for h in one.of("body") if h.box.top >= title.box.top and h.box.height >= 20]
        rate: float = 100 * (one.kind == "title") + 50 * (title.kind == "ctrTitle") + 30 * bool(one.of("subTitle"))
        rate += _COVER * bool(_COVER_NAME.search(one.name)) + _COVER * one.opens + 20 * (order == 0)
        rate += min(20, 10 * one.used) + 30 * (one.master == master) - order * 0.01
        rate -= 5 * len(one.of("body", "obj")) + 20 * len(one.of("pic")) + _COVER * (title.box.height < _LINE)
        if rate >= _COVER:
            yield rate, Choice(one, title, below[0] if below else None)
