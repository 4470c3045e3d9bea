"""A presentation program shows what was planned: the same lines, inside their boxes."""

import html
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from deck.samples import ODD, SENTENCES, draw_picture, ferry, gallery
from deckmaker.deck import DeckOptions, Slides, make_deck
from deckmaker.deck.slides import FOOT, Box, Grid, Group, Kind, Label, Paragraph, Slide, Text
from deckmaker.outline import Outline
from deckmaker.theme import THEMES, load_theme

pytestmark = [pytest.mark.system, pytest.mark.slow]
FOOT_TOP = 495.0
LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL)
WORD = re.compile(r"<word [^>]*>(.*?)</word>")

Shown: TypeAlias = tuple[float, float, float, float, str]  # left, top, right, bottom, text


def shown(path: Path, program: Callable[[str], str]) -> list[list[Shown]]:
    """Page by page, the lines that LibreOffice sets: left, top, right, bottom in points, and text."""
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [
        program("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = str(path.with_suffix(".pdf"))
    done = subprocess.run([program("pdftotext"), "-bbox-layout", pdf, "-"], check=True, capture_output=True, text=True)
    pages = done.stdout.split("<page ")[1:]
    return [[_line(found) for found in LINE.finditer(page)] for page in pages]


def _line(found: re.Match[str]) -> Shown:
    left, top, right, bottom = (float(found[n]) for n in range(1, 5))
    return left, top, right, bottom, html.unescape(" ".join(WORD.findall(found[5]))).replace("\u00a0", " ")


def squeeze(text: str) -> str:
    return "".join(text.split()).lstrip("▪–").casefold()


def planned(slide: Slide) -> Iterator[tuple[str, Box]]:
    """The lines of everything that says something, each with the box that it must stay in."""
    for part in slide.parts:
        if isinstance(part, Text | Label) and not (isinstance(part, Text) and part.role in FOOT):
            yield from _lines(part.paragraphs, part.box)
        elif isinstance(part, Group):
            for member in part.members:
                if isinstance(member, Label):
                    yield from _lines(member.paragraphs, member.box)
        elif isinstance(part, Grid):
            for row in part.rows:
                yield from _lines(row, part.box)


def _lines(paragraphs: Sequence[Paragraph], box: Box) -> Iterator[tuple[str, Box]]:
    for paragraph in paragraphs:
        for line in () if paragraph.number else paragraph.lines:
            yield squeeze(line), box


def agreement(slides: Slides, pages: list[list[Shown]]) -> float:
    """The share of planned lines that are lines on the page."""
    hits = total = 0
    for slide, page in zip(slides.slides, pages, strict=True):
        there = {squeeze(line[4]) for line in page}
        for line, _ in planned(slide):
            total += 1
            hits += line in there
    return hits / total


def outside(slide: Slide, page: list[Shown]) -> list[str]:
    """Planned lines that stand on the page, but not in their box."""
    found = []
    for line, box in planned(slide):
        spots = [one for one in page if squeeze(one[4]) == line]
        if spots and not any(_inside(spot, box) for spot in spots):
            found.append(line)
    return found


def _inside(spot: Shown, box: Box) -> bool:
    """Whether a line stands in a box; a bullet's sign or a letter's tail may look out a little."""
    left, top, right, bottom, _ = spot
    across = box.left - 6 <= left and right <= box.left + box.width + 6
    return across and box.top - 6 <= top and bottom <= box.top + box.height + 8


@pytest.fixture
def decks() -> dict[str, Outline]:
    names = ("two hundred bullets", "long heading", "long bullet", "thirty below", "long title", "seven bullets")
    return {"ferry": ferry()} | {name: ODD[name] for name in names}


def test_lines_are_as_planned_and_in_their_boxes(
    decks: dict[str, Outline], tmp_path: Path, program: Callable[[str], str]
) -> None:
    for number, (name, outline) in enumerate(decks.items()):
        path = tmp_path / f"{number}.pptx"
        theme = load_theme(THEMES[number % len(THEMES)])
        slides = make_deck(outline, path, DeckOptions(theme=theme), SENTENCES)
        pages = shown(path, program)
        assert len(pages) == len(slides.slides), name
        assert agreement(slides, pages) >= 0.9, name
        assert [line for slide, page in zip(slides.slides, pages, strict=True) for line in outside(slide, page)] == []
        for page in pages:
            for left, top, right, bottom, text in page:
                assert left >= 55, text
                assert right <= 905, text
                assert bottom <= (FOOT_TOP if top < FOOT_TOP - 10 else 525), text


@pytest.mark.parametrize("theme", THEMES)
def test_each_kind_of_slide_shows_what_was_planned(theme: str, tmp_path: Path, program: Callable[[str], str]) -> None:
    draw_picture(tmp_path)
    path = tmp_path / "gallery.pptx"
    slides = make_deck(gallery(), path, DeckOptions(theme=load_theme(theme), folder=str(tmp_path)), SENTENCES)
    assert {slide.kind for slide in slides.slides} == set(Kind)
    pages = shown(path, program)
    assert len(pages) == len(slides.slides)
    assert agreement(slides, pages) >= 0.97
    assert [line for slide, page in zip(slides.slides, pages, strict=True) for line in outside(slide, page)] == []
    charts = [page for slide, page in zip(slides.slides, pages, strict=True) if slide.kind is Kind.CHART]
    words = [" ".join(line[4] for line in page) for page in charts]
    assert all("Northhaven" in words[0] and unit in words[0] for unit in ("2023", "2024"))
    assert "2024" in words[1]
    assert "48" in words[2]
