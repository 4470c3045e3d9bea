"""A web page saved as a single file (MHTML: .mhtml, .mht) -> Reading: the page in it, with the pictures beside it."""

import base64
import email
import re
from email.message import Message

from deckmaker.document import Reading
from deckmaker.errors import InputError
from deckmaker.readers.html import read_html
from deckmaker.readers.options import ReadOptions

MAX_PARTS = 5_000
"""Parts of one file that are looked at; a page has a few hundred pictures, style sheets and frames."""

_SOURCE = re.compile(r"(\bsrc\s*=\s*[\"'])([^\"'<>]{1,2000})([\"'])", re.IGNORECASE)


def read_mhtml(data: bytes, name: str, options: ReadOptions) -> Reading:
    """The reading of the page in the file.

    Raises:
        InputError: there is no page in it, or one of the reasons of read_html.
    """
    parts = [part for part, _ in zip(email.message_from_bytes(data).walk(), range(MAX_PARTS), strict=False)]
    page = next((part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        remedy = "Save the page again as a single file or as HTML, or save its text as plain text."
        raise InputError("there is no web page in this file", remedy=remedy, file=name)
    pictures = {key: part for part in parts if part.get_content_maintype() == "image" for key in _keys(part)}

    def embed(match: re.Match[str]) -> str:
        part = pictures.get(match[2].replace("&amp;", "&"))
        return match[0] if part is None else f"{match[1]}{_data_uri(part)}{match[3]}"

    text = _SOURCE.sub(embed, _decoded(page))
    return read_html(text.encode("utf-8-sig", errors="replace"), name, options)


def _decoded(page: Message) -> str:
    charset = page.get_content_charset() or "utf-8"
    data = _bytes_of(page)
    try:
        return data.decode(charset, errors="replace")
    except LookupError:
        return data.decode("utf-8", errors="replace")


def _keys(part: Message) -> list[str]:
    """The names by which the page's <img> may call a picture: its address, and its id."""
    return [str(part.get("Content-Location", "")).strip(), "cid:" + str(part.get("Content-ID", "")).strip(" <>")]


def _data_uri(part: Message) -> str:
    return f"data:{part.get_content_type()};base64,{base64.b64encode(_bytes_of(part)).decode()}"


def _bytes_of(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
