"""Parts -> passages: which are headings (by size, weight and number), items, captions, notes or paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.document import BlockKind, Passage, Picture
from deckmaker.readers.bylines import read_byline
from deckmaker.readers.captions import CAPTION, is_caption, with_captions
from deckmaker.readers.dates import read_date_line
from deckmaker.readers.hyphens import Words, repair_hyphens
from deckmaker.readers.pdf_contents import CONTENTS, without_contents
from deckmaker.readers.pdf_parts import BULLET, NUMBERED, Part, Setting
from deckmaker.readers.prose import is_prose, word_count
from deckmaker.readers.stated import plain
from deckmaker.readers.structure import could_be_heading, without_number
from deckmaker.readers.wrapping import join_lines

_LARGER, _TITLE = 1.1, 1.15  # times the body's size
_HEADING_LINES, _HEADING_WORDS = 3, 20
_TITLE_LINES, _TITLE_WORDS = 5, 40
_MASTHEAD_WORDS, _MASTHEAD_DEPTH = 16, 0.4
_NOTE_SIZE, _NOTE_PLACE = 0.92, 0.55
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|\[\d{1,3}\])[.)]?\s*(?=\S)")
_SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\S")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Styles:
    """Heading styles from the largest to the smallest, whether tags mark headings, and whether these have numbers."""

    ranks: tuple[tuple[int, bool], ...]
    is_tagged: bool
    is_numbered: bool = False

    def level(self, part: Part) -> int:
        """The level of a heading by its style, from 2; the title has 1."""
        style = _style(part)
        return 2 + min(self.ranks.index(style) if style in self.ranks else _DEEPEST, _DEEPEST - 2)


def passages_of(parts: Sequence[Part], setting: Setting, heights: dict[int, float]) -> tuple[list[Passage], str]:
    """(the passages of these parts, the title or ""); heights gives each page's height in points."""
    words = Words.of("\n".join(line.text for part in parts for line in part.lines))
    title = _title(parts, setting)
    body = without_contents(_without_masthead(parts, title, heights))
    kept = [part for part in body if part is not title and not _is_note(part, setting, heights)]
    headings = [index for index in range(len(kept)) if _is_heading(kept, index, setting)]
    is_tagged = sum(part.kind == "heading" for part in parts) > 1
    ranks = sorted({_style(kept[index]) for index in headings}, key=lambda style: (-style[0], not style[1]))
    numbers = {match[1] for index in headings if (match := _SECTION.match(kept[index].text))}
    styles = Styles(tuple(ranks), is_tagged, is_numbered={"1", "2"} <= numbers)
    passages: list[Passage] = []
    for index, part in enumerate(kept):
        passages += _passages(part, words, styles, is_heading=index in headings)
    told = [found for found in passages if found.kind is not BlockKind.PARAGRAPH or any(map(str.isalpha, found.text))]
    return with_captions(told), _text(title, words) if title else ""


def _passages(part: Part, words: Words, styles: Styles, *, is_heading: bool) -> Iterator[Passage]:
    if part.table:
        yield Passage.of_table(part.table, part.page)
    elif part.kind == "picture":
        yield Passage.of_picture(Picture(alt=plain(part.alt)), part.page)
    elif text := _text(part, words):
        yield _passage(part, text, styles, is_heading=is_heading)


def _passage(part: Part, text: str, styles: Styles, *, is_heading: bool) -> Passage:
    """The passage of a part with text."""
    if part.kind == "heading":
        return Passage(BlockKind.HEADING, without_number(text), part.level, part.page)
    if is_heading and not styles.is_tagged and part.kind in ("", "item"):
        match = _SECTION.match(text)
        level = 2 + match[1].count(".") if match else styles.level(part)
        bare = text[match.end() - 1 :] if match and styles.is_numbered else without_number(text)
        return Passage(BlockKind.HEADING, bare, level, part.page)
    if part.kind == "caption" or is_caption(text):
        return Passage(BlockKind.PARAGRAPH, text, CAPTION, part.page)
    mark = BULLET.match(text) or NUMBERED.match(text)
    if part.kind == "item" or mark:
        bare = BULLET.sub("", text, count=1) if BULLET.match(text) else NUMBERED.sub("", text, count=1)
        return Passage(BlockKind.ITEM, bare, max(1, part.level), part.page)
    return Passage(BlockKind.QUOTE if part.kind == "quote" else BlockKind.PARAGRAPH, text, 0, part.page)


def _text(part: Part, words: Words) -> str:
    """The text on one line, with words put together that were broken at line ends."""
    return (
        plain(repair_hyphens(join_lines([line.text for line in part.lines], words), words))
        .replace("\ufffd", "")
        .strip()
    )


def _style(part: Part) -> tuple[int, bool]:
    return round(part.size), part.is_bold or part.text.isupper()


def _title(parts: Sequence[Part], setting: Setting) -> Part | None:
    """The part that is the title: the largest type of the first page that has text, above its prose."""
    first = [part for part in parts if part.kind == "heading" and part.level == 1]
    if not parts or len(first) == 1:
        return first[0] if first else None
    head = [part for part in parts if part.page == parts[0].page and not part.table and part.lines]
    head = [part for part in head if not CONTENTS.fullmatch(part.text.strip())]
    large = max((part.size for part in head if _has_words(part)), default=0.0)
    if large < _TITLE * setting.body:
        return None
    best = next(part for part in head if part.size == large and _has_words(part))
    is_short = len(best.lines) <= _TITLE_LINES and word_count(best.text) <= _TITLE_WORDS
    above = sum(len(part.text) for part in head[: head.index(best)] if is_prose(part.text))
    return best if is_short and above < 500 and best.kind in ("", "heading") else None


def _without_masthead(parts: Sequence[Part], title: Part | None, heights: dict[int, float]) -> list[Part]:
    """The parts without the short lines above the title: the journal's name, its number, its address; dates stay."""
    if title is None or not title.lines or title.lines[0].base > _MASTHEAD_DEPTH * heights.get(title.page, 0.0):
        return list(parts)
    place = next(index for index, part in enumerate(parts) if part is title)
    return [*(fact for part in parts[:place] for fact in _facts(part)), *parts[place:]]


def _facts(part: Part) -> Iterator[Part]:
    """What stays of a part above the title: itself when it is prose or a table, else its lines on day or author."""
    if part.table or not part.lines or is_prose(part.text) or word_count(part.text) > _MASTHEAD_WORDS:
        yield part
        return
    for line in part.lines:
        if any(read_date_line(line.text)) or read_byline(line.text):
            yield replace(part, lines=[line], kind="")


def _has_words(part: Part) -> bool:
    return sum(map(str.isalpha, part.text)) > 1


def _is_heading(parts: Sequence[Part], index: int, setting: Setting) -> bool:
    """Whether a part that nothing marks is a heading: short, larger or bolder than the text, and with text below."""
    part = parts[index]
    text = part.text
    if part.table or not part.lines or part.kind not in ("", "item") or index + 1 == len(parts):
        return False
    if len(part.lines) > _HEADING_LINES or word_count(text) > _HEADING_WORDS or not _has_words(part):
        return False
    if text.endswith((",", ";", "-")) or without_number(text)[0].islower() or BULLET.match(text) or is_caption(text):
        return False
    if part.size >= _LARGER * setting.body:
        return not (text.endswith(".") and word_count(text) > 8)
    stands_out = part.is_bold or (text.isupper() and sum(map(str.isalpha, text)) > 4)
    if part.size < 0.95 * setting.body or not could_be_heading(text) or parts[index + 1].is_bold:
        return False
    return stands_out or (len(part.lines) == 1 and _has_own_font(parts, index, setting))


def _has_own_font(parts: Sequence[Part], index: int, setting: Setting) -> bool:
    """Whether a line is set in another font than the text, which begins below it, as in files that hide their fonts."""
    part, below = parts[index], parts[index + 1]
    is_text = below.font == setting.font and len(below.lines) > 1
    return part.font != setting.font and is_text and part.text[0].isupper() and word_count(part.text) <= 8


def _is_note(part: Part, setting: Setting, heights: dict[int, float]) -> bool:
    """Whether a part is a footnote: small, low on its page, and with a mark before it; or tagged as one."""
    if part.kind == "note":
        return True
    if part.kind or not part.lines or part.size > _NOTE_SIZE * setting.body:
        return False
    is_low = part.lines[0].base > _NOTE_PLACE * heights.get(part.page, 0.0)
    return is_low and bool(_NOTE.match(part.text))
