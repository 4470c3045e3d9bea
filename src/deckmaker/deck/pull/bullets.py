"""Bullets as they are read from slides, with the places of those that they were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from deckmaker.deck.pull.match import nearest
from deckmaker.deck.seen import Lines, flat
from deckmaker.outline import Bullet, Outline
from deckmaker.outline.exhibits import Comparison


@dataclass(slots=True)
class Pool:
    """The bullets of the outline by their words; what was not found again so far, section by section."""

    known: dict[str, Bullet]
    left: dict[int, list[Bullet]]
    lost: list[str] = field(default_factory=list)


def pool_of(outline: Outline) -> Pool:
    """Every bullet of the outline, those of comparisons too."""
    known: dict[str, Bullet] = {}
    left: dict[int, list[Bullet]] = {}
    for number, section in enumerate(outline.sections):
        sides = [side for one in section.exhibits if isinstance(one, Comparison) for side in (one.left, one.right)]
        own = [bullet for top in section.bullets for bullet in (top, *top.bullets)]
        left[number] = [*own, *(bullet for side in sides for bullet in side.bullets)]
        for bullet in left[number]:
            known.setdefault(flat(bullet.text), bullet)
    return Pool(known, left)


def strike(pool: Pool, lines: Iterable[str]) -> None:
    """Take the bullets that stand on the slides as they were out of what is left to be found."""
    same = set(lines)
    for number, bullets in pool.left.items():
        pool.left[number] = [bullet for bullet in bullets if flat(bullet.text) not in same]


def joined(texts: Sequence[Lines]) -> Lines:
    """The lines of a section's slides in a row; a bullet that went on over several slides is one again."""
    lines: list[tuple[int, str]] = []
    for text in texts:
        for level, words in text:
            if lines and words.startswith("…") and lines[-1][1].endswith("…"):
                before = lines[-1][1][:-1].rstrip()
                lines[-1] = (lines[-1][0], f"{before} {words[1:].lstrip()}")
            else:
                lines.append((level, words))
    return tuple(lines)


def read_bullets(lines: Lines, section: int, pool: Pool) -> tuple[Bullet, ...]:
    """The bullets that lines say, those of the second level below those of the first."""
    found: list[Bullet] = []
    for level, words in lines:
        bullet = read_bullet(words, section, pool)
        if level == 1 or not found:
            found.append(bullet)
        else:
            if level > 2:
                pool.lost.append(f"a third level of bullets: “{words[:60]}” is now on the second")
            found[-1] = replace(found[-1], bullets=(*found[-1].bullets, bullet))
    return tuple(found)


def read_bullet(words: str, section: int, pool: Pool) -> Bullet:
    """The bullet that the words are: as it was, edited, or new."""
    known = pool.known.get(words) or pool.known.get(words.replace(" ", "")) or _squeezed(words, pool)
    if known:
        return Bullet(known.text, known.places, (), known.edited)
    rest = pool.left.get(section, [])
    index = nearest(words, [bullet.text for bullet in rest])
    if index is None:
        return Bullet(_said(words, pool))
    before = rest.pop(index)
    return Bullet(_said(words, pool), before.places, (), bool(before.places))


def _squeezed(words: str, pool: Pool) -> Bullet | None:
    """A bullet that was cut inside a long word, whose parts were put together with a space."""
    bare = words.replace(" ", "")
    return (
        next((bullet for text, bullet in pool.known.items() if text.replace(" ", "") == bare), None) if bare else None
    )


def _said(words: str, pool: Pool) -> str:
    """The words as a bullet may have them: without a mark at their end, which would be taken for their place."""
    try:
        return Bullet(words).text
    except ValueError:
        pool.lost.append(f"a mark at the end of “{words[:60]}”")
        return words.rsplit("[", 1)[0].rstrip() or "…"
