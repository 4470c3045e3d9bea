"""Words for the speaker: the sentences that a slide's bullets came from, each with its place."""

from collections.abc import Iterable, Mapping, Sequence

from deckmaker.document import Place
from deckmaker.outline import Bullet, format_places


def write_notes(bullets: Iterable[Bullet], sentences: Mapping[Place, str] | None) -> str:
    """One line for each source sentence, as "p7.2  India and Japan have …", each place once.

    A bullet whose sentences are not at hand stands itself with its mark; one written by a person stands alone.
    """
    lines: list[str] = []
    for bullet in bullets:
        lines += [line for line in _bullet_lines(bullet, sentences or {}) if line not in lines]
    return "\n".join(lines)


def _bullet_lines(bullet: Bullet, sentences: Mapping[Place, str]) -> Sequence[str]:
    if bullet.places and all(place in sentences for place in bullet.places):
        return [f"{place}  {' '.join(sentences[place].split())}" for place in bullet.places]
    mark = format_places(bullet.places)
    return [f"{bullet.text} [{mark}]" if mark else bullet.text]
