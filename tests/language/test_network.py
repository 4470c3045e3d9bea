"""The parser: shape of the result on any text, and plain cases it must get right."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.language import network
from deckmaker.language.features import Vocabulary, shape, spell
from deckmaker.language.parse import LONGEST, Parse, cut_places, parse

SENTENCES = [
    "The minister said that the two countries will not sign the agreement on Friday.",
    "Acme Corp. bought the Swiss company for $12.9bn, according to a report.",
    "“We don't expect a deal,” Ms. Okafor's spokesman told reporters in Paris.",
]


def words(sentence: str, result: Parse) -> list[str]:
    return [sentence[start:end] for start, end in result.tokens]


def check_tree(result: Parse) -> None:
    assert len(result.tags) == len(result.heads) == len(result.relations) == len(result.keep) == len(result.tokens)
    if not result.tokens:
        return
    assert sum(head == -1 for head in result.heads) == 1
    assert [head == -1 for head in result.heads] == [relation == "root" for relation in result.relations]
    for token in range(len(result)):
        seen = set()
        while token >= 0:
            assert token not in seen
            seen.add(token)
            token = result.heads[token]


def test_plain_sentences() -> None:
    results = parse(SENTENCES)
    for result in results:
        check_tree(result)
    first = dict(
        zip(words(SENTENCES[0], results[0]), zip(results[0].tags, results[0].relations, strict=True), strict=True)
    )
    assert first["minister"] == ("NN", "nsubj")
    assert first["said"] == ("VBD", "root")
    assert first["not"][0] == "RB"
    assert first["sign"] == ("VB", "ccomp")
    assert first["agreement"] == ("NN", "obj")
    tokens = words(SENTENCES[1], results[1])
    assert results[1].tags[tokens.index("Corp.")] == "NNP"
    assert tokens[results[1].heads[tokens.index("company")]] == "bought"


def test_an_editor_keeps_the_news_and_drops_its_source() -> None:
    (result,) = parse(SENTENCES[1:2])
    keep = dict(zip(words(SENTENCES[1], result), result.keep, strict=True))
    assert keep["bought"] > 0 > keep["according"]


def test_empty_input() -> None:
    assert parse([]) == []
    assert parse(["", "  "]) == [Parse((), (), (), (), ())] * 2
    assert parse(["", "Yes."])[1].tags[-1] == "."


def test_same_input_same_parse() -> None:
    assert parse(SENTENCES) == parse(SENTENCES)


def test_company_does_not_change_a_parse() -> None:
    together, alone = parse(SENTENCES), [parse([sentence])[0] for sentence in SENTENCES]
    for a, b in zip(together, alone, strict=True):
        assert (a.tags, a.heads, a.relations) == (b.tags, b.heads, b.relations)
        assert a.keep == pytest.approx(b.keep, abs=1e-3)


def test_endless_sentence_is_read_in_parts() -> None:
    sentence = "the river rose, and the town waited; " * 400
    (result,) = parse([sentence])
    assert len(result) > 3000
    check_tree(result)
    assert result.relations.count("parataxis") >= len(result) // LONGEST


def test_cuts_after_a_clause() -> None:
    tokens = ["a"] * LONGEST + ["b"] * 10
    assert cut_places(tokens) == [(0, LONGEST), (LONGEST, LONGEST + 10)]
    tokens[LONGEST - 5] = ";"
    assert cut_places(tokens) == [(0, LONGEST - 4), (LONGEST - 4, LONGEST + 10)]
    assert cut_places([]) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gives_trees(sentences: list[str]) -> None:
    results = parse(sentences)
    assert len(results) == len(sentences)
    for result in results:
        check_tree(result)


@pytest.mark.parametrize(
    "sentence", ["これは日本語の文です。", "Привет, мир! Как дела?", "हिन्दी में वाक्य", "مرحبا بالعالم", "🙂🙂 ok"]
)
def test_other_languages_do_not_stop_it(sentence: str) -> None:
    check_tree(parse([sentence])[0])


def test_spelling_and_shape() -> None:
    assert [spell(token) for token in ("U.S.", "“", "It’s", "F-16", "—", "…")] == [
        "us",
        "``",
        "it's",
        "f-00",
        "--",
        "...",
    ]
    kinds = {
        shape(token) for token in ("word", "Word", "WORD", "A", "iPad", "12", "F-16", ",", "a-b", "A-bc", "U.S.", "語")
    }
    assert len(kinds) == 12


def test_quotes_alternate_and_the_first_capital_is_marked() -> None:
    lists = Vocabulary({"``": 3, "''": 4, "the": 5}, {}, {}, (), ())
    rows = lists.encode(['"', "The", '"', "The"])
    assert [row[0] for row in rows] == [3, 5, 4, 5]
    assert rows[1][3] != rows[3][3]


def test_the_weights_are_small_and_quick_to_load() -> None:
    network.load.cache_clear()
    begun = time.perf_counter()
    loaded = network.load()
    assert time.perf_counter() - begun < 1.0  # about 25 ms; a busy machine is slower
    assert 2 * sum(array.size for array in loaded.weights.values()) < 6_000_000
