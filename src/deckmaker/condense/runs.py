"""What a sentence offers as a heading in a language that is not parsed: phrases whose form shows that they are nouns.

In the Romance languages an article shows where a noun begins ("la moitié de la facture"), in German its capital, in
Hindi what follows it, in Japanese its script.  What is not sure is not offered.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from deckmaker.condense.phrases import Phrase
from deckmaker.condense.romance import romance_nouns
from deckmaker.condense.trim import finish
from deckmaker.language.stop_words import points_back, stop_words
from deckmaker.language.words import word_count

MOST_WORDS = 6
MOST_SENTENCE_WORDS = 12
LONG_COMPOUND = 11
"""Letters of a German compound that says enough alone."""

_NAME = r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][\w’'-]+"
_NAMES = re.compile(rf"(?<=[\w,] ){_NAME}(?: {_NAME}){{1,3}}(?! {_NAME})")

_NOUN = r"[A-ZÄÖÜ][a-zäöüß]+(?:-?[A-ZÄÖÜ]?[a-zäöüß]+)*"
_GERMAN = re.compile(
    rf"(?P<before>\b\w+ )?(?P<what>(?P<kind>(?:(?<=[Dd]ie )|(?<=[Ee]ine )|(?<=[Ii]hre )|(?<=seine ))[a-zäöüß]+e )?"
    rf"(?P<noun>{_NOUN})(?: (?:der|des|einer|eines|für|gegen|um|von|vom) (?:die |den |das |dem |der )?"
    rf"(?:[a-zäöüß]+e[nrs]? )?(?P<second>{_NOUN}))?)\b"
)
_DATIVE = frozenset("den allen vielen diesen beiden ihren seinen deren zwei drei vier von mit bei nach aus zu".split())
_NOUNS_TOO = frozenset("weg mensch menschen recht ort".split())
"""Stop words that are nouns as well."""

_ARTICLES = frozenset("der die das".split())
_GENITIVE = frozenset("des eines dieses jedes ihres seines".split())

_PART = {
    "de": ("Teil ", ""), "fr": ("Partie ", ""), "es": ("Parte ", ""), "it": ("Parte ", ""), "pt": ("Parte ", ""),
    "nl": ("Deel ", ""), "hi": ("भाग ", ""), "ja": ("第", "部"), "zh": ("第", "部分"),
}  # fmt: skip

_AFTER_HINDI_NOUN = r"(?= (?:में|से|पर|को|ने|तक)(?: |$))"
_DEVANAGARI = r"[\u0900-\u0963\u0970-\u097f]+"
_HINDI = (
    re.compile(rf"(?<!\S)(?:{_DEVANAGARI} )?{_DEVANAGARI} (?:का|की) {_DEVANAGARI}(?= )"),
    re.compile(rf"(?<!\S){_DEVANAGARI} {_DEVANAGARI}(?: {_DEVANAGARI})?{_AFTER_HINDI_NOUN}"),
)
_LINKS = frozenset("का के की".split())

_JAPANESE_NOUN = r"(?:[一-鿿々ヶ]{2,8}|[ァ-ヴー]{3,10}|[ァ-ヴー]{2,8}[一-鿿々]{1,6}|[一-鿿々]{1,6}[ァ-ヴー]{2,8})"
_JAPANESE = re.compile(
    rf"(?<![一-鿿々ヶァ-ヴーA-Za-z0-9])(?:[一-鿿]{{1,3}}(?:しい|い|な))?{_JAPANESE_NOUN}(?:の{_JAPANESE_NOUN})?"
    r"(?=[はがをにでともへ、。」])"
)
_JAPANESE_TIME = re.compile(
    r"^[一二三四五六七八九十百千万億数]|[月火水木金土日]曜日|[今来昨毎翌][年月週日]|午[前後]|一方|以上|以下|今後|現在"
)


def runs(text: str, language: str) -> Iterator[Phrase]:
    """The noun phrases of a sentence that are sure, with a capital first."""
    primary = language.partition("-")[0]
    find = _FINDERS.get(primary)
    found = find(text) if find else romance_nouns(text, primary)
    for run in [*found, *(match.group() for match in _NAMES.finditer(text))]:
        if len(run.split()) <= MOST_WORDS:
            yield Phrase(run[:1].upper() + run[1:], run.split()[-1])


def _german(text: str) -> Iterator[str]:
    """A noun that another belongs to, a noun with its adjective, a long one that opens the sentence; none inflected."""
    idle = stop_words("de") - _NOUNS_TOO
    for match in _GERMAN.finditer(text):
        noun, second, before = match["noun"], match["second"], (match["before"] or "").strip().lower()
        if noun.lower() in idle or (second and second.lower() in idle) or not match.start("what"):
            continue
        if before in _GENITIVE or (before in _DATIVE and noun.endswith("n")):
            continue
        opens = not match.start() and before in _ARTICLES and len(noun) >= LONG_COMPOUND
        if second or match["kind"] or opens:
            yield match["what"]


def _hindi(text: str) -> Iterator[str]:
    """A thing of a thing, or two or three words that together take a postposition; none in the oblique plural."""
    idle = stop_words("hi")
    for pattern in _HINDI:
        for match in pattern.finditer(text):
            words = match.group().split()
            content = [word for word in words if word not in _LINKS]
            after = text[match.end() :].split(maxsplit=1)
            goes_on = not after or after[0] not in idle
            inflected = words[-1].endswith("ों") or any(word.endswith("ने") for word in content)
            if len(content) >= 2 and not idle.intersection(content) and not goes_on and not inflected:
                yield match.group()


def _japanese(text: str) -> Iterator[str]:
    """A noun with what describes it, or a compound of three characters or more; no times and amounts."""
    for match in _JAPANESE.finditer(text):
        run = match.group()
        if len(run) >= 3 and not any(_JAPANESE_TIME.search(part) for part in run.split("の")):
            yield run


_FINDERS: dict[str, Callable[[str], Iterator[str]]] = {"de": _german, "hi": _hindi, "ja": _japanese}


def stand_in(texts: Sequence[str], taken: Sequence[str], number: int, language: str) -> str:
    """A heading where no phrase is sure: the shortest sentence that is short enough, else the part's number."""
    said = {name.casefold() for name in taken}
    for text in sorted(map(finish, texts), key=word_count):
        fits = word_count(text) <= MOST_SENTENCE_WORDS and text[-1:] not in "?!"
        if fits and text.casefold() not in said and not points_back(text, language):
            return text
    before, after = _PART.get(language.partition("-")[0], ("Part ", ""))
    return f"{before}{number}{after}"
