"""Laws of the pages: every word of the story is on them once and in order, tagged, inside the margins."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.document import Place, Source
from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.outline.moves import moved
from deckmaker.theme import PAPERS

Harbour = Callable[..., Outline]
_POINT = "The quay has moved since the storm, and the cranes cannot be used safely after 2026 unless it is renewed"


def long_outline(outline: Outline) -> Outline:
    """Several pages, with points of many lengths on two levels."""
    below = tuple(Bullet(f"{_POINT}, {n}") for n in range(3))
    sections = tuple(
        Section(f"Part {n} of the report", tuple(Bullet(f"{_POINT} " * m + "end", (), below[:n]) for m in range(1, 5)))
        for n in range(1, 12)
    )
    return Outline(outline.title, sections, summary=outline.summary, source=outline.source, language="en")


def from_several(outline: Outline) -> Outline:
    """The outline as if it came from two sources."""
    sources = (
        Source("quay.html", "ab" * 32, "https://news.test/quay", "a", "The quay moves", "The Gull"),
        Source("letter.txt", key="b"),
    )
    lone = replace(outline, source=None)
    parts = moved((lone.sections, lone.summary), lambda place: (replace(place, source="a"), replace(place, source="b")))
    return replace(lone, sections=parts[0], summary=parts[1], sources=sources)


@pytest.fixture(params=["short", "long", "foreign", "several"])
def memo(request: pytest.FixtureRequest, harbour: Harbour, tmp_path: Path) -> Path:
    """A memo of one page or several, in English or not."""
    outline = harbour(language="de-CH" if request.param == "foreign" else "en")
    outline = long_outline(outline) if request.param == "long" else outline
    outline = from_several(outline) if request.param == "several" else outline
    options = MemoOptions(head=MemoHead("Director"), attachment=b"title: x\n", paper=PAPERS["letter"])
    return make_memo(outline, tmp_path / "memo.pdf", options).path


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_is_an_accessible_archive_file(memo: Path, profile: str) -> None:
    report = page.validate_pdf(memo, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


_LETTERS = "aB9 \u00a0\u200b'–%.é&<ʾ" * 2 + "λЯ★אבعرب١()کिर्त\u200d\u200f"
_LINE = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=300).map(str.strip).filter(bool)
_PLACES = st.lists(st.builds(Place, st.integers(1, 99), st.integers(1, 9)), max_size=9, unique=True).map(tuple)
_BELOW = st.lists(st.builds(Bullet, _LINE, _PLACES), max_size=3).map(tuple)
_BULLETS = st.lists(st.builds(Bullet, _LINE, _PLACES, _BELOW), min_size=1, max_size=9).map(tuple)
_SECTIONS = st.lists(st.builds(Section, _LINE, _BULLETS), min_size=1, max_size=9).map(tuple)
_LANGUAGES = st.sampled_from(["en", "fr", "he", "hi", "", "no language"])
_OUTLINES = st.builds(Outline, _LINE, _SECTIONS, subtitle=st.just("\x01\ufffe"), language=_LANGUAGES)


@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(outline=_OUTLINES)
def test_any_outline_makes_an_accessible_archive_file(
    tmp_path_factory: pytest.TempPathFactory, outline: Outline
) -> None:
    memo = make_memo(outline, tmp_path_factory.mktemp("any") / "memo.pdf")
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(memo.path, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of a structure tree in order."""
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_the_parent_tree_leads_back(memo: Path) -> None:
    with pikepdf.open(memo) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for element in elements(pdf.Root.StructTreeRoot):
            for kid in element.get("/K", []):
                if kid.get("/Type") == "/MCR":
                    row = parents[int(kid.Pg.StructParents)]
                    assert row[int(kid.MCID)].objgen == element.objgen
                if kid.get("/Type") == "/OBJR":
                    assert parents[int(kid.Obj.StructParent)].objgen == element.objgen
        assert {int(one.obj.StructParents) for one in pdf.pages} <= set(parents)


def test_lists_are_nested_as_the_outline_is(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        tags = [str(element.S)[1:] for element in elements(pdf.Root.StructTreeRoot)]
    item, linked = ["LI", "Lbl", "LBody", "P"], ["LI", "Lbl", "LBody", "P", "Link"]
    assert tags == [
        *["Document", "P", "P", "P", "P", "P", "P", "H1", "P", "P", "Link"],
        *["H2", "L", *linked, "L", *linked, *item, *item],
        *["H2", "L", *linked, "Note", "P", "Link", "Note", "P"],
    ]


def test_links_say_where_they_lead(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        links = list(pdf.pages[0].Annots)
        said = [str(link.Contents) for link in links]
        uris = [str(link.A.URI) for link in links if "/A" in link]
    assert said[:2] == ["Source p2.1", "Source p3.1"]
    assert uris == ["https://example.org/harbour?a=1&b=2"]


def test_a_memo_in_another_language_keeps_its_labels_english(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(language="de"), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        assert str(pdf.Root.Lang) == "de"
        first, *_ = [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) == "/P"]
        assert str(first.Lang) == "en"


def test_the_outline_travels_inside(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf", MemoOptions(attachment=b"title: The harbour\n"))
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        assert list(pdf.attachments) == ["outline.yaml"]
        assert pdf.attachments["outline.yaml"].get_file().read_bytes() == b"title: The harbour\n"
        assert str(pdf.Root.AF[0].AFRelationship) == "/Source"


def test_without_an_outline_nothing_is_attached(harbour: Harbour, tmp_path: Path) -> None:
    make_memo(harbour(), tmp_path / "memo.pdf")
    with pikepdf.open(tmp_path / "memo.pdf") as pdf:
        assert "/AF" not in pdf.Root
