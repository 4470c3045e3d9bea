"""Chunks -> passages: guesses which short lines are headings, and which lines after a colon are a list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckmaker.document import BlockKind, Passage
from deckmaker.readers.chunks import Chunk
from deckmaker.readers.dates import is_month
from deckmaker.readers.prose import is_finished, is_prose, word_count

_HEADING_WORDS, _QUESTION_WORDS = 12, 14
_HEADING_CHARACTERS = 100
_NO_HEADING_END = tuple(":;,-–—…")
_QUESTION = re.compile(
    r"(?:what|who|whom|whose|where|when|why|which|how|is|are|was|were|will|would|can|could|do|does|did|has|have"
    r"|should|so what|and"
    r"|was|wer|wie|wo|wann|warum|welche[rs]?|qu['’e]\w*|qui|quand|pourquoi|comment|où|¿.*|che|chi|come|quando"
    r"|perch[ée]|quem|onde)\b.*\?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]+[^.!?,“”\"«»„][”\"»“]")
_SIGNED = re.compile(
    r"(?:[—–-]{1,2} ?\S.*|(?:best|kind|warm)? ?regards|sincerely|yours.*|thanks|cheers|mit freundlichen gr[üu][ßs]en)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(\S.*)")
_COUNTED = re.compile(r"(\d{1,2}|[IVX]{1,5})[.)]\s+(\S.*)")
_LIST_WORDS = 60


def shape(chunks: Sequence[Chunk]) -> list[Passage]:
    """The passages of the chunks: marked ones as marked, the others by their words and neighbours."""
    chunks = _with_lists(chunks)
    asks = sum(_is_question(chunks, index) for index in range(len(chunks))) >= 2
    passages = []
    for index, chunk in enumerate(chunks):
        level = _heading_level(chunks, index, questions=asks)
        if level:
            text = without_number(chunk.text)
            passages.append(Passage(BlockKind.HEADING, text, level))
        else:
            kind = chunk.kind or BlockKind.PARAGRAPH
            passages.append(Passage(kind, chunk.text, chunk.level if kind is BlockKind.ITEM else 0))
    return passages


def without_number(heading: str) -> str:
    """The heading without its number; a date ("5. November") keeps it."""
    match = _NUMBERED.fullmatch(heading) or _COUNTED.fullmatch(heading)
    return heading if not match or is_month(match[2].split()[0]) else match[2]


def _with_lists(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Lines set tight below a line that ends in a colon are a list, although nothing marks them."""
    result = list(chunks)
    index = 1
    while index < len(result):
        if result[index].kind is None and result[index - 1].kind is None and result[index - 1].text.endswith(":"):
            end = _tight_end(result, index)
            if end - index >= 2:
                result[index:end] = [replace(chunk, kind=BlockKind.ITEM, level=1) for chunk in result[index:end]]
            index = end
        index += 1
    return result


def _tight_end(chunks: list[Chunk], start: int) -> int:
    """Where the lines end that stand tight below the one at start; start itself when its lines are long."""
    end = start + 1
    while end < len(chunks) and chunks[end].kind is None and not chunks[end].apart:
        end += 1
    tight = chunks[start].apart or end < len(chunks)
    return end if tight and all(word_count(chunk.text) <= _LIST_WORDS for chunk in chunks[start:end]) else start + 1


def _heading_level(chunks: Sequence[Chunk], index: int, *, questions: bool) -> int:
    """The level of a heading, or 0."""
    chunk = chunks[index]
    if chunk.kind is BlockKind.HEADING:
        return chunk.level
    if chunk.kind is BlockKind.ITEM:
        return 2 if chunk.number and _stands_alone(chunks, index) and could_be_heading(chunk.text) else 0
    if chunk.kind is not None or not _has_text_below(chunks, index) or _in_list(chunks, index):
        return 0
    numbered = _NUMBERED.fullmatch(chunk.text)
    if numbered and could_be_heading(numbered[2]):
        return 2 + numbered[1].count(".")
    if could_be_heading(chunk.text) or (questions and _is_question(chunks, index)):
        return 2
    return 0


def could_be_heading(text: str) -> bool:
    """Whether the words are a heading's: few, no full stop, no lead-in, no sign-off."""
    if len(text) > _HEADING_CHARACTERS or word_count(text) > _HEADING_WORDS or text.endswith(_NO_HEADING_END):
        return False
    if _SIGNED.fullmatch(text) or not any(map(str.isalpha, text)) or text[0].islower():
        return False
    if text.endswith((" or", " and", " oder", " und", " et", " ou", " y", " o", " e")):
        return False
    if text[0] in "“\"«„‘'(":
        return bool(_QUOTED.fullmatch(text))
    return not is_finished(text)


def _has_text_below(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a paragraph, list or quote longer than the line follows, or another short line with one under it."""
    following = chunks[index + 1 : index + 3]
    if not following:
        return False
    if following[0].kind is None and not is_prose(following[0].text) and not following[0].text.endswith(":"):
        return len(following) > 1 and following[0].apart and is_prose(following[1].text)
    return following[0].kind is not None or len(following[0].text) > len(chunks[index].text)


def _in_list(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the line is one of a list that nothing marks: after a colon, or among other short lines."""
    before = [chunk for chunk in chunks[max(0, index - 2) : index] if chunk.kind is None]
    if before and before[-1].text.endswith(":"):
        return True
    return len(before) == 2 and not any(_is_text(chunk.text) for chunk in before)


def _is_text(text: str) -> bool:
    return is_prose(text) and not _QUESTION.fullmatch(text)


def _stands_alone(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a numbered line has paragraphs around it, not other items."""
    around = [chunks[place].kind for place in (index - 1, index + 1) if 0 <= place < len(chunks)]
    return BlockKind.ITEM not in around and index + 1 < len(chunks)


def _is_question(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a lone question stands above a paragraph, as in an explainer or an interview."""
    chunk = chunks[index]
    if chunk.kind is not None or word_count(chunk.text) > _QUESTION_WORDS or not _QUESTION.fullmatch(chunk.text):
        return False
    if chunk.text.count("?") != 1 or not 0 < index < len(chunks) - 1:
        return False
    return _is_text(chunks[index + 1].text) and not _in_list(chunks, index)
