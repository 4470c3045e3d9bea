"""What keeps people from using a deck, as presentation programs' own checkers report it.

Titles, alternative text, reading order, tables' headers, link texts, language and small letters.  Contrast is not
looked at: what stands behind a text is known only to a program that draws it.
"""

import re
from collections.abc import Iterator
from typing import Any

from deckmaker.deck.check.findings import Finding, Level
from deckmaker.deck.check.opened import TITLES, A, Opened, P
from deckmaker.deck.check.places import Spot, spots

_SMALL = 900
"""Letters below 9 pt (in hundredths) cannot be read on a screen; those of footers are left to the design."""

_VAGUE = re.compile(r"(?:click )?here|more|link|read more|this (?:link|page|slide)|details|\d+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{60,}", re.IGNORECASE)
_FOOT = ("ftr", "sldNum", "dt", "hdr")
_READ_APART = {*TITLES, *_FOOT}
"""Titles are read first and the foot last, wherever a design puts them."""


def access(opened: Opened) -> Iterator[Finding]:
    """The findings, slide by slide."""
    titles: dict[str, int] = {}
    for number, name in enumerate(opened.slides, 1):
        root = opened.xml[name]
        yield from _title(root, number, titles)
        shapes = spots(opened, name)
        for level, message, remedy in (
            *_alternatives(root),
            *_tables(root),
            *_links(root),
            *_letters(root),
            *_order(shapes),
        ):
            yield Finding(level, message, number, remedy)


def _title(root: Any, number: int, titles: dict[str, int]) -> Iterator[Finding]:
    """A title on each slide, unlike those of the others."""
    found = [shape for shape in root.iter(f"{P}sp") if _kind(shape) in TITLES]
    text = " ".join("".join(run.text or "" for run in found[0].iter(f"{A}t")).split()) if found else ""
    if len(found) > 1:
        yield Finding(Level.ERROR, "the slide has two titles", number, "Make one of them a text.")
    if not text:
        yield Finding(Level.ERROR, "the slide has no title", number, "Give it a title that no other slide has.")
    elif text.casefold() in titles:
        message = f"the title is that of slide {titles[text.casefold()]}: {text!r}"
        yield Finding(Level.TIP, message, number, "Give each slide a title of its own, such as “… (2 of 3)”.")
    titles.setdefault(text.casefold(), number)


def _kind(shape: Any) -> str:
    """The kind of placeholder that a shape is; "" for other shapes."""
    mark = shape.find(f".//{P}nvPr/{P}ph")
    return "" if mark is None else str(mark.get("type", "obj"))


_Said = Iterator[tuple[Level, str, str]]


def _alternatives(root: Any) -> _Said:
    """Alternative text on all that is not text, unless it is marked as decorative or stands in a group that has it."""
    tree = root.find(f"{P}cSld/{P}spTree")
    for shape in tree if tree is not None else ():
        if shape.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp", f"{P}cxnSp") and not _is_told(shape):
            name = _about(shape).get("name", "")
            yield Level.ERROR, f"{name!r} has no alternative text", "Say what it shows, or mark it as decorative."


def _about(shape: Any) -> Any:
    return next(shape.iter(f"{P}cNvPr"))


def _is_told(shape: Any) -> bool:
    """Whether a shape is text, described, or marked as decorative."""
    about = _about(shape)
    if (about.get("descr") or "").strip() or any(str(entry.tag).endswith("}decorative") for entry in about.iter()):
        return True
    return shape.tag == f"{P}sp" and (
        _kind(shape) != "" or any((run.text or "").strip() for run in shape.iter(f"{A}t"))
    )


def _tables(root: Any) -> _Said:
    """Tables have a header row and no merged cells."""
    for table in root.iter(f"{A}tbl"):
        looks = table.find(f"{A}tblPr")
        if looks is None or looks.get("firstRow") not in ("1", "true"):
            yield Level.ERROR, "a table has no header row", "Mark its first row as the header row."
        cells = table.iter(f"{A}tc")
        if any(cell.get(name) for cell in cells for name in ("gridSpan", "rowSpan", "hMerge", "vMerge")):
            yield Level.WARNING, "a table has merged cells", "Split them, so that each cell has its column and row."


def _links(root: Any) -> _Said:
    """Links whose text does not say where they go."""
    for run in root.iter(f"{A}r"):
        text = (run.findtext(f"{A}t") or "").strip()
        if run.find(f"{A}rPr/{A}hlinkClick") is not None and (_VAGUE.fullmatch(text) or _ADDRESS.fullmatch(text)):
            yield Level.TIP, f"the link {text!r} does not say where it goes", "Let its text name the goal."


def _letters(root: Any) -> _Said:
    """Text without a language, which is read aloud in the wrong voice, and letters too small to read."""
    for shape in root.iter(f"{P}sp", f"{P}graphicFrame"):
        runs = [run for run in shape.iter(f"{A}r") if (run.findtext(f"{A}t") or "").strip()]
        looks = [run.find(f"{A}rPr") for run in runs]
        if any(one is None or not one.get("lang") for one in looks):
            yield Level.WARNING, f"text in {_about(shape).get('name')!r} has no language", "Set the proofing language."
        sizes = [int(one.get("sz")) for one in looks if one is not None and (one.get("sz") or "").isdigit()]
        if sizes and min(sizes) < _SMALL and _kind(shape) not in _FOOT:
            yield (
                Level.WARNING,
                f"letters of {min(sizes) / 100:g} pt are too small to read",
                "Make them 12 pt or larger.",
            )


def _order(shapes: list[Spot]) -> _Said:
    """What is read before something that stands wholly above it; the title comes first."""
    if any(shape.kind in TITLES for shape in shapes[1:]) and shapes[0].kind not in TITLES:
        yield Level.WARNING, "the title is not read first", "Move it to the top of the reading order."
    for index, first in enumerate(shapes):
        for later in shapes[index + 1 :]:
            if not {first.kind, later.kind} & _READ_APART and first.is_below(later):
                message = f"{first.name!r} is read before {later.name!r}, which stands above it"
                yield Level.WARNING, message, "Change the reading order."
