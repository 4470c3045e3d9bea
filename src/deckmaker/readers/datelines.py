"""Takes off what agencies set before the first sentence: "TOKYO (Reuters) - ", "WASHINGTON, Aug. 20 — "."""

import re

AGENCIES = (
    r"(?:Reuters|AP|AFP|dpa|UPI|PTI|ANI|IANS|Xinhua|TASS|Kyodo(?: News)?|Yonhap|EFE|ANSA|Bloomberg|CNN|BBC|NPR"
    r"|APA|SDA|KNA|epd|ots|The Associated Press|Associated Press|Thomson Reuters Foundation)"
)
_STATES = r"(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,4}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:, ?(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?))?"
_DASH = r"\s?(?:--?|—|–|:)\s+|\s?—\s?"
_WITH_AGENCY = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’/-]*(?:[ /][A-ZÀ-Þ][\w.'’-]*){{0,4}}{_STATES}{_DAY},? )?"
    rf"[(/\[]{AGENCIES}[)/\]](?:{_DASH})(?=\S)"
)
_GLUED = re.compile(
    rf"(?:\({AGENCIES}\)\s?|[A-ZÀ-Þ][\w.'’/-]*(?:[ /][A-ZÀ-Þ][\w.'’-]*){{0,4}}{_STATES} \({AGENCIES}\))"
    r"(?=[\"“‘'A-Z0-9À-Þ])"
)
"""As CNN's pages set it: "(CNN)The ferry sank.", "Tokyo (CNN)Police said so."  Brackets: "CNN said" is a sentence."""

_PLACE_ONLY = re.compile(rf"(?P<place>{_PLACE}){_STATES}{_DAY}(?:\s(?:--|—|–|-)\s|\s?—\s?)(?=[\"“‘'A-Z0-9À-Þ])")
_COUNTRIES = (
    "United States|US|USA|United Kingdom|UK|India|China|Japan|Russia|Ukraine|Germany|France|Italy|Spain|Brazil"
    "|Mexico|Canada|Australia|Israel|Turkey|Iran|Iraq|South Korea|Kenya|Nigeria|South Africa"
)
_SPELLED_OUT = re.compile(
    rf"(?!(?:{_COUNTRIES}),)[A-Z]\w+(?: [A-Z]\w+)?, (?:[A-Z][\w ]{{1,20}}, )?(?:{_COUNTRIES}): (?=[A-Z“\"])"
)
_FEWEST = 4


def strip_dateline(text: str, article: str) -> str:
    """The paragraph without "TOKYO (Reuters) - " and the like before it.

    A word in capitals that the article uses elsewhere is taken for an acronym, not for a place.
    """
    match = _WITH_AGENCY.match(text) or _GLUED.match(text) or _SPELLED_OUT.match(text)
    if not match:
        match = _PLACE_ONLY.match(text)
        if not match or len(match["place"]) < _FEWEST or _recurs(match["place"], text, article):
            return text
    rest = text[match.end() :]
    return rest if len(rest.split()) > 2 else text


def _recurs(place: str, text: str, article: str) -> bool:
    """Whether the word stands in capitals elsewhere, too."""
    return max(article.count(place), text.count(place)) > 1
