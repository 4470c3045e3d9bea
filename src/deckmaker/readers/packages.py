"""ZIP packages (Word, OpenDocument, EPUB): their members as bytes, with bounds on what they unpack to."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from deckmaker.errors import InputError
from deckmaker.readers.limits import FREE_EXPANSION, MAX_EXPANSION, MAX_MEMBERS, MAX_UNPACKED, too_much

_AGAIN = "Open it in the program that made it and save it again, or send for a new copy."
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Package:
    """An open ZIP package: its file's name as the person gave it, and its members' names in order."""

    name: str
    members: tuple[str, ...]
    archive: zipfile.ZipFile

    def __contains__(self, member: str) -> bool:
        return member in self.members

    def read(self, member: str) -> bytes:
        """The member's bytes, unpacked.

        Raises:
            InputError: it is missing, damaged, or protected with a password.
        """
        try:
            info = self.archive.getinfo(member)
            if info.flag_bits & 1:
                remedy = "Unpack it with its password, or save it without one."
                raise InputError("this file is protected with a password", remedy=remedy, file=self.name)
            with self.archive.open(info) as stream:
                return stream.read(info.file_size)  # never more than the directory says, which was checked
        except KeyError as error:
            raise InputError(f"a part of this file is missing: {member}", remedy=_AGAIN, file=self.name) from error
        except _UNREADABLE as error:
            raise InputError(f"a part of this file is damaged: {member}", remedy=_AGAIN, file=self.name) from error


def open_package(data: bytes, name: str) -> Package:
    """The package in these bytes, after a look at its directory: nothing is unpacked yet.

    Raises:
        InputError: no ZIP file, damaged, or it would unpack to more than the limits allow (a ZIP bomb).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as error:
        raise InputError("this file is damaged: it is no whole ZIP package", remedy=_AGAIN, file=name) from error
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise too_much("holds too many parts", f"{MAX_MEMBERS:,}", name)
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MAX_UNPACKED:
        raise too_much("unpacks to too much", f"{MAX_UNPACKED / 1e6:.0f} MB", name)
    if unpacked > max(FREE_EXPANSION, MAX_EXPANSION * len(data)):
        raise too_much("unpacks to far more than a document does", f"{MAX_EXPANSION} times its size", name)
    return Package(name, tuple(info.filename for info in infos), archive)
