"""What the nodes of bullets mean, and of the marks at their ends."""

import re
from typing import TYPE_CHECKING

from deckmaker.document import Place
from deckmaker.outline.bullet import MARK, Bullet, check_line
from deckmaker.yaml_nodes import Nodes

if TYPE_CHECKING:
    from yaml import Node

MAX_RUN = 100
"""The longest run of sentences that one mark such as [p8.2-3] may name."""

_NEARLY_A_MARK = re.compile(
    r"\[\s*(?:edited\b\s*)?(?:[A-Za-z]\s*)?p\s*\d(?:[\d\s.,;–-]|[A-Za-z](?=\s*p\s*\d)|p(?=\s*\d))*\]$"
)


class BulletNodes(Nodes):
    """Lines of text and bullets.  keys are the letters of the file's sources; none when it has not several."""

    keys: tuple[str, ...] = ()

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

    def bullet(self, node: "Node") -> Bullet:
        """A bullet, plain or with bullets below it."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            return self.marked(node, "the bullet")
        items = self.mapping(node, "a bullet", ("text", "bullets"))
        self.require(items, ("text",), node, "a bullet")
        top = self.marked(items["text"], "the bullet")
        below = self.sequence(items["bullets"], "bullets", self.below) if "bullets" in items else ()
        return Bullet(top.text, top.places, below, top.edited)

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
                f"Write one mark: {self.examples()}.",
            )
        if not bare:
            self.fail(f"{what} has a mark but no text", node, "Write the text before the mark.")
        if match is None:
            return Bullet(bare)
        return Bullet(bare, self.places(match["places"], node), edited=bool(match["edited"]))

    def places(self, mark: str, node: "Node") -> tuple[Place, ...]:
        """The places that a mark names; a run names each of its sentences."""
        found: list[Place] = []
        for part in mark.split(","):
            first, _, last = part.strip().partition("-")
            try:
                place = Place.parse(first)
            except ValueError:
                self.fail(f"the mark [{mark}] is not understood", node, f"Write a place: {self.examples()}.")
            self.check_key(place, node)
            end = int(last or place.sentence)
            if not place.sentence <= end < place.sentence + MAX_RUN:
                self.fail(f"the mark [{mark}] runs backwards or too far", node, "Write the smaller number first.")
            found += [Place(place.block, number, place.source) for number in range(place.sentence, end + 1)]
        return tuple(found)

    def examples(self) -> str:
        """Marks as this file may have them."""
        first, last = (f"{self.keys[0]} ", f"{self.keys[-1]} ") if self.keys else ("", "")
        return f"[{first}p8.3], [{first}p8.2-3] or [{first}p4.1, {last}p9.2]"

    def check_key(self, place: Place, node: "Node") -> None:
        """Complain of a place that names no source of this file."""
        if place.source in (self.keys or ("",)):
            return
        if not self.keys:
            remedy = f"Write [{Place(place.block, place.sentence)}], or list the sources under `sources`."
            self.fail(f"the mark [{place}] names a source, and the file has not several", node, remedy)
        if not place.source:
            remedy = f"Write [{self.keys[0]} {place}], with the letter of the source."
            self.fail(f"the mark [{place}] does not say in which of the sources", node, remedy)
        listed = ", ".join(self.keys)
        self.fail(f"there is no source {place.source}: [{place}]", node, f"`sources` lists {listed}.")
