"""The same outline is the same file: whatever the second, the time zone, the hash seed, the environment."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deckmaker.memo import make_memo
from deckmaker.outline import Outline

_CODE = """
import hashlib, sys
from dataclasses import replace
from pathlib import Path
from PIL import Image
from deckmaker.memo import MemoHead, MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Picture, Section, Table
from deckmaker.document import Place
from deckmaker.theme import Logo, load_theme
folder = Path(sys.argv[1]).parent
Image.new("RGBA", (30, 20), (9, 90, 140, 99)).save(folder / "p.png")
svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0L9 9Z"/></svg>'
(folder / "c.svg").write_text(svg)
rows = tuple((f"Teil {n}", f"{n},5") for n in range(60))
exhibits = (Table("Kosten", ("Was", "Euro"), rows), Picture("p.png", "Ein Kai"))
points = (Bullet("R & D, 57 % ★", (Place(1, 1),)), Bullet("क्षत्रिय, λόγος, שלום (NATO) 12, العربية"))
outline = Outline("Häfen", (Section("Warum", points, "", exhibits),), language="de")
theme = replace(load_theme(), logo=Logo(str(folder / "c.svg")))
options = MemoOptions(theme, head=MemoHead("Ä"), attachment=b"title: x", marking="OFFEN", signature=("Ada",))
make_memo(outline, sys.argv[1], replace(options, folder=str(folder)))
print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())
"""


def test_a_second_memo_in_the_process_is_the_first(harbour: Callable[..., Outline], tmp_path: Path) -> None:
    make_memo(harbour(), tmp_path / "one.pdf")
    make_memo(harbour(title="Another one, with Ωmega"), tmp_path / "between.pdf")
    make_memo(harbour(), tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_different_memos_have_different_ids(harbour: Callable[..., Outline], tmp_path: Path) -> None:
    import pikepdf

    ids = set()
    for title in ("One", "Two"):
        make_memo(harbour(title=title), tmp_path / "memo.pdf")
        with pikepdf.open(tmp_path / "memo.pdf") as pdf:
            ids.add(bytes(pdf.trailer.ID[0]))
    assert len(ids) == 2


@pytest.mark.slow
def test_the_environment_changes_nothing(tmp_path: Path) -> None:
    environments = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1700000000", "LC_ALL": "C"},
    )
    digests = set()
    for environment in environments:
        command = [sys.executable, "-c", _CODE, str(tmp_path / "memo.pdf")]
        done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
        digests.add(done.stdout.strip())
    assert len(digests) == 1
    assert hashlib.sha256((tmp_path / "memo.pdf").read_bytes()).hexdigest() in digests
