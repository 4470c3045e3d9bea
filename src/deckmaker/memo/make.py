"""One memo from outline to PDF bytes: the room's recipe on one screen."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.errors import BuildWarning
from deckmaker.memo import Fonts, MemoOptions
from deckmaker.memo.archive import Facts
from deckmaker.memo.fonts import Typefaces
from deckmaker.memo.looks import DENSITIES, Density, make_looks
from deckmaker.memo.scripts import check, refuse, warn
from deckmaker.memo.sheet import Sheet, fits_one_page, typeset
from deckmaker.memo.story import Item, Role, Sentences, tell
from deckmaker.memo.system_fonts import named, usual
from deckmaker.outline import Outline
from deckmaker.theme import load_theme
from deckmaker.typography import polish

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NOT_XML = re.compile("[^\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What metadata, which is XML, may not hold."""
_NO_DATE = dt.date(2000, 1, 1)
"""The date of a file whose outline has none."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A memo as PDF bytes, its number of pages, and what is worth knowing about it."""

    data: bytes
    pages: int
    warnings: tuple[BuildWarning, ...] = ()


def render(outline: Outline, options: MemoOptions, sentences: Sentences) -> Rendered:
    """The memo as PDF bytes.

    Raises:
        RenderError: a text cannot be printed right.
    """
    items = tell(outline, options.head, sentences, attached=options.attachment is not None)
    typefaces, missing = _typefaces(items, outline.language, options.fonts)
    data, pages = typeset(items, _sheet(items, outline, options, typefaces))
    return Rendered(data, pages, warn(missing))


def _typefaces(items: Sequence[Item], language: str, fonts: Fonts) -> tuple[Typefaces, dict[str, str]]:
    """The families that draw the memo, and the characters that none of them has, each with its place.

    Raises:
        RenderError: a character is missing and may not be replaced, or a font that was named is not there.
    """
    own = [named(name, fonts.folders) for name in fonts.named]
    texts = [*_texts(items)]
    missing = check(texts, Typefaces.make(own).draws)
    if missing:
        found = usual(language, missing, fonts.folders)
        own += [found] if found else []
        missing = check(texts, Typefaces.make(own).draws)
    if not fonts.replace_missing:
        refuse(missing)
    return Typefaces.make(own), missing


def _sheet(items: Sequence[Item], outline: Outline, options: MemoOptions, typefaces: Typefaces) -> Sheet:
    """The usual sheet, or a closer one when that brings the memo to one page."""
    theme, facts = options.theme or load_theme(), _facts(outline, options)

    def sheet(density: Density) -> Sheet:
        return Sheet(options.paper, make_looks(theme, len(outline.sections), density, typefaces), facts, _foot(items))

    if fits_one_page(items, sheet(DENSITIES[0])) or not fits_one_page(items, sheet(DENSITIES[-1])):
        return sheet(DENSITIES[0])
    return next(close for density in DENSITIES if fits_one_page(items, close := sheet(density)))


def _texts(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Every text that will be printed, with where it stands."""
    heading = ""
    for item in items:
        heading = item.text if item.role is Role.HEADING else heading
        under = f" under “{heading}”" if item.role in (Role.BULLET, Role.BELOW) else ""
        text = "".join(span.text for span in item.spans)
        yield f"the {item.role.value}{under}", text


def _facts(outline: Outline, options: MemoOptions) -> Facts:
    language = outline.language if _LANGUAGE.fullmatch(outline.language) else "en"

    def said(text: str) -> str:
        return _NOT_XML.sub("", polish(text, language))

    return Facts(
        title=said(outline.title) or "Memorandum",
        author=said(options.head.sender),
        subject=said(outline.summary.text if outline.summary else outline.subtitle),
        keywords=", ".join(said(section.heading) for section in outline.sections),
        language=language,
        date=outline.date or _NO_DATE,
        attachment=options.attachment,
    )


def _foot(items: Sequence[Item]) -> str:
    return next(item.text for item in items if item.role is Role.SUBJECT).replace("\u00a0", " ")
