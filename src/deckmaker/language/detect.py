"""Which language a text is in: by its script, and within the Latin script by its commonest words.

Enough for choosing sentence rules and a hyphenation; it needs a sentence or two and says "en" below that.
"""

import re

_SAMPLE = 20_000  # characters are enough
_FEWEST_HITS = 3

# Scripts that tell the language, as ranges; Japanese and Chinese, Russian and its neighbours are told apart below.
_SCRIPTS = {
    "ko": "\uac00-\ud7af\u1100-\u11ff",
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "th": "\u0e00-\u0e7f",
    "ka": "\u10a0-\u10ff",
    "hy": "\u0530-\u058f",
    "am": "\u1200-\u137f",
    "he": "\u0590-\u05ff",
    "ar": "\u0600-\u06ff\u0750-\u077f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u04ff",
    "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_COUNTERS = {name: re.compile(f"[{ranges}]") for name, ranges in _SCRIPTS.items()}
_KANA_SHARE = 0.08  # of the East Asian characters, from which it is Japanese

_COMMON_WORDS = {
    "en": (
        "the of and to in that is for it on with was as by at from this be are have has not but his they an or"
        " which were will"
    ),
    "de": (
        "der die und das den von zu mit ist im des auf für nicht eine dem sich auch als ein es an werden aus er"
        " hat dass sie nach"
    ),
    "fr": (
        "le la les de des et du en un une est que pour dans qui sur par au pas plus il ne ce avec se sont aux"
        " cette mais ont"
    ),
    "es": (
        "el la los las de y en que del se por con para una un es no al lo como más su sus pero fue este ha sobre entre"
    ),
    "it": (
        "il di che la e è per un in una non del della con si sono da le dei nel alla più anche gli ha al ma delle come"
    ),
    "pt": (
        "o a os as de e que do da em um uma para com não por dos das no na se mais ao foi como mas são pela pelo também"
    ),
    "nl": (
        "de het een van en in is dat op te voor met zijn niet aan er om ook als die bij maar naar door werd wordt"
        " heeft nog"
    ),
    "sv": "och att det som en på är av för med den till inte om ett har de från var men så vi kan",
    "da": "og at det som en på er af for med den til ikke om et har de fra var men blev også efter",
    "nb": "og at det som en på er av for med den til ikke om et har de fra var men ble også etter",
    "fi": "ja on ei että se hän oli myös mutta kun ovat jotka sekä niin joka tai kuin ole",
    "pl": "i w na z że się nie do to jest o jak ale po co przez od dla oraz został są był",
    "cs": "a v se na že je to s z do o i ve pro by jsem které ale jako po za byl jsou",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ancak sonra kadar ne var en",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam adalah akan oleh juga telah sebagai ke",
    "ro": "și de în la a cu pe din nu o că pentru este mai un au care să fost sunt",
    "hu": "a az és hogy nem is egy ez van meg de volt csak már mint ki el",
    "vi": "và của là có trong được cho không các một với người đã những này để",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_UKRAINIAN, _SERBIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[ђћљњџЂЋЉЊЏ]")
_DETECTED = {*_COMMON_WORDS, *_SCRIPTS, "uk", "sr", "fa", "ur"} - {"latin"}
_PERSIAN, _URDU = re.compile("[پچژگ]"), re.compile("[ٹڈڑےں]")


def detect_language(text: str) -> str:
    """The BCP 47 primary tag of the text's language ("en", "ja"); "en" when there is too little to tell."""
    sample = text[:_SAMPLE]
    counts = {name: len(counter.findall(sample)) for name, counter in _COUNTERS.items()}
    counts["zh"], east_asian = counts["zh"], counts["zh"] + counts["ja"]
    script = "zh" if east_asian > max(counts.values()) else max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return "en"
    if script in ("zh", "ja"):
        return "ja" if counts["ja"] > _KANA_SHARE * east_asian else "zh"
    if script == "latin":
        return _by_words(sample)
    return _by_letters(script, sample, counts[script])


def _by_words(sample: str) -> str:
    """The language most of whose commonest words stand in the text."""
    words = [word.lower() for word in _WORD.findall(sample)]
    hits = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    best = max(hits, key=lambda language: hits[language])
    if hits[best] < _FEWEST_HITS or hits["en"] >= hits[best]:
        return "en"
    return best


def _by_letters(script: str, sample: str, count: int) -> str:
    """The language of a script that several share, by the letters that only one has."""
    if script == "ru":
        if len(_UKRAINIAN.findall(sample)) > 0.02 * count:
            return "uk"
        return "sr" if len(_SERBIAN.findall(sample)) > 0.01 * count else "ru"
    if script == "ar":
        if len(_URDU.findall(sample)) > 0.02 * count:
            return "ur"
        return "fa" if len(_PERSIAN.findall(sample)) > 0.015 * count else "ar"
    return script


_SAMPLE_WORDS = 60
_ALIKE = ({"da", "nb", "nn", "no", "sv"},)  # told apart better by who wrote the page than by common words


def settle_language(stated: str, text: str) -> str:
    """The tag that a file states, or the language its text is in where that is surely another; "" states nothing.

    Pages name the language of their site: an English article in a German paper's frame is English.
    """
    found = detect_language(text)
    primary = stated.split("-", maxsplit=1)[0].lower()
    if not primary:
        return found
    alike = any({primary, found} <= group for group in _ALIKE)
    unsure = len(_WORD.findall(text[:_SAMPLE])) < _SAMPLE_WORDS or primary not in _DETECTED
    return stated if primary == found or alike or unsure else found
