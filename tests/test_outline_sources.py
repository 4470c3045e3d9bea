"""An outline made from several articles: each has a letter, and every place carries one."""

import datetime

import pytest

from deckmaker.document import Place, Source
from deckmaker.errors import OutlineError
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.outline_file import format_outline, parse_outline

DAY = datetime.date(2024, 8, 20)
ONE = """\
title: T
sections:
- heading: H
  bullets:
  - one [p1.2]
"""
TWO = """\
title: T
sources:
  a:
    name: one.html
    title: 'One: a title'
    site: The Gull
    date: 2024-08-20
    url: https://news.test/one
  b:
    name: two.txt
sections:
- heading: H
  bullets:
  - both say it [a p1.2-3, b p4.1]
"""


def parse(text: str) -> Outline:
    return parse_outline(text.encode(), "o.yaml")


def complaint(text: str) -> str:
    with pytest.raises(OutlineError) as caught:
        parse(text)
    return str(caught.value)


def test_it_reads_as_it_is_written() -> None:
    outline = parse(TWO)
    assert outline.sources == (
        Source("one.html", "", "https://news.test/one", "a", "One: a title", "The Gull", DAY),
        Source("two.txt", key="b"),
    )
    assert outline.read_from() == outline.sources
    (bullet,) = outline.bullets()
    assert bullet.places == (Place(1, 2, "a"), Place(1, 3, "a"), Place(4, 1, "b"))
    written = format_outline(outline)
    assert "- both say it [a p1.2-3, b p4.1]\n" in written
    assert "sources:\n  a:\n    name: one.html\n    title: 'One: a title'\n    site: The Gull\n" in written
    assert parse(written) == outline


@pytest.mark.parametrize(
    ("text", "line", "says", "remedy"),
    [
        (TWO + "  - x [p1.2]\n", 15, "the mark [p1.2] does not say in which of the sources", "[a p1.2]"),
        (TWO + "  - x [c p1.2]\n", 15, "there is no source c: [c p1.2]", "`sources` lists a, b"),
        (TWO + "  - x [A p1.2]\n", 15, "the mark [A p1.2] is not understood", "[a p8.3]"),
        (TWO + "  - x [ap1.2]\n", 15, "the mark [ap1.2] is not understood", "[a p4.1, b p9.2]"),
        (TWO + "  - x [a p8]\n", 15, "the mark [a p8] is not understood", "[a p8.2-3]"),
        (TWO + "  - x [a p8.3; b p9.1]\n", 15, "is not understood", "[a p4.1, b p9.2]"),
        (TWO + "  - x [a p8.3-1]\n", 15, "runs backwards", "smaller"),
        (ONE + "  - x [a p1.2]\n", 6, "names a source, and the file has not several", "Write [p1.2]"),
        (ONE + "source:\n  name: x\nsources:\n  a:\n    name: x\n", 9, "not both", "Remove one"),
        (ONE + "sources: {}\n", 6, "`sources` lists no source", "a:"),
        (ONE + "sources:\n  one:\n    name: x\n", 7, "`sources` has no key `one`", "`a`"),
        (ONE + "sources:\n  a:\n    title: x\n", 8, "source `a` needs `name:`", "name"),
        (ONE + "sources:\n  a:\n    name: x\n  a:\n    name: y\n", 9, "given twice", "Keep one"),
        (TWO.replace("2024-08-20", "May"), 7, "'May' is not a date", "2024-08-20"),
    ],
)
def test_complaints_name_line_and_remedy(text: str, line: int, says: str, remedy: str) -> None:
    told = complaint(text)
    assert told.startswith(f"o.yaml:{line}: ")
    assert says in told
    assert remedy in told


def test_brackets_that_are_no_mark_are_the_persons_words() -> None:
    assert [bullet.text for bullet in parse(TWO + "  - x [a p1.2, b]\n").bullets()][-1] == "x [a p1.2, b]"
    assert [bullet.text for bullet in parse(ONE + "  - x [see p1.2]\n").bullets()][-1] == "x [see p1.2]"


def test_values_refuse_what_the_file_could_not_say() -> None:
    section = Section("H", (Bullet("x", (Place(1, 2, "a"),)),))
    for sources in ((), (Source("n"),), (Source("n", key="b"),), (Source("n", key="a"), Source("m", key="a"))):
        with pytest.raises(ValueError, match="source"):
            Outline("T", (section,), sources=sources)
    with pytest.raises(ValueError, match="one source, or several"):
        Outline("T", (section,), source=Source("n"), sources=(Source("n", key="a"),))


def test_a_crowd_of_letters_in_brackets_takes_no_time() -> None:
    assert parse(ONE + "  - x [p1" + " p1" * 5000 + " p x]\n")


def test_a_date_given_twice_is_written_twice() -> None:
    outline = parse(TWO.replace("sources:", "date: 2024-08-20\nsources:"))
    assert format_outline(outline).count("date: 2024-08-20\n") == 2
