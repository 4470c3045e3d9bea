"""Names for things: the briefing's title, its bottom line, and a heading for each section."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from deckmaker.condense.choose import Candidate
from deckmaker.condense.material import Line, Material
from deckmaker.condense.trim import Trim
from deckmaker.document import Document, Place
from deckmaker.language.words import STOP_WORDS, content_stems, stem, words
from deckmaker.outline import Bullet

Trimmed = Mapping[Place, list[Trim]]
SUMMARY_WORDS = 30
TITLE_WORDS = 14
HEADING_WORDS = (2, 6)

_BREAK = re.compile(r"[,;:.!?()\[\]“”\"‘…–—]|\s-\s")
_LINKS = frozenset({"of", "and", "for", "in", "the"})
_NOT_IN_A_NAME = re.compile(r".*(?:ed|ly|n['’]t)$|.*ing$", re.IGNORECASE)
_VAGUE = frozenset("introduction conclusion background overview summary discussion comments results other more".split())


def bottom_line(material: Material, trimmed: Trimmed) -> Bullet | None:
    """One sentence of at most 30 words that could open a meeting: from the top of the article."""
    for line in sorted(material.lines[:6], key=lambda line: -line.weight):
        for trim in trimmed.get(line.place, []):
            if len(trim.text.split()) <= SUMMARY_WORDS:
                return Bullet(trim.text, (*trim.places, line.place))
    return None


def briefing_title(document: Document, material: Material, trimmed: Trimmed) -> str:
    """The article's own title; else its first sentence that stands alone, as short as it comes."""
    if document.title:
        return document.title
    for line in material.lines[:8]:
        found = [trim.text for trim in trimmed.get(line.place, [])]
        if found:
            return next((text for text in found if len(text.split()) <= TITLE_WORDS), found[-1])
    return document.source.name.rsplit(".", 1)[0] or "Briefing"


def headings(parts: list[tuple[str, list[Line]]], chosen: list[list[Candidate]]) -> list[str]:
    """A heading for each part: the author's own, else the phrase that tells it best from the others; all different."""
    counts = [Counter(stem for line in lines for stem in set(line.stems)) for _, lines in parts]
    everywhere = sum(counts, Counter())
    names: list[str] = []
    for (own, lines), count, bullets in zip(parts, counts, chosen, strict=True):
        ranked = [own] if own and own.lower() not in _VAGUE else []
        ranked += _ranked_phrases(lines, bullets, count, everywhere)
        names.append(next((name for name in ranked if not _taken(name, names)), f"Part {len(names) + 1}"))
    return names


def _taken(name: str, names: list[str]) -> bool:
    stems = set(content_stems(name))
    return any(name.lower() == other.lower() or stems == set(content_stems(other)) for other in names)


def _ranked_phrases(
    lines: list[Line], bullets: list[Candidate], count: Counter[str], everywhere: Counter[str]
) -> list[str]:
    said = {stem for bullet in bullets for stem in bullet.stems}
    phrases = {phrase for line in lines for phrase in _phrases(line.text)}

    def score(phrase: str) -> float:
        stems = content_stems(phrase)
        telling = sum(
            count[s] * math.log(1 + 3 * count[s] / everywhere[s]) * (1.3 if s in said else 1.0)
            for s in set(stems)
            if everywhere[s]
        )
        return telling / (1.5 + abs(len(phrase.split()) - 3)) if stems else 0.0

    return [_capital(phrase) for phrase in sorted(phrases, key=lambda p: (-score(p), p))]


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _phrases(text: str) -> Iterator[str]:
    """Runs of two to six words without stop words, verbs or punctuation inside; "of" and "and" may link."""
    for piece in _BREAK.split(text):
        run: list[str] = []
        for word in [*piece.split(), "the"]:
            if _carries(word) or (word in _LINKS and word != "the" and run and run[-1] not in _LINKS):
                run.append(word)
            else:
                yield from _cut_to_size(run)
                run = []


def _carries(word: str) -> bool:
    return word.lower() not in STOP_WORDS and bool(words(word)) and not _NOT_IN_A_NAME.fullmatch(word)


def _cut_to_size(run: list[str]) -> Iterable[str]:
    while run and run[-1] in _LINKS:
        run = run[:-1]
    least, most = HEADING_WORDS
    if least <= len(run) <= most and stem(run[-1]) != "":
        yield " ".join(run)
