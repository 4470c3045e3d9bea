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

_NEARLY_A_MARK = re.compile(r"\[\s*p\s*\d[\d\s.,;p–-]*\]$")


class BulletNodes(Nodes):
    """Lines of text and bullets."""

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
