"""Markdown -> Reading: CommonMark with tables, footnotes and YAML front matter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from deckmaker.document import BlockKind, Passage, Picture, Reading, Table
from deckmaker.readers.article import make_reading
from deckmaker.readers.characters import clean
from deckmaker.readers.decode import decode
from deckmaker.readers.front_matter import split_front_matter
from deckmaker.readers.limits import MAX_CELLS, MAX_CHARACTERS, too_much
from deckmaker.readers.prose import is_finished, is_prose
from deckmaker.readers.stated import plain
from deckmaker.readers.structure import could_be_heading

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_NO_TEXT = re.compile(r"\s*<(?:script|style|svg|iframe|math)\b", re.IGNORECASE)
_TASK = re.compile(r"\[[ xX]\]\s+")
_BREAKS = {"softbreak", "hardbreak"}


def read_markdown(data: bytes, name: str) -> Reading:
    """The reading of a Markdown article; code and footnotes are left out, and links and emphasis are their text.

    Raises:
        InputError: the bytes are no text, or too much of it.
    """
    text = clean(decode(data, name))
    if len(text) > MAX_CHARACTERS:
        raise too_much("holds too much text", f"{MAX_CHARACTERS:,} characters", name)
    stated, body = split_front_matter(text)
    passages = _Walk(name).run(_tokens(body))
    return make_reading(_with_bold_headings(passages), stated, stated.title)


def _tokens(text: str) -> "Sequence[Token]":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    return parser.parse(text)


_BOLD = "\x02"  # marks a paragraph that is bold from end to end; cleaned text has no control characters


@dataclass(slots=True)
class _Walk:
    """Goes through the parser's tokens once, and keeps how deep in lists and quotes it is."""

    name: str
    passages: list[Passage] = field(default_factory=list)
    lists: int = 0
    quotes: int = 0
    notes: int = 0
    is_first: bool = False
    heading: int = 0
    rows: list[list[str]] | None = None
    header_rows: int = 0
    cells: int = 0

    def run(self, tokens: "Sequence[Token]") -> list[Passage]:
        """The passages of these tokens."""
        for token in tokens:
            self._nest(token)
            if token.type == "inline" and not self.notes:
                self._inline(token)
            elif token.type == "html_block" and not self.notes:
                self._html(token.content)
        return self.passages

    def _nest(self, token: "Token") -> None:
        step, kind = token.nesting, token.type
        if kind.startswith(("bullet_list", "ordered_list")):
            self.lists += step
        elif kind.startswith("blockquote"):
            self.quotes += step
        elif kind.startswith("footnote_block"):
            self.notes += step
        elif kind == "list_item_open":
            self.is_first = True
        elif kind.startswith("heading"):
            self.heading = int(token.tag[1]) if step > 0 else 0
        else:
            self._nest_table(token)

    def _nest_table(self, token: "Token") -> None:
        if token.type == "table_open":
            self.rows, self.header_rows = [], 0
        elif token.type == "tr_open" and self.rows is not None:
            self.rows.append([])
        elif token.type == "thead_close" and self.rows is not None:
            self.header_rows = len(self.rows)
        elif token.type == "table_close" and self.rows is not None:
            rows = tuple(map(tuple, self.rows))
            self.passages.append(Passage.of_table(Table(rows[self.header_rows :], rows[: self.header_rows])))
            self.rows = None

    def _inline(self, token: "Token") -> None:
        children = token.children or []
        text = plain("".join(_pieces(children)))
        if self.rows is not None:
            self.cells += 1
            if self.cells > MAX_CELLS:
                raise too_much("holds too many table cells", f"{MAX_CELLS:,}", self.name)
            self.rows[-1].append(text)
            return
        if text:
            self._text(text, is_bold=_is_bold(children))
        self.passages += [Passage.of_picture(picture) for picture in _pictures(children)]

    def _text(self, text: str, *, is_bold: bool) -> None:
        if self.heading:
            self.passages.append(Passage(BlockKind.HEADING, text, self.heading))
        elif self.lists and self.is_first:
            self.is_first = False
            self.passages.append(Passage(BlockKind.ITEM, _TASK.sub("", text, count=1), self.lists))
        elif self.quotes:
            self.passages.append(Passage(BlockKind.QUOTE, text))
        else:
            mark = _BOLD if is_bold and not self.lists else ""
            self.passages.append(Passage(BlockKind.PARAGRAPH, mark + text))

    def _html(self, content: str) -> None:
        """A block of raw HTML: its text, where that is prose."""
        text = "" if _NO_TEXT.match(content) else plain(unescape(_TAG.sub(" ", content)))
        if is_prose(text):
            self.passages.append(Passage(BlockKind.PARAGRAPH, text))


def _pieces(children: "Sequence[Token]") -> Iterator[str]:
    """The words of an inline run: text and code as they are; marks, notes and raw tags are nothing.

    A picture is nothing, either, but inside a sentence ("press ![the red knob](knob.png) twice") it is its alt text.
    """
    before = ""
    for token in children:
        if token.type == "image" and before.strip() and not is_finished(before.strip()):
            yield token.content
        before = token.content or before
        if token.type in _BREAKS:
            yield " "
        elif token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            yield " "


def _is_bold(children: "Sequence[Token]") -> bool:
    """Whether everything stands inside one pair of bold marks."""
    marks = [token.type for token in children if token.content or token.type.startswith("strong")]
    return len(marks) > 2 and marks[0] == "strong_open" and marks[-1] == "strong_close" and marks.count(marks[0]) == 1


def _pictures(children: "Sequence[Token]") -> Iterator[Picture]:
    """The pictures of an inline run: what is said of them; nothing is fetched."""
    for token in children:
        if token.type == "image":
            address = str(token.attrs.get("src", ""))
            name = "" if address.startswith("data:") else PurePosixPath(address.split("?", maxsplit=1)[0]).name
            yield Picture(alt=plain(token.content), caption=plain(str(token.attrs.get("title", ""))), name=name)


def _with_bold_headings(passages: list[Passage]) -> list[Passage]:
    """The passages, where a bold line of its own is a heading one level below the one above it."""
    result, above = [], 1
    for index, passage in enumerate(passages):
        above = passage.level if passage.kind is BlockKind.HEADING else above
        text = passage.text.removeprefix(_BOLD)
        is_heading = text != passage.text and could_be_heading(text.rstrip(":")) and index + 1 < len(passages)
        if is_heading:
            result.append(Passage(BlockKind.HEADING, text.rstrip(":"), above + 1))
        else:
            result.append(passage if text == passage.text else Passage(passage.kind, text))
    return result
