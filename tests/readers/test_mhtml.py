"""Web pages saved as a single file."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from deckmaker.document import BlockKind
from deckmaker.errors import InputError
from deckmaker.readers import read_bytes
from deckmaker.readers.sniff import format_of
from readers.harbour import FIRST, SECOND, THIRD, blocks
from readers.pages import TITLE, article, page, picture


def saved(markup: str, charset: str = "utf-8") -> bytes:
    """A page as a browser saves it: headers, the page, a picture by its address and one by its id."""
    whole = EmailMessage(policy=SMTP)
    whole["From"] = "<Saved by a browser>"
    whole["Snapshot-Content-Location"] = "https://courier.example/channel"
    whole["Subject"] = TITLE
    whole.set_content(markup, subtype="html", charset=charset, cte="quoted-printable")
    whole.add_related(picture(), "image", "png")
    whole.add_related(picture(100, 90), "image", "png", cid="<second@courier>")
    first = list(whole.iter_parts())[1]
    first["Content-Location"] = "https://courier.example/lead.png?a=1&b=2"
    return bytes(whole)


def test_the_page_is_read_with_its_pictures() -> None:
    lead = '<figure><img src="https://courier.example/lead.png?a=1&amp;b=2" alt="A dredger"></figure>'
    later = '<p><img src="cid:second@courier" alt="The quay"></p>'
    data = saved(page(lead + article(later)))
    assert format_of(data, "") == ".mhtml"
    document = read_bytes(data, "page.mhtml")
    assert document.title == TITLE
    shown = [block.picture for block in document.blocks if block.picture]
    assert [(one.alt, one.width) for one in shown] == [("A dredger", 320), ("The quay", 100)]
    assert shown[0].data == picture()
    assert [text for kind, text in blocks(document) if kind is BlockKind.PARAGRAPH] == [FIRST, SECOND, THIRD]


def test_the_encoding_is_the_one_the_part_names() -> None:
    markup = page(article("<p>Über die Brücke fährt das Öl, sagt Müller, und zwar jeden Tag und jede Nacht.</p>"))
    assert "Über die Brücke fährt das Öl" in read_bytes(saved(markup, "iso-8859-1"), "page.mht").text


@pytest.mark.parametrize("rest", [b"", b"; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHello.\r\n--x--"])
def test_a_file_without_a_page_says_so(rest: bytes) -> None:
    with pytest.raises(InputError, match="no web page") as caught:
        read_bytes(b"MIME-Version: 1.0\r\nContent-Type: multipart/related" + rest, "page.mhtml")
    assert caught.value.remedy


def test_a_text_that_speaks_of_such_files_is_a_text() -> None:
    assert (
        format_of(f"Note: {FIRST}\n\nContent-Type: multipart/related is what browsers write.".encode(), "a.txt")
        == ".txt"
    )
