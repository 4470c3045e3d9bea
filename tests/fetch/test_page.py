"""What a page is called, and in which characters it is read."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.fetch import Access, fetch
from deckmaker.fetch.ask import Answer
from deckmaker.fetch.page import MAX_STEM, accept, stem
from deckmaker.readers.decode import decode
from fetch.conftest import ARTICLE

NEAR = Access(allow_private=True)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/news/2024/gull-rock-lit.html", "gull-rock-lit"),
        ("https://example.org/news/gull-rock/", "gull-rock"),
        ("https://example.org/news/gull-rock/index.php?x=1", "gull-rock"),
        ("https://www.example.org/", "example.org"),
        ("https://www.example.org/?p=123", "example.org-p-123"),
        ("https://example.org/version-2.0.pdf", "version-2.0"),
        ("https://example.org/M%C3%BCller%20%26%20S%C3%B6hne", "Müller-Söhne"),
        ("https://example.org/a/..%2F..%2Fetc%2Fpasswd", "etc-passwd"),
        ("https://example.org/.htaccess", "htaccess"),
        ("https://example.org/con.txt", "page-con"),
        ("https://example.org/%00%01", "example.org"),
    ],
)
def test_a_file_is_named_after_its_page(url: str, name: str) -> None:
    assert stem(url) == name


@given(st.text(max_size=200))
def test_the_name_is_safe_whatever_the_address(rest: str) -> None:
    name = stem(f"https://example.org/{rest}".replace("[", "").replace("]", ""))
    assert 0 < len(name.encode()) <= MAX_STEM + len("page-")
    assert name == Path(name).name
    assert name[0] not in ".-"
    assert not set(name) & set('/\\:*?"<>|\x00\n ')


def page(body: bytes, kind: str, path: str = "a") -> tuple[str, bytes]:
    found = accept(Answer(200, "OK", {"content-type": kind}, body), f"https://example.org/{path}")
    return found.name, found.data


@pytest.mark.parametrize(
    ("kind", "path", "name"),
    [
        ("text/html; charset=utf-8", "a.php", "a.html"),
        ("TEXT/HTML", "a", "a.html"),
        ("application/xhtml+xml", "a", "a.html"),
        ("text/plain", "a", "a.txt"),
        ("text/plain", "README.md", "README.md"),
        ("text/markdown", "a", "a.md"),
        ("application/pdf", "a", "a.pdf"),
        ("application/octet-stream", "report.PDF", "report.pdf"),
        ("application/octet-stream", "page.htm", "page.html"),
        ("application/octet-stream", "a", "a"),
        ("", "a", "a"),
    ],
)
def test_the_type_decides_the_suffix(kind: str, path: str, name: str) -> None:
    assert page(b"x", kind, path)[0] == name


def test_the_heads_charset_beats_the_pages(site: str) -> None:
    data = fetch(f"{site}/cyrillic", NEAR).data
    assert data.startswith(codecs.BOM_UTF8)
    assert "Маяк снова горит." in decode(data, "")


def test_a_charset_on_which_all_agree_leaves_the_bytes(site: str) -> None:
    assert not fetch(f"{site}/agreed", NEAR).data.startswith(codecs.BOM_UTF8)
    assert fetch(f"{site}/strange", NEAR).data == ARTICLE.encode()
    assert fetch(f"{site}/nocharset", NEAR).data == "Über die Straße. Müller ging nach Köln.".encode("cp1252")


def test_latin_1_means_windows_as_in_browsers(site: str) -> None:
    assert decode(fetch(f"{site}/latin", NEAR).data, "") == "Café Zoë opened. Señor Núñez paid £5."


@pytest.mark.parametrize("label", ["rot13", "base64", "hex", "idna", "undefined", "unicode_escape", "utf-7"])
def test_a_charset_that_is_none_does_not_stop_us(label: str) -> None:
    assert page("Zoë".encode(), f"text/plain; charset={label}")[1]


def test_a_mark_of_its_own_beats_the_head() -> None:
    data = codecs.BOM_UTF16_LE + "Zoë".encode("utf-16-le")
    assert page(data, "text/plain; charset=iso-8859-1")[1] == data


def test_bytes_that_are_no_text_are_left_alone() -> None:
    data = b"%PDF-1.7\n\xff\xfe\x00"
    for kind in ("application/pdf", "text/plain", "text/html"):
        assert page(data, f"{kind}; charset=utf-8")[1] == data
