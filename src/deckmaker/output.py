"""Writing results: aside first, then renamed into place, so that nothing half-written is ever left."""

import os
import tempfile
from pathlib import Path

from deckmaker.errors import OutputError


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
        raise OutputError(
            f"cannot be written: {error.strerror or error}",
            file=str(path),
            remedy="Choose another place with -o, or free this one.",
        ) from error


def _write_aside(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
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
