"""One memo from outline to PDF bytes: the room's recipe on one screen."""

from collections.abc import Iterator, Mapping, Sequence

from deckmaker.document import Place
from deckmaker.errors import BuildWarning
from deckmaker.memo import MemoOptions, fonts
from deckmaker.memo.canvas import Facts
from deckmaker.memo.looks import make_looks
from deckmaker.memo.sheet import Sheet, typeset
from deckmaker.memo.story import Item, Role, tell
from deckmaker.memo.typography import clean, polish
from deckmaker.outline import Outline
from deckmaker.theme import load_theme


def render(
    outline: Outline, options: MemoOptions, sentences: Mapping[Place, str]
) -> tuple[bytes, int, tuple[BuildWarning, ...]]:
    """The memo as PDF bytes, its number of pages, and warnings.

    Raises:
        RenderError: a text cannot be printed right.
    """
    items = tell(outline, options.head, sentences)
    fonts.check(_texts(items))
    looks = make_looks(options.theme or load_theme(), len(outline.sections))
    data, pages = typeset(items, Sheet(options.paper, looks, _facts(outline, options), _foot(items)))
    return data, pages, ()


def _texts(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Every text that will be printed, with where it stands."""
    heading = ""
    for item in items:
        heading = item.text if item.role is Role.HEADING else heading
        under = f" under “{heading}”" if item.role in (Role.BULLET, Role.BELOW) else ""
        text = "".join(span.text for span in item.spans)
        yield f"the {item.role.value}{under}", text


def _facts(outline: Outline, options: MemoOptions) -> Facts:
    language = outline.language or "en"
    return Facts(
        title=polish(outline.title, language),
        author=clean(options.head.sender),
        subject=polish(outline.summary.text if outline.summary else outline.subtitle, language),
        keywords=", ".join(polish(section.heading, language) for section in outline.sections),
        language=language,
        date=outline.date,
    )


def _foot(items: Sequence[Item]) -> str:
    return next(item.text for item in items if item.role is Role.SUBJECT).replace("\u00a0", " ")
