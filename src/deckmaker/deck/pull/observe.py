"""Reads what the slides of a file say, whichever program saved them."""

from collections.abc import Iterator
from typing import Any

from deckmaker.deck.check.opened import TITLES, A, Opened, P, R
from deckmaker.deck.seen import RECORD, Lines, Record, Rows, Seen, flat, number_words, unpack_record
from deckmaker.deck.words import ENGLISH

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FOOT = ("ftr", "sldNum", "dt", "hdr")


def record_in(opened: Opened) -> Record | None:
    """The record that a deck carries, if it carries one that can be read."""
    for root in opened.xml.values():
        if root.tag == f"{{{RECORD}}}record":
            try:
                return unpack_record(root.text or "")
            except ValueError:
                return None
    return None


def observe(opened: Opened, footer: str) -> list[Seen]:
    """What each slide says; a text that is the deck's own foot is left out."""
    return [_seen(opened, name, footer) for name in opened.slides]


def _seen(opened: Opened, name: str, footer: str) -> Seen:
    tree = opened.xml[name].find(f"{P}cSld/{P}spTree")
    title, texts, groups, tables, charts = "", [], [], [], []
    pictures, others = [], []
    for shape in tree if tree is not None else ():
        kind = _kind(shape)
        if kind in TITLES:
            title = " ".join(words for _, words in _lines(shape))
        elif shape.tag == f"{P}sp" and kind and kind not in _FOOT:
            texts.append(_lines(shape))
        elif shape.tag == f"{P}grpSp":
            groups.append(tuple(words for one in shape.iter(f"{P}sp") for _, words in _lines(one)))
        elif shape.tag == f"{P}pic":
            pictures.append(flat(_about(shape).get("descr", "")))
        elif shape.tag == f"{P}graphicFrame" and shape.find(f".//{A}tbl") is not None:
            tables.append(_table(shape))
        elif shape.tag == f"{P}graphicFrame" and shape.find(f".//{_C}chart") is not None:
            charts.append(_chart(opened, name, shape))
        elif not kind and (what := _other(shape, footer)):
            others.append(what)
    filled = tuple(text for text in texts if text)
    return Seen(
        title, filled, tuple(groups), tuple(tables), tuple(charts), tuple(pictures), _notes(opened, name), tuple(others)
    )


def _kind(shape: Any) -> str:
    """The kind of placeholder; "" for other shapes."""
    mark = shape.find(f"*/{P}nvPr/{P}ph")
    return "" if mark is None else str(mark.get("type", "obj"))


def _about(shape: Any) -> Any:
    return next(shape.iter(f"{P}cNvPr"))


def _lines(shape: Any) -> Lines:
    """The paragraphs of a shape that say something."""
    found = []
    for paragraph in shape.iterfind(f"{P}txBody/{A}p"):
        words = flat(_words(paragraph))
        looks = paragraph.find(f"{A}pPr")
        level = 1 + int(looks.get("lvl", "0")) if looks is not None and looks.get("lvl", "0").isdigit() else 1
        if words:
            found.append((level, words))
    return tuple(found)


def _words(paragraph: Any) -> str:
    parts = (
        " " if part.tag == f"{A}br" else part.findtext(f"{A}t") or ""
        for part in paragraph.iter(f"{A}r", f"{A}br", f"{A}fld")
    )
    return "".join(parts)


def _table(shape: Any) -> Rows:
    return tuple(
        tuple(flat(" ".join(_words(p) for p in cell.iter(f"{A}p"))) for cell in row.iter(f"{A}tc"))
        for row in shape.iter(f"{A}tr")
    )


def _chart(opened: Opened, slide: str, shape: Any) -> Rows:
    """A chart's header and rows, as the file keeps them beside the workbook."""
    rel = opened.rels.get(slide, {}).get(shape.find(f".//{_C}chart").get(f"{R}id", ""))
    root = opened.xml.get(rel.target or "") if rel else None
    series = list(root.iter(f"{_C}ser")) if root is not None else []
    if not series:
        return ()
    names = [flat(" ".join(one.findtext(f".//{_C}v") or "" for one in s.iterfind(f"{_C}tx"))) for s in series]
    categories = _points(series[0].find(f"{_C}cat"))
    columns = [_points(one.find(f"{_C}val")) for one in series]
    rows = [
        (categories.get(n, ""), *(_number(column.get(n, "")) for column in columns)) for n in range(_count(series[0]))
    ]
    return (("", *names), *rows)


def _points(element: Any) -> dict[int, str]:
    if element is None:
        return {}
    return {int(point.get("idx", "0")): flat(point.findtext(f"{_C}v") or "") for point in element.iter(f"{_C}pt")}


def _count(series: Any) -> int:
    found = series.find(f"{_C}cat//{_C}ptCount")
    return int(found.get("val", "0")) if found is not None else 0


def _number(text: str) -> str:
    try:
        return number_words(float(text))
    except ValueError:
        return text


def _notes(opened: Opened, slide: str) -> str:
    """The words for the speaker, a line a paragraph."""
    targets = [rel.target for rel in opened.rels.get(slide, {}).values() if rel.kind == "notesSlide" and rel.target]
    root = opened.xml.get(targets[0]) if targets else None
    bodies = [shape for shape in root.iter(f"{P}sp") if _kind(shape) == "body"] if root is not None else []
    return "\n".join(words for shape in bodies for _, words in _lines(shape))


def _other(shape: Any, footer: str) -> str:
    """A shape that deckmaker does not make, in a few words; "" for its own link, foot and bars."""
    words = " ".join(words for _, words in _lines(shape)) if shape.tag == f"{P}sp" else ""
    if shape.tag == f"{P}sp":
        own = words in ("", ENGLISH.back, footer) or words.isdigit() or words == "‹#›"
        return "" if own else f"a text box: “{words[:60]}”"
    return (
        ""
        if shape.tag in (f"{P}nvGrpSpPr", f"{P}grpSpPr", f"{P}extLst")
        else f"a shape: {next(_names(shape), 'unnamed')}"
    )


def _names(shape: Any) -> Iterator[str]:
    yield from (str(about.get("name")) for about in shape.iter(f"{P}cNvPr"))
