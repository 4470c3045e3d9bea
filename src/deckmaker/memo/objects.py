"""PDF objects that reportlab writes otherwise than PDF/A and PDF/UA ask for.

ISO 19005-3, 6.1.7.1 wants an end of line before `endstream`; ISO 14289-1, 7.21.7 wants no code mapped to U+0000;
and a file that says nothing about its author should not say "anonymous".
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDate,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import TTFont

_BLOCK = 100
"""How many entries a bfchar block may have."""


class Stream(PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream that ends its data with an end of line; compressed, unless it is to be read as it stands."""

    def __init__(self, facts: dict[str, Any], content: bytes | str, *, compressed: bool = True) -> None:
        super().__init__(PDFDictionary(facts), content, [PDFZCompress] if compressed else [])

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        written: bytes = super().format(document)
        head, stream, data = written.partition(b"stream\n")
        return head.replace(b"/Filter [  ] ", b"") + stream + data.removesuffix(b"endstream\n") + b"\r\nendstream\n"


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A typeface whose subsets tell which character each code stands for, and nothing of codes unused."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Add the font's subsets to the document."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            font = doc.idToObject[name]
            _replace(doc, font.ToUnicode.name, to_unicode(font.BaseFont, subset))
            _replace(doc, f"fontFile:{self.face.filename}({font.BaseFont})")


def _replace(document: PDFDocument, name: str, content: str | None = None) -> None:
    """Put a Stream in the place of the PDFStream of that name."""
    old = document.idToObject[name]
    facts = {key: value for key, value in old.dictionary.dict.items() if key != "Filter"}
    document.idToObject[name] = Stream(facts, old.content if content is None else content)


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """The ToUnicode map of a subset: the characters of its codes."""
    pairs = [f"<{code:02X}> <{chr(c).encode('utf-16-be').hex().upper()}>" for code, c in enumerate(subset) if c]
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )


class Info(PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """What the file says of itself, without what there is nothing to say of."""

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        texts = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Keywords": self.keywords}
        texts |= {"Producer": self.producer, "Creator": self.creator}
        facts: dict[str, Any] = {key: PDFString(text) for key, text in texts.items() if text}
        date = PDFDate(ts=document._timeStamp)  # noqa: SLF001 - where reportlab keeps it
        facts |= {"CreationDate": date, "ModDate": date, "Trapped": PDFName("False")}
        written: bytes = PDFDictionary(facts).format(document)
        return written
