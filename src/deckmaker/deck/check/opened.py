"""A .pptx package opened for checking: its parts as XML where they are, and what leads where."""

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from deckmaker.errors import InputError

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
TYPES = "[Content_Types].xml"
TITLES = ("title", "ctrTitle")
_MOST_BYTES = 400_000_000
_PARSER_LIMITS: Mapping[str, bool] = {"resolve_entities": False, "no_network": True, "huge_tree": False}


@dataclass(frozen=True, slots=True)
class Rel:
    """A relationship: its kind (the last word of its type) and its target, None when that is outside."""

    kind: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    """The package: names of its members as they come, parts as XML, relationships of each part by their ids.

    broken are the parts that are no XML; main is the presentation's part; slides are the slides' parts in order.
    """

    names: Sequence[str]
    xml: Mapping[str, Any]
    rels: Mapping[str, Mapping[str, Rel]]
    broken: Sequence[str]
    main: str
    slides: Sequence[str]

    def layout(self, slide: str) -> str | None:
        """The part of a slide's layout."""
        return self._leads(slide, "slideLayout")

    def master(self, layout: str) -> str | None:
        """The part of a layout's master."""
        return self._leads(layout, "slideMaster")

    def _leads(self, part: str, kind: str) -> str | None:
        targets = [rel.target for rel in self.rels.get(part, {}).values() if rel.kind == kind]
        return targets[0] if targets and targets[0] in self.xml else None


def open_package(data: bytes, file: str) -> Opened:
    """The package in the bytes of a file.

    Raises:
        InputError: when it is no zip, too large, or has no presentation.
    """
    remedy = "Give a .pptx or .potx file."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(member.file_size for member in package.infolist()) > _MOST_BYTES:
                raise InputError("is too large when unpacked", file=file, remedy="Take large media out of it.")
            names = package.namelist()
            parts = {name: package.read(name) for name in set(names) if name.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise InputError("is not a PowerPoint file", file=file, remedy=remedy) from error
    xml, broken = _parse(parts)
    rels = {_source(name): _rels(name, root) for name, root in xml.items() if name.endswith(".rels")}
    main = next((rel.target for rel in rels.get("", {}).values() if rel.kind == "officeDocument" and rel.target), "")
    if main not in xml:
        raise InputError("has no presentation in it", file=file, remedy=remedy)
    return Opened(names, xml, rels, broken, main, _slides(xml[main], rels.get(main, {}), xml))


def _parse(parts: Mapping[str, bytes]) -> tuple[dict[str, Any], list[str]]:
    xml: dict[str, Any] = {}
    broken = []
    for name in sorted(parts):
        try:
            xml[name] = etree.fromstring(parts[name], etree.XMLParser(**_PARSER_LIMITS))
        except etree.XMLSyntaxError:
            broken.append(name)
    return xml, broken


def _source(name: str) -> str:
    """The part that a relationships part is about; "" for the package."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _rels(name: str, root: Any) -> dict[str, Rel]:
    source = _source(name)
    found = {}
    for rel in root:
        target = None
        if rel.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), rel.get("Target") or ""))[1:]
        found[rel.get("Id") or ""] = Rel((rel.get("Type") or "").rsplit("/", 1)[-1], target)
    return found


def _slides(main: Any, links: Mapping[str, Rel], xml: Mapping[str, Any]) -> list[str]:
    ids = [entry.get(f"{R}id") for entry in main.iter(f"{P}sldId")]
    targets = [links[id_].target for id_ in ids if id_ in links]
    return [target for target in targets if target and target in xml]
