"""Words without content of a language other than English (stopwords-iso, which ships as data)."""

from functools import lru_cache

_MORE = {
    "de": """laut rund etwa wegen trotz gegen zudem außerdem ferner bereits künftig bislang seit dabei dafür danach
    angaben ende anfang rahmen teil mitte millionen million milliarden euro prozent montag dienstag mittwoch donnerstag
    freitag samstag sonntag jahr jahre jahren woche wochen monat monate stunde
    stunden""",
    "fr": """selon environ ainsi puis désormais alors ailleurs notamment grâce titre cours sein lieu fin début nombre
    million millions milliard milliards suite cadre part plupart reste moitié tiers quart partir lundi mardi mercredi
    jeudi vendredi samedi dimanche an ans année années week-end
    fois jour jours semaine semaines mois temps heure heures""",
    "es": """según cerca además mientras luego pronto todavía aunque hoy ayer parte mayoría mitad fin final partir
    través cabo lado tipo serie caso millones millón miles lugar lunes martes miércoles jueves viernes sábado domingo
    año años vez veces día días semana semanas mes meses hora horas""",
    "it": "parte maggior maggioranza metà fine corso base causa milioni miliardi anno anni secondo circa volta volte"
    " giorno giorni",
    "pt": "parte maioria metade fim cerca causa base milhões bilhões ano anos segundo vez vezes dia dias",
    "hi": """है हैं था थे थी हो होगा होगी होंगे गया गई गए रहा रही रहे किया की के का को में से पर ने तक और लेकिन कि यह वह इस उस
    लिए साथ बाद पास बीच अनुसार बारे कारण द्वारा तहत दौरान खिलाफ पहले आसपास अलावा तौर रूप बताया कहा अब यहाँ वहाँ जहाँ
    एक दो तीन चार पाँच दस सभी कई कुछ हर इसके इसमें उन्होंने उनके उनकी उनका इन उन भी ही तो जो जिस जिससे अगले पिछले
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार करोड़ लाख हजार प्रतिशत साल वर्ष महीने दिन""",
}
"""What the lists lack and news uses at every turn: words that say where something comes from, how much, and when."""

_POINTING = {
    "de": "sie er es dies diese dieser dieses das dabei dadurch dafür danach seitdem dazu damit daher deshalb dagegen"
    " aber doch allerdings außerdem zudem auch so ihr ihre sein seine",
    "fr": "il elle ils elles cela ce c’est c'est cette ces celui celle ceux mais aussi ainsi cependant toutefois puis"
    " enfin son sa ses leur leurs en y",
    "es": "él ella ellos ellas esto eso este esta estos estas pero además también así sin su sus para ello",
    "it": "lui lei loro questo questa questi queste ciò ma inoltre anche così tuttavia suo sua",
    "pt": "ele ela eles elas isto isso este esta estes estas mas além também assim seu sua",
    "nl": "hij zij ze het dit dat deze die maar ook daarom daarmee zijn haar hun",
    "hi": "यह वह वे ये इस उस इन उन इसके इसमें इससे उन्होंने उनके उनका उनकी इसलिए लेकिन मगर इसके उसके",
    "ja": "これ それ あれ この その あの 彼 彼女 しかし また さらに そこで そのため",
}
"""Words that, where they open a sentence, point at the sentence before."""


@lru_cache(maxsize=8)
def stop_words(language: str) -> frozenset[str]:
    """The words of a language, in small letters, that carry no content; none where the lists do not know it.

    language is a BCP 47 tag; its primary part counts.
    """
    from stopwordsiso import has_lang, stopwords

    primary = language.partition("-")[0].lower()
    known = stopwords(primary) if has_lang(primary) else set()
    return frozenset(known) | frozenset(_MORE.get(primary, "").split())


@lru_cache(maxsize=8)
def _pointing(language: str) -> frozenset[str]:
    return frozenset(_POINTING.get(language, "").split())


def points_back(sentence: str, language: str) -> bool:
    """Whether a sentence opens with a word that points at what was said before it, as far as the language is known."""
    primary = language.partition("-")[0].lower()
    if primary == "ja":
        return sentence.startswith(tuple(_pointing(primary)))
    first = sentence.split(maxsplit=1)[0] if sentence.strip() else ""
    return first.lower().strip(",;:") in _pointing(primary)
