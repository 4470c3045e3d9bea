"""How long a deck takes, and how much memory, as it grows; beside it pandoc's, of the same outline.

    python benchmarks/deck_speed.py [SLIDES ...]

Each figure is one process of its own from start to end: processor seconds (user and system, children too) and the most
memory it held.  pandoc comes from the package pypandoc_binary, or from the path; without it its column stays empty.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from deckmaker.outline import Bullet, Outline, Section
from deckmaker.outline_file import save_outline

SIZES = (10, 100, 800, 1_000)
WORDS = "The council decided that the harbour bridge will carry two lanes of traffic each way from the first of May"
MAKE = (
    "import sys; from deckmaker.outline_file import load_outline; from deckmaker.deck import make_deck;"
    "make_deck(load_outline(sys.argv[1]), sys.argv[2])"
)


def main() -> None:
    """Print the table, or, with --one, run a command and print its cost."""
    if sys.argv[1:2] == ["--one"]:
        subprocess.run(sys.argv[2:], check=True)
        cost = resource.getrusage(resource.RUSAGE_CHILDREN)
        sys.stdout.write(json.dumps([cost.ru_utime + cost.ru_stime, cost.ru_maxrss / 1024]))
        return
    sys.stdout.write(f"{'slides':>7} {'deckmaker':>20} {'pandoc':>20}\n")
    for slides in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(_row(slides, Path(folder)))


def _row(slides: int, folder: Path) -> str:
    outline = outline_of(slides)
    save_outline(outline, folder / "o.yaml")
    (folder / "o.md").write_text(as_markdown(outline), encoding="utf-8")
    ours, memory = _cost([sys.executable, "-c", MAKE, str(folder / "o.yaml"), str(folder / "o.pptx")])
    row = f"{slides:>7,} {f'{ours:.2f} s, {memory:.0f} MB':>20}"
    pandoc = pandoc_path()
    if not pandoc:
        return f"{row}\n"
    theirs, memory = _cost([pandoc, str(folder / "o.md"), "-o", str(folder / "p.pptx"), "--slide-level=1"])
    return f"{row} {f'{theirs:.2f} s, {memory:.0f} MB':>20}  ({ours / theirs:.2f} of pandoc's)\n"


def _cost(command: list[str]) -> tuple[float, float]:
    done = subprocess.run([sys.executable, __file__, "--one", *command], check=True, capture_output=True, text=True)
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def outline_of(slides: int) -> Outline:
    """An outline that makes about so many slides of four bullets, each with notes."""
    numbers = range(max(1, slides - 2))
    return Outline(
        "A deck to measure",
        tuple(Section(f"Section {n}", tuple(Bullet(f"{WORDS}, point {i} of {n}") for i in range(4))) for n in numbers),
    )


def as_markdown(outline: Outline) -> str:
    """The outline as pandoc reads slides: headings, bullets, and the same notes."""
    lines = [f"% {outline.title}", ""]
    for section in outline.sections:
        said = [bullet.text for bullet in section.bullets]
        lines += [f"# {section.heading}", "", *(f"- {text}" for text in said), "", "::: notes", ""]
        lines += [*(f"{text}\n" for text in said), ":::", ""]
    return "\n".join(lines)


def pandoc_path() -> str:
    """Where pandoc is; "" where it is not."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return shutil.which("pandoc") or ""


if __name__ == "__main__":
    main()
