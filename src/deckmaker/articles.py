"""What a person names -> Document: a file, standard input or a web address; and an outline's article, found again.

With `fetch` below it, this is the only room that reaches the network.
"""

import hashlib
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckmaker.document import Document, Place
from deckmaker.errors import BuildWarning, DeckmakerError, InputError
from deckmaker.fetch import Access, fetch, is_url, keep_page
from deckmaker.outline import Outline
from deckmaker.readers import MAX_BYTES, read, read_bytes
from deckmaker.readers.limits import MAX_SECONDS
from deckmaker.readers.options import ReadOptions

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Opening:
    """How an article may be opened: private networks allowed or not, the page kept beside the outline, a password."""

    allow_private: bool = False
    save_source: bool = False
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Keep:
    """Where a fetched page is kept; fresh replaces another file of its name, after saving that beside."""

    folder: Path
    fresh: bool = False


def read_article(path: str, opening: Opening = Opening(), keep: Keep | None = None) -> Document:
    """The document in a file, at a web address, or in standard input when path is "-"; a fetched page may be kept.

    Raises:
        InputError: it cannot be read.
        FetchError, AddressError: the page cannot be fetched.
        OutputError: the page cannot be kept.
    """
    if is_url(path):
        return _read_page(path, opening, keep)
    if path != STDIN:
        return read(path, _options(opening))
    document = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), STDIN, _options(opening))
    return replace(document, source=replace(document.source, name="stdin.txt"))


def _options(opening: Opening) -> ReadOptions:
    """What readers are told: the password, and when their time is over."""
    end = time.monotonic() + MAX_SECONDS
    return ReadOptions(opening.password, lambda: time.monotonic() > end)


def _read_page(url: str, opening: Opening, keep: Keep | None) -> Document:
    """The document at a web address; complaints name the address and not the file name that we made of it."""
    page = fetch(url, Access(opening.allow_private))
    try:
        document = read_bytes(page.data, page.name, _options(opening))
    except InputError as error:
        error.file = page.url
        raise
    if keep:
        keep_page(page, keep.folder, fresh=keep.fresh)
    return replace(document, source=replace(document.source, url=page.url))


def source_sentences(
    outline: Outline, path: Path, article: str = "", password: str = ""
) -> tuple[dict[Place, str], tuple[BuildWarning, ...]]:
    """Place -> sentence for an outline read from path, from its article; a warning when that is not to be found.

    The article is the one given, else a file of the source's name in the outline's folder, in the folder above, in
    their seeds/, or here; found files are used only when their bytes are those that were read.
    """
    source = outline.source
    if article:
        return read_article(article, Opening(password=password)).sentences(), _other_article(outline, article)
    if source is None or not any(places for _, places in outline.said()):
        return {}, ()
    folders = [path.parent, path.parent.parent, Path()]
    for folder in [*folders, *(folder / "seeds" for folder in folders)]:
        found = folder / source.name
        if source.name and found.is_file() and _digest(found) == source.sha256:
            return _sentences_of(found, password), ()
    message = (
        f"the article {source.name} was not found: the notes give places without their sentences (--article names it)"
    )
    return {}, (BuildWarning("article", message),)


def _sentences_of(path: Path, password: str) -> dict[Place, str]:
    """The sentences of a found article; none when it cannot be read (it was only a convenience)."""
    try:
        return read_article(str(path), Opening(password=password)).sentences()
    except DeckmakerError:
        return {}


def _other_article(outline: Outline, article: str) -> tuple[BuildWarning, ...]:
    if outline.source is None or not outline.source.sha256 or _digest(Path(article)) == outline.source.sha256:
        return ()
    return (
        BuildWarning("article", f"{article} is not the article that the outline was made from: places may be wrong"),
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
