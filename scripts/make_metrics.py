"""Writes the tables that deck/fit measures with: advance widths and pair kerning of metric twins of Office fonts.

The twins are open fonts drawn to the same widths (Carlito = Calibri, Caladea = Cambria, Liberation Sans = Arial,
Liberation Serif = Times New Roman), so neither they nor the Office fonts need be installed where decks are made.
On Debian they are fonts-crosextra-carlito, fonts-crosextra-caladea and fonts-liberation.

Run: python scripts/make_metrics.py [FOLDER OF FONTS]
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "src" / "deckmaker" / "deck" / "metrics"
FONTS = Path("/usr/share/fonts/truetype")
TWINS = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "LiberationSans",
    "Times New Roman": "LiberationSerif",
}
RANGES = (
    (0x20, 0x24F),  # Latin, Latin-1, Extended-A and -B
    (0x370, 0x3FF),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20BF),  # superscripts and currency
    (0x2100, 0x22FF),  # letterlike, arrows, mathematics
    (0x25A0, 0x25FF),  # squares
    (0xFB00, 0xFB06),  # ligatures
)


def characters(font: TTFont) -> dict[int, str]:
    """Code point -> glyph name, of those in RANGES that the font has."""
    cmap = font.getBestCmap()
    return {code: cmap[code] for low, high in RANGES for code in range(low, high + 1) if code in cmap}


def widths(font: TTFont, chars: dict[int, str]) -> list[list[Any]]:
    """[[first code point, [width, ...]], ...]: runs of neighbouring characters, in font units."""
    runs: list[list[Any]] = []
    for code, glyph in chars.items():
        width = font["hmtx"][glyph][0]
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1][1].append(width)
        else:
            runs.append([code, [width]])
    return runs


def pair_tables(font: TTFont) -> Iterator[Any]:
    """The GPOS pair subtables behind the feature "kern", in order."""
    if "GPOS" not in font:
        return
    table = font["GPOS"].table
    features = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern"]
    for index in sorted({index for feature in features for index in feature.LookupListIndex}):
        for subtable in table.LookupList.Lookup[index].SubTable:
            inner = getattr(subtable, "ExtSubTable", subtable)
            if type(inner).__name__ == "PairPos":
                yield inner


def advance(value: Any) -> int:
    """The change of advance in a value record, which may be absent."""
    return int(getattr(value, "XAdvance", 0) or 0)


def pairs_of(left: str, table: Any, glyphs: list[str]) -> dict[str, int]:
    """Right glyph -> kerning after `left` by one subtable; {} where the subtable does not cover it."""
    if left not in table.Coverage.glyphs:
        return {}
    if table.Format == 1:
        records = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        return {record.SecondGlyph: advance(record.Value1) for record in records}
    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
    second = table.ClassDef2.classDefs
    return {right: advance(row[second.get(right, 0)].Value1) for right in glyphs}


def kerning(font: TTFont, chars: dict[int, str]) -> dict[str, dict[str, int]]:
    """Left glyph -> right glyph -> kerning; the first subtable that covers a pair decides."""
    glyphs = sorted(set(chars.values()))
    pairs: dict[str, dict[str, int]] = {glyph: {} for glyph in glyphs}
    tables = list(pair_tables(font))
    for left in glyphs:
        for table in tables:
            for right, value in pairs_of(left, table, glyphs).items():
                pairs[left].setdefault(right, value)
    if not tables and "kern" in font:
        for (left, right), value in font["kern"].kernTables[0].kernTable.items():
            if left in pairs:
                pairs[left][right] = value
    return pairs


def classes(font: TTFont, chars: dict[int, str]) -> dict[str, Any]:
    """Kerning by classes: characters that kern alike on the left, on the right, and the values between them."""
    pairs = kerning(font, chars)
    codes = sorted(chars)
    grid = {code: [pairs[chars[code]].get(chars[right], 0) for right in codes] for code in codes}
    left = group({code: tuple(grid[code]) for code in codes})
    columns = {code: tuple(grid[first][i] for first in codes) for i, code in enumerate(codes)}
    right = group(columns)
    place = {code: i for i, code in enumerate(codes)}
    values = [[grid[ord(a[0])][place[ord(b[0])]] for b in right] for a in left]
    return {"left": left, "right": right, "values": values}


def group(rows: dict[int, tuple[int, ...]]) -> list[str]:
    """The characters with equal rows, one string a class; rows of zeros are left out."""
    found: dict[tuple[int, ...], str] = {}
    for code, row in rows.items():
        if any(row):
            found[row] = found.get(row, "") + chr(code)
    return list(found.values())


def table(family: str, path: Path, bold: bool) -> dict[str, Any]:
    """What deck/fit knows of one font: units per em, line height, widths, kerning."""
    font = TTFont(path)
    chars, head = characters(font), font["hhea"]
    return {
        "family": family,
        "bold": bold,
        "em": font["head"].unitsPerEm,
        "line": head.ascent - head.descent + head.lineGap,
        "widths": widths(font, chars),
        "kerning": classes(font, chars),
    }


def main() -> None:
    """Write one JSON file a font."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS
    OUT.mkdir(exist_ok=True)
    for family, twin in TWINS.items():
        for weight in ("Regular", "Bold"):
            path = next(iter(sorted(folder.rglob(f"{twin}-{weight}.ttf"))), None)
            if path is None:
                sys.exit(f"{twin}-{weight}.ttf is not under {folder}")
            text = json.dumps(table(family, path, weight == "Bold"), separators=(",", ":"), ensure_ascii=False)
            name = f"{family.lower().replace(' ', '-')}-{weight.lower()}.json"
            (OUT / name).write_text(text + "\n", encoding="utf-8")
            print(name, len(text))


if __name__ == "__main__":
    main()
