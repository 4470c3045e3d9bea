"""Exhibits as they are read from slides, with the places of those that they were."""

from collections.abc import Iterator, Sequence

from deckmaker.deck.pull.bullets import Pool, joined, read_bullet
from deckmaker.deck.seen import Lines, Seen, flat, number_words
from deckmaker.outline import Chart, Column, Comparison, Exhibit, Picture, Quote, Table
from deckmaker.outline.exhibits import number_of

_QUOTES = "“”„«»「」‘’\"' \u00a0"


def read_exhibit(old: Exhibit | None, seen: Sequence[Seen], home: int, pool: Pool) -> Iterator[Exhibit]:
    """The exhibit that slides show now; what cannot be one is told to the pool."""
    try:
        found = _read(old, seen, home, pool)
    except ValueError as error:
        pool.lost.append(f"“{seen[0].title}”: what it shows cannot be written ({error}); it stays as it was")
        found = old
    if found is not None:
        yield found


def _read(old: Exhibit | None, seen: Sequence[Seen], home: int, pool: Pool) -> Exhibit | None:
    match old:
        case None:
            return _new(seen[0])
        case Table():
            return _table(old, seen)
        case Chart():
            return _chart(old, seen[0])
        case Picture():
            return _picture(old, seen[0], pool)
        case Quote():
            return _quote(old, seen[0])
        case Comparison():
            return _comparison(seen, home, pool)


def _new(seen: Seen) -> Exhibit | None:
    """A table or chart of a slide that somebody added."""
    if seen.tables and seen.tables[0]:
        header, *rows = seen.tables[0]
        return Table(seen.title or "Table", header, tuple(rows))
    if seen.charts and seen.charts[0]:
        header, *rows = seen.charts[0]
        return Chart(seen.title or "Chart", header, tuple(rows))
    return None


def _caption(seen: Seen, before: str) -> str:
    words = " ".join(words for text in seen.texts for _, words in text)
    return before if words == flat(before) or not words else words


def _table(old: Table, seen: Sequence[Seen]) -> Table | None:
    tables = [table for one in seen for table in one.tables if table]
    if not tables:
        return None
    cells = {flat(cell): cell for row in (old.header, *old.rows) for cell in row}
    rows = [tuple(cells.get(cell, cell) for cell in row) for table in tables for row in table[1:]]
    header = tuple(cells.get(cell, cell) for cell in tables[0][0])
    return Table(_caption(seen[0], old.caption), header, tuple(rows), old.places)


def _chart(old: Chart, seen: Seen) -> Chart | None:
    """A chart; numbers that are as they were keep the way they were written."""
    if not seen.charts or not seen.charts[0]:
        return None
    written = {number_words(number_of(cell)): cell for row in old.rows for cell in row[1:] if cell}
    header, *rows = seen.charts[0]
    told = tuple((row[0], *(written.get(cell, cell) for cell in row[1:])) for row in rows)
    return Chart(_caption(seen, old.caption), (old.header[0], *header[1:]), told, old.places, old.kind)


def _picture(old: Picture, seen: Seen, pool: Pool) -> Picture | None:
    if not seen.pictures:
        return None
    alt = old.alt if flat(old.alt) in seen.pictures else seen.pictures[0]
    if not alt:
        pool.lost.append(f"“{seen.title}”: the picture has no alternative text now; it keeps the one that it had")
    caption = _caption(seen, old.caption)
    return Picture(old.file, alt or old.alt, caption, old.places if caption else ())


def _quote(old: Quote, seen: Seen) -> Quote | None:
    lines = [words for text in seen.texts for _, words in text]
    if not lines:
        return None
    text = lines[0].strip(_QUOTES)
    who = lines[1].lstrip("—– ") if len(lines) > 1 else ""
    return Quote(old.text if text == flat(old.text).strip(_QUOTES) else text, who, old.places)


def _comparison(seen: Sequence[Seen], home: int, pool: Pool) -> Comparison | None:
    """Two columns, whose headings stand in texts of their own, or above the bullets in the same text."""
    sides: tuple[list[Lines], list[Lines]] = ([], [])
    heads: list[str] = []
    for one in seen:
        apart = _apart(one.texts)
        if len(apart) != 2 or len(one.texts) == 1:
            raise ValueError("it has not two headed columns")
        heads = heads or [head for head, _ in apart]
        for side, (_, lines) in zip(sides, apart, strict=True):
            side.append(lines)
    bullets = [tuple(read_bullet(words, home, pool) for _, words in joined(side)) for side in sides]
    return Comparison(*(Column(head, own) for head, own in zip(heads, bullets, strict=True)))


def _apart(texts: Sequence[Lines]) -> list[tuple[str, Lines]]:
    """The columns as headings with their lines."""
    if len(texts) == 2:
        return [(text[0][1], text[1:]) for text in texts]
    found: list[tuple[str, Lines]] = []
    rest = list(texts)
    while rest:
        head = rest.pop(0)
        found.append((head[0][1], rest.pop(0) if rest and (len(rest) % 2 or len(found) == 1) else ()))
    return found
