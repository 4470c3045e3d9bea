"""The article as a value: places, tables and pictures, and what people see of it."""

from unittest.mock import patch

import pytest

from deckmaker.condense import condense
from deckmaker.document import BlockKind, Document, Passage, Picture, Place, Reading, Table
from deckmaker.errors import InputError
from deckmaker.readers import READERS, read_bytes

TABLE = Table(
    rows=(("Harrow", "12", ""), ("", "", ""), ("Lynn", "", "7")),
    header=(("Port", "Ships", "Boats"),),
    caption="Ships in port, June 2023",
)
PICTURE = Picture(b"\x89PNG", "image/png", alt="A crane over a quay", caption="The new crane. It lifts 40 tons.")
PROSE = (
    "The harbour of Harrow will close for three weeks in June, the port authority said on Monday. "
    "Ships will be sent to Lynn, which has room for 40 of them."
)
PASSAGES = (
    Passage(BlockKind.HEADING, "Harrow closes its harbour", 1),
    Passage.of_picture(PICTURE),
    Passage(BlockKind.PARAGRAPH, PROSE, page=2),
    Passage.of_table(TABLE, page=3),
    Passage.of_picture(Picture(name="map.png")),
)


def document(*passages: Passage) -> Document:
    reading = Reading(passages, PASSAGES[0].text, site="The Harrow Post", url="https://post.example/harbour")
    with patch.dict(READERS, {".txt": lambda *_: reading}):
        return read_bytes(b"bytes", "harbour.txt")


def test_a_tables_text_has_a_line_for_each_row_that_says_anything() -> None:
    block = document(*PASSAGES).blocks[3]
    assert block.table == TABLE
    assert document(*PASSAGES).block_text(4).split("\n") == [
        "Ships in port, June 2023",
        "Port | Ships | Boats",
        "Harrow | 12",
        "Lynn | 7",
    ]
    assert document(*PASSAGES).sentence(Place(4, 3)) == "Harrow | 12"
    assert len(block.sentences) == 4


def test_a_pictures_text_is_its_caption_or_else_its_alt_text() -> None:
    made = document(*PASSAGES)
    assert made.blocks[1].picture == PICTURE
    assert made.block_text(2) == PICTURE.caption
    assert Passage.of_picture(Picture(alt="A crane")).text == "A crane"
    assert made.block_text(5) == ""
    assert made.blocks[4].sentences == ()
    assert "PNG" not in repr(PICTURE)


def test_people_see_tables_pictures_pages_and_where_it_was_published() -> None:
    lines = document(*PASSAGES).as_text().splitlines()
    assert lines[2:4] == ["site: The Harrow Post", "url: https://post.example/harbour"]
    assert "p2.2\tpicture\tIt lifts 40 tons." in lines
    assert "p3.2\tparagraph, page 2\tShips will be sent to Lynn, which has room for 40 of them." in lines
    assert "p4.3\ttable, page 3\tHarrow | 12" in lines
    assert lines[-1] == "p5\tpicture\t"


def test_the_source_names_the_address_that_the_article_calls_its_own() -> None:
    assert document(*PASSAGES).source.url == "https://post.example/harbour"


def test_tables_and_pictures_are_not_prose() -> None:
    loud = Table((("The harbour of Harrow lifts 99 tons of grain every day, the authority said.",),))
    told = Picture(caption="The harbour of Harrow sank 77 ships in June, the port authority said.")
    outline = condense(document(*PASSAGES, Passage.of_table(loud), Passage.of_picture(told)))
    said = " ".join(bullet.text for bullet in outline.bullets())
    assert "close for three weeks" in said
    assert "99" not in said
    assert "77" not in said
    assert {place.block for bullet in outline.bullets() for place in bullet.places} == {3}


def test_an_article_of_tables_and_pictures_alone_has_no_sentence() -> None:
    with pytest.raises(InputError, match="no sentence"):
        document(*(passage for passage in PASSAGES if passage.kind is not BlockKind.PARAGRAPH))


def test_places_of_several_articles_stand_by_article_then_in_reading_order() -> None:
    ordered = [Place(2, 1, "a"), Place(2, 3, "a"), Place(10, 1, "a"), Place(1, 1, "b")]
    shuffled = [ordered[i] for i in (2, 0, 3, 1)]
    assert sorted(shuffled) == ordered
    assert max(ordered) == ordered[-1]
    assert [str(place) for place in ordered] == ["a p2.1", "a p2.3", "a p10.1", "b p1.1"]
    assert [Place.parse(str(place)) for place in ordered] == ordered
    for wrong in ("ab p1.2", "A p1.2", "ap1.2", "a  p1.2", " p1.2", "1 p1.2"):
        with pytest.raises(ValueError, match="not a place"):
            Place.parse(wrong)
