"""Word (.docx) -> Reading: the text as it reads with all changes accepted, by its styles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from deckmaker.document import BlockKind, Passage, Picture, Reading
from deckmaker.errors import BuildWarning
from deckmaker.readers.article import make_reading
from deckmaker.readers.captions import with_captions
from deckmaker.readers.limits import MAX_BLOCKS, MAX_CELLS, MAX_CHARACTERS, too_much, took_too_long
from deckmaker.readers.options import ReadOptions
from deckmaker.readers.safe_xml import Element
from deckmaker.readers.stated import Stated, plain, properties
from deckmaker.readers.structure import could_be_heading
from deckmaker.readers.word_package import open_word
from deckmaker.readers.word_styles import Styles
from deckmaker.readers.word_tables import arranges, table_of
from deckmaker.readers.word_text import MC, W, is_on, pictures_of, text_of, value_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_HOLDERS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_SHOWN = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff")
_BULLET = re.compile(r"[•‣◦▪●○■□➢✓·☐☑☒✔]\s*(?=\S)")
_DASH = re.compile(r"[-–—*]\s+(?=\S)")
_KINDS = {"heading": BlockKind.HEADING, "item": BlockKind.ITEM, "quote": BlockKind.QUOTE}


def read_docx(data: bytes, name: str, options: ReadOptions) -> Reading:
    """The reading of a Word document; notes, text boxes, page heads and feet, and contents lists are left out.

    Raises:
        InputError: damaged beyond repair, or beyond a limit.
    """
    document = open_word(data, name)
    walk = _Walk(document, name, options)
    walk.go(document.element.body)
    warnings: tuple[BuildWarning, ...] = ()
    if not walk.lines:
        walk.go_boxes(document.element.body)
    elif walk.boxes:
        warnings = (BuildWarning("left-out", f"text boxes beside the text were left out: {walk.boxes}"),)
    passages = with_captions(_with_dashes(walk.passages()))
    return make_reading(passages, _stated(document), walk.title, warnings)


@dataclass(slots=True)
class _Line:
    """A paragraph on its way: its passage, and whether it is bold from end to end, or a caption."""

    passage: Passage
    is_bold: bool = False


@dataclass(slots=True)
class _Walk:
    """Goes through a document's body once."""

    document: "WordDocument"
    name: str
    options: ReadOptions
    lines: list[_Line] = field(default_factory=list)
    title: str = ""
    boxes: int = 0
    size: int = 0
    cells: int = 0
    carried: str = ""
    styles: Styles = field(init=False)

    def __post_init__(self) -> None:
        related = {
            rel.reltype.rpartition("/")[2]: rel for rel in self.document.part.rels.values() if not rel.is_external
        }
        parts = [
            getattr(related[kind].target_part, "element", None) if kind in related else None
            for kind in ("styles", "numbering")
        ]
        self.styles = Styles.of(*parts)

    def go(self, parent: Element) -> None:
        """Take the blocks below an element."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag == f"{MC}AlternateContent":
                self.go(child[0] if len(child) else ())
            elif child.tag in _HOLDERS and not _is_filler(child):
                self.go(child)

    def go_boxes(self, body: Element) -> None:
        """Take the text boxes: they are the text where there is no other."""
        for box in body.iter(f"{W}txbxContent"):
            if not any(True for _ in box.iterancestors(f"{MC}Fallback")):
                self.go(box)

    def _paragraph(self, paragraph: Element) -> None:
        self._check()
        text = self.carried + text_of(paragraph)
        self.carried = ""
        self.boxes += sum(1 for _ in paragraph.iter(f"{W}txbxContent")) and 1
        if _runs_on(paragraph):
            self.carried = text
            return
        role = self.styles.role(paragraph)
        if role.kind == "out":
            return
        words = [plain(part) for part in re.split(r"\n\s*\n", text)]
        for part in filter(None, words):
            self._text(part, role.kind, role.level, is_bold=self.styles.is_bold(paragraph))
        for relation, alt in pictures_of(paragraph):
            self.lines.append(_Line(Passage.of_picture(self._picture(relation, alt))))

    def _check(self) -> None:
        """Nothing, while there is time and the document keeps to the limits.

        Raises:
            InputError: it does not.
        """
        if self.options.is_late():
            raise took_too_long(self.name)
        if len(self.lines) > MAX_BLOCKS:
            raise too_much("holds too many paragraphs", f"{MAX_BLOCKS:,}", self.name)

    def _text(self, text: str, kind: str, level: int, *, is_bold: bool) -> None:
        self.size += len(text)
        if self.size > MAX_CHARACTERS:
            raise too_much("holds too much text", f"{MAX_CHARACTERS:,} characters", self.name)
        if kind == "title" and not self.title:
            self.title = text
        elif kind == "title":
            self.lines.append(_Line(Passage(BlockKind.PARAGRAPH, text)))
        elif not kind and _BULLET.match(text):
            self.lines.append(_Line(Passage(BlockKind.ITEM, _BULLET.sub("", text, count=1), 1)))
        elif kind == "caption":
            self.lines.append(_Line(Passage(BlockKind.PARAGRAPH, text, -1)))
        else:
            passage = Passage(_KINDS.get(kind, BlockKind.PARAGRAPH), text, level if kind in ("heading", "item") else 0)
            self.lines.append(_Line(passage, is_bold and not kind))

    def _table(self, table: Element) -> None:
        if arranges(table):
            for cell in table.iter(f"{W}tc"):
                if next(cell.iterancestors(f"{W}tbl"), None) is table:
                    self.go(cell)
            return
        found = table_of(table)
        self.cells += sum(map(len, (*found.header, *found.rows)))
        if self.cells > MAX_CELLS:
            raise too_much("holds too many table cells", f"{MAX_CELLS:,}", self.name)
        if found.rows:
            self.lines.append(_Line(Passage.of_table(found)))

    def _picture(self, relation: str, alt: str) -> Picture:
        """A picture with its bytes where they are in the file and of a kind that is shown everywhere."""
        known = self.document.part.rels.get(relation)
        part = None if known is None or known.is_external else known.target_part
        if part is None or part.content_type not in _SHOWN:
            return Picture(alt=plain(alt))
        width, height = _pixels(part)
        file = str(part.partname).rpartition("/")[2]
        return Picture(part.blob, part.content_type, plain(alt), "", width, height, file)

    def passages(self) -> Iterator[Passage]:
        """The passages; bold lines of their own are headings where no style makes any."""
        styled = any(line.passage.kind is BlockKind.HEADING for line in self.lines)
        for index, line in enumerate(self.lines):
            is_last = index + 1 == len(self.lines)
            if (
                line.is_bold
                and not styled
                and not is_last
                and index
                and could_be_heading(line.passage.text.rstrip(":"))
            ):
                yield Passage(BlockKind.HEADING, line.passage.text.rstrip(":"), 2)
            else:
                yield line.passage


def _pixels(part: "object") -> tuple[int, int]:
    """The size of an image part, or zeros where its bytes do not tell."""
    try:
        image = part.image  # type: ignore[attr-defined]
        return int(image.px_width), int(image.px_height)
    except (AttributeError, ValueError, KeyError, IndexError, OSError, TypeError):
        return 0, 0
    except Exception as error:  # python-docx has exceptions of its own for pictures, without a common base
        if type(error).__module__.startswith(("docx.", "struct")):
            return 0, 0
        raise


def _is_filler(child: Element) -> bool:
    """Whether a content control holds the table of contents, or only what to fill in."""
    about = child.find(f"{W}sdtPr") if child.tag == f"{W}sdt" else None
    gallery = value_of(about, "docPartObj/docPartGallery")
    return gallery == "Table of Contents" or is_on(about, "showingPlcHdr")


def _runs_on(paragraph: Element) -> bool:
    """Whether the paragraph's end was deleted, or it is a drop capital: it goes on in the next."""
    own = paragraph.find(f"{W}pPr")
    if own is None:
        return False
    frame = own.find(f"{W}framePr")
    return own.find(f"{W}rPr/{W}del") is not None or (
        frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin")
    )


def _with_dashes(passages: Iterator[Passage]) -> list[Passage]:
    """The passages, where two or more paragraphs in a row that begin with a dash are a list."""
    result = list(passages)
    dashed = [p.kind is BlockKind.PARAGRAPH and bool(_DASH.match(p.text)) for p in result]
    for index, passage in enumerate(result):
        if dashed[index] and any(dashed[max(0, index - 1) : index] + dashed[index + 1 : index + 2]):
            result[index] = replace(passage, kind=BlockKind.ITEM, text=_DASH.sub("", passage.text, count=1), level=1)
    return result


def _stated(document: "WordDocument") -> Stated:
    """What the document's core properties state; python-docx makes some up where there are none."""
    if not any(rel.reltype.endswith("/core-properties") for rel in document.part.package.rels.values()):
        return Stated()
    core = document.core_properties
    try:
        moment = core.created or core.modified
    except ValueError:
        moment = None
    day = date(moment.year, moment.month, moment.day) if moment else None
    return properties(core.title or "", core.author or "", day)
