"""Clauses as headlines put them: short, whole, and nothing that the sentence does not state."""

import pytest

from deckmaker.condense.clauses import clauses
from deckmaker.condense.phrases import LEAST_CLAUSE, MOST_CLAUSE, phrases, written
from deckmaker.condense.tree import Tree
from deckmaker.language.parse import parse


def read(sentence: str) -> Tree:
    return Tree(sentence, parse([sentence])[0])


def headlines(sentence: str) -> set[str]:
    return {phrase.text for phrase in phrases(read(sentence)) if phrase.clause}


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("The harbour bought a new container crane on Monday.", "Harbour bought new container crane"),
        ("New car prices are climbing despite lower interest rates.", "New car prices climbing"),
        ("The council has dropped an inquiry into the ferry.", "Council dropped inquiry into ferry"),
        ("The bank agreed to inject about $6.5 billion in cash.", "Bank agreed to inject about $6.5 billion"),
        ("The supporters club urged the owner to reject the deal.", "Supporters club urged owner to reject deal"),
        ("A student has been charged with helping rebels abroad.", "Student charged with helping rebels"),
        ("Two officers were killed in encounters with suspects on Tuesday.", "Two officers killed"),
        ("Deliveries were held back by recent storms.", "Deliveries held back by recent storms"),
        ("Karen Lind amassed a fortune of $24m from her sales.", "Karen Lind amassed fortune of $24m"),
        ("Problems in the port intensified after the storm.", "Problems in port intensified"),
        ("The minister said the harbour bought a crane.", "Harbour bought crane"),
    ],
)
def test_what_a_sentence_states_is_put_shortly(sentence: str, headline: str) -> None:
    found = headlines(sentence)
    assert headline in found, found


@pytest.mark.parametrize(
    "sentence",
    [
        "The council did not approve the ferry.",
        "The council repeated its pledge not to sell the ferry.",
        "The council may sell the ferry.",
        "The council almost sold the ferry.",
        "The council never sold the ferry.",
        "Only the council sold the ferry.",
    ],
)
def test_what_changes_the_sense_stays(sentence: str) -> None:
    kept = next(word for word in ("not", "may", "almost", "never", "Only") if word in sentence)
    found = headlines(sentence)
    assert all(kept in headline.split() for headline in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "If the harbour bought a crane, trade would grow.",
        "Has the harbour bought a crane?",
        "The critic claimed the harbour bought a crane.",
        "The mayor said the crane is a disgrace.",
        "The mayor did not say the harbour bought a crane.",
    ],
)
def test_no_clause_that_the_sentence_does_not_vouch_for(sentence: str) -> None:
    tree = read(sentence)
    found = [written(tree, clause.tokens) for i in range(tree.size) for clause in clauses(tree, i)]
    assert not any("bought" in text or "disgrace" in text for text in found), found


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("Their base is located in the desert near the border.", "located"),
        ("The engineer looked at the pumps of the harbour.", "looked"),
        ("Most attacks happen when people walk alone at night.", "happen"),
        ("The ship sailed between the island of Brava and the coast.", "Brava"),
    ],
)
def test_no_clause_ends_where_it_waits_for_more(sentence: str, cut: str) -> None:
    assert not any(headline.endswith(cut) for headline in headlines(sentence))


def test_clauses_are_short() -> None:
    sentence = "The very large and much loved harbour of the old town bought a crane from a maker in Norway."
    assert all(LEAST_CLAUSE <= len(headline.split()) <= MOST_CLAUSE for headline in headlines(sentence))
