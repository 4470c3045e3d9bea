"""PDF objects that reportlab writes otherwise than PDF/A and PDF/UA ask for.

ISO 19005-3, 6.1.7.1 wants an end of line before `endstream`; and a file that says nothing about its author should not
say "anonymous".
"""

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


class Stream(PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream that ends its data with an end of line; compressed, unless it is to be read as it stands."""

    def __init__(self, facts: dict[str, Any], content: bytes | str, *, compressed: bool = True) -> None:
        super().__init__(PDFDictionary(facts), content, [PDFZCompress] if compressed else [])

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        written: bytes = super().format(document)
        head, stream, data = written.partition(b"stream\n")
        return head.replace(b"/Filter [  ] ", b"") + stream + data.removesuffix(b"endstream\n") + b"\r\nendstream\n"


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
