"""Printing on a real CUPS: a server of our own, on a port of its own, with a queue that prints into PDF files."""

import os
import pwd
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from deckmaker.cli import cli
from deckmaker.errors import ProgramError
from deckmaker.memo import MemoOptions, make_memo
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.theme import PAPERS

pytestmark = pytest.mark.system
Program = Callable[[str], str]

DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
SERVER = """Listen localhost:{port}
Browsing No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
"""
FILES = """ServerRoot {root}
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
"""
PRINTED = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
"""Where the driver puts what is printed; only the system's own settings could say otherwise."""


@pytest.fixture(scope="module")
def cups(program: Program) -> Iterator[Path]:
    """The folder of a running CUPS whose default queue is "pdf"."""
    server, admin = program("cupsd"), program("lpadmin")
    if os.geteuid():
        pytest.skip("only root may run a CUPS whose queue writes files")
    if not DRIVER.is_file():
        pytest.skip("printer-driver-cups-pdf is not installed")
    root = Path(tempfile.mkdtemp(prefix="deckmaker-cups-"))  # filters run as another user: not below tmp_path
    port = _write_settings(root)
    command = [server, "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            environment = os.environ | {"CUPS_SERVER": f"localhost:{port}"}
            queue = [admin, "-p", "pdf", "-E", "-v", "cups-pdf:/", "-P", str(DRIVER)]
            _wait(lambda: subprocess.run(queue, env=environment, capture_output=True, check=False).returncode == 0)
            subprocess.run([admin, "-d", "pdf"], env=environment, capture_output=True, check=True)
            os.environ["CUPS_SERVER"] = environment["CUPS_SERVER"]
            yield root
        finally:
            os.environ.pop("CUPS_SERVER", None)
            process.terminate()
    shutil.rmtree(root)


def _write_settings(root: Path) -> int:
    """Write the server's settings; the port it listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = int(probe.getsockname()[1])
    root.chmod(0o755)
    for name in ("spool", "cache", "state", "tmp", "log", "ppd"):
        (root / name).mkdir()
        (root / name).chmod(0o1777)
    for name, text in (("cupsd.conf", SERVER), ("cups-files.conf", FILES)):
        (root / name).write_text(text.format(root=root, port=port), encoding="utf-8")
        (root / name).chmod(0o644)
    return port


def _wait(ready: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            pytest.fail("CUPS did not do it in time")
        time.sleep(0.1)


def memo(path: Path, paper: str) -> Path:
    points = tuple(Bullet(f"Point number {n} of the memo that is printed") for n in range(50))
    outline = Outline("Printed on paper", (Section("All", points),), language="en")
    return make_memo(outline, path, MemoOptions(paper=PAPERS[paper])).path


def pages_logged(root: Path) -> list[str]:
    log = root / "log" / "page"
    return log.read_text(encoding="utf-8").splitlines() if log.is_file() else []


@pytest.mark.parametrize(
    ("paper", "options", "size", "logged"),
    [
        ("a4", ["--paper", "a4", "--sides", "two", "--copies", "3"], "A4", "iso_a4_210x297mm two-sided-long-edge"),
        ("letter", ["--printer", "pdf", "--paper", "letter"], "letter", "na_letter_8.5x11in -"),
    ],
)
def test_a_memo_is_printed_as_asked(
    cups: Path, program: Program, tmp_path: Path, paper: str, options: list[str], size: str, logged: str
) -> None:
    name = f"deckmaker-{paper}-{os.getpid()}"
    file, before = memo(tmp_path / f"{name}.pdf", paper), len(pages_logged(cups))
    done = CliRunner().invoke(cli, ["print", str(file), *options])
    assert done.exit_code == 0, done.output
    assert "request id is pdf-" in done.output
    _wait(lambda: len(pages_logged(cups)) > before and [*PRINTED.glob(f"{name}*.pdf")])
    copies = 3 if "--copies" in options else 1
    assert f"total {2 * copies} " in pages_logged(cups)[-1]
    assert pages_logged(cups)[-1].endswith(logged)
    (there,) = PRINTED.glob(f"{name}*.pdf")
    printed = there.rename(tmp_path / "printed.pdf")
    said = subprocess.run([program("pdfinfo"), str(printed)], capture_output=True, text=True, check=True).stdout
    assert f"({size})" in said
    assert re.search(r"Pages: +2\n", said)
    rows = [ink_by_row(looks(program, path)) for path in (file, printed)]
    assert statistics.correlation(*rows) > 0.9, "its lines stand where the memo's do"


def looks(program: Program, path: Path) -> Image.Image:
    """The first page in shades of grey."""
    command = [program("pdftoppm"), "-r", "36", "-gray", "-singlefile", str(path), str(path.with_suffix(""))]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)  # the driver's PostScript has odd boxes
    return Image.open(path.with_suffix(".pgm"))


def ink_by_row(page: Image.Image) -> list[int]:
    """How dark each row of the page is."""
    return [sum(255 - shade for shade in page.crop((0, y, page.width, y + 1)).tobytes()) for y in range(page.height)]


def test_a_queue_that_is_not_there_is_said(cups: Path, tmp_path: Path) -> None:
    file = memo(tmp_path / "memo.pdf", "a4")
    done = CliRunner().invoke(cli, ["print", str(file), "--printer", "nowhere"])
    assert isinstance(done.exception, ProgramError)
    assert "does not exist" in str(done.exception)
    assert done.exception.exit_code == 7
