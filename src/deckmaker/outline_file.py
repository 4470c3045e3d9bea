"""Outline <-> YAML: the one thing a person reads, edits, keeps in git and renders again.

The format is described in docs/outline-file.md and outline.schema.json.  Loading complains with file and line;
`parse_outline(format_outline(o)) == o` for every outline.
"""

import datetime
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckmaker.document import Place, Source
from deckmaker.errors import InputError
from deckmaker.outline import MARK, Bullet, DateEvent, Figure, Outline, Section, check_line, format_places
from deckmaker.output import write_file
from deckmaker.yaml_nodes import Nodes

if TYPE_CHECKING:
    from yaml import Node

VERSION = 1
MAX_RUN = 100
"""The longest run of sentences that one mark such as [p8.2-3] may name."""

HEADER = "# yaml-language-server: $schema=outline.schema.json\n"
_NEARLY_A_MARK = re.compile(r"\[\s*p\s*\d[\d\s.,;p–-]*\]$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WHOLE = re.compile(r"[1-9][0-9]{0,17}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def load_outline(path: str | os.PathLike[str]) -> Outline:
    """The outline in a file.

    Raises:
        InputError: when the file cannot be read.
        OutlineError: when it does not say what an outline says; names the line.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=str(path), remedy="Check the name.") from error
    return parse_outline(data, str(path))


def save_outline(outline: Outline, path: str | os.PathLike[str]) -> None:
    """Write the outline to a file, in one step.

    Raises:
        OutputError: when it cannot be written.
    """
    write_file(path, format_outline(outline).encode())


def schema() -> str:
    """The JSON Schema of the format, for editors that complete and check it."""
    from importlib.resources import files

    return files("deckmaker").joinpath("outline.schema.json").read_text(encoding="utf-8")


def parse_outline(data: bytes, name: str) -> Outline:
    """The outline that the bytes of a file say; name is used in complaints.

    Raises:
        OutlineError: names the line, what is wrong and what to write instead.
    """
    return _Reader(name).outline(data)


def format_outline(outline: Outline) -> str:
    """The outline as the text of its file: YAML, nothing folded, quotes only where YAML needs them."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Text of several lines as a literal block; numbers and dates as they are written."""

    def text_node(dumper: yaml.SafeDumper, text: str) -> "Node":
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    def bare_node(dumper: yaml.SafeDumper, text: _Bare) -> "Node":
        tag = "int" if _WHOLE.fullmatch(text) else "timestamp" if _DAY.fullmatch(text) else ""
        return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", text) if tag else text_node(dumper, text)

    Dumper.add_representer(str, text_node)
    Dumper.add_representer(_Bare, bare_node)
    plain = _plain_outline(outline)
    text: str = yaml.dump(plain, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=float("inf"))
    return HEADER + text


class _Bare(str):
    """Text that needs no quotes when YAML would read it as a number or a date: it is read back as it stands there."""

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
        "summary": outline.summary and _marked_bullet(outline.summary),
        "figures": [{"value": _Bare(f.value), "what": _marked(f.what, f.places)} for f in outline.figures],
        "dates": [{"date": _Bare(d.date), "event": _marked(d.event, d.places)} for d in outline.dates],
        "sections": [_plain_section(section) for section in outline.sections],
    }
    return {key: value for key, value in values.items() if value}


def _plain_source(source: Source) -> dict[str, str]:
    values = {"name": source.name, "url": source.url, "sha256": source.sha256}
    return {key: value for key, value in values.items() if value}


def _plain_section(section: Section) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "heading": section.heading,
        "bullets": [_plain_bullet(b) for b in section.bullets],
    }
    return plain | ({"notes": section.notes} if section.notes else {})


def _plain_bullet(bullet: Bullet) -> str | dict[str, Any]:
    if not bullet.bullets:
        return _marked_bullet(bullet)
    return {"text": _marked_bullet(bullet), "bullets": [_marked_bullet(below) for below in bullet.bullets]}


def _marked_bullet(bullet: Bullet) -> str:
    return _marked(bullet.text, bullet.places)


def _marked(text: str, places: tuple[Place, ...]) -> str:
    return f"{text} [{format_places(places)}]" if places else text


_ABOUT = ("deckmaker", "title", "subtitle", "date", "language", "source")


class _Reader(Nodes):
    """What the nodes of one outline file mean."""

    def outline(self, data: bytes) -> Outline:
        """The outline that the file says."""
        node = self.compose(data)
        known = (*_ABOUT, "summary", "figures", "dates", "sections")
        items = self.mapping(node, "an outline", known)
        self.require(items, ("title", "sections"), node, "an outline")
        self.version(items.get("deckmaker"))
        summary = items.get("summary")
        return Outline(
            title=self.clean(items["title"], "the title"),
            sections=self.sequence(items["sections"], "sections", self.section),
            subtitle=self.optional(items, "subtitle"),
            date=self.date(items.get("date")),
            language=self.matching(items, "language", _LANGUAGE, "a language tag such as en, de or pt-BR"),
            source=self.source(items["source"]) if "source" in items else None,
            summary=None if summary is None else self.marked(summary, "the summary"),
            figures=self.sequence(items["figures"], "figures", self.figure) if "figures" in items else (),
            dates=self.sequence(items["dates"], "dates", self.event) if "dates" in items else (),
        )

    def version(self, node: "Node | None") -> None:
        """Complain of a version of the format that this deckmaker does not know."""
        if node is not None and self.scalar(node, "`deckmaker`") != str(VERSION):
            remedy = f"Write `deckmaker: {VERSION}`, or install a newer deckmaker."
            self.fail(f"this deckmaker reads version {VERSION} of the format", node, remedy)

    def clean(self, node: "Node", what: str) -> str:
        """One clean line of text."""
        text = self.line(node, what)
        try:
            check_line(text, what)
        except ValueError as error:
            self.fail(str(error), node, "Remove the character." if text else "Write some text, or remove the line.")
        return text

    def optional(self, items: "dict[str, Node]", key: str) -> str:
        """The text of a key that may be left out."""
        return self.clean(items[key], f"the {key}") if key in items else ""

    def matching(self, items: "dict[str, Node]", key: str, pattern: re.Pattern[str], wanted: str) -> str:
        """The text of an optional key, which must match a pattern; "" when it is not given."""
        text = self.optional(items, key)
        if text and not pattern.fullmatch(text):
            self.fail(f"`{key}` is {text!r}", items[key], f"Write {wanted}, or remove the line.")
        return text

    def date(self, node: "Node | None") -> datetime.date | None:
        """A date written year-month-day."""
        if node is None:
            return None
        text = self.clean(node, "the date")
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
                raise ValueError(text)
            return datetime.date.fromisoformat(text)
        except ValueError:
            self.fail(f"{text!r} is not a date", node, "Write year, month, day: 2024-08-20.")

    def source(self, node: "Node") -> Source:
        """Name, digest and address of the article."""
        items = self.mapping(node, "`source`", ("name", "url", "sha256"))
        self.require(items, ("name",), node, "`source`")
        digest = self.matching(items, "sha256", _SHA256, "the 64 digits (0-9, a-f) that deckmaker wrote")
        return Source(self.optional(items, "name"), digest, self.optional(items, "url"))

    def figure(self, node: "Node") -> Figure:
        """A figure."""
        value, what = self.pair(node, "a figure", "value", "what")
        return Figure(value, what.text, what.places)

    def event(self, node: "Node") -> DateEvent:
        """A date and what happens then."""
        date, event = self.pair(node, "a date", "date", "event")
        return DateEvent(date, event.text, event.places)

    def pair(self, node: "Node", what: str, name: str, said: str) -> tuple[str, Bullet]:
        """The two entries of a mapping: a name, and what is said of it with its places."""
        items = self.mapping(node, what, (name, said))
        self.require(items, (name, said), node, what)
        return self.clean(items[name], f"`{name}`"), self.marked(items[said], f"`{said}`")

    def section(self, node: "Node") -> Section:
        """A heading with its bullets and notes."""
        items = self.mapping(node, "a section", ("heading", "bullets", "notes"))
        self.require(items, ("heading", "bullets"), node, "a section")
        notes = self.scalar(items["notes"], "`notes`") if "notes" in items else ""
        heading = self.clean(items["heading"], "the heading")
        return Section(heading, self.sequence(items["bullets"], "bullets", self.bullet), notes)

    def bullet(self, node: "Node") -> Bullet:
        """A bullet, plain or with bullets below it."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            return self.marked(node, "the bullet")
        items = self.mapping(node, "a bullet", ("text", "bullets"))
        self.require(items, ("text",), node, "a bullet")
        top = self.marked(items["text"], "the bullet")
        below = self.sequence(items["bullets"], "bullets", self.below) if "bullets" in items else ()
        return Bullet(top.text, top.places, below)

    def below(self, node: "Node") -> Bullet:
        """A bullet of the second level."""
        bullet = self.bullet(node)
        if bullet.bullets:
            self.fail("bullets go two levels deep, not three", node, "Move these bullets one level up.")
        return bullet

    def marked(self, node: "Node", what: str) -> Bullet:
        """A line of text, with the places of the mark at its end."""
        text = self.clean(node, what)
        match = MARK.search(text)
        bare = text[: match.start()].rstrip() if match else text
        near = MARK.search(bare) or _NEARLY_A_MARK.search(bare)
        if near:
            self.fail(
                f"the mark {near[0].strip()} is not understood",
                node,
                "Write one mark: [p8.3], [p8.2-3] or [p4.1, p9.2].",
            )
        if not bare:
            self.fail(f"{what} has a mark but no text", node, "Write the text before the mark.")
        return Bullet(bare, self.places(match[1], node) if match else ())

    def places(self, mark: str, node: "Node") -> tuple[Place, ...]:
        """The places that a mark names; a run names each of its sentences."""
        found: list[Place] = []
        for part in mark.split(","):
            first, _, last = part.strip().partition("-")
            try:
                place = Place.parse(first)
            except ValueError:
                self.fail(f"the mark [{mark}] is not understood", node, "Write a place such as [p8.3].")
            end = int(last or place.sentence)
            if not place.sentence <= end < place.sentence + MAX_RUN:
                self.fail(f"the mark [{mark}] runs backwards or too far", node, "Write the smaller number first.")
            found += [Place(place.block, number) for number in range(place.sentence, end + 1)]
        return tuple(found)
