"""Charts: drawn as the data's shape asks, with alternative text that tells the numbers.  Lengths are in points."""

import re
from collections.abc import Sequence

from deckmaker.deck.design import Design
from deckmaker.deck.fit import width
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import style_font
from deckmaker.deck.slides import Kind, Plot, Role
from deckmaker.outline import Chart, ChartKind

LETTERS = 14.0
_FEW = 8
"""More names than this stand better beside lying bars."""

_TOLD = 12
"""How many categories the alternative text tells."""

_UNIT_BEFORE, _UNIT_AFTER = r"^[-−+]?([^\d\s.,−+-]+)", r"(\s?[%‰])$"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)(?:[-–/]\d\d(?:\d\d)?)?")
_TIMES = (
    re.compile(rf"(?:FY ?)?{_YEAR.pattern}", re.IGNORECASE),
    re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?"),
    re.compile(r"Q(?P<month>[1-4])[ /](?P<year>1[5-9]\d\d|20\d\d)", re.IGNORECASE),
    re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)[ -]?Q(?P<month>[1-4])", re.IGNORECASE),
    re.compile(rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?(?: (?P<year>1[5-9]\d\d|20\d\d))?", re.IGNORECASE),
)


def time_of(name: str) -> tuple[int, int, int] | None:
    """The time that a category names, to be compared with others: "2019", "2019/20", "2019-05", "Q2 2019", "May"."""
    for form in _TIMES:
        found = form.fullmatch(name.strip())
        if found:
            parts = found.groupdict()
            month = _MONTHS.index(parts["name"].lower()) if parts.get("name") else int(parts.get("month") or 0)
            return int(parts.get("year") or 0), month, int(parts.get("day") or 0)
    return None


def chart_kind(chart: Chart, room: float, widest: float) -> ChartKind:
    """The kind the outline asks for; else a line for times in order, bars for many or long names, else columns.

    room is the width of the chart, widest that of its longest name, both in points.
    """
    if chart.kind:
        return chart.kind
    times = [time_of(row[0]) for row in chart.rows]
    known = [time for time in times if time is not None]
    if len(known) == len(times) > 2 and known == sorted(set(known)):
        return ChartKind.LINE
    if len(chart.rows) > _FEW or widest > room / len(chart.rows) - 12:
        return ChartKind.BAR
    return ChartKind.COLUMN


def plan_chart(chart: Chart, design: Design) -> Plot:
    """The chart in its place."""
    frame = design.frames[Kind.CHART][Role.AREA]
    style = sized(frame.style(1), LETTERS)
    names = tuple(row[0] for row in chart.rows)
    widest = max(width(name, style_font(style), LETTERS) for name in names)
    kind = chart_kind(chart, frame.box.width - 60, widest)
    alt = f"{kind.capitalize()} chart: {chart.caption}. {tell(chart)}"
    series = tuple(chart.series())
    return Plot(f"Chart: {chart.caption}", alt, frame.box, kind, names, series, LETTERS, number_form(chart))


def tell(chart: Chart) -> str:
    """The chart's numbers in words, at most a dozen categories: "Kobe: 2022 14.2, 2023 15.1; Chennai: …"."""
    named = len(chart.header) > 2
    told = []
    for row in chart.rows[:_TOLD]:
        cells = zip(chart.header[1:], row[1:], strict=True)
        told.append(f"{row[0]}: " + ", ".join(f"{name} {cell}" if named else cell for name, cell in cells if cell))
    more = len(chart.rows) - _TOLD
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def number_form(chart: Chart) -> str:
    """The numbers' format as spreadsheets write it: their decimals, thousands, and the unit that all of them have."""
    cells = [cell for row in chart.rows for cell in row[1:] if cell]
    digits = max((len(found[1]) for cell in cells if (found := re.search(r"\.(\d+)", cell))), default=0)
    form = "#,##0" if any(len(re.sub(r"\D", "", cell.split(".")[0])) > 3 for cell in cells) else "0"
    form += "." + "0" * digits if digits else ""
    return _shared(cells, _UNIT_BEFORE) + form + _shared(cells, _UNIT_AFTER)


def _shared(cells: Sequence[str], pattern: str) -> str:
    """The unit that every cell has where the pattern looks for it, in quotes; "" when they differ."""
    found = {match[1] if (match := re.search(pattern, cell)) else "" for cell in cells}
    unit = found.pop() if len(found) == 1 else ""
    return f'"{unit}"' if unit else ""
