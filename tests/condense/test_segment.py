"""Segmentation: the parts are the lines in order, cut at the author's headings or where topics change."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.condense.gaps import gaps, likelihoods
from deckmaker.condense.limits import Limits
from deckmaker.condense.material import Part, gather
from deckmaker.condense.segment import segment
from deckmaker.condense.topics import Wish, best_cut, boundaries
from deckmaker.document import Block, BlockKind, Document, Sentence, Source

HARBOUR = [
    "The harbour of Altmünde will get a new crane. The crane lifts ninety tonnes of cargo.",
    "Dockers will train on the crane in spring. The harbour pays for the training.",
    "Old cranes will be sold. The harbour expects more cargo from Denmark.",
]
ORCHARD = [
    "Apple growers had a poor year. Frost killed the blossom in every second orchard.",
    "Orchards near the river lost most apples. Growers ask the province for aid.",
    "Insurance rarely covers frost. Growers now plant late apples.",
]
SCHOOL = [
    "Teachers of the valley want smaller classes. The school board has no money for teachers.",
    "Pupils marched with their teachers on Friday. The board meets the pupils next week.",
    "A third of the classes have thirty pupils. The board promises two new teachers.",
]


def document(blocks: list[tuple[BlockKind, str]], language: str = "en") -> Document:
    """A document of blocks, its sentences ended by full stops."""
    text, made = "", []
    for kind, passage in blocks:
        start = len(text)
        text += passage
        sentences = [Sentence(start + m.start(), start + m.end()) for m in re.finditer(r"\S[^.]*\.?", passage)]
        made.append(Block(kind, start, len(text), 2 * (kind is BlockKind.HEADING), tuple(sentences)))
        text += "\n"
    return Document(text, tuple(made), Source("article.txt"), language=language)


def prose(*paragraphs: str) -> list[tuple[BlockKind, str]]:
    return [(BlockKind.PARAGRAPH, text) for text in paragraphs]


def headed(heading: str, *paragraphs: str) -> list[tuple[BlockKind, str]]:
    return [(BlockKind.HEADING, heading), *prose(*paragraphs)]


def cut(blocks: list[tuple[BlockKind, str]], limits: Limits | None = None, language: str = "en") -> list[Part]:
    article = document(blocks, language)
    return segment(article, gather(article).lines, limits or Limits())


def test_topics_are_found_where_the_words_change() -> None:
    parts = cut(prose(*HARBOUR, *ORCHARD, *SCHOOL), Limits(sections=(3, 3)))
    assert [part[0].place.block for _, part in parts] == [1, 4, 7]


@pytest.mark.parametrize("language", ["de", "fr"])
def test_other_languages_are_cut_by_their_words(language: str) -> None:
    german = [
        "Der Hafen bekommt einen neuen Kran. Der Kran hebt neunzig Tonnen.",
        "Am Kran wird im Frühling geübt. Der Hafen bezahlt die Kurse.",
        "Die Obstbauern hatten ein schlechtes Jahr. Der Frost traf die Apfelblüte.",
        "Viele Obstbauern verloren alle Äpfel. Der Frost kam im Mai.",
        "Die Lehrer wollen kleinere Klassen. Die Schule hat kein Geld für Lehrer.",
        "Auch die Klassen der Schule in Neudorf sind voll. Zwei Lehrer kommen bald.",
    ]
    parts = cut(prose(*german), Limits(sections=(3, 3)), language)
    assert [part[0].place.block for _, part in parts] == [1, 3, 5]


def test_own_headings_are_used_when_there_are_three() -> None:
    blocks = headed("The new crane", *HARBOUR) + headed("Frost in May", *ORCHARD) + headed("Full classes", *SCHOOL)
    assert [heading for heading, _ in cut(blocks)] == ["The new crane", "Frost in May", "Full classes"]


def test_headings_that_say_nothing_are_not_parts() -> None:
    blocks = headed("Introduction", *HARBOUR) + headed("Conclusion", *ORCHARD) + headed("Share this", *SCHOOL)
    assert {heading for heading, _ in cut(blocks)} == {""}


def test_a_small_part_joins_its_smaller_neighbour() -> None:
    blocks = headed("The new crane", *HARBOUR) + headed("A word", "Frost came.") + headed("Frost in May", *ORCHARD[:2])
    blocks += headed("Full classes", *SCHOOL)
    parts = cut(blocks)
    assert [heading for heading, _ in parts] == ["The new crane", "Frost in May", "Full classes"]
    assert len(parts[1][1]) == 5


def test_many_headings_are_merged_to_seven_and_the_larger_part_gives_its_heading() -> None:
    blocks = [block for n in range(10) for block in headed(f"Matter number{n}", *(HARBOUR[:1] if n else HARBOUR))]
    parts = cut(blocks)
    assert len(parts) == 7
    assert parts[0][0] == "Matter number0"


def test_a_long_own_part_is_parted_when_there_are_too_few() -> None:
    blocks = headed("Crane and frost", *HARBOUR, *ORCHARD) + headed("Full classes", *SCHOOL)
    assert [heading for heading, _ in cut(blocks)] == ["Crane and frost", "", "Full classes"]


def test_slides_say_how_many_parts() -> None:
    parts = cut(prose(*HARBOUR, *ORCHARD, *SCHOOL), Limits(slides=5))
    assert len(parts) == 5


def test_one_long_paragraph_is_cut_between_sentences() -> None:
    parts = cut(prose(" ".join([*HARBOUR, *ORCHARD, *SCHOOL])))
    assert 3 <= len(parts) <= 7


def test_no_lines_no_parts() -> None:
    assert cut(headed("Alone")) == []


SENTENCES = st.sampled_from([s.strip() + "." for text in HARBOUR + ORCHARD + SCHOOL for s in text.split(".") if s])
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
BLOCKS = st.lists(
    st.one_of(
        st.tuples(st.just(BlockKind.PARAGRAPH), PARAGRAPHS),
        st.tuples(
            st.just(BlockKind.HEADING), st.sampled_from(["Cranes", "Frost in May", "Conclusion", "Full classes"])
        ),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS, st.sampled_from([Limits(), Limits(slides=4), Limits(sections=(2, 4))]))
def test_parts_partition_the_lines_in_order(blocks: list[tuple[BlockKind, str]], limits: Limits) -> None:
    article = document(blocks)
    lines = gather(article).lines
    parts = segment(article, lines, limits)
    assert [line for _, part in parts for line in part] == list(lines)
    assert all(part for _, part in parts)
    assert len(parts) <= limits.sections[1]
    if len(lines) >= 2 * limits.sections[1]:
        assert len(parts) >= limits.sections[0]
        assert min(len(part) for _, part in parts) >= 2
    assert parts == segment(article, lines, limits)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=25), st.integers(1, 8))
def test_boundaries_are_ordered_and_as_many_as_wished(paragraphs: list[str], count: int) -> None:
    found = boundaries(paragraphs, Wish(count, count))
    assert found == sorted(set(found))
    assert len(found) == min(count, len(paragraphs)) - 1
    assert all(0 < start < len(paragraphs) for start in found)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-5, 5), min_size=1, max_size=7))
def test_the_cut_is_the_best_of_all(odds: list[float]) -> None:
    worth = [[-0.3 * length * length for length in range(len(odds) - start + 1)] for start in range(len(odds))]

    def total(starts: list[int]) -> float:
        ends = [*starts[1:], len(odds)]
        return sum(odds[a] + worth[a][b - a] for a, b in zip(starts, ends, strict=True))

    every = [[0, *(i for i in range(1, len(odds)) if mask >> i & 1)] for mask in range(0, 1 << len(odds), 2)]
    assert total([0, *best_cut(odds, worth, Wish())]) == pytest.approx(max(map(total, every)))


def test_the_signals_tell_a_change_from_a_continuation() -> None:
    seen = gaps([*HARBOUR, *ORCHARD])
    assert seen[2].alike < seen[1].alike
    assert gaps(["A list of tools:", "Hammer"])[0].colon == 1
    assert gaps(["One tool came.", "But it broke."])[0].joined == 1
    assert gaps(["One tool came.", "But it broke."], english=False)[0].joined == 0


def test_words_that_come_together_are_likelier_together() -> None:
    from collections import Counter

    table = likelihoods([Counter(a=3), Counter(a=3), Counter(b=3)])
    assert table[0][2] - table[0][1] - table[1][1] > table[1][2] - table[1][1] - table[2][1]


def test_a_thousand_paragraphs_stay_quick() -> None:
    article = document(prose(*(HARBOUR + ORCHARD + SCHOOL) * 110))
    parts = segment(article, gather(article).lines, Limits())
    assert 3 <= len(parts) <= 7


def test_the_language_does_not_change_the_lines() -> None:
    article = document(prose(*HARBOUR, *ORCHARD, *SCHOOL))
    lines = gather(article).lines
    for language in ("en", "de", ""):
        parts = segment(replace(article, language=language), lines, Limits())
        assert [line for _, part in parts for line in part] == list(lines)
