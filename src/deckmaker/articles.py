"""What a person names -> Document: a file, standard input or a web address; and an outline's articles, found again.

With `fetch` below it, this is the only room that reaches the network.
"""

import hashlib
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckmaker.document import Document, Place, Source
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


def sentences_of(outline: Outline, documents: Sequence[Document]) -> dict[Place, str]:
    """Place -> sentence for an outline that was made of these documents, each place as the outline names it."""
    if not outline.sources:
        return documents[0].sentences() if len(documents) == 1 else {}
    read_now = {document.source.sha256: document for document in documents}
    return {
        replace(place, source=source.key): text
        for source in outline.sources
        if source.sha256 in read_now
        for place, text in read_now[source.sha256].sentences().items()
    }


def source_sentences(
    outline: Outline, path: Path, articles: Sequence[str] = (), password: str = ""
) -> tuple[dict[Place, str], tuple[BuildWarning, ...]]:
    """Place -> sentence for an outline read from path, from its articles; a warning for each that is not to be found.

    An article is one of those given, else a file of the source's name in the outline's folder, in the folder above, in
    their seeds/, or here; found files are used only when their bytes are those that were read.
    """
    given = [(article, read_article(article, Opening(password=password))) for article in articles]
    sources = outline.read_from() or ((Source("", key=""),) if given else ())
    if not given and not any(places for _, places in outline.said()):
        return {}, ()
    sentences: dict[Place, str] = {}
    warnings: list[BuildWarning] = []
    for source in sources:
        document, told = _article_of(source, given, alone=len(sources) == 1) or _found(source, path, password)
        warnings += told
        if document:
            sentences |= {replace(place, source=source.key): text for place, text in document.sentences().items()}
    return sentences, tuple(warnings) + tuple(_strangers(given, sources))


_Read = tuple[Document | None, tuple[BuildWarning, ...]]


def _article_of(source: Source, given: Sequence[tuple[str, Document]], *, alone: bool) -> _Read | None:
    """Which of the articles that a person gave a source is: its bytes tell, else its name; a lone one is meant."""
    same = [document for _, document in given if document.source.sha256 == source.sha256]
    if same:
        return same[0], ()
    for article, document in given:
        if alone or document.source.name == source.name:
            message = f"{article} is not the article that the outline was made from: places may be wrong"
            return document, (BuildWarning("article", message),) if source.sha256 else ()
    return None


def _strangers(given: Sequence[tuple[str, Document]], sources: Sequence[Source]) -> Iterator[BuildWarning]:
    """A warning for each article given that is none of several sources."""
    known = {source.sha256 for source in sources} | {source.name for source in sources}
    for article, document in given if len(sources) > 1 else ():
        if not known & {document.source.sha256, document.source.name}:
            yield BuildWarning("article", f"{article} is none of the articles that the outline was made from")


def _found(source: Source, path: Path, password: str) -> _Read:
    """The article of a source in the folders around the outline."""
    folders = [path.parent, path.parent.parent, Path()]
    for folder in [*folders, *(folder / "seeds" for folder in folders)]:
        found = folder / source.name
        if source.name and found.is_file() and _digest(found) == source.sha256:
            return _if_it_reads(found, password), ()
    message = (
        f"the article {source.name} was not found: the notes give places without their sentences (--article names it)"
    )
    return None, (BuildWarning("article", message),)


def _if_it_reads(path: Path, password: str) -> Document | None:
    """The document in a found article; None when it cannot be read (it was only a convenience)."""
    try:
        return read_article(str(path), Opening(password=password))
    except DeckmakerError:
        return None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
