"""Markdown: what its marks say, what front matter states, what is left out, and hostile notes."""

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import BlockKind, Document, Picture, Table
from deckmaker.errors import InputError
from deckmaker.readers import limits, read_bytes
from readers.harbour import FIRST, SECOND, THIRD, blocks

HEADING, PARAGRAPH, ITEM, QUOTE = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE


def read(text: str) -> Document:
    return read_bytes(text.encode(), "note.md")


def test_headings_lists_quotes_and_emphasis() -> None:
    document = read(
        f"# A wider channel\n\n{FIRST}\n\nCosts\n-----\n\n1. A *loan*\n   - of the **region**\n   - of `banks`\n\n"
        f"     in the south\n2. [x] [A tax](http://127.0.0.1/x)\n\n> It is\n> serious.\n\n### Later\n\n{SECOND}"
    )
    assert blocks(document) == [
        (HEADING, "A wider channel"),
        (PARAGRAPH, FIRST),
        (HEADING, "Costs"),
        (ITEM, "A loan"),
        (ITEM, "of the region"),
        (ITEM, "of banks"),
        (PARAGRAPH, "in the south"),
        (ITEM, "A tax"),
        (QUOTE, "It is serious."),
        (HEADING, "Later"),
        (PARAGRAPH, SECOND),
    ]
    assert [block.level for block in document.blocks if block.level] == [1, 2, 1, 2, 2, 1, 3]
    assert document.title == "A wider channel"


def test_front_matter_states_title_author_date_and_language() -> None:
    matter = (
        '---\ntitle: "A wider channel"\nauthor:\n  - Ada Lind\n  - name: Per Nord\ndate: 2031-03-04\nlang: de_AT\n---\n'
    )
    document = read(f"{matter}\n{FIRST}\n")
    assert (document.title, document.byline) == ("A wider channel", "Ada Lind, Per Nord")
    assert (document.date, document.language) == (datetime.date(2031, 3, 4), "de-AT")
    assert blocks(document) == [(HEADING, "A wider channel"), (PARAGRAPH, FIRST)]


@pytest.mark.parametrize("matter", ["- a\n- b", "a: [", "x" * 30_000, "[" * 3_000, "&a [*a]"])
def test_what_is_no_front_matter_is_text(matter: str) -> None:
    assert FIRST in read(f"---\n{matter}\n---\n\n{FIRST}\n").text


def test_title_byline_and_date_are_found_in_the_text_too() -> None:
    document = read(f"# A wider channel\n\nBy Ada Lind\n\nMarch 4, 2031\n\n{FIRST}\n\n# Costs\n\n{SECOND}")
    assert (document.title, document.byline) == ("A wider channel", "Ada Lind")
    assert document.date == datetime.date(2031, 3, 4)
    assert [(block.level, block.kind) for block in document.blocks if block.level] == [(1, HEADING), (2, HEADING)]


def test_tables_and_pictures_are_values() -> None:
    document = read(
        f"{FIRST}\n\n| Year | Cost |\n|---|---:|\n| 2031 | *48* |\n| 2032 | |\n\n"
        f'![A map of the harbour](https://127.0.0.1/maps/map.png?x=1 "The harbour, 2030")\n\n{SECOND}\n'
    )
    tables = [block.table for block in document.blocks if block.table]
    pictures = [block.picture for block in document.blocks if block.picture]
    assert tables == [Table((("2031", "48"), ("2032", "")), (("Year", "Cost"),))]
    assert pictures == [Picture(alt="A map of the harbour", caption="The harbour, 2030", name="map.png")]
    assert "127.0.0.1" not in document.text


def test_a_picture_inside_a_sentence_is_its_alt_text() -> None:
    text = read(f"Press ![the red knob](knob.png) twice.\n\n{FIRST} ![A map](map.png)\n").text
    assert "Press the red knob twice." in text
    assert f"{FIRST}\n\nA map" in text


def test_code_notes_and_comments_are_left_out_and_prose_in_tags_stays() -> None:
    document = read(
        f"{FIRST}[^1]\n\n```sh\nrm -rf build\n```\n\n    indented code\n\n<!-- to do: ask the mayor about this -->\n\n"
        f"<div align=center><b>{SECOND}</b> &amp; more.</div>\n\n<script>\nlet a = 1; // long\n</script>\n\n"
        f"[^1]: A note on the vote.\n"
    )
    assert blocks(document) == [(PARAGRAPH, FIRST), (PARAGRAPH, f"{SECOND} & more.")]


def test_bold_lines_of_their_own_are_headings() -> None:
    document = read(f"# A wider channel\n\n{FIRST}\n\n**What it costs:**\n\n{SECOND}\n\n**{THIRD}**\n\nEnd of **it**.")
    assert [(kind, text) for kind, text in blocks(document) if kind is HEADING][1:] == [(HEADING, "What it costs")]
    assert (PARAGRAPH, THIRD) in blocks(document)


@pytest.mark.parametrize(
    "unit", ["> ", "- ", "* a\n", "[", "![", "**a", "_a_*", "|", "`", "<a ", "[^1]", "1. ", "  - a\n"]
)
def test_hostile_repetition_is_quick(unit: str) -> None:
    start = time.process_time()
    outcome(unit * (20_000 // len(unit)))
    assert time.process_time() - start < 5


def test_too_much_text_and_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="too much text"):
        read("a " * (limits.MAX_CHARACTERS // 2 + 1))
    monkeypatch.setattr("deckmaker.readers.markdown.MAX_CELLS", 3)
    with pytest.raises(InputError, match="table cells"):
        read("|a|b|\n|-|-|\n|c|d|\n")


def outcome(text: str) -> Document | None:
    try:
        return read(text)
    except InputError:
        return None


PIECES = st.sampled_from(
    [
        "- ",
        "  ",
        "1. ",
        "# ",
        "> ",
        "---\n",
        "| a |",
        "|-|\n",
        "\n",
        "\n\n",
        "**",
        "_",
        "`",
        "```\n",
        "![a](b)",
        "[a](b)",
        "[^1]",
        "[^1]: ",
        "<div>",
        "<!--",
        "-->",
        "title: x\n",
        FIRST,
        "\t",
        "&#0;",
        "\\",
        "===\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_structure(pieces: list[str]) -> None:
    document = outcome("".join(pieces))
    for block in document.blocks if document else ():
        text = document.text[block.start : block.end] if document else ""
        assert text == text.strip()
        assert block.kind in (BlockKind.TABLE, BlockKind.PICTURE) or (text and "\n" not in text)
