"""What is wrong with a .pptx that neither the schemas nor other validators see: its parts and how they hang together.

Learnt from faults that make PowerPoint offer a repair, and from what people who hear a deck need.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
TITLES = ("title", "ctrTitle")
TYPES = "[Content_Types].xml"
GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")


class Package:
    """The parts of a deck as XML, and its relationships: part -> id -> (kind, target or None if outside)."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.names = package.namelist()
            data = {name: package.read(name) for name in self.names}
        self.xml = {n: etree.fromstring(d) for n, d in data.items() if n.endswith((".xml", ".rels"))}
        self.rels: dict[str, dict[str, tuple[str, str | None]]] = {}
        for name in self.names:
            if name.endswith(".rels"):
                self._read_rels(name)
        self.presentation = self.xml["ppt/presentation.xml"]
        links = self.rels["ppt/presentation.xml"]
        ids = [entry.get(R + "id") for entry in self.presentation.iter(P + "sldId")]
        self.slides = [str(links[rid][1]) for rid in ids]

    def _read_rels(self, name: str) -> None:
        folder, file = posixpath.split(name)
        source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        for rel in self.xml[name]:
            target = None
            if rel.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), rel.get("Target")))[1:]
            kind = rel.get("Type").rsplit("/", 1)[1]
            self.rels.setdefault(source, {})[rel.get("Id")] = (kind, target)


def check(path: Path) -> list[str]:
    """The faults of the deck, each a short sentence; [] for a sound one."""
    package = Package(path)
    return [*_parts(package), *_presentation(package), *_slides(package), *_sections(package)]


def _parts(package: Package) -> Iterator[str]:
    if len(package.names) != len({name.lower() for name in package.names}):
        yield "two parts have the same name"
    types = package.xml[TYPES]
    named = {entry.get("PartName")[1:] for entry in types if entry.tag.endswith("Override")}
    yield from (f"a content type for {name}, which is missing" for name in named - set(package.names))
    reached, todo = set(), [""]
    while todo:
        for kind, target in package.rels.get(todo.pop(), {}).values():
            if target and target not in package.names:
                yield f"a relationship ({kind}) leads to {target}, which is missing"
            elif target and target not in reached:
                reached.add(target)
                todo.append(target)
    for name in set(package.names) - {TYPES}:
        if not name.endswith(".rels") and name not in reached:
            yield f"nothing leads to {name}"
        if name.endswith(".xml") and name not in named and "customXml" not in name:
            yield f"{name} has no content type"


def _presentation(package: Package) -> Iterator[str]:
    ids = [int(entry.get("id")) for entry in package.presentation.iter(P + "sldId")]
    if len(set(ids)) != len(ids) or any(not 256 <= number < 2**31 for number in ids):
        yield "slide ids are not unique or out of range"
    held = [target for kind, target in package.rels["ppt/presentation.xml"].values() if kind == "slide"]
    if sorted(map(str, held)) != sorted(package.slides):
        yield "slides listed and slides held differ"
    layouts = [e.get("id") for x in package.xml.values() for e in x.iter(P + "sldLayoutId", P + "sldMasterId")]
    if len(set(layouts)) != len(layouts):
        yield "two layouts or masters have the same id"


def _sections(package: Package) -> Iterator[str]:
    ids = [entry.get("id") for entry in package.presentation.iter(P + "sldId")]
    members = [entry.get("id") for entry in package.presentation.iter(P14 + "sldId")]
    if members != ids:
        yield "the sections do not hold every slide once and in order"
    marks = [entry.get("id") for entry in package.presentation.iter(P14 + "section")]
    if len(set(marks)) != len(marks) or not all(GUID.fullmatch(mark) for mark in marks):
        yield "section ids are not unique identifiers"


def _slides(package: Package) -> Iterator[str]:
    titles = []
    for name in package.slides:
        root, rels = package.xml[name], package.rels[name]
        titles.append(_title(root))
        for fault in (*_links(package, name, root, rels), *_shapes(root)):
            yield f"{name}: {fault}"
    if not all(titles) or len(set(titles)) != len(titles):
        yield "titles are missing, not first, or not unique"


def _title(root: Any) -> str:
    """The slide's title, if it has one, and it comes first."""
    first = next(root.iter(P + "sp"))
    kinds = [mark.get("type") for mark in root.iter(P + "ph")]
    if (
        first.find(f".//{P}ph").get("type") not in ("title", "ctrTitle")
        or sum(k in ("title", "ctrTitle") for k in kinds) != 1
    ):
        return ""
    return "".join(first.itertext()).strip()


def _links(package: Package, name: str, root: Any, rels: dict[str, tuple[str, str | None]]) -> Iterator[str]:
    if [kind for kind, _ in rels.values()].count("slideLayout") != 1:
        yield "not one layout"
    used = {value for e in root.iter() for key, value in e.attrib.items() if key.startswith(R)}
    yield from (f"{rid} leads nowhere" for rid in used - set(rels))
    for kind, target in rels.values():
        if kind == "notesSlide" and ("slide", name) not in package.rels[str(target)].values():
            yield "its notes do not lead back"
    for click in root.iter(A + "hlinkClick"):
        kind = rels[click.get(R + "id")][0]
        if (kind == "slide") != (click.get("action") == "ppaction://hlinksldjump") or not click.get("tooltip"):
            yield "a link is not as it should be"


def _shapes(root: Any) -> Iterator[str]:
    ids = [entry.get("id") for entry in root.iter(P + "cNvPr")]
    if len(set(ids)) != len(ids):
        yield "two shapes have the same id"
    marks = [(mark.get("type", "obj"), mark.get("idx", "0")) for mark in root.iter(P + "ph")]
    if len(set(marks)) != len(marks):
        yield "two placeholders have the same index"
    for shape in root.iter(P + "sp", P + "pic", P + "graphicFrame"):
        about = next(shape.iter(P + "cNvPr"))
        if shape.find(f".//{P}ph") is None and not about.get("descr") and b"decorative" not in etree.tostring(about):
            yield "a shape has no description and is not marked as decorative"
    for run in root.iter(A + "r", A + "fld"):
        looks = run.find(A + "rPr")
        if looks is None or not looks.get("lang"):
            yield "a run has no language"
        elif looks.find(A + "latin") is not None:
            yield "a run names a font of its own"
