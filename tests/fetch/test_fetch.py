"""A page is fetched from a real server on this machine, or refused with a reason and a remedy."""

import contextlib
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker import __version__
from deckmaker.errors import AddressError, DeckmakerError, FetchError, InputError, OutputError
from deckmaker.fetch import Access, Bounds, Page, address, fetch, keep_page
from fetch.conftest import ARTICLE, Names, Server

QUICK = Access(allow_private=True, bounds=Bounds(connect=2, read=0.4, total=5, size=1_000_000))


def refused(url: str, kind: type[DeckmakerError], says: str, access: Access = QUICK) -> DeckmakerError:
    """The error that fetching ends with: of that kind, with those words, a remedy and the address."""
    with pytest.raises(kind, match=says) as caught:
        fetch(url, access)
    error = caught.value
    assert type(error) is kind
    assert error.remedy.endswith(".")
    assert error.file
    return error


def test_a_page_comes_as_it_is(site: str) -> None:
    page = fetch(f"{site}/lighthouse.txt#top", QUICK)
    assert page == Page(f"{site}/lighthouse.txt", "lighthouse.txt", ARTICLE.encode())


def test_we_say_who_we_are_and_which_machine_is_meant(server: Server) -> None:
    fetch(f"{server.url}/lighthouse", QUICK)
    head = server.seen[-1][1]
    assert head["User-Agent"].startswith(f"deckmaker/{__version__} (")
    assert head["Host"] == server.url.removeprefix("http://")
    assert "Cookie" not in head


def test_redirects_are_followed_to_the_page(site: str) -> None:
    page = fetch(f"{site}/hop/4", QUICK)
    assert (page.url, page.data) == (f"{site}/lighthouse.txt", ARTICLE.encode())


@pytest.mark.parametrize(
    ("path", "kind", "says"),
    [
        ("hop/5", FetchError, "redirects more than 5 times"),
        ("circle/a", FetchError, "redirects in a circle"),
        ("nowhere", FetchError, "redirects to nowhere"),
        ("file", AddressError, r"begin with file: are not opened \(where http://127"),
        ("no-such-page", FetchError, "there is no such page: the server answers 404 Not Found"),
        ("fails/410", FetchError, "there is no such page"),
        ("fails/403", FetchError, "not for everybody"),
        ("fails/429", FetchError, "in trouble: the server answers 429"),
        ("fails/500", FetchError, "in trouble: the server answers 500 Internal Server Error"),
        ("fails/304", FetchError, "the server answers 304"),
        ("broken", FetchError, "broke off"),
        ("silent", FetchError, "stopped answering"),
        ("garbled", FetchError, "cannot be unpacked"),
        ("odd", FetchError, "packed as br"),
        ("picture", InputError, "no article but image/png"),
        ("big", InputError, "too large: at most 1 MB"),
        ("bigger", InputError, "too large"),
        ("bomb", InputError, "too large"),
        ("bombs", FetchError, "packed as gzip, gzip"),
    ],
)
def test_what_goes_wrong_is_told(site: str, path: str, kind: type[DeckmakerError], says: str) -> None:
    refused(f"{site}/{path}", kind, says)


@pytest.mark.parametrize("path", ["slow", "slowhead"])
def test_a_page_that_drips_ends_in_time(site: str, path: str) -> None:
    start = time.perf_counter()
    hurried = replace(QUICK, bounds=Bounds(connect=1, read=1, total=0.5))
    refused(f"{site}/{path}", FetchError, "did not arrive within 0.5 seconds", hurried)
    assert time.perf_counter() - start < 2


def test_a_name_server_that_is_silent_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = threading.Event()
    monkeypatch.setattr("deckmaker.fetch.resolve", lambda *_, **__: waiting.wait(5))
    hurried = replace(QUICK, bounds=Bounds(total=0.2))
    refused("http://news.test/", FetchError, "did not arrive within 0.2 seconds", hurried)
    waiting.set()


def test_nobody_there() -> None:
    refused("http://127.0.0.1:1/", FetchError, "127.0.0.1 does not take the connection")


def test_a_name_that_nobody_has() -> None:
    refused("http://no-such-name.invalid/", FetchError, "no machine named no-such-name.invalid")


def test_a_certificate_that_nobody_vouches_for(secure: Server) -> None:
    url = secure.url.replace("http://127.0.0.1", "https://localhost")
    error = refused(f"{url}/lighthouse", FetchError, "cannot be trusted: .*certificate")
    assert "SSL_CERT_FILE" in error.remedy


@pytest.mark.usefixtures("trusted")
def test_a_certificate_is_for_the_name_and_the_name_alone(secure: Server) -> None:
    url = secure.url.replace("http://127.0.0.1", "https://localhost")
    assert fetch(f"{url}/lighthouse", QUICK).data == ARTICLE.encode()
    refused(secure.url.replace("http:", "https:"), FetchError, "cannot be trusted: .*match")


def test_speaking_tls_to_one_who_does_not(site: str) -> None:
    refused(site.replace("http:", "https:"), FetchError, "cannot be trusted|broke off")


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert fetch(f"{site}/packed", QUICK).data == ARTICLE.encode()


HEADS = st.sampled_from(
    """Content-Length: 5|Content-Length: -1|Content-Length: 99999999999999|Content-Length: x
    |Transfer-Encoding: chunked|Transfer-Encoding: gzip, chunked|Content-Encoding: gzip|Content-Encoding: deflate
    |Location: http://[|Location: //|Location: \t|Location: ?|Content-Type: text/html; charset=|Content-Type: /
    |Content-Type: text/plain; charset=utf-16|: x|x|Content-Type""".replace("\n    ", "").split("|")
)
BODIES = st.sampled_from([b"", b"5\r\nhello\r\n0\r\n\r\n", b"fffffff\r\n", b"-1\r\n", b"\x1f\x8b\x08", b"<p>Hi.</p>"])
STATUSES = st.sampled_from(["HTTP/1.1 200 OK", "HTTP/1.1 302 Found", "HTTP/1.1 99999 x", "HTTP/9 200", "ICY 200"])


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """What nearly is an answer of a web server."""
    # each name once: two lengths that differ make urllib3 leave its socket to the garbage collector
    lines = st.lists(HEADS, max_size=4, unique_by=lambda line: line.partition(":")[0])
    head = "\r\n".join([draw(STATUSES), *draw(lines), "", ""]).encode()
    return head + draw(BODIES | st.binary(max_size=40))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers() | st.binary(max_size=60))
def test_whatever_a_server_says_ends_in_a_page_or_an_error(server: Server, answer: bytes) -> None:
    server.garbage = answer
    with contextlib.suppress(DeckmakerError):
        assert fetch(f"{server.url}/garbage", QUICK).name.startswith("garbage")


class TestPrivateNetworks:
    """Nothing inside a private network is read, by whatever name it is called."""

    @pytest.mark.parametrize(
        "host",
        ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"],
    )
    def test_this_machine_by_any_name(self, server: Server, host: str) -> None:
        asked = len(server.seen)
        url = f"http://{host}:{server.server_port}/lighthouse"
        error = refused(url, AddressError, "private network", Access())
        assert "--allow-private" in error.remedy
        assert len(server.seen) == asked

    def test_a_redirect_into_it(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(address, "is_public", lambda machine: str(machine) == "127.0.0.1")
        asked = len(server.seen)
        refused(f"{server.url}/away", AddressError, r"127.0.0.2 is in a private network .*where .*/away", Access())
        assert [path for path, _ in server.seen[asked:]] == ["/away"]

    def test_a_name_with_one_machine_in_it(self, names: Names) -> None:
        names({"news.test": ["10.0.0.7"]})
        refused("http://news.test/", AddressError, r"news.test is in a private network \(10.0.0.7\)", Access())

    def test_a_name_is_looked_up_once_and_that_machine_is_asked(
        self, server: Server, names: Names, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(address, "is_public", lambda machine: str(machine) == "127.0.0.1")
        asked = names({"news.test": ["127.0.0.1", "10.0.0.7"]})
        page = fetch(f"http://news.test:{server.server_port}/lighthouse", replace(QUICK, allow_private=False))
        assert page.data == ARTICLE.encode()
        assert asked == ["news.test"]
        assert server.seen[-1][1]["Host"] == f"news.test:{server.server_port}"

    def test_the_certificate_is_still_for_the_name(self, secure: Server, names: Names, trusted: None) -> None:
        names({"news.test": ["127.0.0.1"]})
        refused(f"https://news.test:{secure.server_port}/", FetchError, "cannot be trusted: .*match")


class TestKeepingThePage:
    """The page is kept under its name, and nothing else is overwritten."""

    PAGE = Page("https://news.test/a", "a.html", b"<p>One.</p>")

    def test_it_is_written_once(self, tmp_path: Path) -> None:
        path = keep_page(self.PAGE, tmp_path / "outlines", fresh=False)
        assert (path, path.read_bytes()) == (tmp_path / "outlines" / "a.html", self.PAGE.data)
        assert keep_page(self.PAGE, tmp_path / "outlines", fresh=False) == path
        assert [p.name for p in path.parent.iterdir()] == ["a.html"]

    def test_another_file_stays(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("mine", encoding="utf-8")
        with pytest.raises(OutputError, match="not the page that was fetched"):
            keep_page(self.PAGE, tmp_path, fresh=False)
        assert (tmp_path / "a.html").read_text(encoding="utf-8") == "mine"
        keep_page(self.PAGE, tmp_path, fresh=True)
        assert (tmp_path / "a.old-1.html").read_text(encoding="utf-8") == "mine"
        assert (tmp_path / "a.html").read_bytes() == self.PAGE.data

    def test_a_link_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "a.html").symlink_to(tmp_path / "elsewhere" / "b.html")
        with pytest.raises(OutputError):
            keep_page(self.PAGE, tmp_path, fresh=False)
        assert list((tmp_path / "elsewhere").iterdir()) == []
