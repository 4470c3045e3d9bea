"""Several articles in one briefing, as a person meets it on the command line."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from condense.test_together import BRIDGE, LIGHTHOUSE, RETOLD
from deckmaker.cli import main
from deckmaker.outline_file import load_outline

Run = Callable[..., tuple[int, str, str]]
THREE = ("a.txt", "b.md", "c.txt")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("build", "a.txt") in a folder with three articles -> exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    for name, text in zip(THREE, (BRIDGE, LIGHTHOUSE, RETOLD), strict=True):
        Path(name).write_text(text, encoding="utf-8")

    def call(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["deckmaker", *args])
        with pytest.raises(SystemExit) as stopped:
            main()
        said = capsys.readouterr()
        return (stopped.value.code if isinstance(stopped.value.code, int) else 0), said.out, said.err

    return call


def made() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*.*") if str(path) not in THREE)


def test_one_outline_of_several_articles(run: Run) -> None:
    assert run("outline", *THREE, "--merge", "-o", "brief.yaml")[::2] == (0, "")
    assert made() == ["brief.yaml"]
    text = Path("brief.yaml").read_text(encoding="utf-8")
    assert re.search(r"\[a p\d+\.\d+\]$", text, re.MULTILINE)
    assert re.search(r"\[b p\d+\.\d+\]$", text, re.MULTILINE)
    assert [source.name for source in load_outline("brief.yaml").sources] == list(THREE)
    assert run("check", "brief.yaml")[::2] == (0, "")


def test_deck_and_memo_of_several_articles(run: Run) -> None:
    code, out, err = run("build", *THREE, "--merge")
    assert (code, err) == (0, "")
    assert made() == ["build/a-b-c.pdf", "build/a-b-c.pptx", "outlines/a-b-c.yaml"]
    assert re.search(r"a\.txt: .*\nb\.md: .*\nc\.txt: ", out)
    before = {name: Path(name).read_bytes() for name in made()}
    assert run("build", *THREE, "--merge")[0] == 0
    assert {name: Path(name).read_bytes() for name in made()} == before


def test_the_notes_quote_each_article(run: Run) -> None:
    run("outline", *THREE, "--merge", "-o", "brief.yaml")
    for slides in (
        run("build", *THREE, "--merge", "--show", "slides")[1],
        run("deck", "brief.yaml", "--show", "slides")[1],
    ):
        assert "  notes | a p3.1  The repair will cost 42 million crowns." in slides
        assert "  notes | b p2.1  The lighthouse on Gull Rock was lit on 4 May after nine years of darkness." in slides
        assert "a: Harbour bridge to close for repairs, 4 November 2024, a.txt" in slides
        assert "b: Lighthouse on Gull Rock is lit again, 1 June 2023, b.md" in slides
    assert made() == ["brief.yaml"]


def test_without_merge_each_has_its_own(run: Run) -> None:
    assert run("build", *THREE)[0] == 0
    assert len(made()) == 9
    assert run("outline", *THREE)[0] == 2


def test_one_article_merged_is_that_article(run: Run) -> None:
    run("outline", "a.txt", "--merge", "-o", "merged.yaml")
    run("outline", "a.txt", "-o", "lone.yaml")
    assert Path("merged.yaml").read_bytes() == Path("lone.yaml").read_bytes()


def test_an_outline_is_no_article(run: Run) -> None:
    run("outline", "a.txt", "-o", "o.yaml")
    assert run("build", "o.yaml", "b.md", "--merge")[0] == 2


def test_many_articles_give_a_short_name(run: Run) -> None:
    for number in range(4):
        Path(f"what-the-council-said-{number}.txt").write_text(f"{LIGHTHOUSE}\nMeeting {number} is over.\n", "utf-8")
    names = sorted(str(path) for path in Path().glob("what*"))
    assert run("outline", *names, "--merge")[0] == 0
    assert Path("outlines/what-the-council-said-0-and-3-more.yaml").is_file()


def test_articles_that_moved_are_named_and_looked_up(run: Run) -> None:
    run("outline", *THREE, "--merge", "-o", "brief.yaml")
    Path("away").mkdir()
    for name in THREE:
        Path(name).rename(Path("away", name))
    code, _, err = run("check", "brief.yaml")
    assert code == 0
    assert [f"the article {name} was not found" in err for name in THREE] == [True] * 3
    given = [word for name in THREE for word in ("--article", f"away/{name}")]
    assert run("check", "brief.yaml", *given)[2] == ""
    assert "b.md was not found" in run("check", "brief.yaml", *given[:2], *given[4:])[2]
    Path("other.txt").write_text(LIGHTHOUSE + "\nMore.\n", encoding="utf-8")
    assert "other.txt is none of the articles" in run("check", "brief.yaml", *given, "--article", "other.txt")[2]
    Path("away/b.md").write_text(LIGHTHOUSE + "\nMore.\n", encoding="utf-8")
    assert "away/b.md is not the article" in run("check", "brief.yaml", *given)[2]


def test_places_that_an_article_lacks_are_told(run: Run) -> None:
    run("outline", *THREE, "--merge", "-o", "brief.yaml")
    text = Path("brief.yaml").read_text(encoding="utf-8")
    Path("brief.yaml").write_text(text + "  - Made up [b p99.1]\n", encoding="utf-8")
    assert "the article has no b p99.1: 'Made up'" in run("check", "brief.yaml")[2]


def test_a_bad_article_stops_the_whole(run: Run) -> None:
    Path("empty.txt").touch()
    code, _, err = run("build", "a.txt", "empty.txt", "--merge")
    assert (code, made()) == (3, ["empty.txt"])
    assert "empty.txt: this file is empty" in err


def test_documents_are_shown_one_after_the_other(run: Run) -> None:
    for command in ("build", "outline"):
        out = run(command, "a.txt", "b.md", "--merge", "--show", "document")[1]
        assert out.count("title: ") == 2


def test_the_same_bytes_whatever_the_hash_seed(run: Run) -> None:
    command = [sys.executable, "-m", "deckmaker", "outline", *THREE, "--merge", "-o", "-"]
    said = {
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert said.pop() == run("outline", *THREE, "--merge", "-o", "-")[1].encode()
