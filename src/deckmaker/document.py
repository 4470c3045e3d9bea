"""The article as it was read: one normalised text, cut into blocks and sentences that point into it."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import total_ordering

from deckmaker.errors import BuildWarning

_PLACE = re.compile(r"(?:([a-z]) )?p(\d{1,7})\.(\d{1,6})")
_CELLS = " | "


@total_ordering
@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document: block and sentence, both counted from 1; written p4.2.

    Where several articles are told together, source is the letter of the article: "a p4.2".  Places are in order by
    source, then block, then sentence.
    """

    block: int
    sentence: int
    source: str = ""

    def __str__(self) -> str:
        return f"{self.source} p{self.block}.{self.sentence}".lstrip()

    def __lt__(self, other: "Place") -> bool:
        return (self.source, self.block, self.sentence) < (other.source, other.block, other.sentence)

    @classmethod
    def parse(cls, text: str) -> "Place":
        """The place that "p4.2" or "a p4.2" names.

        Raises:
            ValueError: when the text is not written like that.
        """
        match = _PLACE.fullmatch(text)
        if not match:
            raise ValueError(f"not a place: {text!r}")
        return cls(int(match[2]), int(match[3]), match[1] or "")


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as offsets (in characters, end exclusive) into the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its body's rows and its header rows as cells of clean text, and its caption.

    Rows need not be of one length; a cell that spans several columns or rows stands in the first of them, and the
    others are empty.
    """

    rows: tuple[tuple[str, ...], ...]
    header: tuple[tuple[str, ...], ...] = ()
    caption: str = ""

    def lines(self) -> tuple[str, ...]:
        """The table for people to read: its caption, then a line for each row that says anything, its cells joined."""
        rows = (_CELLS.join(cell for cell in row if cell) for row in (*self.header, *self.rows))
        return tuple(filter(None, (self.caption, *rows)))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, what they are ("image/png"), its texts, its size in pixels and its file's name.

    data is b"" when the picture is not in the file; width and height are 0 where they are not known.
    """

    data: bytes = field(default=b"", repr=False)
    media_type: str = ""
    alt: str = ""
    caption: str = ""
    width: int = 0
    height: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quote, table or picture: offsets into the text, and its sentences.

    level is the heading's depth or the list item's indentation, from 1; 0 for the other kinds.  page is the page it
    begins on, from 1; 0 where the source has no pages.  A table's sentences are the lines of its text; a picture's
    text is its caption, or else its alt text, and may be empty.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    sentences: tuple[Sentence, ...] = ()
    page: int = 0
    table: Table | None = None
    picture: Picture | None = None

    def __str__(self) -> str:
        """What the block is, for people: "heading2", "item1", "paragraph, page 3"."""
        return f"{self.kind}{self.level or ''}" + (f", page {self.page}" if self.page else "")


@dataclass(frozen=True, slots=True)
class Source:
    """Which file or page was read: its name, the SHA-256 of its bytes (64 hex digits), its address if any.

    Where several articles are told together, key is the letter that its places carry, and title, site and date say
    what each of them is.
    """

    name: str
    sha256: str = ""
    url: str = ""
    key: str = ""
    title: str = ""
    site: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text and blocks, what it says of itself, and where it came from.

    The article's own title, when it has one, is block 1 (a heading of level 1), so that places count what a
    reader sees.  language is a BCP 47 tag such as "en".  site is the name of the paper or website, url the address
    the article itself calls its own (canonical).  warnings do not take part in comparison.
    """

    text: str
    blocks: tuple[Block, ...]
    source: Source
    title: str = ""
    byline: str = ""
    date: datetime.date | None = None
    language: str = "en"
    warnings: tuple[BuildWarning, ...] = field(default=(), compare=False)
    site: str = ""
    url: str = ""

    def block_text(self, number: int) -> str:
        """The text of a block, counted from 1."""
        block = self.blocks[number - 1]
        return self.text[block.start : block.end]

    def sentence(self, place: Place) -> str:
        """The sentence at a place.

        Raises:
            IndexError: when the document has no such place.
        """
        if place.block < 1 or place.sentence < 1:
            raise IndexError(str(place))
        sentence = self.blocks[place.block - 1].sentences[place.sentence - 1]
        return self.text[sentence.start : sentence.end]

    def places(self) -> Iterator[Place]:
        """Every place, in reading order."""
        for number, block in enumerate(self.blocks, 1):
            for index in range(1, len(block.sentences) + 1):
                yield Place(number, index)

    def sentences(self) -> dict[Place, str]:
        """Place -> sentence, in reading order."""
        return {place: self.sentence(place) for place in self.places()}

    def as_text(self) -> str:
        """The document for people to read: what it says of itself, then a line for each sentence."""
        about = [
            ("title", self.title),
            ("byline", self.byline),
            ("date", self.date),
            ("language", self.language),
            ("site", self.site),
            ("url", self.url),
        ]
        lines = [f"{name}: {value}" for name, value in about if value]
        for number, block in enumerate(self.blocks, 1):
            places = [Place(number, index) for index in range(1, len(block.sentences) + 1)]
            lines += [f"{place}\t{block}\t{self.sentence(place)}" for place in places] or [f"p{number}\t{block}\t"]
        return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """What a format's reader hands over for one block: its kind, its clean text on one line, its level and page.

    A table's text has a line for each row; tables and pictures are best made by of_table and of_picture.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int = 0
    table: Table | None = None
    picture: Picture | None = None

    @classmethod
    def of_table(cls, table: Table, page: int = 0) -> "Passage":
        """The passage of a table; its text is the table's lines."""
        return cls(BlockKind.TABLE, "\n".join(table.lines()), 0, page, table)

    @classmethod
    def of_picture(cls, picture: Picture, page: int = 0) -> "Passage":
        """The passage of a picture; its text is the caption, or else the alt text."""
        return cls(BlockKind.PICTURE, picture.caption or picture.alt, 0, page, None, picture)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format's reader hands over: passages in reading order and what the file says of itself.

    When title is set and is part of the article, it is also the first passage.  language is "" when the file
    does not state one.
    """

    passages: tuple[Passage, ...]
    title: str = ""
    byline: str = ""
    date: datetime.date | None = None
    language: str = ""
    warnings: tuple[BuildWarning, ...] = ()
    site: str = ""
    url: str = ""
