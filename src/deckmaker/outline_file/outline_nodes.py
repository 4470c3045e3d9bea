"""What the nodes of an outline file mean; complaints name the line and what to write instead."""

import datetime
import re
from typing import TYPE_CHECKING

from deckmaker.document import Source
from deckmaker.outline import Bullet, DateEvent, Figure, Outline, Section
from deckmaker.outline_file.exhibit_nodes import ExhibitNodes

if TYPE_CHECKING:
    from yaml import Node

VERSION = 1
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ABOUT = ("deckmaker", "title", "subtitle", "date", "language", "source", "sources")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


class OutlineNodes(ExhibitNodes):
    """What the nodes of one outline file mean."""

    def outline(self, data: bytes) -> Outline:
        """The outline that the file says."""
        node = self.compose(data)
        known = (*_ABOUT, "summary", "figures", "dates", "sections")
        items = self.mapping(node, "an outline", known)
        self.require(items, ("title", "sections"), node, "an outline")
        self.version(items.get("deckmaker"))
        sources = self.sources(items)
        self.keys = tuple(source.key for source in sources)
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
            sources=sources,
        )

    def version(self, node: "Node | None") -> None:
        """Complain of a version of the format that this deckmaker does not know."""
        if node is not None and self.scalar(node, "`deckmaker`") != str(VERSION):
            remedy = f"Write `deckmaker: {VERSION}`, or install a newer deckmaker."
            self.fail(f"this deckmaker reads version {VERSION} of the format", node, remedy)

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

    def sources(self, items: "dict[str, Node]") -> tuple[Source, ...]:
        """The articles of an outline that was made from several."""
        if "sources" not in items:
            return ()
        if "source" in items:
            self.fail("an outline has `source` or `sources`, not both", items["sources"], "Remove one of them.")
        entries = self.mapping(items["sources"], "`sources`", _LETTERS)
        if not entries:
            self.fail("`sources` lists no source", items["sources"], "Write a letter and what it stands for: `a:`.")
        return tuple(self.source(node, key) for key, node in entries.items())

    def source(self, node: "Node", key: str = "") -> Source:
        """What an article is: the name of its file, its digest and address, its title, site and date."""
        what = f"source `{key}`" if key else "`source`"
        items = self.mapping(node, what, ("name", "title", "site", "date", "url", "sha256"))
        self.require(items, ("name",), node, what)
        digest = self.matching(items, "sha256", _SHA256, "the 64 digits (0-9, a-f) that deckmaker wrote")
        name, url, title, site = (self.optional(items, part) for part in ("name", "url", "title", "site"))
        return Source(name, digest, url, key, title, site, self.date(items.get("date")))

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
        """A heading with its bullets, exhibits and notes."""
        items = self.mapping(node, "a section", ("heading", "bullets", "exhibits", "notes"))
        self.require(items, ("heading",) if "exhibits" in items else ("heading", "bullets"), node, "a section")
        heading = self.clean(items["heading"], "the heading")
        bullets = self.sequence(items["bullets"], "bullets", self.bullet) if "bullets" in items else ()
        exhibits = self.sequence(items["exhibits"], "exhibits", self.exhibit) if "exhibits" in items else ()
        notes = self.scalar(items["notes"], "`notes`") if "notes" in items else ""
        return Section(heading, bullets, notes, exhibits)
