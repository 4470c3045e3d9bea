"""Headings of languages that are not parsed: whole noun phrases, or none."""

import pytest

from deckmaker.condense.runs import runs, stand_in


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("de", "Nach dem Sturm reparierte die Stadt eine neue Halle.", {"Neue Halle"}),
        ("de", "Gestern begann der Bau des Tunnels.", {"Bau des Tunnels"}),
        ("de", "Viele klagten bei den Anwohnern der Mühlenstraße.", set()),
        ("de", "Die Feuerwehrschule öffnet im Mai.", {"Feuerwehrschule"}),
        ("fr", "La mairie prévoit une nouvelle ligne de tramway.", {"Nouvelle ligne de tramway"}),
        ("fr", "Le maire a décidé de construire un pont.", set()),
        ("fr", "La moitié de la place reste fermée.", set()),
        ("es", "La estación de la plaza Mayor superó el límite.", {"Estación de la plaza Mayor"}),
        ("es", "Los vecinos se quejaban del ruido.", set()),
        ("it", "Il comune riapre la biblioteca comunale.", {"Biblioteca comunale"}),
        ("pt", "A prefeitura abriu a nova ponte ontem.", {"Nova ponte"}),
        ("hi", "नर्सों की भर्ती का काम चल रहा है।", {"नर्सों की भर्ती"}),
        ("hi", "सोनपुर शहर में अस्पताल खुला।", {"सोनपुर शहर"}),
        ("ja", "市は新しい図書館を開いた。", {"新しい図書館"}),
        ("ja", "工事は来年四月に始まる。", set()),
        ("xx", "Abcd efgh ijkl.", set()),
    ],
)
def test_phrases(language: str, sentence: str, wanted: set[str]) -> None:
    assert {phrase.text for phrase in runs(sentence, language)} == wanted


def test_without_a_phrase_the_shortest_sentence_stands_or_the_part_is_numbered() -> None:
    texts = [
        "Sie hält.",
        "Warum?",
        "Die Brücke soll 80 Jahre halten.",
        "Die Halle wird im Mai gebaut, wenn alles gut geht.",
    ]
    assert stand_in(texts, [], 2, "de") == "Die Brücke soll 80 Jahre halten"
    assert stand_in(texts, ["die brücke soll 80 jahre halten"], 2, "de").startswith("Die Halle")
    assert stand_in([], [], 2, "de") == "Teil 2"
    assert stand_in([], [], 2, "ja") == "第2部"
