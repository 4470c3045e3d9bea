"""Where the words of an English sentence begin and end: the cut that the network was trained on.

The conventions are those of the Penn and English Web treebanks, except that a hyphenated word ("state-of-the-art",
"15-year-old") and a score or range ("3-0", "2+2") stay whole.  A currency sign and a percent sign are tokens of
their own ("$" "12.9bn"), as are the clitics ("do" "n't", "WeWork" "'s", "can" "not").
"""

import re

_MARKS = "\u00ad\u0300-\u036f\u200c\u200d"  # combining accents, soft hyphen, joiners: inside a word, never a cut
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = rf"(?:[^\W_][{_MARKS}]*)"
_TITLES = (
    "Adm|Apr|Ariz|Assn|Aug|Ave|Bros|Calif|Capt|Cmdr|Co|Col|Colo|Conn|Corp|Cpl|Dec|Dept|Det|Dr|Feb|Fla|Fr|Ga|Gen|"
    "Gov|Hon|Ill|Inc|Ind|Insp|Jan|Jr|Jul|Jun|La|Lt|Ltd|Maj|Mar|Mass|Md|Messrs|Mich|Minn|Mo|Mr|Mrs|Ms|Mt|Neb|Nov|"
    "Oct|Okla|Ont|Ore|Pa|Prof|Pvt|Rep|Reps|Rev|Rs|Sen|Sens|Sept|Sgt|Sr|St|Ste|Supt|Tenn|Tex|Va|Vt|Wash|Wis"
)
_TOKEN = re.compile(
    rf"""
    https?://[^\s<>"”’)\]]*[\w/] | www\.[^\s<>"”’)\]]*[\w/]             # an address of a page
  | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+                                   # an address of a person
  | (?<!\w)(?:[^\W\d_]\.){{2,}}                                         # U.S., a.m.
  | (?<!\w)(?:{_TITLES}|vs|etc|Ph\.D)\.(?=\s+\S)                        # Mr., Inc.: within the sentence
  | (?<!\w)No\.(?=\s*\d) | (?<!\w)[A-Z]\.(?=[\s-]*[A-Z])                # No. 10; an initial
  | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)(?!\w)                         # clitics
  | [nN]['’][tT](?!\w)
  | \d+(?:[.,:]\d+)*(?:[ap]\.m\.|(?:[-/+–'’]?{_WORD})*)                    # numbers, 12.9bn, 9/11, 15-year-old, 2+2
  | [^\W\d_]+[.](?:com|org|net|gov|edu|co|uk|de|fr|jp|in|io|ai|tv)(?:\.\w\w)?(?!\w)   # amazon.com
  | {_LETTER}(?:[-‐‑'’&]?{_WORD})* | \w[{_MARKS}]*                     # words, AT&T, state-of-the-art
  | ``|''|(?P<mark>[-.*=~_\#!?])(?P=mark)+|\S       # quotes, dashes, ellipses, anything else
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_GLUED = re.compile(r"(?i)^(can)not$|^(gon|wan)na$|^(got)ta$")


def tokenize(sentence: str) -> list[tuple[int, int]]:
    """The tokens of a sentence, in order: (start, end) offsets in characters, end exclusive, never empty."""
    tokens: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(sentence):
        start, end = match.span()
        cut = _inner_cut(match.group())
        if cut:
            tokens.append((start, start + cut))
        tokens.append((start + cut, end))
    return tokens


def _inner_cut(word: str) -> int:
    """How many characters of a match stand before its clitic, 0 when it has none."""
    glued = _GLUED.match(word)
    if glued:
        return max(glued.end(group) for group in (1, 2, 3))
    clitic = _CLITIC.search(word)
    return clitic.start() if clitic else 0
