"""Where the shapes of a slide stand, in reading order: their own boxes, or those of the layout's placeholders."""

from dataclasses import dataclass
from typing import Any

from deckmaker.deck.check.opened import A, Opened, P


@dataclass(frozen=True, slots=True)
class Spot:
    """A shape: its name, its kind of placeholder ("" for none), and its box in EMU: left, top, right, bottom."""

    name: str
    kind: str
    left: int
    top: int
    right: int
    bottom: int

    def is_below(self, other: "Spot") -> bool:
        """Whether it stands wholly below the other, and not beside it."""
        return self.top >= other.bottom and min(self.right, other.right) > max(self.left, other.left)


def spots(opened: Opened, slide: str) -> list[Spot]:
    """The shapes of a slide that say something and whose places are known."""
    tree = opened.xml[slide].find(f"{P}cSld/{P}spTree")
    found = []
    for shape in tree if tree is not None else ():
        about = next(shape.iter(f"{P}cNvPr"), None)
        if about is None or any(str(entry.tag).endswith("}decorative") for entry in about.iter()):
            continue
        mark = shape.find(f"*/{P}nvPr/{P}ph")
        box = _box(shape) or (None if mark is None else _inherited(opened, slide, mark))
        if box:
            kind = "" if mark is None else mark.get("type", "obj")
            found.append(Spot(about.get("name", ""), kind, box[0], box[1], box[0] + box[2], box[1] + box[3]))
    return found


def _box(shape: Any) -> tuple[int, int, int, int] | None:
    """The shape's own place and size."""
    where = next((shape.find(path) for path in (f"*/{A}xfrm", f"{P}xfrm") if shape.find(path) is not None), None)
    if where is None or where.find(f"{A}off") is None or where.find(f"{A}ext") is None:
        return None
    place, size = where.find(f"{A}off"), where.find(f"{A}ext")
    try:
        return int(place.get("x")), int(place.get("y")), int(size.get("cx")), int(size.get("cy"))
    except (TypeError, ValueError):
        return None


def _inherited(opened: Opened, slide: str, mark: Any) -> tuple[int, int, int, int] | None:
    """The box of the layout's placeholder of that index, or of the master's of that kind."""
    layout = opened.layout(slide)
    if layout is None:
        return None
    own = _twin(opened.xml[layout], mark)
    if own is not None and _box(own):
        return _box(own)
    master = opened.master(layout)
    twin = (
        None if master is None else _twin(opened.xml[master], own.find(f"*/{P}nvPr/{P}ph") if own is not None else mark)
    )
    return None if twin is None else _box(twin)


def _twin(root: Any, mark: Any) -> Any:
    """The placeholder of the same index, else of the same kind."""
    kind, index = _family(mark), mark.get("idx")
    marks = [(shape, shape.find(f"*/{P}nvPr/{P}ph")) for shape in root.iter(f"{P}sp")]
    holders = [(shape, other) for shape, other in marks if other is not None]
    same = (shape for shape, other in holders if other.get("idx") == index and index and _family(other) == kind)
    return next(same, next((shape for shape, other in holders if _family(other) == kind), None))


def _family(mark: Any) -> str:
    kind = str(mark.get("type", "obj"))
    return {"ctrTitle": "title", "obj": "body", "subTitle": "body"}.get(kind, kind)
