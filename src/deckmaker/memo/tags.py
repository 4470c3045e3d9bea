"""The memo's structure for people who hear it: a tree of elements, and which drawn text belongs to which.

PDF/UA-1 (ISO 14289-1) wants every piece of content either in the structure tree, in reading order, or marked as
an artifact.  Elements are made in story order; while a page is drawn, `Tree.mark` numbers its pieces of text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

_FIRST_ANNOTATION = 1_000_000
"""Keys of the parent tree from here on are annotations; pages use theirs from 0."""


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure: its type, what it holds in reading order, and its further entries.

    name tells apart elements of one type that follow each other: where a link leads, which language a passage is in.
    """

    tag: str
    parent: "Element | None" = None
    facts: dict[str, Any] = field(default_factory=dict)
    kids: list["Element | _Text | _Annotation"] = field(default_factory=list)
    name: str = ""

    def child(self, tag: str, facts: dict[str, Any] | None = None, name: str = "") -> "Element":
        """A new element, the last of this one's so far."""
        element = Element(tag, self, facts or {}, name=name)
        self.kids.append(element)
        return element

    def elements(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()


@dataclass(frozen=True, slots=True)
class _Text:
    """A numbered piece of text on a page (pages from 0)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class _Annotation:
    """A link annotation on a page."""

    page: int
    reference: PDFObjectReference


def bulleted(numbering: str) -> dict[str, Any]:
    """The facts of a list by what marks its items: "Disc" a dash, "LowerAlpha" letters, "None" labels of their own."""
    return _attributes("List", {"ListNumbering": PDFName(numbering)})


def heads(scope: str) -> dict[str, Any]:
    """The facts of a table's cell that heads its "Column" or its "Row"."""
    return _attributes("Table", {"Scope": PDFName(scope)})


def identified(name: str) -> dict[str, Any]:
    """The facts of an element that has a name of its own, as every note must."""
    return {"ID": PDFString(name)}


def said_instead(text: str) -> dict[str, Any]:
    """The facts of a picture: what is said in its place."""
    return {"Alt": PDFString(text)}


def boxed(box: tuple[float, ...]) -> dict[str, Any]:
    """The facts of a picture that stands by itself within a box of its page (left, bottom, right, top)."""
    return _attributes("Layout", {"Placement": PDFName("Block"), "BBox": PDFArray([round(edge, 2) for edge in box])})


def spoken_in(language: str) -> dict[str, Any]:
    """The facts of an element in a language of its own."""
    return {"Lang": PDFString(language)}


def _attributes(owner: str, entries: dict[str, Any]) -> dict[str, Any]:
    return {"A": PDFDictionary({"O": PDFName(owner), **entries})}


class Tree:
    """The structure of one document, filled while it is drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: list[list[Element]] = [[]]
        self._page = 0
        self._annotated: list[Element] = []

    def turn_page(self) -> int:
        """Go on to the next page; the key of the page that is done."""
        self._pages.append([])
        self._page = len(self._pages) - 1
        return self._page - 1

    def turn_back(self, page: int) -> None:
        """Go back to a page that is done, to mark something more on it."""
        self._page = page

    def mark(self, element: Element, actual: str = "") -> str:
        """The operator that opens a piece of text of that element on this page; actual is what it says, if not plain.

        No piece holds another: poppler loses what follows an inner one.
        """
        marked = self._pages[self._page]
        element.kids.append(_Text(self._page, len(marked)))
        marked.append(element)
        if actual:
            said = actual.encode("utf-16-be").hex().upper()
            return f"/Span <</MCID {len(marked) - 1}/ActualText<FEFF{said}>>> BDC"
        return f"/{element.tag} <</MCID {len(marked) - 1}>> BDC"

    def annotate(self, element: Element) -> int:
        """The key under which the next annotation, which is of that element, enters the parent tree."""
        self._annotated.append(element)
        return _FIRST_ANNOTATION + len(self._annotated) - 1

    def hold(self, element: Element, reference: PDFObjectReference) -> None:
        """Let the element hold an annotation of this page."""
        element.kids.append(_Annotation(self._page, reference))

    def write(self, document: PDFDocument) -> None:
        """Put the structure into the document; its pages must all be there."""
        pages = [document.Reference(page) for page in document.Pages.pages]
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        nodes = {element: PDFDictionary({}) for element in self.root.elements()}
        references = {element: document.Reference(node) for element, node in nodes.items()}
        for element, node in nodes.items():
            parent = references[element.parent] if element.parent else document.Reference(root)
            node.dict |= {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent, **element.facts}
            if element.kids:
                node["K"] = PDFArray([_kid(kid, references, pages) for kid in element.kids])
        root["K"] = PDFArray([references[self.root]])
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": self._parents(references)}))
        root["ParentTreeNextKey"] = _FIRST_ANNOTATION + len(self._annotated)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _parents(self, references: dict[Element, PDFObjectReference]) -> PDFArray:
        """The way back: for each page its pieces' elements, for each annotation its element."""
        numbers: list[Any] = []
        for key, marked in enumerate(self._pages[:-1]):
            numbers += [key, PDFArray([references[element] for element in marked])]
        for key, element in enumerate(self._annotated, _FIRST_ANNOTATION):
            numbers += [key, references[element]]
        return PDFArray(numbers)


def _kid(
    kid: Element | _Text | _Annotation,
    references: dict[Element, PDFObjectReference],
    pages: list[PDFObjectReference],
) -> PDFDictionary | PDFObjectReference:
    if isinstance(kid, Element):
        return references[kid]
    if isinstance(kid, _Text):
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[kid.page], "MCID": kid.number})
    return PDFDictionary({"Type": PDFName("OBJR"), "Pg": pages[kid.page], "Obj": kid.reference})
