"""Titles, bylines, dates and datelines; never a guess."""

import datetime as dt

import pytest

from deckmaker.readers import read_bytes
from deckmaker.readers.bylines import read_byline
from deckmaker.readers.datelines import strip_dateline
from deckmaker.readers.dates import find_dates, read_date_line
from readers.harbour import FIRST, SECOND, THIRD, texts

DAY = dt.date(2024, 8, 20)


@pytest.mark.parametrize(
    "line",
    """\
August 20, 2024
Aug. 20, 2024
20 August 2024
20 Aug 2024
20th August 2024
Tuesday, 20 August 2024
2024-08-20
2024-08-20T09:30:00Z
20.08.2024
20/08/2024
08/20/2024
20. August 2024
20 août 2024
20 de agosto de 2024
20 agosto 2024
20 augustus 2024
20 августа 2024
2024年8月20日
2024년 8월 20일
Published: August 20, 2024
Published August 20, 2024 at 5:30 PM EST
Posted on August 20, 2024
Published 20 August 2024 | Updated 21 August 2024""".splitlines(),
)
def test_date_lines(line: str) -> None:
    assert read_date_line(line)[0] == DAY


def test_updated_dates_are_told_apart() -> None:
    assert read_date_line("Updated August 20, 2024") == (None, DAY)
    assert read_date_line("Updated 21 Aug 2024, published 20 Aug 2024") == (DAY, dt.date(2024, 8, 21))
    document = read_bytes(f"Wider channel\n\nUpdated August 20, 2024\n\n{FIRST}\n\n{SECOND}".encode(), "")
    assert document.date == DAY


@pytest.mark.parametrize(
    "line",
    [
        "3/4/2024",
        "August 2024",
        "31 February 2024",
        "The council met on August 20, 2024 to vote on the wider northern channel",
        "",
        "1234567-12-12",
    ],
)
def test_no_date_lines(line: str) -> None:
    assert read_date_line(line) == (None, None)


def test_a_date_in_the_middle_of_the_text_is_not_the_articles() -> None:
    text = f"{FIRST}\n\nThe ministers met on August 20, 2024 in the harbour.\n\n{SECOND}"
    assert read_bytes(text.encode(), "").date is None
    assert [found for _, _, found in find_dates("on August 20, 2024 in")] == [DAY]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Lind", "Ada Lind"),
        ("by Ada Lind", "Ada Lind"),
        ("BY ADA LIND AND JON BERG", "Ada Lind and Jon Berg"),
        ("By Ada Lind and JON BERG", "Ada Lind and JON BERG"),
        ("By Ada Lind, Jon Berg and Kim de Vries", "Ada Lind, Jon Berg and Kim de Vries"),
        ("By Ada Lind | Harbour Post", "Ada Lind"),
        ("By Ada Lind August 20, 2024, 07:47 PM EST", "Ada Lind"),
        ("Ada Lind, Staff Writer", "Ada Lind"),
        ("Ada Lind, political correspondent", "Ada Lind"),
        ("Written by Ada Lind", "Ada Lind"),
        ("Von Ada Lind", "Ada Lind"),
        ("Par Ada Lind", "Ada Lind"),
        ("Reuters", "Reuters"),
        ("By the time the council met it was late", ""),
        ("By Monday", "Monday"),
        ("Wider channel, deeper debt", ""),
        ("The council", ""),
        ("Bypass to open in March", ""),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "dateline",
    [
        "TOKYO (Reuters) - ",
        "(Reuters) — ",
        "WASHINGTON — ",
        "WASHINGTON, Aug. 20 — ",
        "WASHINGTON, Aug 20 (Reuters) - ",
        "MIDVILLE, N.J. (AP) — ",
        "NEW YORK/LONDON (Reuters) – ",
        "New Delhi (AFP) – ",
        "Berlin (dpa) - ",
        "(CNN)",
        "(CNN) ",
        "Tokyo (CNN)",
        "Havana, Cuba (CNN)",
        "BERLIN -- ",
        "Harbour Town, Mid County, United Kingdom: ",
    ],
)
def test_datelines(dateline: str) -> None:
    assert strip_dateline(dateline + FIRST, FIRST) == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "UNESCO — The agency said so. UNESCO was not amused.",
        "Supporters — Ada Lind among them — cheered.",
        "The PORT — a world of its own — closed.",
        "NATO (the alliance) - and its members - met.",
        "Ada Lind (CNN) Founded it and left.",
        "(CNN) and two other broadcasters were asked.",
        "Germany, France, Italy: Three countries in trouble.",
        FIRST,
    ],
)
def test_no_datelines(text: str) -> None:
    assert strip_dateline(text, text) == text


def test_repeated_and_asking_titles() -> None:
    assert texts(f"Wider channel\nWider channel\n\n{FIRST}\n\n{SECOND}") == ["Wider channel", FIRST, SECOND]
    asking = read_bytes(f"Who will pay for the wider channel?\n\n{FIRST}\n\n{SECOND}".encode(), "")
    assert asking.title == "Who will pay for the wider channel?"


def test_a_standfirst_is_a_paragraph_and_the_byline_below_it_goes() -> None:
    standfirst = "Fishing families fear for their grounds as larger ships are to come"
    text = f"Wider channel approved\n\n{standfirst}\n\nAda Lind, Staff Writer\n\n{FIRST}\n\n{SECOND}"
    document = read_bytes(text.encode(), "")
    assert (document.title, document.byline) == ("Wider channel approved", "Ada Lind")
    assert texts(text) == ["Wider channel approved", standfirst, FIRST, SECOND]


def test_a_plain_heading_is_not_the_title() -> None:
    document = read_bytes(f"Introduction\n\n{FIRST}\n\nCosts\n\n{SECOND}\n\n{THIRD}".encode(), "")
    assert document.title == ""
    assert document.block_text(1) == "Introduction"


def test_mail_headers_give_title_and_date() -> None:
    people = "From: Ada Lind <ada@example.org>\nTo: Jon Berg <jon@example.org>\n"
    head = f"{people}Subject: Wider channel approved\nDate: Tue, 20 Aug 2024 09:30:00 +0200\n\n"
    document = read_bytes(f"{head}{FIRST}\n\n{SECOND}".encode(), "")
    assert document.title == "Wider channel approved"
    assert document.date == DAY
    assert len(document.blocks) == 3


def test_the_papers_name_is_not_the_title_and_the_authors_note_goes() -> None:
    head = "THE HARBOUR POST\nOpinion\n\nA wider channel is a gamble\nby Ada Lind, Columnist\nTuesday 20 August 2024"
    note = "Ada Lind is a columnist of the Harbour Post.\nFollow her on Twitter @adalind"
    document = read_bytes(f"{head}\n\n{FIRST}\n\n{SECOND}\n\n{note}\n".encode(), "")
    assert document.title == "A wider channel is a gamble"
    assert (document.byline, document.date) == ("Ada Lind", DAY)
    assert document.block_text(len(document.blocks)) == SECOND


def test_a_name_between_title_and_date_is_the_byline() -> None:
    title = "Council backs wider channel"
    text = f"{title} {title}\nAda Lind\nPublished Aug. 20, 2024\n\n{FIRST}\n\n{SECOND}"
    document = read_bytes(text.encode(), "")
    assert (document.title, document.byline) == ("Council backs wider channel", "Ada Lind")


def test_a_heading_like_a_name_stays() -> None:
    assert texts(f"{FIRST}\n\nNorth Pier\n\n{SECOND}")[1] == "North Pier"


def test_a_dateline_with_a_full_date_dates_the_article() -> None:
    text = "Harrow Bridge reopens\n\nHARROW, June 14, 2023 - The bridge reopened on Wednesday after a long repair.\n"
    document = read_bytes(text.encode(), "a.txt")
    assert document.date == dt.date(2023, 6, 14)
    assert document.block_text(2).startswith("The bridge reopened")
