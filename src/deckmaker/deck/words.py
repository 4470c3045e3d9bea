"""The words that a deck brings along itself, dates as they are written, and language tags that programs know."""

import re
from dataclasses import dataclass

_REGIONS = {
    "ar": "ar-SA", "bg": "bg-BG", "ca": "ca-ES", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR",
    "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR", "he": "he-IL",
    "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR",
    "lt": "lt-LT", "lv": "lv-LV", "nb": "nb-NO", "nl": "nl-NL", "nn": "nn-NO", "no": "nb-NO", "pl": "pl-PL",
    "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sv": "sv-SE", "th": "th-TH",
    "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The titles and phrases of the deck's own pages.  Where a section is called like a page, the page gives way."""

    statement: tuple[str, ...] = ("Bottom line", "In one sentence", "The bottom line up front")
    agenda: tuple[str, ...] = ("Agenda", "Contents", "What follows")
    sources: tuple[str, ...] = ("Sources and how to read them", "Sources of this deck", "Where this comes from")
    figures: tuple[str, ...] = ("Key figures", "Figures at a glance", "The figures in short")
    figure: tuple[str, ...] = ("Key figure", "One figure", "The figure in short")
    timeline: tuple[str, ...] = ("Key dates", "Dates at a glance", "The dates in short")
    section: str = "Section {number} of {count}"
    back: str = "Back to agenda"
    cover_group: str = "Opening"
    source_group: str = "Sources"


ENGLISH = Words()


def part_of(part: int, parts: int) -> str:
    """What follows the title of a slide that continues: " (2 of 3)"; "" when there is one part only."""
    return f" ({part} of {parts})" if parts > 1 else ""


def language_tag(language: str) -> str:
    """The language as presentation programs name it: "en" becomes "en-US"; what is no tag becomes "en-US" too."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        return "en-US"
    return _REGIONS.get(language.lower(), language)
