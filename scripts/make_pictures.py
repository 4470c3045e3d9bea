"""Make the README's pictures: a slide of the seed's deck and the top of its memo.

Needs LibreOffice (soffice) and poppler (pdftoppm).  Usage: python scripts/make_pictures.py
"""

import subprocess
import tempfile
from pathlib import Path

from deckmaker.pipeline import Job, build

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "india-japan-2plus2.txt"
PICTURES = ROOT / "docs" / "images"
SLIDE = 6


def picture(pdf: Path, name: str, page: int, *options: str) -> None:
    """One page of a PDF as PICTURES/name.png."""
    target = PICTURES / name
    command = ["pdftoppm", "-png", "-singlefile", "-f", str(page), "-l", str(page), *options, str(pdf), str(target)]
    subprocess.run(command, check=True)


def main() -> None:
    """Build the seed in a temporary folder and picture it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built = build(str(SEED), Job(Path(folder), Path(folder)))
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", f"{folder}/deck", str(built.deck)]
        subprocess.run(convert, check=True, capture_output=True)
        picture(Path(folder) / "deck" / f"{SEED.stem}.pdf", "slide", SLIDE, "-r", "60")
        picture(
            Path(folder) / f"{SEED.stem}.pdf", "memo", 1, "-r", "72", "-x", "0", "-y", "0", "-W", "595", "-H", "325"
        )


if __name__ == "__main__":
    main()
