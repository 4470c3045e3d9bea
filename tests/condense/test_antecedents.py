"""What "this grant" means: the sentence that told of one, which has to be a bullet first."""

from deckmaker.condense import Limits
from deckmaker.condense.antecedents import antecedents
from deckmaker.condense.material import gather
from deckmaker.condense.offer import offer, read_trees
from deckmaker.condense.share import share
from deckmaker.document import Place
from deckmaker.readers import read_bytes

ARTICLE = """\
The city council awarded a four-year grant of 20 million crowns to the Harbour Trust on Tuesday.

This grant will pay for 300 new homes on the east bank by 2028.

The weather was mild on the day of the vote in the old town hall.

These homes will be let to families with low incomes in the city.
"""


def pointing(text: str) -> list[dict[str, set[tuple[str, str]]]]:
    lines = gather(read_bytes(text.encode(), "a.txt")).lines
    read = list(read_trees(lines).items())
    return [
        {tree.words[i]: {(str(place), stem) for place, stem in told} for i, told in each.items()}
        for (_, tree), each in zip(read, antecedents(read), strict=True)
    ]


def test_the_noun_leads_to_the_sentence_that_told_of_it() -> None:
    assert pointing(ARTICLE) == [{}, {"This": {("p1.1", "grant")}}, {}, {"These": {("p2.1", "home")}}]


def test_what_only_points_tells_of_nothing() -> None:
    assert pointing("The grant was late. This grant was small. This grant was spent.")[2] == {}


def test_one_thing_and_several_are_told_apart() -> None:
    assert pointing("The city gave two grants. This grant was small.")[1] == {}


def test_nouns_that_come_back_for_other_things_do_not_count() -> None:
    assert pointing("She found a new way. This way nobody was hurt.")[1] == {}


def test_an_opening_this_is_left_unsaid() -> None:
    lines = gather(read_bytes(ARTICLE.encode(), "a.txt")).lines
    trims = offer(lines, read_trees(lines))[Place(2, 1)]
    assert trims
    for trim in trims:
        assert trim.text.startswith("Grant will pay for 300 new homes")
        assert trim.after == {(Place(1, 1), "grant")}
        assert not trim.is_clear


def test_it_is_said_only_after_what_it_points_at() -> None:
    material = gather(read_bytes(ARTICLE.encode(), "a.txt"))
    trimmed = offer(material.lines, read_trees(material.lines))
    _, chosen = share(material, [("", list(material.lines))], Limits(), trimmed)
    places = [bullet.places[-1] for bullet in chosen[0]]
    assert (Place(2, 1) not in places) or Place(1, 1) in places
    without = {place: found for place, found in trimmed.items() if place != Place(1, 1)}
    _, chosen = share(material, [("", list(material.lines))], Limits(), without)
    assert Place(2, 1) not in [bullet.places[-1] for bullet in chosen[0]]
