"""Faults of a deck's parts and how they hang together: those that make programs offer a repair or lose something.

Learnt from faults that schemas do not see: ids, relationships, content types, sections, notes, orphans.
"""

import re
from collections.abc import Iterator

from deckmaker.deck.check.findings import Finding, Level
from deckmaker.deck.check.opened import P14, TYPES, A, Opened, P, R

_GUID = re.compile(r"\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
_REPAIR = "PowerPoint may offer a repair; save it anew from the program that made it."
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_MOST_ID = 2**31


def package(opened: Opened) -> Iterator[Finding]:
    """The findings, all of them errors."""
    for fault in (*_parts(opened), *_main(opened), *_sections(opened)):
        yield Finding(Level.ERROR, fault, 0, _REPAIR)
    for number, name in enumerate(opened.slides, 1):
        for fault in _slide(opened, name):
            yield Finding(Level.ERROR, fault, number, _REPAIR)


def _parts(opened: Opened) -> Iterator[str]:
    """Members of the package: each once, well-formed, with a content type, and led to."""
    if len(opened.names) != len({name.lower() for name in opened.names}):
        yield "two parts have the same name"
    yield from (f"{name} is not well-formed" for name in opened.broken)
    if TYPES not in opened.xml:
        yield "the content types are missing"
        return
    types = opened.xml[TYPES]
    named = {(entry.get("PartName") or "/")[1:]: entry.get("ContentType") for entry in types if _is(entry, "Override")}
    endings = {(entry.get("Extension") or "").lower() for entry in types if _is(entry, "Default")}
    yield from (f"a content type for {name}, which is missing" for name in sorted(set(named) - set(opened.names)))
    yield from _reached(opened)
    for name in opened.names:
        ending = name.rsplit(".", 1)[-1].lower()
        known = name in named or (ending in endings and (ending != "xml" or "customXml" in name))
        if name != TYPES and not name.endswith((".rels", "/")) and not known:
            yield f"{name} has no content type"
    if "main+xml" in (named.get(opened.main) or "") and "presentation.main" not in (named.get(opened.main) or ""):
        yield "the file says that it is a template, a show or has macros"


def _is(entry: object, name: str) -> bool:
    return str(getattr(entry, "tag", "")).endswith(name)


def _reached(opened: Opened) -> Iterator[str]:
    """Relationships that lead nowhere, and parts that nothing leads to."""
    reached, todo = set(), [""]
    while todo:
        source = todo.pop()
        for rel in opened.rels.get(source, {}).values():
            if rel.target and rel.target not in opened.names:
                whose = source or "the package"
                yield f"a relationship ({rel.kind}) of {whose} leads to {rel.target}, which is missing"
            elif rel.target and rel.target not in reached:
                reached.add(rel.target)
                todo.append(rel.target)
    for name in opened.names:
        if name != TYPES and not name.endswith((".rels", "/")) and name not in reached:
            yield f"nothing leads to {name}"


def _main(opened: Opened) -> Iterator[str]:
    """The presentation's lists of slides, masters and layouts, and the dates that the file gives."""
    root, links = opened.xml[opened.main], opened.rels.get(opened.main, {})
    ids = [entry.get("id") or "" for entry in root.iter(f"{P}sldId")]
    if len(set(ids)) != len(ids) or any(not id_.isdigit() or not 256 <= int(id_) < _MOST_ID for id_ in ids):
        yield "slide ids are not unique or out of range"
    held = sorted(str(rel.target) for rel in links.values() if rel.kind == "slide")
    if held != sorted(opened.slides) or len(opened.slides) != len(ids):
        yield "the slides listed and the slides held differ"
    names = (f"{P}sldLayoutId", f"{P}sldMasterId")
    layouts = [entry.get("id") for part in opened.xml.values() for entry in part.iter(*names)]
    if len(set(layouts)) != len(layouts):
        yield "two layouts or masters have the same id"
    for rel in opened.rels.get("", {}).values():
        if rel.kind == "core-properties" and rel.target:
            yield from _dates(opened, rel.target)


def _dates(opened: Opened, name: str) -> Iterator[str]:
    """Dates of the file's properties that are none."""
    for entry in opened.xml.get(name, ()):
        if (_is(entry, "created") or _is(entry, "modified")) and not _DATE.fullmatch(entry.text or ""):
            yield f"the file's properties have a date that is none: {entry.text}"


def _sections(opened: Opened) -> Iterator[str]:
    """Sections hold every slide once and in order, and have ids of their own."""
    root = opened.xml[opened.main]
    if root.find(f".//{P14}sectionLst") is None:
        return
    ids = [entry.get("id") for entry in root.iter(f"{P}sldId")]
    if [entry.get("id") for entry in root.iter(f"{P14}sldId")] != ids:
        yield "the sections do not hold every slide once and in order"
    marks = [entry.get("id") or "" for entry in root.iter(f"{P14}section")]
    if len(set(marks)) != len(marks) or not all(_GUID.fullmatch(mark) for mark in marks):
        yield "the ids of sections are not unique identifiers"


def _slide(opened: Opened, name: str) -> Iterator[str]:
    """One slide: its layout, its notes, its links, the ids of its shapes and placeholders."""
    root, rels = opened.xml[name], opened.rels.get(name, {})
    if [rel.kind for rel in rels.values()].count("slideLayout") != 1:
        yield "the slide has not one layout"
    used = {value for entry in root.iter() for key, value in entry.attrib.items() if str(key).startswith(R)}
    yield from (f"{id_ or 'an empty id'} leads nowhere" for id_ in sorted(used - set(rels)))
    for rel in rels.values():
        if rel.kind == "notesSlide" and not _leads_back(opened, str(rel.target), name):
            yield "the notes do not lead back to their slide"
    for click in root.iter(f"{A}hlinkClick"):
        kind = rels[click.get(f"{R}id")].kind if click.get(f"{R}id") in rels else ""
        jumps = click.get("action") == "ppaction://hlinksldjump"
        if kind and (kind == "slide") != jumps and (jumps or kind == "slide"):
            yield "a link to a slide is not marked as one"
    ids = [entry.get("id") for entry in root.iter(f"{P}cNvPr")]
    if len(set(ids)) != len(ids):
        yield "two shapes have the same id"
    marks = [(mark.get("type", "obj"), mark.get("idx", "0")) for mark in root.iter(f"{P}ph")]
    if len(set(marks)) != len(marks):
        yield "two placeholders have the same index"
    if any("_x000B_" in (text.text or "") or "\x0b" in (text.text or "") for text in root.iter(f"{A}t")):
        yield "a text holds a control character"


def _leads_back(opened: Opened, notes: str, slide: str) -> bool:
    return any(rel.kind == "slide" and rel.target == slide for rel in opened.rels.get(notes, {}).values())
