"""The XHTML of a book's chapters -> passages: all of it is the text, so its elements are taken at their word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.entities import name2codepoint

from deckmaker.document import BlockKind, Passage, Picture, Table
from deckmaker.readers.captions import CAPTION
from deckmaker.readers.safe_xml import Element, parse_xml
from deckmaker.readers.stated import plain

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_KEPT = {"amp", "lt", "gt", "quot", "apos"}
_SKIPPED = {
    "script",
    "style",
    "head",
    "nav",
    "pre",
    "svg",
    "math",
    "form",
    "template",
    "iframe",
    "audio",
    "video",
    "rt",
}
_BLOCKS = set(
    "p div section article main body html header footer aside ul ol li dl dt dd blockquote figure figcaption table h1"
    " h2 h3 h4 h5 h6 hr pre address center tbody thead tfoot tr td th caption".split()
)
_TYPE = "{http://www.idpf.org/2007/ops}type"
_BESIDE = ("footnote", "endnote", "rearnote", "noteref", "toc", "pagebreak", "index", "landmarks")


def xhtml_passages(data: bytes, name: str) -> list[Passage]:
    """The passages of one chapter; pictures carry the address that the chapter gives them as their name.

    Raises:
        InputError: damaged, or beyond a limit.
    """
    walk = _Walk()
    walk.go(parse_xml(_NAMED.sub(_numbered, data), name), BlockKind.PARAGRAPH, 0)
    return walk.passages


def _numbered(match: re.Match[bytes]) -> bytes:
    """A named entity of HTML as a number: XML knows five names only."""
    name = match[1].decode("ascii")
    known = name not in _KEPT and name in name2codepoint
    return b"&#%d;" % name2codepoint[name] if known else match[0]


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _is_beside(element: Element) -> bool:
    """Whether an element stands beside the text: a note, a mark that points to one, a contents list."""
    kind = element.get(_TYPE) or element.get("role", "").removeprefix("doc-")
    return _tag(element) in _SKIPPED or any(word in _BESIDE for word in kind.split())


@dataclass(slots=True)
class _Walk:
    """Goes through a chapter once; inline text gathers until a block begins or ends."""

    passages: list[Passage] = field(default_factory=list)

    def go(self, element: Element, kind: BlockKind, level: int) -> None:
        """Take an element's text and blocks; kind and level are those of running text in it."""
        tag = _tag(element)
        if tag == "table":
            self._table(element)
            return
        kind, level = _kind_in(tag, kind, level)
        run = [element.text or ""]
        for child in element:
            if not _is_beside(child) and (_tag(child) in _BLOCKS or next(_blocks(child), None) is not None):
                self._flush(run, kind, level)
                self.go(child, kind, level)
                kind = BlockKind.PARAGRAPH if tag == "li" and _tag(child) == "p" else kind
                run = []
            elif not _is_beside(child):
                run.append(_inline(child))
                self._pictures(child)
            run.append(child.tail or "")
        self._flush(run, kind, level)

    def _flush(self, run: list[str], kind: BlockKind, level: int) -> None:
        text = plain("".join(run))
        if text:
            shown = level if kind in (BlockKind.HEADING, BlockKind.ITEM) or level == CAPTION else 0
            self.passages.append(Passage(kind, text, shown))

    def _pictures(self, element: Element) -> None:
        for image in element.iter():
            if _tag(image) == "img":
                picture = Picture(alt=plain(image.get("alt", "")), name=image.get("src", ""))
                self.passages.append(Passage.of_picture(picture))

    def _table(self, table: Element) -> None:
        rows = [row for row in table.iter() if _tag(row) == "tr"]
        cells = [tuple(plain(_inline(cell)) for cell in row if _tag(cell) in ("td", "th")) for row in rows]
        told = [(row, found) for row, found in zip(rows, cells, strict=True) if any(found)]
        if max((len(found) for _, found in told), default=0) < 2:
            self._flush([" ".join(" ".join(found) for _, found in told)], BlockKind.PARAGRAPH, 0)
            return
        heads = [all(_tag(cell) == "th" for cell in row) for row, _ in told]
        marked = next((index for index, is_head in enumerate(heads) if not is_head), 0)
        about = next((plain(_inline(child)) for child in table if _tag(child) == "caption"), "")
        texts = tuple(found for _, found in told)
        self.passages.append(Passage.of_table(replace(Table(texts[marked:], texts[:marked]), caption=about)))


def _kind_in(tag: str, kind: BlockKind, level: int) -> tuple[BlockKind, int]:
    """Kind and level of the running text in an element."""
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return BlockKind.HEADING, int(tag[1])
    if tag in ("ul", "ol"):
        return kind, max(level, 0) + 1
    if tag in ("li", "dt", "dd"):
        return BlockKind.ITEM, max(level, 1)
    if tag == "blockquote":
        return BlockKind.QUOTE, 0
    return (BlockKind.PARAGRAPH, CAPTION) if tag == "figcaption" else (kind, level)


def _blocks(element: Element) -> Iterator[Element]:
    return (child for child in element.iter() if child is not element and _tag(child) in _BLOCKS)


def _inline(element: Element) -> str:
    """The words of an inline element."""
    if _tag(element) == "br":
        return " "
    parts = [element.text or ""]
    for child in element:
        parts += ["" if _is_beside(child) else _inline(child), child.tail or ""]
    return "".join(parts)
