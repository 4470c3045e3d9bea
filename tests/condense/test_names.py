"""The first bullet that speaks of somebody says the full name that the article gave before."""

import pytest

from deckmaker.condense import condense
from deckmaker.condense.choose import Candidate
from deckmaker.condense.material import gather
from deckmaker.condense.names import introduced
from deckmaker.outline import Outline
from deckmaker.readers import read_bytes

ARTICLE = """\
Northhaven will build a tram line to the airport

The city of Northhaven will build a tram line to the airport by 2028, the council decided on Tuesday. Work on the first
six stops begins in March.

The line is needed because the road is full, said Greta Holm, who leads the transport office. Holm said the tram will
carry 9,000 people a day. Holm expects the first trams in the spring of 2028.

Planners measured traffic on the airport road for two years. Their plan is late, charity boss Tim Roth said.
Crediting author Ada Palm, they did so at night. Planners counted 21,000 cars on an average working day.
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ms Holm said tram will carry 9,000 people", "Greta Holm said tram will carry 9,000 people"),
        ("Holm's office expects 12 trams", "Greta Holm's office expects 12 trams"),
        ("Dr Holm: tram is needed", "Dr Greta Holm: tram is needed"),
        ("Road is full, Ms Holm said", "Road is full, Greta Holm said"),
        ("Roth called for a vote", "Charity boss Tim Roth called for a vote"),
        ("Lind and Holm expect 12 trams", "Lind and Greta Holm expect 12 trams"),
        ("Holm Street is closed", "Holm Street is closed"),
        ("Palm called for a vote", "Author Ada Palm called for a vote"),
    ],
)
def test_forms_of_address_and_genitives(text: str, wanted: str) -> None:
    lines = gather(read_bytes(ARTICLE.encode(), "a.txt")).lines
    bullet = Candidate(0, (lines[-1].place,), text, frozenset(), 8, 8, 0.0)
    ((told,),) = introduced([[bullet]], lines, "")
    assert told.text == wanted
    assert len(told.places) == 1 + (text != wanted)
