"""Bytes of a page -> text and tree: encodings, broken markup, bounds."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.errors import DeckmakerError, InputError
from deckmaker.readers import read_bytes
from deckmaker.readers.html_tree import MAX_ELEMENTS, decode_page, flat, parse_page
from deckmaker.readers.options import ReadOptions
from readers.harbour import FIRST, SECOND, THIRD
from readers.pages import article, page, read_page

GERMAN = "<p>Über die Brücke fährt Müllers „Öl“</p>"


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # a wrong name: what is UTF-8 is read as UTF-8
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="x-unknown">', "utf-8"),
        ('<meta charset="rot13">', "cp1252"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="utf-8">', "utf-16"),
        ("", "utf-16-le"),
    ],
)
def test_the_encoding_is_the_one_the_bytes_are_in(stated: str, encoding: str) -> None:
    data = f"<html><head>{stated}</head><body>{GERMAN * 20}</body></html>".encode(encoding)
    assert GERMAN in decode_page(data, "page.html")


@pytest.mark.parametrize(
    ("name", "codec", "text"),
    [
        ("shift_jis", "cp932", "港の委員会は月曜日に水路を広げることを決めた"),
        ("gb2312", "gb18030", "港口委员会周一决定拓宽北部航道"),
        ("euc-kr", "cp949", "항구 위원회는 월요일에 수로를 넓히기로 했다"),
        ("koi8-r", "koi8-r", "Совет порта решил расширить северный канал"),
        ("windows-1251", "cp1251", "Совет порта решил расширить северный канал"),
        ("iso-8859-2", "iso-8859-2", "Rada přístavu rozhodla o rozšíření kanálu"),
    ],
)
def test_names_of_encodings_mean_what_browsers_take_them_for(name: str, codec: str, text: str) -> None:
    assert text in decode_page(f'<meta charset="{name}"><p>{text * 9}</p>'.encode(codec), "page.html")


def test_xhtml_closes_its_elements() -> None:
    markup = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title/>'
        f'<script src="a.js"/></head><body><div/><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>'
    )
    assert read_page(markup, "page.xhtml").text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_words_of_blocks_and_lines_do_not_run_into_each_other() -> None:
    root = parse_page(b"<html><body><div><p>One</p><p>two <b>th</b>ree<br>four</p></div></body></html>", "").root
    assert flat(root) == "One two three four"


def test_what_nobody_closed_does_not_nest_for_ever() -> None:
    markup = "<html><body>" + "<b>word " * 3000 + article() + "</body></html>"
    assert FIRST in read_page(markup).text


def test_bounds_have_errors_of_their_own() -> None:
    def refusal(body: str) -> str:
        with pytest.raises(InputError) as caught:
            read_page(f"<html><body>{body}</body></html>")
        assert caught.value.remedy
        return caught.value.message

    assert "nests its elements too deep" in refusal("<div>" * 300 + article())
    assert "too many elements" in refusal("<i></i>" * (MAX_ELEMENTS + 1) + article())
    assert "in each other" in refusal("<div>" * 190 + "<i></i>" * 20_000 + article())
    assert "too much markup" in refusal("x" * 24_000_001)


def test_a_late_page_is_given_up() -> None:
    with pytest.raises(InputError, match="too long"):
        read_bytes(page(article()).encode(), "page.html", ReadOptions(is_late=lambda: True))


@pytest.mark.parametrize(
    "body",
    [
        "<" * 300_000,
        "&" * 300_000,
        "<a " * 100_000,
        "<p " + " ".join(f"a{number}=1" for number in range(60_000)) + ">",
        "<!--" + "-" * 300_000,
        "<table><tr><td>" * 60,
        "<ul><li>" * 90,
        "<script type=application/ld+json>" + "[" * 200_000 + "</script>",
        "<table><tr><td rowspan=99999 colspan=99999>x</td><td>y</td></tr><tr><td>z</td><td>z</td></tr></table>",
    ],
    ids=lambda body: body[:20],
)
def test_hostile_markup_takes_no_more_than_a_moment(body: str) -> None:
    start = time.perf_counter()
    with suppress(DeckmakerError):  # either is right: read, or refused
        assert FIRST[:60] in read_page(page(article() + body)).text
    assert time.perf_counter() - start < 10


TAGS = (
    "html head body p div span a b h1 h2 li ul ol dl dt dd table tr td th blockquote pre br img sup sub q figure time"
)
MARKUP = st.one_of(
    st.sampled_from([f"<{slash}{tag}>" for tag in TAGS.split() for slash in ("", "/")]),
    st.sampled_from(
        ['<a href="x">', '<img src="picture:0">', "<td colspan=-1 rowspan=0>", "<p class=byline>", "<![CDATA["]
    ),
    st.sampled_from(
        [FIRST, SECOND, THIRD, "By Ada Lind", "March 3, 2031", "&nbsp;&#0;&#xD800;&bogus;", "\x00", "•", " | "]
    ),
    st.sampled_from(
        ['<meta charset="', '<script type="application/ld+json">{"@type":"Article","author":[[{"a":1}]]}</script>']
    ),
    st.text(max_size=30),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(MARKUP, max_size=40))
def test_garbage_is_read_or_refused(parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", errors="surrogatepass")
    try:
        document = read_bytes(data, "page.html")
    except DeckmakerError:
        return
    assert document.blocks
    assert all(
        document.text[block.start : block.end] == document.block_text(n) for n, block in enumerate(document.blocks, 1)
    )


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(DeckmakerError):
        read_bytes(b"<!doctype html>" + data, "page.html")
