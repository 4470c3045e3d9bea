"""The command line: the only room that parses options, prints and sets exit codes."""

import sys
import time
from pathlib import Path

import click

from deckmaker import __version__, pipeline
from deckmaker.articles import STDIN, Keep, Opening, read_article
from deckmaker.cli.decks import check, check_template, deck, pull, themes
from deckmaker.cli.options import (
    Asked,
    Target,
    deck_options,
    folder_options,
    gathered,
    limit_options,
    merge_option,
    opening_options,
    target_options,
)
from deckmaker.cli.papers import extract, memo, print_command
from deckmaker.cli.talk import Talk
from deckmaker.condense import Limits, condense_together
from deckmaker.deck import AROUND, DeckOptions
from deckmaker.desktop import open_file
from deckmaker.errors import DeckmakerError
from deckmaker.memo import Fonts, MemoOptions
from deckmaker.outline_file import format_outline, schema
from deckmaker.pipeline import Job

EPILOG = """\b
Exit codes:
  0  done                                1  stopped
  2  wrong use of the command line       3  an article or template cannot be read
  4  an outline is wrong (says where)    5  a result cannot be written
  6  cannot be shown as asked            7  a program of this computer is missing
  8  there were warnings, with --strict  9  a web page cannot be fetched
  10 a web address is not opened (not http or https, or in a private network)
  11 a deck has faults"""


def main() -> None:
    """The console script: run the command line, turn errors into a message and an exit code."""
    try:
        cli.main(standalone_mode=True)
    except DeckmakerError as error:
        click.secho(f"error: {error}", err=True, fg="red")
        sys.exit(error.exit_code)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="deckmaker %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Say how long each stage takes.")
@click.option("--strict", is_flag=True, help="Fail when there are warnings.")
@click.pass_context
def cli(context: click.Context, verbose: bool, strict: bool) -> None:
    """Turn an article into a briefing: an outline you can edit, a PowerPoint deck, a printable memo.

    \b
    Example:
      deckmaker build article.txt
    """
    context.obj = Talk(verbose=verbose, strict=strict)


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="ARTICLE|OUTLINE.yaml ...")
@folder_options
@click.option(
    "--show",
    type=click.Choice(["document", "outline", "slides"]),
    help="Print a stage's value, write nothing.",
)
@merge_option
@deck_options
@opening_options
@gathered(Asked, "asked")
@click.pass_obj
def build(
    talk: Talk, opening: Opening, look: DeckOptions, target: Target, asked: Asked, inputs: tuple[str, ...]
) -> None:
    """Make outline, deck and memo of each ARTICLE (a file or a web address), or deck and memo of each OUTLINE.

    An outline that is there already and that somebody edited is kept and shown as it is.

    \b
    Example:
      deckmaker build article.txt
      deckmaker build https://example.org/article --save-source
      deckmaker build news.html minutes.pdf letter.txt --merge
      deckmaker build outlines/article.yaml --theme warm
    """
    start = time.perf_counter()
    folder = Path(target.output) if target.output else None
    places = folder or Path("outlines"), folder or Path("build")
    memo = MemoOptions(theme=look.theme, fonts=pipeline.with_system(Fonts()))
    limits = Limits(slides=max(1, look.most - AROUND) if look.most else None)
    job = Job(*places, target.fresh, limits, deck=look, memo=memo, opening=opening)
    if asked.merge and any(map(pipeline.is_outline, inputs)):
        raise click.UsageError("--merge makes one briefing of articles; an outline is built by itself.")
    together = [inputs] if asked.merge else [(path,) for path in inputs]
    codes = [_build_one(talk, paths, job, asked.show) for paths in together]
    if not asked.show:
        talk.say(f"{time.perf_counter() - start:.1f} s")
    talk.finish()
    sys.exit(next((code for code in codes if code), 0))


def _build_one(talk: Talk, paths: tuple[str, ...], job: Job, show: str | None) -> int:
    """Build one result; an error is said and returned as its exit code, so that the others go on."""
    try:
        lone = len(paths) == 1
        if show:
            shown = pipeline.show(paths[0], job, show) if lone else pipeline.show_together(paths, job, show)
            talk.say(shown.rstrip("\n"))
        else:
            with talk.stage(f"building {' '.join(paths)}"):
                built = pipeline.build(paths[0], job) if lone else pipeline.build_together(paths, job)
            talk.built(built)
            if built.problem:
                raise built.problem
    except DeckmakerError as error:
        talk.fail(error)
        return error.exit_code
    return 0


@cli.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE ...")
@target_options
@merge_option
@limit_options
@opening_options
@click.option("--show", type=click.Choice(["document", "outline"]), help="Print a stage's value, write nothing.")
@gathered(Asked, "asked")
@click.pass_obj
def outline(
    talk: Talk, opening: Opening, limits: Limits, target: Target, asked: Asked, articles: tuple[str, ...]
) -> None:
    """Condense ARTICLE (a file or a web address) into an outline file that you can edit; "-o -" prints it.

    \b
    Example:
      deckmaker outline article.txt -o brief.yaml --sections 4-5 --words 12
      deckmaker outline news.html minutes.pdf letter.txt --merge -o brief.yaml
    """
    if len(articles) > 1 and not asked.merge:
        raise click.UsageError("Give --merge for one outline of all these articles, or name one.")
    printed = bool(asked.show) or target.output == STDIN
    if opening.save_source and printed:
        raise click.UsageError("--save-source keeps the page beside the outline's file: name that with -o FILE.")
    folder = Path(target.output).parent if target.output else Path("outlines")
    keep = Keep(folder, target.fresh) if opening.save_source else None
    documents = [read_article(article, opening, keep) for article in articles]
    if asked.show == "document":
        talk.say("\n".join(document.as_text() for document in documents).rstrip("\n"))
        return
    with talk.stage("condensing"):
        made = condense_together(documents, limits)
    if printed:
        talk.say(format_outline(made).rstrip("\n"))
    else:
        path = Path(target.output) if target.output else folder / f"{pipeline.stem_of(documents)}.yaml"
        talk.outline(pipeline.write_outline(made, path, fresh=target.fresh))
    talk.warn(made.warnings)
    talk.finish()


@cli.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of the outline file, for editors that complete and check it.

    \b
    Example:
      deckmaker schema > outline.schema.json
    """
    click.echo(schema().rstrip("\n"))


@cli.command("open")
@click.argument("file")
def open_command(file: str) -> None:
    """Open FILE with the program that the desktop uses for it.

    \b
    Example:
      deckmaker open build/article.pptx
    """
    open_file(file)


for command in (deck, check, pull, themes, check_template, memo, extract, print_command):
    cli.add_command(command)
