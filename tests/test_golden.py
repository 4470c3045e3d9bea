"""Each stage's value for each seed, as text.  `make accept` takes what the stages give now."""

import os
from pathlib import Path

import pytest

from deckmaker.pipeline import Job, show

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
STAGES = {"document": "document.txt", "outline": "outline.yaml", "slides": "slides.txt"}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("article", SEEDS, ids=lambda path: path.stem)
def test_each_stage_gives_what_it_gave(article: Path, stage: str) -> None:
    golden = ROOT / "tests" / "golden" / f"{article.stem}.{STAGES[stage]}"
    got = show(str(article), Job(), stage)
    if os.environ.get("DECKMAKER_ACCEPT"):
        golden.write_text(got, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == got, f"{golden.name} changed; `make accept` takes it"


@pytest.mark.parametrize("article", SEEDS, ids=lambda path: path.stem)
def test_the_committed_outline_is_what_build_makes(article: Path) -> None:
    outline = ROOT / "outlines" / f"{article.stem}.yaml"
    got = show(str(article), Job(), "outline")
    if os.environ.get("DECKMAKER_ACCEPT"):
        outline.write_text(got, encoding="utf-8")
    assert outline.read_text(encoding="utf-8") == got, f"{outline.name} changed; `make accept` takes it"
