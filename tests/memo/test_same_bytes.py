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
from deckmaker.memo import MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.document import Place
outline = Outline("Häfen", (Section("Warum", (Bullet("R & D, 57 %", (Place(1, 1),)),)),), language="de")
make_memo(outline, sys.argv[1], MemoOptions(attachment=b"title: x"))
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
