"""Dates as articles write them at their head: "August 20, 2024", "20. August 2024", "2024-08-20"."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января",
    "february feb februar février fevrier févr febrero febbraio fevereiro fev februari февраля",
    "march mar märz mrz mars marzo março maart mrt maret марта",
    "april apr avril avr abril abr aprile апреля",
    "may mai mayo maggio mag maio mei мая",
    "june jun juni juin junio giugno giu junho июня",
    "july jul juli juillet juil julio luglio lug julho июля",
    "august aug août aout agosto ago augustus agustus августа",
    "september sep sept septembre septiembre settembre set setembro сентября",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября",
    "november nov novembre noviembre novembro ноября",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember декабря",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"\b{_YEAR}-(?P<m>\d\d?)-(?P<d>\d\d?)(?:T[\d:.+Z-]+)?(?!\d)"),
    re.compile(rf"\b{_YEAR}/(?P<m>\d\d?)/(?P<d>\d\d?)\b"),
    re.compile(rf"\b(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?{_YEAR}\b"),
    re.compile(rf"{_YEAR}\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<d>\d\d?)\s?[日일]"),
    re.compile(
        rf"\b(?P<d>\d\d?)(?:st|nd|rd|th|er|º|°|\.)?[ -](?:de |d['’])?(?P<name>{_NAME})\.?,?[ -](?:de )?{_YEAR}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<name>{_NAME})\.? (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<a>\d\d?)/(?P<b>\d\d?)/{_YEAR}\b"),
)


def find_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Every date written out in full, with its start and end; 3/4/2024 is none, as nobody can tell the month."""
    for form in _FORMS:
        for match in form.finditer(text):
            found = _date(match.groupdict())
            if found:
                yield match.start(), match.end(), found


def is_month(word: str) -> bool:
    """Whether the word is the name of a month, in any of the languages."""
    return word.lower().strip(".,") in _NUMBER_OF


_LABEL = re.compile(
    r"\b(?:(?P<new>(?:last )?(?:updated|modified|changed|revised)|aktualisiert|mis [àa] jour|actualizado"
    r"|aggiornato|atualizado|bijgewerkt)"
    r"|first published|published|posted|publié|publicado|pubblicato|gepubliceerd|veröffentlicht|stand|date|sent"
    r"|le|am|on|at|um|à|el|op"
    r"|a las|il|em|by|admin|ist|gmt|utc|[ecmp][sd]?t|[ap]\.?m\.?|uhr|h|o['’]clock|mon|tue|wed|thu|fri|sat|sun"
    r"|tues|wednes|thurs|satur"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi"
    r"|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|luned[ìi]|marted[ìi]"
    r"|mercoled[ìi]|gioved[ìi]|venerd[ìi]"
    r"|sabato|domenica|segunda-feira|ter[çc]a-feira|quarta-feira|quinta-feira|sexta-feira|\d+ (?:minutes?|hours?"
    r"|days?) ago"
    r"|\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|\d{1,3}[- ]min(?:ute)?s?(?: read)?)(?!\w)",
    re.IGNORECASE,
)
_MOST, _MOST_WORDS = 160, 5


def read_date_line(text: str) -> tuple[date | None, date | None]:
    """(day of publication, day of the last change) of a line that is about little else; None where not said."""
    if len(text) > _MOST:
        return None, None
    dates = sorted(find_dates(text))
    rest = text
    for start, end, _ in reversed(dates):
        rest = rest[:start] + " " + rest[end:]
    if not dates or len(re.findall(r"[^\W\d_]+", _LABEL.sub(" ", rest))) > _MOST_WORDS:
        return None, None
    published = updated = None
    for start, _, found in dates:
        before = _last_label(text[:start])
        if before:
            updated = updated or found
        else:
            published = published or found
    return published, updated


def _last_label(before: str) -> bool:
    """Whether the last word on what the date means says "updated"."""
    labels = [
        match for match in _LABEL.finditer(before) if match["new"] or match[0].lower().endswith(("published", "posted"))
    ]
    return bool(labels) and bool(labels[-1]["new"])


def _date(parts: dict[str, str | None]) -> date | None:
    year, first, second = int(parts["y"] or 0), parts.get("a"), parts.get("b")
    if first and second:
        one, two = int(first), int(second)
        if one <= 12 and two <= 12 and one != two:
            return None
        day, month = (one, two) if one > 12 else (two, one)
    else:
        name = parts.get("name")
        month = _NUMBER_OF[name.lower()] if name else int(parts["m"] or 0)
        day = int(parts["d"] or 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None
