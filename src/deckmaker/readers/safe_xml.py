"""XML from strangers -> elements: no entity is expanded, nothing is fetched, depth and size are bounded."""

from typing import Any

from deckmaker.errors import InputError
from deckmaker.readers.limits import MAX_DEPTH, MAX_MARKUP, too_much

Element = Any
"""An lxml element; lxml has no types of its own."""

_DAMAGED = "Open it in the program that made it and save it again."


def parse_xml(data: bytes, name: str) -> Element:
    """The root element of these bytes; damaged XML gives what stands before the damage.

    Raises:
        InputError: too large, nested too deeply, declares entities (a bomb, or a way to other files), or no XML at all.
    """
    from lxml import etree

    if len(data) > MAX_MARKUP:
        raise too_much("holds too much XML", f"{MAX_MARKUP / 1e6:.0f} MB", name)
    if declares_entities(data):
        message = "the XML in this file declares entities, which may stand for any amount of text or other files"
        raise InputError(message, remedy=_DAMAGED, file=name)
    root = _root(data, recover=False)
    if root is None:
        root = _root(data, recover=True)
    if root is None:
        raise InputError("the XML in this file is damaged", remedy=_DAMAGED, file=name)
    check_depth(root, name)
    etree.strip_elements(root, etree.Entity, with_tail=False)  # references to entities that nothing declares
    return root


def declares_entities(data: bytes) -> bool:
    """Whether the bytes declare entities, in UTF-8 or with the zero bytes of UTF-16 and UTF-32."""
    return b"<!ENTITY" in (data.replace(b"\x00", b"") if b"\x00" in data else data)


def _root(data: bytes, *, recover: bool) -> Element:
    """The root element, or None where there is none; recover takes damaged XML as far as it goes."""
    from lxml import etree

    try:
        return etree.fromstring(data, _parser(recover=recover))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _parser(*, recover: bool) -> Any:
    from lxml import etree

    # huge_tree lifts libxml2's own bounds: deep nesting is refused below, by a limit with a name and an error.
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def check_depth(root: Element, name: str) -> None:
    """Nothing, when no element is nested deeper than MAX_DEPTH.

    Raises:
        InputError: one is.
    """
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise too_much("is nested too deeply", f"{MAX_DEPTH} levels", name)
        level = [child for element in level for child in element]
