"""Which of an article's tables come along, as tables or as charts, and into which section."""

import pytest

from deckmaker.condense.exhibits import with_exhibits
from deckmaker.document import Block, BlockKind, Document, Place, Sentence, Source
from deckmaker.document import Table as Read
from deckmaker.outline import Bullet, Chart, Section, Table

NUMBERS = (("Kobe", "14.2", "15.1"), ("Oslo", "8.0", "9.4"), ("Lima", "21.5", "22.0"))
HEADER = (("Port", "2023", "2024"),)


def article(*tables: Read) -> Document:
    """A heading, then each table in a block of its own."""
    text = "Exports by port"
    line = (Sentence(0, len(text)),)
    blocks = [Block(BlockKind.HEADING, 0, len(text), 1, line)]
    blocks += [Block(BlockKind.TABLE, 0, len(text), sentences=line, table=table) for table in tables]
    return Document(text, tuple(blocks), Source("a.html"))


def shown(*tables: Read) -> tuple[object, ...]:
    sections = (Section("One", (Bullet("a", (Place(1, 1),)),)), Section("Two", (Bullet("b", (Place(9, 1),)),)))
    return tuple(exhibit for section in with_exhibits(sections, article(*tables)) for exhibit in section.exhibits)


def test_numbers_of_one_kind_become_a_chart() -> None:
    assert shown(Read(NUMBERS, HEADER, "Exports")) == (Chart("Exports", HEADER[0], NUMBERS, (Place(2, 1),)),)


@pytest.mark.parametrize(
    "rows",
    [
        (*NUMBERS[:2], ("Lima", "21.5", "")),
        (*NUMBERS, ("Total", "43.7", "46.5")),
        (*NUMBERS[:2], ("Lima", "21.5", "22 %")),
        (*NUMBERS[:2], ("Lima", "21.5", "many")),
        (("Kobe", "1", "9000"), ("Oslo", "2", "8000"), ("Lima", "3", "7000")),
        (*NUMBERS, NUMBERS[0]),
    ],
)
def test_what_a_chart_would_tell_wrong_stays_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert shown(Read(rows, HEADER)) == (Table("Exports by port", HEADER[0], rows, (Place(2, 1),)),)


@pytest.mark.parametrize(
    "table",
    [
        Read(NUMBERS),
        Read(NUMBERS, HEADER * 2),
        Read(NUMBERS[:1], HEADER),
        Read(NUMBERS * 9, HEADER),
        Read((*NUMBERS, ("Rome", "1")), HEADER),
        Read((("a", "b", "c"), ("d", "e", "f")), HEADER),
        Read((("a", "", "1"), ("d", "", "2")), HEADER),
        Read((("a" * 90, "1", "2"), ("d", "3", "4")), HEADER),
        Read(NUMBERS, (("Port", "", "2024"),)),
    ],
)
def test_tables_that_are_not_clean_stay_behind(table: Read) -> None:
    assert shown(table) == ()


def test_at_most_three_come_along_and_each_to_its_neighbours() -> None:
    table = Read((*NUMBERS, ("Total", "43.7", "46.5")), HEADER)
    sections = (Section("One", (Bullet("a", (Place(2, 1),)),)), Section("Two", (Bullet("b", (Place(4, 1),)),)))
    found = with_exhibits(sections, article(*[table] * 5))
    assert [len(section.exhibits) for section in found] == [2, 1]
