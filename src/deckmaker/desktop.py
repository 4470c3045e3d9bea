"""The desktop's own programs: the viewer that opens a file, the queue that prints it."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from deckmaker.errors import InputError, ProgramError

OPENERS = {"darwin": "open", "linux": "xdg-open"}


def open_file(path: str) -> None:
    """Open a file with the program that the desktop uses for it.

    Raises:
        InputError: when there is no such file.
        ProgramError: when this computer has no such program, or it failed.
    """
    _check_file(path)
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  the desktop's own viewer is what is asked for
        return
    opener = _find(OPENERS.get(sys.platform, "xdg-open"), "Open the file from your file manager.")
    _run([opener, path], f"{Path(opener).name} could not open {path}")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """How a file is printed: on which queue, paper ("a4", "letter") and sides ("one", "two", "two-short").

    "" leaves it to the system.
    """

    printer: str = ""
    paper: str = ""
    sides: str = ""
    copies: int = 1

    def options(self) -> list[str]:
        """What lp is told, in the words of PWG 5101.1 and RFC 8011."""
        queue = ["-d", self.printer] if self.printer else []
        count = ["-n", str(self.copies)] if self.copies > 1 else []
        wishes = [f"media={MEDIA[self.paper]}"] if self.paper else []
        wishes += [f"sides={SIDES[self.sides]}"] if self.sides else []
        return [*queue, *count, *(part for wish in wishes for part in ("-o", wish))]


MEDIA = {"a4": "iso_a4_210x297mm", "letter": "na_letter_8.5x11in"}
SIDES = {"one": "one-sided", "two": "two-sided-long-edge", "two-short": "two-sided-short-edge"}


def print_file(path: str, job: PrintJob = PrintJob()) -> str:
    """Send a PDF to a printer's queue with CUPS; returns what the queue answered.

    Raises:
        InputError: when there is no such file, or it is not a PDF.
        ProgramError: when this computer has no CUPS, or the queue refused the job.
    """
    _check_file(path)
    with Path(path).open("rb") as stream:
        if not stream.read(1024).lstrip().startswith(b"%PDF-"):
            raise InputError(
                "is not a PDF", file=path, remedy="Print the memo, or open the deck and print it from there."
            )
    lp = _find("lp", "Install CUPS (the package cups-client), or open the file and print it from the viewer.")
    return _run([lp, *job.options(), "--", path], f"the printer's queue refused {path}")


def _check_file(path: str) -> None:
    if not Path(path).is_file():
        raise InputError(
            "there is no such file",
            file=path,
            remedy="Check the name; `deckmaker build` prints what it wrote.",
        )


def _find(program: str, remedy: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise ProgramError(f"this computer has no program {program}", remedy=remedy)
    return found


def _run(command: list[str], failure: str) -> str:
    import subprocess

    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise ProgramError(
            f"{failure}: {said}" if said else failure, remedy="Check the printer or viewer, then try again."
        )
    return done.stdout.strip()
