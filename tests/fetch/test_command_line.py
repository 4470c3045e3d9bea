"""A web address in place of a file, as a person meets it on the command line."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.cli import main
from deckmaker.outline_file import load_outline
from fetch.conftest import ARTICLE

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("build", url) in an empty folder -> exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["deckmaker", *args])
        with pytest.raises(SystemExit) as stopped:
            main()
        said = capsys.readouterr()
        return (stopped.value.code if isinstance(stopped.value.code, int) else 0), said.out, said.err

    return call


def files() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*.*"))


def test_build_from_a_page(run: Run, site: str) -> None:
    code, out, err = run("build", f"{site}/lighthouse.txt", "--allow-private")
    assert (code, err) == (0, "")
    assert files() == ["build/lighthouse.pdf", "build/lighthouse.pptx", "outlines/lighthouse.yaml"]
    source = load_outline("outlines/lighthouse.yaml").source
    assert source
    assert source.url == f"{site}/lighthouse.txt"
    assert source.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert "lighthouse.txt: 75 words" in out


def test_the_page_is_kept_beside_the_outline_and_found_again(run: Run, site: str) -> None:
    code, out, _ = run("build", f"{site}/lighthouse.txt", "--allow-private", "--save-source")
    assert code == 0
    assert "outlines/lighthouse.txt" in out
    assert Path("outlines/lighthouse.txt").read_bytes() == ARTICLE.encode()
    assert run("check", "outlines/lighthouse.yaml")[2] == ""
    assert "nine years of darkness" in run("deck", "outlines/lighthouse.yaml", "--show", "slides")[1]


def test_a_page_in_another_charset_is_found_again(run: Run, site: str) -> None:
    options = ("--allow-private", "--save-source", "-o", "made/o.yaml")
    assert run("outline", f"{site}/latin", *options)[0] == 0
    assert "Café Zoë" in Path("made/o.yaml").read_text(encoding="utf-8")
    assert run("check", "made/o.yaml")[2] == ""
    assert files() == ["made/latin.txt", "made/o.yaml"]


def test_a_web_page_is_read_in_the_charset_that_its_head_states(run: Run, site: str) -> None:
    code, out, err = run("outline", f"{site}/article", "--allow-private", "--save-source", "-o", "o.yaml")
    assert (code, out.count("o.yaml")) == (0, 1), err
    outline = load_outline("o.yaml")
    assert outline.title == "Маяк снова горит"
    assert any("310 тысяч крон" in bullet.text for bullet in outline.bullets())
    assert "Спорт" not in Path("o.yaml").read_text(encoding="utf-8")
    assert run("check", "o.yaml")[2] == ""
    assert files() == ["article.html", "o.yaml"]


def test_an_outline_is_printed(run: Run, site: str) -> None:
    code, out, _ = run("outline", f"{site}/lighthouse", "--allow-private", "-o", "-")
    assert (code, files()) == (0, [])
    assert f"url: {site}/lighthouse" in out
    assert run("outline", f"{site}/lighthouse", "--allow-private", "-o", "-", "--save-source")[0] == 2


def test_the_document_is_shown_and_nothing_kept(run: Run, site: str) -> None:
    for command in ("build", "outline"):
        out = run(command, f"{site}/lighthouse", "--allow-private", "--show", "document")[1]
        assert "p2.1\tparagraph\tThe lighthouse on Gull Rock was lit on 4 May" in out
    assert files() == []


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [("no-such-page", 9, "404"), ("fails/500", 9, "500"), ("picture", 3, "no article"), ("empty", 3, "is empty")],
)
def test_each_kind_of_trouble_has_its_exit_code(run: Run, site: str, path: str, code: int, says: str) -> None:
    stopped, out, err = run("outline", f"{site}/{path}", "--allow-private")
    assert (stopped, out, files()) == (code, "", [])
    assert err.startswith(f"error: {site}/{path}: ")
    assert says in err
    assert "Traceback" not in err


def test_private_networks_want_to_be_allowed(run: Run, site: str) -> None:
    code, _, err = run("outline", f"{site}/lighthouse")
    assert code == 10
    assert "--allow-private" in err


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/a.txt", "http://example.org:99999/a.yaml"])
def test_other_addresses_are_not_opened(run: Run, url: str) -> None:
    assert run("build", url)[0] == 10


def test_a_bad_address_does_not_stop_the_others(run: Run, site: str) -> None:
    code, _, err = run("build", f"{site}/fails/500", f"{site}/lighthouse", "--allow-private")
    assert code == 9
    assert "in trouble" in err
    assert "outlines/lighthouse.yaml" in files()


def test_another_file_of_that_name_stays(run: Run, site: str) -> None:
    Path("lighthouse.txt").write_text("mine", encoding="utf-8")
    code, _, err = run("outline", f"{site}/lighthouse.txt", "--allow-private", "--save-source", "-o", "o.yaml")
    assert code == 5
    assert "--fresh" in err
    assert files() == ["lighthouse.txt"]
    assert Path("lighthouse.txt").read_text(encoding="utf-8") == "mine"
