"""Our own checks of a tagged PDF, for what page-validation and qpdf leave open.

Each returns what is wrong, in words; nothing when all is well.  `trouble` runs them all.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ATTACHED = (Name.Source, Name.Data, Name.Alternative, Name.Supplement)


def trouble(path: Path) -> list[str]:
    """Everything that is wrong with a memo: by page-validation (PDF/UA-1, PDF/A-3a), qpdf's reading, and our checks."""
    found = []
    for profile in ("ua1", "3a"):
        found += [
            f"{failure.rule_id}: {failure.message}" for failure in page.validate_pdf(path, profile=profile).failures
        ]
    with pikepdf.open(path) as pdf:
        found += pdf.check_pdf_syntax()
        for check in (parent_tree, languages, headings, links, tables, attachment, metadata):
            found += check(pdf)
    return found


def elements(node: Object) -> Iterator[Object]:
    """Every element below a node of the structure, in order."""
    for kid in _kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def _kids(node: Object) -> list[Object]:
    kids = node.get("/K", Array())
    return [*kids] if isinstance(kids, Array) else [kids]


def _numbers(pdf: pikepdf.Pdf) -> dict[int, Object]:
    numbers = [*pdf.Root.StructTreeRoot.ParentTree.get("/Nums", [])]
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def parent_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The way from content to element and back: every piece of text and every annotation, both ways."""
    back, forth = _numbers(pdf), set()
    for element in elements(pdf.Root.StructTreeRoot):
        for kid in _kids(element):
            if not isinstance(kid, Dictionary):
                continue
            if kid.get("/Type") == Name.MCR:
                key, number = int(kid.Pg.StructParents), int(kid.MCID)
                forth.add((key, number))
                row = back.get(key, Array())
                if number >= len(row) or row[number].objgen != element.objgen:
                    yield f"the parent tree does not lead from {key}/{number} to its element"
            if (
                kid.get("/Type") == Name.OBJR
                and back.get(int(kid.Obj.get("/StructParent", -1)), element).objgen != element.objgen
            ):
                yield "the parent tree does not lead from an annotation to its element"
    for key, row in back.items():
        lost = [number for number in range(len(row)) if (key, number) not in forth] if isinstance(row, Array) else []
        yield from (f"no element holds {key}/{number}" for number in lost)
    for number, one in enumerate(pdf.pages):
        drawn = {int(match) for match in re.findall(rb"/MCID (\d+)", one.Contents.read_bytes())}
        told = {mcid for key, mcid in forth if key == int(one.obj.get("/StructParents", -1))}
        if drawn != told:
            yield f"page {number + 1} draws other pieces than the structure tells"


def languages(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Language tags: the document has one, and each is one."""
    tags = [("the document", pdf.Root.get("/Lang"))]
    tags += [(str(one.S), one.Lang) for one in elements(pdf.Root.StructTreeRoot) if "/Lang" in one]
    yield from (f"{who} has no language" for who, tag in tags if tag is None or not _LANGUAGE.fullmatch(str(tag)))


def headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Headings: one H1, and none deeper than one below the one before."""
    levels = [int(str(one.S)[2:]) for one in elements(pdf.Root.StructTreeRoot) if re.fullmatch(r"/H\d", str(one.S))]
    if levels.count(1) != 1:
        yield "there is not one H1"
    yield from (f"H{lower} follows H{upper}" for upper, lower in pairwise(levels) if lower > upper + 1)


def links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Links: each leads somewhere in the file or to the web, and says what it is."""
    for one in pdf.pages:
        for link in one.get("/Annots", []):
            if "/A" not in link and not isinstance(link.get("/Dest"), Array):
                yield "a link leads nowhere"
            if not str(link.get("/Contents", "")).strip():
                yield "a link does not say what it is"


def tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Tables: rows of one length, and every header cell says what it heads."""
    for table in elements(pdf.Root.StructTreeRoot):
        if Name.Table != table.S:
            continue
        lines = [row for row in _kids(table) if row.S == Name.TR]
        rows = [[cell for cell in _kids(row) if isinstance(cell, Dictionary)] for row in lines]
        if len({len(row) for row in rows}) > 1:
            yield "a table has rows of several lengths"
        heads = [cell for row in rows for cell in row if cell.S == Name.TH]
        if not heads or any("/Scope" not in cell.get("/A", {}) for cell in heads):
            yield "a table's header does not say what it heads"


def attachment(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The attachment: named, described, and told in which relation it stands."""
    for file in pdf.Root.get("/AF", []):
        if file.get("/AFRelationship") not in _ATTACHED or "/Desc" not in file or "/UF" not in file:
            yield "an attachment is not described"
    if len(pdf.attachments) != len(pdf.Root.get("/AF", [])):
        yield "an attachment is not associated with the document"


def metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Metadata: what the XMP says is what the Info dictionary says."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        pairs = {"/Title": "dc:title", "/Subject": "dc:description", "/Keywords": "pdf:Keywords"}
        pairs |= {"/Producer": "pdf:Producer", "/Creator": "xmp:CreatorTool"}
        for key, name in pairs.items():
            if str(pdf.docinfo.get(key, "")) != str(xmp.get(name, "")):
                yield f"{key} and {name} differ"
