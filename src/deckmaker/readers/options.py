"""What a person or the program above may tell a reader beside the file's bytes."""

from collections.abc import Callable
from dataclasses import dataclass, field


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The password of a protected file ("" for none), and a function that says whether the time is up.

    Readers know no clock: who calls them passes one in (the pipeline does), so that reading depends on its bytes alone.
    """

    password: str = field(default="", repr=False)
    is_late: Callable[[], bool] = _never
