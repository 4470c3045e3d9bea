"""The story's items as flowables in order, each tied to its element of the structure tree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus.flowables import Flowable

from deckmaker.memo.blocks import Block, Bookmark, Paragraph, Rule
from deckmaker.memo.fonts import Typefaces
from deckmaker.memo.lines import Ink, Run
from deckmaker.memo.looks import INK, RULE, Looks
from deckmaker.memo.scripts import passages
from deckmaker.memo.story import SOURCE_NOTE, Item, Role, Span
from deckmaker.memo.tags import Element, bulleted, lettered, spoken_in

_TAGS = {Role.SUBJECT: "H1", Role.HEADING: "H2"}
_OUR_WORDS = (Role.BANNER, Role.SUMMARY_LABEL, Role.SOURCE)
"""What the memo says in English whatever the outline's language."""
_POINTS = (Role.BULLET, Role.BELOW)
_NOTHING = Item(Role.BANNER, ())
_SHORT = 90
"""About as many characters as a line has."""


def flow(items: Sequence[Item], looks: Looks, structure: "Structure") -> Iterator[Flowable]:
    """The items as flowables, with the rules between them."""
    for number, item in enumerate(items):
        if item.role is Role.SOURCE:
            yield Rule(0.6, RULE, 12, 6)
        label_element, element = structure.place(item)
        runs = [
            run
            for span in item.spans
            for run in set_span(span, looks.ink(item.role, span.kind), looks.typefaces, structure.language)
        ]
        look = looks.roles[item.role]
        if _is_held(items, number):
            look = replace(look, keep=True)
        yield Block(Paragraph(runs, look, element, item.label, label_element, _bookmark(item, number)))
        if item.role is Role.BANNER:
            yield Rule(1, INK, 0, 7)
        if item.role is Role.SUBJECT:
            yield Rule(1, INK, 7, 16)


def set_span(span: Span, ink: Ink, typefaces: Typefaces, language: str = "") -> list[Run]:
    """The span as runs in that ink, each in a typeface that has its characters and in one language."""
    return [
        Run(piece, replace(ink, font=font, language=foreign or language), span.link, span.spoken, foreign)
        for passage, foreign in passages(span.text, language)
        for font, piece in typefaces.split(passage, ink.font)
    ]


def _is_held(items: Sequence[Item], number: int) -> bool:
    """Whether an item stays on the page of the next, besides what its look says.

    A bullet keeps with the first one below it, the last point with the source note; and no short point stands
    alone, cut off from its section by a page's end: the first keeps with the second, the last with the one before.
    """
    before, here, after, later = (
        items[at] if 0 <= at < len(items) else _NOTHING for at in range(number - 1, number + 3)
    )
    if here.role not in _POINTS or after.role not in (*_POINTS, Role.SOURCE):
        return False
    if after.role is not Role.BULLET:
        return here.role is Role.BULLET or after.role is Role.SOURCE
    first_is_short = before.role is Role.HEADING and len(here.text) <= _SHORT
    last_is_short = later.role not in _POINTS and len(after.text) <= _SHORT
    return first_is_short or last_is_short


def _bookmark(item: Item, number: int) -> Bookmark | None:
    if item.role is Role.SUBJECT:
        return Bookmark("title", item.text)
    if item.role is Role.HEADING:
        return Bookmark(f"item-{number}", f"{item.label} {item.text}", 1)
    return Bookmark(SOURCE_NOTE) if item.role is Role.SOURCE else None


class Structure:
    """Grows a structure tree as items come: headings, paragraphs, and lists with a level below."""

    def __init__(self, root: Element, language: str) -> None:
        self._root, self.language = root, language
        self._ours = {} if language.lower().partition("-")[0] == "en" else spoken_in("en")
        self._list: Element | None = None
        self._below: Element | None = None
        self._body = root

    def place(self, item: Item) -> tuple[Element | None, Element]:
        """The elements of the item's label and of its text."""
        if item.role is Role.BULLET:
            self._list = self._list or self._root.child("L", bulleted())
            self._below = None
            label, self._body = _list_item(self._list)
            return label, self._body.child("P")
        if item.role is Role.BELOW:
            self._below = self._below or self._body.child("L", bulleted())
            label, body = _list_item(self._below)
            return label, body.child("P")
        if item.role is Role.ENTRY:
            self._list = self._list or self._root.child("L", lettered())
            label, body = _list_item(self._list)
            return label, body.child("P", self._ours)
        self._list = None
        if item.role in (Role.ROW, Role.SUBJECT):
            label = self._root.child("P", self._ours)
            return label, self._root.child(_TAGS.get(item.role, "P")) if item.spans else label
        return None, self._root.child(_TAGS.get(item.role, "P"), self._ours if item.role in _OUR_WORDS else {})


def _list_item(parent: Element) -> tuple[Element, Element]:
    """The label and the body of a new item of that list."""
    item = parent.child("LI")
    return item.child("Lbl"), item.child("LBody")
