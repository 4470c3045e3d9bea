"""The command line as a person meets it: what it writes, says, refuses, and its exit codes."""

import io
import json
import os
import re
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from deckmaker.cli import cli, main
from deckmaker.outline_file import load_outline

ARTICLE = """\
Harbour bridge to close for repairs

The city of Northhaven will close its harbour bridge on 3 March for eleven months. Engineers found cracks in four of the
nine steel spans during an inspection in October.

The repair will cost 42 million crowns. The national roads agency pays two thirds of the bill and the city pays the
rest.

About 19,000 vehicles cross the bridge each working day. Ferries will carry pedestrians and cyclists free of charge
every ten minutes, the transport office announced.

Shop owners on the east bank fear for their trade. The chamber of commerce asked the council for a relief fund of
two million crowns. The council will vote on the fund in February.

The bridge opened in 1961 and was last painted in 1998. A new bridge further north has been discussed for decades.
"""


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("build", "a.txt", stdin=b"...") in an empty folder that holds a.txt."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")

    def call(*args: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["deckmaker", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stopped:
            main()
        said = capsys.readouterr()
        return Done(stopped.value.code if isinstance(stopped.value.code, int) else 0, said.out, said.err)

    return call


def test_build_writes_outline_deck_and_memo_and_says_so(run: Run) -> None:
    done = run("build", "a.txt")
    assert (done.code, done.err) == (0, "")
    assert sorted(str(p) for p in Path().rglob("*.*")) == ["a.txt", "build/a.pdf", "build/a.pptx", "outlines/a.yaml"]
    for said in ("outlines/a.yaml", "build/a.pptx", "build/a.pdf", "sections", "slides", "page", " s\n"):
        assert said in done.out


def test_building_twice_gives_the_same_bytes(run: Run) -> None:
    run("build", "a.txt")
    first = {p: p.read_bytes() for p in Path().rglob("*/a.*")}
    assert run("build", "a.txt").code == 0
    assert {p: p.read_bytes() for p in Path().rglob("*/a.*")} == first
    assert len(first) == 3


def test_the_date_may_come_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("outline", "a.txt", "-o", "o.yaml")
    run("memo", "o.yaml", "-o", "undated.pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("memo", "o.yaml", "-o", "dated.pdf")
    assert b"D:20231114" in Path("dated.pdf").read_bytes()
    assert b"D:20231114" not in Path("undated.pdf").read_bytes()


def test_an_edited_outline_is_kept_and_shown_as_it_is(run: Run) -> None:
    run("build", "a.txt")
    path = Path("outlines/a.yaml")
    edited = path.read_text(encoding="utf-8").replace(
        "sections:\n", "sections:\n- heading: Mine\n  bullets: [By hand]\n"
    )
    path.write_text(edited, encoding="utf-8")
    done = run("build", "a.txt")
    assert "edited since deckmaker wrote it" in done.out
    assert path.read_text(encoding="utf-8") == edited
    assert "By hand" in run("deck", "outlines/a.yaml", "--show", "slides").out

    done = run("build", "a.txt", "--fresh")
    assert "outlines/a.old-1.yaml" in done.out
    assert Path("outlines/a.old-1.yaml").read_text(encoding="utf-8") == edited
    assert "By hand" not in path.read_text(encoding="utf-8")


def test_an_outline_is_built_without_touching_it(run: Run) -> None:
    run("outline", "a.txt", "-o", "mine.yaml")
    before = Path("mine.yaml").read_bytes()
    done = run("build", "mine.yaml", "-o", "out")
    assert done.code == 0
    assert sorted(p.name for p in Path("out").iterdir()) == ["mine.pdf", "mine.pptx"]
    assert Path("mine.yaml").read_bytes() == before
    assert not Path("outlines").exists()


def test_several_inputs_go_on_after_a_bad_one(run: Run) -> None:
    Path("empty.txt").touch()
    done = run("build", "empty.txt", "a.txt")
    assert done.code == 3
    assert "empty.txt" in done.err
    assert Path("build/a.pptx").exists()


def test_a_memo_that_cannot_be_set_leaves_the_deck_and_says_why(run: Run) -> None:
    sentence = "The old bridge สะพาน was closed in {} because its piers were weak, the council said on Monday."
    Path("th.txt").write_text("\n\n".join(sentence.format(year) for year in (1994, 2003, 2017)), encoding="utf-8")
    done = run("build", "th.txt")
    assert done.code == 6
    assert "is in Thai" in done.err
    assert "build/th.pptx" in done.out
    assert not Path("build/th.pdf").exists()


def test_a_deck_that_somebody_changed_is_not_overwritten(run: Run) -> None:
    run("build", "a.txt")
    Path("build/a.pptx").write_bytes(b"somebody's own file")
    done = run("build", "a.txt")
    assert done.code == 5
    assert "--fresh" in done.err
    assert Path("build/a.pptx").read_bytes() == b"somebody's own file"
    assert run("build", "a.txt", "--fresh").code == 0
    assert Path("build/a.old-1.pptx").read_bytes() == b"somebody's own file"


def test_standard_input_is_read(run: Run) -> None:
    done = run("outline", "-", "-o", "-", stdin=ARTICLE.encode())
    assert done.code == 0
    assert "name: stdin.txt" in done.out
    assert run("check", "-", stdin=done.out.encode()).code == 0
    assert run("build", "-", stdin=ARTICLE.encode()).code == 0
    assert Path("build/stdin.pptx").exists()


@pytest.mark.parametrize("stage", ["document", "outline", "slides"])
def test_show_prints_a_stage_and_writes_nothing(run: Run, stage: str) -> None:
    done = run("build", "a.txt", "--show", stage)
    assert done.code == 0
    assert "harbour bridge" in done.out
    assert [p.name for p in Path().iterdir()] == ["a.txt"]


def test_limits_are_kept(run: Run) -> None:
    run("outline", "a.txt", "-o", "o.yaml", "--sections", "2", "--bullets", "1-2")
    outline = load_outline("o.yaml")
    assert len(outline.sections) == 2
    assert all(len(section.bullets) <= 2 for section in outline.sections)
    run("outline", "a.txt", "-o", "p.yaml", "--minutes", "8")
    assert len(load_outline("p.yaml").sections) == 4


def test_memo_takes_its_head_and_paper(run: Run) -> None:
    run("outline", "a.txt", "-o", "o.yaml")
    head = [
        "--to",
        "The Director",
        "--from",
        "Desk",
        "--date",
        "1 March 2026",
        "--subject",
        "Bridge",
        "--paper",
        "letter",
    ]
    assert run("memo", "o.yaml", "-o", "m.pdf", *head).code == 0
    assert Path("m.pdf").read_bytes().startswith(b"%PDF-")
    assert run("memo", "o.yaml").code == 0
    assert Path("build/o.pdf").exists()


def test_check_names_places_that_the_article_lacks(run: Run) -> None:
    run("outline", "a.txt", "-o", "o.yaml")
    assert run("check", "o.yaml") == (0, run("check", "o.yaml").out, "")
    text = Path("o.yaml").read_text(encoding="utf-8")
    Path("o.yaml").write_text(text + "  - Beyond the end [p99.1]\n", encoding="utf-8")
    done = run("check", "o.yaml")
    assert "the article has no p99.1" in done.err
    assert run("--strict", "check", "o.yaml").code == 8


def test_an_outline_without_its_article_says_so(run: Run) -> None:
    run("outline", "a.txt", "-o", "o.yaml")
    Path("a.txt").rename("b.txt")
    assert "a.txt was not found" in run("deck", "o.yaml").err
    assert run("deck", "o.yaml", "--article", "b.txt").err == ""
    Path("b.txt").write_text(ARTICLE + "\nOne more line stands here now.\n", encoding="utf-8")
    assert "not the article" in run("deck", "o.yaml", "--article", "b.txt").err


def test_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").out)["type"] == "object"


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["build", "none.txt"], 3, "none.txt"),
        (["build", "a.docx"], 3, ".docx"),
        (["build", "."], 3, "folder"),
        (["check", "none.yaml"], 3, "none.yaml"),
        (["check", "bad.yaml"], 4, "bad.yaml:1"),
        (["outline", "a.txt", "-o", "a.txt/x.yaml"], 5, "cannot be written"),
        (["outline", "a.txt", "--sections", "7-3"], 2, "not a range"),
        (["outline", "a.txt", "--words", "2"], 2, "range"),
        (["deck", "o.yaml", "--theme", "pink"], 2, "pink"),
        (["deck", "o.yaml", "--template", "none.pptx"], 3, "none.pptx"),
        (["open", "none.pptx"], 3, "none.pptx"),
        (["print", "a.txt"], 3, "not a PDF"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_errors_say_what_to_do_and_set_the_code(run: Run, args: list[str], code: int, says: str) -> None:
    Path("bad.yaml").write_text("title: T\n", encoding="utf-8")
    run("outline", "a.txt", "-o", "o.yaml")
    done = run(*args)
    assert done.code == code, done
    assert says in done.err
    assert "Traceback" not in done.err


def test_a_folder_that_may_not_be_written_is_an_output_error(run: Run) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    Path("locked").mkdir()
    Path("locked").chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert run("build", "a.txt", "-o", "locked").code == 5


def test_a_second_outline_of_the_same_name_is_refused(run: Run) -> None:
    Path("o.yaml").write_text("title: mine\nsections:\n- heading: H\n  bullets: [b]\n", encoding="utf-8")
    done = run("outline", "a.txt", "-o", "o.yaml")
    assert done.code == 5
    assert "--fresh" in done.err


@pytest.mark.parametrize("command", ["lp", "xdg-open"])
def test_the_desktops_programs_are_called_or_named(run: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("m.pdf").write_bytes(b"%PDF-1.7\n")
    args = ["print", "m.pdf", "--printer", "office"] if command == "lp" else ["open", "m.pdf"]
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    done = run(*args)
    assert (done.code, command in done.err) == (7, True)

    script = Path("fake").absolute()
    script.write_text('#!/bin/sh\necho "$@" > said\necho "request id is office-1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(script))
    assert run(*args).code == 0
    assert Path("said").read_text(encoding="utf-8") == ("-d office -- m.pdf\n" if command == "lp" else "m.pdf\n")

    script.write_text('#!/bin/sh\necho "no such queue" >&2\nexit 1\n', encoding="utf-8")
    done = run(*args)
    assert (done.code, "no such queue" in done.err) == (7, True)


def test_every_command_shows_an_example(run: Run) -> None:
    for name in ["", *cli.commands]:
        done = run(*[name] if name else [], "--help")
        assert done.code == 0
        assert "Example:" in done.out
    assert "Exit codes" in run("--help").out
    assert run("--version").out.startswith("deckmaker 0.")


def test_verbose_says_how_long(run: Run) -> None:
    said = run("-v", "outline", "a.txt", "-o", "o.yaml").err
    assert re.search(r"condensing: \d+\.\d\d s", said)


def test_a_memo_gives_back_its_outline_byte_for_byte(run: Run) -> None:
    text = "# mine\ntitle:   Ours\nsections:\n- heading: H\n  bullets: [ 'b' ]\n"
    Path("o.yaml").write_text(text, encoding="utf-8")
    assert run("memo", "o.yaml", "-o", "m.pdf").code == 0
    assert run("extract", "m.pdf").code == 0
    assert Path("m.yaml").read_bytes() == Path("o.yaml").read_bytes()
    assert run("extract", "m.pdf", "-o", "-").out == text
    Path("m.yaml").write_text("changed", encoding="utf-8")
    done = run("extract", "m.pdf")
    assert (done.code, "--fresh" in done.err) == (5, True)
    assert run("extract", "m.pdf", "--fresh").code == 0
    assert Path("m.old-1.yaml").read_text(encoding="utf-8") == "changed"


@pytest.mark.parametrize(
    ("data", "said"), [(b"text", "is not a PDF"), (b"%PDF-1.7\nbroken", "cannot be read"), (None, "No such file")]
)
def test_what_carries_no_outline_is_said(run: Run, data: bytes | None, said: str) -> None:
    if data is not None:
        Path("m.pdf").write_bytes(data)
    done = run("extract", "m.pdf")
    assert (done.code, said in done.err) == (3, True)


def test_a_memo_is_made_as_asked(run: Run) -> None:
    Path("o.yaml").write_text("title: Ours\nsections:\n- heading: H\n  bullets: [b]\n", encoding="utf-8")
    words = [
        "--marking",
        "OFFICIAL",
        "--signature",
        "Ada",
        "--signature",
        "Director",
        "--ref",
        "A/1",
        "--quote-sources",
    ]
    done = run("memo", "o.yaml", *words, "--one-page", "--theme", "warm", "--paper", "letter")
    assert (done.code, "1 page" in done.out) == (0, True)


def test_a_memo_that_does_not_fit_one_page_says_what_to_cut(run: Run) -> None:
    bullets = "".join(f"  - Point number {n} of a very long list\n" for n in range(90))
    Path("o.yaml").write_text(f"title: Ours\nsections:\n- heading: H\n  bullets:\n{bullets}", encoding="utf-8")
    done = run("memo", "o.yaml", "--one-page")
    assert (done.code, "longer than one page" in done.err) == (6, True)
    assert "Cut 51 points" in done.err
    assert "“Point number 89 of a very long list”" in done.err
    assert not Path("build/o.pdf").exists()


def test_printing_passes_on_paper_sides_and_copies(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("m.pdf").write_bytes(b"%PDF-1.7\n")
    script = Path("fake").absolute()
    script.write_text('#!/bin/sh\nprintf "%s " "$@" > said\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(script))
    done = run("print", "m.pdf", "--paper", "a4", "--sides", "two", "--copies", "12")
    assert (done.code, done.out) == (0, "m.pdf was sent to the printer\n")
    wished = "-n 12 -o media=iso_a4_210x297mm -o sides=two-sided-long-edge -- m.pdf "
    assert Path("said").read_text(encoding="utf-8") == wished


def test_a_deck_is_checked(run: Run, tmp_path: Path) -> None:
    outline = tmp_path / "o.yaml"
    outline.write_text("title: T\nsections:\n- heading: H\n  bullets: [a]\n", encoding="utf-8")
    assert run("deck", str(outline), "-o", str(tmp_path / "o.pptx")).code == 0
    done = run("check", str(tmp_path / "o.pptx"))
    assert (done.code, done.out) == (0, f"{tmp_path / 'o.pptx'}: sound; nothing keeps anyone out\n")


def test_a_deck_with_faults_fails(run: Run, tmp_path: Path) -> None:
    from pptx import Presentation

    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(str(tmp_path / "o.pptx"))
    done = run("check", str(tmp_path / "o.pptx"))
    assert done.code == 11
    assert "error: slide 1: the slide has no title\n  Give it a title" in done.out
    assert "1 fault found" in done.err


def test_themes_are_listed(run: Run) -> None:
    assert run("themes").out.splitlines()[0] == (
        "sober   white ground, ink text, one calm blue; Cambria and Calibri (the default)"
    )


def test_a_template_is_checked(run: Run, tmp_path: Path) -> None:
    from pptx import Presentation

    Presentation().save(str(tmp_path / "t.pptx"))
    said = run("check-template", str(tmp_path / "t.pptx")).out
    assert "'Title and Content' serves: bottom line" in said
    assert run("check-template", str(tmp_path / "none.pptx")).code == 3


def test_minutes_and_slides_bound_a_deck(run: Run, tmp_path: Path) -> None:
    outline = tmp_path / "o.yaml"
    sections = "".join(f"- heading: H{n}\n  bullets: [a, b]\n" for n in range(6))
    outline.write_text(f"title: T\nsections:\n{sections}", encoding="utf-8")
    assert run("deck", str(outline), "-o", str(tmp_path / "1.pptx")).out.endswith("8 slides\n")
    assert run("deck", str(outline), "-o", str(tmp_path / "2.pptx"), "--slides", "7").out.endswith("7 slides\n")
    done = run("--strict", "deck", str(outline), "-o", str(tmp_path / "3.pptx"), "--minutes", "2")
    assert done.code == 8
    assert "the deck has 7 slides, 5 were asked for" in done.err


def test_pictures_are_found_beside_the_outline(run: Run, tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "in").mkdir()
    Image.new("RGB", (40, 30)).save(tmp_path / "in" / "a.png")
    outline = tmp_path / "in" / "o.yaml"
    text = "title: T\nsections:\n- heading: H\n  exhibits:\n  - picture: {file: a.png, alt: Black}\n"
    outline.write_text(text, encoding="utf-8")
    assert run("deck", str(outline), "-o", str(tmp_path / "o.pptx")).code == 0
    assert run("build", str(outline), "-o", str(tmp_path / "out")).code == 0
    assert run("deck", str(outline), "--show", "slides").out.count("Picture: a.png") == 1


def test_a_deck_is_pulled_back(run: Run, tmp_path: Path) -> None:
    outline = tmp_path / "o.yaml"
    outline.write_text("title: T\nsections:\n- heading: H\n  bullets:\n  - a [p1.1]\n  - b\n", encoding="utf-8")
    assert run("deck", str(outline), "-o", str(tmp_path / "o.pptx")).code == 0
    printed = run("pull", str(tmp_path / "o.pptx"), "-o", "-").out
    assert printed.splitlines()[2:] == ["title: T", "sections:", "- heading: H", "  bullets:", "  - a [p1.1]", "  - b"]
    assert run("pull", str(tmp_path / "o.pptx"), "-o", str(tmp_path / "n.yaml")).code == 0
    assert load_outline(tmp_path / "n.yaml") == load_outline(outline)


def test_a_deck_of_others_cannot_be_pulled(run: Run, tmp_path: Path) -> None:
    from pptx import Presentation

    Presentation().save(str(tmp_path / "o.pptx"))
    done = run("pull", str(tmp_path / "o.pptx"))
    assert done.code == 3
    assert "carries no outline" in done.err
