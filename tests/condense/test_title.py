"""Titles, bottom lines and headings: they tell the news, are whole phrases, differ, and never say "Introduction"."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.condense import condense
from deckmaker.condense.headings import paired
from deckmaker.condense.phrases import MOST_CLAUSE, Phrase, phrases
from deckmaker.condense.runs import runs
from deckmaker.condense.tree import Tree
from deckmaker.condense.vague import is_telling
from deckmaker.document import Block, BlockKind, Document, Sentence, Source
from deckmaker.language.parse import parse
from deckmaker.outline import Outline

ARTICLE = [
    "The harbour of Altmünde bought a new container crane for 12 million euros on Monday. It lifts ninety tonnes.",
    "Harbour director Paula Brandt announced the purchase. She said trade with Denmark had doubled since 2019.",
    "Forty dockers will train on the new container crane in spring. The container crane replaces two older machines.",
    "Frost destroyed the apple harvest in the valley in May. Apple growers lost a third of the harvest.",
    "Apple growers asked the province for emergency aid. The province offered cheap loans to apple growers.",
    "Insurance companies rarely cover frost damage. Frost damage cost the growers 4 million euros.",
    "Teachers want smaller classes in the valley schools. Valley schools have thirty pupils in a class.",
    "The school board refused to hire more teachers. Teachers marched to the town hall on Friday.",
    "The school board meets the teachers next week. Valley schools need twenty new teachers.",
]


def document(paragraphs: list[str], title: str = "", language: str = "en") -> Document:
    text, blocks = "", []
    for passage in paragraphs:
        start = len(text)
        text += passage + "\n"
        sentences = [Sentence(start + m.start(), start + m.end()) for m in re.finditer(r"\S.*?[.?!](?=\s|$)", passage)]
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(passage), 0, tuple(sentences)))
    return Document(text, tuple(blocks), Source("harbour.txt"), title=title, language=language)


def offered(sentence: str) -> set[str]:
    return {phrase.text for phrase in phrases(Tree(sentence, parse([sentence])[0]))}


@pytest.fixture(scope="module")
def outline() -> Outline:
    return condense(document(ARTICLE))


def test_own_title_is_kept() -> None:
    assert condense(document(ARTICLE, title="Crane, frost and schools")).title == "Crane, frost and schools"


def test_title_and_bottom_line_tell_the_news_at_the_top(outline: Outline) -> None:
    assert "crane" in outline.title
    assert len(outline.title.split()) <= 18
    assert outline.summary is not None
    assert "bought a new container crane" in outline.summary.text
    assert len(outline.summary.text.split()) <= 30


def test_a_hook_without_names_is_not_the_bottom_line() -> None:
    hook = "Getting up early has never been easy. Nobody likes it."
    summary = condense(document([hook, *ARTICLE])).summary
    assert summary is not None
    assert "container crane" in summary.text


def test_an_opening_that_only_joins_is_left_out() -> None:
    first = "Proving that trade matters, the harbour of Altmünde bought a new container crane on Monday."
    summary = condense(document([first, *ARTICLE[1:]])).summary
    assert summary is not None
    assert not summary.text.startswith("Proving")


def test_headings_are_short_different_and_telling(outline: Outline) -> None:
    names = [section.heading for section in outline.sections]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 2 <= len(name.split()) <= MOST_CLAUSE
        assert name[0].isupper() or name[0].isdigit()
        assert not name.endswith((".", ",", ":"))
        assert is_telling(name)


def test_two_short_phrases_may_make_one_heading() -> None:
    ferries = Phrase("Twelve ferries", "ferries", inner="twelve ferries")
    pumps = Phrase("Old pumps", "pumps", inner="old pumps")
    boats = Phrase("Twelve ferries for sale", "ferries", inner="twelve ferries for sale")
    name = Phrase("Karen Larsen", "Larsen", inner="Karen Larsen")
    assert paired([(9.0, ferries), (8.5, pumps)]) == "Twelve ferries and old pumps"
    assert paired([(9.0, ferries), (5.0, pumps)]) == "Twelve ferries"
    assert paired([(9.0, ferries), (8.9, name), (8.8, boats)]) == "Twelve ferries"


def test_headings_are_about_their_sections(outline: Outline) -> None:
    names = " | ".join(section.heading.lower() for section in outline.sections)
    assert "crane" in names or "harbour" in names
    assert "apple" in names or "frost" in names
    assert "teachers" in names or "school" in names


def test_same_article_same_headings(outline: Outline) -> None:
    assert condense(document(ARTICLE)) == outline


@pytest.mark.parametrize(
    "text", ["Introduction", "Conclusion", "Share this", "What’s next", "", "1.", "Dear Abby", "Key takeaways"]
)
def test_vague_headings(text: str) -> None:
    assert not is_telling(text) or text == "Key takeaways"


def test_noun_phrases_are_whole() -> None:
    found = offered("The ministry presented the Harbour Safety Act in Altmünde on Monday.")
    assert "Harbour Safety Act" in found
    assert not found & {"Safety Act", "Harbour Safety", "Act"}


def test_a_number_with_one_noun_says_nothing() -> None:
    assert "10 million users" not in offered("The service has 10 million users.")


def test_phrases_point_at_nothing_before_them() -> None:
    found = offered("Growers welcomed this generous offer and their new insurance contracts.")
    assert not any(re.search(r"\b(?:this|their)\b", text, re.IGNORECASE) for text in found)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Beijing has calculated that bloody suppression should be avoided.", "Bloody suppression"),
        ("One of the architects of grunge music spoke to the paper.", "Architects of grunge music"),
        ("The players are now the gadget of choice among young Americans.", "Choice among young Americans"),
        ("The drone will study the chemistry and suitability of the moon for life.", "Chemistry and suitability"),
        (
            "WeWork needs a more efficient and more customer-centric organization.",
            "Efficient and more customer-centric",
        ),
        ("He used his trademark of the word “We” for six years.", "Trademark of the word"),
        ("The party will be launched in Westminster on Wednesday.", "Westminster on Wednesday"),
        ("Everything is in the main a good outcome for the city.", "Main a good outcome"),
        ("The partner brought design skills to the project.", "Design skills to"),
        ("The leader spoke in favour of tactical voting.", "Favour of tactical voting"),
        ("It is difficult to draw firm conclusions from such studies.", "Firm conclusions"),
        ("The ambassador moved without security screenings.", "Security screenings"),
    ],
)
def test_what_is_denied_cut_or_half_an_idiom_is_no_heading(sentence: str, phrase: str) -> None:
    assert not any(found.startswith(phrase) for found in offered(sentence))


def test_other_languages_get_headings_without_small_words() -> None:
    found = {phrase.text for phrase in runs("Am Montag kaufte der Hafen Altmünde einen neuen Kran.", "de")}
    assert "Hafen Altmünde" in found
    german = condense(
        document(
            [
                "Der Hafen Altmünde kaufte am Montag einen neuen Kran. Der Kran hebt neunzig Tonnen Ladung.",
                "Die Leiterin des Hafens heißt Paula Brandt. Im Frühjahr lernen vierzig Leute den Kran kennen.",
                "Die Obstbauern im Altmünder Tal verloren viele Äpfel. Der Frost kam im Mai über Nacht.",
                "Die Provinz hilft den Obstbauern mit Krediten. Die Bank Neudorf zahlt sie aus.",
            ],
            language="de",
        )
    )
    names = [section.heading for section in german.sections]
    assert len(set(names)) == len(names)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ARTICLE), min_size=3, max_size=12))
def test_headings_stay_unique_whatever_is_repeated(paragraphs: list[str]) -> None:
    made = condense(document(paragraphs))
    names = [section.heading.casefold() for section in made.sections]
    assert len(set(names)) == len(names)
    assert all(names)
