"""Floors on outlines of real articles, scored against outlines written by hand.  Nobody lowers them silently.

Runs where DECKMAKER_SHARED names the folder with gold/ and eval/ (it is not part of the project).
"""

import json
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from deckmaker.condense import condense
from deckmaker.outline_file import save_outline
from deckmaker.readers import read

FLOORS = {
    "score": 0.58,
    "clean": 0.99,
    "unique": 1.0,
    "faithful": 0.98,
    "short": 0.92,
    "rouge2": 0.27,
    "headings": 0.2,
}

SHARED = os.environ.get("DECKMAKER_SHARED")
pytestmark = pytest.mark.skipif(not SHARED, reason="DECKMAKER_SHARED does not name a folder with gold outlines")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Each figure's mean over the gold articles."""
    scorer = _scorer(Path(str(SHARED)) / "eval" / "score.py")
    folder = tmp_path_factory.mktemp("outlines")
    rows = []
    for gold in sorted((Path(str(SHARED)) / "gold").glob("*.json")):
        outline = condense(read(gold.with_suffix(".txt")))
        save_outline(outline, folder / f"{gold.stem}.yaml")
        text = gold.with_suffix(".txt").read_text(encoding="utf-8")
        sections = scorer.read_outline(folder / f"{gold.stem}.yaml")
        rows.append(scorer.score(json.loads(gold.read_text(encoding="utf-8")), text, sections)[0])
    return {name: mean(row[name] for row in rows) for name in rows[0]}


def _scorer(path: Path) -> Any:
    spec = spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_outlines_reach_the_floor(figures: dict[str, float], name: str) -> None:
    print({key: round(value, 3) for key, value in figures.items()})  # noqa: T201  shown with -s, and on failure
    assert round(figures[name], 4) >= FLOORS[name]
