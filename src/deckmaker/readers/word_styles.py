"""What a Word paragraph is by its style and its own properties: heading, list item, quote, caption, contents."""

import re
from dataclasses import dataclass, field

from deckmaker.readers.safe_xml import Element
from deckmaker.readers.word_text import W, is_on, value_of

_LONGEST_CHAIN = 20
_DEEPEST = 9
# Word writes the built-in names in English in every language; other programs translate them.
_HEADING = re.compile(
    r"(?:heading|header|überschrift|uberschrift|titre|t[íi]tulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis"
    r"|címsor|titlu|başlık|заголовок|标题|標題|見出し|제목|head|h|tytuł|section heading)[ _-]?([1-9])(?:[ .].*)?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:title|titel|titre|t[íi]tulo|titolo|tytuł|název|cím|标题|article title|document title)", re.IGNORECASE
)
_QUOTE = re.compile(
    r"(?:intense ?|block )?(?:quote|quotation)s?|block ?text|(?:intensives )?zitat|citation(?: intense)?"
    r"|cita(?: destacada)?|citazione(?: intensa)?",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:image |table |figure )?captions?|beschriftung|l[ée]gende|didascalia|leyenda|(?:bild|tabellen)unterschrift",
    re.IGNORECASE,
)
_LISTED = re.compile(r"list (?:bullet|number)(?: (\d))?|aufzählungszeichen(?: (\d))?|compact bullet", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"(?:toc|contents?|index|verzeichnis|inhaltsverzeichnis)(?: ?\d| heading)?|table of (?:figures|authorities)"
    r"|(?:foot|end)note text"
    r"|(?:source ?code|verbatim|code ?block|html preformatted|preformatted text|macro)(?: .*)?"
    r"|header|footer|kopfzeile|fußzeile|annotation text|page number",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is: "heading", "title", "item", "quote", "caption", "out" or "" (a plain one); and its level."""

    kind: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """A document's paragraph styles by their identifiers, the default one under "", and the lists it numbers."""

    styles: dict[str, Element] = field(default_factory=dict)
    unmarked: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, styles: Element, numbering: Element) -> "Styles":
        """The styles of a styles part and a numbering part; None for a part that is missing."""
        known = {} if styles is None else {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        return cls(known, frozenset() if numbering is None else _unmarked(numbering))

    def chain(self, identifier: str) -> list[Element]:
        """The style and those it is based on."""
        chain: list[Element] = []
        while identifier in self.styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self.styles[identifier])
            identifier = value_of(chain[-1], "basedOn")
        return chain

    def role(self, paragraph: Element) -> Role:
        """What a paragraph is."""
        own = paragraph.find(f"{W}pPr")
        chain = self.chain(value_of(own, "pStyle"))
        names = [value_of(style, "name") for style in chain]
        if any(map(_LEFT_OUT.fullmatch, names)):
            return Role("out")
        if is_title(names):
            return Role("title", 1)
        level = _outline_level(own, chain, names)
        if level:
            return Role("heading", level)
        return self._list_role(own, chain, names) or named_role(names)

    def _list_role(self, own: Element, chain: list[Element], names: list[str]) -> Role | None:
        """The role of a list item; a numbering of 0 takes a paragraph out of its style's list."""
        holders = [own, *(style.find(f"{W}pPr") for style in chain)]
        number = next((found for holder in holders if (found := value_of(holder, "numPr/numId"))), "")
        depth = next((found for holder in holders if (found := value_of(holder, "numPr/ilvl"))), "0")
        listed = next(filter(None, map(_LISTED.fullmatch, names)), None)
        named = _number(listed[1] or listed[2] or "1") if listed else 0  # "List Bullet 2" has a numbering of its own
        if number and number != "0" and (number, depth) not in self.unmarked:
            return Role("item", max(_number(depth) + 1, named))
        return Role("item", named) if named and not number else None

    def is_bold(self, paragraph: Element) -> bool:
        """Whether every word of the paragraph is bold."""
        in_style = any(is_on(style.find(f"{W}rPr"), "b") for style in self.chain(value_of(paragraph, "pPr/pStyle"))[:1])
        runs = [
            run for run in paragraph.iter(f"{W}r") if "".join(text.text or "" for text in run.iter(f"{W}t")).strip()
        ]
        return bool(runs) and all(
            is_on(run.find(f"{W}rPr"), "b") or (in_style and run.find(f"{W}rPr/{W}b") is None) for run in runs
        )


def is_title(names: list[str]) -> bool:
    """Whether a style's own name is that of titles."""
    return bool(names) and bool(_TITLE.fullmatch(names[0]))


def named_role(names: list[str]) -> Role:
    """The role that the names of a style and its bases give: a quote, a caption or none."""
    if any(map(_QUOTE.fullmatch, names)):
        return Role("quote")
    return Role("caption") if any(map(_CAPTION.fullmatch, names)) else Role()


def _outline_level(own: Element, chain: list[Element], names: list[str]) -> int:
    """The heading level: the paragraph's own outline level, else the style's, else its name's; 0 for none."""
    stated = value_of(own, "outlineLvl")
    if stated:
        return _level(stated)
    for style, name in zip(chain, names, strict=True):
        stated = value_of(style, "pPr/outlineLvl")
        if stated:
            return _level(stated)
        match = _HEADING.fullmatch(name)
        if match:
            return int(match[1])
    return 0


def _level(outline: str) -> int:
    """Outline levels count from 0; 9 is text."""
    return (_number(outline, _DEEPEST) + 1) % (_DEEPEST + 1)


def _number(text: str, otherwise: int = 0) -> int:
    """A small number that is written in the file, within 0 and 9."""
    return min(int(text), _DEEPEST) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise


def _unmarked(numbering: Element) -> frozenset[tuple[str, str]]:
    """(list, level) of the levels that show neither bullet nor number: indented paragraphs, not lists."""
    plain = {}
    for abstract in numbering.iter(f"{W}abstractNum"):
        levels = [level for level in abstract.iter(f"{W}lvl") if value_of(level, "numFmt") == "none"]
        bare = {level.get(f"{W}ilvl", "") for level in levels if not value_of(level, "lvlText").strip()}
        plain[abstract.get(f"{W}abstractNumId", "")] = bare
    pairs = ((number.get(f"{W}numId", ""), value_of(number, "abstractNumId")) for number in numbering.iter(f"{W}num"))
    return frozenset((number, level) for number, abstract in pairs for level in plain.get(abstract, ()))
