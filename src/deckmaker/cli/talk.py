"""What is said on the terminal: results to standard output; warnings, errors and progress to standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from deckmaker.document import Document
from deckmaker.errors import BuildWarning, DeckmakerError, StrictError
from deckmaker.outline import Outline
from deckmaker.pipeline import Built, Kept


class Talk:
    """One run's conversation: how much is said, and how many warnings there were."""

    def __init__(self, *, verbose: bool, strict: bool) -> None:
        self.verbose, self.strict = verbose, strict
        self.warned = 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Show on a terminal what is being done; with -v say how long it took."""
        start = time.perf_counter()
        if sys.stderr.isatty():
            from rich.console import Console

            with Console(stderr=True).status(f"{name} …"):
                yield
        else:
            yield
        if self.verbose:
            click.echo(f"{name}: {time.perf_counter() - start:.2f} s", err=True)

    def say(self, line: str) -> None:
        """A line of the result."""
        click.echo(line)

    def wrote(self, what: str, path: object, count: str, width: int = 0) -> None:
        """That a file was written, and what is in it; paths are padded to width."""
        click.echo(f"  {what:<8} " + click.style(f"{path!s:<{width}}", bold=True) + f"  {count}")

    def warn(self, warnings: Iterable[BuildWarning]) -> None:
        """Each warning on a line of its own."""
        for warning in warnings:
            self.warned += 1
            click.secho(f"warning: {warning}", err=True, fg="yellow")

    def fail(self, error: DeckmakerError) -> None:
        """An error: where, what is wrong, what to do."""
        click.secho(f"error: {error}", err=True, fg="red")

    def finish(self) -> None:
        """Turn warnings into failure when that was asked for.

        Raises:
            StrictError: when there were warnings and --strict was given.
        """
        if self.strict and self.warned:
            raise StrictError(f"{plural(self.warned, 'warning')}, and --strict was given", remedy="See above.")

    def built(self, built: Built) -> None:
        """What one build read and wrote."""
        for document in built.documents:
            self.say(f"{document.source.name}: {about_document(document)}")
        if not built.documents:
            self.say(f"{built.kept.path}:")
        width = max(len(str(path)) for path in (built.kept.path, built.deck, *built.pages))
        for page in built.pages:
            self.wrote("page", page, "as it was fetched", width)
        self.outline(built.kept, given=not built.documents, width=width)
        self.wrote("deck", built.deck, plural(len(built.slides.slides), "slide"), width)
        if built.memo:
            self.wrote("memo", built.memo.path, plural(built.memo.pages, "page"), width)
        self.warn(built.warnings)

    def outline(self, kept: Kept, *, given: bool = False, width: int = 0) -> None:
        """What became of the outline's file."""
        self.wrote("outline", kept.path, about_outline(kept.outline) + (" (given)" if given else ""), width)
        if kept.edited:
            self.say("           edited since deckmaker wrote it: kept and shown as it is; --fresh makes it anew")
        if kept.saved:
            self.say(f"           the one that was there is now {kept.saved}")


def plural(number: int, noun: str) -> str:
    """1 slide, 2 slides; thousands are parted by commas."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def about_document(document: Document) -> str:
    """How large an article is."""
    counts = plural(len(document.text.split()), "word"), plural(len(document.blocks), "paragraph")
    return f"{counts[0]} in {counts[1]}, language {document.language}"


def about_outline(outline: Outline) -> str:
    """How large an outline is."""
    return f"{plural(len(outline.sections), 'section')}, {plural(len(list(outline.bullets())), 'bullet')}"
