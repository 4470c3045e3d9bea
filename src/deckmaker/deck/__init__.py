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
    from deckmaker.deck.base import Base
    from deckmaker.deck.design import Design
    from deckmaker.deck.draft import Brief

__all__ = ["AROUND", "DeckOptions", "Slides", "advise", "make_deck", "plan_deck"]


AROUND = 4
"""Slides beside the contents that nearly every deck has: cover, bottom line, agenda, sources."""


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """How a deck is to look: a theme (None: the default one) or the path of a template that takes its place.

    footer stands at the foot of the slides; "" stands for the outline's title.  folder is where the paths of the
    outline's pictures start from.  slides, when given, is how many slides there shall be at most; minutes gives as
    many as such a talk carries.  layouts is a file that names the template's layouts, font_files are measured with.
    """

    theme: Theme | None = None
    template: str | None = None
    footer: str = ""
    folder: str = ""
    slides: int | None = None
    minutes: int | None = None
    layouts: str = ""
    font_files: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """The most slides there shall be, 0 for no bound: one for each two minutes, and those around them."""
        bounds = [self.slides, max(1, round(self.minutes / 2)) + AROUND if self.minutes else 0]
        return min((bound for bound in bounds if bound), default=0)


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

        design = open_template(options.template, options.layouts, options.font_files).design
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
    from deckmaker.deck.write import write_deck
    from deckmaker.output import write_file

    base = open_base(options)
    slides = plan(_brief(outline, base.design, options, sentences))
    write_file(path, write_deck(slides, outline, base))
    return slides


def open_base(options: DeckOptions) -> "Base":
    """The deck that slides are written into: a theme's, or the person's template.

    Raises:
        InputError: the template cannot be read.
        RenderError: it has no layout that can be used.
    """
    from deckmaker.deck.template import open_builtin, open_template

    if options.template:
        return open_template(options.template, options.layouts, options.font_files)
    return open_builtin(options.theme or load_theme())


def advise(options: DeckOptions) -> tuple[str, ...]:
    """What a person should know of a template before use, line by line: layouts, fonts, what will be missing.

    Raises:
        InputError: the template cannot be read.
        RenderError: it has no layout that can be used.
    """
    from deckmaker.deck.advice import advice

    return advice(open_base(options))


def _brief(outline: Outline, design: "Design", options: DeckOptions, sentences: Mapping[Place, str] | None) -> "Brief":
    """What the deck is planned from, its pictures read."""
    from deckmaker.deck.draft import Brief
    from deckmaker.deck.pictures import load_pictures

    pictures = load_pictures(outline, options.folder)
    return Brief(outline, design, options.footer, sentences, options.most, pictures)
