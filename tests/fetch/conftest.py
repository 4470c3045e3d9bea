"""A real server on this machine that behaves well or badly, as the path asks; and one that speaks TLS."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

ARTICLE = """\
Lighthouse on Gull Rock is lit again

The lighthouse on Gull Rock was lit on 4 May after nine years of darkness. The harbour office replaced the lamp with
one that uses a tenth of the power.

Fishermen had asked for the light since two boats ran aground in 2021. Nobody was hurt, the coast guard said.

The repair cost 310,000 crowns. The island's council paid half of it, and a lottery paid the rest.
"""


PAGE = """\
<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Маяк снова горит - Залив</title>
<meta property="og:title" content="Маяк снова горит"><meta property="og:site_name" content="Залив"></head>
<body><nav><a href="/">Новости</a> <a href="/sport">Спорт</a></nav><article><h1>Маяк снова горит</h1>
<p>Маяк на Чаячьей скале снова зажгли 4 мая после девяти лет темноты. Управление порта заменило лампу на новую, которая
берёт в десять раз меньше энергии.</p>
<p>Рыбаки просили об этом с тех пор, как в 2021 году две лодки сели на мель. Никто не пострадал, сообщила береговая
охрана.</p>
<p>Ремонт обошёлся в 310 тысяч крон. Половину заплатил совет острова, остальное собрала лотерея.</p></article>
<footer>Все права защищены</footer></body></html>
"""


BOMB = gzip.compress(bytes(5_000_000), compresslevel=1)
"""Made beforehand: packing takes longer than the tests wait for an answer."""


class Pages(BaseHTTPRequestHandler):
    """Answers GET by the method named after the first part of the path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.strip("/").split("/")[0].split("?")[0].replace("-", "_").split(".")[0]
        self.server.seen.append((self.path, dict(self.headers)))  # type: ignore[attr-defined]
        try:
            getattr(self, f"page_{name}", self.page_missing)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, body: bytes, kind: str = "text/plain; charset=utf-8", status: int = 200, **head: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for key, value in head.items():
            self.send_header(key.replace("_", "-"), value)
        if "Content_Length" not in head:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, location: str, status: int = 302) -> None:
        self.answer(b"", status=status, Location=location)

    def endless(self, piece: bytes, pause: float = 0.0) -> None:
        """Pieces until the reader hangs up."""
        self.close_connection = True
        for _ in range(100_000):
            self.wfile.write(piece)
            self.wfile.flush()
            if pause and self.server.closing.wait(pause):  # type: ignore[attr-defined]
                return

    def page_lighthouse(self) -> None:
        self.answer(ARTICLE.encode())

    def page_nocharset(self) -> None:
        self.answer("Über die Straße. Müller ging nach Köln.".encode("cp1252"), "text/plain")

    def page_latin(self) -> None:
        self.answer("Café Zoë opened. Señor Núñez paid £5.".encode("cp1252"), "text/plain; charset=ISO-8859-1")

    def page_cyrillic(self) -> None:
        html = "<html><head><meta charset=utf-8></head><body><p>Маяк снова горит.</p></body></html>"
        self.answer(html.encode("koi8-r"), 'text/html; charset="koi8-r"')

    def page_article(self) -> None:
        """A web page whose head states another charset than the page itself."""
        self.answer(PAGE.encode("koi8-r"), "text/html; charset=koi8-r")

    def page_agreed(self) -> None:
        html = "<html><head><meta charset=windows-1251></head><body><p>Маяк снова горит.</p></body></html>"
        self.answer(html.encode("cp1251"), "text/html; charset=Windows-1251")

    def page_strange(self) -> None:
        self.answer(ARTICLE.encode(), "text/plain; charset=klingon")

    def page_hop(self) -> None:
        left = int(self.path.rsplit("/", 1)[1])
        self.redirect(f"/hop/{left - 1}" if left else "../lighthouse.txt", (301, 302, 303, 307, 308)[left % 5])

    def page_circle(self) -> None:
        self.redirect("/circle/b" if self.path.endswith("a") else "/circle/a")

    def page_nowhere(self) -> None:
        self.answer(b"", status=302)

    def page_file(self) -> None:
        self.redirect("file:///etc/hostname")

    def page_away(self) -> None:
        self.redirect(f"http://127.0.0.2:{self.server.server_port}/lighthouse")  # type: ignore[attr-defined]

    def page_slow(self) -> None:
        self.answer(b"", Content_Length="100000")
        self.endless(b"x", 0.05)

    def page_slowhead(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self.endless(b"x", 0.05)

    def page_silent(self) -> None:
        self.close_connection = True
        self.server.closing.wait(5)  # type: ignore[attr-defined]

    def page_broken(self) -> None:
        self.answer(b"half a page", Content_Length="1000")
        self.close_connection = True

    def page_big(self) -> None:
        self.answer(b"", Content_Length=str(10**9))
        self.close_connection = True

    def page_bigger(self) -> None:
        self.protocol_version = "HTTP/1.0"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.endless(b"<p>More and more.</p>" * 5000)

    def page_bomb(self) -> None:
        self.answer(BOMB, "text/html", Content_Encoding="gzip")

    def page_bombs(self) -> None:
        self.answer(gzip.compress(BOMB), "text/html", Content_Encoding="gzip, gzip")

    def page_packed(self) -> None:
        self.answer(gzip.compress(ARTICLE.encode()), Content_Encoding="gzip")

    def page_garbled(self) -> None:
        self.answer(b"this is not packed", Content_Encoding="gzip")

    def page_odd(self) -> None:
        self.answer(b"\x1b\x03\x00", Content_Encoding="br")

    def page_picture(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n", "image/png")

    def page_untyped(self) -> None:
        self.answer(ARTICLE.encode(), "")

    def page_empty(self) -> None:
        self.answer(b"")

    def page_fails(self) -> None:
        self.answer(b"oops", status=int(self.path.rsplit("/", 1)[1]))

    def page_garbage(self) -> None:
        self.close_connection = True
        self.wfile.write(self.server.garbage)  # type: ignore[attr-defined]

    def page_missing(self) -> None:
        self.answer(b"no", status=404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Nothing is logged."""


class Server(ThreadingHTTPServer):
    """The server; seen holds what was asked, closing tells slow pages to end, garbage is what /garbage answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Pages)
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()
        self.garbage = b""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that hangs up is no news."""


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving(Server()) as running:
        yield running


@pytest.fixture
def site(server: Server) -> str:
    """The address of the server's root."""
    return server.url


class Authority(trustme.CA):
    """Who signs this server's certificate; nobody trusts it unless told to."""


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="session")
def secure(authority: Authority) -> Iterator[Server]:
    """A server over TLS with a certificate for localhost that only `authority` vouches for."""
    server = Server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    with serving(server) as running:
        yield running


@pytest.fixture
def trusted(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This test's environment trusts the authority."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


Names = Callable[[dict[str, list[str]]], list[str]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """names({"news.test": ["127.0.0.1", "10.0.0.1"]}): each look-up gives the next address; returns the look-ups."""
    real = socket.getaddrinfo

    def install(table: dict[str, list[str]]) -> list[str]:
        asked: list[str] = []

        def look_up(host: str, port: int, *args: object, **kwargs: object) -> object:
            if host in table:
                asked.append(host)
                host = table[host][min(len(asked), len(table[host])) - 1]
            return real(host, port, *args, **kwargs)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        return asked

    return install


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
