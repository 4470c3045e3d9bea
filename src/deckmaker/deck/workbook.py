"""The small workbook behind a chart, so that its numbers can be edited: the same bytes every time."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from deckmaker.deck.markup import clean
from deckmaker.deck.package import pack

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OPEN}/officeDocument/2006/relationships"
_SHEET = f"{_OPEN}/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELS = f'{_HEAD}<Relationships xmlns="{_OPEN}/package/2006/relationships">{{}}</Relationships>'
_REL = f'<Relationship Id="rId{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
SHEET = "Sheet1"


def column_name(index: int) -> str:
    """The letters of a column, counted from 0: A, B, …, Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def workbook(rows: Sequence[Sequence[str | float | None]]) -> bytes:
    """An .xlsx with one sheet of these rows."""
    types = (
        f'{_HEAD}<Types xmlns="{_OPEN}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    )
    book = (
        f'{_HEAD}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    links = _REL.format(1, "worksheet", "worksheets/sheet1.xml") + _REL.format(2, "styles", "styles.xml")
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _RELS.format(_REL.format(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _RELS.format(links),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": _sheet(rows),
    }
    return pack({name: text.encode() for name, text in parts.items()})


def _styles() -> str:
    """The least that a workbook says of its looks."""
    return (
        f'{_HEAD}<styleSheet xmlns="{_SHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
    )


def _sheet(rows: Sequence[Sequence[str | float | None]]) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = (_cell(f"{column_name(index)}{number}", value) for index, value in enumerate(row))
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'{_HEAD}<worksheet xmlns="{_SHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(name: str, value: str | float | None) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(clean(value))}</t></is></c>'
    return f'<c r="{name}"><v>{value:.15g}</v></c>'
