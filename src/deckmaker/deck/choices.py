"""The layouts chosen for the kinds of slides."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.deck.choose import Candidate, Choice, Columns, choose_columns, choose_cover, choose_section
from deckmaker.deck.slides import Box


@dataclass(frozen=True, slots=True)
class Choices:
    """The layouts chosen for the kinds of slides; None where the content's serves."""

    content: Choice
    cover: Choice
    section: Choice | None = None
    columns: Columns | None = None


def choose_all(candidates: Sequence[Candidate], content: Choice, page: Box) -> Choices:
    """The layouts that serve best beside the content's."""
    section = choose_section(candidates, content)
    return Choices(content, choose_cover(candidates, content), section, choose_columns(candidates, content, page))
