"""The first bullet that speaks of somebody says the full name that the article gave before."""

from deckmaker.condense import condense
from deckmaker.outline import Outline
from deckmaker.readers import read_bytes

ARTICLE = """\
Northhaven will build a tram line to the airport

The city of Northhaven will build a tram line to the airport by 2028, the council decided on Tuesday. Work on the first
six stops begins in March.

The line is needed because the road is full, said Greta Holm, who leads the transport office. Holm said the tram will
carry 9,000 people a day. Holm expects the first trams in the spring of 2028.

Planners measured traffic on the airport road for two years. Planners counted 21,000 cars on an average working day.
"""


def outline() -> Outline:
    return condense(read_bytes(ARTICLE.encode(), "a.txt"))


def test_a_lone_surname_becomes_the_full_name_once() -> None:
    told = [bullet for bullet in outline().bullets() if "Holm" in bullet.text]
    assert told
    assert "Greta Holm" in told[0].text
    assert all("Greta" not in bullet.text for bullet in told[1:])
    assert "p3.1" in [str(place) for place in told[0].places]


def test_a_common_noun_is_no_surname() -> None:
    assert not any("Traffic Planners" in bullet.text for bullet in outline().bullets())
