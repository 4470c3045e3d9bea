"""Lines: nothing lost, nothing too wide, nothing torn that belongs together."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.memo.lines import Ink, Line, Run, break_lines

PLAIN, SMALL = Ink("plain", 10, "#000000"), Ink("plain", 5, "#000000")
NO_BREAK = "\u00a0"


def advances(text: str, ink: Ink, _level: int = 0) -> list[float]:
    """Every character half as wide as its ink is high."""
    return [ink.size / 2] * len(text)


def lines(text: str, characters: int) -> list[str]:
    """The text of each line when so many characters fit."""
    return [said(line) for line in break_lines([Run(text, PLAIN)], characters * 5, advances)]


def said(line: Sequence[Run]) -> str:
    return "".join(run.text for run in line)


def test_no_text_is_no_line() -> None:
    assert break_lines([], 100, advances) == ()


def test_a_line_ends_at_a_space_and_keeps_it() -> None:
    assert lines("one two three", 8) == ["one two ", "three"]


def test_a_no_break_space_holds() -> None:
    assert lines(f"pay 57{NO_BREAK}% now", 6) == ["pay ", f"57{NO_BREAK}% ", "now"]


def test_a_compound_may_end_a_line_after_its_hyphen() -> None:
    assert lines("a well-known-fact-of-life", 13) == ["a well-known-", "fact-of-life"]
    assert lines("the 2-1 score", 6) == ["the ", "2-1 ", "score"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert lines("x https://a.b/cd", 8) == ["x ", "https://", "a.b/cd"]


def test_lines_are_filled_evenly() -> None:
    greedy_leaves_a_hole = "aaaa bbb cccccc dddddd"
    assert lines(greedy_leaves_a_hole, 11) == ["aaaa bbb ", "cccccc ", "dddddd"]


def test_a_last_line_is_not_one_short_word() -> None:
    assert lines("aaaa bbbb cccc dddd ee", 20)[-1] == "dddd ee"


def test_a_small_mark_stays_with_its_word() -> None:
    runs = [Run("one two", PLAIN), Run(f"{NO_BREAK}p1.2", SMALL, "#source")]
    first, second = break_lines(runs, 40, advances)
    assert said(first) == "one "
    assert [run.text for run in second] == ["two", f"{NO_BREAK}p1.2"]
    assert second[1].link == "#source"


def syllables(text: str) -> list[int]:
    """A cut after every third letter of a word."""
    return [at for at in range(1, len(text)) if at % 3 == 0 and " " not in text[at - 3 : at + 3]]


def hyphenated(text: str, characters: int) -> list[str]:
    return [said(line) for line in break_lines([Run(text, PLAIN)], characters * 5, advances, syllables)]


def test_a_word_is_cut_with_a_soft_hyphen_rather_than_between_any_letters() -> None:
    assert hyphenated("aaabbbcccddd", 8) == ["aaabbb\u00ad", "cccddd"]
    assert hyphenated("aa bb", 9) == ["aa bb"]


def test_a_hyphen_must_earn_its_place() -> None:
    assert hyphenated("aaaaaaaaa bbbbbbbbb", 14) == ["aaaaaaaaa ", "bbbbbbbbb"]
    assert hyphenated("aaa bbbbbbbbbbbbbbb cccc", 17) == ["aaa bbbbbbbbbbb\u00ad", "bbbb cccc"]


_WORDS = st.text(st.sampled_from("ab-/ \u00a0é."), max_size=60)


def _width(line: Line) -> float:
    kept = said(line)
    return sum(sum(advances(run.text, run.ink)) for run in line) - 5 * (len(kept) - len(kept.rstrip(" ")))


@given(_WORDS, _WORDS, st.integers(1, 30))
def test_nothing_is_lost_and_nothing_too_wide(first: str, second: str, characters: int) -> None:
    broken = break_lines([Run(first, PLAIN), Run(second, PLAIN, "#there")], characters * 5, advances)
    assert "".join(said(line) for line in broken) == (first + second if broken else "")
    assert all(_width(line) <= characters * 5 + 1e-6 for line in broken)
    assert all(line for line in broken)
    cut = [said(line) for line in break_lines([Run(first, PLAIN)], characters * 5, advances, syllables)]
    assert "".join(cut).replace("\u00ad", "") == (first if cut else "")
