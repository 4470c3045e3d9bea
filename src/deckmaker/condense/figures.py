"""The article's key figures: each number with the words that say what it is, taken from a bullet that stands alone.

Precision comes first: a number is left out when its bullet does not say clearly what it counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckmaker.condense.evidence import best_trims
from deckmaker.condense.label import Label, label
from deckmaker.condense.material import Line, Material
from deckmaker.condense.tree import Tree
from deckmaker.condense.trim import Trim
from deckmaker.document import Place
from deckmaker.language.parse import parse_bullets
from deckmaker.language.words import content_stems
from deckmaker.outline import Figure

MOST = 6
MOST_OF_A_SENTENCE = 2
MOST_LINES = 40
"""How many lines are looked at, the heaviest first: work stays bounded however long the article is."""

GOOD_WORDS = 9
"""Words of a label that says enough and no more."""

_HEDGE = (
    r"(?:(?:(?:no )?(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|up to"
    r"|as (?:many|much|little|few) as"
    r"|(?:just |only |well )?(?:about|around|roughly|approximately|nearly|almost|some|over|under|close to)"
    r"|an (?:estimated|average of)|just|only) )?"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_RANGE = rf"~?{_NUMBER}(?:[-–]{_NUMBER})?"
_SCALE = r"(?:[ -]?(?:thousand|million|billion|trillion|crore|lakh)|bn|tn|[mMkB])"
_EACH = (
    r"(?: (?:a|an|per|each|every) (?:year|month|week|day|hour|minute|second|person|head|capita|share|barrel|ton|tonne"
    r"|kilogram|mile))?"
)
_MONEY = (
    rf"(?:US|A|C|NZ|HK|S)?[$€£¥₹]{_RANGE}{_SCALE}?(?:/\w+)?"
    rf"|{_RANGE}{_SCALE}? (?:(?:U\.S\. )?dollars|euros|pounds|yen|yuan|rupees|francs)"
)
_PERCENT = rf"{_RANGE} ?(?:%|percent(?:age points?)?|per cent)"
_UNITS = (
    "GW|MW|kW|TWh|GWh|MWh|kWh|km|kilomet(?:er|re)s|met(?:er|re)s|miles|feet|acres|hectares"
    "|square (?:miles|feet|kilometers)"
    "|(?:metric )?tons|tonnes|barrels|gallons|lit(?:er|re)s|kg|kilograms|mph|degrees|GB|TB|MB"
)
_MEASURE = rf"{_RANGE}{_SCALE}? (?:{_UNITS})"
_COUNT = rf"{_RANGE}{_SCALE}?"
FIGURE = re.compile(
    rf"(?<![\w.,:/$€£¥₹#+–-]){_HEDGE}"
    rf"(?:(?P<money>{_MONEY})|(?P<percent>{_PERCENT})|(?P<measure>{_MEASURE})|(?P<count>{_COUNT}))"
    rf"(?![\w/+°%–-]|[.,:]\d){_EACH}(?! plus\b| percent| mil)",
    re.IGNORECASE,
)
_LEAST_COUNT = 10
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_OF_KIND = {"money": 0.3, "percent": 0.2, "measure": 0.1, "count": 0.0}
"""What a kind of figure is worth more than a plain count."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a bullet: its line, its bullet, where the value stands in the bullet's text, and its kind."""

    line: Line
    trim: Trim
    start: int
    end: int
    kind: str

    @property
    def value(self) -> str:
        """The number as written, with its hedge and unit."""
        return self.trim.text[self.start : self.end]


def key_figures(material: Material, trimmed: Mapping[Place, Sequence[Trim]], title: str) -> tuple[Figure, ...]:
    """At most six key figures of the article with that title, those of its most central sentences first."""
    named = frozenset(content_stems(title))
    found = list(_found(material.lines, trimmed))
    parses = parse_bullets([one.trim.text for one in found])
    ranked: list[tuple[float, Found, Label]] = []
    for one, parsed in zip(found, parses, strict=True):
        said = label(Tree(one.trim.text, parsed), one.start, one.end, one.kind, named)
        if said:
            ranked.append((one.line.weight + _OF_KIND[one.kind] + (0.2 if said.is_phrase else 0.0), one, said))
    ranked.sort(key=lambda entry: (-entry[0], entry[1].line.place, entry[2].value, _awkwardness(entry[2])))
    return tuple(Figure(said.value, said.what, (*one.trim.places, one.line.place)) for one, said in _distinct(ranked))


def _awkwardness(said: Label) -> tuple[int, str]:
    """How far a label's length is from a good one, in words."""
    return abs(len(said.what.split()) - GOOD_WORDS), said.what


def _found(lines: Sequence[Line], trimmed: Mapping[Place, Sequence[Trim]]) -> Iterator[Found]:
    """The numbers of the heaviest lines, each in the bullets that say it best."""
    numbered = [line for line in lines if trimmed.get(line.place) and any(c.isdigit() for c in line.text)]
    for line in sorted(numbered, key=lambda line: (-line.weight, line.place))[:MOST_LINES]:
        for match in FIGURE.finditer(line.text):
            for trim in best_trims(line.text, trimmed[line.place], match[0]) if _is_figure(line.text, match) else ():
                at = re.search(rf"(?<!\w){re.escape(match[0])}(?!\w)", trim.text)
                if at:
                    yield Found(line, trim, at.start(), at.end(), str(match.lastgroup))


def _is_figure(text: str, match: re.Match[str]) -> bool:
    """Whether a number counts or measures: not a year, a part of a name or range, a numbering, a small count."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    if re.search(
        r"\b(?:from|between|further|another|additional|other|remaining)$|\bfrom\b.*\bto$|\bfrom\b.{1,30}$", before
    ) or re.match(r" (?:to|and|or) (?:[$€£]|about )?\d", after):
        return False
    if before.count("(") > before.count(")") or (
        re.search(r"\bto(?: an?)?$", before) and re.search(r"\bfrom\b", after)
    ):
        return False
    if re.search(r"[$€£\d%] ?(?:to|and|or)$|\d percent (?:to|and|or)$", before):
        return False
    if match.lastgroup != "count":
        return True
    digits = match["count"].replace(",", "").lstrip("~")
    if re.search(r"[a-zA-Z]", digits):
        return True
    if _YEAR.fullmatch(digits) and "," not in match["count"]:
        return False
    return float(re.split(r"[-–]", digits)[0]) >= _LEAST_COUNT


def _distinct(ranked: Sequence[tuple[float, Found, Label]]) -> list[tuple[Found, Label]]:
    """The first six that say different things, no more than two of one sentence."""
    kept: list[tuple[Found, Label]] = []
    for _, one, said in ranked:
        same = any(said.value == other.value or _is_alike(said, other) for _, other in kept)
        crowd = sum(one.line.place == earlier.line.place for earlier, _ in kept)
        room = MOST_OF_A_SENTENCE if said.is_phrase else 1
        if not same and crowd < room and len(kept) < MOST:
            kept.append((one, said))
    return kept


def _is_alike(said: Label, other: Label) -> bool:
    """Whether the words say the same apart from figures."""
    mine, theirs = ({s for s in content_stems(one.what) if not s.isdigit()} for one in (said, other))
    return mine == theirs
