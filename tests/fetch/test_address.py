"""Which addresses are opened, and which machines are in the public Internet."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.errors import AddressError
from deckmaker.fetch import is_url
from deckmaker.fetch.address import check_url, is_public


@pytest.mark.parametrize(
    ("url", "host", "port", "request_line"),
    [
        ("https://example.org/a/b?c=d#e", "example.org", 443, "/a/b?c=d"),
        ("HTTP://Example.ORG", "example.org", 80, "/"),
        ("http://example.org:8080/ä", "example.org", 8080, "/%C3%A4"),
        ("https://müller.example/", "xn--mller-kva.example", 443, "/"),
        ("http://one.example\\@two.example/", "one.example", 80, "/%5C@two.example/"),
        ("http://[2001:db8::1]:81/x", "2001:db8::1", 81, "/x"),
    ],
)
def test_an_address_in_its_parts(url: str, host: str, port: int, request_line: str) -> None:
    target = check_url(url)
    assert (target.host, target.port, target.request) == (host, port, request_line)


def test_the_host_line() -> None:
    assert check_url("http://example.org:80/").named == "example.org"
    assert check_url("https://example.org:80/").named == "example.org:80"
    assert check_url("http://[::1]:81/").named == "[::1]:81"


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file:/etc/passwd",
        "ftp://example.org/a",
        "gopher://example.org/",
        "data:text/html,<p>Hello.</p>",
        "javascript:alert(1)",
        "http://",
        "http:///etc/passwd",
        "https:example.org",
        "http://user:secret@example.org/",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://" + "a" * 3000,
        "http://\ud800.example/",
        "http://[::1",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    assert is_url(url)
    with pytest.raises(AddressError) as caught:
        check_url(url)
    assert caught.value.remedy
    assert "secret" not in str(caught.value)


@given(st.text(max_size=30))
def test_whatever_follows_the_scheme(rest: str) -> None:
    try:
        target = check_url(f"http://{rest}")
    except AddressError:
        return
    assert target.scheme == "http"
    assert target.host
    assert target.request.isascii()
    assert not set(target.request + target.named) & set("\r\n ")


@pytest.mark.parametrize("name", ["a.txt", "notes: today.txt", "C:\\articles\\a.txt", "-", "https.txt", "", "a/b.pdf"])
def test_names_of_files_are_no_addresses(name: str) -> None:
    assert not is_url(name)


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"),
        *("0.0.0.0", "0.1.2.3", "100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1"),
        *("240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1"),
        *("2001:0:7f00:1::", "::127.0.0.1", "fec0::1"),
    ],
)
def test_machines_in_private_networks(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_machines_of_the_public_internet(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))
