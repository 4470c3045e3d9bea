"""Tables of contents in a PDF that nothing marks: found by their heading, their dots and their page numbers."""

import re
from collections.abc import Sequence

from deckmaker.readers.pdf_parts import Part

CONTENTS = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des mati[èe]res|sommaire|[íi]ndice(?: general)?|contenido"
    r"|sommario|inhoud(?:sopgave)?|目录|目次|목차|оглавление|содержание",
    re.IGNORECASE,
)
_DOTTED = re.compile(r".*?(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})?")
_ENTRY = re.compile(r".*\S\s+(?:\d{1,4}|[ivxlc]{1,6})", re.DOTALL)


def without_contents(parts: Sequence[Part]) -> list[Part]:
    """The parts without contents lists: lines with leading dots, and entries with page numbers below "Contents"."""
    kept: list[Part] = []
    is_inside = False
    for part in parts:
        text = _text(part)
        is_inside = bool(CONTENTS.fullmatch(text.strip())) or (is_inside and _is_entry(part))
        if not is_inside and not (part.lines and _is_dotted(part)):
            kept.append(part)
    return kept


def _text(part: Part) -> str:
    if part.table:
        return "\n".join(" ".join(row) for row in (*part.table.header, *part.table.rows))
    return part.text


def _is_entry(part: Part) -> bool:
    rows = _text(part).split("\n") if part.table else [line.text for line in part.lines]
    return bool(rows) and 2 * sum(bool(_ENTRY.fullmatch(row)) for row in rows) > len(rows)


def _is_dotted(part: Part) -> bool:
    return 2 * sum(bool(_DOTTED.fullmatch(line.text)) for line in part.lines) > len(part.lines)
