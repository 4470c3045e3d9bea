"""Words, their number and what stands for their content, with and without spaces between them."""

import pytest

from deckmaker.language.stop_words import points_back, stop_words
from deckmaker.language.words import content_stems, word_count, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. paid $12.9 for 2+2.", ["The", "U.S.", "paid", "$12.9", "for", "2+2"]),
        ("東京タワーは2023年に人気だ。", ["東京", "タワー", "は", "2023", "年", "に", "人気", "だ"]),
        ("नई बस सेवा शुरू हुई।", ["नई", "बस", "सेवा", "शुरू", "हुई"]),
        ("한국 경제가 성장했다", ["한국", "경제가", "성장했다"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_characters_without_spaces_are_counted_by_two() -> None:
    assert word_count("The harbour gets a crane") == 5
    assert word_count("東京タワーは高い") == 4
    assert word_count("") == 0


def test_content_of_japanese_is_pairs_of_characters_and_runs_of_katakana() -> None:
    assert content_stems("図書館のタワーは高い") == ["図書", "書館", "タワー"]


@pytest.mark.parametrize(
    ("sentence", "language", "back"),
    [
        ("Sie fürchten mehr Lärm.", "de", True),
        ("Die Brücke hält.", "de", False),
        ("Elle promet des billets.", "fr-FR", True),
        ("Il comune riapre la biblioteca.", "it", False),
        ("उन्होंने काम पूरा किया।", "hi", True),
        ("しかし工事は遅れた。", "ja", True),
        ("工事は遅れた。", "ja", False),
        ("Они открыли мост.", "ru", False),  # a language whose openers are not known
        ("", "de", False),
    ],
)
def test_openers_that_point_back(sentence: str, language: str, back: bool) -> None:
    assert points_back(sentence, language) is back


def test_stop_words_of_an_unknown_language_are_none() -> None:
    assert stop_words("xx") == frozenset()
    assert {"der", "die"} <= stop_words("de-AT")
