"""The README's commands are run and their output compared, so that it cannot rot; `make accept` rewrites it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def masked(text: str) -> str:
    """The text without what differs from run to run."""
    return re.sub(r"\b\d+\.\d s\b", "0.0 s", text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh folder with the seeds and a `deckmaker` on the path."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "outlines", folder / "outlines")
    (folder / "bin").mkdir()
    command = folder / "bin" / "deckmaker"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckmaker "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


def run(command: str, folder: Path) -> str:
    """What a shell command prints, errors included."""
    environment = os.environ | {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def executed(block: str, folder: Path) -> str:
    """The block with each command followed by what it prints now."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{run(command[2:], folder)}" for command in commands)


def test_the_commands_print_what_the_readme_says(folder: Path) -> None:
    text = README.read_text(encoding="utf-8")
    now = CONSOLE.sub(lambda match: f"```console\n{executed(match[1], folder)}```", text)
    if os.environ.get("DECKMAKER_ACCEPT") and masked(now) != masked(text):
        README.write_text(now, encoding="utf-8")
        text = now
    assert masked(now) == masked(text)
    assert "Traceback" not in now


def test_the_python_example_runs(folder: Path) -> None:
    (example,) = PYTHON.findall(README.read_text(encoding="utf-8"))
    (folder / "example.py").write_text(example, encoding="utf-8")
    for name in ("brief.yaml", "brief.pptx", "brief.pdf"):
        (folder / name).unlink(missing_ok=True)
    assert run(f"{sys.executable} example.py", folder) == ""
    assert {"brief.yaml", "brief.pptx", "brief.pdf"} <= {p.name for p in folder.iterdir()}


def test_the_readme_is_two_screens_of_prose() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < 190


def test_every_file_that_the_docs_name_is_there() -> None:
    for page in [README, *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} names {target}"
