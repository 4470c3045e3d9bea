"""The words of a Word paragraph as a reader of the final text sees them, and the pictures that stand in it."""

from collections.abc import Iterator

from deckmaker.readers.safe_xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V = "{urn:schemas-microsoft-com:vml}"

# What is deleted or moved away, what is not text, and text boxes, which stand beside the text.
_SKIPPED = {
    f"{W}{tag}"
    for tag in (
        *("del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText", "delInstrText", "drawing", "pict"),
        *("object", "rt", "txbxContent", "footnoteReference", "endnoteReference", "commentReference", "annotationRef"),
    )
}
_WORDS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_OFF = {"0", "false", "off"}


def is_on(parent: Element, tag: str) -> bool:
    """Whether an on/off property (w:b, w:vanish) is there and not switched off."""
    found = None if parent is None else parent.find(f"{W}{tag}")
    return found is not None and found.get(f"{W}val", "1").lower() not in _OFF


def value_of(parent: Element, path: str) -> str:
    """The w:val of the element at a path such as "numPr/ilvl", or ""."""
    found = None if parent is None else parent.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else str(found.get(f"{W}val", ""))


def text_of(paragraph: Element) -> str:
    r"""The paragraph's text with tracked changes accepted, line breaks as \n; hidden text and notes are left out."""
    return "".join(_Words().of(paragraph))


class _Words:
    """Goes through a paragraph and keeps which fields are open: before its `separate`, a field's text is its code."""

    def __init__(self) -> None:
        self.fields: list[bool] = []

    def of(self, parent: Element) -> Iterator[str]:
        """The words below an element."""
        for child in parent:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif tag in _SKIPPED or _is_hidden(child):
                continue
            elif all(self.fields) and tag in (f"{W}t", f"{_M}t"):
                yield child.text or ""
            elif all(self.fields) and tag in _WORDS:
                yield _WORDS[tag]
            elif tag == f"{MC}AlternateContent":
                yield from self._alternative(child)
            else:
                yield from self.of(child)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _alternative(self, element: Element) -> Iterator[str]:
        """The first of several ways to say the same."""
        first = next(iter(element), None)
        if first is not None:
            yield from self.of(first)


def _is_hidden(child: Element) -> bool:
    """Whether a run is hidden, or a content control shows only what to fill in."""
    if child.tag == f"{W}r":
        return is_on(child.find(f"{W}rPr"), "vanish")
    return child.tag == f"{W}sdt" and is_on(child.find(f"{W}sdtPr"), "showingPlcHdr")


def pictures_of(paragraph: Element) -> Iterator[tuple[str, str]]:
    """(relationship, alt text) of each picture that stands in the paragraph, not in a text box of it."""
    for blip in paragraph.iter(f"{_A}blip"):
        drawing = next(blip.iterancestors(f"{W}drawing"), None)
        if drawing is not None and _is_outside(blip, paragraph):
            yield blip.get(f"{_R}embed", ""), _alt(next(drawing.iter(f"{_WP}docPr"), None))
    for image in paragraph.iter(f"{_V}imagedata"):
        if _is_outside(image, paragraph) and not any(True for _ in image.iterancestors(f"{MC}Fallback")):
            yield image.get(f"{_R}id", ""), image.getparent().get("alt", "")


def _alt(about: Element) -> str:
    return "" if about is None else str(about.get("descr") or about.get("title") or "")


def _is_outside(element: Element, paragraph: Element) -> bool:
    """Whether no text box, deletion or old alternative stands between the element and its paragraph."""
    for above in element.iterancestors():
        if above is paragraph:
            return True
        if above.tag in (f"{W}txbxContent", f"{W}del", f"{W}moveFrom", f"{MC}Fallback"):
            return False
    return True
