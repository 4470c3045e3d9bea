"""What PDF libraries make of the same files: how many they open, how long they take, how well words and order come out.

    python benchmarks/pdf_readers.py FOLDER/data/office

Each file is read by each library in a process of its own, with 20 s and 3 GB.  `pip install pdfplumber pypdf` first,
and have pdftotext (poppler): its words and order are what the others are held against.  Figures are means over the
files in which it finds 20 to 6,000 words.
"""

import argparse
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean

SECONDS, BYTES = 20, 3 << 30
WORDS = range(20, 6_000)
METHODS = {
    "pypdfium2": """
import pypdfium2
pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
""",
    "pypdf": """
import pypdf
file = pypdf.PdfReader(path)
file.is_encrypted and file.decrypt("")
pages = [page.extract_text() for page in file.pages]
""",
    "pdfplumber": """
import pdfplumber
pages = [page.extract_text() or "" for page in pdfplumber.open(path).pages]
""",
    "deckmaker": """
from deckmaker.readers import read
pages = [read(path).text]
""",
}
"""Name -> code that puts the text of the file at `path` into `pages`."""

AROUND = """
import resource, sys
path = sys.argv[1]
resource.setrlimit(resource.RLIMIT_AS, ({bytes}, {bytes}))
{code}
sys.stdout.buffer.write("\\n".join(pages).encode("utf-8", "replace"))
sys.stderr.write("peak %d" % resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What one library made of one file: its text (None when it failed), seconds, megabytes."""

    text: str | None
    seconds: float
    megabytes: float = 0.0


def main() -> None:
    """Print a row for each library."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.rglob("*.pdf"))
    expected = {file: _words(_run(["pdftotext", str(file), "-"]).text or "") for file in files}
    sys.stdout.write(f"{len(files)} files; opened, seconds in all, longest, most memory, words (F1), order\n")
    for name, code in METHODS.items():
        command = [sys.executable, "-W", "ignore", "-c", AROUND.format(bytes=BYTES, code=code)]
        results = {file: _run([*command, str(file)]) for file in files}
        sys.stdout.write(f"{name:12} {_row(results, expected)}\n")


def _row(results: dict[Path, Result], expected: dict[Path, list[str]]) -> str:
    told = [file for file in results if len(expected[file]) in WORDS and results[file].text is not None]
    found = {file: _words(results[file].text or "") for file in told}
    words = mean(_f1(expected[file], found[file]) for file in told)
    order = mean(SequenceMatcher(None, expected[file], found[file], autojunk=False).ratio() for file in told)
    opened = sum(result.text is not None for result in results.values())
    seconds = [result.seconds for result in results.values()]
    peak = max(result.megabytes for result in results.values())
    cost = f"{sum(seconds):6.1f} s {max(seconds):5.2f} s {peak:5.0f} MB"
    return f"{opened:4} {cost} {words:.3f} {order:.3f} ({len(told)} files)"


def _run(command: list[str]) -> Result:
    start = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return Result(None, SECONDS)
    seconds = time.perf_counter() - start
    peak = re.search(rb"peak (\d+)", done.stderr)
    text = done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
    return Result(text, seconds, int(peak[1]) / 1024 if peak else 0.0)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _f1(one: list[str], other: list[str]) -> float:
    """The share of words that both have, however often."""
    both = (Counter(one) & Counter(other)).total()
    return 2 * both / max(1, len(one) + len(other))


if __name__ == "__main__":
    main()
