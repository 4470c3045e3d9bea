"""Pictures on paper: read from the outline's files, as large as their place allows, each one figure with its words."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus.flowables import Flowable

from deckmaker.errors import InputError
from deckmaker.memo.canvas import MemoCanvas
from deckmaker.memo.looks import Look
from deckmaker.memo.objects import Stream
from deckmaker.memo.tags import Element, boxed

FORMATS = ("PNG", "JPEG", "GIF")
_MOST_BYTES, _MOST_PIXELS = 50_000_000, 200_000_000
_POINTS = 0.75
"""A pixel in points, at 96 to the inch."""
_LARGER, _TALLEST = 1.5, 300.0
"""How much larger than its own size a picture is shown at most, and how tall."""
_FINEST = 300 / 72
"""Pixels to a point beyond which print shows no more."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the PDF holds it: pixels row by row in grey or red, green and blue; and its size."""

    name: str
    data: bytes
    width: int
    height: int
    grey: bool


Images = Mapping[str, Image]


def load_images(files: Iterable[str], folder: str) -> dict[str, Image]:
    """The pictures of these names, whose paths start from folder.

    Raises:
        InputError: a picture is missing, too large, or not one that can be printed.
    """
    return {file: load_image(file, Path(folder) / file) for file in files}


def load_image(name: str, path: Path) -> Image:
    """The picture in a file; name is what messages call it.

    Raises:
        InputError: it is missing, too large, or not one that can be printed.
    """
    from PIL import Image as Reader
    from PIL import ImageOps, UnidentifiedImageError

    remedy = "Give a PNG, JPEG or GIF; the path counts from the outline's folder."
    try:
        data = path.read_bytes()
        if len(data) > _MOST_BYTES:
            raise InputError(f"is larger than {_MOST_BYTES // 1_000_000} MB", file=name, remedy="Make it smaller.")
        with Reader.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise InputError(f"has {opened.width} x {opened.height} pixels", file=name, remedy="Make it smaller.")
            picture = ImageOps.exif_transpose(opened)
            grey = picture.mode in ("1", "L")
            flat = Reader.new("RGBA", picture.size, "white")
            flat.alpha_composite(picture.convert("RGBA"))
            pixels = flat.convert("L" if grey else "RGB")
            most = max(pixels.width, pixels.height)
            if most > 600 * _FINEST:
                pixels.thumbnail((int(600 * _FINEST),) * 2, Reader.Resampling.LANCZOS)
            return Image(name, pixels.tobytes(), *pixels.size, grey)
    except (UnidentifiedImageError, Reader.DecompressionBombError, ValueError, SyntaxError) as error:
        raise InputError("is not a picture that can be printed", file=name, remedy=remedy) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", file=name, remedy=remedy) from error


def as_stream(image: Image) -> Stream:
    """The picture as an object of the PDF."""
    facts = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": PDFName("DeviceGray" if image.grey else "DeviceRGB"),
        "BitsPerComponent": 8,
    }
    return Stream(facts, image.data)


class PictureBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture on the page, at the left of the text, one figure of the structure."""

    def __init__(self, image: Image, look: Look, element: Element, *, from_right: bool = False) -> None:
        super().__init__()
        self.from_right = from_right
        self.image, self.look, self.element = image, look, element
        self.spaceBefore, self.spaceAfter, self.keepWithNext = look.before, look.after, int(look.keep)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """The width there is, and the height it takes."""
        wide, high = self.image.width * _POINTS * _LARGER, self.image.height * _POINTS * _LARGER
        scale = min(1.0, (aW - self.look.indent) / wide, _TALLEST / high)
        self._drawn = wide * scale, high * scale
        self.width, self.height = aW, self._drawn[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw it with its lower left corner at the origin."""
        canvas: MemoCanvas = self.canv
        width, height = self._drawn
        left = self.width - self.look.indent - width if self.from_right else self.look.indent
        self.element.facts |= boxed(tuple(canvas.absolute((left, 0, left + width, height))))
        canvas.picture(self.image.name, as_stream(self.image), (left, 0, width, height), self.element)
