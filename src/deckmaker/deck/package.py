"""The .pptx as a zip whose bytes depend on its parts alone, and how it comes to lie on the disk."""

import io
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from deckmaker.errors import OutputError

_FIRST = ("[Content_Types].xml", "_rels/.rels")


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of the parts in a fixed order, with fixed dates."""
    order = [name for name in _FIRST if name in parts] + sorted(set(parts) - set(_FIRST))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in order:
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            package.writestr(member, parts[name])
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def save_aside(data: bytes, path: str | os.PathLike[str]) -> None:
    """Write the bytes beside path and then put them in its place, so that it is never half a file.

    Raises:
        OutputError: the folder is missing or may not be written to, or something that is no file is in the way.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError("a folder is in the way", remedy="Name a file to write the deck to.", file=str(target))
    aside = ""
    try:
        handle, aside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(aside).chmod(_mode(target))
        Path(aside).replace(target)
    except OSError as error:
        if aside:
            Path(aside).unlink(missing_ok=True)
        raise OutputError(
            f"the deck cannot be written: {error.strerror or error}",
            remedy="Make the folder first, or choose a place you may write to.",
            file=str(target),
        ) from error


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, or those that a new file of this person gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
