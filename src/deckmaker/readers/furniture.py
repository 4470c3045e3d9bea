"""Finds the article in what was pasted with it: menus, share lines, captions, prompts, comments; precision first.

A line is furniture when a pattern of furniture_words matches the whole of it.  The article itself is the stretch
of lines with the highest sum of weights (words of prose count for it, menu entries against it: maximum subsequence
segmentation, Pasternack & Roth 2009); what lies outside is dropped only where the text looks like a whole page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckmaker.document import BlockKind
from deckmaker.readers import furniture_words as words
from deckmaker.readers.chunks import Chunk
from deckmaker.readers.prose import is_finished, is_prose, word_count

_SENTENCES = words.whole_line(words.SENTENCES)
_LABELS = words.whole_line(words.LABELS)
_MENU = words.whole_line(words.MENU_WORDS)
_COMMENTS = words.whole_line(words.COMMENT_MARKS)
_STAMP_WORD = re.compile(r"\bago\b|:$", re.IGNORECASE)
_STAMPS = words.whole_line(words.COMMENT_STAMPS)
_LISTS = words.whole_line(words.LIST_MARKS)

_LINK_TAIL = re.compile(r"(?<=\S)\s*[\[(](?:more|read more|continue reading|mehr|plus|link)[\])]$", re.IGNORECASE)
_LONGEST = 600  # characters; no furniture is longer
_PAGE_LINES, _PAGE_SHARE, _PAGE_BUTTONS = 12, 0.4, 1  # so many short lines, of such a share, so many of them buttons
_SHORT_COST, _FURNITURE_COST, _COMMENT_COST = 6.0, 12.0, 60.0
_MENU_COST, _MENU_ITEMS = 1.0, 4  # for each item of so many in a row that are no sentences
_FEWEST_STAMPS = 3  # times of writing that make a thread of comments; one is the article's own
_REPEATED, _REPEATED_WORDS = 3, 4  # times that a line of so many words stands in a page, and is the page's
_MOST_REPEATED, _NEARLY = 5, 0.4
_MENU_WORDS_MOST = 12
_LINK_WORDS_MOST = 22
_TEASER_WORDS, _LONGEST_STAMP = 50, 120
_MOST_OF_IT = 0.75  # of the prose must come before closing links, so that links in the middle cut nothing
_ENOUGH = 30  # words of prose that must come before comments or related links


@dataclass(frozen=True, slots=True)
class Cut:
    """The article's chunks, those before its first prose (title, byline, date among them), and what it was cut from."""

    head: tuple[Chunk, ...]
    body: tuple[Chunk, ...]
    is_page: bool


def is_furniture(text: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    if len(text) > _LONGEST:
        return False
    if _SENTENCES.fullmatch(text):
        return True
    in_brackets = text.startswith(("(", "[")) and text.endswith((")", "]", ").", "]."))
    if is_finished(text) and word_count(text) > 5 and not in_brackets:
        return False
    return bool(_LABELS.fullmatch(text))


def is_menu_word(text: str) -> bool:
    """Whether a line may be a button or a menu entry, or else a heading."""
    return word_count(text) <= _MENU_WORDS_MOST and not is_finished(text) and bool(_MENU.fullmatch(text))


def heads_links(text: str) -> bool:
    """Whether a line may stand over a list of links to other articles ("Related stories")."""
    return bool(_LISTS.fullmatch(text))


def cut_article(chunks: list[Chunk]) -> Cut:
    """The article without its furniture, and the lines before it where the title is to be looked for."""
    is_page = _looks_like_page(chunks)
    first, last = _best_stretch(chunks) if is_page else (_first_prose(chunks), len(chunks))
    last = find_end(chunks, first, last)
    body = _clean_body(chunks[first:last], is_page=is_page)
    head = tuple(chunk for chunk in chunks[:first] if chunk.text)
    return Cut(head, tuple(body), is_page)


def _looks_like_page(chunks: list[Chunk]) -> bool:
    """Whether short unmarked lines are so many, buttons among them, that a whole page was pasted."""
    short = [chunk for chunk in chunks if _is_short(chunk)]
    if len(short) < max(_PAGE_LINES, _PAGE_SHARE * len(chunks)):
        return False
    return sum(is_furniture(chunk.text) or is_menu_word(chunk.text) for chunk in short) >= _PAGE_BUTTONS


def _is_short(chunk: Chunk) -> bool:
    return chunk.kind in (None, BlockKind.ITEM) and word_count(chunk.text) <= 12 and not is_finished(chunk.text)


def _weights(chunks: list[Chunk]) -> list[float]:
    """How much each chunk speaks for the article, by itself and by what else the page has."""
    weights = [_weight(chunk) for chunk in chunks]
    for start, end in _menus(chunks):
        weights[start:end] = [min(weight, -_MENU_COST) for weight in weights[start:end]]
    for index in _repeated(chunks):
        weights[index] = -_FURNITURE_COST
    for index in _stamps(chunks):
        weights[index] = -_COMMENT_COST
    return weights


def _menus(chunks: list[Chunk]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of items that are no sentences, and that no line with a colon leads in."""
    start = 0
    for index in range(len(chunks) + 1):
        if index < len(chunks) and chunks[index].kind is BlockKind.ITEM and not is_finished(chunks[index].text):
            continue
        led_in = start > 0 and chunks[start - 1].text.endswith(":")
        if index - start >= _MENU_ITEMS and not led_in:
            yield start, index
        start = index + 1


def _repeated(chunks: list[Chunk]) -> list[int]:
    """The chunks, no sentences, whose words the page has again and again, as buttons and the title are.

    A text in which many lines come back is made so: a week's meals, a form.
    """
    counts = Counter(chunk.text for chunk in chunks if not is_finished(chunk.text))
    again = {text for text, count in counts.items() if count >= _REPEATED and word_count(text) >= _REPEATED_WORDS}
    if len(again) > _MOST_REPEATED:
        return []
    return [index for index, chunk in enumerate(chunks) if chunk.text in again]


def _stamps(chunks: list[Chunk]) -> list[int]:
    """The lines that say when a comment was written, where there are several ("2 days ago at 07:47 am")."""
    short = (
        i for i, chunk in enumerate(chunks) if len(chunk.text) <= _LONGEST_STAMP and _STAMP_WORD.search(chunk.text)
    )
    found = [index for index in short if _STAMPS.fullmatch(chunks[index].text)]
    return found if len(found) >= _FEWEST_STAMPS else []


def _weight(chunk: Chunk) -> float:
    """How much a chunk speaks for the article (its words) or against it."""
    text = chunk.text
    if len(text) < _LONGEST and _COMMENTS.fullmatch(text):
        return -_COMMENT_COST
    if is_furniture(text):
        return -_FURNITURE_COST
    count = word_count(text)
    if is_prose(text):
        return float(min(count, 100))
    if chunk.kind is BlockKind.ITEM:
        return count / 2 if count > 3 else -1.0
    if chunk.kind is BlockKind.HEADING:
        return 0.0
    return 1.0 if count >= 12 or is_finished(text) else -_SHORT_COST


def _first_prose(chunks: list[Chunk]) -> int:
    """Where the first sentence stands; 0 where there is none."""
    return next((index for index, chunk in enumerate(chunks) if _weight(chunk) > 0), 0)


def _best_stretch(chunks: list[Chunk]) -> tuple[int, int]:
    """Start and end of the stretch with the highest sum (Kadane); all of it where nothing speaks for any.

    Where readers' comments stand in the page, the first stretch that is nearly as good: comments follow the article.
    """
    stretches, total, start = [(0.0, 0, len(chunks))], 0.0, 0
    for index, weight in enumerate(_weights(chunks)):
        if total <= 0:
            total, start = 0.0, index
            stretches.append((0.0, index, index))
        total += weight
        if total > stretches[-1][0]:
            stretches[-1] = (total, start, index + 1)
    best = max(stretches, key=lambda stretch: stretch[0])
    if best[0] > 0 and _stamps(chunks):
        best = next(stretch for stretch in stretches if stretch[0] >= _NEARLY * best[0])
    return best[1:] if best[0] > 0 else (0, len(chunks))


def find_end(chunks: list[Chunk], first: int, last: int) -> int:
    """Where the author's text ends: before the comments, or before the links and notes that close a page."""
    prose = [word_count(chunk.text) if is_prose(chunk.text) else 0 for chunk in chunks[first:last]]
    total, before = sum(prose), 0
    stamps = set(_stamps(chunks))
    for offset, count in enumerate(prose):
        index = first + offset
        text = chunks[index].text
        if before >= _ENOUGH and (index in stamps or _opens_comments(chunks, index)):
            return index
        if before >= max(_ENOUGH, _MOST_OF_IT * total) and len(text) < 120 and _opens_links(chunks, index):
            return index
        before += count
    return last


def _opens_comments(chunks: list[Chunk], index: int) -> bool:
    """Whether readers' comments begin here; a heading "Comments" with a paragraph under it does not count."""
    if len(chunks[index].text) > 200 or not _COMMENTS.fullmatch(chunks[index].text):
        return False
    following = chunks[index + 1 : index + 7]
    long_next = bool(following) and word_count(following[0].text) >= 25
    return not long_next or any(is_furniture(chunk.text) for chunk in following)


def _heads_text(chunks: list[Chunk], index: int) -> bool:
    """Whether a line such as "Comments" is the author's heading over a paragraph."""
    text = chunks[index].text
    if text.lower() not in ("comment", "comments") or index + 1 == len(chunks):
        return False
    return is_prose(chunks[index + 1].text) and not _opens_comments(chunks, index)


def _opens_links(chunks: list[Chunk], index: int) -> bool:
    """Whether a list of links, or a note on the author, begins here and nothing but such follows at once."""
    text = chunks[index].text
    if not _LISTS.fullmatch(text):
        return False
    following = chunks[index + 1 : index + 2]
    if text.lower().startswith("about the author"):
        return True
    if not following or is_finished(following[0].text):
        return False
    return _is_short(following[0]) or (
        following[0].kind is BlockKind.ITEM and word_count(following[0].text) <= _TEASER_WORDS
    )


def _clean_body(chunks: list[Chunk], *, is_page: bool) -> list[Chunk]:
    """The body without the furniture that stands in it."""
    drop = find_furniture(chunks, is_page=is_page)
    return [without_link(chunk) for chunk, gone in zip(chunks, drop, strict=True) if not gone]


def find_furniture(chunks: list[Chunk], *, is_page: bool) -> list[bool]:
    """For each chunk of an article whether it is furniture; is_page: menus may stand in it, too."""
    drop = [is_furniture(chunk.text) and not _heads_text(chunks, index) for index, chunk in enumerate(chunks)]
    for index, chunk in enumerate(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        over_prose = following is not None and is_prose(following.text)
        if not drop[index] and is_menu_word(chunk.text) and (is_page or not over_prose):
            drop[index] = True
    _drop_links(chunks, drop)
    _drop_neighbours(chunks, drop)
    return drop


def without_link(chunk: Chunk) -> Chunk:
    """The chunk without a closing "(More)"."""
    if not chunk.text.endswith((")", "]")):
        return chunk
    return replace(chunk, text=_LINK_TAIL.sub("", chunk.text))


def _drop_links(chunks: list[Chunk], drop: list[bool]) -> None:
    """The heads of link lists ("Related articles") go with the links under them, up to the next sentence."""
    inside = False
    for index, chunk in enumerate(chunks):
        is_link = chunk.kind in (None, BlockKind.ITEM) and not is_finished(chunk.text)
        if len(chunk.text) < 120 and _LISTS.fullmatch(chunk.text):
            inside = _opens_links(chunks, index)
            drop[index] = drop[index] or inside
        elif inside and is_link and word_count(chunk.text) <= _LINK_WORDS_MOST:
            drop[index] = True
        else:
            inside = False


def _drop_neighbours(chunks: list[Chunk], drop: list[bool]) -> None:
    """Short lines set tight to a furniture line, where blank lines part the paragraphs, are furniture with it."""
    if sum(chunk.apart for chunk in chunks) < len(chunks) / 2:
        return
    for index in range(1, len(chunks)):
        if drop[index - 1] and not chunks[index].apart and _is_short(chunks[index]) and chunks[index].kind is None:
            drop[index] = True
