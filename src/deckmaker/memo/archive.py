"""What makes the memo an archive file: PDF/A-3a and PDF/UA-1 metadata, colours, and the outline it carries.

ISO 19005-3 (PDF/A-3), because PDF/A-2 allows no attachment but PDF.  The XMP says what the Info dictionary says.
"""

import datetime as dt
from dataclasses import dataclass
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from deckmaker.memo.bidi import runs_from_right
from deckmaker.memo.objects import Stream

ATTACHMENT = "outline.yaml"
_DIGEST = slice(84, 100)
_DATE = slice(24, 36)
"""Where an ICC profile keeps its digest and its date."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
%s
<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself; an empty text is left out.  language is a BCP 47 tag."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    date: dt.date
    attachment: bytes | None = None


def archive(document: PDFDocument, facts: Facts) -> None:
    """Put metadata, the colour space, the viewer's settings and the attachment into the document."""
    catalog = document.Catalog
    direction = {"Direction": PDFName("R2L")} if runs_from_right(facts.language) else {}
    entries: dict[str, Any] = {
        "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true", **direction}),
        "Metadata": _metadata(facts, document.info.producer),
        "OutputIntents": PDFArray([_output_intent(document)]),
    }
    if facts.attachment is not None:
        file = document.Reference(_file(document, facts.attachment, facts.date))
        names = PDFDictionary({"Names": PDFArray([PDFString(ATTACHMENT), file])})
        entries |= {"Names": PDFDictionary({"EmbeddedFiles": names}), "AF": PDFArray([file])}
    for name, value in entries.items():
        setattr(catalog, name, value)
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]


def _metadata(facts: Facts, producer: str) -> Stream:
    """The XMP packet, uncompressed so that any program finds it."""
    language = f"<rdf:li>{escape(facts.language)}</rdf:li>"
    lines = [
        f"<dc:title>{_alternative(facts.title)}</dc:title>",
        f"<dc:language><rdf:Bag>{language}</rdf:Bag></dc:language>",
        f"<pdf:Producer>{escape(producer)}</pdf:Producer><xmp:CreatorTool>deckmaker</xmp:CreatorTool>",
    ]
    if facts.author:
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq></dc:creator>")
    if facts.subject:
        lines.append(f"<dc:description>{_alternative(facts.subject)}</dc:description>")
    if facts.keywords:
        lines.append(f"<pdf:Keywords>{escape(facts.keywords)}</pdf:Keywords>")
    date = f"{facts.date.isoformat()}T00:00:00+00:00"
    packet = _XMP % ("\n".join(lines), date, date)
    return Stream({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, packet.encode(), compressed=False)


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _output_intent(document: PDFDocument) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(Stream({"N": 3}, _srgb())),
        }
    )


def _srgb() -> bytes:
    """The sRGB profile that Pillow makes, with its date fixed and its own digest left out, as ICC.1 allows."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = b"".join(number.to_bytes(2, "big") for number in (2000, 1, 1, 0, 0, 0))
    profile[_DIGEST] = bytes(16)
    return bytes(profile)


def _file(document: PDFDocument, data: bytes, date: dt.date) -> PDFDictionary:
    """The outline as an attachment: the source that the memo was made from."""
    changed = PDFString(f"D:{date.isoformat().replace('-', '')}000000+00'00'")
    facts = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/application#2Fyaml",
        "Params": PDFDictionary({"Size": len(data), "ModDate": changed}),
    }
    stream = document.Reference(Stream(facts, data))
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(ATTACHMENT),
            "UF": PDFString(ATTACHMENT),
            "Desc": PDFString("The outline this memo was made from"),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )
