"""Real Word files and PDFs, some damaged, locked or made by fuzzers: each is read, or refused with its reason.

Runs where DECKMAKER_SHARED names the folder with data/office/ (it is not part of the project).  The files are read in
a process of their own, one after the other, so that a file that hangs, crashes or eats memory is named.
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

MOST_SECONDS, MOST_MEGABYTES = 20, 1000
LEAST_READ = {"docx": 189, "pdf": 131}
"""Files that are read, not refused; the others hold no sentence, are scans, or ask for a password."""

LEAST_WORDS = {"docx": 0.95, "pdf": 0.925}
"""Share of the words in all files that are read (by their XML, or by pdftotext) which the readings have; what is left
out on purpose (code, contents lists, references; running heads, notes) is in the floor."""

SHARED = os.environ.get("DECKMAKER_SHARED")
pytestmark = pytest.mark.skipif(not SHARED, reason="DECKMAKER_SHARED does not name a folder with office files")
OFFICE = Path(SHARED or ".") / "data" / "office"

READ = """
import json, resource, signal, sys, time
from deckmaker.errors import DeckmakerError
from deckmaker.readers import read

for path in sys.argv[2:]:
    print(json.dumps({"file": path}), flush=True)
    signal.alarm(int(sys.argv[1]))  # ends the process, whatever it is doing
    start, result = time.perf_counter(), {}
    try:
        result = {"text": read(path).text}
    except DeckmakerError as error:
        result = {"error": error.message, "remedy": error.remedy, "code": error.exit_code}
    signal.alarm(0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"file": path, "seconds": time.perf_counter() - start, "peak": peak, **result}), flush=True)
"""


def read_all(suffix: str) -> list[dict[str, Any]]:
    """What came of each file: text or error, seconds, and the process's peak in megabytes."""
    files = sorted(map(str, OFFICE.rglob(f"*.{suffix}")))
    assert files
    command = [sys.executable, "-c", READ, str(MOST_SECONDS), *files]
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": source}
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"{lines[-1]['file'] if lines else 'start'}: {done.returncode} {done.stderr[-800:]}"
    return [line for line in lines if "seconds" in line]


@pytest.fixture(scope="module")
def results() -> dict[str, list[dict[str, Any]]]:
    return {suffix: read_all(suffix) for suffix in LEAST_READ}


@pytest.mark.parametrize("suffix", list(LEAST_READ))
def test_every_file_is_read_or_refused_with_its_reason(results: dict[str, list[dict[str, Any]]], suffix: str) -> None:
    found = results[suffix]
    assert len(found) == len(list(OFFICE.rglob(f"*.{suffix}")))
    assert max(one["seconds"] for one in found) < MOST_SECONDS
    assert max(one["peak"] for one in found) < MOST_MEGABYTES
    assert not [one for one in found if "error" in one and not (one["error"] and one["remedy"] and one["code"] == 3)]
    assert sum("text" in one for one in found) >= LEAST_READ[suffix]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", re.sub(r"-\s*\n", "", text)).lower()))


def share(pairs: list[tuple[str, str]]) -> float:
    """The share of the first texts' words that the second ones have."""
    wanted = [(words(first), words(second)) for first, second in pairs]
    return sum((first & second).total() for first, second in wanted) / sum(first.total() for first, _ in wanted)


def shown_words(path: str) -> str:
    """The text of a Word file by a look at its XML alone: without what is deleted, boxed or a field's code."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("word/document.xml").decode("utf-8", "replace")
    for tag in ("w:del", "w:moveFrom", "w:txbxContent", "mc:Fallback"):
        text = re.sub(rf"<{tag}[ >].*?</{tag}>", "", text, flags=re.DOTALL)
    text = re.sub(r"<w:(?:tab|br|cr)/>", " ", text)
    paragraphs = re.split(r"</w:p>", text)
    return "\n".join(
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>| ", part)) for part in map(unescape, paragraphs)
    )


def test_word_files_lose_no_words(results: dict[str, list[dict[str, Any]]]) -> None:
    pairs = [
        (shown_words(one["file"]), one["text"])
        for one in results["docx"]
        if "text" in one and "word/document.xml" in zipfile.ZipFile(one["file"]).namelist()
    ]
    assert share(pairs) >= LEAST_WORDS["docx"]


@pytest.mark.system
def test_pdfs_lose_no_words(results: dict[str, list[dict[str, Any]]], program: Callable[[str], str]) -> None:
    pairs = []
    for one in results["pdf"]:
        if "text" in one:
            done = subprocess.run(
                [program("pdftotext"), one["file"], "-"], capture_output=True, check=False, timeout=60
            )
            pairs.append((done.stdout.decode("utf-8", "replace"), one["text"]))
    assert share(pairs) >= LEAST_WORDS["pdf"]
