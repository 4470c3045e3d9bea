"""What a check finds."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters: errors keep somebody out, warnings make it hard, tips make it better."""

    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: how much it matters, what it is, on which slide (0: the file), and what to do about it."""

    level: Level
    message: str
    slide: int = 0
    remedy: str = ""

    def __str__(self) -> str:
        where = f"slide {self.slide}: " if self.slide else ""
        return f"{where}{self.message}"
