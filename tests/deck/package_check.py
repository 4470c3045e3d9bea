"""What a deck of ours must be beside sound: no fonts of its own in runs, links with tips, sections."""

from collections.abc import Iterator
from pathlib import Path

from deckmaker.deck.check import check_deck
from deckmaker.deck.check.opened import P14, A, Opened, P, R, open_package

__all__ = ["P14", "A", "Opened", "P", "R", "check", "opened"]


def opened(path: Path) -> Opened:
    """The package of a deck."""
    return open_package(path.read_bytes(), str(path))


def check(path: Path) -> list[str]:
    """The faults of the deck, each a short sentence; [] for a sound one."""
    return [*map(str, check_deck(path)), *_style(opened(path))]


def _style(package: Opened) -> Iterator[str]:
    """The rules that are ours alone."""
    if package.xml[package.main].find(f".//{P14}sectionLst") is None:
        yield "no sections"
    for name in package.slides:
        root = package.xml[name]
        for run in root.iter(f"{A}r", f"{A}fld"):
            looks = run.find(f"{A}rPr")
            if looks is not None and looks.find(f"{A}latin") is not None:
                yield f"{name}: a run names a font of its own"
        if not all(click.get("tooltip") for click in root.iter(f"{A}hlinkClick")):
            yield f"{name}: a link has no tip"
        if root.find(f"{P}transition") is not None:
            yield f"{name}: a transition"
