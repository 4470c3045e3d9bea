"""Who may import whom: an AST walk over the package (docs/how-it-works.md draws the same table)."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "deckmaker"

VALUES = {"errors", "document", "outline"}
MAY_IMPORT = {
    "errors": set(),
    "output": {"errors"},
    "yaml_nodes": {"errors"},
    "document": {"errors"},
    "outline": {"errors", "document", "outline"},
    "language": {"errors", "language"},
    "theme": {"errors"},
    "theme_file": {"errors", "theme", "yaml_nodes"},
    "typography": set(),
    "themes": set(),
    "readers": {"errors", "document", "readers", "language"},
    "condense": VALUES | {"language", "condense"},
    "outline_file": VALUES | {"output", "yaml_nodes", "outline_file"},
    "deck": VALUES | {"output", "theme", "typography", "yaml_nodes", "deck"},
    "memo": VALUES | {"output", "theme", "typography", "memo"},
    "fetch": {"", "errors", "output", "fetch"},
    "articles": VALUES | {"readers", "fetch"},
    "pipeline": VALUES
    | {"output", "theme", "readers", "condense", "outline_file", "deck", "memo"}
    | {"articles", "fetch"},
    "desktop": {"errors"},
    "cli": VALUES
    | {
        "output",
        "theme",
        "readers",
        "condense",
        "outline_file",
        "deck",
        "memo",
        "pipeline",
        "desktop",
        "cli",
        "theme_file",
    }
    | {"articles", "fetch"},
    "__main__": {"cli"},
    "": {"readers", "condense", "outline_file", "deck", "memo"},
}
"""Room -> the rooms it may import; "" is the package itself."""

HOMES = {
    "yaml": {"outline_file/", "yaml_nodes.py", "theme.py", "theme_file.py", "readers/front_matter.py"},
    "pptx": {"deck/write.py", "deck/template.py"},
    "openxml_audit": {"deck/check/"},
    "reportlab": {"memo/"},
    "pymupdf_fonts": {"memo/fonts.py"},
    "uharfbuzz": {"deck/font_files.py", "memo/"},
    "pyphen": {"memo/hyphens.py"},
    "bidi": {"memo/bidi.py"},
    "svglib": {"memo/logos.py"},
    "PIL": {"deck/", "memo/", "readers/pictures.py"},
    "lxml": {"deck/", "readers/"},
    "numpy": {"language/"},
    "sentencex": {"language/sentences.py"},
    "snowballstemmer": {"language/words.py"},
    "stopwordsiso": {"language/stop_words.py"},
    "threadpoolctl": {"language/network.py"},
    "docx": {"readers/word.py", "readers/word_package.py"},
    "pypdfium2": {"memo/extract.py", "readers/pdf_file.py"},
    "striprtf": {"readers/rtf.py"},
    "markdown_it": {"readers/markdown.py"},
    "mdit_py_plugins": {"readers/markdown.py"},
    "charset_normalizer": {"readers/decode.py"},
    "urllib3": {"fetch/"},
    "certifi": {"fetch/"},
    "trafilatura": {"readers/html_extract.py"},
    "click": {"cli/"},
    "rich": {"cli/"},
}
"""Third-party package -> where alone it may be imported."""

CLOCKS = {"time", "os.environ", "datetime.now", "datetime.today", "date.today"}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> list[str]:
    """Every module named in an import of the file, wherever it stands; TYPE_CHECKING ones too."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            if node.module == "deckmaker":
                names += [f"deckmaker.{alias.name}" for alias in node.names if not alias.name.startswith("__")] or [
                    "deckmaker."
                ]
            else:
                names.append(node.module or "")
    return names


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return "" if parts == ("__init__.py",) else parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_only(path: Path) -> None:
    for name in imports(path):
        if name.split(".")[0] == "deckmaker":
            target = name.split(".")[1] if "." in name else ""
            assert target in MAY_IMPORT[room(path)], f"{path.name} may not import {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_library_has_one_home(path: Path) -> None:
    here = path.relative_to(PACKAGE).as_posix()
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or any(here.startswith(home) for home in homes), f"{here} may not import {name}"


def test_a_formats_reader_sees_values_only() -> None:
    for path in PACKAGE.glob("readers/*.py"):
        if path.name != "__init__.py":
            assert not [n for n in imports(path) if n.startswith("deckmaker.language")], path


def test_the_clock_is_read_at_the_top_only() -> None:
    for path in FILES:
        if room(path) not in ("cli", "pipeline", "articles", "__main__"):
            text = path.read_text(encoding="utf-8")
            assert not {word for word in CLOCKS - {"time"} if word in text}, path
            assert "time" not in imports(path), path


def test_the_network_is_reached_from_one_room() -> None:
    for path in FILES:
        if room(path) != "fetch":
            reached = {name for name in imports(path) if name.split(".")[0] in ("socket", "http", "ftplib", "ssl")}
            assert not reached | ({"urllib.request"} & set(imports(path))), path


def test_the_rooms_are_all_named() -> None:
    assert {room(path) for path in FILES} <= set(MAY_IMPORT)
