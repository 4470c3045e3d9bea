"""Several articles in one outline: one topic under one heading, the same fact once, every place with its letter."""

import datetime
import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.condense import Limits, condense, condense_together
from deckmaker.condense.leads import briefing_subtitle, with_lead
from deckmaker.condense.together import put_together
from deckmaker.condense.twins import seconds, shelve
from deckmaker.document import BlockKind, Document, Place
from deckmaker.errors import InputError
from deckmaker.language.words import content_stems
from deckmaker.outline import Bullet, Outline, Section
from deckmaker.outline_file import format_outline, parse_outline
from deckmaker.readers import read_bytes

BRIDGE = """\
Harbour bridge to close for repairs

November 4, 2024

The city of Northhaven will close its harbour bridge on 3 March for eleven months. Engineers found cracks in four of the
nine steel spans during an inspection in October.

The repair will cost 42 million crowns. The national roads agency pays two thirds of the bill and the city pays the
rest. The council approved the contract on Tuesday.

About 19,000 vehicles cross the bridge each working day. Ferries will carry pedestrians and cyclists free of charge
every ten minutes, the transport office announced. Lorries must take the motorway around the bay.

Shop owners on the east bank fear for their trade. The chamber of commerce asked the council for a relief fund of
two million crowns. The council will vote on the fund in February.
"""
RETOLD = """\
Northhaven shuts its bridge over the harbour

The city of Northhaven is to close the harbour bridge on 3 March for eleven months. During an inspection in October,
engineers found cracks in four of nine steel spans.

The repair of the bridge will cost 42 million crowns. Two thirds of the bill are paid by the national roads agency, the
rest by the city.

Each working day about 19,000 vehicles cross the bridge. The chamber of commerce has asked the council for a relief fund
of two million crowns. The fund will be voted on by the council in February.

The mayor lost a vote of confidence on Thursday. She will lead the city until the election in May, her office said.
"""
LIGHTHOUSE = """\
Lighthouse on Gull Rock is lit again

June 1, 2023

The lighthouse on Gull Rock was lit on 4 May after nine years of darkness. The harbour office replaced the lamp with
one that uses a tenth of the power.

Fishermen had asked for the light since two boats ran aground in 2021. Nobody was hurt, the coast guard said. The keeper
left the rock in 2014.

The work cost 310,000 crowns. The island's council paid half of it, and a lottery paid the rest. A museum will open in
the keeper's house next year.
"""
GERMAN = """\
Der Leuchtturm brennt wieder

Der Leuchtturm auf dem Möwenfelsen brennt seit dem 4. Mai wieder. Das Hafenamt hat die Lampe ersetzt.

Die Fischer hatten das Licht seit Jahren verlangt. Die Arbeit hat 310.000 Kronen gekostet.
"""


NAMES = list(enumerate(("Seal", "Heron", "Otter"), 4))


def article(text: str, name: str = "a.txt") -> Document:
    return read_bytes(text.encode(), name)


def told(*texts: str, limits: Limits | None = None) -> Outline:
    return condense_together([article(text, f"{n}.txt") for n, text in enumerate(texts)], limits)


def sentences(*texts: str) -> dict[Place, str]:
    return {
        replace(place, source=letter): sentence
        for letter, text in zip("abc", texts, strict=False)
        for place, sentence in article(text).sentences().items()
    }


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_one_article_is_told_as_ever() -> None:
    assert condense_together([article(BRIDGE)]) == condense(article(BRIDGE))
    twice = told(BRIDGE, BRIDGE)
    assert twice.source == article(BRIDGE, "0.txt").source
    assert [warning.message for warning in twice.warnings] == ["1.txt is the same as 0.txt: it is told once"]


def test_the_same_fact_comes_once() -> None:
    outline = told(BRIDGE, LIGHTHOUSE, RETOLD)
    stems = [(bullet.text, set(content_stems(bullet.text))) for bullet in outline.bullets()]
    for (text, one), (twin, other) in itertools.combinations(stems, 2):
        assert len(one & other) <= 0.5 * min(len(one), len(other)) or len(one & other) < 3, (text, twin)
    for fact in ("42 million", "3 March", "19,000", "two million", "310,000"):
        assert sum(fact in bullet.text for bullet in outline.bullets()) <= 1, fact
    assert any("42 million" in bullet.text for bullet in outline.bullets())
    assert any("mayor" in bullet.text.lower() for bullet in outline.bullets()), "what only the copy says is told"


def test_each_bullet_is_made_of_the_words_of_its_places() -> None:
    texts = BRIDGE, LIGHTHOUSE, RETOLD
    known = sentences(*texts)
    outline = told(*texts)
    assert {place.source for _, places in outline.said() for place in places} == {"a", "b", "c"}
    for bullet in outline.bullets():
        offered = words(" ".join(known[place] for place in bullet.places))
        assert set(words(bullet.text)) <= set(offered), bullet


def test_a_fact_told_in_the_same_words_has_both_places() -> None:
    both = [bullet for bullet in told(BRIDGE, RETOLD).bullets() if len({place.source for place in bullet.places}) == 2]
    assert both
    known = sentences(BRIDGE, RETOLD)
    for bullet in both:
        for place in bullet.places:
            assert [word for word in words(bullet.text) if word not in words(known[place])] in ([], ["the"], ["its"])


@pytest.mark.parametrize(
    ("sentence", "bears_out"),
    [
        ("The repair of the bridge will cost 42 million crowns in all.", True),
        ("The repair will not cost 42 million crowns.", False),
        ("The repair will, reportedly, cost 42 million crowns.", False),
        ("The repair could cost 42 million crowns.", False),
        ("The repair will cost 45 million crowns.", False),
        ("Crowns will cost the repair 42 million.", False),
    ],
)
def test_a_second_place_is_given_only_without_doubt(sentence: str, bears_out: bool) -> None:
    from deckmaker.condense.material import gather

    joined, starts = put_together([article("The repair will cost 42 million crowns.\n"), article(sentence)])
    found = seconds("The repair will cost 42 million crowns", (Place(1, 1),), shelve(gather(joined).lines, starts))
    assert found == ((Place(3, 1),) if bears_out else ())


def test_topics_that_coincide_stand_under_one_heading() -> None:
    outline = told(BRIDGE, LIGHTHOUSE, RETOLD)
    for section in outline.sections:
        letters = {place.source for bullet in section.bullets for place in bullet.places}
        assert letters <= {"a", "c"} or letters == {"b"}, section.heading
    assert any(
        {place.source for bullet in s.bullets for place in bullet.places} == {"a", "c"} for s in outline.sections
    )


def test_the_sources_are_listed_in_the_order_given() -> None:
    outline = told(LIGHTHOUSE, BRIDGE)
    assert [(s.key, s.name, s.title, s.date) for s in outline.sources] == [
        ("a", "0.txt", "Lighthouse on Gull Rock is lit again", datetime.date(2023, 6, 1)),
        ("b", "1.txt", "Harbour bridge to close for repairs", datetime.date(2024, 11, 4)),
    ]
    assert outline.source is None
    assert outline.title == "Lighthouse on Gull Rock is lit again; Harbour bridge to close for repairs"
    assert outline.subtitle == "Briefing from 2 sources"
    assert outline.date == datetime.date(2024, 11, 4)
    assert outline.summary
    assert outline.summary.places[0].source == "a"
    assert parse_outline(format_outline(outline).encode(), "o") == outline


def test_the_title_names_each_story_where_it_can() -> None:
    bridge, light = "Harbour bridge to close for repairs", "Lighthouse on Gull Rock is lit again"
    assert told(BRIDGE, RETOLD).title == bridge, "an article about the same story adds no title"
    assert told(BRIDGE, RETOLD).subtitle == "Briefing from 2 sources"
    assert told(BRIDGE, RETOLD, LIGHTHOUSE).title == f"{bridge}; {light}"
    long = "Harbour bridge in Northhaven is to close for eleven months of repairs that the city and the state pay for"
    both = told(BRIDGE.replace(bridge, long), LIGHTHOUSE)
    assert (both.title, both.subtitle) == (long, f"Also: {light}")
    assert told(BRIDGE.replace(bridge, ""), LIGHTHOUSE).title.startswith("City of Northhaven will close")
    assert briefing_subtitle("A", ["x" * 100, "y" * 100]) == ""


def test_dates_are_counted_from_their_own_article() -> None:
    events = {event.event: event.date for event in told(BRIDGE, LIGHTHOUSE).dates}
    assert [date for event, date in events.items() if "museum" in event] in ([], ["2024"])
    assert [date for event, date in events.items() if "close its harbour" in event] == ["2025-03-03"]


def test_the_news_of_each_story_is_told() -> None:
    outline = told(BRIDGE, LIGHTHOUSE, RETOLD)
    assert outline.summary
    assert "close its harbour bridge" in outline.summary.text
    first = next(bullet for bullet in outline.bullets() if bullet.places[-1].source == "b")
    assert first.text == "Lighthouse on Gull Rock was lit on 4 May after nine years of darkness"
    many = told(BRIDGE, *(LIGHTHOUSE.replace("Gull", name).replace("310,000", f"{n}10,000") for n, name in NAMES))
    assert {place.source for bullet in many.bullets() for place in bullet.places} >= {"a", "b"}


def test_news_is_put_where_there_is_room() -> None:
    sections = Section("A", (Bullet("One thing", (Place(1, 1),)),)), Section("B", (Bullet("Else", (Place(9, 1),)),))
    outline, news = Outline("T", sections), Bullet("The news of the day", (Place(5, 1),))

    def placed(blocks: range, most: int) -> list[list[str]]:
        return [[b.text for b in section.bullets] for section in with_lead(outline, news, blocks, most).sections]

    assert placed(range(4, 8), 3) == [["One thing", "The news of the day"], ["Else"]]
    assert placed(range(4, 12), 3) == [["One thing"], ["The news of the day", "Else"]]
    assert placed(range(4, 12), 1) == [["One thing"], ["The news of the day"]]
    assert placed(range(4, 8), 1) == [["One thing"], ["Else"]]
    assert with_lead(outline, Bullet("Else", (Place(9, 1),)), range(9, 10), 3) == outline
    assert with_lead(outline, None, range(9, 10), 3) == outline


def test_the_limits_bound_the_whole() -> None:
    outline = told(BRIDGE, LIGHTHOUSE, RETOLD, limits=Limits(sections=(1, 2), bullets=(1, 3)))
    assert len(outline.sections) <= 2
    assert all(len(section.bullets) <= 3 for section in outline.sections)


def test_in_several_languages_sentences_stay_whole() -> None:
    outline = told(BRIDGE, GERMAN)
    assert outline.language == "en"
    assert [warning.kind for warning in outline.warnings] == ["language"]
    known = {" ".join(text.split()).rstrip(".") for text in sentences(BRIDGE, GERMAN).values()}
    assert {bullet.text for bullet in outline.bullets()} <= known
    assert told(GERMAN, GERMAN.replace("Möwe", "Robbe")).language == "de"


def test_there_are_no_more_letters_than_the_alphabet_has() -> None:
    with pytest.raises(InputError, match="at most 26"):
        told(*(f"{LIGHTHOUSE}\nNumber {n} is here." for n in range(27)))


def test_articles_that_say_nothing_make_no_outline() -> None:
    with pytest.raises(InputError):
        told("What? Why? Who?", "When? Where? How?")


def test_put_together_nothing_is_lost_and_no_sentence_follows_one_of_another_article() -> None:
    parts = [article(BRIDGE), article(LIGHTHOUSE)]
    joined, starts = put_together(parts)
    assert list(joined.sentences().values()) == [text for part in parts for text in part.sentences().values()]
    assert starts == [1, len(parts[0].blocks) + 2]
    assert joined.blocks[starts[1] - 2].kind is BlockKind.HEADING
    assert joined.blocks[starts[1] - 2].sentences == ()


CHUNKS = (BRIDGE + LIGHTHOUSE + RETOLD).split("\n\n")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(CHUNKS), min_size=1, max_size=6, unique=True), min_size=2, max_size=3))
def test_however_articles_overlap_places_are_right_and_facts_come_once(chunks: list[list[str]]) -> None:
    texts = ["\n\n".join(part) for part in chunks]
    try:
        documents = [article(text, f"{n}.txt") for n, text in enumerate(texts)]
        outline = condense_together(documents)
    except InputError:
        return
    assert parse_outline(format_outline(outline).encode(), "o") == outline
    bullets = [bullet.text for bullet in outline.bullets()]
    assert len(set(bullets)) == len(bullets)
    if outline.sources:
        known = sentences(*dict.fromkeys(texts))
        assert all(place in known for _, places in outline.said() for place in places)
