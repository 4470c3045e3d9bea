"""The outline that a memo carries, as it was: the memo can always be made again."""

from deckmaker.errors import InputError

_SUFFIXES = (".yaml", ".yml")
_NONE = "Only memos that deckmaker made carry their outline, and some programs drop it when they save."


def extract_outline(data: bytes, name: str) -> bytes:
    """The bytes of the outline file attached to a memo; name is what messages call the memo.

    Raises:
        InputError: it is no PDF, it cannot be read, or it carries no outline.
    """
    import pypdfium2

    if not data[:1024].lstrip().startswith(b"%PDF-"):
        raise InputError("is not a PDF", file=name, remedy="Name a memo that deckmaker made.")
    try:
        with pypdfium2.PdfDocument(data) as document:
            files = [document.get_attachment(number) for number in range(document.count_attachments())]
            found = [bytes(file.get_data()) for file in files if file.get_name().lower().endswith(_SUFFIXES)]
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise InputError("is a PDF that cannot be read", file=name, remedy="Use the memo as it was made.") from error
    if not found:
        raise InputError("carries no outline", file=name, remedy=_NONE)
    return found[0]
