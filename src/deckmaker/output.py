"""Writing results: aside first, then renamed into place; and never over what somebody else wrote."""

import os
from pathlib import Path

from deckmaker.errors import OutputError

OURS = b"deckmaker"
"""Our name, as every deck (last modified by) and memo (creator) carries it until another program saves the file."""


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write data to path in one step: a reader sees the old file or the whole new one.

    Missing parent folders are made.

    Raises:
        OutputError: when the folder or the file cannot be written.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_aside(target, data)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise OutputError(message, file=str(path), remedy="Choose another place with -o, or free this one.") from error


def make_room(path: str | os.PathLike[str], *, fresh: bool) -> Path | None:
    """Make sure that a deck or memo may be written to path.

    A file that deckmaker wrote and nobody changed since is simply replaced.  Anything else is in the way: with
    fresh it is saved beside, under the path returned.

    Raises:
        OutputError: when a file that is not ours is in the way and fresh is not set.
    """
    target = Path(path)
    if not target.is_file() or _is_ours(target):
        return None
    if fresh:
        return save_beside(target)
    message = "exists, and deckmaker did not write it or somebody changed it since"
    raise OutputError(
        message,
        file=str(path),
        remedy="Use --fresh to save it beside and replace it, or -o to write elsewhere.",
    )


def save_beside(path: Path) -> Path:
    """Rename a file to NAME.old-1.SUFFIX, or the next free number; returns the new path."""
    number = 1
    while (beside := path.with_name(f"{path.stem}.old-{number}{path.suffix}")).exists():
        number += 1
    try:
        return path.rename(beside)
    except OSError as error:
        raise OutputError(f"cannot be renamed: {error.strerror}", file=str(path), remedy="Move it away.") from error


def _is_ours(path: Path) -> bool:
    """Whether a deck or memo still carries our name where programs put theirs when they save."""
    import zipfile

    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                return b"<cp:lastModifiedBy>" + OURS + b"</cp:lastModifiedBy>" in package.read("docProps/core.xml")
        return b"/Creator (" + OURS in path.read_bytes()
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def _write_aside(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    import tempfile

    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    aside = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
        aside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The rights that new files do not get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
