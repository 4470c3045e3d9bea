"""What a section shows besides its bullets, as parts of the memo.

On paper a chart is its numbers: they can be read exactly, copied, and heard.  A comparison is a table of two columns.
"""

from collections.abc import Iterator
from itertools import zip_longest

from deckmaker.memo.parts import Grid, Item, Part, Plate, Role, Span, Spans, Voice
from deckmaker.outline import Chart, Comparison, Exhibit, Picture, Quote, Table
from deckmaker.outline.exhibits import number_of
from deckmaker.typography import quoted


def show(exhibit: Exhibit, voice: Voice) -> Iterator[Part]:
    """The parts that show an exhibit."""
    match exhibit:
        case Table() | Chart():
            yield _grid(exhibit, voice)
        case Picture():
            yield Plate(exhibit.file, exhibit.alt)
            if exhibit.caption:
                yield Item(Role.CAPTION, voice.point(exhibit.caption, exhibit.places))
        case Quote():
            yield Item(Role.QUOTE, voice.point(quoted(exhibit.text, voice.language), exhibit.places))
            if exhibit.who:
                yield Item(Role.WHO, (Span("— "), *voice.say(exhibit.who)))
        case Comparison():
            yield _comparison(exhibit, voice)


def _grid(table: Table | Chart, voice: Voice) -> Grid:
    columns = [[row[number] for row in table.rows] for number in range(len(table.header))]
    named = isinstance(table, Chart) or not table.header[0]
    return Grid(
        voice.point(table.caption, table.places),
        tuple(_cell(cell, voice) for cell in table.header),
        tuple(tuple(_cell(cell, voice) for cell in row) for row in table.rows),
        tuple(_are_numbers(column) and bool(number or not named) for number, column in enumerate(columns)),
        named,
    )


def _are_numbers(cells: list[str]) -> bool:
    return any(cells) and all(not cell or number_of(cell) is not None for cell in cells)


def _cell(text: str, voice: Voice) -> Spans:
    return voice.say(text) if text else ()


def _comparison(both: Comparison, voice: Voice) -> Grid:
    sides = (both.left, both.right)
    columns = ([voice.point(bullet.text, bullet.places) for bullet in side.bullets] for side in sides)
    rows = tuple(zip_longest(*columns, fillvalue=()))
    return Grid((), tuple(voice.say(side.heading) for side in sides), rows, (False, False), even=True)
