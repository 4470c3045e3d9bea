"""Fonts of the person's own: a file they name, or a family found by its name in the system's folders.

Only the names inside the files count, not what the files are called; a folder is read once.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from deckmaker.errors import RenderError
from deckmaker.memo.fonts import Family, typeface

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_USUAL = {
    "ja": "Noto Sans JP|Noto Sans CJK JP|IPAexGothic|IPAGothic|IPAPGothic|TakaoGothic|VL Gothic|Yu Gothic|Meiryo|"
    "MS Gothic|Hiragino Sans",
    "zh-Hant": "Noto Sans TC|Noto Sans CJK TC|Microsoft JhengHei|PingFang TC|AR PL UMing TW|WenQuanYi Zen Hei",
    "zh": "Noto Sans SC|Noto Sans CJK SC|WenQuanYi Zen Hei|WenQuanYi Micro Hei|Microsoft YaHei|SimHei|PingFang SC|"
    "Droid Sans Fallback",
    "ko": "Noto Sans KR|Noto Sans CJK KR|NanumGothic|Nanum Gothic|Malgun Gothic|Baekmuk Gulim|Apple SD Gothic Neo",
}
"""Families that draw Chinese, Japanese and Korean, by language, the preferred first; separated by bars."""
_REGULAR, _BOLD = ("regular", "book", "roman", "normal", "w3", ""), ("bold", "w6", "semibold", "demibold")


class _Found(NamedTuple):
    """A typeface in a file: family and style as the font says them in small letters, and its "FILE#INDEX"."""

    family: str
    style: str
    name: str


def named(wanted: str, folders: Sequence[Path]) -> Family:
    """The family of that name in the folders, or the font in the file of that name.

    Raises:
        RenderError: when there is no such font.
    """
    if Path(wanted).suffix.lower() in _SUFFIXES:
        if not Path(wanted).is_file():
            raise RenderError("there is no such font file", file=wanted, remedy="Check the name.")
        name = f"{wanted}#0"
        typeface(name)
        return Family(name, name)
    found = _family(wanted, folders)
    if found is None:
        families = {face.family.title() for face in _faces(tuple(folders))}
        near = sorted(family for family in families if family[:3].casefold() == wanted[:3].casefold())
        remedy = f"There is: {', '.join(near[:5])}." if near else "Install it, or name its file (.ttf, .otf, .ttc)."
        raise RenderError(f"this computer has no font {wanted!r}", remedy=remedy)
    return found


def usual(language: str, characters: Iterable[str], folders: Sequence[Path]) -> Family | None:
    """A family of the system that draws these Chinese, Japanese or Korean characters; None when there is none."""
    wanted = {ord(character) for character in characters}
    for key in sorted(_USUAL, key=lambda key: not language.startswith(key)):
        if not language.startswith(key) and language[:2] in ("ja", "zh", "ko"):
            continue
        for name in _USUAL[key].split("|"):
            family = _family(name, folders)
            if family and wanted <= typeface(family.regular).characters:
                return family
    return None


def _family(name: str, folders: Sequence[Path]) -> Family | None:
    faces = {face.style: face.name for face in _faces(tuple(folders)) if face.family == name.casefold()}
    regular = next((faces[style] for style in _REGULAR if style in faces), next(iter(faces.values()), None))
    if regular is None:
        return None
    return Family(regular, next((faces[style] for style in _BOLD if style in faces), regular))


@cache
def _faces(folders: tuple[Path, ...]) -> tuple[_Found, ...]:
    """Every typeface in the folders and those below, in the order of their files' names."""
    files = sorted({path for folder in folders if folder.is_dir() for path in folder.rglob("*")})
    return tuple(face for path in files if path.suffix.lower() in _SUFFIXES for face in _inside(path))


def _inside(path: Path) -> Iterator[_Found]:
    """The typefaces in a file, one or a collection's; none when it does not read."""
    import uharfbuzz as hb

    try:
        blob = hb.Blob.from_file_path(str(path))
    except (OSError, hb.HarfBuzzError):
        return
    ids = hb.OTNameIdPredefined
    for index in range(max(hb.Face(blob).count, 1)):
        face = hb.Face(blob, index)
        families = {face.get_name(number) for number in (ids.TYPOGRAPHIC_FAMILY, ids.FONT_FAMILY)} - {None, ""}
        style = face.get_name(ids.TYPOGRAPHIC_SUBFAMILY) or face.get_name(ids.FONT_SUBFAMILY) or ""
        for family in sorted(families):
            yield _Found(family.casefold(), style.casefold(), f"{path}#{index}")
