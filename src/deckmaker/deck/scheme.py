"""A theme's colours and fonts as an Office theme names them."""

from deckmaker.theme import Theme

COLOUR_NAMES = (
    "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()
)  # fmt: skip
_EAST_ASIAN = {"zh": "Microsoft YaHei", "zh-tw": "Microsoft JhengHei", "zh-hk": "Microsoft JhengHei",
               "zh-hant": "Microsoft JhengHei", "ko": "Malgun Gothic"}  # fmt: skip
_JAPANESE = "Yu Gothic"
COMPLEX_FONT = "Arial"


def mix(first: str, second: str, part: float) -> str:
    """The colour between two, as RRGGBB: part (0 to 1) of the first, the rest of the second."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "".join(f"{round(a * part + b * (1 - part)):02X}" for a, b in pairs)


def is_dark(theme: Theme) -> bool:
    """Whether the ground is darker than the text."""
    return _grey(theme.colours.ground) < _grey(theme.colours.text)


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def scheme_colours(theme: Theme) -> dict[str, str]:
    """Name in an Office colour scheme -> RRGGBB.

    Dark and light mean what they say, and the slide master maps ground and text onto them; accent1 is the theme's
    one accent, accent6 the colour of hairlines, and those between serve charts that someone may add.
    """
    colours = theme.colours
    ground, text, muted, tint = (c[1:] for c in (colours.ground, colours.text, colours.muted, colours.tint))
    dark, light = ((ground, tint), (text, muted)) if is_dark(theme) else ((text, muted), (ground, tint))
    accent = colours.accent
    shades = [
        accent[1:],
        muted,
        mix(accent, colours.text, 0.55),
        mix(accent, colours.ground, 0.7),
        mix(colours.muted, colours.ground, 0.75),
        mix(accent, colours.ground, 0.25),
    ]
    values = [dark[0], light[0], dark[1], light[1], *shades, accent[1:], accent[1:]]
    return dict(zip(COLOUR_NAMES, values, strict=True))


def east_asian_font(language: str) -> str:
    """The font for East Asian characters that programs have, by the text's language."""
    tag = language.lower()
    return _EAST_ASIAN.get(tag) or _EAST_ASIAN.get(tag.split("-")[0], _JAPANESE)


def dress_theme(part: bytes, theme: Theme, language: str) -> bytes:
    """An Office theme part in a theme's colours and fonts; East Asian characters in a font of the language."""
    from lxml import etree

    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    root = etree.fromstring(part)
    for name, value in scheme_colours(theme).items():
        for colour in root.iter(f"{space}{name}"):
            colour[0].set("val", value)
    for name, face in (("majorFont", theme.heading_font), ("minorFont", theme.text_font)):
        for font in root.iter(space + name):
            font.find(f"{space}latin").set("typeface", face)
            font.find(f"{space}ea").set("typeface", east_asian_font(language))
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
