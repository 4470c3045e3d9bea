"""What can stop us, and what is worth saying: one error base, its kinds with their exit codes, and warnings.

An error names the file (and line), what is wrong and what to do.  A warning is a value that travels with the
result it is about; nothing here prints.
"""

from dataclasses import dataclass
from typing import ClassVar


class DeckmakerError(Exception):
    """Something the person at the keyboard can act on.

    Args:
        message: what is wrong, one sentence without a full stop.
        remedy: what to do about it, one sentence, or "".
        file: the file it is about, as the person named it, or "".
        line: 1-based line in that file, or None.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, remedy: str = "", file: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message, self.remedy, self.file, self.line = message, remedy, file, line

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{where}{self.message}" + (f"\n  {self.remedy}" if self.remedy else "")


class InputError(DeckmakerError):
    """An article or template cannot be read: missing, unknown format, empty, binary, too large."""

    exit_code = 3


class OutlineError(DeckmakerError):
    """An outline file does not say what an outline says."""

    exit_code = 4


class OutputError(DeckmakerError):
    """A result cannot be written: no such folder, no right, in the way of a file that is not ours."""

    exit_code = 5


class RenderError(DeckmakerError):
    """An outline cannot be shown as asked: no usable layout, a character that no font has."""

    exit_code = 6


class ProgramError(DeckmakerError):
    """A program of this computer is needed and missing, or failed: the viewer, the printer's queue."""

    exit_code = 7


class StrictError(DeckmakerError):
    """There were warnings and --strict was given."""

    exit_code = 8


class FetchError(DeckmakerError):
    """A page cannot be fetched: no such machine or page, no answer in time, a connection not to be trusted."""

    exit_code = 9


class AddressError(DeckmakerError):
    """A web address is not opened: another scheme than http and https, or a machine in a private network."""

    exit_code = 10


class DeckError(DeckmakerError):
    """A deck that was checked has faults."""

    exit_code = 11


@dataclass(frozen=True, slots=True)
class BuildWarning:
    """Something worth knowing that did not stop us: a short kind (for tests and filters) and a sentence."""

    kind: str
    message: str

    def __str__(self) -> str:
        return self.message
