"""The outline file: round trip, quoting, and complaints that name the line."""

import datetime
import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from deckmaker.document import Place, Source
from deckmaker.errors import InputError, OutlineError
from deckmaker.outline import (
    Bullet,
    Chart,
    ChartKind,
    Column,
    Comparison,
    DateEvent,
    Figure,
    Outline,
    Picture,
    Quote,
    Section,
    Table,
    format_places,
    in_words,
)
from deckmaker.outline.exhibits import number_of
from deckmaker.outline_file import format_outline, load_outline, parse_outline, save_outline, schema
from strategies import OUTLINES

SHOW = "title: T\nsections:\n- heading: H\n  exhibits:\n"
SMALL = """\
title: T
sections:
- heading: H
  bullets:
  - one [p1.2]
"""


def parse(text: str) -> Outline:
    return parse_outline(text.encode(), "o.yaml")


def complaint(text: str) -> str:
    with pytest.raises(OutlineError) as caught:
        parse(text)
    return str(caught.value)


@settings(max_examples=100, deadline=None)
@given(OUTLINES)
def test_what_is_written_is_read_back(outline: Outline) -> None:
    text = format_outline(outline)
    assert parse(text) == outline
    assert format_outline(parse(text)) == text
    jsonschema.validate(json.loads(json.dumps(yaml.safe_load(text), default=str)), json.loads(schema()))


def test_it_reads_like_an_outline() -> None:
    outline = Outline(
        "India and Japan: closer",
        (
            Section(
                "Security",
                (Bullet("Exercises are more frequent", (Place(7, 2),)), Bullet("No", (), (Bullet("50 %"),))),
            ),
            Section("Trade", (Bullet("A", (Place(8, 2), Place(8, 3), Place(9, 1))),), "Slowly.\nThen pause."),
        ),
        date=datetime.date(2024, 8, 20),
        language="en",
        source=Source("a.txt", "0" * 64),
        summary=Bullet("They meet", (Place(2, 1),)),
    )
    assert format_outline(outline).splitlines() == [
        "# yaml-language-server: $schema=outline.schema.json",
        "deckmaker: 1",
        "title: 'India and Japan: closer'",
        "date: 2024-08-20",
        "language: en",
        "source:",
        "  name: a.txt",
        f"  sha256: '{'0' * 64}'",
        "summary: They meet [p2.1]",
        "sections:",
        "- heading: Security",
        "  bullets:",
        "  - Exercises are more frequent [p7.2]",
        "  - text: 'No'",
        "    bullets:",
        "    - 50 %",
        "- heading: Trade",
        "  bullets:",
        "  - A [p8.2-3, p9.1]",
        "  notes: |-",
        "    Slowly.",
        "    Then pause.",
    ]


def test_figures_and_dates_read_like_notes() -> None:
    outline = Outline(
        "T",
        (Section("H", (Bullet("one"),)),),
        figures=(
            Figure("$6 million", "cash", (Place(10, 2),)),
            Figure("14", "firms: all of them"),
            Figure("No", "that"),
        ),
        dates=(
            DateEvent("2018-11", "the council picked nine firms", (Place(5, 1),)),
            DateEvent("2018-11-19", "a day"),
            DateEvent("2034", "a year"),
            DateEvent("30 September", "no year"),
        ),
    )
    assert format_outline(outline).splitlines()[3:-4] == [
        "figures:",
        "- value: $6 million",
        "  what: cash [p10.2]",
        "- value: 14",
        "  what: 'firms: all of them'",
        "- value: 'No'",
        "  what: that",
        "dates:",
        "- date: 2018-11",
        "  event: the council picked nine firms [p5.1]",
        "- date: 2018-11-19",
        "  event: a day",
        "- date: 2034",
        "  event: a year",
        "- date: 30 September",
        "  event: no year",
    ]


def test_exhibits_read_like_an_outline() -> None:
    rows = (("Kobe", "14.2", "1,500"), ("Oslo", "", "0"))
    sides = Column("Before", (Bullet("One ship", (Place(2, 1),)),)), Column("After", (Bullet("Two"),))
    outline = Outline(
        "T",
        (
            Section(
                "H",
                (),
                "Say it.",
                (
                    Table("Exports by port", ("Port", "2022", "2023"), rows, (Place(9, 1),)),
                    Chart("Exports", ("", "2022", "2023"), rows, (), ChartKind.BAR),
                    Picture("images/bridge.png", "A bridge", "The bridge: new", (Place(3, 1),)),
                    Quote("We open in May", "Ada Berg, harbour master", (Place(4, 2),)),
                    Comparison(*sides),
                ),
            ),
        ),
    )
    assert format_outline(outline).splitlines()[5:] == [
        "  exhibits:",
        "  - table:",
        "      caption: Exports by port [p9.1]",
        "      header: [Port, 2022, 2023]",
        "      rows:",
        "      - [Kobe, 14.2, '1,500']",
        "      - [Oslo, '', 0]",
        "  - chart:",
        "      kind: bar",
        "      caption: Exports",
        "      header: ['', 2022, 2023]",
        "      rows:",
        "      - [Kobe, 14.2, '1,500']",
        "      - [Oslo, '', 0]",
        "  - picture:",
        "      file: images/bridge.png",
        "      alt: A bridge",
        "      caption: 'The bridge: new [p3.1]'",
        "  - quote:",
        "      text: We open in May [p4.2]",
        "      who: Ada Berg, harbour master",
        "  - compare:",
        "    - heading: Before",
        "      bullets:",
        "      - One ship [p2.1]",
        "    - heading: After",
        "      bullets:",
        "      - Two",
        "  notes: Say it.",
    ]
    assert [text for text, places in outline.said() if places] == [
        "Exports by port",
        "The bridge: new",
        "We open in May",
        "One ship",
    ]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234.5", 1234.5),
        ("-3", -3),
        ("−3", -3),
        ("12 %", 12),
        ("$40", 40),
        ("-US$40", -40),
        ("12 500", 12500),
        ("about 5", None),
        ("1,23", None),
        ("1e5", None),
        ("", None),
        ("5-6", None),
    ],
)
def test_the_number_of_a_cell(cell: str, number: float | None) -> None:
    assert number_of(cell) == number


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2018", "2018"),
        ("2018-11", "November 2018"),
        ("2018-11-09", "9 November 2018"),
        ("by 2030-05", "by May 2030"),
        ("2004 to 2017-02", "2004 to February 2017"),
        ("30 September", "30 September"),
        ("2018-13", "2018-13"),
        ("2018-11-190", "2018-11-190"),
    ],
)
def test_a_date_in_words(date: str, said: str) -> None:
    assert in_words(date) == said


def test_places_join_into_runs() -> None:
    assert format_places((Place(8, 2), Place(8, 3), Place(9, 4), Place(9, 3))) == "p8.2-3, p9.4, p9.3"


def test_words_that_yaml_takes_for_values_stay_words() -> None:
    outline = parse("title: 2024\nsections:\n- heading: Yes\n  bullets: [No, 1.50, null]\n")
    assert outline.title == "2024"
    assert [b.text for b in outline.bullets()] == ["No", "1.50", "null"]


def test_a_persons_bullet_has_no_place_and_is_kept() -> None:
    outline = parse(SMALL + "  - my own words (see p. 3) [sic]\n")
    assert list(outline.bullets())[1] == Bullet("my own words (see p. 3) [sic]")


def test_lines_broken_by_a_person_are_joined() -> None:
    outline = parse("title: T\nsections:\n- heading: H\n  bullets:\n  - one\n    two [p1.1]\n")
    assert list(outline.bullets()) == [Bullet("one two", (Place(1, 1),))]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "is empty"),
        ("just words\n", 1, "an outline is expected here"),
        ("title: T\n", 1, "needs `sections:`"),
        ("title: T\nsections: []\n", 2, "`sections` is empty"),
        ("title: T\nsections:\n- heading: H\n", 3, "a section needs `bullets:`"),
        ("title: T\nsections:\n- heading: H\n  bullets:\n", 4, "`bullets` must be a list"),
        ("title:\nsections:\n- heading: H\n  bullets: [a]\n", 1, "the title is empty"),
        (SMALL + "  - \n", 6, "the bullet is empty"),
        (SMALL + "- headng: X\n  bullets: [a]\n", 6, "Did you mean `heading`?"),
        (SMALL + "  - The Act: sanctions\n", 6, "A colon and a space make YAML see a key"),
        (SMALL + "  - text: a\n    bullets:\n    - text: b\n      bullets: [c]\n", 8, "two levels deep"),
        (SMALL + "title: again\n", 6, "given twice"),
        (SMALL + "  - bad mark [p8]\n", 6, "the mark [p8] is not understood"),
        (SMALL + "  - bad mark [p8.3-1]\n", 6, "runs backwards"),
        (SMALL + "  - two marks [p8.3] [p9.1]\n", 6, "one mark"),
        (SMALL + "  - [p8.3]\n", 6, "the bullet must be text"),
        (SMALL + '  - "[p8.3]"\n', 6, "has a mark but no text"),
        (SMALL + "figures: []\n", 6, "`figures` is empty"),
        (SMALL + "figures: $5\n", 6, "`figures` must be a list"),
        (SMALL + "figures:\n- $5 million\n", 7, "a figure is expected here"),
        (SMALL + "figures:\n- value: $5\n", 7, "a figure needs `what:`"),
        (SMALL + "figures:\n- value:\n  what: x\n", 7, "`value` is empty"),
        (SMALL + "figures:\n- value: $5\n  waht: x\n", 8, "Did you mean `what`?"),
        (SMALL + "figures:\n- value: $5\n  what: x [p8]\n", 8, "the mark [p8] is not understood"),
        (SMALL + "dates:\n- date: 2018\n", 7, "a date needs `event:`"),
        (SMALL + "dates:\n- date: 2018\n  event: [a]\n", 8, "`event` must be text"),
        (SMALL + "dates:\n- date: 2018\n  date: 2019\n  event: x\n", 8, "given twice"),
        (SHOW + "  - table: {caption: c, header: [a, b], rows: [[1, 2], [3]]}\n", 5, "has 1 cells and the header 2"),
        (SHOW + "  - table: {caption: c, header: [a, ''], rows: [[1, 2]]}\n", 5, "a column has no name"),
        (SHOW + "  - table: {caption: c, header: [a]}\n", 5, "needs `rows:`"),
        (SHOW + "  - table: {header: [a], rows: [[b]]}\n", 5, "needs `caption:`"),
        (SHOW + "  - tabel: {}\n", 5, "Did you mean `table`?"),
        (SHOW + "  - table: {}\n    chart: {}\n", 5, "one kind"),
        (
            SHOW + "  - chart:\n      caption: c\n      header: [a, b]\n      rows:\n      - [x, many]\n",
            9,
            "not a number",
        ),
        (SHOW + "  - chart: {caption: c, header: [a], rows: [[b]]}\n", 5, "only one column"),
        (SHOW + "  - chart: {caption: c, header: [a, b], rows: [['', 1]]}\n", 5, "it is empty"),
        (SHOW + "  - chart: {kind: pie, caption: c, header: [a, b], rows: [[x, 1]]}\n", 5, "Write bar, column, line"),
        (SHOW + "  - picture: {file: a.png}\n", 5, "needs `alt:`"),
        (SHOW + "  - quote: {who: me}\n", 5, "needs `text:`"),
        (SHOW + "  - compare:\n    - heading: a\n      bullets: [b]\n", 6, "two columns, not 1"),
        (SHOW + "  - compare: [{heading: a, bullets: [{text: b, bullets: [c]}]}]\n", 5, "none below them"),
        (SHOW, 4, "`exhibits` must be a list"),
        (SMALL + "date: 20 August\n", 6, "Write year, month, day"),
        (SMALL + "date: 2024-02-31\n", 6, "is not a date"),
        (SMALL + "language: English language\n", 6, "language tag"),
        (SMALL + "source: {name: a, sha256: 12}\n", 6, "64 digits"),
        (SMALL + "deckmaker: 2\n", 6, "version 1"),
        (SMALL + "\t- tab\n", 6, "tab"),
        (SMALL + '  - "open\n', 6, "not closed"),
        (SMALL + "  - *bold* move\n", 6, "takes for a reference"),
        (SMALL + "  - one: two: three\n", 6, "colon"),
        (SMALL + "---\ntitle: U\n", 6, "second document"),
        ("title: " + "[" * 30 + "]" * 30, 1, "nested too deeply"),
        ("title: &a T\nsections: [" + "*a, " * 20 + "*a]\n", 2, "too many aliases"),
        (SMALL + "subtitle: a\x00b\n", 6, "does not allow"),
        (SMALL + 'subtitle: "a\\tb"\n', 6, "control character"),
    ],
)
def test_complaints_name_the_line_and_the_remedy(text: str, line: int, says: str) -> None:
    said = complaint(text)
    assert said.startswith(f"o.yaml:{line}: ")
    assert says in said


def test_not_utf8_is_said_with_its_line() -> None:
    with pytest.raises(OutlineError, match="not UTF-8") as caught:
        parse_outline(b"title: T\nsubtitle: caf\xe9\n", "o.yaml")
    assert caught.value.line == 2


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_outline(tmp_path / "none.yaml")


def test_saving_leaves_nothing_beside(tmp_path: Path) -> None:
    outline = parse(SMALL)
    save_outline(outline, tmp_path / "new" / "o.yaml")
    assert load_outline(tmp_path / "new" / "o.yaml") == outline
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["o.yaml"]
