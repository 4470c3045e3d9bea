"""The figures that a sentence states, whether it spells them out or not: "fourteen" and "14" are one."""

import re

_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        1,
    )
} | {word: f"{tens}0" for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_FIGURE = re.compile(
    rf"\b(\d[\d,]*(?:\.\d+)?|(?:{'|'.join(_SPELLED)})\b)"
    r"(?:[ -]?(thousand|million|billion|trillion|percent\b|per cent\b|%|m\b|bn\b))?",
    re.IGNORECASE,
)
_UNITS = {"per cent": "percent", "%": "percent", "m": "million", "bn": "billion"}
_LEAST = 10
_YEAR = re.compile(r"(?:19|20)\d\d")


def figures(text: str) -> frozenset[str]:
    """The figures of a text, each with its scale: "14", "2 million", "8 percent", "2015"; "one" alone is none."""
    return frozenset(filter(None, (_plain(match) for match in _FIGURE.finditer(text))))


def _plain(match: re.Match[str]) -> str:
    number, unit = match[1].lower().replace(",", ""), (match[2] or "").lower()
    if number == "one" and not unit:
        return ""  # "one of them", "the one that"
    return f"{_SPELLED.get(number, number)} {_UNITS.get(unit, unit)}".strip()


def is_telling(figure: str) -> bool:
    """Whether a figure says which fact a sentence is about: it has a scale or is 10 or more, and is no year."""
    return " " in figure or (float(figure) >= _LEAST and not _YEAR.fullmatch(figure))
