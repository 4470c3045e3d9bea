"""Lines -> chunks: joins hard-wrapped lines into paragraphs and marks headings, list items and quotes."""

import re
from dataclasses import dataclass

from deckmaker.document import BlockKind
from deckmaker.readers.characters import tidy
from deckmaker.readers.hyphens import Words, repair_hyphens
from deckmaker.readers.wrapping import Wrapping, join_lines, measure

_RULE = re.compile(r"\s*([-–—_*=~•·#+.]\s?){3,}\s*|\s*[*•·§~]\s*")
_UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,}|~{3,})\s*")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*?)\s*#*")
_BULLET = re.compile(r"(\s*)([-+*•‣◦▪●○∙◆■»➢✓➤–])\s+(?=\S)")
_INNER_BULLET = re.compile(r"(\s+)(o)\s+(?=\S)")  # as programs write the bullets of lists inside lists
_NUMBER = re.compile(r"(\s*)\(?(\d{1,2})[.)]\s+(?=\S)")
_QUOTED = re.compile(r"\s{0,3}((?:>\s?)+)(.*)")
_STOP = re.compile(r"[.!?:;…。！？：；।॥؟][\"'”’»)\]]*$")
_INDENT_STEP, _QUOTE_INDENT = 2, 4
_FORWARDED = 0.7  # share of lines with "> " that makes a forwarded mail
_UNDERLINED_MOST = 120


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph to be: its text on one line, what the marks on paper say it is, and how it stands.

    kind is None where only the words can tell a paragraph from a heading.  apart: blank lines (or a rule) before it.
    number is the item's own number, 0 for none.
    """

    text: str
    kind: BlockKind | None = None
    level: int = 0
    apart: bool = True
    number: int = 0


@dataclass(slots=True)
class _Pending:
    """The chunk that lines are being added to."""

    lines: list[str]
    indents: list[int]
    kind: BlockKind | None
    level: int
    apart: bool
    number: int = 0


def chunk_lines(text: str) -> list[Chunk]:
    """The chunks of a cleaned text, in order."""
    lines = _unquoted(text.expandtabs(4).split("\n"))
    return _Chunker(measure(lines), Words.of(text)).run(lines)


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without "> " where nearly all of them have it: a forwarded mail, not a quote in an article."""
    written = [line for line in lines if line.strip()]
    quoted = sum(bool(_QUOTED.fullmatch(line)) for line in written)
    if quoted <= _FORWARDED * len(written):
        return lines
    return [match[2] if (match := _QUOTED.fullmatch(line)) else line for line in lines]


class _Chunker:
    """Goes through the lines once and keeps the chunk that is open."""

    def __init__(self, wrapping: Wrapping, words: Words) -> None:
        self.wrapping, self.words = wrapping, words
        self.chunks: list[Chunk] = []
        self.pending: _Pending | None = None
        self.apart = True
        self.margin = 0
        self.list_indents: list[int] = []
        self.last_number = 0

    def run(self, lines: list[str]) -> list[Chunk]:
        """The chunks of these lines."""
        self.margin = min((_indent(line) for line in lines if line.strip()), default=0)
        for line in lines:
            self._take(line)
        self._close()
        return self.chunks

    def _take(self, line: str) -> None:
        if not line.strip():
            self._close()
            self.apart = True
        elif _UNDERLINE.fullmatch(line) and self._underline(line):
            self.apart = True
        elif _RULE.fullmatch(line):
            self._close()
            self.apart = True
        elif hashes := _HASHES.fullmatch(line):
            self._open([hashes[2]], 0, BlockKind.HEADING, len(hashes[1]))
            self._close()
        elif quoted := _QUOTED.fullmatch(line):
            self._quote(quoted[2])
        else:
            self._plain(line)

    def _underline(self, line: str) -> bool:
        """Whether the line underlines the one before, which then is a heading."""
        pending = self.pending
        if pending is None or len(pending.lines) > 1 or pending.kind is not None:
            return False
        if len(pending.lines[0]) > _UNDERLINED_MOST:
            return False
        pending.kind, pending.level = BlockKind.HEADING, 1 if "=" in line else 2
        self._close()
        return True

    def _quote(self, rest: str) -> None:
        if not rest.strip():
            self._close()
        elif self.pending and self.pending.kind is BlockKind.QUOTE and self._quote_goes_on(rest):
            self._add(rest)
        else:
            self._open([rest.strip()], 0, BlockKind.QUOTE, 0)

    def _quote_goes_on(self, rest: str) -> bool:
        last = self.pending.lines[-1] if self.pending else ""
        return not _STOP.search(last) or self.wrapping.goes_on(last, rest)

    def _plain(self, line: str) -> None:
        item = self._item(line)
        if item:
            self._open([item[0]], item[1], BlockKind.ITEM, self._item_level(item[1]), number=item[2])
        elif self.pending and self.pending.kind is not BlockKind.QUOTE and self._continues(line):
            self._add(line)
        else:
            self._open([line.strip()], _indent(line), None, 0)

    def _item(self, line: str) -> tuple[str, int, int] | None:
        """(text, indentation, number) of a list item, or None; a dash or number inside a sentence is none."""
        match = _BULLET.match(line) or _NUMBER.match(line)
        if not match and (self.pending.kind is BlockKind.ITEM if self.pending else self._ends_in_item()):
            match = _INNER_BULLET.match(line)
        if not match:
            return None
        number = int(match[2]) if match[2].isdigit() else 0
        if self._is_inside_sentence(line) or (number and number not in (1, self.last_number + 1)):
            return None
        self.last_number = number or self.last_number
        return line[match.end() :].strip(), len(match[1]), number

    def _is_inside_sentence(self, line: str) -> bool:
        """Whether the line's mark is a dash or number of a sentence that was wrapped just before it."""
        pending = self.pending
        if pending is None or pending.kind is BlockKind.ITEM or not self.wrapping.width:
            return False
        return not _STOP.search(pending.lines[-1]) and self.wrapping.is_full(pending.lines[-1], line)

    def _item_level(self, indent: int) -> int:
        after_item = self.pending.kind is BlockKind.ITEM if self.pending else self._ends_in_item()
        if not after_item:
            self.list_indents = []
        while self.list_indents and self.list_indents[-1] > indent:
            self.list_indents.pop()
        if not self.list_indents or indent >= self.list_indents[-1] + _INDENT_STEP:
            self.list_indents.append(indent)
        return len(self.list_indents)

    def _ends_in_item(self) -> bool:
        return bool(self.chunks) and self.chunks[-1].kind is BlockKind.ITEM

    def _continues(self, line: str) -> bool:
        """Whether the line goes on with the open chunk."""
        pending = self.pending
        if pending is None or pending.kind is BlockKind.HEADING:
            return False
        last, indent = pending.indents[-1], _indent(line)
        if pending.kind is BlockKind.ITEM:
            return indent > pending.indents[0] or self.wrapping.goes_on(pending.lines[-1], line)
        if indent >= last + _INDENT_STEP:
            return False
        if len(pending.indents) > 1 and indent + _INDENT_STEP <= last:
            return False
        return self.wrapping.goes_on(pending.lines[-1], line)

    def _add(self, line: str) -> None:
        if self.pending:
            self.pending.lines.append(line.strip())
            self.pending.indents.append(_indent(line))

    def _open(self, lines: list[str], indent: int, kind: BlockKind | None, level: int, *, number: int = 0) -> None:
        self._close()
        self.pending = _Pending(lines, [indent], kind, level, self.apart, number)
        self.apart = False

    def _close(self) -> None:
        pending, self.pending = self.pending, None
        if pending is None:
            return
        text = repair_hyphens(tidy(join_lines(pending.lines, self.words)), self.words)
        kind = BlockKind.QUOTE if self._is_set_in(pending) else pending.kind
        if text:
            self.chunks.append(Chunk(text, kind, pending.level, pending.apart, pending.number))

    def _is_set_in(self, pending: _Pending) -> bool:
        """Whether every line is set in, as a block quote is in wrapped text."""
        set_in = all(indent >= self.margin + _QUOTE_INDENT for indent in pending.indents)
        return pending.kind is None and self.wrapping.width > 0 and len(pending.lines) > 1 and set_in


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
