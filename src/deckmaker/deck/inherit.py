"""How a template's placeholder sets its text: looks gathered from layout, master and presentation, as programs do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from deckmaker.deck.design import Frame, Style
from deckmaker.deck.slides import Box

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
_TITLES = ("title", "ctrTitle")
_FOOT = ("ftr", "sldNum", "dt")
_LEAST_GAP = 0.5  # ems between paragraphs where the template leaves less


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a placeholder's looks come from, nearest first: text bodies, then list styles; and the theme's fonts."""

    bodies: Sequence[Any]
    styles: Sequence[Any]
    fonts: dict[str, str]


def theme_fonts(theme: Any) -> dict[str, str]:
    """The theme's Latin typefaces by the names "+mj-lt" and "+mn-lt"; theme is the root of a theme part."""
    found = {}
    for name, code in (("majorFont", "+mj-lt"), ("minorFont", "+mn-lt")):
        latin = theme.find(f".//{A}{name}/{A}latin")
        found[code] = (latin.get("typeface") if latin is not None else "") or "Arial"
    return found


def make_chain(holder: Any, master: Any, presentation: Any, fonts: dict[str, str]) -> Chain:
    """The chain of a layout's placeholder; master and presentation are the roots of their parts."""
    kind = holder.find(f".//{P}ph").get("type", "obj")
    twin = _twin(kind, master)
    bodies = [body for body in (_body(holder), _body(twin)) if body is not None]
    name = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _FOOT else "bodyStyle"
    styles = [body.find(f"{A}lstStyle") for body in bodies]
    styles += [master.find(f"{P}txStyles/{P}{name}"), presentation.find(f"{P}defaultTextStyle")]
    return Chain(bodies, [style for style in styles if style is not None], fonts)


def _body(shape: Any) -> Any:
    return None if shape is None else shape.find(f"{P}txBody")


def _twin(kind: str, master: Any) -> Any:
    """The master's placeholder that a layout's placeholder of that kind inherits from."""
    wanted = "title" if kind in _TITLES else kind if kind in _FOOT else "body"
    for shape in master.iter(f"{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None and mark.get("type", "obj") == wanted:
            return shape
    return None


def make_frame(box: Box, chain: Chain, size: float = 0) -> Frame:
    """The frame of a placeholder whose shape has that box; a size, if given, takes the place of the template's."""
    edges = {name: _inset(name, chain) for name in _INSETS}
    columns = int(_attribute((body.find(f"{A}bodyPr") for body in chain.bodies), "numCol") or 1)
    width = box.width - edges["lIns"] - edges["rIns"]
    inner = Box(
        round(box.left + edges["lIns"], 2),
        round(box.top + edges["tIns"], 2),
        round(max(1.0, width / max(1, columns)), 2),
        round(max(1.0, box.height - edges["tIns"] - edges["bIns"]), 2),
    )
    return Frame(inner, tuple(_style(level, chain, size) for level in (1, 2)))


def is_upright(chain: Chain) -> bool:
    """Whether the text runs from left to right and is not turned."""
    properties = [body.find(f"{A}bodyPr") for body in chain.bodies]
    return (_attribute(properties, "vert") or "horz") == "horz" and not int(_attribute(properties, "rot") or 0)


def ink(chain: Chain) -> Any:
    """The fill of the first level's letters, or None where the template names none."""
    for style in chain.styles:
        found = style.find(f"{A}lvl1pPr/{A}defRPr/{A}solidFill")
        if found is not None:
            return found
    return None


def _inset(name: str, chain: Chain) -> float:
    value = _attribute((body.find(f"{A}bodyPr") for body in chain.bodies), name)
    return _INSETS[name] if value is None else int(value) / 12700


def _attribute(elements: Iterable[Any], name: str) -> str | None:
    """The attribute of the nearest element that has it."""
    for found in elements:
        if found is not None and found.get(name) is not None:
            return str(found.get(name))
    return None


def _style(level: int, chain: Chain, size: float) -> Style:
    """The style of one level."""
    found = [style.find(f"{A}lvl{level}pPr") for style in chain.styles]
    levels = [one for one in found if one is not None]
    runs = [run for run in (one.find(f"{A}defRPr") for one in levels) if run is not None]
    size = size or int(_attribute(runs, "sz") or 1800) / 100
    spacing, exact = _spacing(levels)
    face = _attribute((run.find(f"{A}latin") for run in runs), "typeface") or "+mn-lt"
    indent = int(_attribute(levels, "marL") or 0) / 12700
    first = int(_attribute(levels, "indent") or 0) / 12700
    return Style(
        family=chain.fonts.get(face, face),
        size=size,
        bold=_attribute(runs, "b") in ("1", "true"),
        spacing=spacing,
        exact=exact,
        gap=max(_LEAST_GAP, _gap(levels, size)),
        indent=max(0.0, indent, indent + first),
        capitals=_attribute(runs, "cap") == "all",
        tracking=max(0, int(_attribute(runs, "spc") or 0)) / 100,
        face=face,
    )


def _spacing(levels: Sequence[Any]) -> tuple[float, float]:
    """Line spacing as a multiple of the font's line, and as an exact pitch in points (0 when there is none)."""
    for level in levels:
        percent, points = level.find(f"{A}lnSpc/{A}spcPct"), level.find(f"{A}lnSpc/{A}spcPts")
        if percent is not None:
            return max(0.7, _percent(percent.get("val"))), 0.0
        if points is not None:
            return 1.0, int(points.get("val")) / 100
    return 1.0, 0.0


def _gap(levels: Sequence[Any], size: float) -> float:
    """The space before a paragraph and after the one above it, in ems."""
    total = 0.0
    for name in ("spcBef", "spcAft"):
        for level in levels:
            percent, points = level.find(f"{A}{name}/{A}spcPct"), level.find(f"{A}{name}/{A}spcPts")
            if percent is not None:
                total += 1.2 * _percent(percent.get("val"))
                break
            if points is not None:
                total += int(points.get("val")) / 100 / size
                break
    return total


def _percent(value: str) -> float:
    return float(value.rstrip("%")) / 100 if value.endswith("%") else int(value) / 100_000
