"""A sentence -> the bullets that can be made of it, by a few rules that are safe; in doubt the whole sentence.

Every bullet is a subsequence of its sentence: nothing is added, nothing moves.  Only English is trimmed.
"""

import re
from collections.abc import Callable, Iterator

from deckmaker.condense.guard import balanced, stands_alone
from deckmaker.language.words import words

LEAST_WORDS = 5

_OPENER = re.compile(
    r"(?:however|therefore|thus|moreover|furthermore|additionally|meanwhile|also|besides|indeed|in addition|in conclusion|in fact|in short|"
    r"as a result|for example|for instance|more than that|on the other hand|by contrast|in turn|at the same time|that said|of course|"
    r"overall|ultimately|importantly|notably|finally|in particular|then|still|instead|similarly|likewise|according to (?:the )?\w+),\s+",
    re.IGNORECASE,
)
_JOINER = re.compile(r"(?:but|and|so|yet|thus|therefore)\s+(?=[A-Za-z])", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_DASHED = re.compile(r"\s+[–—-]\s+[^–—]*?\s+[–—-]\s+|\s*—[^—]*—\s*")
_LEADING = re.compile(
    r"(?:while|although|though|given|because|since|as|after|before|when|if|despite|in spite of|along with|amid|following|noting|proving|"
    r"speaking|citing|among|for|with|in|on|at|by|during|according to|[A-Z][a-z]+ing)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r",\s+(?:which|who|whose|whom|where|while|whereas|including|such as|adding|noting|according to|in part because|with|"
    r"especially|particularly|as(?! well)|after|when|[a-z]+ing)\b|\s+[–—]\s+|\s*—\s*|;\s+"
)
_RELATIVE = re.compile(
    r",\s+(?:which|who|whose|where)\s[^,;:]*?,\s+(?=[a-z]+(?:s|ed)\b|is\b|was\b|are\b|were\b|will\b|would\b|could\b)"
)
_SUBJECT = re.compile(r"(?:the|a|an|both|all|many|most|some|several|two|three|no|[A-Z][\w’'.-]*|[a-z]+s)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|says?|said|told|"
    r"becomes?|became|makes?|made|takes?|took|gives?|gave|gets?|got|goes|went|comes?|came|sees?|saw|finds?|found|shows?|means?|meant|"
    r"keeps?|kept|holds?|held|leads?|led|begins?|began|brings?|brought|runs?|ran|sets?|puts?|cuts?|hits?|lets?|falls?|fell|rises?|rose|"
    r"wins?|won|loses?|lost|spends?|spent|sells?|sold|buys?|bought|wants?|needs?|seeks?|sought|wrote|writes?|knows?|knew|grows?|grew|"
    r"struck|fought|stood|stands?|sits?|sat|lies|lay|paid|pays?|sent|sends?|built|builds?|thinks?|thought|feels?|felt|left|leaves?|\w{2,}ed)\b",
    re.IGNORECASE,
)


def trims(sentence: str, english: bool) -> list[str]:
    """The bullets that can be made of a sentence, longest first; empty when it cannot stand alone."""
    whole = finish(sentence)
    found = {whole: None} if whole else {}
    if english:
        for text in _shorter(whole):
            found.setdefault(text, None)
    return sorted((text for text in found if _is_good(text)), key=lambda text: (-len(text), text))


def finish(text: str) -> str:
    """Text as a bullet is written: one line, a capital first, no stop at the end."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:–—-")
    if text.endswith(".") and not re.search(
        r"\b(?:[A-Z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|etc|Mr|Mrs|Dr|St|No|a\.m|p\.m)\.$", text
    ):
        text = text.rstrip(".")
    text = re.sub(r"\.([”\"’])$", r"\1", text)
    return text[:1].upper() + text[1:]


def _shorter(whole: str) -> Iterator[str]:
    """Every text that the rules reach from the whole, breadth first."""
    queue, seen = [whole], {whole}
    while queue:
        text = queue.pop(0)
        for rule in _RULES:
            for shorter in rule(text):
                done = finish(shorter)
                if done not in seen and len(done) < len(text):
                    seen.add(done)
                    queue.append(done)
                    yield done


def _is_good(text: str) -> bool:
    return len(words(text)) >= LEAST_WORDS and stands_alone(text) and bool(_VERB.search(text))


def _without_opener(text: str) -> Iterator[str]:
    for pattern in (_OPENER, _JOINER):
        if match := pattern.match(text):
            yield text[match.end() :]


def _without_asides(text: str) -> Iterator[str]:
    if _ASIDE.search(text):
        yield _ASIDE.sub("", text)
    if match := _DASHED.search(text):
        yield text[: match.start()] + " " + text[match.end() :]


def _without_leading_clause(text: str) -> Iterator[str]:
    """The main clause after "While …,": the first comma whose right side has a subject and a verb."""
    if not _LEADING.match(text):
        return
    for comma in re.finditer(r",\s+", text):
        rest = text[comma.end() :]
        if balanced(rest) and _SUBJECT.match(rest) and _has_early_verb(rest):
            yield rest
            return


def _has_early_verb(clause: str) -> bool:
    """Whether a verb comes before the clause's first comma, not as its first word."""
    head = clause.split(",", maxsplit=1)[0]
    match = _VERB.search(head, len(head.split(" ")[0]))
    return match is not None


def _without_trailing_clause(text: str) -> Iterator[str]:
    """What stands before ", which …", ", including …" or a dash, when that is a whole clause."""
    for match in _TRAILING.finditer(text):
        head = text[: match.start()]
        if balanced(head) and _VERB.search(head) and len(words(head)) >= LEAST_WORDS and not _is_subordinate(head):
            yield head


def _is_subordinate(head: str) -> bool:
    """Whether the text so far is still the clause that begins the sentence ("While traditional companies …")."""
    return bool(_LEADING.match(head)) and "," not in head


def _without_relative(text: str) -> Iterator[str]:
    if match := _RELATIVE.search(text):
        yield text[: match.start()] + " " + text[match.end() :]


_RULES: tuple[Callable[[str], Iterator[str]], ...] = (
    _without_opener,
    _without_asides,
    _without_relative,
    _without_trailing_clause,
    _without_leading_clause,
)
