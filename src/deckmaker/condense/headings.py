"""A heading for each section: the author's own, else the phrase that says best what the section is about.

Phrases come from the sentences' trees (phrases), from short bullets, in other languages from runs of words; what makes
one good is a linear score over readable features (featured below), its weights fitted on articles whose authors wrote
headings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deckmaker.condense.choose import Candidate
from deckmaker.condense.features import Features, Scene, scenes, weigh
from deckmaker.condense.guard import DANGLING
from deckmaker.condense.material import Line
from deckmaker.condense.offer import read_trees
from deckmaker.condense.phrases import MOST_CLAUSE, MOST_WORDS, Phrase, phrases
from deckmaker.condense.runs import runs, stand_in
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim
from deckmaker.condense.vague import NO_TOPIC, PERSONS, is_telling
from deckmaker.document import Document, Place
from deckmaker.language.words import content_stems

MOST_LINES = 16
"""The first lines of a section that are looked at: work stays bounded however long the article is."""

WEIGHTS = Features(
    common=5.14,
    own=-0.73,
    early=2.06,
    core=0.51,
    clause=-0.5,
    short=-0.42,
    rare=1.6,
    first_rare=1.67,
    name=-0.5,
    only_name=-1.53,
    figure=-1.09,
    titled=0.19,
    said=5.1,
    shown=1.03,
    stems=0.72,
    kept=0.07,
    deep=-0.29,
    reported=0.64,
    words=0.05,
)

PAIRED_WORDS, PAIRED_WITHIN = 3, 1.0
"""A heading of at most so many words is joined with another such phrase whose score is not much lower."""

MOST_LAST = 10
"""Words of a bullet that may be the heading when there is no other."""

OWN_LEAST = 0.4
"""A section's heading has a word of which at least this share of its lines stands in the section."""

_NO_HEADING = re.compile(r"^There |\b(?:declined|said|told|this|that|these|those)\b", re.IGNORECASE)
_NO_TOPIC_START = re.compile(r"(?:E\.g|I\.e|Mrs?|Ms|Dr|Sir|Lord)\b")
_JOINER = re.compile(r"^(?:And|But|Or|So|Yet) ")
_LOOSE_END = re.compile(
    r"(?: (?:and|or|but|the|an?|of|to|in|on|at|by|for|with|from|as|that|which|who|is|are|was|were|has|have|had|will|be|"
    r"its|their|his|her|your|our|my|it|they|not|than|into))+$",
    re.IGNORECASE,
)
_LINKED = re.compile(r" (?:of|in|on|for|to|with|from|at) |['’]s? ")
"""What binds a phrase to what follows it."""

_FIRST_WORDS = re.compile(r"[,;:.!?“”\"()]| (?:said|told|says)\b")
_JOINS = re.compile(
    r"(?:because|although|though|while|when|after|before|as|if|once|since|more|less|in|on|at|by|for|with|from|to|under)\b",
    re.IGNORECASE,
)
"""Beginnings of what only leads to what a sentence says."""

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
        offered = _offered(lines, chosen, trimmed, trees)
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
        ranked = _ranked(scene, found, taken, first=not number)
        name = paired(ranked) if ranked else ""
        if english:
            names.append(name or _last_resort(scene, chosen[number], taken) or f"Part {number + 1}")
        else:
            texts = [trim.text for line in scene.lines for trim in trimmed.get(line.place, ())]
            names.append(name or stand_in(texts, taken, number + 1, document.language))
    return names


def _offered(
    parts: Sequence[Sequence[Line]],
    chosen: Sequence[Sequence[Candidate]],
    trimmed: Mapping[Place, Sequence[Trim]],
    trees: Mapping[Place, Tree],
) -> list[list[list[Phrase]]]:
    """The phrases of each line that has a tree, and the clauses of bullets whose sentence gives none."""
    found = {place: list(phrases(tree)) for place, tree in trees.items()}
    said = read_trees(list(_unclear(parts, chosen, found)))
    clauses = {place: [phrase for phrase in phrases(tree) if phrase.clause] for place, tree in said.items()}
    return [
        [
            [
                *found.get(line.place, ()),
                *clauses.get(line.place, ()),
                *_short_bullets(trimmed.get(line.place, ())),
            ]
            for line in part
        ]
        for part in parts
    ]


def _unclear(
    parts: Sequence[Sequence[Line]], chosen: Sequence[Sequence[Candidate]], found: Mapping[Place, Sequence[Phrase]]
) -> Iterator[Line]:
    """The lines whose sentence gives no clause, because it has a pronoun or is too long, as their bullet puts them."""
    said = {bullet.places[-1]: bullet.text for bullets in chosen for bullet in bullets}
    for line in (line for part in parts for line in part if line.place in said):
        if not any(phrase.clause for phrase in found.get(line.place, ())):
            yield replace(line, text=said[line.place].rpartition(": ")[2])


def _short_bullets(trims: Sequence[Trim]) -> Iterator[Phrase]:
    """Bullets short enough to be a heading, written like one: without articles."""
    for trim in trims:
        text = _ARTICLES.sub("", trim.text)
        if 2 <= len(text.split()) <= MOST_CLAUSE and ":" not in text and not _NO_HEADING.search(text):
            yield Phrase(text[:1].upper() + text[1:], text.split()[-1], clause=True, core=True)


def _ranked(
    scene: Scene, lines: Sequence[Sequence[Phrase]], taken: Sequence[str], *, first: bool
) -> list[tuple[float, Phrase]]:
    """The phrases that are no heading yet with their scores, the best first, those first that the bullets bear out.

    Only the first section may be named after what all sections speak of.
    """
    others = [(name.casefold(), frozenset(content_stems(name))) for name in taken]
    found = [
        (not scene.is_said(stems), -features.dot(WEIGHTS), phrase)
        for phrase, stems, features in weighed(scene, lines)
        if (first or scene.sets_apart(stems, OWN_LEAST)) and not _is_taken(phrase.text, stems, others)
    ]
    found.sort(key=lambda each: (*each[:2], each[2].text))
    return [(-cost, phrase) for _, cost, phrase in found]


def paired(ranked: Sequence[tuple[float, Phrase]]) -> str:
    """The best phrase; when it is short, with another good one: "Overwhelming demand and a computer glitch"."""
    score, best = ranked[0]
    near = (other for value, other in ranked[1:] if score - PAIRED_WITHIN < value <= score)
    other = next((other for other in near if _go_together(best, other)), None)
    return f"{best.text} and {other.inner}" if other else best.text


def _go_together(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases are short enough for one heading and speak of different things."""
    if _LINKED.search(one.text):
        return False  # "accusations of brutality and utmost restraint"
    short = len(one.text.split()) + 1 + len(other.text.split()) <= MOST_WORDS
    apart = not set(content_stems(one.text)) & set(content_stems(other.text))
    return short and apart and _may_be_paired(one) and _may_be_paired(other)


def _may_be_paired(phrase: Phrase) -> bool:
    """Whether a phrase is short, no pair yet, and holds no name or figure."""
    parts = phrase.text.split()
    exact = any(part[:1].isdigit() or part[:1].isupper() for part in phrase.inner.split())
    return bool(phrase.inner) and len(parts) <= PAIRED_WORDS and "and" not in parts and not exact


def weighed(scene: Scene, lines: Sequence[Sequence[Phrase]]) -> Iterator[tuple[Phrase, list[str], Features]]:
    """Each phrase of a section's lines once, with its stems and features; never who says something."""
    lines = [[phrase for phrase in line if _names_a_topic(phrase)] for line in lines]
    found: dict[str, tuple[Phrase, int]] = {}
    for number, line in enumerate(lines):
        for phrase in line:
            best, at = found.get(phrase.text, (phrase, number))
            found[phrase.text] = (phrase if phrase.core and not best.core else best, at)
    speakers = {phrase.head for line in lines for phrase in line if phrase.speaker}
    for phrase, at in found.values():
        stems = content_stems(phrase.text)
        if phrase.head not in speakers and (features := weigh(phrase, stems, scene, at)) is not None:
            yield phrase, stems, features


def _names_a_topic(phrase: Phrase) -> bool:
    """Whether a phrase speaks of a thing or tells something, not of a person alone or of a "number"."""
    if phrase.clause:
        return True
    if " or " in phrase.text:
        return False  # one of two that may be meant
    if _NO_TOPIC_START.match(phrase.text):
        return False
    parts = phrase.text.replace("-", " ").lower().split()
    person = phrase.head.lower() in PERSONS or (phrase.head[:1].isupper() and PERSONS & set(parts))
    return not person and phrase.head.lower() not in NO_TOPIC


def _is_taken(name: str, stems: Sequence[str], others: Sequence[tuple[str, frozenset[str]]]) -> bool:
    """Whether another heading, given small and by its stems, says the same, or half of it."""
    return any(
        name.casefold() == other or 2 * len(said.intersection(stems)) > len(set(stems)) for other, said in others
    )


def _last_resort(scene: Scene, bullets: Sequence[Candidate], names: Sequence[str]) -> str:
    """The section's first words up to a comma or "said", or its shortest bullet, when no phrase will do; else ""."""
    starts = (" ".join(_FIRST_WORDS.split(line.text)[0].split()[:MOST_WORDS]) for line in scene.lines)
    texts = sorted((bullet.text for bullet in bullets if len(bullet.text.split()) <= MOST_LAST), key=len)
    for start in (*starts, *texts):
        start = _LOOSE_END.sub("", _ARTICLES.sub("", _JOINER.sub("", start)))
        if (
            len(start.split()) > 1 + bool(_NO_TOPIC_START.match(start))
            and (not _NO_HEADING.search(start) or start in texts)
            and not DANGLING.match(start)
            and not _JOINS.match(start)
            and start.casefold() not in {name.casefold() for name in names}
        ):
            return start[:1].upper() + start[1:]
    return ""
