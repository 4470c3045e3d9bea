"""The outline as the text of its file."""

import re
from typing import TYPE_CHECKING, Any

from deckmaker.document import Place, Source
from deckmaker.outline import (
    Bullet,
    Chart,
    Column,
    Comparison,
    Exhibit,
    Outline,
    Picture,
    Quote,
    Section,
    Table,
    format_places,
)
from deckmaker.outline_file.outline_nodes import VERSION

if TYPE_CHECKING:
    from yaml import Node

HEADER = "# yaml-language-server: $schema=outline.schema.json\n"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}\.[0-9]{1,9}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def format_outline(outline: Outline) -> str:
    """The outline as the text of its file: YAML, nothing folded, quotes only where YAML needs them."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Text of several lines as a literal block; numbers and dates as they are written; nothing by reference."""

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (the library's interface)
            return True

    def text_node(dumper: yaml.SafeDumper, text: str) -> "Node":
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    def bare_node(dumper: yaml.SafeDumper, text: _Bare) -> "Node":
        tag = next((tag for tag, form in _FORMS.items() if form.fullmatch(text)), "")
        return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", text) if tag else text_node(dumper, text)

    def row_node(dumper: yaml.SafeDumper, row: _Row) -> "Node":
        return dumper.represent_sequence("tag:yaml.org,2002:seq", map(_Bare, row), flow_style=True)

    Dumper.add_representer(str, text_node)
    Dumper.add_representer(_Bare, bare_node)
    Dumper.add_representer(_Row, row_node)
    plain = _plain_outline(outline)
    text: str = yaml.dump(plain, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=float("inf"))
    return HEADER + text


class _Bare(str):
    """Text that needs no quotes when YAML would read it as a number or a date: it is read back as it stands there."""

    __slots__ = ()


_FORMS = {"int": _WHOLE, "float": _DECIMAL, "timestamp": _DAY}


class _Row(tuple[str, ...]):
    """Cells that stand on one line: [Kobe, 14.2, 15.1]."""

    __slots__ = ()


def _plain_outline(outline: Outline) -> dict[str, Any]:
    """The outline as YAML's own types; what is empty is left out."""
    values = {
        "deckmaker": VERSION,
        "title": outline.title,
        "subtitle": outline.subtitle,
        "date": outline.date,
        "language": outline.language,
        "source": outline.source and _plain_source(outline.source),
        "sources": {source.key: _plain_source(source) for source in outline.sources},
        "summary": outline.summary and _marked_bullet(outline.summary),
        "figures": [{"value": _Bare(f.value), "what": _marked(f.what, f.places)} for f in outline.figures],
        "dates": [{"date": _Bare(d.date), "event": _marked(d.event, d.places)} for d in outline.dates],
        "sections": [_plain_section(section) for section in outline.sections],
    }
    return {key: value for key, value in values.items() if value}


def _plain_source(source: Source) -> dict[str, Any]:
    values = {
        "name": source.name,
        "title": source.title,
        "site": source.site,
        "date": source.date,
        "url": source.url,
        "sha256": source.sha256,
    }
    return {key: value for key, value in values.items() if value}


def _plain_section(section: Section) -> dict[str, Any]:
    plain = {
        "heading": section.heading,
        "bullets": [_plain_bullet(bullet) for bullet in section.bullets],
        "exhibits": [_plain_exhibit(exhibit) for exhibit in section.exhibits],
        "notes": section.notes,
    }
    return {key: value for key, value in plain.items() if value}


def _plain_exhibit(exhibit: Exhibit) -> dict[str, Any]:
    match exhibit:
        case Table():
            return {"table": _plain_table(exhibit)}
        case Chart():
            return {"chart": ({"kind": str(exhibit.kind)} if exhibit.kind else {}) | _plain_table(exhibit)}
        case Picture():
            values = {"file": exhibit.file, "alt": exhibit.alt, "caption": _marked(exhibit.caption, exhibit.places)}
            return {"picture": {key: value for key, value in values.items() if value}}
        case Quote():
            said = {"text": _marked(exhibit.text, exhibit.places)}
            return {"quote": said | ({"who": exhibit.who} if exhibit.who else {})}
        case Comparison():
            return {"compare": [_plain_column(side) for side in (exhibit.left, exhibit.right)]}


def _plain_column(column: Column) -> dict[str, Any]:
    return {"heading": column.heading, "bullets": [_marked_bullet(bullet) for bullet in column.bullets]}


def _plain_table(table: Table | Chart) -> dict[str, Any]:
    caption = _marked(table.caption, table.places)
    return {"caption": caption, "header": _Row(table.header), "rows": [_Row(row) for row in table.rows]}


def _plain_bullet(bullet: Bullet) -> str | dict[str, Any]:
    if not bullet.bullets:
        return _marked_bullet(bullet)
    return {"text": _marked_bullet(bullet), "bullets": [_marked_bullet(below) for below in bullet.bullets]}


def _marked_bullet(bullet: Bullet) -> str:
    return (
        f"{bullet.text} [edited {format_places(bullet.places)}]"
        if bullet.edited
        else _marked(bullet.text, bullet.places)
    )


def _marked(text: str, places: tuple[Place, ...]) -> str:
    return f"{text} [{format_places(places)}]" if places else text
