"""What stands before the first paragraph: title, byline and date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from deckmaker.document import BlockKind
from deckmaker.readers.bylines import is_name, read_byline
from deckmaker.readers.chunks import Chunk
from deckmaker.readers.dates import read_date_line
from deckmaker.readers.furniture import Cut, is_furniture, is_menu_word
from deckmaker.readers.prose import is_finished, is_prose, word_count

_TITLE_MOST, _TITLE_WORDS = 220, 32
_SMALL_HEAD = 6  # lines; in a head like this the first line is the title, unless it is a kicker
_KICKER_WORDS, _HEADLINE_WORDS = 3, 4
_LATE, _LATE_WORDS = 5, 20
_REACH = 30  # lines before the article in which its title is looked for
_PLAIN_HEADING = re.compile(
    r"(?:\d+\.? ?)?(?:introduction|summary|abstract|background|overview|contents?|executive summary|preface|foreword"
    r"|einleitung|zusammenfassung|vorwort|introducci[óo]n|resumen|r[ée]sum[ée]|introduzione|introdu[çc][ãa]o):?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:subject|title|headline|betreff|objet|asunto|titel|titre|t[íi]tulo|titolo):\s+(\S.*)", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Front:
    """Title, byline and date ("" and None where there is none), and the chunks of the article that follow."""

    title: str
    byline: str
    date: date | None
    rest: tuple[Chunk, ...]


def take_front(cut: Cut) -> Front:
    """The front matter of a cut article, taken off it."""
    head, body = _head_and_body(cut)
    facts = [_fact(chunk) for chunk in _whole_bylines(head)]
    index = _title_index(facts, body)
    late, body = _late_facts(body)
    facts = _with_lone_names(facts, index, late)
    title = "" if index is None else _once(_SUBJECT.sub(r"\1", facts[index].chunk.text))
    known = [*facts[index or 0 :], *late]
    byline = next((fact.byline for fact in known if fact.byline), "")
    found = _best_date(known) or _best_date(facts)
    kept = [] if index is None and cut.is_page else _kept(facts, index, title, is_page=cut.is_page)
    rest = [*kept, *body]
    again = next((place for place, chunk in enumerate(rest) if chunk.text != title), len(rest))
    return Front(title, byline, found, tuple(rest[again:] if title else rest))


@dataclass(frozen=True, slots=True)
class _Fact:
    """A line of the head and what it says of the article."""

    chunk: Chunk
    published: date | None
    updated: date | None
    byline: str

    @property
    def is_plain(self) -> bool:
        """Whether it is neither a date, a byline nor furniture."""
        return not (self.published or self.updated or self.byline or is_furniture(self.chunk.text))


def _fact(chunk: Chunk) -> _Fact:
    return _Fact(chunk, *read_date_line(chunk.text), read_byline(chunk.text))


def _with_lone_names(facts: list[_Fact], index: int | None, late: list[_Fact]) -> list[_Fact]:
    """The head's lines, where a name between the title and the date is a byline."""
    whole = list(facts)
    for place, (fact, following) in enumerate(pairwise([*facts, *late[:1]])):
        below_title = index is not None and place > index
        if below_title and following.published and fact.is_plain and is_name(fact.chunk.text):
            whole[place] = replace(fact, byline=fact.chunk.text)
    return whole


def _whole_bylines(head: list[Chunk]) -> list[Chunk]:
    """The head with "By" and the name under it on one line."""
    whole: list[Chunk] = []
    for chunk in head:
        if whole and whole[-1].text.lower() in ("by", "von", "par", "por"):
            chunk = replace(chunk, text=f"{whole.pop().text} {chunk.text}")
        whole.append(chunk)
    return whole


def _late_facts(body: list[Chunk]) -> tuple[list[_Fact], list[Chunk]]:
    """Bylines and dates that stand below a standfirst, and bylines further down; and the body without them."""
    facts, rest = [], []
    for index, chunk in enumerate(_whole_bylines(body[:_LATE]) + body[_LATE:]):
        short = chunk.kind is None and word_count(chunk.text) <= _LATE_WORDS and not is_finished(chunk.text)
        fact = _fact(chunk) if short else None
        if fact and (fact.byline or (index < _LATE and (fact.published or fact.updated))):
            facts += [fact] if index < _LATE else []
        else:
            rest.append(chunk)
    return facts, rest


def _head_and_body(cut: Cut) -> tuple[list[Chunk], list[Chunk]]:
    """The head, with what of the body still belongs to it: a title that asks, a byline, a date."""
    head, body = list(cut.head), list(cut.body)
    if not head and body and _may_ask(body):
        head.append(body.pop(0))
    prose = next((index for index, chunk in enumerate(body[: _SMALL_HEAD + 3]) if is_prose(chunk.text)), 0)
    front = next((index for index in range(prose) if not _is_front_line(body[index])), prose)
    return head + body[:front], body[front:]


def _is_front_line(chunk: Chunk) -> bool:
    return chunk.kind is not BlockKind.ITEM and len(chunk.text) <= _TITLE_MOST and not chunk.text.endswith(":")


def _may_ask(body: list[Chunk]) -> bool:
    """Whether the first chunk is a title that ends in a question or exclamation mark."""
    text = body[0].text
    following = body[1].text if len(body) > 1 else ""
    return text.endswith(("?", "!")) and word_count(text) <= 16 and word_count(following) > word_count(text)


def _title_index(facts: list[_Fact], body: Sequence[Chunk]) -> int | None:
    """Which line of the head is the title: marked, repeated, near the date, sharing words with the article."""
    start = max(0, len(facts) - _REACH)
    vocabulary = _vocabulary(chunk.text for chunk in body[:12])
    best, chosen = 0.0, None
    texts = [fact.chunk.text for fact in facts]
    candidates = [index for index in range(start, len(facts)) if _may_be_title(facts[index])]
    for index in candidates:
        score = _title_score(facts, index, vocabulary)
        score += 3.0 * (texts.count(texts[index]) > 1) - 0.08 * (len(facts) - index)
        leads = index == candidates[0] and len(facts) <= _SMALL_HEAD
        score -= 3.0 * (texts[index].isupper() and any(_is_headline(texts[other]) for other in candidates))
        score += leads * (5.0 if _may_lead(texts[index], vocabulary) else 1.0)
        if score > best:
            best, chosen = score, index
    return chosen


def _may_be_title(fact: _Fact) -> bool:
    text = fact.chunk.text
    if fact.chunk.kind not in (None, BlockKind.HEADING) or len(text) > _TITLE_MOST or not fact.is_plain:
        return False
    if is_menu_word(text) or _PLAIN_HEADING.fullmatch(text) or not any(map(str.isalpha, text)):
        return False
    return word_count(text) <= _TITLE_WORDS and not text.endswith((",", ":", ";", "."))


def _is_headline(text: str) -> bool:
    """Whether the words are a headline beside which a line in capitals is the paper's name."""
    return not text.isupper() and word_count(text) >= _HEADLINE_WORDS


def _may_lead(text: str, vocabulary: set[str]) -> bool:
    """Whether a first line is the title rather than a kicker or the paper's name."""
    count = word_count(text)
    return count >= _HEADLINE_WORDS or (count >= _KICKER_WORDS and bool(_vocabulary([text]) & vocabulary))


def _once(title: str) -> str:
    """The title, once where it stands twice on its line."""
    half = len(title) // 2
    return title[:half] if title[:half] == title[half + 1 :] else title


def _title_score(facts: list[_Fact], index: int, vocabulary: set[str]) -> float:
    text = facts[index].chunk.text
    stems = _vocabulary([text])
    shared = len(stems & vocabulary) / max(4, len(stems))
    following = facts[index + 1 : index + 4]
    told = [bool(fact.byline or fact.published or fact.updated) for fact in following]
    near = 1 / (1 + told.index(True)) if any(told) else 0.0
    marked = facts[index].chunk.kind is BlockKind.HEADING and facts[index].chunk.level == 1
    subject = bool(_SUBJECT.match(text))
    return 3.0 * shared + 2.0 * near + 4.0 * marked + 8.0 * subject + (1.5 if word_count(text) >= 4 else 0.0)


def _vocabulary(texts: Iterable[str]) -> set[str]:
    """The stems (first six letters) of the longer words."""
    return {word[:6].lower() for text in texts for word in _LETTER.findall(text)}


def _best_date(facts: list[_Fact]) -> date | None:
    """The day of publication, or else of the last change."""
    published = next((fact.published for fact in facts if fact.published), None)
    return published or next((fact.updated for fact in facts if fact.updated), None)


def _kept(facts: list[_Fact], index: int | None, title: str, *, is_page: bool) -> list[Chunk]:
    """The lines of the head that are the article's: standfirsts and first headings, not kickers and buttons."""
    after = facts if index is None else facts[index + 1 :]
    kept = []
    for fact in after:
        text = fact.chunk.text
        if not fact.is_plain or is_menu_word(text) or text == title:
            continue
        if is_page and (word_count(text) < 8 or not is_finished(text)):
            continue
        standfirst = fact.chunk.kind is None and word_count(text) >= 9
        kept.append(Chunk(text, BlockKind.PARAGRAPH, 0, fact.chunk.apart) if standfirst else fact.chunk)
    return kept
