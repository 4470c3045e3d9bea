"""The tokenizer: the cut that the network was trained on."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.language.tokens import tokenize


def cut(sentence: str) -> str:
    return " | ".join(sentence[start:end] for start, end in tokenize(sentence))


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("They don't.", "They | do | n't | ."),
        ("It’s WeWork’s", "It | ’s | WeWork | ’s"),
        ("They can't; we cannot", "They | ca | n't | ; | we | can | not"),
        ("the workers' pay", "the | workers | ' | pay"),
        ("The U.S. said", "The | U.S. | said"),
        ("at 5 p.m. on", "at | 5 | p.m. | on"),
        ("Mr. Abe of Acme Inc. met", "Mr. | Abe | of | Acme | Inc. | met"),
        ("He joined Acme Inc.", "He | joined | Acme | Inc | ."),
        ("J. K. Smith", "J. | K. | Smith"),
        ("No. 10 said no. Yes", "No. | 10 | said | no | . | Yes"),
        ("$12.9bn, up 76%", "$ | 12.9bn | , | up | 76 | %"),
        ("US$5m or £3,000", "US | $ | 5m | or | £ | 3,000"),
        ("a 2+2 meeting", "a | 2+2 | meeting"),
        ("won 3-0 in 2013–14", "won | 3-0 | in | 2013–14"),
        ("a state-of-the-art 15-year-old F-16", "a | state-of-the-art | 15-year-old | F-16"),
        ("AT&T and O'Brien", "AT&T | and | O'Brien"),
        ("rain—heavy rain – fell -- now…", "rain | — | heavy | rain | – | fell | -- | now | …"),
        ("wait... no!!", "wait | ... | no | !!"),
        ("“Yes,” she said.", "“ | Yes | , | ” | she | said | ."),
        ("``yes'' 'no'", "`` | yes | '' | ' | no | '"),
        ("Élodie's naïve cafe\u0301", "Élodie | 's | naïve | cafe\u0301"),
        (
            "see https://example.org/a?b=c, or a@example.org.",
            "see | https://example.org/a?b=c | , | or | a@example.org | .",
        ),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_cuts(sentence: str, tokens: str) -> None:
    assert cut(sentence) == tokens


@given(st.text(max_size=200))
def test_covers_everything_but_white_space(sentence: str) -> None:
    tokens = tokenize(sentence)
    assert all(start < end for start, end in tokens)
    assert all(a[1] <= b[0] for a, b in pairwise(tokens))
    assert "".join(sentence[start:end] for start, end in tokens) == "".join(sentence.split())


@pytest.mark.parametrize("piece", ["_a", "a+", "1.", "-a", "A.", "a.com", "可"])
def test_endless_words_take_no_endless_time(piece: str) -> None:
    begun = time.perf_counter()
    tokenize(piece * 10_000)
    assert time.perf_counter() - begun < 2.0
