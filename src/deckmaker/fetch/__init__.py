"""Web address -> the bytes of one page; the only room that reaches the network, and only for an address a person named.

    check the address -> resolve and check every machine it names -> ask the very machine that was checked -> next hop

`fetch` is the whole room; `keep_page` writes what was fetched beside the outline.  urllib3 is loaded when a page is
fetched.
"""

import contextlib
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from deckmaker.errors import AddressError, FetchError, OutputError
from deckmaker.fetch.address import check_url, resolve
from deckmaker.fetch.ask import Answer, Bounds, ask
from deckmaker.fetch.page import Page, accept
from deckmaker.output import save_beside, write_file

__all__ = ["Access", "Bounds", "Page", "fetch", "is_url", "keep_page"]

MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_URL = re.compile(r"[a-z][a-z0-9+.-]*://|(?:https?|file|ftp|data|javascript|mailto):", re.IGNORECASE)
_SAVE_IT = "Save the page in your browser and give deckmaker that file."


@dataclass(frozen=True, slots=True)
class Access:
    """What may be fetched, and how long that may take."""

    allow_private: bool = False
    bounds: Bounds = Bounds()


def is_url(text: str) -> bool:
    """Whether an input is meant as a web address and not as a file's name; also schemes that are then refused."""
    return bool(_URL.match(text))


def fetch(url: str, access: Access | None = None) -> Page:
    """The page at an address, after at most five redirects, each of them checked like the first.

    Raises:
        AddressError: the address is not http or https, or leads into a private network.
        FetchError: no such machine, no answer in time, a secure connection that cannot be trusted, an error page.
        InputError: what came is too large, or no article by its type.
    """
    settled = access or Access()
    return _in_time(_Job(url, settled), settled.bounds.total)


@dataclass(slots=True)
class _Job:
    """One page on its way: where it is wanted from, and what came of it; stopped tells the thread to give up."""

    url: str
    access: Access
    page: Page | None = None
    problem: BaseException | None = None
    stopped: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Fetch the page; what goes wrong is kept for the thread that waits."""
        try:
            self.page = _follow(self.url, self.access, self.stopped.is_set)
        except BaseException as problem:  # noqa: BLE001 (raised again where it is waited for)
            self.problem = problem


def _in_time(job: _Job, seconds: float) -> Page:
    """The page of a job, or an error after so many seconds, whatever the network does.

    A thread, because nothing else bounds all of it: a name server that is silent, a handshake or a head that comes
    byte by byte.  It is a daemon: when it hangs in the system it does not keep the program from ending.
    """
    thread = threading.Thread(target=job.run, name="fetch", daemon=True)
    thread.start()
    thread.join(seconds)
    job.stopped.set()
    if job.problem is not None:
        raise job.problem
    if job.page is None:
        raise FetchError(f"did not arrive within {seconds:g} seconds", file=job.url, remedy=f"Try later. {_SAVE_IT}")
    return job.page


def _follow(url: str, access: Access, stopped: Callable[[], bool]) -> Page:
    """The page that an address and its redirects lead to."""
    seen: list[str] = []
    here = url
    while True:
        try:
            target = check_url(here)
            machines = resolve(target, allow_private=access.allow_private)
        except AddressError as error:
            error.message += f" (where {url} redirects to)" if seen else ""
            raise
        if target.url in seen:
            raise FetchError("redirects in a circle", file=url, remedy=f"It may want cookies. {_SAVE_IT}")
        seen.append(target.url)
        answer = ask(target, machines, access.bounds, stopped)
        if answer.status not in _REDIRECTS:
            return accept(answer, target.url)
        if len(seen) > MAX_REDIRECTS:
            message = f"redirects more than {MAX_REDIRECTS} times"
            raise FetchError(message, file=url, remedy="Open it in a browser and give the address it ends at.")
        here = _location(answer, target.url)


def _location(answer: Answer, url: str) -> str:
    """Where an answer redirects to; its bytes, which arrive as Latin-1, are UTF-8 when they can be (RFC 3987)."""
    location = answer.header("Location")
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        if location:
            return urljoin(url, location)
    except ValueError:  # "http://["
        pass
    raise FetchError("redirects to nowhere", file=url, remedy=f"The server is at fault. {_SAVE_IT}")


def keep_page(page: Page, folder: Path, *, fresh: bool) -> Path:
    """Write the page into a folder under its name, unless it is there already; returns the path.

    Raises:
        OutputError: another file of that name is in the way and fresh is not set; it cannot be written.
    """
    path = folder / page.name
    if path.is_file() and not path.is_symlink() and path.read_bytes() == page.data:
        return path
    if path.exists() or path.is_symlink():
        if not fresh:
            remedy = "Use --fresh to save it beside and replace it, or move it away."
            raise OutputError("exists and is not the page that was fetched now", file=str(path), remedy=remedy)
        save_beside(path)
    write_file(path, page.data)
    return path
