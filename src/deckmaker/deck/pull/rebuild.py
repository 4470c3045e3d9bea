"""Puts the outline together again from the slides as they are now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckmaker.deck.pull import Pulled
from deckmaker.deck.pull.bullets import Pool, joined, pool_of, read_bullets, strike
from deckmaker.deck.pull.exhibits import read_exhibit
from deckmaker.deck.pull.match import match_slides
from deckmaker.deck.pull.opening import read_opening
from deckmaker.deck.seen import Record, Seen, Written, flat
from deckmaker.deck.slides import Kind
from deckmaker.outline import Bullet, Exhibit, Section

_PART = re.compile(r"( \(\d+\))?( \(\d+ of \d+\))$")
_DERIVED = (Kind.AGENDA, Kind.SOURCES)


@dataclass(frozen=True, slots=True)
class Pair:
    """A slide as it is now, its number from 1, and what was written there (None for a new one)."""

    number: int
    seen: Seen
    written: Written | None

    @property
    def changed(self) -> bool:
        """Whether anything but the notes differs."""
        return self.written is None or replace(self.seen, notes="", others=()) != replace(self.written.seen, notes="")


def rebuild(record: Record, seen: Sequence[Seen]) -> Pulled:
    """The outline that the slides say, and what is lost."""
    matched = match_slides(record.written, seen)
    pairs = [
        Pair(number, slide, None if index is None else record.written[index])
        for number, (slide, index) in enumerate(zip(seen, matched, strict=True), 1)
    ]
    pool = pool_of(record.outline)
    strike(pool, (words for pair in pairs for text in pair.seen.texts for _, words in text))
    pool.lost += _foreign(pairs)
    sections = tuple(_sections(record, pairs, pool))
    outline = read_opening(record, [(pair.number, pair.seen, pair.written) for pair in pairs], pool)
    if not sections:
        pool.lost.append("no section is left on the slides: those of the outline stay")
        sections = record.outline.sections
    return Pulled(replace(outline, sections=sections), tuple(dict.fromkeys(pool.lost)))


def _foreign(pairs: Sequence[Pair]) -> Iterator[str]:
    """What stands on slides that an outline has no word for."""
    for pair in pairs:
        yield from (f"slide {pair.number}: {what}" for what in pair.seen.others)
        kind = pair.written.kind if pair.written else None
        if kind in _DERIVED and pair.changed:
            yield f"slide {pair.number}: the {kind} is made anew from the outline; changes there are not kept"
        if pair.written is None:
            extra = [name for name in ("tables", "charts", "groups", "pictures") if getattr(pair.seen, name)]
            extra = [name for name in extra if name in ("groups", "pictures")]
            yield from (f"slide {pair.number}: {name} of a new slide" for name in extra)


def _sections(record: Record, pairs: Sequence[Pair], pool: Pool) -> Iterator[Section]:
    """The sections in the order in which they come first, each with all its slides."""
    homes: dict[int, list[Pair]] = {}
    order: list[int] = []
    for pair in pairs:
        home = _home(record, pair, order)
        if home is None:
            continue
        if home not in homes:
            order.append(home)
        elif order[-1] != home:
            pool.lost.append(f"slide {pair.number}: it stands apart from its section; its bullets stay in the section")
        homes.setdefault(home, []).append(pair)
    for home in order:
        section = _section(record, home, homes[home], pool)
        if section:
            yield section


def _home(record: Record, pair: Pair, order: Sequence[int]) -> int | None:
    """The section that a slide belongs to; a new slide's own has a number below -1; None for the opening's."""
    if pair.written:
        return pair.written.section if pair.written.section >= 0 else None
    title = heading_of(pair.seen.title)
    for number, section in enumerate(record.outline.sections):
        if flat(section.heading) == title:
            return number
    new = [-2 - index for index, _ in enumerate(order)]
    return min([*new, *order, -1]) - 1


def heading_of(title: str) -> str:
    """A title without what tells it from others: "Trade (2 of 3)" is "Trade"."""
    return _PART.sub("", title)


def _section(record: Record, home: int, pairs: Sequence[Pair], pool: Pool) -> Section | None:
    before = record.outline.sections[home] if home >= 0 else None
    heading = _heading(before, pairs, pool)
    lines = joined([text for pair in pairs if _is_content(pair) for text in pair.seen.texts])
    bullets = read_bullets(lines, home, pool)
    exhibits = tuple(_exhibits(record, home, pairs, pool))
    if not bullets and not exhibits:
        pool.lost.append(f"the section {heading!r} has no bullets on its slides and is left out")
        return None
    if before and _same(bullets, before.bullets):
        bullets = before.bullets
    return Section(heading, bullets, _notes(before, pairs, pool), exhibits)


def _is_content(pair: Pair) -> bool:
    return pair.written is None or pair.written.kind is Kind.CONTENT


def _same(one: tuple[Bullet, ...], other: tuple[Bullet, ...]) -> bool:
    """Whether bullets say the same in the same words."""

    def told(bullets: tuple[Bullet, ...]) -> list[tuple[str, list[str]]]:
        return [("".join(b.text.split()), ["".join(c.text.split()) for c in b.bullets]) for b in bullets]

    return told(one) == told(other)


def _heading(before: Section | None, pairs: Sequence[Pair], pool: Pool) -> str:
    """The heading as it was, or as the first slide whose title was changed has it."""
    changed = [pair for pair in pairs if pair.written is None or pair.seen.title != pair.written.seen.title]
    titles = list(dict.fromkeys(heading_of(pair.seen.title) for pair in changed if pair.written or before is None))
    if not titles:
        return before.heading if before else "Untitled"
    pool.lost += [f"the title {title!r}: its section is called {titles[0]!r}" for title in titles[1:]]
    return titles[0] or (before.heading if before else "Untitled")


def _notes(before: Section | None, pairs: Sequence[Pair], pool: Pool) -> str:
    """The notes as they were; where some were edited, those."""
    edited = [pair.seen.notes for pair in pairs if pair.seen.notes != (pair.written.seen.notes if pair.written else "")]
    edited = [words for words in dict.fromkeys(edited) if words]
    if not edited:
        return before.notes if before else ""
    if len(edited) > 1:
        pool.lost.append(f"notes of {len(edited)} slides of a section are put together under all of them")
    return "\n".join(edited)


def _exhibits(record: Record, home: int, pairs: Sequence[Pair], pool: Pool) -> Iterator[Exhibit]:
    """The section's exhibits in the order of their slides; those whose slides were taken out are gone."""
    known = record.outline.sections[home].exhibits if home >= 0 else ()
    for number, run in _runs(pairs):
        old = known[number] if number >= 0 else None
        whole = [one for one in record.written if number >= 0 and (one.section, one.exhibit) == (home, number)]
        if old is not None and [pair.written for pair in run] == whole and not any(pair.changed for pair in run):
            yield old
        else:
            yield from read_exhibit(old, [pair.seen for pair in run], home, pool)


def _runs(pairs: Sequence[Pair]) -> list[tuple[int, list[Pair]]]:
    """The slides that show something: each exhibit's number with its slides, -1 for one that is new."""
    runs: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.written and pair.written.exhibit >= 0:
            runs.setdefault(pair.written.exhibit, []).append(pair)
        elif pair.written is None and (pair.seen.tables or pair.seen.charts):
            runs[-1 - pair.number] = [pair]
    return list(runs.items())
