"""The door: which files are read, which are refused and how; nothing ever comes out as a traceback."""

import hashlib
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import deckmaker.readers as room
from deckmaker.document import Document
from deckmaker.errors import InputError
from deckmaker.readers import MAX_BYTES, read, read_bytes
from readers.harbour import FIRST, SECOND


def refusal(data: bytes, name: str = "a.txt") -> InputError:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    assert caught.value.remedy
    return caught.value


def test_source_is_the_files_name_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_bytes(FIRST.encode())
    source = read(file).source
    assert source.name == "harbour.txt"
    assert source.sha256 == hashlib.sha256(FIRST.encode()).hexdigest()
    assert read(str(file)) == read(file)


def test_standard_input_is_plain_text() -> None:
    assert read_bytes(FIRST.encode(), "-").text == FIRST
    assert read_bytes(FIRST.encode(), "").text == FIRST


def test_missing_folder_and_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read(tmp_path)
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(InputError, match="folder"):
        read(tmp_path / "folder.txt")

    def forbid(_: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(FIRST)
    monkeypatch.setattr(Path, "open", forbid)
    with pytest.raises(InputError, match="may not be read"):
        read(tmp_path / "a.txt")


@pytest.mark.skipif(os.name != "posix", reason="names like these are posix's")
def test_odd_names(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read("a" * 5000 + ".txt")
    with pytest.raises(InputError):
        read("a\x00b.txt")


@pytest.mark.parametrize("data", [b"", b"  \n\t \r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00"])
def test_empty_files(data: bytes) -> None:
    assert "empty" in refusal(data).message


@pytest.mark.parametrize(
    "data",
    ["\u00a0\u200b \n".encode(), b"12345 67890", b"!!! ???", b"---\n***\n", b"# Only a heading", b"Share on Facebook"],
)
def test_files_without_a_sentence(data: bytes) -> None:
    assert "sentence" in refusal(data).message


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert MAX_BYTES == 50_000_000
    monkeypatch.setattr(room, "MAX_BYTES", 100)
    assert "too large" in refusal(b"a" * 101).message
    (tmp_path / "a.txt").write_bytes(b"a" * 101)
    with pytest.raises(InputError, match="too large"):
        read(tmp_path / "a.txt")


def test_time_grows_with_the_text_not_faster() -> None:
    def seconds(copies: int) -> float:
        data = f"{FIRST}\n\n{SECOND}\n\nWhat it costs\n\n".encode() * copies
        start = time.process_time()
        read_bytes(data, "a.txt")
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 16 * seconds(200) + 0.5


@pytest.mark.parametrize(
    "unit",
    ["a ", "“a. ", "(a. ", "A.", "- ", "> ", "By A, ", "#", "a\n", "'s ", ". ", "Photo: ", "a-b", "1. ", "あ。", "|/"],
)
def test_hostile_repetition_is_quick(unit: str) -> None:
    start = time.process_time()
    outcome((unit * (40_000 // len(unit))).encode())
    assert time.process_time() - start < 3


def outcome(data: bytes) -> Document | InputError:
    """What reading gives; any other exception fails the test."""
    try:
        document = read_bytes(data, "a.txt")
    except InputError as error:
        return error
    for block in document.blocks:
        assert document.text[block.start : block.end].strip()
        for sentence in block.sentences:
            words = document.text[sentence.start : sentence.end]
            assert words
            assert words == words.strip()
    return document


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    outcome(data)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    outcome(text.encode("utf-8", "surrogatepass"))


PIECES = st.sampled_from(
    [
        "- ",
        "* ",
        "1. ",
        "2) ",
        "# ",
        "## ",
        "> ",
        ">> ",
        "====",
        "-----",
        "***",
        "\t",
        "    ",
        "\n",
        "\n\n",
        "\r\n",
        "\x0c",
        "By Ada Lind",
        "August 20, 2024",
        "TOKYO (Reuters) - ",
        "Comments",
        "Read more: x",
        "Share on Facebook",
        "Related articles",
        "Title",
        "Who pays?",
        FIRST,
        SECOND,
        "“",
        "”",
        "‘",
        "'",
        '"',
        "(",
        ")",
        "\xad",
        "\u200b",
        "ﬁ",
        "a-\nb",
        "।",
        "。",
        "U.S.",
        ":",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_structure(pieces: list[str]) -> None:
    assert outcome("".join(pieces).encode()) == outcome("".join(pieces).encode()) or isinstance(
        outcome("".join(pieces).encode()), InputError
    )


def test_importing_the_room_is_light() -> None:
    import subprocess

    heavy = (
        "charset_normalizer",
        "sentencex",
        "numpy",
        "lxml",
        "docx",
        "pypdfium2",
        "markdown_it",
        "deckmaker.readers.text",
    )
    script = f"import sys, deckmaker.readers; print([m for m in {heavy} if m in sys.modules])"
    path = str(Path(room.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.stdout.strip() == "[]"
