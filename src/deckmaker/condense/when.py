"""Dates as running English text writes them: "on September 30", "since 1984", "by the end of 2017", "in March 2018"."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMES = "January February March April May June July August September October November December".split()
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
_PART = r"(?:the (?P<part>end|beginning|start|middle) of |(?P<time>early|mid|late)[ -])?"
_BEFORE = (
    r"(?P<before>(?i:(?:since )?as (?:early|soon|late) as|no later than|as of"
    r"|on|in|by|since|until|before|after|from|during|around"
    r"|throughout|through))"
)
WHEN = re.compile(
    rf"\b(?:{_BEFORE} {_PART}(?:{_WEEKDAY}(?:(?P<month>{_MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?"
    rf"(?:,? (?P<year>{YEAR}))?"
    rf"|(?:the )?(?P<day2>\d\d?(?:st|nd|rd|th)?|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?: of)?"
    rf" (?P<month2>{_MONTH})(?:,?(?: in the year| of)? (?P<year2>{YEAR}))?"
    rf"|(?P<month3>{_MONTH})(?:,| of)? (?P<year3>{YEAR}))|(?:the year )?(?P<year4>{YEAR}))"
    r"|(?:earlier |later )?(?P<near>last|this|next) year"
    rf"|(?P<month5>{_MONTH}) (?P<day5>\d\d?)(?:, (?P<year5>{YEAR}))?"
    r")(?: alone)?(?![\w%’'-]|[.,:/]\d|,? (?:and|or|to|through|until|but|–|-) "
    rf"(?:(?:the |in |by )*(?:\d|early|late|mid)|{_MONTH})| (?:million|billion|percent|per cent|[a-z]+s\b(?<!\bas)))"
)
"""A date with the word before it; with a year, a month and a year, or a day and a month."""

_KEPT = {"by", "since", "until", "before", "after", "from", "around", "as of", "throughout", "through"}
_UNKNOWN = 9999


@dataclass(frozen=True, slots=True)
class When:
    """A date as the outline writes it, its year, month and day (0: not said), and where it stands in time."""

    text: str
    year: int
    month: int = 0
    day: int = 0

    @property
    def order(self) -> tuple[int, int, int]:
        """Dates without a year come last."""
        return (self.year or _UNKNOWN, self.month, self.day)


def read_when(match: re.Match[str], published: datetime.date | None, known: Sequence[When]) -> When | None:
    """What a match of WHEN says; None when it says no date, or one that cannot be placed.

    A day without a year takes the year of the same day among the known dates, else the year that brings it nearest to
    the day of publication.
    """
    year = int(_first(match, "year", "year2", "year3", "year4", "year5") or 0)
    month = _month(_first(match, "month", "month2", "month3", "month5"))
    day = _day(_first(match, "day", "day2", "day5"))
    if match["near"]:
        if published is None:
            return None
        year = published.year + {"last": -1, "this": 0, "next": 1}[match["near"]]
    if day and not _is_day(year or 2000, month, day):
        return None
    if month and day and not year:
        same = (one.year for one in known if one.year and (one.month, one.day) == (month, day))
        year = next(same, _nearest_year(published, month, day))
    return When(_spelled(match, year, month, day), year, month, day)


def _first(match: re.Match[str], *names: str) -> str:
    return next((match[name] for name in names if match[name]), "")


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1 if word else 0


def _day(word: str) -> int:
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    return int(re.sub(r"\D", "", word) or 0)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _nearest_year(published: datetime.date | None, month: int, day: int) -> int:
    """The year in which that day comes nearest to the day of publication; 0 when that is not known."""
    if published is None:
        return 0
    years = [year for year in range(published.year - 1, published.year + 2) if _is_day(year, month, day)]
    return min(years, key=lambda year: abs(datetime.date(year, month, day) - published), default=0)


def _spelled(match: re.Match[str], year: int, month: int, day: int) -> str:
    """`since 1984`, `2018-03`, `end of 2017`, `30 September`."""
    if year:
        date = f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    else:
        date = f"{day} {_NAMES[month - 1]}"
    part = f"{match['part']} of " if match["part"] else f"{match['time']} " if match["time"] else ""
    before = (match["before"] or "").lower()
    if before in _KEPT or before.startswith(("as ", "no ", "since ")):
        part = f"{before} {part}"
    return part + date
