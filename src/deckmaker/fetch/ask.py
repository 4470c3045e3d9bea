"""One request to one machine -> its answer; urllib3's home."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker import __version__
from deckmaker.errors import FetchError, InputError
from deckmaker.fetch.address import Target

if TYPE_CHECKING:
    from ssl import SSLContext

    from urllib3 import BaseHTTPResponse, HTTPConnectionPool


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long to wait and how much to take: seconds to connect, between two packets and in all; bytes of a page.

    The bytes are counted after unpacking, so that a page packed a thousandfold ends there too.
    """

    connect: float = 10
    read: float = 15
    total: float = 60
    size: int = 50_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a machine said: status and reason, its head (names in lower case), and the body of a page or b""."""

    status: int
    reason: str
    head: Mapping[str, str]
    body: bytes = b""

    def header(self, name: str) -> str:
        """A line of the head, or ""."""
        return self.head.get(name.lower(), "").strip()


USER_AGENT = f"deckmaker/{__version__} (reads one page at a person's request)"
_PACKED = ("", "identity", "gzip", "x-gzip", "deflate")
_HEAD = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.8, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_CHUNK = 1 << 16
_SAVE_IT = "Save the page in your browser and give deckmaker that file."


def ask(target: Target, machines: Sequence[str], bounds: Bounds, stopped: Callable[[], bool]) -> Answer:
    """The answer of the first of the machines that takes the connection.

    Only the machines given are connected to; the name serves for the certificate and the Host line alone.

    Raises:
        FetchError: none takes the connection, the certificate is not to be trusted, the answer breaks off or is late.
        InputError: the page is too large.
    """
    from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

    for number, machine in enumerate(machines, 1):
        try:
            return _ask_one(target, machine, bounds, stopped)
        except (NewConnectionError, ConnectTimeoutError) as error:
            if number == len(machines):
                raise _explained(error, target) from error
        except HTTPError as error:
            raise _explained(error, target) from error
    raise FetchError(f"no machine named {target.host} was found", file=target.url, remedy="Check the spelling.")


def _ask_one(target: Target, machine: str, bounds: Bounds, stopped: Callable[[], bool]) -> Answer:
    pool = _pool(target, machine, bounds)
    try:
        response = pool.urlopen(
            "GET",
            target.request,
            headers=_HEAD | {"Host": target.named},
            retries=False,
            redirect=False,
            preload_content=False,
            assert_same_host=False,
        )
        try:
            head = {name.lower(): value for name, value in response.headers.items()}
            answer = Answer(response.status, response.reason or "", head)
            return answer if not 200 <= answer.status < 300 else _with_body(answer, response, bounds, target, stopped)
        finally:
            response.close()
    finally:
        pool.close()


def _pool(target: Target, machine: str, bounds: Bounds) -> "HTTPConnectionPool":
    """A connection to a machine by its number; over TLS it must prove to be the host that the address names."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout

    timeout = Timeout(connect=bounds.connect, read=bounds.read)
    where = f"[{machine}]" if ":" in machine else machine
    if target.scheme == "http":
        return HTTPConnectionPool(where, target.port, timeout=timeout)
    return HTTPSConnectionPool(
        where,
        target.port,
        timeout=timeout,
        ssl_context=_trust(),
        server_hostname=target.host,
    )


def _trust() -> "SSLContext":
    """Whom to believe: the authorities of this computer (SSL_CERT_FILE included) and those of certifi."""
    import ssl

    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _with_body(
    answer: Answer, response: "BaseHTTPResponse", bounds: Bounds, target: Target, stopped: Callable[[], bool]
) -> Answer:
    """The answer with its body, unpacked, as far as it may be taken."""
    packed = answer.header("Content-Encoding").lower()
    if packed not in _PACKED:
        raise FetchError(f"comes packed as {packed}, which was not asked for", file=target.url, remedy=_SAVE_IT)
    stated = answer.header("Content-Length")
    if stated.isdigit() and int(stated) > bounds.size:
        raise _too_large(bounds.size, target)
    parts: list[bytes] = []
    size = 0
    while not stopped() and (part := response.read1(_CHUNK, decode_content=True)):
        parts.append(part)
        size += len(part)
        if size > bounds.size:
            raise _too_large(bounds.size, target)
    return Answer(answer.status, answer.reason, answer.head, b"".join(parts))


def _too_large(limit: int, target: Target) -> InputError:
    message = f"this page is too large: at most {limit / 1e6:.0f} MB are read"
    return InputError(message, file=target.url, remedy="Give one article, not a whole archive.")


def _explained(error: Exception, target: Target) -> FetchError:
    """What went wrong on the way, and what to do about it."""
    from urllib3.exceptions import ConnectTimeoutError, DecodeError, NewConnectionError, ReadTimeoutError, SSLError

    kinds: tuple[tuple[type[Exception], str, str], ...] = (
        (SSLError, f"the secure connection cannot be trusted: {_reason(error)}", _UNTRUSTED),
        (ConnectTimeoutError, f"{target.host} does not take the connection in time", f"Try later. {_SAVE_IT}"),
        (ReadTimeoutError, f"{target.host} stopped answering", f"Try later. {_SAVE_IT}"),
        (NewConnectionError, f"{target.host} does not take the connection", _NO_WAY),
        (DecodeError, "the page is packed in a way that cannot be unpacked", _SAVE_IT),
    )
    for kind, message, remedy in kinds:
        if isinstance(error, kind):
            return FetchError(message, file=target.url, remedy=remedy)
    return FetchError("the connection broke off before the page was whole", file=target.url, remedy="Try again.")


_NO_WAY = f"Check the address and the network; proxies are not used. {_SAVE_IT}"
_UNTRUSTED = (
    "Look at the page in a browser. If you trust the server, name its certificate in SSL_CERT_FILE,"
    " or save the page and give that file."
)


def _reason(error: Exception) -> str:
    """Why TLS failed, in OpenSSL's words: "certificate has expired"."""
    cause: object = error.args[0] if error.args else error
    told = getattr(cause, "verify_message", "") or getattr(cause, "reason", "") or str(cause)
    return str(told).replace("_", " ").lower() if str(told).isupper() else str(told)
