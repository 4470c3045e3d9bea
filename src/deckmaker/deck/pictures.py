"""Pictures that an outline names: read from their files, and placed.  Lengths are in points."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from deckmaker.deck.design import LEAST_BODY, Design
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import moved, set_block
from deckmaker.deck.slides import Box, Image, Kind, Part, Role, Text
from deckmaker.errors import InputError
from deckmaker.outline import Outline, Picture

FORMATS = ("PNG", "JPEG", "GIF")
_MOST_BYTES = 50_000_000
_MOST_PIXELS = 200_000_000
_POINTS = 0.75  # a pixel at 96 to the inch
_LARGER = 1.5
"""How much larger than its own size a picture is shown at most."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A picture's bytes and its size in pixels."""

    data: bytes
    width: int
    height: int


def load_pictures(outline: Outline, folder: str) -> dict[str, Loaded]:
    """The pictures that the outline names, by the names it gives; their paths start from folder.

    Raises:
        InputError: a picture is missing, or not one that presentation programs show.
    """
    shown = (one for section in outline.sections for one in section.exhibits if isinstance(one, Picture))
    return {one.file: _load(one.file, Path(folder) / one.file) for one in shown}


def _load(name: str, path: Path) -> Loaded:
    from PIL import Image as Reader
    from PIL import UnidentifiedImageError

    remedy = "Give a PNG, JPEG or GIF; the path counts from the outline's folder."
    try:
        data = path.read_bytes()
        if len(data) > _MOST_BYTES:
            raise InputError(f"is larger than {_MOST_BYTES // 1_000_000} MB", file=name, remedy="Make it smaller.")
        with Reader.open(io.BytesIO(data), formats=FORMATS) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise InputError(f"has {width} x {height} pixels", file=name, remedy="Make it smaller.")
            return Loaded(data, width, height)
    except (UnidentifiedImageError, Reader.DecompressionBombError, ValueError) as error:
        raise InputError("is not a picture that can be shown", file=name, remedy=remedy) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", file=name, remedy=remedy) from error


def plan_picture(picture: Picture, design: Design, loaded: Mapping[str, Loaded]) -> list[Part]:
    """The picture as large as its place allows, and its caption: below it, or beside one that is high."""
    frames = design.frames[Kind.PICTURE]
    area, caption = frames[Role.AREA].box, frames[Role.CAPTION]
    found = loaded[picture.file]
    full = _fitted(found, area)
    beside = full.width < area.width * 0.62 and full.height > area.height * 0.8
    image = Image(f"Picture: {picture.file}", picture.alt, full, picture.file, found.data)
    if not picture.caption:
        return [image]
    top = min(full.top + full.height + 12, caption.box.top)
    box = moved(caption.box, top, caption.box.top + caption.box.height - top)
    if beside:
        left = full.left + full.width + 28
        box = Box(left, full.top, area.left + area.width - left, area.height)
    frame = replace(caption, box=box, styles=(sized(caption.style(1), caption.style(1).size),))
    paragraph = replace(set_block(picture.caption, frame, LEAST_BODY), level=0)
    return [image, Text(Role.CAPTION, (paragraph,), box, moved=True)]


def _fitted(found: Loaded, area: Box) -> Box:
    """The picture's box at the left of its place."""
    scale = min(area.width / found.width, area.height / found.height, _POINTS * _LARGER)
    width, height = round(found.width * scale, 2), round(found.height * scale, 2)
    return Box(area.left, area.top, max(1.0, width), max(1.0, height))
