"""A user's template as a base deck: what each kind of slide takes from the chosen layouts.  Lengths are in points."""

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from deckmaker.deck.base import Base, Seat
from deckmaker.deck.choices import Choices
from deckmaker.deck.choose import Candidate, Choice, Columns, Holder
from deckmaker.deck.design import CAPTION_SIZE, LEAST_BODY, Design, Frame
from deckmaker.deck.draw import Palette, scheme_fill
from deckmaker.deck.foot import back_frame
from deckmaker.deck.inherit import A, ink, make_frame
from deckmaker.deck.labels import sized
from deckmaker.deck.measure import moved
from deckmaker.deck.slides import Box, Kind, Paint, Role

_BODY_MOST, _BODY_LEAST = 32.0, 20.0
_CAPTION_ROOM, _CAPTION_GAP = 36.0, 8.0
_FOOT = {"dt": Role.DATE, "ftr": Role.FOOTER, "sldNum": Role.NUMBER}
_DRAWN = (Kind.FIGURES, Kind.TIMELINE)
_CAPTIONED = (Kind.TABLE, Kind.CHART)


def page_of(deck: Any) -> Box:
    """The slide as a box."""
    return Box(0, 0, deck.slide_width / 12700, deck.slide_height / 12700)


def adopt(deck: Any, name: str, choices: Choices, replaced: Mapping[str, bytes]) -> Base:
    """The base deck of a template whose layouts are chosen."""
    page, content = page_of(deck), choices.content
    seats, frames = _kinds(choices, page)
    body = frames[Kind.CONTENT][Role.BODY].style(1)
    most = min(max(body.size, LEAST_BODY), _BODY_MOST)
    design = Design(name, page.width, page.height, frames, most, min(most, _BODY_LEAST), LEAST_BODY, drawn=False)
    return Base(deck, design, seats, _palette(content, body.face), None, replaced)


def _kinds(choices: Choices, page: Box) -> tuple[dict[Kind, Seat], dict[Kind, dict[Role, Frame]]]:
    """Seat and frames of each kind of slide."""
    content = _roles(choices.content, Role.BODY)
    kinds = dict.fromkeys(Kind, (choices.content.candidate, content))
    kinds[Kind.COVER] = (choices.cover.candidate, _roles(choices.cover, Role.SUBTITLE))
    if choices.section:
        kinds[Kind.SECTION] = (choices.section.candidate, _without_loud(_roles(choices.section, Role.SUBTITLE)))
    elif choices.cover is not choices.content:
        kinds[Kind.SECTION] = (choices.cover.candidate, _without_loud(kinds[Kind.COVER][1]))
    if choices.columns:
        kinds[Kind.COMPARISON] = (choices.columns.candidate, _column_roles(choices.columns))
    seats = {kind: _seat(one, holders) for kind, (one, holders) in kinds.items()}
    frames = {kind: _frames(kind, holders, kinds[kind][0], page) for kind, (_, holders) in kinds.items()}
    for kind in (*_CAPTIONED, Kind.PICTURE):
        body = seats[kind].holders[Role.BODY]
        seats[kind] = Seat(seats[kind].layout, {**seats[kind].holders, Role.CAPTION: body})
    return seats, frames


def _seat(one: Candidate, holders: Mapping[Role, Holder]) -> Seat:
    return Seat(one.layout, {role: holder.element for role, holder in holders.items()})


def _roles(choice: Choice, role: Role) -> dict[Role, Holder]:
    """The placeholders of a choice by their roles."""
    holders = {Role.TITLE: choice.title} | ({role: choice.text} if choice.text else {})
    return holders if role is not Role.BODY else holders | _feet(choice.candidate)


def _without_loud(holders: dict[Role, Holder]) -> dict[Role, Holder]:
    """The placeholders without a subtitle whose letters are larger than the title's: it is meant for something else."""
    sizes = {role: make_frame(holder.box, holder.chain).style(1).size for role, holder in holders.items()}
    return {role: holder for role, holder in holders.items() if sizes[role] <= sizes[Role.TITLE]}


def _feet(one: Candidate) -> dict[Role, Holder]:
    return {_FOOT[holder.kind]: holder for holder in one.holders if holder.kind in _FOOT and holder.box.width > 20}


def _column_roles(columns: Columns) -> dict[Role, Holder]:
    left, right = columns.texts
    holders = {Role.TITLE: columns.title, Role.LEFT: left, Role.RIGHT: right}
    if columns.headings:
        holders |= {Role.LEFT_HEADING: columns.headings[0], Role.RIGHT_HEADING: columns.headings[1]}
    return holders | _feet(columns.candidate)


def _frames(kind: Kind, holders: Mapping[Role, Holder], one: Candidate, page: Box) -> dict[Role, Frame]:
    """The frames of a kind of slide; shapes are drawn where the content's text would stand."""
    frames = {role: make_frame(holder.box, holder.chain) for role, holder in holders.items()}
    if kind not in (Kind.COVER, Kind.SECTION):
        back = back_frame(one.layout, frames, page)
        frames |= {Role.BACK: back} if back else {}
    if kind in (*_DRAWN, *_CAPTIONED, Kind.PICTURE):
        body = frames.pop(Role.BODY)
        frames |= _area(kind, body, frames[Role.TITLE])
    return frames


def _area(kind: Kind, body: Frame, title: Frame) -> dict[Role, Frame]:
    """Where shapes are drawn, and the caption above (below a picture)."""
    text = sized(body.style(1), LEAST_BODY)
    styles = (text, replace(sized(title.style(1), LEAST_BODY), bold=True))
    if kind in _DRAWN:
        return {Role.AREA: Frame(body.box, styles)}
    rest = body.box.height - _CAPTION_ROOM
    tops = (0.0, rest + _CAPTION_GAP) if kind is Kind.PICTURE else (_CAPTION_ROOM, 0.0)
    caption = moved(body.box, body.box.top + tops[1], _CAPTION_ROOM - _CAPTION_GAP)
    area = moved(body.box, body.box.top + tops[0], rest)
    return {Role.CAPTION: Frame(caption, (sized(body.style(1), CAPTION_SIZE),)), Role.AREA: Frame(area, styles)}


def _palette(content: Choice, face: str) -> Palette:
    """Letters in the colour of the template's text, which its ground is made for; shapes in the first accent."""
    text = content.text.chain if content.text else content.title.chain
    letters = ink(text)
    letters = copy.deepcopy(letters) if letters is not None else scheme_fill("tx1")
    line = copy.deepcopy(letters)
    for colour in line:
        etree.SubElement(colour, f"{A}alpha", {"val": "35000"})
    accent = scheme_fill("accent1")
    fills = {Paint.TEXT: letters, Paint.MUTED: letters, Paint.HEADING: letters, Paint.ACCENT: accent,
             Paint.TINT: line, Paint.LINE: line}  # fmt: skip
    title = make_frame(content.title.box, content.title.chain).style(1).face
    return Palette(fills, dict.fromkeys(Paint, letters), face, title)
