"""Which parts of a memo keep together at a page's end."""

from collections.abc import Callable

from deckmaker.memo import MemoOptions
from deckmaker.memo.blocks import Block
from deckmaker.memo.flow import Flow
from deckmaker.memo.looks import make_looks
from deckmaker.memo.story import tell
from deckmaker.memo.structure import Structure
from deckmaker.memo.tags import Element
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import load_theme

Harbour = Callable[..., Outline]
LONG = "a point that needs more than one line of the memo, because it has so very much to say that it goes on"


def flowables(outline: Outline) -> list[object]:
    parts = tell(outline, MemoOptions(), {})
    return [*Flow(parts, {}, make_looks(load_theme(), parts), Structure(Element("Document"), "en")).flowables()]


def kept(outline: Outline) -> list[str]:
    """The points and headings that stay on the page of what follows."""
    blocks = [block for block in flowables(outline) if isinstance(block, Block) and block.keepWithNext]
    words = ["".join(run.text for run in block.paragraph.runs).replace("\u00a0", " ") for block in blocks]
    return words[words.index(outline.title) + 1 :]


def bullets(*texts: str) -> tuple[Bullet, ...]:
    return tuple(Bullet(text) for text in texts)


def test_the_first_two_and_the_last_two_points_keep_together(harbour: Harbour) -> None:
    outline = harbour(summary=None, source=None, sections=(Section("S", bullets("a", "b", "c", "d", "e")),))
    assert kept(outline) == ["S", "a", "d"]


def test_long_points_may_stand_alone(harbour: Harbour) -> None:
    outline = harbour(summary=None, source=None, sections=(Section("S", bullets(LONG, "b", "c", LONG)),))
    assert kept(outline) == ["S"]


def test_a_bullet_keeps_with_the_first_one_below_it(harbour: Harbour) -> None:
    points = (Bullet("a"), Bullet("b"), Bullet("c", (), bullets("d", "e")), Bullet("f"), Bullet("g"))
    assert kept(harbour(summary=None, source=None, sections=(Section("S", points),))) == ["S", "a", "c", "f"]


def test_the_source_note_keeps_with_the_last_point(harbour: Harbour) -> None:
    sections = (Section("S", bullets("a", "b", "c", LONG)),)
    assert kept(harbour(summary=None, sections=sections)) == ["S", "a", LONG]


def test_a_paragraph_is_cut_with_two_lines_on_each_side(harbour: Harbour) -> None:
    outline = harbour(sections=(Section("S", bullets(f"{LONG} " * 4 + "end")),))
    *_, point, _, _, _ = flowables(outline)
    assert isinstance(point, Block)
    _, height = point.wrap(450, 700)
    line = height / 5
    assert point.split(450, line * 1.5) == []
    assert [len(part.lines or ()) for part in point.split(450, line * 2.5)] == [2, 3]
    assert [len(part.lines or ()) for part in point.split(450, line * 4.5)] == [3, 2]
