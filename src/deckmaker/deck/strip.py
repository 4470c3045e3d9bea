"""Takes the slides out of a template, with everything that points at them, so that no trace is saved."""

from typing import Any

from lxml import etree

from deckmaker.deck.markup import A, P, R

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
VIEW = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<p:viewPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
)
_OLD_PARTS = ("/thumbnail", "/extended-properties", "/custom-properties")


def strip_slides(deck: Any) -> dict[str, bytes]:
    """Remove every slide of an opened presentation; returns parts to replace once it is saved.

    What points at slides goes with them: sections, custom shows, views, links of layouts.  So does what the old
    deck said of itself: its thumbnail, its statistics, data of other programs, and a password against changes.
    """
    root, rels = deck.element, deck.part.rels
    for entry in list(root.iter(f"{{{P}}}sldId")):
        entry.getparent().remove(entry)
    for rid in [rid for rid, rel in rels.items() if not rel.is_external and rel.reltype.endswith("/slide")]:
        rels.pop(rid)
    for name in ("custShowLst", "modifyVerifier"):
        for found in root.findall(f"{{{P}}}{name}"):
            root.remove(found)
    for rid in [rid for rid, rel in rels.items() if rel.reltype.endswith("/customXml")]:
        rels.pop(rid)
    _drop_sections(root)
    package_rels = deck.part.package._rels  # noqa: SLF001 - the library shows them nowhere else
    for rid in [rid for rid, rel in package_rels.items() if rel.reltype.endswith(_OLD_PARTS)]:
        package_rels.pop(rid)
    return _drop_links(deck)


def _drop_sections(root: Any) -> None:
    extensions = root.find(f"{{{P}}}extLst")
    if extensions is None:
        return
    for extension in list(extensions):
        if extension.get("uri") == _SECTIONS:
            extensions.remove(extension)
    if not len(extensions):
        root.remove(extensions)


def _drop_links(deck: Any) -> dict[str, bytes]:
    """Drop what other parts hold of slides; views are replaced by an empty one, shows by none."""
    replaced: dict[str, bytes] = {}
    for part in list(deck.part.package.iter_parts()):
        name = str(part.partname).lstrip("/")
        links = [rid for rid, rel in part.rels.items() if not rel.is_external and rel.reltype.endswith("/slide")]
        for rid in links:
            part.rels.pop(rid)
            for click in [] if name.endswith("viewProps.xml") else _clicks(part, rid):
                click.getparent().remove(click)
        if name.endswith("viewProps.xml") and links:
            replaced[name] = VIEW
        if name.endswith("presProps.xml") and b"showPr" in part.blob:
            replaced[name] = _without_show(part.blob)
    return replaced


def _without_show(part: bytes) -> bytes:
    """Presentation properties that name no slides to show."""
    root = etree.fromstring(part)
    for found in root.findall(f"{{{P}}}showPr"):
        root.remove(found)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _clicks(part: Any, rid: str) -> list[Any]:
    """The links of a part with that relationship."""
    root = getattr(part, "_element", None)
    if root is None:
        return []
    names = (f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover", f"{{{A}}}hlinkMouseOver")
    return [found for found in root.iter(*names) if found.get(f"{{{R}}}id") == rid]
