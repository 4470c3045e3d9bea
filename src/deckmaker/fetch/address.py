"""Web address -> the machines that may be asked for it: its parts are checked, then every machine it names."""

import ipaddress
import socket
from dataclasses import dataclass

from deckmaker.errors import AddressError, FetchError

Machine = ipaddress.IPv4Address | ipaddress.IPv6Address

MAX_LENGTH = 2048
"""Characters of an address; no browser's address bar makes longer ones work everywhere."""

MAX_MACHINES = 4
"""Of the machines behind a name, how many are tried in turn."""

_PORTS = {"http": 80, "https": 443}
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""NAT64 (RFC 6052): an IPv4 address in the last 32 bits."""


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address in its parts.  host has no brackets; request is path and query."""

    url: str
    scheme: str
    host: str
    port: int
    request: str

    @property
    def named(self) -> str:
        """Host and port as the Host header wants them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def check_url(url: str) -> Target:
    """The parts of an http or https address, normalised; its fragment is left out.

    Raises:
        AddressError: another scheme, no host, a user's name or password in it, too long, or not written right.
    """
    from urllib3.exceptions import HTTPError
    from urllib3.util import parse_url

    if len(url) > MAX_LENGTH:
        raise AddressError(f"this address is longer than {MAX_LENGTH} characters", file=f"{url[:60]}…", remedy=_PLAIN)
    try:
        parts = parse_url(url.strip())
        host = (parts.host or "").strip("[]").partition("%")[0]
    except (HTTPError, UnicodeError, ValueError) as error:
        raise AddressError("this is no web address", file=url, remedy=_PLAIN) from error
    scheme = (parts.scheme or "").lower()
    if scheme not in _PORTS:
        raise AddressError(f"addresses that begin with {scheme}: are not opened", file=url, remedy=_PLAIN)
    if not host:
        raise AddressError("this address names no machine", file=url, remedy=_PLAIN)
    if parts.auth:
        shown = url.replace(f"{parts.auth}@", "…@")
        remedy = "Leave it out; save a page that asks for a password in your browser."
        raise AddressError("this address carries a user name or password", file=shown, remedy=remedy)
    whole = parts._replace(fragment=None)
    return Target(whole.url, scheme, host, parts.port or _PORTS[scheme], parts.request_uri)


_PLAIN = "Give an address such as https://example.org/article, or the name of a file."


def resolve(target: Target, *, allow_private: bool) -> list[str]:
    """The machines that the address names, as numbers, at most four; all of them checked.

    Who asks must connect to these and resolve no name again: a name may be answered differently the second time.

    Raises:
        FetchError: the name is not known.
        AddressError: one of the machines is not in the public Internet and allow_private is not set.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        message = f"no machine named {target.host} was found"
        remedy = "Check the spelling, and that this computer is online."
        raise FetchError(message, file=target.url, remedy=remedy) from error
    numbers = list(dict.fromkeys(str(address[0]) for *_, address in found))
    private = [number for number in numbers if not is_public(_machine(number))]
    if private and not allow_private:
        message = f"{target.host} is in a private network ({private[0]}), which deckmaker does not read"
        raise AddressError(message, file=target.url, remedy="Use --allow-private when that is what you want.")
    return numbers[:MAX_MACHINES]


def _machine(number: str) -> Machine:
    return ipaddress.ip_address(number.partition("%")[0])


def is_public(machine: Machine) -> bool:
    """Whether a machine is in the public Internet: not private, loopback, link-local, shared, reserved or multicast.

    An IPv6 address that stands for an IPv4 one (mapped, NAT64) is judged by that one, and one that tunnels to IPv4
    ones (6to4, Teredo) by these too.
    """
    inner: list[ipaddress.IPv4Address | None] = []
    special = machine.is_multicast or machine.is_reserved or machine.is_unspecified
    if isinstance(machine, ipaddress.IPv6Address):
        meant = machine.ipv4_mapped or (_last_32(machine) if machine in _TRANSLATED else None)
        if meant is not None:
            return is_public(meant)
        inner = [machine.sixtofour, *(machine.teredo or ())]
        special = special or machine.is_site_local
    return machine.is_global and not special and all(is_public(address) for address in inner if address is not None)


def _last_32(machine: ipaddress.IPv6Address) -> ipaddress.IPv4Address:
    return ipaddress.IPv4Address(int(machine) & 0xFFFFFFFF)
