"""One article from its path to outline, deck and memo: the whole tool on one screen."""

import datetime
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from deckmaker.articles import STDIN, Keep, Opening, read_article, source_sentences
from deckmaker.condense import Limits, condense
from deckmaker.deck import DeckOptions, Slides, make_deck, plan_deck
from deckmaker.document import Document, Place
from deckmaker.errors import BuildWarning, InputError, OutputError, RenderError
from deckmaker.fetch import is_url
from deckmaker.memo import Fonts, Memo, MemoOptions, extract_outline, make_memo
from deckmaker.outline import Outline
from deckmaker.outline_file import format_outline, load_outline, parse_outline, save_outline
from deckmaker.output import make_room, save_beside, write_file

OUTLINE_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Job:
    """Where results go and how they shall be; fresh replaces what people changed, after saving it beside."""

    outlines: Path = Path("outlines")
    build: Path = Path("build")
    fresh: bool = False
    limits: Limits = Limits()
    deck: DeckOptions = DeckOptions()
    memo: MemoOptions = MemoOptions()
    opening: Opening = Opening()

    def keep(self) -> Keep | None:
        """Where fetched pages are kept, when that is asked for."""
        return Keep(self.outlines, self.fresh) if self.opening.save_source else None


@dataclass(frozen=True, slots=True)
class Kept:
    """An outline in its file: what is in the file now, whether a person's edits were kept, what was saved beside."""

    outline: Outline
    path: Path
    edited: bool = False
    saved: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What one build made of one article or outline.

    document is None when an outline was given; memo is None when the memo could not be set, and problem says why.
    page is where a fetched page was kept.
    """

    document: Document | None
    kept: Kept
    deck: Path
    slides: Slides
    memo: Memo | None
    warnings: tuple[BuildWarning, ...]
    problem: RenderError | None = None
    page: Path | None = None


def build(path: str, job: Job) -> Built:
    """Article or outline file -> outline, deck and memo."""
    if is_outline(path):
        kept = Kept(load_outline(path), Path(path))
        document, (sentences, warnings) = (
            None,
            source_sentences(kept.outline, Path(path), password=job.opening.password),
        )
    else:
        document = read_article(path, job.opening, job.keep())
        target = job.outlines / f"{Path(document.source.name).stem}.yaml"
        kept = keep_outline(condense(document, job.limits), target, fresh=job.fresh)
        sentences, warnings = document.sentences(), _stale(kept, document)
    built = render(document, kept, job, sentences, warnings)
    was_kept = is_url(path) and job.opening.save_source
    return replace(built, page=job.outlines / document.source.name) if document and was_kept else built


def render(
    document: Document | None,
    kept: Kept,
    job: Job,
    sentences: Mapping[Place, str],
    warnings: tuple[BuildWarning, ...],
) -> Built:
    """Outline -> deck and memo."""
    outline = dated(kept.outline)
    deck, memo = (job.build / f"{kept.path.stem}.{suffix}" for suffix in ("pptx", "pdf"))
    for path in (deck, memo):
        make_room(path, fresh=job.fresh)
    slides = make_deck(outline, deck, job.deck, sentences)
    told = kept.outline.warnings + warnings + slides.warnings
    try:
        made = make_memo(
            outline, memo, replace(job.memo, attachment=kept.path.read_bytes(), folder=str(kept.path.parent)), sentences
        )
    except RenderError as problem:
        return Built(document, kept, deck, slides, None, tuple(dict.fromkeys(told)), problem)
    return Built(document, kept, deck, slides, made, tuple(dict.fromkeys(told + made.warnings)))


def read_outline(path: str) -> Outline:
    """The outline in a file, or in standard input when path is "-"."""
    return read_outline_file(path)[0]


def read_outline_file(path: str) -> tuple[Outline, bytes]:
    """The outline in a file, or in standard input when path is "-", and the bytes it was read from."""
    data, name = _bytes_of(path)
    return parse_outline(data, name), data


def extract(path: str) -> bytes:
    """The outline that a memo carries, byte for byte; path "-" is standard input.

    Raises:
        InputError: there is no such file, or it carries no outline.
    """
    return extract_outline(*_bytes_of(path))


def _bytes_of(path: str) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input when path is "-", and what messages call it."""
    if path == STDIN:
        return sys.stdin.buffer.read(), "standard input"
    try:
        return Path(path).read_bytes(), path
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=path, remedy="Check the name.") from error


def write_extracted(data: bytes, path: Path, *, fresh: bool) -> Path | None:
    """Write what was taken out of a memo; a file that differs is in the way, or saved beside when fresh.

    Raises:
        OutputError: the file is in the way or cannot be written.
    """
    saved = None
    if path.is_file() and path.read_bytes() != data:
        if not fresh:
            remedy = "Use --fresh to save it beside and replace it, or -o to write elsewhere."
            raise OutputError("exists and differs from the outline in the memo", file=str(path), remedy=remedy)
        saved = save_beside(path)
    write_file(path, data)
    return saved


def dated(outline: Outline) -> Outline:
    """The outline with a date for deck and memo: its own, else that of SOURCE_DATE_EPOCH (seconds since 1970, UTC)."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if outline.date or not seconds.isdigit():
        return outline
    return replace(outline, date=datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date())


def with_system(fonts: Fonts) -> Fonts:
    """The fonts with the folders in which this system keeps its own, those of the user first."""
    home = Path.home()
    data = [os.environ.get("XDG_DATA_HOME") or home / ".local/share"]
    data += (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    kept = [home / ".fonts", home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    windows = [Path(os.environ.get(name, "")) / "Fonts" for name in ("WINDIR",) if os.environ.get(name)]
    folders = [*(Path(folder) / "fonts" for folder in data), *kept, *windows]
    return replace(fonts, folders=tuple(folder for folder in folders if folder.is_dir()))


def is_outline(path: str) -> bool:
    """Whether a file's name says that it is an outline."""
    return not is_url(path) and path.lower().endswith(OUTLINE_SUFFIXES)


def keep_outline(outline: Outline, path: Path, *, fresh: bool) -> Kept:
    """The outline written to its file; an outline already there that differs is a person's and stays, unless fresh.

    Raises:
        OutlineError: when the person's outline does not read.
        OutputError: when the file cannot be written.
    """
    text = format_outline(outline).encode()
    saved = None
    if path.is_file() and path.read_bytes() != text:
        if not fresh:
            return Kept(load_outline(path), path, edited=True)
        saved = save_beside(path)
    if saved or not path.is_file():
        save_outline(outline, path)
    return Kept(outline, path, saved=saved)


def write_outline(outline: Outline, path: Path, *, fresh: bool) -> Kept:
    """The outline written to its file, as keep_outline does; a person's outline in the way is an error.

    Raises:
        OutputError: when the file is in the way or cannot be written.
    """
    kept = keep_outline(outline, path, fresh=fresh)
    if kept.edited:
        remedy = "Use --fresh to save it beside and replace it, or -o to write elsewhere."
        raise OutputError("exists and differs: somebody may have edited it", file=str(path), remedy=remedy)
    return kept


def _stale(kept: Kept, document: Document) -> tuple[BuildWarning, ...]:
    """A warning when an edited outline was made from another version of the article."""
    source = kept.outline.source
    if not kept.edited or source is None or source.sha256 in ("", document.source.sha256):
        return ()
    message = (
        f"{kept.path} was made from another version of the article: its places may be wrong (--fresh makes it anew)"
    )
    return (BuildWarning("stale", message),)


def show(path: str, job: Job, stage: str) -> str:
    """A stage's value as text: document, outline or slides."""
    if is_outline(path):
        outline = load_outline(path)
        sentences, _ = source_sentences(outline, Path(path), password=job.opening.password)
    else:
        document = read_article(path, job.opening)
        if stage == "document":
            return document.as_text()
        outline, sentences = condense(document, job.limits), document.sentences()
    return plan_deck(outline, job.deck, sentences).as_text() if stage == "slides" else format_outline(outline)


def review(outline: Outline, path: Path, article: str = "", password: str = "") -> tuple[BuildWarning, ...]:
    """What is worth knowing about an outline that reads: places that its article does not have."""
    sentences, warnings = source_sentences(outline, path, article, password)
    if not sentences:
        return warnings
    lost = [(text, place) for text, places in outline.said() for place in places if place not in sentences]
    return warnings + tuple(BuildWarning("place", f"the article has no {place}: {text!r}") for text, place in lost)
