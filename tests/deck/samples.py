"""Outlines for the deck's tests, invented."""

import datetime

from deckmaker.document import Place, Source
from deckmaker.outline import Bullet, Outline, Section

FERRY = "The ferry to the northern islands will sail twice a day from the first of May"
COST = "Tickets stay at their price, which the council pays from the harbour fund"


def bullets(*texts: str) -> tuple[Bullet, ...]:
    """Bullets without places."""
    return tuple(Bullet(text) for text in texts)


def ferry() -> Outline:
    """A usual outline: summary, places, two levels, source and date."""
    line = "From May two ferries a day will sail to the northern islands at the old price."
    first = Section(
        "More sailings",
        (
            Bullet(FERRY, (Place(2, 1),)),
            Bullet(COST, (Place(3, 1), Place(3, 2)), bullets("No fee for bicycles", "Dogs sail free")),
        ),
    )
    second = Section(
        "What comes next",
        bullets("The council votes in March", "A third ship is being built"),
        "My words.\nSecond line.",
    )
    return Outline(
        "Two ferries a day to the northern islands",
        (first, second),
        subtitle="Briefing",
        date=datetime.date(2025, 2, 14),
        language="en",
        source=Source("ferry.txt", "9f2c41d8" * 8, "https://example.org/ferry"),
        summary=Bullet(line, (Place(1, 1),)),
    )


SENTENCES = {
    Place(1, 1): "From May, two ferries a day.",
    Place(2, 1): "The ferry will sail twice a day, the council said.",
    Place(3, 1): "Tickets stay at their price.",
    Place(3, 2): "The council pays.",
}


def plain(*sections: Section) -> Outline:
    """An outline with nothing but a title and sections."""
    return Outline("Title of the deck", sections)


LONG_HEADING = ("A heading whose author never found the end of it " * 7)[:300].strip()
TALKS = "両国は外務・防衛閣僚会合を開き、地域の安全保障について協議する予定である。"
MANY = bullets(*(f"Bullet {n} says a thing that is true" for n in range(200)))
ENDLESS = "No slide can hold what this one says. " * 60 + "End."
BELOW = bullets(*(f"Below {n}" for n in range(30)))
NAMES = ("Agenda", "agenda", "Title of the deck", "Sources")
TWO = bullets("a", "b")
ODD = {
    "minimal": plain(Section("One", bullets("Only bullet"))),
    "sixty sections": plain(*(Section(f"Section {n}", bullets("First", "Second")) for n in range(60))),
    "two hundred bullets": plain(Section("All", MANY)),
    "seven bullets": plain(Section("Seven", bullets(*(f"Bullet {n}" for n in range(7))))),
    "long heading": plain(Section(LONG_HEADING, TWO), Section(LONG_HEADING, TWO)),
    "long bullet": plain(Section("Long", bullets(ENDLESS, "Short", "Third"))),
    "long word": plain(Section("Words", bullets("x" * 100, "y" * 700, "W" * 100))),
    "long title": Outline("The title goes on " * 15 + "end", (Section("One", TWO),), "Sub " * 90 + "end"),
    "same names": plain(*(Section(name, TWO) for name in NAMES)),
    "thirty below": plain(Section("Deep", (Bullet("Above", (), BELOW),))),
    "japanese": plain(Section("安全保障協力", bullets(TALKS * 4, "二つ目"))),
    "long summary": Outline("T", (Section("S", TWO),), summary=Bullet("It never ends. " * 100 + "End.")),
    "hindi": plain(Section("सुरक्षा", bullets("भारत और जापान रणनीतिक संबंधों को गहरा करेंगे", "दूसरा"))),
}
"""What comes out right only if it was thought of."""
