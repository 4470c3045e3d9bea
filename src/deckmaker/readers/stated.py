"""What a file says of itself beside its text, without what programs write there by themselves."""

import datetime
import re
from dataclasses import dataclass

from deckmaker.readers.characters import clean, tidy

_MOST_TITLE, _MOST_BYLINE = 250, 150
_NO_TITLE = re.compile(
    r"(?:microsoft (?:office )?(?:word|powerpoint|excel)\b.*|(?:word )?document ?\d*|dokument ?\d*"
    r"|untitled.*|unbenannt.*|unknown|no title|(?:slide|page|layout|title) ?\d*|powerpoint presentation"
    r"|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|ps"
    r"|rtf|odt|txt|html?|pmd|p65|xml|fm|cdr|pptx?|xlsx?))",
    re.IGNORECASE,
)
_NO_BYLINE = re.compile(
    r"(?:python-docx|administrator|admin|user|owner|root|author|unknown|anonymous|un-named"
    r"|microsoft(?: office)?(?: user)?|default|default user|test"
    r"|apache poi|openpyxl|scanner|hp|dell|asus|acer|lenovo|\(?unspecified\)?)[\s\d]*",
    re.IGNORECASE,
)

_TEMPLATE = re.compile(r"python-docx|apache poi|openpyxl", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """Front matter or document properties: "" and None where they say nothing."""

    title: str = ""
    byline: str = ""
    date: datetime.date | None = None
    language: str = ""


def plain(text: str) -> str:
    """The text as a passage holds it: clean characters, on one line."""
    return tidy(" ".join(clean(text).split("\n")))


def properties(title: str, author: str, day: datetime.date | None) -> Stated:
    """What a document's properties state, where a person wrote them: no file names, no "Administrator"."""
    title, author = plain(title), plain(author)
    if _TEMPLATE.fullmatch(author):
        day = None  # the template's, which the program ships
    is_title = 2 < len(title) <= _MOST_TITLE and not _NO_TITLE.fullmatch(title)
    is_byline = 2 < len(author) <= _MOST_BYLINE and not _NO_BYLINE.fullmatch(author) and "@" not in author
    return Stated(title if is_title else "", author if is_byline else "", day)
