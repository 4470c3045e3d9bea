"""The structure of a tagged PDF -> parts: order, headings, lists and tables as the file's maker marked them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckmaker.document import Table
from deckmaker.readers.pdf_lines import Line, order_lines
from deckmaker.readers.pdf_page import Page, Run, Tag
from deckmaker.readers.pdf_parts import Part

_COVERED = 0.75  # share of the characters that stand in tagged content, where the tags are to be believed
_HEADINGS = {"H": 1, "Title": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_KINDS = {"LBody": "item", "BlockQuote": "quote", "Caption": "caption", "Note": "note", "TOC": "note", "TOCI": "note"}
_INLINE = {"Span", "Link", "Quote", "Em", "Strong", "Reference", "BibEntry", "Code", "Annot", "Ruby", "Warichu", "Sub"}
_SKIPPED = {"Lbl", "Artifact", "TOC", "TOCI", "Index", "FENote"}
_CELLS = {"TH", "TD"}


def tagged_parts(page: Page) -> list[Part] | None:
    """The parts of a page by its tags, or None where it has none that cover its text."""
    marks = {mark for tag in page.tags for mark in _marks(tag)}
    letters = sum(len(run.text) for run in page.runs)
    covered = sum(len(run.text) for run in page.runs if run.mark in marks)
    if not letters or covered < _COVERED * letters:
        return None
    walk = _Walk(page)
    for tag in page.tags:
        walk.go(tag, "", 0)
    walk.close()
    return walk.parts if any(part.lines for part in walk.parts) else None


def _marks(tag: Tag) -> Iterator[int]:
    for child in tag.children:
        if isinstance(child, int):
            yield child
        else:
            yield from _marks(child)


@dataclass(slots=True)
class _Walk:
    """Goes through a page's structure once; runs of inline elements gather until their block ends."""

    page: Page
    parts: list[Part] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    kind: str = ""
    level: int = 0
    by_mark: dict[int, list[Run]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_mark = {}
        for run in self.page.runs:
            self.by_mark.setdefault(run.mark, []).append(run)

    def go(self, tag: Tag, kind: str, lists: int) -> None:
        """Take an element; kind is what the elements around it say, lists how many lists it stands in."""
        if tag.kind in _SKIPPED:
            return
        if tag.kind == "Table":
            self.close()
            self._table(tag)
            return
        is_block = tag.kind not in _INLINE
        kind = "heading" if tag.kind in _HEADINGS else _KINDS.get(tag.kind, kind)
        level = _HEADINGS.get(tag.kind, lists if kind == "item" else 0)
        if is_block:
            self.close()
            self.kind, self.level = kind, level
        if tag.kind == "Figure" and tag.alt:
            self.parts.append(Part([], "picture", page=self.page.number, alt=tag.alt))
        for child in tag.children:
            if isinstance(child, int):
                self.runs += self.by_mark.get(child, [])
            else:
                self.go(child, kind, lists + (tag.kind == "L"))
                if is_block and child.kind not in _INLINE:
                    self.kind, self.level = kind, level
        if is_block:
            self.close()

    def close(self) -> None:
        """End the block: its runs are a part."""
        runs, self.runs = self.runs, []
        lines = [line for line in _lines(runs, self.page.number) if line.text]
        if lines:
            self.parts.append(Part(lines, self.kind, self.level, self.page.number))

    def _table(self, tag: Tag) -> None:
        rows = list(_below(tag, "TR"))
        cells = [tuple(self._cell(cell) for cell in row.children if not isinstance(cell, int)) for row in rows]
        heads = [all(isinstance(cell, Tag) and cell.kind == "TH" for cell in row.children) for row in rows]
        marked = next((index for index, is_head in enumerate(heads) if not is_head), 0)
        told = [row for row in cells if any(row)]
        if len(told) < 2 or max(map(len, told)) < 2:
            runs = [run for mark in _marks(tag) for run in self.by_mark.get(mark, [])]
            self.runs, self.kind, self.level = runs, "", 0
            self.close()
            return
        table = Table(tuple(filter(any, cells[marked:])), tuple(filter(any, cells[:marked])))
        self.parts.append(Part([], "table", page=self.page.number, table=table))

    def _cell(self, cell: Tag) -> str:
        runs = [run for mark in _marks(cell) for run in self.by_mark.get(mark, [])]
        return " ".join(line.text for line in _lines(runs, self.page.number))


def _below(tag: Tag, kind: str) -> Iterator[Tag]:
    """The elements of a kind below one, not those inside each other."""
    for child in tag.children:
        if isinstance(child, Tag) and child.kind == kind:
            yield child
        elif isinstance(child, Tag) and child.kind != "Table":
            yield from _below(child, kind)


def _lines(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines of a block's runs, from top to bottom in each column."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and run.base < groups[-1][-1].base - 1.5 * max(run.size, 4.0):
            groups.append([])  # it goes on at the top of the next column
        elif not groups:
            groups.append([])
        groups[-1].append(run)
    return [replace(line, page=page) for group in groups for line in order_lines(group)]
