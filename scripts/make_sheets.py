"""Make the contact sheets of the docs: every kind of slide, the themes, and decks by other ways beside ours.

Needs LibreOffice (soffice), poppler (pdftoppm) and, for the comparison, pandoc (the package pypandoc_binary).

Run from the project's folder: python -m scripts.make_sheets
"""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.deck_speed import as_markdown, pandoc_path
from PIL import Image
from pptx import Presentation

from deckmaker.deck import DeckOptions, make_deck
from deckmaker.outline import Outline
from deckmaker.outline_file import load_outline
from deckmaker.theme import THEMES, load_theme

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery" / "harbour-bridge.yaml"
SEED = ROOT / "outlines" / "india-japan-2plus2.yaml"
PICTURES = ROOT / "docs" / "images"
SHOWN = (1, 3, 4, 6, 10, 14)
"""The slides of the gallery that stand for a theme."""

GAP = 8


def pages(deck: Path, folder: Path) -> list[Image.Image]:
    """The deck's slides as pictures."""
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    subprocess.run(convert, check=True, capture_output=True)
    pdf = folder / f"{deck.stem}.pdf"
    subprocess.run(["pdftoppm", "-r", "40", "-png", str(pdf), str(folder / deck.stem)], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob(f"{deck.stem}-*.png"))]


def sheet(pictures: Sequence[Image.Image], columns: int, name: str) -> None:
    """The pictures in rows as docs/images/name.png."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    found = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), "#8A8F94")
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        fitted = picture if picture.size == (width, height) else fit(picture, (width, height))
        found.paste(fitted, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    found.quantize(128).save(PICTURES / f"{name}.png", optimize=True)


def fit(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture within a size, on grey."""
    picture.thumbnail(size)
    found = Image.new("RGB", size, "#8A8F94")
    found.paste(picture, ((size[0] - picture.width) // 2, (size[1] - picture.height) // 2))
    return found


def plain_deck(outline: Outline, path: Path) -> None:
    """The outline in python-pptx's own template, as its documentation shows it."""
    deck = Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = outline.title
    for section in outline.sections:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = section.heading
        slide.placeholders[1].text = "\n".join(bullet.text for bullet in section.bullets)
    deck.save(str(path))


def main() -> None:
    """Make all sheets."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gallery, seed = load_outline(GALLERY), load_outline(SEED)
        for theme in THEMES:
            path = folder / f"{theme}.pptx"
            make_deck(gallery, path, DeckOptions(theme=load_theme(theme), folder=str(GALLERY.parent)))
            shown = pages(path, folder)
            sheet([shown[number - 1] for number in SHOWN], 3, f"theme-{theme}")
            if theme == THEMES[0]:
                sheet(shown, 3, "gallery")
        make_deck(seed, folder / "ours.pptx")
        (folder / "seed.md").write_text(as_markdown(seed), encoding="utf-8")
        pandoc = [pandoc_path(), str(folder / "seed.md"), "-o", str(folder / "pandoc.pptx"), "--slide-level=1"]
        subprocess.run(pandoc, check=True)
        plain_deck(seed, folder / "plain.pptx")
        decks = [pages(folder / f"{name}.pptx", folder) for name in ("ours", "pandoc", "plain")]
        ours = [decks[0][0], *decks[0][3:]]  # those that the others have too
        rows = zip(ours, decks[1], decks[2], strict=False)
        sheet([picture for row in list(rows)[:4] for picture in row], 3, "beside")


if __name__ == "__main__":
    main()
