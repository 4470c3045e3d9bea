"""Sentences with the tree given by hand, for the tests of the trimming rules."""

from deckmaker.condense.tree import Tree
from deckmaker.language.parse import Parse


def tree(table: str) -> Tree:
    """A tree from lines "word tag head relation" (head counted from 1, 0 for the root); words stand a space apart."""
    rows = [line.split() for line in table.strip().splitlines()]
    text, tokens = "", []
    for word, *_ in rows:
        start = len(text) + bool(text)
        text = f"{text} {word}" if text else word
        tokens.append((start, start + len(word)))
    heads = tuple(int(row[2]) - 1 for row in rows)
    relations = tuple(row[3] for row in rows)
    return Tree(text, Parse(tuple(tokens), tuple(row[1] for row in rows), heads, relations, (0.0,) * len(rows)))
