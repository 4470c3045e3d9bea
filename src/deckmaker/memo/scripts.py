"""What a text's characters tell: whether it can be printed right, and which language a passage is in.

Nothing is printed wrong: what runs from the right, or needs a dictionary to break its lines, is refused with its place.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from deckmaker.errors import BuildWarning, RenderError

_NO_SPACES = frozenset(("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "TAI", "JAVANESE", "BALINESE"))
"""Scripts that part no words by spaces and have no rule for line ends without a dictionary."""
_UPRIGHT = frozenset(("MONGOLIAN", "PHAGS-PA"))
_DECK_INSTEAD = "Make the deck alone (PowerPoint sets this script), or write the text in another script."
_NAMED = 8
"""So many characters and places are named; of more it is said that there are more."""

_SCRIPTS = {
    "LATIN": "Latn",
    "GREEK": "Grek",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "ETHIOPIC": "Ethi",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
    "CJK": "Hani",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
}
_LANGUAGES = {
    "Grek": "el",
    "Armn": "hy",
    "Geor": "ka",
    "Kana": "ja",
    "Hang": "ko",
    "Hebr": "he",
    "Beng": "bn",
    "Taml": "ta",
    "Guru": "pa",
    "Gujr": "gu",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
}
"""Languages of scripts that one language alone, or nearly, is written in today."""
_OF_LANGUAGE = {
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "sd", "ug", "ckb"), "Arab"),
    **dict.fromkeys(("yi", "iw"), "Hebr"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    "ja": "Kana",
    "zh": "Hani",
    "yue": "Hani",
    "ko": "Hang",
    "am": "Ethi",
    "ti": "Ethi",
    **{language: script for script, language in _LANGUAGES.items()},
}
"""The script of a language; Latin for those that are not named."""


def check(texts: Iterable[tuple[str, str]], draws: Callable[[str], bool]) -> dict[str, str]:
    """The characters that no typeface draws, each with the first place of one; texts are (where it stands, text).

    Raises:
        RenderError: when a text is in a script that the memo cannot set right.
    """
    missing: dict[str, str] = {}
    for where, text in texts:
        for character in sorted(set(text)):
            _check_script(character, where, text)
            if not draws(character):
                missing.setdefault(character, f"{where}: {_quoted(text)}")
    return missing


def refuse(missing: dict[str, str]) -> None:
    """Raise RenderError when there are characters that no typeface draws."""
    if missing:
        raise RenderError(
            f"no typeface of the memo has {_named(missing)}",
            remedy="Name a font that has them (--font NAME), change the text, or let a mark stand for them "
            "(--replace-missing).",
        )


def warn(missing: dict[str, str]) -> tuple[BuildWarning, ...]:
    """What to say of characters that were replaced."""
    if not missing:
        return ()
    message = f"the memo shows \ufffd for what no typeface has: {_named(missing)}"
    return (BuildWarning("missing", message),)


def _named(missing: dict[str, str]) -> str:
    characters, places = [*missing], [*dict.fromkeys(missing.values())]
    named = ", ".join(f"{c} (U+{ord(c):04X})" for c in characters[:_NAMED]) + _more(characters)
    return f"{named}; see {'; '.join(places[:_NAMED])}{_more(places)}"


def _more(things: list[str]) -> str:
    return f" and {len(things) - _NAMED} more" if len(things) > _NAMED else ""


def _check_script(character: str, where: str, text: str) -> None:
    script = unicodedata.name(character, "").partition(" ")[0]
    if script in _NO_SPACES or script in _UPRIGHT:
        why = "is written in columns" if script in _UPRIGHT else "needs a dictionary to end its lines"
        raise RenderError(
            f"{where} is in {script.capitalize()}, which {why}; the memo cannot set it: {_quoted(text)}",
            remedy=_DECK_INSTEAD,
        )


def _quoted(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


def passages(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the language it is in, "" where that is the one given.

    Told by the script alone: a passage in another script is in another language.  Where many languages share the
    script, the tag says just that ("und-Cyrl"), as BCP 47 has it.  Latin names and figures belong to any text.
    """
    if max(text, default="") < "\u0370":
        yield text, ""
        return
    own = _home(language)
    tags: list[str] = []
    kana = any(_script(c) == "Kana" for c in text)
    for character in text:
        script = _script(character)
        tag = (tags[-1] if tags else "") if not script else _tag(script, own, kana=kana)
        tags.append(tag)
    for tag, piece in groupby(zip(tags, text, strict=True), lambda pair: pair[0]):
        said = "".join(character for _, character in piece)
        bare = said.rstrip(" \u00a0([{«“‘–—-/")
        yield from ((part, mark) for part, mark in ((bare, tag), (said[len(bare) :], "")) if part)


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    if not character.isalpha() and not unicodedata.category(character).startswith("M"):
        return ""
    return _SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0], "")


def _home(language: str) -> str:
    parts = language.split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return parts[1].title()
    return _OF_LANGUAGE.get(parts[0].lower(), "Latn")


def _tag(script: str, own: str, *, kana: bool) -> str:
    """The language of a passage in that script, in a text whose own script is `own`."""
    if script in (own, "Latn") or (script == "Hani" and own in ("Kana", "Hang")):
        return ""
    if script == "Hani":
        return "ja" if kana else "und-Hani"
    return _LANGUAGES.get(script, f"und-{script}")
