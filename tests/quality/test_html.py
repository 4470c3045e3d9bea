"""Floors on reading web pages, against article text marked by hand on real pages.  Nobody lowers them silently.

Runs where DECKMAKER_SHARED names the folder with data/html, gold/ and eval/ (it is not part of the project).  Text is
scored as the article extraction benchmark of the pages does: bags of four words; precision and recall are means over
the pages, and F1 is made of these means.  page_facts.json says for the first 40 pages what each states of title,
authors ([] where the page names nobody) and day of publication, as a person reads it off the page: the headline as
shown; the day as shown where the metadata's, in UTC, is the next.
"""

import gzip
import json
import os
import re
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from deckmaker.condense import condense
from deckmaker.document import BlockKind, Document
from deckmaker.errors import DeckmakerError
from deckmaker.outline_file import save_outline
from deckmaker.readers import read_bytes
from deckmaker.readers.html_tree import decode_page

HTML_FLOOR, TEXT_FLOOR = 0.975, 0.90
FACTS_FLOORS = {"title": 0.97, "date": 0.95, "authors": 0.95}
MOST_DIFFERENCE = 0.03

SHARED = Path(os.environ.get("DECKMAKER_SHARED", ""))
pytestmark = pytest.mark.skipif(
    "DECKMAKER_SHARED" not in os.environ, reason="DECKMAKER_SHARED does not name a folder with pages and gold texts"
)
FACTS = json.loads(Path(__file__).with_name("page_facts.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def pages() -> dict[str, tuple[bytes, str]]:
    """Each page's bytes and gold text, by its id."""
    folder = SHARED / "data" / "html"
    rows = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["id"]: (gzip.decompress((folder / row["html"]).read_bytes()), row["text"]) for row in rows}


@pytest.fixture(scope="session")
def documents(pages: dict[str, tuple[bytes, str]]) -> dict[str, Document]:
    return {name: read_bytes(page, f"{name}.html") for name, (page, _) in pages.items()}


def test_the_article_and_nothing_else(pages: dict[str, tuple[bytes, str]], documents: dict[str, Document]) -> None:
    figures = _f1([(pages[name][1], _body(document)) for name, document in documents.items()])
    assert figures[0] >= HTML_FLOOR, figures


def test_the_title_counted_with_it_costs_little(
    pages: dict[str, tuple[bytes, str]], documents: dict[str, Document]
) -> None:
    figures = _f1([(pages[name][1], document.text) for name, document in documents.items()])
    assert figures[0] >= 0.960, figures


def _all_that_is_shown(program: str, page: bytes) -> str:
    """The page's visible text as one of two programs writes it: lists of a menu plain, or with bullets."""
    markup = decode_page(page, "page.html")
    if program == "html-text":
        from html_text import extract_text

        return str(extract_text(markup))
    from inscriptis import get_text

    return str(get_text(markup))


@pytest.mark.parametrize("program", ["html-text", "inscriptis"])
def test_the_same_pages_as_plain_text(pages: dict[str, tuple[bytes, str]], program: str) -> None:
    read = []
    for page, gold in pages.values():
        try:
            read.append((gold, _body(read_bytes(_all_that_is_shown(program, page).encode(), "page.txt"))))
        except DeckmakerError:
            read.append((gold, ""))
    figures = _f1(read)
    assert figures[0] >= TEXT_FLOOR, figures


@pytest.mark.parametrize("fact", FACTS_FLOORS)
def test_what_the_page_says_of_itself(documents: dict[str, Document], fact: str) -> None:
    said = {name: _stated(documents[name]) for name in FACTS}
    stated = [name for name in FACTS if FACTS[name][fact]]
    wrong = {name: said[name][fact] for name in stated if said[name][fact] != _plain(FACTS[name][fact])}
    assert len(stated) >= 30
    assert 1 - len(wrong) / len(stated) >= FACTS_FLOORS[fact], wrong


def test_no_author_is_made_up(documents: dict[str, Document]) -> None:
    assert {
        name: documents[name].byline for name in FACTS if not FACTS[name]["authors"] and documents[name].byline
    } == {}


def test_outlines_are_as_good_as_from_the_gold_text(documents: dict[str, Document], tmp_path: Path) -> None:
    scorer = _scorer(SHARED / "eval" / "score.py")
    scores: dict[str, list[float]] = {"page": [], "text": []}
    for gold in sorted((SHARED / "gold").glob("*.json")):
        if gold.stem in documents:
            text = gold.with_suffix(".txt").read_bytes()
            sources = {"page": documents[gold.stem], "text": read_bytes(text, "gold.txt")}
            for name, document in sources.items():
                save_outline(condense(document), tmp_path / f"{gold.stem}.{name}.yaml")
                sections = scorer.read_outline(tmp_path / f"{gold.stem}.{name}.yaml")
                wanted = json.loads(gold.read_text(encoding="utf-8"))
                scores[name].append(scorer.score(wanted, text.decode(), sections)[0]["score"])
    assert len(scores["page"]) >= 16
    assert mean(scores["text"]) - mean(scores["page"]) <= MOST_DIFFERENCE, {k: mean(v) for k, v in scores.items()}


def _body(document: Document) -> str:
    """The document's text without its title."""
    first = int(bool(document.blocks) and document.blocks[0].kind is BlockKind.HEADING and bool(document.title))
    return "\n".join(document.block_text(number) for number in range(first + 1, len(document.blocks) + 1))


def _stated(document: Document) -> dict[str, Any]:
    authors = re.split(r", | and ", document.byline) if document.byline else []
    return {"title": _plain(document.title), "date": str(document.date), "authors": _plain(authors)}


def _plain(fact: Any) -> Any:
    """A fact without the differences that nobody minds: kinds of quotes, case, the order of names."""
    if isinstance(fact, list):
        return {_plain(name) for name in fact}
    return re.sub(r"[‘’“”\"']", "'", fact).casefold()


def _f1(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """(F1, precision, recall) of (gold, read) texts."""
    rows = [_precision_and_recall(_grams(gold), _grams(read)) for gold, read in pairs]
    precision, recall = mean(row[0] for row in rows), mean(row[1] for row in rows)
    return 2 * precision * recall / (precision + recall), precision, recall


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)) if words)


def _precision_and_recall(gold: Counter[tuple[str, ...]], read: Counter[tuple[str, ...]]) -> tuple[float, float]:
    shared = (gold & read).total()
    return shared / max(1, read.total()), shared / max(1, gold.total())


def _scorer(path: Path) -> Any:
    spec = spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module
