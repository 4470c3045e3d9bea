"""PDF bytes -> pages as values, by pypdfium2: the only module that knows it."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from deckmaker.errors import InputError
from deckmaker.readers.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_PAGE_CHARACTERS, MAX_PAGES, too_much, took_too_long
from deckmaker.readers.options import ReadOptions
from deckmaker.readers.pdf_glyphs import Glyph, Look, runs_of
from deckmaker.readers.pdf_page import Box, Facts, Page, Run, Tag

_AGAIN = "Open it in a PDF viewer and print it to a new PDF, or send for a new copy."
_PASSWORD_CODE = 4  # FPDF_ERR_PASSWORD
_MOST_OBJECTS = 20_000  # on one page; a drawing has more, a table less
_MOST_TAGS = 20_000
_BOLD = ("bold", "black", "heavy", "demi", "cmbx", "sfbx", "lmbx")
_FORCE_BOLD = 1 << 18
_WRONG_MAP = (0, 0xFFFE, 0xFFFF, 0xFFFD)
_PRIVATE = range(0xE000, 0xF900)
_CONTROLS = frozenset((*range(0x20), *range(0x7F, 0xA0))) - {2, 9, 10, 13}
_BULLETS = (0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06C, 0xF06E)  # of Symbol and Wingdings
_PICTURE_SHARE = 0.4
_DIRECTIONS = ((1, 0), (0, -1), (-1, 0), (0, 1))  # of text that PDFium says is turned by 0 to 3 quarters


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open PDF: its name as the person gave it, and pypdfium2's document."""

    name: str
    document: Any

    @property
    def facts(self) -> Facts:
        """What the document says of itself."""
        about = self.document.get_metadata_dict()
        return Facts(about.get("Title", ""), about.get("Author", ""), about.get("CreationDate", ""))

    def pages(self, options: ReadOptions) -> Iterator[Page]:
        """The pages, in order; a damaged page is left out.

        Raises:
            InputError: the time is up, or there is too much text.
        """
        import pypdfium2

        size = 0
        for index in range(len(self.document)):
            if options.is_late():
                raise took_too_long(self.name)
            try:
                page = self.document[index]
            except pypdfium2.PdfiumError:
                continue
            try:
                found = _Reading(page, index + 1).page()
            except OverflowError as error:
                most = f"{MAX_PAGE_CHARACTERS:,} on a page"
                raise too_much("holds too many characters on one page", most, self.name) from error
            finally:
                page.close()
            size += sum(len(run.text) for run in found.runs)
            if size > MAX_CHARACTERS:
                raise too_much("holds too much text", f"{MAX_CHARACTERS:,} characters", self.name)
            yield found


def open_pdf(data: bytes, name: str, password: str) -> PdfFile:
    """The PDF in these bytes.

    Raises:
        InputError: it is damaged, has no or too many pages, or its password is missing or wrong.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password or None)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_CODE:
            raise _protected(name, given=bool(password)) from error
        raise InputError("this PDF is damaged and cannot be opened", remedy=_AGAIN, file=name) from error
    if not count:
        raise InputError("this PDF has no pages that can be read", remedy=_AGAIN, file=name)
    if count > MAX_PAGES:
        raise too_much("has too many pages", f"{MAX_PAGES:,}", name)
    return PdfFile(name, document)


def _protected(name: str, *, given: bool) -> InputError:
    message = "the password does not open this PDF" if given else "this PDF is protected with a password"
    remedy = "Give it with --password, or in the environment variable DECKMAKER_PASSWORD."
    return InputError(message, remedy=remedy, file=name)


@dataclass(slots=True)
class _Reading:
    """Reads one page through PDFium's functions."""

    handle: Any
    number: int
    turn: tuple[int, int] = (1, 0)  # cosine and sine of the direction in which the text runs
    corner: tuple[float, float] = (0.0, 0.0)
    illegible: int = 0
    looks: dict[int, Look] = field(default_factory=dict)
    tags: int = 0

    def page(self) -> Page:
        """The page as a value.

        Raises:
            OverflowError: it holds more characters than any page does.
        """
        from pypdfium2 import raw

        text = raw.FPDFText_LoadPage(self.handle)
        try:
            count = max(0, raw.FPDFText_CountChars(text)) if text else 0
            if count > MAX_PAGE_CHARACTERS:
                raise OverflowError
            self.turn = self._direction(text, count)
            width, height = self._frame()
            runs = tuple(run for run in runs_of(self._glyphs(text, count)) if _is_on(run, width, height))
        finally:
            if text:
                raw.FPDFText_ClosePage(text)
        rules, has_picture = self._shapes(width * height)
        return Page(self.number, width, height, runs, rules, self._structure(), self.illegible, has_picture)

    def _direction(self, text: Any, count: int) -> tuple[int, int]:
        """The direction in which most of the text runs, of four: a page may be set sideways."""
        from pypdfium2 import raw

        step = max(1, count // 400)
        angles = Counter(_quarter(raw.FPDFText_GetCharAngle(text, index)) for index in range(0, count, step))
        angles.pop(None, None)
        best = max(angles, key=lambda angle: angles[angle], default=0) or 0
        return _DIRECTIONS[best]

    def _frame(self) -> tuple[float, float]:
        """Width and height of the page as turned; keeps where its upper left corner is."""
        left, bottom, right, top = self.handle.get_cropbox()
        corners = [self._turned(x, y) for x in (left, right) for y in (bottom, top)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        self.corner = (min(across), max(up))
        return max(across) - min(across), max(up) - min(up)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        cosine, sine = self.turn
        return x * cosine + y * sine, y * cosine - x * sine

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, from the upper left corner, y downwards."""
        cosine, sine = self.turn
        return x * cosine + y * sine - self.corner[0], self.corner[1] - y * cosine + x * sine

    def _glyphs(self, text: Any, count: int) -> Iterator[Glyph]:
        """The characters in the order of the file."""
        from pypdfium2 import raw

        x, y = ctypes.c_double(), ctypes.c_double()
        box = raw.FS_RECTF()
        look = Look()
        for index in range(count):
            code = raw.FPDFText_GetUnicode(text, index)
            thing = raw.FPDFText_GetTextObject(text, index)
            if thing:
                look = self._look(text, index, thing)
            if code in _BULLETS:
                code = 0x2022
            elif code in _WRONG_MAP or code in _PRIVATE or code in _CONTROLS:
                self.illegible += 1
                code = 0xFFFD
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetLooseCharBox(text, index, box)
            left, right = self._place(box.left, box.bottom)[0], self._place(box.right, box.top)[0]
            left, right = (left, right) if left <= right else (right, left)
            yield Glyph(chr(code), left, right, self._place(x.value, y.value)[1], look if thing else None)

    def _look(self, text: Any, index: int, thing: Any) -> Look:
        """How the characters of a text object look; asked once for each."""
        from pypdfium2 import raw

        key = ctypes.addressof(thing.contents)
        if key not in self.looks:
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text, index, matrix)
            size = abs(raw.FPDFText_GetFontSize(text, index)) * (math.hypot(matrix.c, matrix.d) or 1.0)
            angle = _quarter(raw.FPDFText_GetCharAngle(text, index))
            runs_along = angle is not None and _DIRECTIONS[angle] == self.turn
            mark = raw.FPDFPageObj_GetMarkedContentID(thing)
            font, is_bold = _font(text, index)
            self.looks[key] = Look(size, font, is_bold, mark, runs_along)
        return self.looks[key]

    def _shapes(self, area: float) -> tuple[tuple[Box, ...], bool]:
        """The boxes of lines and rectangles, and whether a picture covers a good part of the page."""
        from pypdfium2 import raw

        rules, has_picture = [], False
        count = raw.FPDFPage_CountObjects(self.handle)
        for index in range(count if count <= _MOST_OBJECTS else 0):
            shape = raw.FPDFPage_GetObject(self.handle, index)
            kind = raw.FPDFPageObj_GetType(shape)
            if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
                box = self._box(shape)
                has_picture |= kind == raw.FPDF_PAGEOBJ_IMAGE and box.width * box.height > _PICTURE_SHARE * area
                rules += [box] if kind == raw.FPDF_PAGEOBJ_PATH else []
        return tuple(rules), has_picture

    def _box(self, shape: Any) -> Box:
        from pypdfium2 import raw

        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(shape, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        (x1, y1), (x2, y2) = self._place(left, bottom), self._place(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _structure(self) -> tuple[Tag, ...]:
        """The page's part of the structure tree."""
        from pypdfium2 import raw

        tree = raw.FPDF_StructTree_GetForPage(self.handle)
        if not tree:
            return ()
        try:
            count = raw.FPDF_StructTree_CountChildren(tree)
            children = [raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(min(count, _MOST_TAGS))]
            return tuple(self._tag(child, 1) for child in children if child)
        finally:
            raw.FPDF_StructTree_Close(tree)

    def _tag(self, element: Any, depth: int) -> Tag:
        from pypdfium2 import raw

        children: list[Tag | int] = []
        count = raw.FPDF_StructElement_CountChildren(element) if depth < MAX_DEPTH else 0
        for index in range(count):
            self.tags += 1
            if self.tags > _MOST_TAGS:
                break
            child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
            mark = -1 if child else raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if child:
                children.append(self._tag(child, depth + 1))
            elif mark >= 0:
                children.append(mark)
        kind = _string(raw.FPDF_StructElement_GetType, element)
        return Tag(kind, _string(raw.FPDF_StructElement_GetAltText, element), tuple(children))


def _is_on(run: Run, width: float, height: float) -> bool:
    """Whether a run stands on the page, not beside the part of it that is shown."""
    return 0 <= (run.left + run.right) / 2 <= width and -1 <= run.base <= height + 1


def _quarter(angle: float) -> int | None:
    """The direction of a character in quarter turns, or None when it stands aslant (or the angle is not known)."""
    turns = angle / (math.pi / 2)
    return round(turns) % 4 if angle >= 0 and abs(turns - round(turns)) < 0.05 else None


def _font(text: Any, index: int) -> tuple[str, bool]:
    """The name of a character's font, and whether it is bold by its name or its flags."""
    from pypdfium2 import raw

    flags = ctypes.c_int()
    size = min(raw.FPDFText_GetFontInfo(text, index, None, 0, flags), 1000)
    name = ctypes.create_string_buffer(size + 1)
    raw.FPDFText_GetFontInfo(text, index, name, size, flags)
    words = name.value.decode("utf-8", "replace").lower()
    return words, any(word in words for word in _BOLD) or bool(flags.value & _FORCE_BOLD and flags.value > 0)


def _string(function: Any, element: Any) -> str:
    """A string that PDFium hands over as UTF-16 in a buffer."""
    size = min(function(element, None, 0), 20_000)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
