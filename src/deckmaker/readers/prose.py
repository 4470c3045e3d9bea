"""Tells running prose from short lines: how many words, whether a sentence ends, whether it is a sentence at all."""

import re

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_FINAL = re.compile(r"[.!?…。！？।॥؟۔][\"'”’»›)\]」』]*(?:\[\d+\])?$")
_LONG_WITHOUT_STOP = 25
_SHORTEST = 5
_SURELY_LONG = 400  # characters: no need to count the words


def word_count(text: str) -> int:
    """The number of words; two characters of a script without spaces count as one."""
    count = len(text.split())
    return count if text.isascii() else count + len(_WIDE.findall(text)) // 2


def is_finished(text: str) -> bool:
    """Whether the text ends as a sentence ends."""
    return bool(_FINAL.search(text))


def is_prose(text: str) -> bool:
    """Whether the text is a sentence or more: finished and not too short, or long."""
    if len(text) > _SURELY_LONG:
        return True
    count = word_count(text)
    return count >= _LONG_WITHOUT_STOP or (count >= _SHORTEST and is_finished(text))
