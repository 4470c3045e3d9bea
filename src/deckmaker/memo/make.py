"""One memo from outline to PDF bytes: the room's recipe on one screen."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.errors import BuildWarning, RenderError
from deckmaker.memo import MemoOptions
from deckmaker.memo.archive import Facts
from deckmaker.memo.fonts import Typefaces
from deckmaker.memo.logos import load_logo
from deckmaker.memo.looks import CLOSER, DENSITIES, make_looks
from deckmaker.memo.one_page import what_to_cut
from deckmaker.memo.parts import Grid, Item, Part, Plate, Role
from deckmaker.memo.pictures import load_images
from deckmaker.memo.scripts import check, refuse, warn
from deckmaker.memo.setting import set_line
from deckmaker.memo.shaping import measure
from deckmaker.memo.sheet import Sheet, fits_one_page, typeset
from deckmaker.memo.story import Sentences, tell
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
        InputError: a picture is missing or cannot be printed.
        RenderError: a text cannot be printed right, or the memo does not fit the one page that was asked for.
    """
    parts = tell(outline, options, sentences)
    typefaces, missing = _typefaces(parts, outline.language, options)
    data, pages = typeset(parts, _closest(_sheets(parts, outline, options, typefaces), parts, options))
    return Rendered(data, pages, warn(missing))


def _typefaces(parts: Sequence[Part], language: str, options: MemoOptions) -> tuple[Typefaces, dict[str, str]]:
    """The families that draw the memo, and the characters that none of them has, each with its place.

    Raises:
        RenderError: a character is missing and may not be replaced, or a font that was named is not there.
    """
    fonts, theme = options.fonts, options.theme
    first = [named(theme.memo_font, fonts.folders)] if theme and theme.memo_font else []
    own = [named(name, fonts.folders) for name in fonts.named]
    texts = [*_texts(parts)]
    missing = check(texts, Typefaces.make(own, first).draws)
    if missing:
        found = usual(language, missing, fonts.folders)
        own += [found] if found else []
        missing = check(texts, Typefaces.make(own, first).draws)
    if not fonts.replace_missing:
        refuse(missing)
    return Typefaces.make(own, first), missing


def _sheets(parts: Sequence[Part], outline: Outline, options: MemoOptions, typefaces: Typefaces) -> Iterator[Sheet]:
    """The usual sheet, then closer and closer ones, as close as the options allow.

    Raises:
        RenderError: the marking is wider than the page.
    """
    theme, facts = options.theme or load_theme(), _facts(outline, options)
    crest = load_logo(theme.logo) if theme.logo else None
    images = load_images((part.file for part in parts if isinstance(part, Plate)), options.folder)
    for density in (*DENSITIES, *(CLOSER if options.one_page else ())):
        looks = make_looks(theme, parts, density, typefaces)
        sheet = Sheet(options.paper, looks, facts, _foot(parts), images, options.marking, crest)
        if measure(tuple(set_line(options.marking, looks.marking, typefaces, facts.language))) > sheet.area[0]:
            raise RenderError("the marking is wider than the page", remedy="Give a shorter one.")
        yield sheet


def _closest(sheets: Iterator[Sheet], parts: Sequence[Part], options: MemoOptions) -> Sheet:
    """The first sheet on which the memo stands on one page; else the usual one, unless one page was asked for.

    Raises:
        RenderError: one page was asked for, and the memo does not fit; what could be cut is named.
    """
    tried = [*sheets]
    if fits_one_page(parts, tried[-1]):
        return next(sheet for sheet in tried if fits_one_page(parts, sheet))
    if options.one_page:
        raise what_to_cut(parts, tried[-1])
    return tried[0]


def _texts(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Every text that will be printed, with where it stands."""
    heading = ""
    for part in parts:
        heading = part.text if part.role is Role.HEADING else heading
        under = f" under “{heading}”" if heading and part.role not in _NOT_UNDER else ""
        where = f"the {part.role.value}{under}"
        if isinstance(part, Item):
            yield from ((where, text) for text in (part.label, "".join(span.text for span in part.spans)))
        elif isinstance(part, Grid):
            yield from ((where, cell) for cell in part.texts())


_NOT_UNDER = (Role.HEADING, Role.SIGN, Role.SIGNED, Role.SOURCE, Role.ENTRY, Role.CITED)


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


def _foot(parts: Sequence[Part]) -> str:
    return next(part.text for part in parts if part.role is Role.SUBJECT).replace("\u00a0", " ")
