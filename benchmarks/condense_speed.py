"""How long condensing takes, and how much memory, as an article grows; beside it sumy's LexRank and TextRank.

    python benchmarks/condense_speed.py [--shared FOLDER] [--limit SECONDS] [WORDS ...]

Each figure is one process of its own from start to end, import and reading included, on one core: processor seconds
and the most memory it held.  The text is made of the articles in FOLDER/data/headed, else of the project's seeds.
"""

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = (1_000, 10_000, 100_000, 1_000_000)
METHODS = ("deckmaker", "LexRank", "TextRank")
NO_MEMORY = 3
"""The exit status of a process that asked for more memory than there is."""

SENTENCES = 30
"""How many sentences sumy is asked for: about as many as an outline has bullets."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds and megabytes of a process."""

    seconds: float
    megabytes: float


def main() -> None:
    """Print the table, or, with --one, do one method's work and print its cost."""
    options = _options()
    if options.one:
        try:
            _write(json.dumps(_work(options.one, Path(options.words[0]))))
        except MemoryError:
            sys.exit(NO_MEMORY)
        return
    _write(f"{'words':>9} " + " ".join(f"{method:>24}" for method in METHODS) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        paragraphs = _paragraphs(options.shared)
        for size in map(int, options.words or SIZES):
            article = Path(folder) / "article.txt"
            article.write_text("\n\n".join(_first(paragraphs, size)), encoding="utf-8")
            _write(_row(size, article, options.limit))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("words", nargs="*", help="sizes of the articles, in words")
    parser.add_argument("--shared", default=os.environ.get("DECKMAKER_SHARED", ""), help="folder with data/headed")
    parser.add_argument("--limit", type=float, default=120, help="seconds after which sumy is stopped")
    parser.add_argument("--one", choices=METHODS, help=argparse.SUPPRESS)
    return parser.parse_args()


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _paragraphs(shared: str) -> list[str]:
    """Headings and paragraphs of whole articles, in order."""
    if not shared:
        return [
            p for path in sorted((HERE.parent / "seeds").glob("*.txt")) for p in path.read_text("utf-8").split("\n\n")
        ]
    found: list[str] = []
    for path in sorted((Path(shared) / "data" / "headed").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                found.append(row["title"])
                for section in row["sections"]:
                    found += [text for text in (section["heading"], *section["paragraphs"]) if text]
    return found


def _first(paragraphs: list[str], size: int) -> Iterator[str]:
    """As many paragraphs as make up that many words, from the start again when there are too few."""
    for paragraph in cycle(paragraphs):
        words = paragraph.split()
        yield " ".join(islice(words, size))
        size -= len(words)
        if size <= 0:
            return


def _row(size: int, article: Path, limit: float) -> str:
    """One line of the table: the cost of each method, and how many times deckmaker's time the others take."""
    own = _cost("deckmaker", article, 3600)
    cells = [own.rjust(24) if isinstance(own, str) else f"{own.seconds:9.2f} s {own.megabytes:8.0f} MB  "]
    for method in METHODS[1:]:
        cost = _cost(method, article, limit)
        if isinstance(cost, str) or isinstance(own, str):
            cells.append(str(cost).rjust(24))
        else:
            cells.append(f"{cost.seconds:7.2f} s {cost.megabytes:5.0f} MB {cost.seconds / own.seconds:5.1f}x")
    return f"{size:9,} " + " ".join(cells) + "\n"


def _cost(method: str, article: Path, limit: float) -> Cost | str:
    """What a method costs in a process of its own; a word when it takes longer than the limit or too much memory."""
    command = [sys.executable, __file__, "--one", method, str(article)]
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    path = os.pathsep.join([str(HERE.parent / "src"), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | threads | {"PYTHONPATH": path}
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=limit, env=environment, check=True)
    except subprocess.TimeoutExpired:
        return f"> {limit:.0f} s"
    except subprocess.CalledProcessError as error:
        if error.returncode == NO_MEMORY:
            return "out of memory"
        raise
    return Cost(**json.loads(done.stdout))


def _work(method: str, article: Path) -> dict[str, float]:
    """Do a method's whole work on an article; what this process used from its start."""
    import resource

    if method == "deckmaker":
        from deckmaker.condense import condense
        from deckmaker.readers import read

        condense(read(article))
    else:
        _summarize(method, article)
    used = resource.getrusage(resource.RUSAGE_SELF)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return {"seconds": used.ru_utime + used.ru_stime, "megabytes": kilobytes / 1024}


class _Tokenizer:
    """sumy's tokenizer without the data that NLTK downloads: deckmaker's sentences, runs of letters as words."""

    def to_sentences(self, paragraph: str) -> list[str]:
        """The sentences of a paragraph."""
        from deckmaker.language.sentences import split_sentences

        return [paragraph[start:end] for start, end in split_sentences(paragraph, "en")]

    def to_words(self, sentence: str) -> list[str]:
        """The words of a sentence."""
        return re.findall(r"[^\W\d_]+", sentence)


def _summarize(method: str, article: Path) -> None:
    """Work as sumy's manual shows it, with stemmer and stop words."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    summarizer = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer}[method](Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    summarizer(PlaintextParser.from_string(article.read_text("utf-8"), _Tokenizer()).document, SENTENCES)


if __name__ == "__main__":
    main()
