"""Invented web pages: an article in a page's frame, and parts to put in."""

import base64
import io

from PIL import Image

from deckmaker.document import Document
from deckmaker.readers import read_bytes
from readers.harbour import FIRST, SECOND, THIRD

FRAME_TOP = (
    '<header><a href="/">The Lynn Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a>'
    '</li><li><a href="/jobs">Jobs</a></li></ul></nav></header>'
)
FRAME_END = (
    '<aside><h3>Most read</h3><ul><li><a href="/1">Ferry to Oster runs again</a></li><li><a href="/2">School gets a new'
    ' roof</a></li></ul></aside><div class="comments"><h3>2 comments</h3><p class="comment">I have lived here for'
    " forty years and never saw such a plan.</p></div><footer>© 2031 The Lynn Courier. All rights reserved.</footer>"
)
TITLE = "Lynn will widen its northern channel"


def page(body: str, head: str = "", title: str = TITLE, lang: str = ' lang="en"') -> str:
    """A whole page with an article's body in its frame; title "" leaves out the headline."""
    headline = f"<h1>{title}</h1>" if title else ""
    return (
        f"<!DOCTYPE html><html{lang}><head><meta charset=utf-8><title>{title} - The Lynn Courier</title>{head}</head>"
        f"<body>{FRAME_TOP}<main><article>{headline}{body}</article></main>{FRAME_END}</body></html>"
    )


def article(*parts: str) -> str:
    """Three paragraphs of an article, with parts between the first and the second."""
    return f"<p>{FIRST}</p>{''.join(parts)}<p>{SECOND}</p><p>{THIRD}</p>"


def read_page(markup: str, name: str = "page.html") -> Document:
    return read_bytes(markup.encode(), name)


def picture(width: int = 320, height: int = 200, form: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).save(stream, form)
    return stream.getvalue()


def data_uri(data: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
