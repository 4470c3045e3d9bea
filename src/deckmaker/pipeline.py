"""One article from its path to outline, deck and memo: the whole tool on one screen."""

import datetime
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deckmaker.articles import STDIN, Keep, Opening, read_article, sentences_of, source_sentences
from deckmaker.condense import Limits, condense_together
from deckmaker.deck import DeckOptions, Slides, make_deck, plan_deck
from deckmaker.document import Document, Place
from deckmaker.errors import BuildWarning, InputError, OutputError, RenderError
from deckmaker.fetch import is_url
from deckmaker.memo import Fonts, Memo, MemoOptions, extract_outline, make_memo
from deckmaker.outline import Outline
from deckmaker.outline_file import format_outline, load_outline, parse_outline, save_outline
from deckmaker.output import make_room, save_beside, write_file

OUTLINE_SUFFIXES = (".yaml", ".yml")
LONGEST_STEM = 60
"""Characters of a file's name that is made of several."""


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
    """What one build made of articles or an outline.

    documents are none when an outline was given; memo is None when the memo could not be set, and problem says why.
    pages are where fetched pages were kept.
    """

    documents: tuple[Document, ...]
    kept: Kept
    deck: Path
    slides: Slides
    memo: Memo | None
    warnings: tuple[BuildWarning, ...]
    problem: RenderError | None = None
    pages: tuple[Path, ...] = ()


def build(path: str, job: Job) -> Built:
    """Article or outline file -> outline, deck and memo."""
    if not is_outline(path):
        return build_together([path], job)
    kept = Kept(load_outline(path), Path(path))
    return render((), kept, job, *source_sentences(kept.outline, kept.path, password=job.opening.password))


def build_together(paths: Sequence[str], job: Job) -> Built:
    """Articles -> one outline, its deck and memo."""
    documents = tuple(read_article(path, job.opening, job.keep()) for path in paths)
    target = job.outlines / f"{stem_of(documents)}.yaml"
    kept = keep_outline(condense_together(documents, job.limits), target, fresh=job.fresh)
    built = render(documents, kept, job, sentences_of(kept.outline, documents), _stale(kept, documents))
    fetched = [document for path, document in zip(paths, documents, strict=True) if is_url(path)]
    return replace(built, pages=tuple(job.outlines / page.source.name for page in fetched) if job.keep() else ())


def stem_of(documents: Sequence[Document]) -> str:
    """What results made of these articles are called: after their files, or the first and how many more."""
    stems = [Path(document.source.name).stem for document in documents]
    whole = "-".join(stems)
    return whole if len(whole) <= LONGEST_STEM or len(stems) == 1 else f"{stems[0]}-and-{len(stems) - 1}-more"


def render(
    documents: tuple[Document, ...],
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
    slides = make_deck(outline, deck, replace(job.deck, folder=str(kept.path.parent)), sentences)
    told = kept.outline.warnings + warnings + slides.warnings
    try:
        made = make_memo(
            outline, memo, replace(job.memo, attachment=kept.path.read_bytes(), folder=str(kept.path.parent)), sentences
        )
    except RenderError as problem:
        return Built(documents, kept, deck, slides, None, tuple(dict.fromkeys(told)), problem)
    return Built(documents, kept, deck, slides, made, tuple(dict.fromkeys(told + made.warnings)))


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


def _stale(kept: Kept, documents: Sequence[Document]) -> tuple[BuildWarning, ...]:
    """A warning when an edited outline was made from other articles, or other versions of them."""
    made_from = {source.sha256 for source in kept.outline.read_from()} - {""}
    if not kept.edited or made_from <= {document.source.sha256 for document in documents}:
        return ()
    message = (
        f"{kept.path} was made from another version of the article: its places may be wrong (--fresh makes it anew)"
    )
    return (BuildWarning("stale", message),)


def show(path: str, job: Job, stage: str) -> str:
    """A stage's value as text: document, outline or slides."""
    if not is_outline(path):
        return show_together([path], job, stage)
    outline = load_outline(path)
    sentences, _ = source_sentences(outline, Path(path), password=job.opening.password)
    return _shown(outline, sentences, replace(job, deck=replace(job.deck, folder=str(Path(path).parent))), stage)


def show_together(paths: Sequence[str], job: Job, stage: str) -> str:
    """A stage's value of articles that make one outline."""
    documents = [read_article(path, job.opening) for path in paths]
    if stage == "document":
        return "\n".join(document.as_text() for document in documents)
    outline = condense_together(documents, job.limits)
    return _shown(outline, sentences_of(outline, documents), job, stage)


def _shown(outline: Outline, sentences: Mapping[Place, str], job: Job, stage: str) -> str:
    return plan_deck(outline, job.deck, sentences).as_text() if stage == "slides" else format_outline(outline)


def review(outline: Outline, path: Path, articles: Sequence[str] = (), password: str = "") -> tuple[BuildWarning, ...]:
    """What is worth knowing about an outline that reads: places that its article does not have."""
    sentences, warnings = source_sentences(outline, path, articles, password)
    if not sentences:
        return warnings
    known = {place.source for place in sentences}
    said = [(text, place) for text, places in outline.said() for place in places if place.source in known]
    lost = [(text, place) for text, place in said if place not in sentences]
    return warnings + tuple(BuildWarning("place", f"the article has no {place}: {text!r}") for text, place in lost)
