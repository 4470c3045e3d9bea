"""What a page says of itself: title, authors, day, site, address, language, wherever it says so."""

import json
from datetime import date

import pytest

from deckmaker.readers.html_authors import join_names, read_names
from deckmaker.readers.html_dates import read_day
from readers.pages import TITLE, article, page, read_page


def linked(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **facts})}</script>'


def meta(**facts: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in facts.items())


ARTICLE = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "author": {"@type": "Person", "name": "Ada Lind"},
    "datePublished": "2031-03-03T09:00:00+01:00",
    "publisher": {"@type": "Organization", "name": "The Lynn Courier"},
}


def test_json_ld_says_it_all() -> None:
    document = read_page(page(article(), linked(**ARTICLE, url="https://courier.example/channel")))
    assert (document.byline, document.date) == ("Ada Lind", date(2031, 3, 3))
    assert (document.site, document.url) == ("The Lynn Courier", "https://courier.example/channel")


def test_json_ld_in_a_graph_with_references_among_other_articles() -> None:
    graph = [
        {"@type": "WebPage", "name": "x", "datePublished": "2031-01-01"},
        {"@id": "#ada", "@type": "Person", "name": "Ada Lind"},
        {
            "@type": ["Article", "Thing"],
            "headline": TITLE,
            "author": [{"@id": "#ada"}, "Bo Ek"],
            "datePublished": "2031-03-03",
        },
        {"@type": "NewsArticle", "headline": "Another", "author": "Cleo Amari", "datePublished": "2030-01-01"},
    ]
    document = read_page(page(article(), linked(**{"@graph": graph})))
    assert (document.byline, document.date) == ("Ada Lind and Bo Ek", date(2031, 3, 3))


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '{"@type": "Article", "headline": 7, "author": {"name": [1]}}', "null", "7"]
)
def test_json_ld_that_is_broken_is_passed_over(script: str) -> None:
    document = read_page(page(article(), f'<script type="application/ld+json">{script}</script>'))
    assert (document.title, document.byline) == (TITLE, "")


def test_json_ld_is_forgiven_a_comma_too_many_and_a_wrapping() -> None:
    script = '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","author":"Ada Lind",}\n//]]></script>'
    assert read_page(page(article(), script)).byline == "Ada Lind"


def test_meta_elements() -> None:
    head = meta(
        og__title=TITLE,
        og__site_name="The Lynn Courier",
        article__published_time="2031-03-03T09:00:00Z",
        og__url="https://courier.example/og",
    )
    head += '<meta name="author" content="Ada Lind, Harbour Reporter"><link rel="canonical" href="https://courier.example/c">'
    document = read_page(page(article(), head))
    assert (document.site, document.url, document.byline) == (
        "The Lynn Courier",
        "https://courier.example/c",
        "Ada Lind",
    )
    assert document.date == date(2031, 3, 3)


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By <a rel="author" href="/ada">Ada Lind</a></p>',
        '<div class="article-byline">By Ada Lind, Staff Writer | March 3, 2031</div>',
        '<span itemprop="author">Ada Lind</span>',
        "<p>By Ada Lind</p>",
        '<p class="meta"><span class="author-name">ADA LIND</span></p>',
        "<address class='author'>Von Ada Lind</address>",
    ],
)
def test_bylines_that_stand_on_the_page(byline: str) -> None:
    assert read_page(page(byline + article())).byline == "Ada Lind"


def test_a_byline_on_the_page_names_those_whom_the_metadata_forgot() -> None:
    shown = '<p class="byline">By Ada Lind, Bo Ek and Cleo Amari</p>'
    assert read_page(page(shown + article(), linked(**ARTICLE))).byline == "Ada Lind, Bo Ek and Cleo Amari"


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="comment"><span class="author">Rowdy Reader</span></div>',
        linked(**{**ARTICLE, "author": {"@type": "Organization", "name": "The Lynn Courier"}}),
        '<meta name="author" content="admin">',
        '<meta property="article:author" content="https://social.example/ada">',
    ],
)
def test_those_who_did_not_write_it_are_not_named(markup: str) -> None:
    assert read_page(page(article(markup))).byline == ""


@pytest.mark.parametrize(
    "shown",
    [
        '<time datetime="2031-03-03T20:00">March 3</time>',
        '<p class="date">3 March 2031</p>',
        "<p>Published March 3, 2031, 8:15 pm</p>",
        '<span class="posted-on">3. März 2031</span>',
        '<meta itemprop="datePublished" content="2031-03-03">',
    ],
)
def test_days_that_stand_on_the_page(shown: str) -> None:
    assert read_page(page(shown + article())).date == date(2031, 3, 3)


def test_the_day_shown_beats_the_same_evening_in_utc_only() -> None:
    stamp = meta(article__published_time="2031-03-04T01:30:00Z")
    assert read_page(page('<p class="date">March 3, 2031 8:30 pm</p>' + article(), stamp)).date == date(2031, 3, 3)
    assert read_page(page('<p class="date">Posted Mar 3, 8:30 pm</p>' + article(), stamp)).date == date(2031, 3, 3)
    assert read_page(page('<p class="date">January 8, 2031</p>' + article(), stamp)).date == date(2031, 3, 4)
    local = meta(article__published_time="2031-03-04T01:30:00+01:00")
    assert read_page(page('<p class="date">March 3, 2031</p>' + article(), local)).date == date(2031, 3, 4)


@pytest.mark.parametrize(
    ("lang", "day"),
    [("pt-BR", date(2031, 3, 4)), ("en-GB", date(2031, 3, 4)), ("en-US", date(2031, 4, 3)), ("en", None)],
)
def test_the_language_orders_a_day_in_numbers(lang: str, day: date | None) -> None:
    shown = "<b>04/03/2031</b>" + article()
    assert read_page(page(shown, lang=f' lang="{lang}"')).date == day


def test_the_day_of_a_change_is_none_of_publication() -> None:
    assert read_page(page('<p class="date">Updated March 9, 2031</p>' + article(), linked(**ARTICLE))).date == date(
        2031, 3, 3
    )
    head = meta(article__modified_time="2031-03-09T10:00:00Z")
    assert read_page(page(article(), head)).date == date(2031, 3, 9)


def test_a_day_in_the_address() -> None:
    head = '<link rel="canonical" href="https://courier.example/2031/03/03/channel/">'
    assert read_page(page(article(), head)).date == date(2031, 3, 3)


def test_the_headline_shown_beats_what_the_metadata_calls_it() -> None:
    head = meta(
        og__title="Lynn: northern channel will be wide, council says | The Lynn Courier",
        og__site_name="The Lynn Courier",
    )
    assert read_page(page(article(), head)).title == TITLE


def test_a_page_of_a_book_has_its_own_title() -> None:
    head = "<title>What Is a Channel? - The Book of Harbours</title>"
    body = "<h1 class=menu-title>The Book of Harbours</h1><main><h2><a href='#w'>What Is a Channel?</a></h2>"
    markup = f"<html><head>{head}</head><body>{body}{article('<h3><a href=#d>Its depth</a></h3>')}</main></body></html>"
    document = read_page(markup)
    assert document.title == "What Is a Channel?"
    assert document.block_text(3) == "Its depth"


def test_a_logo_is_no_title() -> None:
    logo = "<h1><a href='/'>The Lynn Courier</a></h1>"
    head = meta(og__title=TITLE, og__site_name="The Lynn Courier")
    assert read_page(page(logo + f"<h2>{TITLE}</h2>" + article(), head, title="")).title == TITLE
    assert read_page(page(logo + article(), head, title="")).title == TITLE


@pytest.mark.parametrize("tail", [" - The Lynn Courier", " | News | The Lynn Courier", " – courier.example", ""])
def test_the_sites_name_is_taken_off_a_title(tail: str) -> None:
    head = meta(og__title=TITLE + tail, og__site_name="The Lynn Courier", og__url="https://courier.example/c")
    assert read_page(page(article(), head, title="")).title == TITLE


def test_a_dash_or_colon_of_the_title_itself_stays() -> None:
    title = "Channel: wide enough - or not"
    assert read_page(page(article(), meta(og__title=title, og__site_name="The Lynn Courier"), title="")).title == title


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://x.example/a", "/channel", "http://[", "data:text/html,x"]
)
def test_addresses_that_are_none_are_not_taken(address: str) -> None:
    assert read_page(page(article(), f'<link rel="canonical" href="{address}">')).url == ""


@pytest.mark.parametrize(
    ("markup", "language"),
    [(' lang="en-us"', "en-US"), (' lang="EN"', "en"), (' lang="en_GB"', "en-GB"), (' lang="zz zz"', "en"), ("", "en")],
)
def test_language_tags(markup: str, language: str) -> None:
    assert read_page(page(article(), lang=markup)).language == language


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By TOM KRISTOFF, AP Auto Writer", ["Tom Kristoff"]),
        ("Ada Lind and Bo Ek", ["Ada Lind", "Bo Ek"]),
        ("Ada Lind | Coast Media for courier.example", ["Ada Lind"]),
        ("by Ada Lind on March 3, 2031 at 8 pm", ["Ada Lind"]),
        ("Analysis by Ada Lind, Courier Editor-at-large", ["Ada Lind"]),
        ("Reuters", ["Reuters"]),
        ("Текст: Ада Линд", ["Ада Линд"]),
        ("admin", []),
        ("@adalind", []),
        ("Updated 3 hours ago", []),
        ("", []),
    ],
)
def test_names_in_bylines(text: str, names: list[str]) -> None:
    assert read_names(text) == names


def test_names_are_joined_as_a_byline_has_them() -> None:
    assert join_names(()) == ""
    assert join_names(("Ada",)) == "Ada"
    assert join_names(("Ada", "Bo", "Cleo")) == "Ada, Bo and Cleo"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-03T01:30:00Z", date(2031, 3, 3)),
        ("20310303", date(2031, 3, 3)),
        ("Mon, 03 Mar 2031 16:07:38 -0600", date(2031, 3, 3)),
        ("March 3, 2031, 07:47 PM EST", date(2031, 3, 3)),
        ("0001-01-01T00:00:00Z", None),
        ("2031-13-40", None),
        ("", None),
    ],
)
def test_days_in_metadata(value: str, day: date | None) -> None:
    assert read_day(value) == day
