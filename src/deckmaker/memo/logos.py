"""The logo at the head of a memo: a picture, or a drawing of lines and areas, as one figure with its words."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.platypus.flowables import Flowable

from deckmaker.errors import InputError
from deckmaker.memo.canvas import MemoCanvas
from deckmaker.memo.pictures import Image, as_stream, load_image
from deckmaker.memo.tags import Element, boxed
from deckmaker.theme import Logo

_HIGHEST, _WIDEST = 40.0, 170.0
_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Crest:
    """A loaded logo: a picture or a drawing, its width for its height, and its words."""

    shape: Any
    ratio: float
    alt: str


def load_logo(logo: Logo) -> Crest:
    """The logo, ready to be drawn.

    Raises:
        InputError: it cannot be read, or it is a drawing with text, whose fonts the memo does not have.
    """
    if not logo.file.lower().endswith(".svg"):
        image = load_image(logo.file, Path(logo.file))
        return Crest(image, image.width / image.height, logo.alt)
    drawing = _read_svg(logo.file)
    if any(type(shape).__name__ == "String" for shape in _shapes(drawing)):
        remedy = "Turn its text into paths in the drawing program."
        raise InputError("holds text in a font that the memo does not have", file=logo.file, remedy=remedy)
    return Crest(drawing, drawing.width / drawing.height, logo.alt)


def _read_svg(file: str) -> Any:
    """The drawing in an SVG file."""
    import logging

    from svglib.svglib import svg2rlg

    logging.getLogger("svglib").setLevel(logging.CRITICAL)
    remedy = "Give a plain SVG, a PNG or a JPEG."
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", file=file, remedy=remedy) from error
    if len(data) > _MOST_BYTES or b"<!ENTITY" in data:
        raise InputError("is larger than a logo should be, or defines entities", file=file, remedy=remedy)
    try:
        drawing = svg2rlg(io.BytesIO(data))
    except Exception as error:
        raise InputError("is not a drawing that can be printed", file=file, remedy=remedy) from error
    if drawing is None or min(drawing.width, drawing.height) <= 0:
        raise InputError("is not a drawing that can be printed", file=file, remedy=remedy)
    return drawing


def _shapes(group: Any) -> list[Any]:
    return [shape for one in getattr(group, "contents", ()) for shape in (one, *_shapes(one))]


class LogoMark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The logo across from what follows, taking no room of its own; drop is how far below its place it ends."""

    def __init__(self, crest: Crest, element: Element, drop: float, *, at_left: bool = False) -> None:
        super().__init__()
        self.at_left = at_left
        self.crest, self.element, self.drop, self.keepWithNext = crest, element, drop, 1

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """All of the width, and no height."""
        self.width, self.height = aW, 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, its foot on the foot of what follows."""
        canvas: MemoCanvas = self.canv
        height = min(_HIGHEST, _WIDEST / self.crest.ratio)
        width = height * self.crest.ratio
        left, bottom = 0.0 if self.at_left else self.width - width, -self.drop
        self.element.facts |= boxed(canvas.absolute((left, bottom, left + width, bottom + height)))
        if isinstance(self.crest.shape, Image):
            canvas.picture("logo", as_stream(self.crest.shape), (left, bottom, width, height), self.element)
            return
        with canvas.content(self.element):
            _draw(self.crest.shape, canvas, (left, bottom, height))


def _draw(drawing: Any, canvas: MemoCanvas, at: tuple[float, float, float]) -> None:
    """Draw a drawing with its lower left corner at (left, bottom), so high."""
    from reportlab.graphics import renderPDF

    left, bottom, height = at
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(height / drawing.height, height / drawing.height)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.restoreState()
