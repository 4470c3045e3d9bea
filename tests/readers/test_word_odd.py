"""Odd and hostile Word packages: put together anew, or refused with the reason."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.document import BlockKind
from deckmaker.errors import InputError
from deckmaker.readers import limits, read_bytes
from deckmaker.readers.options import ReadOptions
from readers.harbour import FIRST, SECOND, blocks
from readers.test_word import article, of_body, paragraph, read, saved

HEADING = BlockKind.HEADING


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The package with every part changed; None leaves a part out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)  # fmt: skip


def strict(_: str, part: bytes) -> bytes:
    for usual, name in STRICT:
        part = part.replace(usual, name)
    return part


@pytest.mark.parametrize(
    "change",
    [
        strict,
        lambda name, part: None if name.startswith(("_rels", "[Content")) else part,
        lambda name, part: part[:-60] if name == "docProps/core.xml" else part,
        lambda name, part: None if name == "word/numbering.xml" else part,
        lambda name, part: part.replace(b"</w:body></w:document>", b"") if name == "word/document.xml" else part,
    ],
    ids=["strict", "no content types", "damaged properties", "no numbering", "cut off"],
)
def test_odd_packages_are_put_together_anew(change: Callable[[str, bytes], bytes | None]) -> None:
    document = read(rewritten(saved(article()), change))
    kinds = [kind for kind, _ in blocks(document)]
    assert document.title == "A wider channel"
    assert kinds.count(HEADING) == 3
    assert SECOND in document.text


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda name, part: None if name == "word/document.xml" else part, "no document in it"),
        (lambda name, part: b"<w:none/>" if name == "word/document.xml" else part, "damaged"),
        (lambda name, part: b'<!DOCTYPE a [<!ENTITY b "c">]><a/>' if name == "word/styles.xml" else part, "entities"),
    ],
)
def test_what_cannot_be_read_is_said(change: Callable[[str, bytes], bytes | None], reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read(rewritten(saved(article()), change))
    assert caught.value.remedy


def test_limits_have_errors_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<w:sdt><w:sdtContent>" * limits.MAX_DEPTH + paragraph(FIRST) + "</w:sdtContent></w:sdt>" * limits.MAX_DEPTH
    data = rewritten(
        saved(article()),
        lambda name, part: (
            re.sub(rb"<w:body>.*</w:body>", f"<w:body>{deep}</w:body>".encode(), part, flags=re.DOTALL)
            if name == "word/document.xml"
            else part
        ),
    )
    with pytest.raises(InputError, match="nested too deeply"):
        read(data)
    monkeypatch.setattr("deckmaker.readers.word_package.MAX_MARKUP", 10_000)
    with pytest.raises(InputError, match="too much XML"):
        read(saved(article()))
    monkeypatch.undo()
    monkeypatch.setattr("deckmaker.readers.word.MAX_BLOCKS", 3)
    with pytest.raises(InputError, match="too many paragraphs"):
        read(saved(article()))
    monkeypatch.undo()
    with pytest.raises(InputError, match="takes too long"):
        read_bytes(saved(article()), "a.docx", ReadOptions(is_late=lambda: True))
    monkeypatch.setattr("deckmaker.readers.word.MAX_CHARACTERS", 100)
    with pytest.raises(InputError, match="too much text"):
        read(saved(article()))


TAGS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "ins",
    "del",
    "sdt",
    "sdtContent",
    "fldChar",
    "pict",
    "txbxContent",
    "br",
    "pPr",
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    """Elements of Word's language, put together without its grammar."""
    tag = draw(st.sampled_from(TAGS))
    inner = (
        "".join(draw(st.lists(trees(depth=depth - 1), max_size=3))) if depth else draw(st.sampled_from(["", "Text."]))
    )
    kind = draw(st.sampled_from(["", " w:val='3'", " w:fldCharType='begin'", " w:val='x'"]))
    return f"<w:{tag}{kind}>{inner}</w:{tag}>"


@settings(max_examples=40, deadline=None)
@given(st.lists(trees(), max_size=4))
def test_any_grammar(inner: list[str]) -> None:
    text = of_body("".join(inner) + paragraph("The port opens soon.")).text
    assert text.endswith("opens soon.") or "opens soon." in text
