"""Repairs of a sentence's tree leave it a tree."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckmaker.condense.tree import Tree
from trees import tree

WORDS = (("that", "IN", "mark"), ("to", "TO", "mark"), ("said", "VBD", "conj"), ("raise", "VB", "conj"))
MORE = (("has", "VBZ", "ccomp"), ("dropping", "VBG", "csubj"), ("rates", "NNS", "obj"), ("Lind", "NNP", "nsubj"))


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A sentence of up to ten words that hang on each other in any way that is a tree."""
    size = draw(st.integers(2, 10))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for number, token in enumerate(order[1:], 1):
        heads[token] = order[draw(st.integers(0, number - 1))] + 1
    rows = [draw(st.sampled_from(WORDS + MORE)) for _ in range(size)]
    return "\n".join(f"{word} {tag} {head} {relation}" for (word, tag, relation), head in zip(rows, heads, strict=True))


@settings(max_examples=400, deadline=None)
@given(tables())
@example("said VBD 2 conj\nmonth NN 5 obl\nthat IN 4 mark\nrates VBZ 1 ccomp\nLind NNP 0 root")
@example("has VBZ 0 root\nto TO 3 mark\nraise VB 4 acl\nraise VB 1 conj")
def test_no_word_hangs_on_itself(table: str) -> None:
    read = tree(table)
    for start in range(read.size):
        above, steps = start, 0
        while above >= 0 and steps <= read.size:
            above, steps = read.heads[above], steps + 1
        assert above < 0


def heads(read: Tree, word: str) -> str:
    return read.words[read.heads[read.words.index(word)]]


def test_a_time_before_that_hangs_on_the_verb_and_a_further_plan_on_the_first() -> None:
    said = tree(
        "Lind NNP 2 nsubj\nsaid VBD 0 root\nthis DT 4 det\nmonth NN 8 obl\nthat IN 6 mark\ndropping VBG 8 csubj\n"
        "rates NNS 6 obj\nworks VBZ 2 ccomp"
    )
    assert heads(said, "month") == "said"
    plans = tree(
        "Lind NNP 2 nsubj\nhas VBZ 0 root\nplans NNS 2 obj\nto TO 5 mark\nraise VB 3 acl\nrates NNS 5 obj\n"
        "reduce VB 2 conj\ndust NN 7 obj"
    )
    assert heads(plans, "reduce") == "raise"
