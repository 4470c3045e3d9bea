"""Title, subtitle, bottom line, key figures and key dates as the first slides have them now."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from deckmaker.deck.pages import source_line
from deckmaker.deck.pull.bullets import Pool
from deckmaker.deck.seen import Record, Seen, Written, flat
from deckmaker.deck.slides import Kind
from deckmaker.outline import Bullet, DateEvent, Figure, Outline

_Now: TypeAlias = Sequence[tuple[int, Seen, Written | None]]
_Labels: TypeAlias = tuple[str, str]


def read_opening(record: Record, slides: _Now, pool: Pool) -> Outline:
    """The outline with what its first slides say now; the sections stay."""
    outline = record.outline
    title, subtitle = _cover(record, slides, pool)
    return replace(
        outline,
        title=title,
        subtitle=subtitle,
        summary=_summary(record, slides),
        figures=_figures(record, slides),
        dates=_dates(record, slides),
    )


def _of(slides: _Now, kind: Kind) -> list[tuple[Seen, Written]]:
    return [(seen, written) for _, seen, written in slides if written and written.kind is kind]


def _was_written(record: Record, kind: Kind) -> bool:
    return any(written.kind is kind for written in record.written)


def _cover(record: Record, slides: _Now, pool: Pool) -> tuple[str, str]:
    """Title and subtitle; without a cover they stay."""
    outline = record.outline
    for seen, written in _of(slides, Kind.COVER):
        title = outline.title if seen.title in (written.seen.title, "") else seen.title
        if seen.texts == written.seen.texts:
            return title, outline.subtitle
        source = flat(source_line(outline))
        lines = [words for text in seen.texts for _, words in text if words != source]
        pool.lost += [f"slide 1: “{line}” below the subtitle" for line in lines[1:]]
        before = [words for text in written.seen.texts for _, words in text if words != source]
        return title, outline.subtitle if lines == before else (lines[0] if lines else "")
    return outline.title, outline.subtitle


def _summary(record: Record, slides: _Now) -> Bullet | None:
    """The bottom line; None when its slide was taken out."""
    before = record.outline.summary
    if before is None or not _was_written(record, Kind.STATEMENT):
        return before
    for seen, written in _of(slides, Kind.STATEMENT):
        words = " ".join(words for text in seen.texts for _, words in text)
        if seen.texts == written.seen.texts:
            return before
        return Bullet(words, before.places, (), bool(before.places)) if words else None
    return None


def _pairs(record: Record, slides: _Now, kind: Kind, count: int) -> Iterator[tuple[_Labels, int]]:
    """The two labels of each group now, and the number of the one that it was (-1 for a new one)."""
    before = [group[:2] for one in record.written if one.kind is kind for group in one.seen.groups]
    left = dict.fromkeys(range(min(len(before), count)))
    for seen, _ in _of(slides, kind):
        for group in seen.groups:
            labels = (group[0], group[1]) if len(group) > 1 else (group[0] if group else "", "")
            index = next((n for n in left if before[n] == labels), None)
            if index is None:
                index = next((n for n in left if labels[0] == before[n][0] or labels[1] == before[n][1]), None)
            left.pop(-1 if index is None else index, None)
            yield labels, -1 if index is None else index


def _figures(record: Record, slides: _Now) -> tuple[Figure, ...]:
    known = record.outline.figures
    if not _was_written(record, Kind.FIGURES):
        return known
    shown = [group[:2] for one in record.written if one.kind is Kind.FIGURES for group in one.seen.groups]
    found = []
    for (value, what), index in _pairs(record, slides, Kind.FIGURES, len(known)):
        if index >= 0 and shown[index] == (value, what):
            found.append(known[index])
        elif value and what:
            found.append(Figure(value, what, known[index].places if index >= 0 else ()))
    return tuple(found)


def _dates(record: Record, slides: _Now) -> tuple[DateEvent, ...]:
    known = record.outline.dates
    if not _was_written(record, Kind.TIMELINE):
        return known
    shown = [group[:2] for one in record.written if one.kind is Kind.TIMELINE for group in one.seen.groups]
    found = []
    for (date, event), index in _pairs(record, slides, Kind.TIMELINE, len(known)):
        if index >= 0 and shown[index] == (date, event):
            found.append(known[index])
        elif date and event:
            same = index >= 0 and shown[index][0] == date
            places = known[index].places if index >= 0 else ()
            found.append(DateEvent(known[index].date if same else date, event, places))
    return tuple(found)
