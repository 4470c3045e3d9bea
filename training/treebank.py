"""Reads the English Web Treebank, as it is and re-cut by our own tokenizer (hyphenated words whole)."""

import gzip
from collections.abc import Iterator

from deckmaker.language.tokens import tokenize
from training.corpora import DATA, LONGEST, Sample

_NOUNS = {"NN", "NNS", "NNP", "NNPS", "CD"}
_KEPT_SUBTYPES = {
    "acl:relcl", "nmod:poss", "aux:pass", "nsubj:pass", "obl:unmarked", "nmod:unmarked", "compound:prt",
    "obl:agent", "nmod:desc", "det:predet", "cc:preconj",
}  # fmt: skip


def read(part: str, longest: int = LONGEST) -> Iterator[tuple[Sample, Sample | None]]:
    """Each sentence of "train" or "dev": as the treebank cuts it, and as our tokenizer does (None: it cannot)."""
    for rows in _rows(part):
        gold = Sample(
            [row[1] for row in rows], [row[4] for row in rows], [], [],
            [int(row[6]) for row in rows], [relation(row[7]) for row in rows],
        )  # fmt: skip
        if len(gold.tokens) <= longest:
            yield gold, _recut(gold, rows)


def relation(label: str) -> str:
    """A relation without the subtypes that are too rare to learn."""
    return label if label in _KEPT_SUBTYPES else label.split(":", maxsplit=1)[0]


def _rows(part: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with gzip.open(DATA / "ud_ewt" / f"en_ewt-{part}.conllu.gz", "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if "-" in cells[0] and cells[0][0].isdigit():
                first, last = map(int, cells[0].split("-"))
                rows.append([cells[0], str(first), str(last)])
            elif cells[0].isdigit():
                rows.append(cells)
            elif not line.strip() and rows:
                yield _glue(rows)
                rows = []


def _glue(rows: list[list[str]]) -> list[list[str]]:
    """The words alone; the parts of a contraction ("do" "n't") marked as written together."""
    ranges = [(int(row[1]), int(row[2])) for row in rows if len(row) == 3]
    words = [row for row in rows if len(row) > 3]
    for first, last in ranges:
        for row in words[first - 1 : last - 1]:
            row[9] = "SpaceAfter=No"
    return words


def _recut(gold: Sample, rows: list[list[str]]) -> Sample | None:
    starts, text = [], ""
    for row in rows:
        starts.append(len(text))
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    spans = tokenize(text)
    bounds = {start for start, _ in spans}
    if any(start not in starts for start in bounds):
        return None
    group, number = [], -1
    for start in starts:
        number += start in bounds
        group.append(number)
    tokens = [text[start:end] for start, end in spans]
    return _merge(gold, tokens, group) if len(tokens) < len(gold.tokens) else gold


def _merge(gold: Sample, tokens: list[str], group: list[int]) -> Sample:
    merged = Sample(tokens, [], [], [], [], [])
    for number in range(len(tokens)):
        members = [i for i, g in enumerate(group) if g == number]
        chief = next(i for i in members if gold.heads[i] == 0 or group[gold.heads[i] - 1] != number)
        head = gold.heads[chief]
        merged.heads.append(group[head - 1] + 1 if head else 0)
        merged.relations.append(gold.relations[chief])
        merged.tags.append(_merged_tag(gold, members, chief))
    return merged


def _merged_tag(gold: Sample, members: list[int], chief: int) -> str:
    """The tag of a hyphenated word: an adjective when it stands before the noun it describes (as in the pairs)."""
    head = gold.heads[chief] - 1
    hyphened = any(gold.tags[i] == "HYPH" for i in members)
    names = all(gold.tags[i] in {"NNP", "NNPS", "HYPH"} for i in members)
    if hyphened and not names and head > chief and gold.tags[head] in _NOUNS:
        return "JJ"
    return gold.tags[members[-1]] if hyphened else gold.tags[chief]
