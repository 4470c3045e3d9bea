"""Captions that stand beside their table or picture -> into it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckmaker.document import BlockKind, Passage, Picture

CAPTION = -1
"""The level of a paragraph that its file calls a caption."""

_LABEL = re.compile(
    r"(?:supplementary )?(?:figure|fig\.?|table|tab\.|chart|abbildung|abb\.|tabelle|bild|grafik|tableau|tabla|figura"
    r"|tabella|grafico|gr[áa]fico)\s*[\dIVX]{1,3}[a-z]?\s?(?:[.:|–—]\s.*|[.:]?$)",
    re.IGNORECASE,
)


_FIGURE = re.compile(r"(?:supplementary )?(?:fig|chart|abb|bild|grafi|gr[áa]fico)", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether a text begins as a caption does: "Figure 3: ..."; a sentence such as "Table 1 shows ..." does not."""
    return bool(_LABEL.fullmatch(text))


def with_captions(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, where each caption is in the table or picture beside it.

    A figure's caption without a picture stands for the picture, which the file draws; any other is a paragraph.
    """
    result = list(passages)
    for index, passage in enumerate(result):
        if passage.level != CAPTION:
            continue
        place = _owner(result, index)
        if place is None and _FIGURE.match(passage.text):
            result[index] = Passage.of_picture(Picture(caption=passage.text), passage.page)
        elif place is None:
            result[index] = replace(passage, level=0)
        else:
            result[place] = _captioned(result[place], passage.text)
            result[index] = replace(passage, text="")
    return [passage for passage in result if passage.text or passage.kind is BlockKind.PICTURE]


def _owner(passages: list[Passage], index: int) -> int | None:
    """Where the table or picture stands that a caption is about: before it, or else after."""
    for place in (index - 1, index + 1):
        if 0 <= place < len(passages):
            found = passages[place]
            if (found.table and not found.table.caption) or (found.picture and not found.picture.caption):
                return place
    return None


def _captioned(passage: Passage, caption: str) -> Passage:
    if passage.table:
        return Passage.of_table(replace(passage.table, caption=caption), passage.page)
    if passage.picture:
        return Passage.of_picture(replace(passage.picture, caption=caption), passage.page)
    return passage
