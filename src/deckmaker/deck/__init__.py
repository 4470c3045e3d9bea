"""Outline and theme, or a user's own template -> slides as a value -> .pptx.

`plan_deck` says what goes where, `make_deck` writes it.  Importing this room costs next to nothing; the libraries
that read and write .pptx are loaded when a deck is made.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckmaker.deck.slides import Slides
from deckmaker.document import Place
from deckmaker.outline import Outline
from deckmaker.theme import Theme, load_theme

if TYPE_CHECKING:
    from deckmaker.deck.design import Design
    from deckmaker.deck.draft import Brief

__all__ = ["DeckOptions", "Slides", "make_deck", "plan_deck"]


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """How a deck is to look: a theme (None: the default one) or the path of a template that takes its place.

    footer stands at the foot of the slides; "" stands for the outline's title.  folder is where the paths of the
    outline's pictures start from.  slides, when given, is how many slides there shall be at most.
    """

    theme: Theme | None = None
    template: str | None = None
    footer: str = ""
    folder: str = ""
    slides: int = 0


_DEFAULT = DeckOptions()


def plan_deck(
    outline: Outline, options: DeckOptions = _DEFAULT, sentences: Mapping[Place, str] | None = None
) -> Slides:
    """The slides of an outline as a value.  sentences are what the speaker's notes quote, by place.

    Raises:
        InputError: the template or a picture cannot be read.
        RenderError: the template has no layout that can be used.
    """
    from deckmaker.deck.design import builtin_design
    from deckmaker.deck.plan import plan

    if options.template:
        from deckmaker.deck.template import open_template

        design = open_template(options.template).design
    else:
        design = builtin_design(options.theme or load_theme())
    return plan(_brief(outline, design, options, sentences))


def make_deck(
    outline: Outline,
    path: str | os.PathLike[str],
    options: DeckOptions = _DEFAULT,
    sentences: Mapping[Place, str] | None = None,
) -> Slides:
    """Write the outline's deck as .pptx at path, replacing what is there, and return the slides written.

    The same arguments give the same bytes.

    Raises:
        InputError: the template or a picture cannot be read.
        RenderError: the template has no layout that can be used.
        OutputError: the file cannot be written.
    """
    from deckmaker.deck.plan import plan
    from deckmaker.deck.template import open_builtin, open_template
    from deckmaker.deck.write import write_deck
    from deckmaker.output import write_file

    base = open_template(options.template) if options.template else open_builtin(options.theme or load_theme())
    slides = plan(_brief(outline, base.design, options, sentences))
    write_file(path, write_deck(slides, outline, base))
    return slides


def _brief(outline: Outline, design: "Design", options: DeckOptions, sentences: Mapping[Place, str] | None) -> "Brief":
    """What the deck is planned from, its pictures read."""
    from deckmaker.deck.draft import Brief
    from deckmaker.deck.pictures import load_pictures

    pictures = load_pictures(outline, options.folder)
    return Brief(outline, design, options.footer, sentences, options.slides, pictures)
