"""Who a lone surname is: the first bullet that speaks of somebody gets the full name that the article gave before."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from deckmaker.condense.choose import Candidate
from deckmaker.condense.material import Line
from deckmaker.condense.persons import Person
from deckmaker.condense.vague import PERSONS
from deckmaker.document import Place
from deckmaker.language.words import STOP_WORDS, stem
from deckmaker.outline import Bullet

_TITLES = frozenset(
    """mr mrs ms dr sir lord lady sen rep gov president chancellor minister secretary general judge justice professor
    prof king queen prince princess pope captain sgt lt col the a an and but in on at for with as by said says when
    while if of to from new""".split()
)
"""Capitalised words before a surname that are no first name."""

_FORM = r"(?:(?P<form>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir)\.? )?"
_AT_START = re.compile(rf"^(?P<form_name>{_FORM}(?P<name>[A-Z][\w-]*(?:[’'][A-Z][\w-]*)?))(?=(?:[’']s)?(?::| [a-z]))")
_AS_SECOND = re.compile(rf"^(?:[A-Z][\w’'.-]+ )+and (?P<form_name>{_FORM}(?P<name>[A-Z][\w-]+))(?= [a-z])")
_AT_END = re.compile(rf"(?<=, )(?P<form_name>{_FORM}(?P<name>[A-Z][\w’'-]+))(?= said$)")
_KEPT_FORMS = frozenset("Dr Prof Professor Sir".split())
"""Forms of address that the full name keeps."""

_NAME_BEFORE = re.compile(
    r"(?!(?:When|While|After|Before|As|If|But|And|On|In|For|With|By|The|That|Although)\b)[A-Z][\w.’'-]* $"
)
"""A capitalised word right before a surname: a first name, a title."""

ROLE_WORDS = 3
"""Words before a name that say who it is, at most."""

_PART = r"[A-Z][\w’'-]*\.?"


def introduced(sections: Sequence[Sequence[Candidate]], lines: Sequence[Line], known: str) -> list[list[Candidate]]:
    """The bullets, where the first that begins with a surname says the full name; known is what is said before them.

    The place where the full name stands is recorded before the bullet's own.
    """
    return in_order(sections, known, lambda bullet, said: _named(bullet, lines, said))


def in_order(
    sections: Sequence[Sequence[Candidate]], known: str, told: Callable[[Candidate, str], Candidate]
) -> list[list[Candidate]]:
    """Each bullet as told makes it, which is given the bullet and what is said before it; known stands before all."""
    said, found = known, []
    for bullets in sections:
        section = []
        for bullet in bullets:
            section.append(told(bullet, said))
            said += f" {section[-1].text} {' '.join(section[-1].below)}"
        found.append(section)
    return found


def with_full_names(text: str, persons: Mapping[str, Person]) -> tuple[str, tuple[Place, ...]]:
    """A text that stands alone, such as a title, with the first names of those it names, and where they stand."""
    places = []
    for surname, person in persons.items():
        name, found = " ".join(person.names), re.search(rf"\b{re.escape(surname)}\b(?![-’']\w\w)", text)
        if found is None or len(person.names) < 2 or name in text or _NAME_BEFORE.search(text[: found.start()]):
            continue
        text = text[: found.start()] + name + text[found.end() :]
        places.append(person.place)
    return text, tuple(places)


def bullet_with_full_names(bullet: Bullet | None, persons: Mapping[str, Person]) -> Bullet | None:
    """The same of a bullet: the places of the names are recorded before its own."""
    if bullet is None:
        return None
    text, places = with_full_names(bullet.text, persons)
    return replace(bullet, text=text, places=tuple(dict.fromkeys((*places, *bullet.places))))


def unexplained(text: str, persons: Mapping[str, Person]) -> frozenset[str]:
    """The stems of the surnames in a bullet that stand without a first name and where none would be given them."""
    given = [
        match["name"] for match in (_AT_START.search(text), _AS_SECOND.search(text), _AT_END.search(text)) if match
    ]
    return frozenset(
        stem(surname)
        for surname, person in persons.items()
        if surname in text
        and surname not in (name.removesuffix("’s").removesuffix("'s") for name in given)
        and re.search(rf"\b{re.escape(surname)}\b", text)
        and " ".join(person.names[-2:]) not in text
    )


def _named(bullet: Candidate, lines: Sequence[Line], said: str) -> Candidate:
    """The bullet with the full name at its start, also of the second of two, or before a last "said"; so below it."""
    texts, places = [], bullet.places
    for text in (bullet.text, *bullet.below):
        for pattern in (_AT_START, _AS_SECOND, _AT_END):
            match = pattern.search(text)
            if match is None or not _is_new(match["name"], lines, said):
                continue
            full = _full_name(match["name"], bullet.places[-1], lines)
            if full and not (pattern is _AT_END and _is_far(full[1], bullet)):
                address = f"{match['form']} " if match["form"] in _KEPT_FORMS else ""
                text = text[: match.start("form_name")] + address + full[0] + text[match.end() :]
                places = places if full[1] in places else (full[1], *places)
        said += f" {text}"
        texts.append(text)
    return replace(bullet, text=texts[0], below=tuple(texts[1:]), places=places)


def _is_far(place: Place, bullet: Candidate) -> bool:
    """Whether a full name stands more than a block before: then a bullet that ends with it reads as no sentence's."""
    return place.block < bullet.places[-1].block - 1


def _is_new(name: str, lines: Sequence[Line], said: str) -> bool:
    return not re.search(rf"\b{re.escape(name)}\b", said) and not _is_common(name, lines)


def _role(before: str) -> str:
    """What stands right before a name and says who it is ("Charity boss "), with a space behind it; else ""."""
    words = re.split(r"[,;:.!?“”\"()]", before)[-1].split()
    found: list[str] = []
    while words and len(found) < ROLE_WORDS and (not found or words[-1].lower() not in STOP_WORDS):
        if not found and words[-1] not in PERSONS:
            return ""
        if found and words[-1].endswith("ing"):
            break  # "Crediting author Amelia Freer"
        found.insert(0, words.pop())
    text = " ".join(found)
    return f"{text[:1].upper()}{text[1:]} " if found else ""


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
                role = _role(line.text[: match.start()]) if len(first) == len(match[1].split()) else ""
                return f"{role}{' '.join((*first, surname))}", line.place
    return None
