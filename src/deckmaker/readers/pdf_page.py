"""What a PDF page holds, as values: runs of text, rules, and the structure that its tags give."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one base line, without a wide gap in it; points from the page's upper left corner, y downwards.

    size is the height of the type as set, mark the number of its marked content (-1 for none), font its font's name.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    mark: int = -1
    font: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y downwards: a rule when it is thin."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the page's structure: its standard type ("P", "H1", "TD"), alt text, and what it holds."""

    kind: str
    alt: str = ""
    children: tuple["Tag | int", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page, turned so that its text reads from left to right; number counts from 1.

    illegible counts the characters whose meaning the file does not say; has_picture tells a large picture (a scan).
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Box, ...] = ()
    tags: tuple[Tag, ...] = ()
    illegible: int = 0
    has_picture: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says of itself: title, author, and its day of creation as the file writes it ("D:20240102...")."""

    title: str = ""
    author: str = ""
    created: str = ""
