"""Hostile packages and XML: every bomb is refused by a limit with a name, quickly and before it unpacks."""

import contextlib
import io
import struct
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.errors import InputError
from deckmaker.readers import limits, packages
from deckmaker.readers.packages import open_package
from deckmaker.readers.safe_xml import parse_xml


def package(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_members_are_read_as_they_were_packed() -> None:
    opened = open_package(package({"a.xml": b"<a/>", "b/c.xml": b"<c/>"}), "a.docx")
    assert opened.members == ("a.xml", "b/c.xml")
    assert opened.read("b/c.xml") == b"<c/>"
    assert "none.xml" not in opened
    with pytest.raises(InputError, match=r"missing: none\.xml"):
        opened.read("none.xml")


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    start = time.process_time()
    with pytest.raises(InputError, match="far more than a document"):
        open_package(package({"word/document.xml": bytes(limits.FREE_EXPANSION * 3)}), "bomb.docx")
    assert time.process_time() - start < 2


def test_too_much_and_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package({f"{number}": b"abc" for number in range(20)})
    monkeypatch.setattr(packages, "MAX_MEMBERS", 19)
    with pytest.raises(InputError, match="too many parts"):
        open_package(data, "a.docx")
    monkeypatch.setattr(packages, "MAX_MEMBERS", 20)
    monkeypatch.setattr(packages, "MAX_UNPACKED", 59)
    with pytest.raises(InputError, match="unpacks to too much"):
        open_package(data, "a.docx")


def test_a_directory_that_lies_about_sizes_gains_nothing() -> None:
    data = bytearray(package({"a": bytes(1_000_000)}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    opened = open_package(bytes(data), "a.docx")
    with pytest.raises(InputError, match="damaged"):  # the check sum does not fit what is read
        opened.read("a")


def test_protected_members_ask_for_no_traceback() -> None:
    data = bytearray(package({"a": b"abc"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(InputError, match="password"):
        open_package(bytes(data), "a.docx").read("a")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=12))
def test_damaged_packages_give_errors_of_ours(place: int, noise: bytes) -> None:
    data = bytearray(package({"a.xml": b"<a>some text</a>" * 10, "b.xml": b"<b/>"}))
    place %= len(data)
    data[place : place + len(noise)] = noise
    with contextlib.suppress(InputError):  # and nothing else
        opened = open_package(bytes(data), "a.docx")
        for member in opened.members:
            opened.read(member)


BOMB = (
    """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>"""
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "text",
    [BOMB, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "<!DOCTYPE a [<!ENTITY % p 'x'>]><a/>"],
)
def test_entities_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(InputError, match="entities"):
        parse_xml(text.replace('<?xml version="1.0"?>', "").encode(encoding), "a.docx")


def test_nothing_is_fetched(tmp_path: object) -> None:
    text = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/none.dtd"><a xml:base="http://127.0.0.1:9/">text</a>'
    assert parse_xml(text.encode(), "a.docx").text == "text"


def test_deep_and_large_markup_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for depth in (limits.MAX_DEPTH + 1, 100_000):
        with pytest.raises(InputError, match="nested too deeply"):
            parse_xml(b"<a>" * depth + b"</a>" * depth, "a.docx")
    assert parse_xml(b"<a>" * limits.MAX_DEPTH + b"</a>" * limits.MAX_DEPTH, "a.docx").tag == "a"
    with pytest.raises(InputError, match="too much XML"):
        parse_xml(b"<a>" + b" " * limits.MAX_MARKUP + b"</a>", "a.docx")


def test_damaged_markup_gives_what_is_left_of_it() -> None:
    assert "".join(parse_xml(b"<a><b>one</b><b>two</c></a", "a.docx").itertext()) == "onetwo"
    for data in (b"", b"none", b"\x00\x01"):
        with pytest.raises(InputError, match="damaged"):
            parse_xml(data, "a.docx")
