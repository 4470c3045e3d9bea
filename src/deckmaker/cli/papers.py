"""The commands about the memo: make it, take its outline out again, print it."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from deckmaker import pipeline
from deckmaker.articles import STDIN, source_sentences
from deckmaker.cli.options import Cited, Target, article_options, gathered, memo_options, target_options, together
from deckmaker.cli.talk import Talk, about_outline, plural
from deckmaker.desktop import MEDIA, SIDES, PrintJob, print_file
from deckmaker.memo import MemoOptions, make_memo
from deckmaker.outline_file import parse_outline
from deckmaker.output import make_room

print_options = together(
    click.option("--printer", default="", help="Name of the queue; default: the system's."),
    click.option("--paper", type=click.Choice(list(MEDIA)), help="Sheet size; default: the queue's."),
    click.option("--sides", type=click.Choice(list(SIDES)), help="One side, two, or two turned at the short edge."),
    click.option("--copies", type=click.IntRange(1, 999), default=1, show_default=True, help="How many."),
    gathered(PrintJob, "job"),
)


@click.command()
@click.argument("outline", metavar="OUTLINE.yaml")
@target_options
@memo_options
@article_options
@click.pass_obj
def memo(talk: Talk, options: MemoOptions, target: Target, cited: Cited, outline: str) -> None:
    """Make the printable PDF memo of OUTLINE.

    \b
    Example:
      deckmaker memo outlines/article.yaml --to "The Director" --from "Asia desk" --paper letter
      deckmaker memo outlines/article.yaml --marking OFFICIAL --one-page --signature "Ada Berg"
    """
    made, data = pipeline.read_outline_file(outline)
    sentences, warnings = source_sentences(made, Path(outline), cited.article, cited.password)
    path = Path(target.output) if target.output else Path("build") / f"{_stem(outline)}.pdf"
    make_room(path, fresh=target.fresh)
    folder = "" if outline == STDIN else str(Path(outline).parent)
    options = replace(options, attachment=data, fonts=pipeline.with_system(options.fonts), folder=folder)
    with talk.stage("making the memo"):
        done = make_memo(pipeline.dated(made), path, options, sentences)
    talk.wrote("memo", path, plural(done.pages, "page"))
    talk.warn(made.warnings + warnings + done.warnings)
    talk.finish()


def _stem(path: str) -> str:
    return "stdin" if path == STDIN else Path(path).stem


@click.command()
@click.argument("file", metavar="MEMO.pdf")
@target_options
@click.pass_obj
def extract(talk: Talk, target: Target, file: str) -> None:
    """Take out the outline that MEMO was made from, byte for byte; "-o -" prints it.

    \b
    Example:
      deckmaker extract memo.pdf -o brief.yaml
    """
    data = pipeline.extract(file)
    if target.output == STDIN:
        sys.stdout.buffer.write(data)
        return
    path = Path(target.output or f"{_stem(file)}.yaml")
    pipeline.write_extracted(data, path, fresh=target.fresh)
    talk.wrote("outline", path, about_outline(parse_outline(data, str(path))))


@click.command("print")
@click.argument("file", metavar="FILE.pdf")
@print_options
@click.pass_obj
def print_command(talk: Talk, job: PrintJob, file: str) -> None:
    """Send FILE to a printer (CUPS).

    \b
    Example:
      deckmaker print build/article.pdf --printer office --sides two --copies 12
    """
    talk.say(print_file(file, job) or f"{file} was sent to the printer")
