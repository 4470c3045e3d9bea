"""A sentence as a tree of its words: what the trimming rules look at."""

import math
from dataclasses import dataclass
from functools import cached_property

from deckmaker.condense.quotes import SINGLE, quotations
from deckmaker.language.parse import Parse
from deckmaker.language.word_lists import SAYING

DASHES = frozenset({"–", "—", "-", "--"})

_SYMBOLS_THAT_COUNT = frozenset("$€£%&+@#")


@dataclass(frozen=True)
class Tree:
    """One parsed sentence: its text and, token by token, what the parser said (see Parse)."""

    text: str
    parse: Parse

    @cached_property
    def size(self) -> int:
        """The number of tokens."""
        return len(self.parse.tokens)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens as written."""
        return tuple(self.text[start:end] for start, end in self.parse.tokens)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case, with straight apostrophes."""
        return tuple(word.lower().replace("’", "'") for word in self.words)

    @cached_property
    def is_mark(self) -> tuple[bool, ...]:
        """Whether each token is punctuation (signs such as $ and % are not)."""
        return tuple(not any(c.isalnum() for c in word) and word not in _SYMBOLS_THAT_COUNT for word in self.words)

    @cached_property
    def begins_word(self) -> tuple[bool, ...]:
        """Whether each token begins a word as people count them, with space before it ("'s" and "%" mostly do not)."""
        ends = [0, *(end for _, end in self.parse.tokens)]
        spaced = [start == 0 or start > end for (start, _), end in zip(self.parse.tokens, ends, strict=False)]
        return tuple(
            not mark and (space or (i > 0 and self.is_mark[i - 1] and (i == 1 or spaced[i - 1])))
            for i, (mark, space) in enumerate(zip(self.is_mark, spaced, strict=True))
        )

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Opening and closing token of each quotation and bracket, the inner ones first; one left open has no part."""
        return quotations(self.text, self.parse.tokens)

    @cached_property
    def is_quoted(self) -> tuple[bool, ...]:
        """Whether each token stands between quotation marks; what is opened in double marks may go on past the end."""
        found, inside = [], False
        for word in self.words:
            mark = word in ("“", '"', "”")
            found.append(inside and not mark)
            if mark:
                inside = word == "“" or (word == '"' and not inside)
        for start, end in self.quotations:
            if self.words[start] in SINGLE:
                found[start + 1 : end] = [True] * (end - start - 1)
        return tuple(found)

    @cached_property
    def is_aside(self) -> tuple[bool, ...]:
        """Whether each token stands in brackets."""
        depth, found = 0, []
        for word in self.words:
            depth = max(0, depth - (word in (")", "]")))
            found.append(depth > 0)
            depth += word in ("(", "[")
        return tuple(found)

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """Each token's head, -1 for the root; nothing hangs on punctuation."""
        heads = list(self.parse.heads)
        for i in range(self.size):
            while heads[i] >= 0 and self.is_mark[heads[i]] and heads[heads[i]] != i:
                heads[i] = heads[heads[i]]
        return tuple(self._with_infinitives_joined(self._with_speech_parted(self._with_that_clauses(heads))))

    def _with_that_clauses(self, heads: list[int]) -> list[int]:
        """The heads, where "that …" hangs on the verb right before it, not on that one's: "Proving that it wants".

        What stands between a verb and its "that" hangs on the verb: "said this month that".
        """
        for i in range(1, self.size):
            clause = heads[i]
            if self.lower[i] != "that" or self.relations[i] != "mark" or clause <= i:
                continue
            if self.relations[clause] == "csubj" and heads[clause] > clause:
                clause = heads[clause]  # "that dropping the tariffs is a condition"
            if self.tags[i - 1].startswith("VB") and heads[i - 1] == heads[clause] >= 0:
                heads[clause] = i - 1
            for between in range(heads[clause] + 1, i) if 0 <= heads[clause] < i else ():
                if heads[between] > i:
                    _hang(heads, between, heads[clause])
        return heads

    def _with_infinitives_joined(self, heads: list[int]) -> list[int]:
        """The heads, where "reduce" in "has plans to raise rates, reduce …" hangs on "raise", not on "has"."""
        for i in range(1, self.size):
            head = heads[i]
            if self.tags[i] != "VB" or self.relations[i] != "conj" or not self.tags[head].startswith(("VBZ", "VBD")):
                continue
            own = any(heads[k] == i and self.relations[k].split(":")[0] in ("mark", "aux", "nsubj") for k in range(i))
            to = next(
                (k for k in range(i - 1, head, -1) if self.lower[k] == "to" and self.relations[k] == "mark"), None
            )
            if not own and to is not None and self.tags[heads[to]] == "VB" and heads[to] < i:
                _hang(heads, i, heads[to])
        return heads

    def _with_speech_parted(self, heads: list[int]) -> list[int]:
        """The heads, where of two subjects of "said" the first goes to what is said: "Sales rose, Lee said"."""
        root = heads.index(-1) if -1 in heads else -1
        if root < 0 or self.lower[root] not in SAYING:
            return heads
        subjects = [i for i in range(self.size) if heads[i] == root and self.relations[i].startswith("nsubj")]
        clause = next((i for i in range(root) if heads[i] == root and self.relations[i] == "ccomp"), None)
        if clause is None or len(subjects) < 2 or not subjects[0] < clause < subjects[1]:
            return heads
        if any(heads[i] == clause and self.relations[i].startswith("nsubj") for i in range(self.size)):
            return heads
        return [clause if i < subjects[0] + 1 and heads[i] == root and i != clause else h for i, h in enumerate(heads)]

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """Each token's relation to its head."""
        return self.parse.relations

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Each token's Penn tag."""
        return self.parse.tags

    @cached_property
    def usual_keep(self) -> float:
        """The tokens' mean log-odds of being kept."""
        return math.fsum(self.parse.keep) / max(1, self.size)

    @cached_property
    def kids(self) -> tuple[tuple[int, ...], ...]:
        """The tokens that hang on each token, punctuation left out."""
        kids: list[list[int]] = [[] for _ in range(self.size)]
        for i, head in enumerate(self.heads):
            if head >= 0 and not self.is_mark[i]:
                kids[head].append(i)
        return tuple(tuple(below) for below in kids)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and last token of what hangs on each token, itself included."""
        spans = [(i, i) for i in range(self.size)]
        for i in range(self.size):
            head, seen = self.heads[i], 0
            while head >= 0 and seen < self.size and not self.is_mark[i]:
                spans[head] = (min(spans[head][0], i), max(spans[head][1], i))
                head, seen = self.heads[head], seen + 1
        return tuple(spans)

    def subtree(self, i: int) -> tuple[int, ...]:
        """A token and all that hangs on it, in order, punctuation left out."""
        if i not in self._subtrees:
            found, queue = [], [i]
            while queue:
                token = queue.pop()
                found.append(token)
                queue += self.kids[token]
            self._subtrees[i] = tuple(sorted(found))
        return self._subtrees[i]

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, ...]]:
        """The subtrees asked for so far: each is asked for many times."""
        return {}

    @cached_property
    def spelled(self) -> dict[frozenset[int], set[int] | None]:
        """Kept tokens -> the punctuation that stays with them: spell asks twice, with articles and without."""
        return {}

    def kid(self, i: int, *relations: str) -> int | None:
        """The first token that hangs on i by one of these relations."""
        return next((k for k in self.kids[i] if self.relations[k] in relations), None)

    def is_set_off(self, i: int) -> bool:
        """Whether what hangs on token i stands after a comma, dash or bracket, or begins the sentence before one."""
        start, end = self.spans[i]
        while start > 1 and self.words[start - 1] in "”’\"'" and self.is_mark[start - 2]:
            start -= 1
        if start == 0 or (self.relations[0] in ("cc", "advmod") and start == 1):
            return end + 1 < self.size and self.words[end + 1] in ",–—-:"
        if self.words[start - 1] in DASHES and sum(word in DASHES for word in self.words[:start]) % 2 == 0:
            return False  # the dash closes what stands between two: "gases - methane, ethane - in liquid form"
        if self.words[start - 1] == "," and self._closes_another(start - 1, i):
            return False
        return self.is_mark[start - 1] and self.words[start - 1] not in "“‘\"'"

    def _closes_another(self, comma: int, i: int) -> bool:
        """Whether a comma closes "which …", after which the verb goes on: "accused him, who fled, of bribery"."""
        return any(
            self.spans[k][1] == comma - 1
            and self.relations[k] == "acl:relcl"
            and self.heads[self.heads[k]] == self.heads[i]
            and self.words[self.spans[k][0] - 1] == ","
            for k in range(comma)
        )

    def is_finite(self, i: int) -> bool:
        """Whether token i is, or has with it, a verb with tense or a modal."""
        if self.tags[i] in ("VBZ", "VBP", "VBD") or (self.tags[i] == "VB" and self._is_bare(i)):
            return True
        return any(
            self.tags[k] in ("VBZ", "VBP", "VBD", "MD")
            for k in self.kids[i]
            if self.relations[k].startswith(("aux", "cop"))
        )

    def _is_bare(self, i: int) -> bool:
        """Whether what is tagged as an infinitive is a present: a plural subject before it, no "to" or "will"."""
        subject = self.kid(i, "nsubj")
        helped = self.kid(i, "aux", "mark") is not None
        return subject is not None and subject < i and self.tags[subject] in ("NNS", "NNPS") and not helped


def _hang(heads: list[int], token: int, head: int) -> None:
    """Hang a token on another, unless that one hangs on it, over others or not."""
    above = head
    while above >= 0 and above != token:
        above = heads[above]
    if above < 0:
        heads[token] = head
