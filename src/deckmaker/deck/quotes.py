"""Quotations in large letters.  Lengths are in points."""

from dataclasses import replace

from deckmaker.deck.design import LEAST_BODY, Design, Frame
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import balance, moved, set_block, set_line
from deckmaker.deck.slides import Box, Kind, Paint, Part, Role, Rule, Text
from deckmaker.outline import Quote

_BAR = 5.0
_MARKS = {"de": ("„", "“"), "fr": ("«", "»"), "it": ("«", "»"), "es": ("«", "»"), "ru": ("«", "»"), "uk": ("«", "»"),
          "pl": ("„", "”"), "cs": ("„", "“"), "sv": ("”", "”"), "fi": ("”", "”"), "ja": ("「", "」"),
          "nl": ("‘", "’")}  # fmt: skip
_ENGLISH = ("“", "”")


def quoted(text: str, language: str) -> str:
    """The words in the quotation marks of their language; French sets them off by a no-break space."""
    tag = language.lower().split("-", maxsplit=1)[0]
    before, after = _MARKS.get(tag, _ENGLISH)
    space = "\u00a0" if tag == "fr" else ""
    return f"{before}{space}{text}{space}{after}"


def plan_quote(quote: Quote, design: Design, language: str) -> list[Part]:
    """The words in large letters with a bar at their side, and who said them below."""
    frame, who = design.frames[Kind.QUOTE][Role.BODY], design.frames[Kind.QUOTE].get(Role.WHO)
    words = quoted(quote.text, language)
    if not design.drawn or who is None:
        return [_plain_quote(words, quote.who, frame, design)]
    paragraph, box = balance(set_block(words, frame, LEAST_BODY), frame)
    high = paragraph.height
    parts: list[Part] = [Text(Role.BODY, (paragraph,), box, moved=box != frame.box)]
    if quote.who:
        at = moved(who.box, round(box.top + high + 18), who.box.height)
        name = set_line(quote.who, Frame(at, who.styles))
        parts.append(Text(Role.WHO, (name,), at, moved=True))
        high += 18 + name.height
    bar = Box(frame.box.left - 28, frame.box.top + 4, _BAR, round(high))
    return [Rule(bar, Paint.ACCENT), *parts]


def _plain_quote(words: str, who: str, frame: Frame, design: Design) -> Text:
    """The words in a template's own text, somewhat larger, without a bullet; who said them on a line below."""
    style = replace(sized(frame.style(1), design.body_max + 2), gap=0.6)
    name = replace(set_line(f"— {who}", Frame(frame.box, (sized(style, 20),))), level=0, before=14) if who else None
    room = frame.box.height - (14 + name.height if name else 0)
    block = set_block(words, Frame(moved(frame.box, frame.box.top, room), (style,)), LEAST_BODY)
    paragraphs = (replace(block, level=0), *([name] if name else []))
    return Text(Role.BODY, paragraphs, frame.box)
