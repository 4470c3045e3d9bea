"""What the nodes of exhibits mean: table, chart, picture, quote, compare."""

from typing import TYPE_CHECKING, TypeAlias

from deckmaker.outline import Bullet, Chart, ChartKind, Column, Comparison, Exhibit, Picture, Quote, Table
from deckmaker.outline.exhibits import number_of
from deckmaker.outline_file.bullet_nodes import BulletNodes

if TYPE_CHECKING:
    from yaml import Node

    Items: TypeAlias = dict[str, Node]

KINDS = ("table", "chart", "picture", "quote", "compare")
_Cells: TypeAlias = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]


class ExhibitNodes(BulletNodes):
    """Exhibits: each an entry of a list, a mapping with one key that names its kind."""

    def exhibit(self, node: "Node") -> Exhibit:
        """An exhibit of any kind."""
        items = self.mapping(node, "an exhibit", KINDS)
        if len(items) != 1:
            self.fail("an exhibit has one kind", node, "Begin each exhibit on a line of its own with `- table:`.")
        ((kind, value),) = items.items()
        if kind == "table":
            return self.table(value)
        if kind == "chart":
            return self.chart(value)
        if kind == "picture":
            return self.picture(value)
        return self.quote(value) if kind == "quote" else self.compare(value)

    def table(self, node: "Node") -> Table:
        """A caption, a header and rows."""
        items = self.mapping(node, "a table", ("caption", "header", "rows"))
        caption, (header, rows) = self.captioned(items, node, "a table")
        return Table(caption.text, header, rows, caption.places)

    def chart(self, node: "Node") -> Chart:
        """A table to be drawn, and how."""
        items = self.mapping(node, "a chart", ("kind", "caption", "header", "rows"))
        caption, (header, rows) = self.captioned(items, node, "a chart")
        if len(header) < 2:
            self.fail("a chart has only one column", items["header"], "Write the names' column and one of numbers.")
        for row, line in zip(rows, items["rows"].value, strict=True):
            if not row[0]:
                self.fail("the first cell of a chart's row is its name; it is empty", line, "Write the name.")
            for cell in row[1:]:
                if cell and number_of(cell) is None:
                    self.fail(f"{cell!r} is not a number", line, "Write the number alone: 1,234.5 or 12 %.")
        return Chart(caption.text, header, rows, caption.places, self.kind(items))

    def kind(self, items: "Items") -> ChartKind | None:
        """How the chart is to be drawn, if the file says so."""
        text = self.optional(items, "kind")
        if text and text not in list(ChartKind):
            self.fail(f"`kind` is {text!r}", items["kind"], f"Write {', '.join(ChartKind)}, or remove the line.")
        return ChartKind(text) if text else None

    def captioned(self, items: "Items", node: "Node", what: str) -> tuple[Bullet, _Cells]:
        """The caption with its places, the header, and rows that are all as long as it."""
        self.require(items, ("caption", "header", "rows"), node, what)
        header = self.sequence(items["header"], "header", self.cell)
        if not all(header[1:]):
            self.fail("a column has no name", items["header"], "Name each column; only the first may be empty: ''.")
        rows = self.sequence(items["rows"], "rows", self.row)
        for row, line in zip(rows, items["rows"].value, strict=True):
            if len(row) != len(header):
                message = f"this row has {len(row)} cells and the header {len(header)}"
                self.fail(message, line, "Write one cell a column; '' stands for an empty one. Commas part cells.")
        return self.marked(items["caption"], "the caption"), (header, rows)

    def row(self, node: "Node") -> tuple[str, ...]:
        """The cells of a row."""
        return self.sequence(node, "a row", self.cell)

    def cell(self, node: "Node") -> str:
        """The text of a cell, which may be empty."""
        return self.clean(node, "a cell") if self.line(node, "a cell") else ""

    def picture(self, node: "Node") -> Picture:
        """A picture's file, its alternative text, and its caption."""
        items = self.mapping(node, "a picture", ("file", "alt", "caption"))
        self.require(items, ("file", "alt"), node, "a picture")
        file, alt = self.clean(items["file"], "`file`"), self.clean(items["alt"], "`alt`")
        if "caption" not in items:
            return Picture(file, alt)
        caption = self.marked(items["caption"], "the caption")
        return Picture(file, alt, caption.text, caption.places)

    def quote(self, node: "Node") -> Quote:
        """Somebody's words, and whose they are."""
        items = self.mapping(node, "a quote", ("text", "who"))
        self.require(items, ("text",), node, "a quote")
        said = self.marked(items["text"], "the quotation")
        return Quote(said.text, self.clean(items["who"], "`who`") if "who" in items else "", said.places)

    def compare(self, node: "Node") -> Comparison:
        """Two columns."""
        columns = self.sequence(node, "compare", self.column)
        if len(columns) != 2:
            self.fail(f"a comparison has two columns, not {len(columns)}", node, "Write two `- heading:` entries.")
        return Comparison(*columns)

    def column(self, node: "Node") -> Column:
        """One side of a comparison."""
        items = self.mapping(node, "a column", ("heading", "bullets"))
        self.require(items, ("heading", "bullets"), node, "a column")
        bullets = self.sequence(items["bullets"], "bullets", self.flat)
        return Column(self.clean(items["heading"], "the heading"), bullets)

    def flat(self, node: "Node") -> Bullet:
        """A bullet with none below it."""
        bullet = self.bullet(node)
        if bullet.bullets:
            self.fail("the bullets of a comparison have none below them", node, "Move these bullets one level up.")
        return bullet
