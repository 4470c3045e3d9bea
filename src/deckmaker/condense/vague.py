"""Which headings say nothing of what their section is about."""

from deckmaker.language.words import words

VAGUE = frozenset(
    """a an the and or of in to on for this that it its our us we you your my some more also next further other others
    what how why who when where is are was were did do does has have had be can will should
    introduction intro conclusion conclusions background overview summary discussion comment comments result results
    outlook context contents content section part chapter page article story post blog about note notes update updates
    share tweet follow print email e-mail subscribe newsletter read reading related links link resources references
    sources source credits acknowledgements acknowledgments appendix footnotes topics tags categories
    question questions answer answers faq thing things point points issue issues detail details fact facts example
    examples information matter matters way ways step steps first second third last final finally
    up down start started get getting bottom line takeaway takeaways end forward going mean means learn learned
    einleitung fazit zusammenfassung überblick hintergrund ausblick kommentare quellen
    résumé sommaire contexte commentaires""".split()
)
"""Words that alone, or only with each other, do not name a subject."""


NO_TOPIC = frozenset(
    """course part number kind sort lot lots paragraph sentence statement people person women woman men man interview
    video photo place side sides mention chance rest bit piece list range series variety month months year years week
    weeks day days quarter weekend time times decade hour hours morning subject subjects terms surprise ability
    member members""".split()
)
"""Main nouns of phrases that name no topic: "course of 12 months"."""


PERSONS = frozenset(
    """ceo founder co-founder chairman chairwoman president minister secretary chancellor spokesman spokeswoman
    spokesperson director head chief leader leaders manager coach captain player players striker defender defenseman
    goalkeeper winger international star singer actor actress author writer professor doctor expert experts analyst
    analysts official officials adviser advisers observers critic critics supporter supporters pm premier senator
    lawmaker lawmakers executive executives boss woman women man men sister brother mother father friend friends
    resident residents researcher researchers scientist scientists team teams maker makers""".split()
)
"""Nouns for people: what a section is about is hardly ever a person without what he did."""


def is_telling(heading: str) -> bool:
    """Whether a heading has a word that names a subject, unlike "Introduction", "What's next" or "Dear Abby"."""
    return not heading.lower().startswith("dear ") and any(
        word.lower().replace("’", "'").removesuffix("'s") not in VAGUE and any(c.isalpha() for c in word)
        for word in words(heading)
    )
