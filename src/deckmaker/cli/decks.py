"""The commands about decks: make one, check one, and see how it can look."""

from dataclasses import replace
from pathlib import Path

import click

from deckmaker import pipeline
from deckmaker.articles import STDIN, source_sentences
from deckmaker.cli.options import Cited, Target, article_options, deck_options, gathered, target_options, together
from deckmaker.cli.talk import Talk, about_outline, plural
from deckmaker.deck import DeckOptions, advise, make_deck, plan_deck
from deckmaker.errors import BuildWarning, DeckError
from deckmaker.outline_file import format_outline
from deckmaker.output import make_room
from deckmaker.theme import THEMES, load_theme

_DECKS = (".pptx", ".potx", ".ppsx", ".pptm")
template_options = together(
    click.option("--layouts", default="", metavar="FILE", help="A YAML that names the layouts to use."),
    click.option("--font-file", "font_files", multiple=True, metavar="FILE", help="A font of it; repeatable."),
    gathered(DeckOptions, "look"),
)


@click.command()
@click.argument("outline", metavar="OUTLINE.yaml")
@target_options
@deck_options
@article_options
@click.option("--show", type=click.Choice(["outline", "slides"]), help="Print a stage's value, write nothing.")
@click.pass_obj
def deck(talk: Talk, look: DeckOptions, target: Target, cited: Cited, outline: str, show: str | None) -> None:
    """Make the PowerPoint deck of OUTLINE.

    \b
    Example:
      deckmaker deck outlines/article.yaml -o brief.pptx --template our-brand.potx
      deckmaker deck outlines/article.yaml --minutes 10 --footer "Asia desk"
    """
    made = pipeline.read_outline(outline)
    sentences, warnings = source_sentences(made, Path(outline), cited.article, cited.password)
    look = replace(look, folder="" if outline == STDIN else str(Path(outline).parent))
    if show:
        talk.say(
            (format_outline(made) if show == "outline" else plan_deck(made, look, sentences).as_text()).rstrip("\n")
        )
        return
    name = "stdin" if outline == STDIN else Path(outline).stem
    path = Path(target.output) if target.output else Path("build") / f"{name}.pptx"
    make_room(path, fresh=target.fresh)
    with talk.stage("making the deck"):
        slides = make_deck(pipeline.dated(made), path, look, sentences)
    talk.wrote("deck", path, plural(len(slides.slides), "slide"))
    talk.warn(made.warnings + warnings + slides.warnings)
    talk.finish()


@click.command()
@click.argument("file", metavar="OUTLINE.yaml|DECK.pptx")
@article_options
@click.pass_obj
def check(talk: Talk, cited: Cited, file: str) -> None:
    """Check an outline: that it reads, and its places; or a deck: that it opens, and that everyone can use it.

    \b
    Example:
      deckmaker check outlines/article.yaml
      deckmaker check build/article.pptx
    """
    if file.lower().endswith(_DECKS):
        _check_deck(talk, file)
    else:
        made = pipeline.read_outline(file)
        talk.say(f"{file}: {about_outline(made)}; it reads well")
        talk.warn(pipeline.review(made, Path(file), cited.article, cited.password))
    talk.finish()


def _check_deck(talk: Talk, file: str) -> None:
    """Say what is found in a deck; errors fail."""
    from deckmaker.deck.check import Level, check_deck

    findings = check_deck(file)
    for finding in findings:
        talk.say(f"{finding.level}: {finding}" + (f"\n  {finding.remedy}" if finding.remedy else ""))
    errors = sum(finding.level is Level.ERROR for finding in findings)
    talk.warned += sum(finding.level is Level.WARNING for finding in findings)
    if errors:
        raise DeckError(f"{plural(errors, 'fault')} found", file=file, remedy="Each is named above.")
    talk.say(f"{file}: " + ("no faults" if findings else "sound; nothing keeps anyone out"))


@click.command()
@click.argument("file", metavar="DECK.pptx")
@target_options
@click.pass_obj
def pull(talk: Talk, target: Target, file: str) -> None:
    """Take the outline out of DECK again, with what was edited on its slides; "-o -" prints it.

    Bullets that were not changed keep their places, changed ones are marked as edited, new ones have none.  What an
    outline cannot express is listed.

    \b
    Example:
      deckmaker pull brief.pptx -o brief.yaml
    """
    from deckmaker.deck.pull import pull_deck

    found = pull_deck(file)
    if target.output == STDIN:
        talk.say(format_outline(found.outline).rstrip("\n"))
    else:
        path = Path(target.output or f"{Path(file).stem}.yaml")
        talk.outline(pipeline.write_outline(found.outline, path, fresh=target.fresh))
    talk.warn(BuildWarning("lost", f"not kept: {line}") for line in found.lost)
    talk.finish()


@click.command()
@click.pass_obj
def themes(talk: Talk) -> None:
    """List the built-in looks; docs/themes.md shows them.

    \b
    Example:
      deckmaker themes
    """
    for index, name in enumerate(THEMES):
        theme = load_theme(name)
        fonts = f"{theme.heading_font} and {theme.text_font}"
        talk.say(f"{name:<6}  {theme.about}; {fonts}" + ("" if index else " (the default)"))


@click.command("check-template")
@click.argument("file", metavar="TEMPLATE.pptx")
@template_options
@click.pass_obj
def check_template(talk: Talk, look: DeckOptions, file: str) -> None:
    """Say how a deck would stand in TEMPLATE: which layouts serve which slides, its fonts, what will be missing.

    \b
    Example:
      deckmaker check-template our-brand.potx --layouts our-layouts.yaml
    """
    for line in advise(replace(look, template=file)):
        talk.say(line)
