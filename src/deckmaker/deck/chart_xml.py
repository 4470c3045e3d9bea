"""A chart's part as XML: native and editable, in the theme's colours, legible in black and white."""

import copy
from collections.abc import Sequence
from typing import Any, TypeAlias

from lxml import etree

from deckmaker.deck.markup import clean
from deckmaker.deck.slides import Plot
from deckmaker.deck.workbook import SHEET, column_name
from deckmaker.outline import ChartKind

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {"c": _C, "a": _A, "r": _R}
COLOURS = ("accent1", "accent5", "accent3", "accent4", "accent2")
"""The series' colours in turn: each clearly lighter or darker than the one before, so that grey tells them apart."""

_DASHES = ("solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")
_Looks: TypeAlias = tuple[Any, str]  # the fill of letters, and the language
_MOST_LABELLED = 14
"""Up to so many values stand at their bars; more are read off the axis."""


def _put(parent: Any, name: str, /, **attributes: object) -> Any:
    prefix, local = name.split(":")
    values = {key: str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{_SPACES[prefix]}}}{local}", values)


def chart_part(plot: Plot, language: str, ink: Any) -> bytes:
    """The XML of a chart; its workbook is the relationship rId1.  ink is the fill of its letters."""
    root = etree.Element(f"{{{_C}}}chartSpace", nsmap=_SPACES)
    _put(root, "c:date1904", val=0)
    _put(root, "c:roundedCorners", val=0)
    chart = _put(root, "c:chart")
    _put(chart, "c:autoTitleDeleted", val=1)
    area = _put(chart, "c:plotArea")
    _put(area, "c:layout")
    labelled = len(plot.series) == 1 and len(plot.categories) <= _MOST_LABELLED
    _series(area, plot, (ink, language), labelled=labelled)
    _axes(area, plot, (ink, language), labelled=labelled)
    if len(plot.series) > 1:
        legend = _put(chart, "c:legend")
        _put(legend, "c:legendPos", val="t")
        _put(legend, "c:overlay", val=0)
        _letters(legend, plot.size, ink, language)
    _put(chart, "c:plotVisOnly", val=1)
    _put(chart, "c:dispBlanksAs", val="gap")
    _letters(root, plot.size, ink, language)
    _put(_put(root, "c:externalData"), "c:autoUpdate", val=0)
    root[-1].set(f"{{{_R}}}id", "rId1")
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _letters(parent: Any, size: float, ink: Any, language: str) -> None:
    body = _put(parent, "c:txPr")
    _put(body, "a:bodyPr")
    _put(body, "a:lstStyle")
    paragraph = _put(body, "a:p")
    looks = _put(_put(paragraph, "a:pPr"), "a:defRPr", sz=round(size * 100))
    looks.append(copy.deepcopy(ink))
    _put(paragraph, "a:endParaRPr", lang=language)


def _series(area: Any, plot: Plot, looks: _Looks, *, labelled: bool) -> None:
    line = plot.kind is ChartKind.LINE
    found = _put(area, "c:lineChart" if line else "c:barChart")
    if not line:
        _put(found, "c:barDir", val="bar" if plot.kind is ChartKind.BAR else "col")
    _put(found, "c:grouping", val="standard" if line else "clustered")
    _put(found, "c:varyColors", val=0)
    for index, (name, values) in enumerate(plot.series):
        one = _put(found, "c:ser")
        _put(one, "c:idx", val=index)
        _put(one, "c:order", val=index)
        letter = column_name(index + 1)
        _strings(_put(one, "c:tx"), f"{SHEET}!${letter}$1", [name])
        _paint(one, index, line=line)
        if labelled:
            _value_labels(one, plot, looks)
        _strings(_put(one, "c:cat"), f"{SHEET}!$A$2:$A${len(plot.categories) + 1}", plot.categories)
        _numbers(_put(one, "c:val"), f"{SHEET}!${letter}$2:${letter}${len(values) + 1}", values, plot.form)
        if line:
            _put(one, "c:smooth", val=0)
    if line:
        _put(found, "c:marker", val=1)
    else:
        _put(found, "c:gapWidth", val=60 if len(plot.series) == 1 else 80)
        _put(found, "c:overlap", val=0 if len(plot.series) == 1 else -5)
    for axis in (1, 2):
        _put(found, "c:axId", val=axis)


def _paint(one: Any, index: int, *, line: bool) -> None:
    """A series' colour; lines also differ in dash and marker, bars stand alone."""
    colour = COLOURS[index % len(COLOURS)]
    shape = _put(one, "c:spPr")
    if not line:
        _put(_put(shape, "a:solidFill"), "a:schemeClr", val=colour)
        _put(one, "c:invertIfNegative", val=0)
        return
    stroke = _put(shape, "a:ln", w=34925, cap="rnd")
    _put(_put(stroke, "a:solidFill"), "a:schemeClr", val=colour)
    _put(stroke, "a:prstDash", val=_DASHES[index % len(_DASHES)])
    _put(stroke, "a:round")
    marker = _put(one, "c:marker")
    _put(marker, "c:symbol", val=_MARKERS[index % len(_MARKERS)])
    _put(marker, "c:size", val=8)
    filled = _put(marker, "c:spPr")
    _put(_put(filled, "a:solidFill"), "a:schemeClr", val=colour)
    _put(_put(filled, "a:ln"), "a:noFill")


def _value_labels(one: Any, plot: Plot, looks: _Looks) -> None:
    labels = _put(one, "c:dLbls")
    _put(labels, "c:numFmt", formatCode=plot.form, sourceLinked=0)
    _put(_put(labels, "c:spPr"), "a:noFill")
    _letters(labels, plot.size, *looks)
    _put(labels, "c:dLblPos", val="t" if plot.kind is ChartKind.LINE else "outEnd")
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        _put(labels, f"c:show{name}", val=int(name == "Val"))


def _strings(parent: Any, where: str, values: Sequence[str]) -> None:
    found = _put(parent, "c:strRef")
    _put(found, "c:f").text = where
    cache = _put(found, "c:strCache")
    _put(cache, "c:ptCount", val=len(values))
    for index, value in enumerate(values):
        _put(_put(cache, "c:pt", idx=index), "c:v").text = clean(value)


def _numbers(parent: Any, where: str, values: Sequence[float | None], form: str) -> None:
    found = _put(parent, "c:numRef")
    _put(found, "c:f").text = where
    cache = _put(found, "c:numCache")
    _put(cache, "c:formatCode").text = form
    _put(cache, "c:ptCount", val=len(values))
    for index, value in enumerate(values):
        if value is not None:
            _put(_put(cache, "c:pt", idx=index), "c:v").text = f"{value:.15g}"


def _axes(area: Any, plot: Plot, looks: _Looks, *, labelled: bool) -> None:
    """The names' axis, and the numbers' axis, which is left out where the values stand at their bars."""
    lying = plot.kind is ChartKind.BAR
    names = _put(area, "c:catAx")
    _put(names, "c:axId", val=1)
    _put(_put(names, "c:scaling"), "c:orientation", val="maxMin" if lying else "minMax")
    _put(names, "c:delete", val=0)
    _put(names, "c:axPos", val="l" if lying else "b")
    _put(names, "c:numFmt", formatCode="General", sourceLinked=0)
    for name, value in (("majorTickMark", "none"), ("minorTickMark", "none"), ("tickLblPos", "low")):
        _put(names, f"c:{name}", val=value)
    _stroke(names, looks[0], 50)
    _letters(names, plot.size, *looks)
    for name, mark in (("crossAx", 2), ("crosses", "autoZero"), ("auto", 0), ("lblAlgn", "ctr"), ("lblOffset", 100)):
        _put(names, f"c:{name}", val=mark)
    _put(names, "c:noMultiLvlLbl", val=1)
    _number_axis(area, plot, looks, labelled=labelled)


def _number_axis(area: Any, plot: Plot, looks: _Looks, *, labelled: bool) -> None:
    """Bars begin at zero unless a number is below it; a line's axis is left to the program."""
    lying = plot.kind is ChartKind.BAR
    values = [value for _, column in plot.series for value in column if value is not None]
    axis = _put(area, "c:valAx")
    _put(axis, "c:axId", val=2)
    scaling = _put(axis, "c:scaling")
    _put(scaling, "c:orientation", val="minMax")
    if plot.kind is not ChartKind.LINE and min(values, default=0) >= 0:
        _put(scaling, "c:min", val=0)
    _put(axis, "c:delete", val=int(labelled))
    _put(axis, "c:axPos", val="t" if lying else "l")
    if not labelled:
        _stroke(_put(axis, "c:majorGridlines"), looks[0], 15)
    _put(axis, "c:numFmt", formatCode=plot.form, sourceLinked=0)
    for name, value in (("majorTickMark", "none"), ("minorTickMark", "none"), ("tickLblPos", "nextTo")):
        _put(axis, f"c:{name}", val=value)
    _put(_put(_put(axis, "c:spPr"), "a:ln"), "a:noFill")
    _letters(axis, plot.size, *looks)
    for name, mark in (("crossAx", 1), ("crosses", "max" if lying else "autoZero"), ("crossBetween", "between")):
        _put(axis, f"c:{name}", val=mark)


def _stroke(parent: Any, ink: Any, share: int) -> None:
    """A thin line in the letters' colour, so many parts of a hundred strong."""
    stroke = _put(_put(parent, "c:spPr"), "a:ln", w=9525)
    stroke.append(copy.deepcopy(ink))
    for colour in stroke[0]:
        _put(colour, "a:alpha", val=share * 1000)
