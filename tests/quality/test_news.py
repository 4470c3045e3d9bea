"""Three bullets of news articles overlap more with the editors' than lead-3 and LexRank.  Nobody lowers it silently.

Runs where DECKMAKER_SHARED names the folder with data/news/ (it is not part of the project), on every second of its
1,000 articles: half a minute.  `python benchmarks/news.py` measures all.
"""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

EVERY = 2
SHARED = os.environ.get("DECKMAKER_SHARED")
pytestmark = pytest.mark.skipif(not SHARED, reason="DECKMAKER_SHARED does not name a folder with news")


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """The mean ROUGE-2 F1 of each method."""
    news = _benchmark()
    rows = list(news.rows(Path(str(SHARED)) / "data" / "news" / "validation_1000.jsonl.gz", EVERY))
    assert len(rows) == 500
    found = {method: news.figures(rows, method)[0] for method in rows[0] if method != "editors"}
    print({method: round(score, 4) for method, score in found.items()})  # noqa: T201  shown with -s, and on failure
    return found


def _benchmark() -> Any:
    """The benchmark's code, which is no package."""
    for name in ("baselines", "news"):
        spec = spec_from_file_location(name, Path(__file__).parents[2] / "benchmarks" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules["news"]


@pytest.mark.parametrize("baseline", ["lead-3", "LexRank"])
def test_three_bullets_are_above_the_baseline(figures: dict[str, float], baseline: str) -> None:
    assert figures["deckmaker"] > figures[baseline]
