"""Cuts a text into sentences, as exact offsets: sentencex, and the repairs that news text needs.

sentencex (rules, no model) is right on most breaks.  Before it runs, quotes are turned into directed ones and
apostrophes into letters, one character for one, so that offsets stay; afterwards breaks are taken back that stand
after a title, an abbreviation or an ordinal, or before a lower-case letter.
"""

import re
from collections.abc import Iterable

Span = tuple[int, int]

# Abbreviations that a capitalised word follows within a sentence; per language.
_BEFORE_NAMES = {
    "en": (
        "Mr Mrs Ms Mx Dr Prof Gov Govs Sen Sens Rep Reps Gen Gens Lt Col Maj Sgt Cpl Pvt Capt Cmdr Adm Det Insp"
        " Amb Atty Pres Rev Hon Sr Supt Messrs Mmes Asst Dep Dir Brig St Ste Mt Ft Jos Chas Wm Geo Robt Thos Pt vs"
    ),
    "de": (
        "Hr Hrn Fr Dr Prof Dipl Ing Mag Frl St Str bzw vgl ca Nr Abs Art Bd Kap S z u v i d o Chr Mio Mrd evtl"
        " ggf inkl sog"
    ),
    "fr": (
        "M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr Prof St Ste av bd env art chap p vol cf janv févr avr juil sept"
        " oct nov déc"
    ),
    "es": "Sr Sra Srta Sres Dr Dra Prof Ud Uds Vd Vds Lic Ing Arq Gral Cnel Tte D Dña Av Avda núm pág págs art cap vol",
    "it": "Sig Sigg Sigra Dott Prof Avv Ing On Sen Arch Geom Mons Rag S pag art cap vol",
    "pt": "Sr Sra Srs Dr Dra Prof Profa Exmo Exma Eng Av Cel Gen pág art cap vol",
    "nl": "Dhr Mevr Mw Dr Prof Ir Drs Mr St bijv o.a",
    "ru": "г гг ул им св проф акад гн",
}
_BEFORE_NUMBERS = (
    "No Nos Nr Fig Figs Sec Secs Art Arts Ch Chap Vol Vols pp p para paras approx ca c est Eq Ex Op Ver Rs Jan"
    " Feb Mar Apr Jun"
    " Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Abs Bd Kap S art núm pág n°"
)
# "“Why?” Jane Roe asked.": who speaks, after a quotation.
_SAYS = (
    r"said|says|asked|asks|added|adds|told|replied|wrote|writes|shouted|cried|joked|recalled|continued|explained"
    r"|noted|argued"
    r"|exclaimed|wondered|answered|tweeted|posted"
)
_ATTRIBUTION = re.compile(
    rf"(?:(?:[A-Z][\w.'ʼ’-]*|the|a|an|his|her|one|of|de|van|von) ){{1,5}}(?:{_SAYS})\b|(?:{_SAYS})\s+[A-Z]"
)
_ASKED_QUOTE = re.compile(r"[?!][”\"’»]$")
_CONTEXT = 100  # characters on either side of a break that are looked at
_WINDOW = 20_000
_WINDOW_STOP = re.compile(r"[.!?]\s|[。！？।]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]")
_LAST_ABBREVIATION = re.compile(r"(?:^|[\s(“\"‘'«„\-–—/])([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_INITIAL_END, _INITIAL_START = re.compile(r"-[A-Z]\.$"), re.compile(r"[A-Z]\.")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_ORDINAL_LANGUAGES = frozenset({"de", "da", "nb", "no", "fi", "cs", "sk", "hu", "pl", "sl", "hr", "et", "lv"})
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,4}T\b)"
)
"""What goes on after "10:30 p.m.": a day, a month or a time zone."""

_STARTS_LOW = re.compile(r"[\"“‘'«„(\[]?[a-zà-öø-ÿα-ωа-яё](?![A-Z])")
_EAST_ASIAN = {
    "ja": re.compile(r"(?:と|って|など|という|とし)"),
    "zh": re.compile(r".{1,12}?(?:说|說|表示|称|稱|指出|道|问|問)[，。：,]?"),
}
_OPENERS = frozenset("“«„‘")
_DANGLING_QUOTE = re.compile(r"(?<=\s)([“«„‘])\s*$")
_BRACKET_END = re.compile(r"[.!?](\))\s+(?=[A-ZÀ-Þ“\"])")
_MONTH_END = re.compile(r"\bMay(\.)\s+(?=[A-Z“\"])")  # sentencex takes it for an abbreviation

# Quotes and apostrophes, each replaced by one character.
_LETTER_APOSTROPHE = "\u02bc"
# (Look-behinds stand after the quote: before it they would be tried at every character.)
_INNER_APOSTROPHE = re.compile(r"['’](?<=\w.)(?=\w)|[‘'’](?=\d0s\b|\d\ds?\b|n['’]|em\b|til\b)")
_STRAIGHT_OPEN = re.compile(r"\"(?:(?<=^.)|(?<=[\s(\[—–-].))(?=\S)")
_LOOSE_STRAIGHT = re.compile(r"(?<=\s)\"(?=\s)")
_PLURAL_APOSTROPHE = re.compile(r"['’](?<=s.)(?=\s)")
_OPEN_SINGLE = re.compile(r"[‘'](?:(?<=^.)|(?<=[\s(\[—–“\"].))(?=\w)")


def split_sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text as (start, end) offsets without outer white space, in order.

    language is a BCP 47 tag; its primary part chooses the rules, English where they are unknown.
    """
    primary = language.partition("-")[0].lower() or "en"
    directed = _direct_quotes(text)
    spans: list[Span] = []
    for span in _trimmed(text, _split_missed(directed, _segments(directed, primary))):
        if spans and _belongs(_tail(text, spans[-1]), text[span[0] : min(span[1], span[0] + _CONTEXT)], primary):
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(span)
    return spans


def _tail(text: str, span: Span) -> str:
    """The end of a sentence, all that a decision needs; a whole one would be looked at again for each merge."""
    return text[max(span[0], span[1] - _CONTEXT) : span[1]]


def _segments(text: str, language: str) -> list[Span]:
    """What sentencex takes for sentences; text without an end of paragraph goes in by the window."""
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = _window_end(text, start)
        spans += [(start + first, start + last) for first, last in _segment_window(text[start:end], language)]
        start = end
    return spans


def _window_end(text: str, start: int) -> int:
    """Where a window ends: behind its last full stop (for some scripts the time grows with the window's square)."""
    end = start + _WINDOW
    if end >= len(text):
        return len(text)
    stops = [match.end() for match in _WINDOW_STOP.finditer(text, end - _WINDOW // 2, end)]
    return stops[-1] if stops else end


def _segment_window(text: str, language: str) -> list[Span]:
    """The spans of a window's sentences, with a quote that opens the next one moved there."""
    from sentencex import segment

    spans: list[Span] = []
    position = 0
    for piece in segment(language, text):
        start = text.find(piece, position)
        if start < 0:
            continue
        position = start + len(piece)
        dangling = _DANGLING_QUOTE.search(piece) if piece.rstrip()[-1:] in _OPENERS else None
        end = start + dangling.start(1) if dangling and dangling.start(1) > 0 else position
        spans.append((spans[-1][1] if spans else 0, end))
    if spans:
        spans[-1] = (spans[-1][0], len(text))
    return spans or [(0, len(text))]


def _direct_quotes(text: str) -> str:
    """The text with directed double quotes, and apostrophes as letters; every character keeps its place."""
    if "'" not in text and "’" not in text and '"' not in text and "‘" not in text:
        return text
    text = _INNER_APOSTROPHE.sub(_LETTER_APOSTROPHE, text)
    if not _OPEN_SINGLE.search(text):
        text = _PLURAL_APOSTROPHE.sub(_LETTER_APOSTROPHE, text)
    text = _LOOSE_STRAIGHT.sub(lambda match: "”" if text.count('"', 0, match.start()) % 2 else "“", text)
    return _STRAIGHT_OPEN.sub("“", text).replace('"', "”")


def _split_missed(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    """The spans, with breaks after a sentence in brackets ("(It was late.) Then he slept.") and after "May."."""
    for start, end in spans:
        piece = text[start:end]
        pattern = _BRACKET_END if piece.lstrip().startswith("(") else _MONTH_END
        match = pattern.search(piece) if "May." in piece or pattern is _BRACKET_END else None
        if match:
            yield start, start + match.end(1)
            start += match.end(1)
        yield start, end


def _trimmed(text: str, spans: Iterable[Span]) -> Iterable[Span]:
    """The spans without outer white space; empty ones are left out."""
    for start, end in spans:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            start += len(piece) - len(piece.lstrip())
            yield start, start + len(stripped)


def _belongs(left: str, right: str, language: str) -> bool:
    """Whether a break between the two was wrong."""
    if language in _EAST_ASIAN:
        return left[-1] in "」』”" and bool(_EAST_ASIAN[language].match(right))
    if _ENUMERATOR.fullmatch(left) or (_ASKED_QUOTE.search(left) and _ATTRIBUTION.match(right)):
        return True
    if _STARTS_LOW.match(right) and left[-1] in '.!?…”"':
        return True
    if left.endswith((" a.m.", " p.m.")) and _DAY.match(right):
        return True
    if left.endswith(" E!") and right[0].isupper():  # the broadcaster
        return True
    if _INITIAL_END.search(left) and _INITIAL_START.match(right):  # "anti-U.S. groups"
        return True
    if _ORDINAL.search(left) and language in _ORDINAL_LANGUAGES:
        return True
    return _ends_abbreviated(left, right, language)


def _ends_abbreviated(left: str, right: str, language: str) -> bool:
    match = _LAST_ABBREVIATION.search(left)
    if not match:
        return False
    word = match[1]
    if right[0].isdigit() and word in _NUMBER_WORDS:
        return True
    return right[0].isalpha() and word in _NAME_WORDS.get(language, _NAME_WORDS["en"])


_NUMBER_WORDS = frozenset(_BEFORE_NUMBERS.split())
_NAME_WORDS = {language: frozenset(words.split()) for language, words in _BEFORE_NAMES.items()}
