"""Who "he" and "she" are: a person named before, only when nobody else could be meant; and which names are people's."""

import pytest

from deckmaker.condense.material import gather
from deckmaker.condense.names import bullet_with_full_names, unexplained, with_full_names
from deckmaker.condense.offer import offer, read_trees
from deckmaker.condense.persons import HE, SHE, Person, known_persons, mentions
from deckmaker.condense.refer import resolve
from deckmaker.document import Place
from deckmaker.outline import Bullet
from deckmaker.readers import read_bytes


def found(text: str) -> list[tuple[str, str] | None]:
    """For each sentence the pronoun and what stands in for it."""
    lines = gather(read_bytes(text.encode(), "a.txt")).lines
    read = list(read_trees(lines).items())
    stand_ins = resolve(read, known_persons(read))
    return [
        (tree.words[each.token], each.text) if each else None for (_, tree), each in zip(read, stand_ins, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tim Patrick spoke in Columbia. He won 12 votes.", ("He", "Tim Patrick")),
        ("Greta Holm leads the office. The tram was late. Her plan costs 4 million.", ("Her", "Greta Holm's")),
        ("Tim Roth leads the firm. Its rocket is new. If convicted, he could face ten years.", ("he", "Roth")),
        ("The lander is new, John Roth said. The firm could fly in 2022, he said.", ("he", "Roth")),
        ("Greta Holm came in May. A former supporter of the old mayor, she is still undecided.", ("she", "Holm")),
        ("Mr Lind met Ms Holm in Paris. She signed the contract.", ("She", "Holm")),
    ],
)
def test_a_person_named_before_stands_in(text: str, wanted: tuple[str, str]) -> None:
    assert found(text)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tim Roth met John Lind in Paris. He signed the contract.",
        "When he refused to support Harold Wilson, the vote was lost. He sent the troops to Belfast.",
        "Greta Holm spoke. Blue Origin built a lander. He said it was new.",
        "Tim Roth leads the firm. “He has me thinking now,” said Greta Holm.",
        "Qvist Aalto beat actors including Alan Lind to the prize. He thanked the crew.",
        "Labour said the poster was a mistake. It is one of four designs.",
        "Tim Roth spoke of his work. It would befit his work if the firm sold the boats.",
        "Greta Holm leads the office. He won 12 votes.",
        "Greta Holm said it was late. He won 12 votes.",
        "Tim Roth spoke first. A. B. C. D. The hall was full. It rained. The sun came out. He won 12 votes.",
    ],
)
def test_nobody_stands_in_when_it_could_be_another(text: str) -> None:
    assert found(text)[-1] is None


def test_a_name_inside_a_bullet_is_told_with_its_place() -> None:
    text = (
        "Tim Roth leads the firm.\n\nIf convicted of the fraud of which he is accused, he could face ten years in jail."
    )
    lines = gather(read_bytes(text.encode(), "a.txt")).lines
    trims = offer(lines, read_trees(lines))[Place(2, 1)]
    for trim in trims:
        own = len(trim.text.replace("Roth", "").split())
        assert "Roth" not in trim.text or (own >= 10 and trim.places == (Place(1, 1),))


def test_whoever_was_he_once_is_not_she_later() -> None:
    text = "Qvist Aalto won, Aalto said. He has 12 votes. Greta Holm told Aalto to resign. She has nine votes."
    assert found(text)[1:] == [("He", "Qvist Aalto"), None, ("She", "Greta Holm")]


@pytest.mark.parametrize(
    ("text", "surname", "pronoun"),
    [
        ("Greta Holm spoke.", "Holm", SHE),
        ("Sir Keir Lind spoke.", "Lind", HE),
        ("Spokesman Qvist Aalto spoke.", "Aalto", ""),
        ("Eyamba Qvist was there. The hall was full, Qvist said.", "Qvist", ""),
    ],
)
def test_people_are_known_by_name_form_office_or_by_speaking(text: str, surname: str, pronoun: str) -> None:
    lines = gather(read_bytes(text.encode(), "a.txt")).lines
    persons = known_persons(list(read_trees(lines).items()))
    assert persons[surname].pronoun == pronoun


def test_places_and_firms_are_nobody() -> None:
    text = "Blue Origin and New York signed. South Carolina voted. The Ministry of Trade agreed with Goldman Sachs."
    lines = gather(read_bytes(text.encode(), "a.txt")).lines
    assert not known_persons(list(read_trees(lines).items()))


def test_a_mention_leaves_out_what_is_no_name() -> None:
    lines = gather(read_bytes(b"Julian Assange was here. Now Assange faces 18 charges.", "a.txt")).lines
    read = list(read_trees(lines).items())
    mention = mentions(read[1][1], known_persons(read))[0]
    assert read[1][1].words[mention.first] == "Assange"


PERSONS = {"Holm": Person(SHE, ("Greta", "Holm"), Place(2, 1))}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("This week, Holm opened the line", "This week, Greta Holm opened the line"),
        ("When Holm spoke", "When Greta Holm spoke"),
        ("Greta Holm spoke", "Greta Holm spoke"),
        ("The Old Holm burned", "The Old Holm burned"),
        ("Holmwood burned", "Holmwood burned"),
    ],
)
def test_titles_name_people_in_full(text: str, wanted: str) -> None:
    told, places = with_full_names(text, PERSONS)
    assert told == wanted
    assert places == ((Place(2, 1),) if told != text else ())


def test_the_bottom_line_records_where_the_name_stands() -> None:
    told = bullet_with_full_names(Bullet("This week, Holm opened the line", (Place(3, 1),)), PERSONS)
    assert told == Bullet("This week, Greta Holm opened the line", (Place(2, 1), Place(3, 1)))
    assert bullet_with_full_names(None, PERSONS) is None


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("The line that Holm opened is late", {"holm"}),
        ("The line that Greta Holm opened is late", set()),
        ("Holm opened the line", set()),
        ("The line is late, Holm said", set()),
    ],
)
def test_a_lone_surname_within_a_bullet_needs_to_be_told_before(text: str, needs: set[str]) -> None:
    assert unexplained(text, PERSONS) == needs
