"""How much of a file is read: every limit by its name, and the errors that say which one was met.

An article has a few thousand words and a book half a million, so each limit is far above what anybody condenses, and
low enough that no file takes a gigabyte of memory or half a minute.
"""

from deckmaker.errors import InputError

MAX_SECONDS = 20
"""The longest that one file may take; the pipeline holds the clock."""

MAX_PAGES = 1_000
"""Pages of a PDF."""

MAX_BLOCKS = 100_000
"""Paragraphs, items, tables and pictures of one document."""

MAX_CHARACTERS = 3_000_000
"""Characters of text in one document."""

MAX_MEMBERS = 20_000
"""Files inside a ZIP package (Word, OpenDocument, EPUB)."""

MAX_UNPACKED = 250_000_000
"""Bytes that a ZIP package may hold in all, unpacked."""

MAX_STREAM = 16_000_000
"""Bytes that the drawing of one page of a PDF may unpack to; text has tens of thousands, a map a few million."""

MAX_MARKUP = 24_000_000
"""Bytes of XML that are parsed of one file; in memory the tree takes up to twenty times as much."""

MAX_EXPANSION = 150
"""How many times larger than the file its unpacked content may be, where it is large; text packs 5 to 20 times."""

FREE_EXPANSION = 10_000_000
"""Bytes unpacked that are never taken for a bomb, however well they are packed."""

MAX_DEPTH = 200
"""How deeply elements, lists and tables may be nested."""

MAX_PAGE_CHARACTERS = 100_000
"""Characters on one page of a PDF: a newspaper's page has twenty thousand."""

MAX_CELLS = 200_000
"""Cells of all the tables in one document."""


def too_much(what: str, most: str, name: str) -> InputError:
    """The error of a file that goes beyond a limit: "has too many pages", "1,000"."""
    remedy = "Give one article; split a large file, or save the part you need as a file of its own."
    return InputError(f"this file {what}: at most {most} are read", remedy=remedy, file=name)


def took_too_long(name: str) -> InputError:
    """The error of a file that is still being read when the time is up."""
    remedy = "Save the part you need as a file of its own, or save the text as plain text (.txt)."
    message = f"this file takes too long to read: more than {MAX_SECONDS} seconds"
    return InputError(message, remedy=remedy, file=name)
