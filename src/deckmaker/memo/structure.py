"""The structure tree as the story's parts come: headings, paragraphs, lists with a level below, tables, notes."""

from collections.abc import Callable

from deckmaker.memo.parts import Item, Role
from deckmaker.memo.tags import Element, bulleted, heads, identified, said_instead, spoken_in

_TAGS = {Role.SUBJECT: "H1", Role.HEADING: "H2", Role.LIST_HEADING: "H2"}
_OUR_WORDS = (Role.BANNER, Role.SUMMARY_LABEL, Role.LIST_HEADING, Role.SOURCE, Role.ENTRY)
"""What the memo says in English whatever the outline's language."""
_LISTS = {Role.BULLET: "Disc", Role.FIGURE: "None", Role.DATE: "None", Role.ENTRY: "LowerAlpha"}


class Structure:
    """Grows a structure tree in reading order."""

    def __init__(self, root: Element, language: str) -> None:
        self._root, self.language = root, language
        self._ours = {} if language.lower().partition("-")[0] in ("en", "") else spoken_in("en")
        self._list: tuple[Role, Element] | None = None
        self._below: Element | None = None
        self._body = root
        self._notes = 0

    def place(self, item: Item) -> tuple[Element | None, Element]:
        """The elements of the item's label and of its text."""
        if item.role in _LISTS:
            return self._listed(item.role)
        if item.role is Role.BELOW:
            self._below = self._below or self._body.child("L", bulleted("Disc"))
            label, body = _list_item(self._below)
            return label, body.child("P")
        self._list = None
        special: dict[Role, Callable[[Item], tuple[Element | None, Element]]] = {
            Role.ROW: self._row,
            Role.SUBJECT: self._row,
            Role.SOURCE: self._note,
            Role.CITED: self._note,
        }
        if item.role in special:
            return special[item.role](item)
        facts = self._ours if item.role in _OUR_WORDS else {}
        parent = self._root.child("BlockQuote") if item.role is Role.QUOTE else self._root
        return None, parent.child(_TAGS.get(item.role, "P"), facts)

    def marking(self) -> Element:
        """The element of the marking, which is said once."""
        return self._root.child("P")

    def figure(self, alt: str) -> Element:
        """The element of a picture."""
        self._list = None
        return self._root.child("Figure", said_instead(alt))

    def table(self) -> Element:
        """The element of a table."""
        self._list = None
        return self._root.child("Table")

    def _listed(self, role: Role) -> tuple[Element, Element]:
        if self._list is None or self._list[0] is not role:
            self._list = role, self._root.child("L", bulleted(_LISTS[role]))
        self._below = None
        label, self._body = _list_item(self._list[1])
        return label, self._body.child("P", self._ours if role in _OUR_WORDS else {})

    def _row(self, item: Item) -> tuple[Element, Element]:
        label = self._root.child("P", self._ours)
        return label, self._root.child(_TAGS.get(item.role, "P")) if item.spans else label

    def _note(self, item: Item) -> tuple[Element | None, Element]:
        self._notes += 1
        note = self._root.child("Note", identified(f"note-{self._notes}"))
        label = note.child("Lbl") if item.label else None
        return label, note.child("P", self._ours if item.role in _OUR_WORDS else {})


def header_cell(row: Element, scope: str) -> Element:
    """A cell that heads its column or its row (scope "Column" or "Row")."""
    return row.child("TH", heads(scope))


def _list_item(parent: Element) -> tuple[Element, Element]:
    """The label and the body of a new item of that list."""
    item = parent.child("LI")
    return item.child("Lbl"), item.child("LBody")
