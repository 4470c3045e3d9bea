"""What an article says first: the briefing's title, when it has none of its own, and its bottom line."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.guard import is_mostly_quotation, stands_alone
from deckmaker.condense.material import Line, Material
from deckmaker.condense.trim import Trim
from deckmaker.condense.vague import PERSONS
from deckmaker.document import Document, Place
from deckmaker.language.word_lists import FEELING, MONTHS, OPENERS, SAYING, TIMES
from deckmaker.language.words import content_stems, word_count
from deckmaker.outline import Bullet

Trimmed = Mapping[Place, Sequence[Trim]]

SUMMARY_WORDS = (8, 33)
TITLE_WORDS, SHORT_TITLE = (4, 18), 12
"""Words of a title at least and at most, and how many it should have at most: the news may need more."""

FIRST_LINES, MORE_LINES = 8, 40
"""The news is looked for in this many lines from the top; in more when none of these can stand alone."""

HOOK, LATER_LINES = 1.5, 12
"""What tells less than this is a hook: then the news is looked for in some more lines."""

TOP = 2.6
"""What standing first is worth; a hook without names or figures does not outweigh the news below it."""

BORROWED = 0.5
"""What a sentence loses whose pronoun was replaced by a name."""

UNNAMED = 0.7
"""What a sentence below the first loses that speaks of "the report" and names nothing that the article is about."""

_BEGINS_THE = re.compile(r"The [a-z\d]")
TITLES = frozenset("president chancellor minister secretary pope king queen".split())
"""Of whom there is one, so that "the president" may open a meeting."""

_NAME = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z](?:[\w’'-]+|\.[A-Z])")
_FIGURE = re.compile(r"[$€£]?\d[\d.,]*")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|them)\b", re.IGNORECASE)
_SPEECH = re.compile(r"[“\"]\w[^”\"]* ")
_QUOTE = re.compile(r"[“”\"‘«»]")
_BARE = re.compile(
    r"The (?!(?:first|last|next|only)\b)[a-z]+ "
    r"(?:is|are|was|were|has|have|had|will|would|said|could|may|also|includes?|[a-z]+ed)\b"
)
_NO_NEWS = re.compile(
    r"^(?:because|do|does|did|can|should|what|how|why|who|whose)\b|\bdeclined to\b|\bdid not (?:respond|reply)\b",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(
    r"(?:(?:a|one|two|three|more than|some|several|many) (?:\w+ )?(?:year|month|decade|week)s? ago|last (?:year|month)|"
    r"in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What opens background, not news."""

_OTHERWISE = re.compile(r"\b(?:instead|also|too|again|my|I|me)\b")
"""Words that lean on what was said before, or on who writes."""

_SOMEBODY = "|".join(sorted(word for word in PERSONS if word.isalpha() and word not in TITLES))
_WHOSE = re.compile(rf"\b[Tt]he (?:{_SOMEBODY})\b(?!,? (?:of|[A-Z]))|\b(?:our|we|us)\b")
"""Somebody who is told of only later ("the singer's life"), or who writes."""

_OPENING = re.compile(rf"^(?:\w+ing\b[^,“\"]*|{'|'.join(sorted(OPENERS))}), ", re.IGNORECASE)
_SIDE_OPENING = re.compile(
    r"(?:\w+ing|to|when|as|after|before|while|if|since|with|although|though|given|by)\b[^,]*,", re.IGNORECASE
)
_TIME = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS | TIMES))}|yesterday|today|tomorrow|(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class News:
    """A bullet that may open the meeting: from which line (from 0), the trim, and how much it tells."""

    number: int
    line: Line
    trim: Trim
    worth: float


def bottom_line(document: Document, material: Material, trimmed: Trimmed) -> Bullet | None:
    """One sentence of at most 33 words that could open a meeting, from the top of the article; None when none can."""
    best = _lead(document, material, trimmed)
    return None if best is None else Bullet(_without_opening(best.trim.text), (*best.trim.places, best.line.place))


def _lead(document: Document, material: Material, trimmed: Trimmed) -> News | None:
    """The bullet that tells the news."""
    found = list(_news(document, material, trimmed, SUMMARY_WORDS))
    if max((news.worth for news in found), default=0.0) < HOOK:
        found = list(_news(document, material, trimmed, SUMMARY_WORDS, LATER_LINES))
    if not found:
        found = list(_news(document, material, trimmed, (3, SUMMARY_WORDS[1]), MORE_LINES))
    return max(
        found,
        key=lambda news: (news.worth + _room_used(news.trim.full or news.trim.text), -news.number, news.trim.text),
        default=None,
    )


def _without_opening(text: str) -> str:
    """The text without a first "Hoping that it may, …" or "Meanwhile, …", when what is left stands alone."""
    rest = _OPENING.sub("", text)
    return rest[:1].upper() + rest[1:] if rest != text and len(rest.split()) > 5 and stands_alone(rest) else text


def briefing_title(document: Document, material: Material, trimmed: Trimmed) -> str:
    """The article's own title; else the bottom line's sentence, as short as it tells the news; else the file's name."""
    if document.title:
        return document.title
    lead = _lead(document, material, trimmed)
    if lead is not None:
        texts = [_without_opening(trim.text) for trim in trimmed[lead.line.place]]
        told = [text for text in texts if len(text.split()) >= TITLE_WORDS[0]] or texts
        named = frozenset(content_stems(lead.trim.text))
        return max(told, key=lambda text: (_worth(text, material, named) - _unlike_a_title(text), text))
    rest = [trim.text for line in material.lines for trim in trimmed.get(line.place, ())]
    return min(rest, key=lambda text: (len(text), text), default=document.source.name.rsplit(".", 1)[0] or "Briefing")


def _unlike_a_title(text: str) -> float:
    """What a sentence loses as a title: too long, a quotation, a pronoun."""
    over = max(0, len(text.split()) - SHORT_TITLE)
    return 0.15 * over + 0.8 * bool(_QUOTE.search(text)) + bool(_PRONOUN.search(text))


def _news(
    document: Document, material: Material, trimmed: Trimmed, bounds: tuple[int, int], lines: int = FIRST_LINES
) -> Iterator[News]:
    """The bullets of the first lines that have a fitting number of words, weighed."""
    title = frozenset(content_stems(document.title))
    for number, line in enumerate(material.lines[:lines]):
        for trim in trimmed.get(line.place, ()):
            text = trim.full or trim.text
            if bounds[0] <= word_count(text) <= bounds[1] and not text.endswith("?"):
                worth = _worth(text, material, title) - BORROWED * bool(trim.places)
                worth -= UNNAMED * (number > 0 and _is_unnamed(text, material))
                yield News(number, line, trim, worth + TOP * math.exp(-number / 2.5))


def _worth(text: str, material: Material, title: frozenset[str]) -> float:
    """How much a bullet tells: words that matter, names, figures, a date; less for a side clause first."""
    stems = set(content_stems(text))
    names, figures = len(_NAME.findall(text)), len(_FIGURE.findall(text))
    central = math.fsum(material.worth.get(stem, 0.5) for stem in stems) / (4 + len(stems))
    return (
        central
        + 0.15 * min(3, names)
        + 0.2 * min(2, figures)
        + 0.3 * bool(_TIME.search(text))
        + 0.8 * len(stems & title) / max(1, len(title))
        - 0.8 * is_mostly_quotation(text)
        - 0.3 * bool(_QUOTE.match(text))
        - 0.4 * bool(_SPEECH.search(text))
        - 1.0 * (not names and not figures)
        - 2.8 * bool(_SIDE_OPENING.match(text))
        - 0.6 * (text.split(maxsplit=1)[0].lower().rstrip(",") in OPENERS)
        - (0.5 if _NAME.search(text.partition(" he ")[0]) else 1.5) * bool(_PRONOUN.search(text))
        - 1.5 * bool(FEELING & {word.lower() for word in text.split()})
        - 1.0 * bool(_BACK_THEN.match(text))
        - 0.1 * max(0, 9 - word_count(text))
        - 2.0 * bool(_NO_NEWS.search(text))
        - 0.9 * bool(_BARE.match(text))
        - 0.7 * bool(_OTHERWISE.search(text))
        - 0.8 * bool(_WHOSE.search(text))
        - 0.3 * (text.rsplit(maxsplit=1)[-1].lower() in SAYING)
    )


def _is_unnamed(text: str, material: Material) -> bool:
    """Whether a text begins with "The report" or "The 31-year-old" and has none of the article's chief names."""
    return bool(_BEGINS_THE.match(text)) and not any(re.search(rf"\b{name}\b", text) for name in material.chief)


def _room_used(text: str) -> float:
    """What a bottom line gains by using its room: purpose and date fit in 24 words or so."""
    return 0.02 * min(24, word_count(text))
