"""Noun phrases of French, Spanish, Italian and Portuguese: what follows an article, with what follows "of"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckmaker.language.stop_words import stop_words

_WORD = r"[^\W\d_][\w-]{2,}"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What opens a noun phrase, what stands for "of" with and without an article, and endings of words.

    adjectives are endings that tell an adjective after its noun; before, adjectives that stand before theirs;
    infinitives, endings of a verb after a bare "of".
    """

    articles: str
    of: str
    of_the: str
    before: str
    adjectives: str
    infinitives: str


_GRAMMARS = {
    "fr": Grammar(
        r"(?:le |la |les |un |une |des |du |au |aux |cette |ces |son |sa |ses |leur |leurs |l[’'])",
        r"(?:de |d[’'])",
        r"(?:du |des |de la |de l[’'])",
        "nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites premier première"
        " ancien ancienne anciens anciennes future futur vieux vieille jeunes meilleur meilleure",
        "al ale ales aux ique iques el elle els elles aire aires if ive ifs ives able ables ible ibles ien ienne iens"
        " iennes ois oise oises éen éenne éens éennes eux euse euses",
        "er ir oir ire",
    ),
    "es": Grammar(
        r"(?:el |la |los |las |un |una |unos |unas |su |sus |este |esta |estos |estas |del |al |dos |tres |cuatro )",
        r"(?:de |para )",
        r"(?:del |de la |de los |de las |de un |de una )",
        "nuevo nueva nuevos nuevas gran grandes primer primera antiguo antigua antiguos antiguas futuro futura mejor",
        "al ales ico ica icos icas ivo iva ivos ivas ario aria arios arias oso osa osos osas able ables ible ibles"
        " ense enses ano ana anos anas ino ina inos inas eño eña iles il",
        "ar er ir arse erse irse",
    ),
    "it": Grammar(
        r"(?:il |lo |la |i |gli |le |un |uno |una |l[’']|al |alla |ai |alle |nel |nella |sul |sulla )",
        r"(?:di |d[’'])",
        r"(?:del |dello |della |dei |degli |delle |dell[’'])",
        "nuovo nuova nuovi nuove grande grandi primo prima primi antico antica vecchio vecchia giovani piccolo piccola",
        "ale ali ico ica ici iche ivo iva ivi ive ario aria ari arie oso osa osi ose bile bili ese esi ano ana",
        "are ere ire arre urre orre",
    ),
    "pt": Grammar(
        r"(?:o |a |os |as |um |uma |ao |à |aos |às |no |na |nos |nas |seu |sua |seus |suas )",
        r"(?:de )",
        r"(?:do |da |dos |das )",
        "novo nova novos novas grande grandes primeiro primeira antigo antiga antigos antigas velho velha melhor",
        "al ais ico ica icos icas ivo iva ivos ivas ário ária ários árias oso osa osos osas vel veis ense enses"
        " ano ana",
        "ar er ir or",
    ),
}


def romance_nouns(text: str, language: str) -> Iterator[str]:
    """The noun phrases after an article: noun of noun, noun and adjective; nothing in another language."""
    grammar = _GRAMMARS.get(language)
    if grammar is None:
        return
    idle = stop_words(language)
    for match in _pattern(grammar).finditer(text):
        if not match["of"] and not match["adjective"] and not match["before"]:
            continue
        words = [match[part] for part in ("noun", "adjective", "second", "last") if match[part]]
        if any(word.strip().lower() in idle for word in words):
            continue
        yield match["what"]


def _pattern(grammar: Grammar) -> re.Pattern[str]:
    ending = "|".join(grammar.adjectives.split())
    adjective = rf"\w{{2,}}(?:{ending})\b"
    verb = "|".join(grammar.infinitives.split())
    bare = rf"{grammar.of}(?![a-zà-ÿ]\w*(?:{verb})\b)"
    return re.compile(
        rf"(?i:\b{grammar.articles})(?P<what>(?P<before>(?:{'|'.join(grammar.before.split())}) )?(?P<noun>{_WORD})"
        rf"(?: (?P<adjective>{adjective}))?(?P<of> (?:{grammar.of_the}|{bare})(?P<second>{_WORD}"
        rf"(?: (?-i:[A-ZÀ-Þ])[\w’'-]+)*)"
        rf"(?: (?P<last>{adjective}))?)?)(?![\w’'-])(?! (?-i:[A-ZÀ-Þ]))(?! (?:{grammar.of}|{grammar.of_the}))"
    )
