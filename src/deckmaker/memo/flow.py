"""The story's parts as flowables in order, each tied to its element of the structure tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from deckmaker.memo.bidi import runs_from_right
from deckmaker.memo.blocks import Block, Bookmark, Paragraph, Rule
from deckmaker.memo.hyphens import hyphenator
from deckmaker.memo.logos import Crest, LogoMark
from deckmaker.memo.looks import INK, RULE, Look, Looks
from deckmaker.memo.parts import Grid, Item, Part, Plate, Role
from deckmaker.memo.pictures import Images, PictureBlock
from deckmaker.memo.setting import set_line, set_spans
from deckmaker.memo.structure import Structure
from deckmaker.memo.tables import TableBlock, set_table

_POINTS = (Role.BULLET, Role.BELOW)
_LISTED = (Role.FIGURE, Role.DATE)
_NOTES = (Role.SOURCE, Role.ENTRY, Role.CITED)
_ENDS = (Role.SOURCE, Role.SIGN)
_HYPHENATED = (*_POINTS, *_LISTED, Role.SUMMARY, Role.QUOTE, Role.CITED)
_ENGLISH = (Role.SOURCE, Role.ENTRY)
"""Sentences that the memo says in English whatever its language: they run from the left."""
_NOTHING = Item(Role.BANNER, ())
_SHORT = 90
"""About as many characters as a line has."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What is set and with what: the story's parts, their pictures, the looks, the structure that grows, the logo."""

    parts: Sequence[Part]
    images: Images
    looks: Looks
    structure: Structure
    crest: Crest | None = None

    def flowables(self) -> Iterator[Flowable]:
        """The parts as flowables, with the rules between them."""
        for number, part in enumerate(self.parts):
            look = self.looks.roles[part.role]
            if is_held(self.parts, number):
                look = replace(look, keep=True, after=0 if part.role is Role.QUOTE else look.after)
            if isinstance(part, Grid):
                yield TableBlock(set_table(part, look, self.looks, self.structure))
            elif isinstance(part, Plate):
                yield self._picture(part, look)
            else:
                if part.role is Role.BANNER and self.crest:
                    yield self._logo(self.crest, look.leading)
                before = self.parts[number - 1].role if number else Role.BANNER
                if part.role is Role.SOURCE and before not in _NOTES:
                    yield Rule(0.6, RULE, 12, 6)
                yield self._block(part, look, number)
                yield from _rules_after(part.role)

    def _picture(self, plate: Plate, look: Look) -> PictureBlock:
        from_right = runs_from_right(self.structure.language)
        return PictureBlock(self.images[plate.file], look, self.structure.figure(plate.alt), from_right=from_right)

    def _logo(self, crest: Crest, drop: float) -> LogoMark:
        at_left = runs_from_right(self.structure.language)
        return LogoMark(crest, self.structure.figure(crest.alt), drop, at_left=at_left)

    def _block(self, item: Item, look: Look, number: int) -> Block:
        looks, language = self.looks, "en" if item.role in _ENGLISH else self.structure.language
        label_element, element = self.structure.place(item)
        return Block(
            Paragraph(
                set_spans(item.spans, item.role, looks, language),
                look,
                element,
                set_line(item.label, look.label, looks.typefaces, language) if item.label else (),
                label_element,
                _bookmark(item, number),
                hyphenator(language) if item.role in _HYPHENATED else None,
                runs_from_right(language),
            )
        )


def _rules_after(role: Role) -> Iterator[Rule]:
    if role is Role.BANNER:
        yield Rule(1, INK, 0, 7)
    if role is Role.SUBJECT:
        yield Rule(1, INK, 7, 16)


def is_held(parts: Sequence[Part], number: int) -> bool:
    """Whether a part stays on the page of the next, besides what its look says.

    A bullet keeps with the first one below it, the last point with the source note or the line to sign on; and no
    short point stands alone, cut off from its section by a page's end: the first keeps with the second, the last with
    the one before.  A picture
    keeps with its caption, a quotation with who said it.
    """
    before, here, after, later = (
        parts[at] if 0 <= at < len(parts) else _NOTHING for at in range(number - 1, number + 3)
    )
    if here.role is Role.QUOTE:
        return after.role is Role.WHO
    if here.role is Role.PICTURE:
        return after.role is Role.CAPTION
    if here.role not in (*_POINTS, *_LISTED):
        return False
    if after.role in _ENDS:  # but many sources may begin a page of their own
        return later.role is not Role.CITED
    group = _POINTS if here.role in _POINTS else _LISTED
    if after.role not in group:
        return False
    if after.role is Role.BELOW:
        return here.role is Role.BULLET
    first_is_short = before.role in (Role.HEADING, Role.LIST_HEADING) and len(here.text) <= _SHORT
    last_is_short = later.role not in group and len(after.text) <= _SHORT
    return first_is_short or last_is_short


def _bookmark(item: Item, number: int) -> Bookmark | None:
    if item.role is Role.SUBJECT:
        return Bookmark("title", item.text)
    if item.role in (Role.HEADING, Role.LIST_HEADING):
        return Bookmark(f"item-{number}", f"{item.label} {item.text}".strip(), 1)
    return Bookmark(item.anchor) if item.anchor else None
