"""A heading for each section: the author's own, else the phrase that says best what the section is about.

Phrases come from the sentences' trees (phrases), from short bullets, in other languages from runs of words; what makes
one good is a linear score over readable features (featured below), its weights fitted on articles whose authors wrote
headings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from deckmaker.condense.choose import Candidate
from deckmaker.condense.features import Features, Scene, scenes, weigh
from deckmaker.condense.material import Line
from deckmaker.condense.offer import read_trees
from deckmaker.condense.phrases import MOST_WORDS, Phrase, phrases
from deckmaker.condense.runs import runs, stand_in
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim
from deckmaker.condense.vague import NO_TOPIC, is_telling
from deckmaker.document import Document, Place
from deckmaker.language.words import content_stems

MOST_LINES = 16
"""The first lines of a section that are looked at: work stays bounded however long the article is."""

WEIGHTS = Features(
    common=11.2,
    peak=4.61,
    own=2.5,
    early=3.6,
    core=1.98,
    again=0.64,
    clause=-0.78,
    short=-1.89,
    long=0.2,
    rare=7.13,
    rarest=-1.3,
    name=0.96,
    only_name=-5.0,
    number=-0.72,
    titled=2.08,
    link=-2.04,
    joined=0.71,
    said=2.13,
    shown=0.43,
    general=0.77,
)

OWN_LEAST = 0.4
"""A section's heading has a word of which at least this share of its lines stands in the section."""

_NO_HEADING = re.compile(r"^There |\b(?:declined|said|told|this|that|these|those)\b", re.IGNORECASE)
_ARTICLES = re.compile(r"\b(?:the|a|an) ", re.IGNORECASE)


def headings(
    document: Document,
    parts: Sequence[tuple[str, Sequence[Line]]],
    chosen: Sequence[Sequence[Candidate]],
    trimmed: Mapping[Place, Sequence[Trim]],
    trees: Mapping[Place, Tree],
) -> list[str]:
    """A heading for each part, all different: the author's own when it says something, else the best phrase."""
    english = document.language.split("-")[0] == "en"
    lines = [part[:MOST_LINES] for _, part in parts]
    if english:
        shown = [_shown(part, bullets) for (_, part), bullets in zip(parts, chosen, strict=True)]
        offered = _offered(shown, trimmed, trees)
    else:
        offered = [[list(runs(line.text, document.language)) for line in part] for part in lines]
    said = [[bullet.stems for bullet in bullets] for bullets in chosen]
    settings = scenes(lines, document.title, said, english=english)
    own = [heading if is_telling(heading) else "" for heading, _ in parts]
    names: list[str] = []
    for number, (heading, scene, found) in enumerate(zip(own, settings, offered, strict=True)):
        taken = [*names, *(other for other in own[number + 1 :] if other)]
        if heading and heading.casefold() not in {name.casefold() for name in names}:
            names.append(heading)
            continue
        ranked = _ranked(scene, found, first=not number)
        name = next((name for name in ranked if not _is_taken(name, taken)), "")
        if english:
            names.append(name or _last_resort(scene, taken, number))
        else:
            texts = [trim.text for line in scene.lines for trim in trimmed.get(line.place, ())]
            names.append(name or stand_in(texts, taken, number + 1, document.language))
    return names


def _shown(part: Sequence[Line], bullets: Sequence[Candidate]) -> list[Line]:
    """The lines that the section's bullets were made of: a heading speaks of what stands below it."""
    places = {bullet.places[-1] for bullet in bullets}
    return [line for line in part if line.place in places]


def _offered(
    parts: Sequence[Sequence[Line]],
    trimmed: Mapping[Place, Sequence[Trim]],
    trees: Mapping[Place, Tree],
) -> list[list[list[Phrase]]]:
    """The phrases of each line of each part; sentences without a tree yet are read now."""
    trees = {**trees, **read_trees([line for part in parts for line in part if line.place not in trees])}
    return [
        [
            [*(phrases(trees[line.place]) if line.place in trees else ()), *_short_bullets(trimmed.get(line.place, ()))]
            for line in part
        ]
        for part in parts
    ]


def _short_bullets(trims: Sequence[Trim]) -> Iterator[Phrase]:
    """Bullets short enough to be a heading, written like one: without articles."""
    for trim in trims:
        text = _ARTICLES.sub("", trim.text)
        if 2 <= len(text.split()) <= MOST_WORDS and ":" not in text and not _NO_HEADING.search(text):
            yield Phrase(text[:1].upper() + text[1:], text.split()[-1], clause=True, core=True)


def _ranked(scene: Scene, lines: Sequence[Sequence[Phrase]], *, first: bool) -> list[str]:
    """The phrases' texts, the best first, those first that the bullets bear out.

    Only the first section may be named after what all sections speak of.
    """
    texts = [
        text
        for text, features in sorted(weighed(scene, lines), key=lambda found: (-found[1].dot(WEIGHTS), found[0]))
        if first or scene.sets_apart(content_stems(text), OWN_LEAST)
    ]
    return sorted(texts, key=lambda text: not scene.is_said(content_stems(text)))


def weighed(scene: Scene, lines: Sequence[Sequence[Phrase]]) -> Iterator[tuple[str, Features]]:
    """Each phrase of a section's lines once, with its features; never who says something."""
    found: dict[str, tuple[Phrase, int, int]] = {}
    for number, line in enumerate(lines):
        for phrase in line:
            best, at, times = found.get(phrase.text, (phrase, number, 0))
            found[phrase.text] = (phrase if phrase.core and not best.core else best, at, times + 1)
    lines = [[phrase for phrase in line if phrase.head.lower() not in NO_TOPIC] for line in lines]
    speakers = {phrase.head for line in lines for phrase in line if phrase.speaker}
    for text, (phrase, at, times) in found.items():
        if phrase.head not in speakers and (features := weigh(phrase, scene, at, times)) is not None:
            yield text, features


def _is_taken(name: str, names: Sequence[str]) -> bool:
    """Whether another heading says the same, or half of it."""
    stems = set(content_stems(name))
    return any(
        name.casefold() == other.casefold() or 2 * len(stems & set(content_stems(other))) > len(stems)
        for other in names
    )


def _last_resort(scene: Scene, names: Sequence[str], number: int) -> str:
    """The section's first words up to a comma, when no phrase will do; its number when these too are taken."""
    for line in scene.lines:
        start = " ".join(re.split(r"[,;:.!?“”\"()]", line.text)[0].split()[:MOST_WORDS])
        if (
            len(start.split()) > 1
            and not _NO_HEADING.search(start)
            and start.casefold() not in {name.casefold() for name in names}
        ):
            return start[:1].upper() + start[1:]
    return f"Part {number + 1}"
