"""What the parser makes of texts that are not sentences."""

from deckmaker.language.parse import parse_bullets


def test_bullets_are_read_as_if_they_had_their_stop() -> None:
    texts = ["Paper sales in Ostrava are down 2.6 percent", "Lee joined Northline Inc.", "", "Ferries"]
    for text, read in zip(texts, parse_bullets(texts), strict=True):
        assert all(0 <= start < end <= len(text) for start, end in read.tokens)
        assert sum(head == -1 for head in read.heads) == bool(read.tokens)
        assert all(head < len(read) for head in read.heads)
    (read,) = parse_bullets(texts[:1])
    assert read.tags[:4] == ("NN", "NNS", "IN", "NNP")
