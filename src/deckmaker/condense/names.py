"""Who a lone surname is: the first bullet that speaks of somebody gets the full name that the article gave before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckmaker.condense.choose import Candidate
from deckmaker.condense.material import Line
from deckmaker.document import Place

_TITLES = frozenset(
    """mr mrs ms dr sir lord lady sen rep gov president chancellor minister secretary general judge justice professor
    prof king queen prince princess pope captain sgt lt col the a an and but in on at for with as by said says when
    while if of to from new""".split()
)
"""Capitalised words before a surname that are no first name."""

_FORM = r"(?:(?P<form>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir)\.? )?"
_AT_START = re.compile(rf"{_FORM}(?P<name>[A-Z][\w-]*(?:[’'][A-Z][\w-]*)?)(?=(?:[’']s)?(?::| [a-z]))")
_AT_END = re.compile(rf"(?<=, ){_FORM}(?P<name>[A-Z][\w’'-]+)(?= said$)")
_KEPT_FORMS = frozenset("Dr Prof Professor Sir".split())
"""Forms of address that the full name keeps."""

_PART = r"[A-Z][\w’'-]*\.?"


def introduced(sections: Sequence[Sequence[Candidate]], lines: Sequence[Line], known: str) -> list[list[Candidate]]:
    """The bullets, where the first that begins with a surname says the full name; known is what is said before them.

    The place where the full name stands is recorded before the bullet's own.
    """
    said = known
    found = []
    for bullets in sections:
        named = []
        for bullet in bullets:
            bullet = _named(bullet, lines, said)
            said += f" {bullet.text} {' '.join(bullet.below)}"
            named.append(bullet)
        found.append(named)
    return found


def _named(bullet: Candidate, lines: Sequence[Line], said: str) -> Candidate:
    """The bullet with the full name at its start, before a last "said", or where a bullet below begins."""
    texts, places = [], bullet.places
    for text in (bullet.text, *bullet.below):
        for match in filter(None, (_AT_START.match(text), _AT_END.search(text))):
            name, form = match["name"], match["form"]
            full = _full_name(name, bullet.places[-1], lines) if _is_new(name, lines, said) else None
            if full:
                address = f"{form} " if form in _KEPT_FORMS else ""
                text = text[: match.start()] + address + full[0] + text[match.end() :]
                places = places if full[1] in places else (full[1], *places)
                break
        said += f" {text}"
        texts.append(text)
    return replace(bullet, text=texts[0], below=tuple(texts[1:]), places=places)


def _is_new(name: str, lines: Sequence[Line], said: str) -> bool:
    return not re.search(rf"\b{re.escape(name)}\b", said) and not _is_common(name, lines)


def _is_common(word: str, lines: Iterable[Line]) -> bool:
    """Whether the article also writes the word small: then it is no name."""
    small = re.compile(rf"\b{re.escape(word.lower())}\b")
    return any(small.search(line.text) for line in lines)


def _full_name(surname: str, until: Place, lines: Iterable[Line]) -> tuple[str, Place] | None:
    """The first full name with that surname in the article up to a place, and where it stands."""
    pattern = re.compile(rf"\b((?:{_PART} ){{1,2}}){re.escape(surname)}\b(?!-)(?! [A-Z])")
    for line in lines:
        if line.place > until:
            return None
        for match in pattern.finditer(line.text):
            first = match[1].split()
            while first and first[0].lower().rstrip(".") in _TITLES:
                first = first[1:]
            if first and all(len(part) > 1 for part in first[:1]):
                return " ".join((*first, surname)), line.place
    return None
