"""Options that several commands share, gathered into the records that the stages take."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

import click

from deckmaker.articles import Opening
from deckmaker.condense.limits import SENTENCES_FROM, Limits, slides_for
from deckmaker.deck import DeckOptions
from deckmaker.errors import RenderError
from deckmaker.memo import Fonts, MemoHead, MemoOptions
from deckmaker.theme import PAPERS, THEMES, Paper
from deckmaker.theme_file import find_theme

Command = Callable[..., Any]


class Range(click.ParamType[tuple[int, int]]):
    """A number, or two with a hyphen between: 3-7."""

    name = "N-M"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The two bounds; one number is both."""
        if isinstance(value, tuple):
            return value
        first, _, last = str(value).partition("-")
        if not (first.isdigit() and (last or first).isdigit()) or not 1 <= int(first) <= int(last or first) <= 99:
            self.fail(f"{value!r} is not a range; write 3-7, or one number from 1 to 99.", param, ctx)
        return int(first), int(last or first)


def gathered(record: type, name: str) -> Callable[[Command], Command]:
    """Hand a command one record in place of the options that are its fields."""

    def decorate(command: Command) -> Command:
        """The command, taking the record."""

        @functools.wraps(command)
        def call(**values: Any) -> Any:
            own = {known.name: values.pop(known.name) for known in fields(record) if known.name in values}
            return command(**{name: record(**own)}, **values)

        return call

    return decorate


def together(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several decorators as one, the first outermost."""
    return lambda command: functools.reduce(lambda made, decorate: decorate(made), reversed(decorators), command)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a result goes (None: a file named like the input) and whether it may replace what somebody changed."""

    output: str | None
    fresh: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to come of the inputs: one briefing of all or one of each, and the stage to print in place of files."""

    merge: bool
    show: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """The articles that an outline was made from (those not named are looked for), and the password that opens them."""

    article: tuple[str, ...]
    password: str = field(default="", repr=False)


def _theme(_context: click.Context, _param: click.Parameter, name: str | None) -> Any:
    try:
        return find_theme(name) if name else None
    except RenderError as error:  # no such name; what is wrong in a file has its own code
        raise click.BadParameter(f"{error.message}. {error.remedy}") from error


def _paper(_context: click.Context, _param: click.Parameter, name: str) -> Paper:
    return PAPERS[name]


def _slides(_context: click.Context, _param: click.Parameter, minutes: int | None) -> int | None:
    return slides_for(minutes) if minutes else None


output_option = click.option(
    "-o", "--output", metavar="FILE", help="Where to write; default: a file named like the input."
)
fresh_option = click.option("--fresh", is_flag=True, help="Replace what somebody changed, after saving it beside.")
password_option = click.option(
    "--password",
    default="",
    envvar="DECKMAKER_PASSWORD",
    metavar="WORD",
    help="Opens a protected PDF; better in the environment, as DECKMAKER_PASSWORD.",
)
article_options = together(
    click.option(
        "--article",
        multiple=True,
        metavar="FILE",
        help="The article: its sentences go into the notes. Of several, name each.",
    ),
    password_option,
    gathered(Cited, "cited"),
)
theme_option = click.option(
    "--theme", metavar="NAME|FILE", callback=_theme, help=f"{', '.join(THEMES)}, or a theme of your own (.yaml)."
)
target_options = together(output_option, fresh_option, gathered(Target, "target"))
folder_options = together(
    click.option("-o", "--output", metavar="DIR", help="Put all results in this folder, not in outlines/ and build/."),
    fresh_option,
    gathered(Target, "target"),
)
merge_option = click.option("--merge", is_flag=True, help="Make one briefing of all articles.")
WORDS_HELP = f"Words in a bullet, aimed at; from {SENTENCES_FROM} on bullets are whole sentences, with the and that."
limit_options = together(
    click.option("--sections", type=Range(), default="3-7", show_default=True, help="How many sections."),
    click.option("--bullets", type=Range(), default="2-5", show_default=True, help="How many bullets in a section."),
    click.option("--words", type=click.IntRange(6, 40), default=14, show_default=True, help=WORDS_HELP),
    click.option("--minutes", "slides", type=click.IntRange(1, 240), callback=_slides, help="Minutes of talk."),
    gathered(Limits, "limits"),
)
deck_options = together(
    theme_option,
    click.option("--template", metavar="T", help="Your own template, a .pptx or .potx file."),
    click.option("--layouts", default="", metavar="FILE", help="A YAML that names the template's layouts to use."),
    click.option(
        "--font-file",
        "font_files",
        multiple=True,
        metavar="FILE",
        help="A font of the template, to measure with; repeatable.",
    ),
    click.option("--footer", default="", help="Text at the foot of each slide; default: the title."),
    click.option("--slides", type=click.IntRange(1, 2000), default=None, help="At most so many slides."),
    click.option("--minutes", type=click.IntRange(1, 240), default=None, help="As many as such a talk carries."),
    gathered(DeckOptions, "look"),
)
opening_options = together(
    click.option("--allow-private", is_flag=True, help="Open web addresses in private networks, this computer's too."),
    click.option("--save-source", is_flag=True, help="Keep a fetched page beside the outline."),
    password_option,
    gathered(Opening, "opening"),
)
memo_options = together(
    click.option(
        "--paper", type=click.Choice(list(PAPERS)), default="a4", show_default=True, callback=_paper, help="Sheet size."
    ),
    click.option("--to", default="", help="Who the memo is for."),
    click.option("--from", "sender", default="", help="Who it is from."),
    click.option("--date", default="", help="Its date; default: the article's."),
    click.option("--subject", default="", help="Its subject; default: the title."),
    click.option("--ref", default="", help="Its reference."),
    click.option("--marking", default="", metavar="WORDS", help='Stands at head and foot of each page: "OFFICIAL".'),
    click.option(
        "--signature",
        multiple=True,
        metavar="LINE",
        help="A line to sign on, and this below it; repeat for more lines.",
    ),
    click.option("--quote-sources", is_flag=True, help="Print the source's sentence for each mark."),
    click.option("--one-page", is_flag=True, help="Make it fit one page, or say what to cut."),
    theme_option,
    click.option(
        "--font", "named", multiple=True, metavar="NAME|FILE", help="A font for what the memo's own lacks; repeatable."
    ),
    click.option("--replace-missing", is_flag=True, help="Let a mark stand for a character that no font has."),
    gathered(MemoHead, "head"),
    gathered(Fonts, "fonts"),
    gathered(MemoOptions, "options"),
)
