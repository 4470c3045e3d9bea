"""What every test may ask for."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "india-japan-2plus2.txt"


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """program("soffice") -> its path; skips where it is missing, or fails when the full checks are required."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and os.environ.get("DECKMAKER_REQUIRE_SYSTEM"):
            pytest.fail(f"{name} is required here (DECKMAKER_REQUIRE_SYSTEM is set) and not installed")
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return find


@pytest.fixture
def seed() -> Path:
    """The article the project starts from."""
    return SEED
