"""Web pages: the article and nothing else, with everything that its structure says."""

import logging

import pytest

from deckmaker.document import Block, BlockKind, Document
from deckmaker.errors import InputError
from deckmaker.readers import read_bytes
from readers.harbour import FIRST, SECOND, THIRD, blocks
from readers.pages import TITLE, article, data_uri, page, picture, read_page

H, P, I, Q, T = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.TABLE  # noqa: E741


def inner(*parts: str) -> list[tuple[BlockKind, str]]:
    """The blocks between the article's first and second paragraph."""
    found = blocks(read_page(page(article(*parts))))
    return found[found.index((P, FIRST)) + 1 : found.index((P, SECOND))]


def levels(document: Document, kind: BlockKind) -> list[tuple[str, int]]:
    return [(document.block_text(n), b.level) for n, b in enumerate(document.blocks, 1) if b.kind is kind]


def only(document: Document, kind: BlockKind) -> Block:
    (block,) = (block for block in document.blocks if block.kind is kind)
    return block


def test_the_article_and_nothing_else() -> None:
    document = read_page(page(article()))
    assert blocks(document) == [(H, TITLE), (P, FIRST), (P, SECOND), (P, THIRD)]
    assert document.title == TITLE
    assert document.language == "en"


def test_headings_keep_their_order_of_depth_below_the_title() -> None:
    parts = (
        f"<h3>The plan</h3><p>{THIRD[:90]} one.</p>",
        f"<h4>The cost</h4><p>{THIRD[20:110]} two.</p>",
        "<h3>Next</h3>",
    )
    document = read_page(page(article(*parts)))
    assert levels(document, H) == [(TITLE, 1), ("The plan", 2), ("The cost", 3), ("Next", 2)]


def test_a_line_in_bold_is_a_heading_and_a_short_plain_line_is_not() -> None:
    assert inner(f"<p><b>What the plan says</b></p><p>{THIRD[:90]} one.</p>")[0] == (H, "What the plan says")
    assert inner(f"<p>What the plan says</p><p>{THIRD[:90]} one.</p>")[0] == (P, "What the plan says")


def test_nested_lists() -> None:
    parts = (
        "<p>Three works are planned for the year, as the council says:</p><ul><li>The channel<ol><li>is dug</li>"
        "<li>is marked</li></ol></li><li><p>The quay is raised.</p><p>It is old.</p></li></ul>"
    )
    document = read_page(page(article(parts)))
    wanted = [("The channel", 1), ("is dug", 2), ("is marked", 2), ("The quay is raised. It is old.", 1)]
    assert levels(document, I) == wanted


def test_definition_lists_set_what_explains_below_its_term() -> None:
    parts = "<dl><dt>Draught</dt><dd>How deep a ship lies in the water when it is loaded.</dd></dl>"
    document = read_page(page(article(parts)))
    assert levels(document, I) == [("Draught", 1), ("How deep a ship lies in the water when it is loaded.", 2)]


def test_quotes() -> None:
    said = "<blockquote><p>We have waited for ten years, and now it is our turn.</p><p>I am glad.</p></blockquote>"
    assert inner(said) == [(Q, "We have waited for ten years, and now it is our turn."), (Q, "I am glad.")]
    assert inner("<p>The mayor calls it <q>a beginning</q> and no more than that, she said.</p>") == [
        (P, "The mayor calls it “a beginning” and no more than that, she said.")
    ]


def test_tables_keep_header_spans_and_caption() -> None:
    markup = (
        "<table><caption>Ships in port</caption><thead><tr><th>Port</th><th colspan=2>Ships</th></tr></thead>"
        "<tr><td rowspan=2>Lynn</td><td>12</td><td>large</td></tr><tr><td>30</td><td>small</td></tr></table>"
    )
    document = read_page(page(article(markup)))
    table = only(document, T).table
    assert table is not None
    assert table.caption == "Ships in port"
    assert table.header == (("Port", "Ships", ""),)
    assert table.rows == (("Lynn", "12", "large"), ("", "30", "small"))
    assert (T, "Ships in port\nPort | Ships\nLynn | 12 | large\n30 | small") in blocks(document)


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    markup = f"<html><body><table><tr><td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr></table></body></html>"
    assert blocks(read_page(markup)) == [(P, FIRST), (P, SECOND), (P, THIRD)]


def test_line_breaks_part_paragraphs_and_short_lines_only() -> None:
    parts = f"<p>{THIRD}<br>{FIRST[:80]}<br>and so it goes on.</p>"
    assert inner(parts) == [(P, THIRD), (P, f"{FIRST[:80].strip()} and so it goes on.")]
    assert inner("<p>The works, one by one:<br>• the channel<br>• the quay at its northern end</p>")[1:] == [
        (I, "the channel"),
        (I, "the quay at its northern end"),
    ]


def test_powers_notes_and_formulas() -> None:
    said = (
        "<p>It moves 10<sup>6</sup> m<sup>3</sup> of sand, says the report<sup>3</sup> of the 19<sup>th</sup>"
        '<sup><a href="#n4">[4]</a></sup> on H<sub>2</sub>O in Lynn.</p>'
    )
    assert inner(said) == [(P, "It moves 10⁶ m³ of sand, says the report of the 19th on H₂O in Lynn.")]


def test_hidden_parts_programs_and_code_are_left_out() -> None:
    assert inner('<p style="display: none">Nobody sees this sentence of the page at all.</p>') == []
    assert inner("<p hidden>Nobody sees this sentence of the page at all.</p><script>var a = 'text';</script>") == []
    assert inner("<pre>for (i = 0; i < 10; i++) {\n  print(i);\n}</pre>") == []


def test_pictures_in_the_file_stand_where_they_stood() -> None:
    uri = data_uri(picture())
    lead = f'<figure><img src="{uri}" alt="A dredger"><figcaption>The Oster at work.</figcaption></figure>'
    later = f'<p><img src="{data_uri(picture(100, 90, "JPEG"), "image/png")}" alt="The quay"></p>'
    document = read_page(page(lead + article(later)))
    kinds = [block.kind for block in document.blocks]
    assert kinds == [H, BlockKind.PICTURE, P, BlockKind.PICTURE, P, P]
    first, second = (block.picture for block in document.blocks if block.picture)
    assert (first.alt, first.caption, first.width, first.height) == ("A dredger", "The Oster at work.", 320, 200)
    assert first.data == picture()
    assert (second.media_type, second.alt) == ("image/jpeg", "The quay")
    assert document.block_text(2) == "The Oster at work."
    assert "Oster" not in " ".join(document.sentence(p) for p in document.places() if p.block != 2)


def test_pictures_that_are_elsewhere_icons_and_no_pictures_are_left_out() -> None:
    icon, broken = data_uri(picture(16, 16)), data_uri(b"no picture at all" * 20)
    markup = f'<img src="{icon}"><img src="{broken}"><img src="https://lynn.example/a.jpg" alt="Elsewhere">'
    assert blocks(read_page(page(markup + article()))) == blocks(read_page(page(article())))


def test_what_pages_put_into_an_article_is_left_out() -> None:
    links = (
        "<p><a href='/a'>School gets a new roof</a></p><p><a href='/b'>Ferry to Oster runs again after storm</a></p>"
    )
    assert inner(links) == []
    assert inner("<p>Advertisement</p>") == []
    assert inner("<p>Sign up for our daily newsletter and get the best of Lynn in your inbox.</p>") == []
    assert inner("<h3>Related stories</h3><ul><li><a href=/x>Dredger Oster is sold to Harrow</a></li></ul>") == []


def test_teasers_of_other_articles_are_left_out() -> None:
    teaser = "<p>What the school's new roof costs, who pays for it, and why it took the council so long.</p>"
    cards = "".join(f"<article><h3><a href=/{n}>School gets roof {n}</a></h3>{teaser}</article>" for n in range(5))
    markup = page(article()).replace("<aside>", f"<section><h2>More stories</h2>{cards}</section><aside>")
    assert blocks(read_page(markup)) == [(H, TITLE), (P, FIRST), (P, SECOND), (P, THIRD)]


def test_marks_for_editing_popups_and_source_lists_are_left_out() -> None:
    heading = '<h2>The plan<a class="headerlink" href="#p">¶</a><span class="mw-editsection">[<a>edit</a>]</span></h2>'
    card = '<span class="tooltip-content">The mayor since 2020, born in Harrow.</span>'
    parts = (heading, f"<p>The mayor{card} calls it the best plan that the town has seen for years.</p>")
    wanted = [(H, "The plan"), (P, "The mayor calls it the best plan that the town has seen for years.")]
    assert inner(*parts) == wanted
    assert inner('<ol class="references"><li>Lind, A. (2030). Harbours of the north. Lynn: Press.</li></ol>') == []


def test_what_a_reader_can_open_stays() -> None:
    panel = "What it costs in all is 48 million crowns, says the council in its answer."
    parts = (
        f"<h3><button aria-controls=a1>What does it cost?</button></h3><div id=a1 hidden><p>{panel}</p></div>",
        "<h3><button aria-controls=a2>Who pays?</button></h3><div id=a2 style='display:none'><p>The region.</p></div>",
    )
    assert inner(*parts)[:2] == [(H, "What does it cost?"), (P, panel)]


def test_a_list_of_the_pages_own_parts_is_left_out_and_the_parts_keep_their_headings() -> None:
    entries = "".join(f"<li><a href='page.html#{name}'>{name}</a></li>" for name in ("Depth", "Cost", "Next steps"))
    contents = f"<div><h2>Table of contents</h2><ul>{entries}</ul></div>"
    parts = f"<h2><a name=Depth></a>Depth</h2><p>{THIRD[:90]} one.</p><h2><a name=Cost></a>Cost</h2>"
    assert [words for kind, words in inner(contents, parts) if kind is H] == ["Depth", "Cost"]
    assert not [words for kind, words in inner(contents, parts) if kind is I]


def test_posts_that_an_article_quotes_are_quotes() -> None:
    post = (
        '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>Yes, this is real, and the town has spent'
        " half a million on it: https://t.co/Nc0nKo</p>— Bo Ek (@boek) <a href=x>March 3, 2031</a></blockquote></div>"
    )
    found = inner(post)
    assert found[0] == (Q, "Yes, this is real, and the town has spent half a million on it:")
    assert {kind for kind, _ in found} == {Q}


def test_headings_that_the_extractor_loses_are_found_again() -> None:
    parts = (
        f"<h1>Background</h1><p class=MsoNormal>{FIRST}</p><h1>Cost</h1><p class=MsoNormal>{SECOND}</p><p>{THIRD}</p>"
    )
    markup = f"<html><head><title>The channel</title></head><body><div>{parts}</div></body></html>"
    assert blocks(read_page(markup)) == [
        (H, "The channel"),
        (H, "Background"),
        (P, FIRST),
        (H, "Cost"),
        (P, SECOND),
        (P, THIRD),
    ]


def test_an_old_page_of_line_breaks() -> None:
    text = f"{FIRST}<br><br>{SECOND}<br><br><b>What comes next</b><br><br>{THIRD}"
    markup = (
        f"<html><body bgcolor=white><center><font size=5>The channel</font></center><font>{text}</font></body></html>"
    )
    found = blocks(read_page(markup))
    assert found[-4:] == [(P, FIRST), (P, SECOND), (H, "What comes next"), (P, THIRD)]


def test_a_first_heading_is_the_title_where_the_page_states_none() -> None:
    markup = f"<html><body><div><h2>{TITLE}</h2><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>"
    assert blocks(read_page(markup)) == [(H, TITLE), (P, FIRST), (P, SECOND), (P, THIRD)]


def test_a_list_of_links_among_words_stays() -> None:
    said = (
        "<p>Two reports are against it:</p><ul><li>the study of <a href=/s>the engineers</a> in the town hall</li></ul>"
    )
    assert (I, "the study of the engineers in the town hall") in inner(said)


def test_the_title_is_not_said_twice_and_the_byline_is_no_paragraph() -> None:
    body = f"<h1>{TITLE}</h1><p>By Ada Lind</p><p>March 3, 2031</p>{article()}"
    document = read_page(page(body, title=""))
    assert blocks(document) == [(H, TITLE), (P, FIRST), (P, SECOND), (P, THIRD)] or document.title == ""
    assert document.byline == "Ada Lind"
    assert str(document.date) == "2031-03-03"


def test_a_dateline_is_taken_off() -> None:
    document = read_page(page(f"<p>LYNN (Reuters) - {FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"))
    assert document.block_text(2) == FIRST


def test_short_pages_and_pages_without_marks_are_read_too() -> None:
    assert blocks(read_page(f"<html><body><p>{THIRD}</p></body></html>")) == [(P, THIRD)]
    assert blocks(read_page(f"<html><body>{THIRD}</body></html>")) == [(P, THIRD)]
    assert blocks(read_page(f"<html><body><div>{THIRD}</div><div>{SECOND}</div></body></html>"))[0][1] == THIRD


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html><body><script>x</script></body></html>", "<!doctype html>", "<html><body><img>"]
)
def test_a_page_without_an_article_says_so(markup: str) -> None:
    with pytest.raises(InputError, match=r"no (?:article|text|sentence)") as caught:
        read_page(markup)
    assert caught.value.remedy


def test_standard_input_and_wrong_suffixes_are_known_as_pages() -> None:
    for name in ("-", "", "page.txt", "page"):
        assert read_page(page(article()), name).title == TITLE


def test_the_same_page_gives_the_same_document_and_logs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.root, "handlers", [handler := logging.Handler()])
    monkeypatch.setattr(handler, "handle", logged.append)
    monkeypatch.setattr(logging.root, "level", logging.DEBUG)
    assert read_page(page(article())) == read_page(page(article()))
    assert [record.name for record in logged] == []


def test_a_page_in_another_language_than_it_names_is_read_in_its_own() -> None:
    assert read_page(page(article(), lang=' lang="de"')).language == "en"
    assert read_page(page(article(), lang=' lang="en-GB"')).language == "en-GB"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    head = '<link rel=stylesheet href="https://lynn.example/a.css"><base href="https://lynn.example/">'
    body = article('<img src="https://lynn.example/a.png"><iframe src="https://lynn.example/x"></iframe>')
    entity = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(
        body + "<p>&x;</p>", head
    )
    assert "root:" not in read_bytes(entity.encode(), "page.xhtml").text
