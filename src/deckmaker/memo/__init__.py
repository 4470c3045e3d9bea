"""Outline -> printable PDF memo; `make_memo` is the whole room.

    story (what is said) -> looks (how each part is set) -> blocks of lines (measured) -> sheet (pages, PDF)

Importing this package costs nothing; reportlab and the typefaces are loaded when a memo is made.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deckmaker.document import Place
from deckmaker.errors import BuildWarning
from deckmaker.memo.extract import extract_outline
from deckmaker.outline import Outline
from deckmaker.output import write_file
from deckmaker.theme import PAPERS, Paper, Theme

__all__ = ["Fonts", "Memo", "MemoHead", "MemoOptions", "extract_outline", "make_memo"]


@dataclass(frozen=True, slots=True)
class MemoHead:
    """Who writes to whom, and under which reference ("" for none).

    An empty `to` or `sender` leaves a line to write on by hand; an empty date is the outline's, an empty
    subject its title.
    """

    to: str = ""
    sender: str = ""
    date: str = ""
    subject: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Fonts:
    """What draws the characters that the memo's own typefaces lack.

    named are fonts of the person's own, by family or by file; folders are where fonts of the system lie, in which
    families are found, and a usual one for Chinese, Japanese and Korean.  Where nothing has a character, the memo is
    not made, unless replace_missing lets a mark stand for it.
    """

    named: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    replace_missing: bool = False


@dataclass(frozen=True, slots=True)
class MemoOptions:
    """How a memo is made: its theme (None: the default one), its paper and its head.

    attachment is the outline file that the memo carries inside, as outline.yaml; None for none.  marking stands at
    the head and foot of every page ("OFFICIAL"); signature are the lines below a line to sign on: name, office.
    quote_sources prints the sentence of each place; one_page has the memo stand on one page or not be made.  folder
    is where the paths of the outline's pictures start from.
    """

    theme: Theme | None = None
    paper: Paper = PAPERS["a4"]
    head: MemoHead = MemoHead()
    attachment: bytes | None = None
    fonts: Fonts = Fonts()
    marking: str = ""
    signature: tuple[str, ...] = ()
    quote_sources: bool = False
    one_page: bool = False
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo that was written: where it is, how many pages it has, and what is worth knowing about it."""

    path: Path
    pages: int
    warnings: tuple[BuildWarning, ...] = ()


def make_memo(
    outline: Outline,
    path: str | os.PathLike[str],
    options: MemoOptions = MemoOptions(),
    sentences: Mapping[Place, str] | None = None,
) -> Memo:
    """Write the outline as a PDF memo and say what was written.

    Args:
        outline: what to say; the notes of its sections are for the speaker and are not printed.
        path: where to write; a file that is there is replaced once the memo is complete.
        options: theme, paper and head.
        sentences: the source's sentences by place; what a screen reader says of a source mark.

    Raises:
        RenderError: a text cannot be printed right (a character without a glyph, a script we cannot set).
        OutputError: the file cannot be written.
    """
    from deckmaker.memo.make import render

    made = render(outline, options, sentences or {})
    write_file(path, made.data)
    return Memo(Path(path), made.pages, made.warnings)
