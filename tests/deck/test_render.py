"""A presentation program shows what was planned: the same lines, inside their boxes."""

import html
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from deck.samples import ODD, SENTENCES, ferry
from deckmaker.deck import DeckOptions, Slides, make_deck
from deckmaker.deck.slides import Role, Slide
from deckmaker.outline import Outline
from deckmaker.theme import THEMES, load_theme

pytestmark = [pytest.mark.system, pytest.mark.slow]
FOOT = 495.0
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


def planned_lines(slide: Slide) -> list[str]:
    roles = (Role.TITLE, Role.SUBTITLE, Role.BODY)
    texts = (slide.text(role) for role in roles)
    return [squeeze(line) for text in texts if text for p in text.paragraphs if not p.number for line in p.lines]


def agreement(slides: Slides, pages: list[list[Shown]]) -> float:
    """The share of planned lines that are lines on the page."""
    hits = total = 0
    for slide, page in zip(slides.slides, pages, strict=True):
        there = {squeeze(line[4]) for line in page}
        for line in planned_lines(slide):
            total += 1
            hits += line in there
    return hits / total


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
        for page in pages:
            for left, top, right, bottom, text in page:
                assert left >= 55, text
                assert right <= 905, text
                assert bottom <= (FOOT if top < FOOT - 10 else 525), text
