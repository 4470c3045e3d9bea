"""What pages put around an article goes; what the author wrote stays."""

import pytest

from deckmaker.readers import read_bytes
from deckmaker.readers.furniture import is_furniture, is_menu_word
from deckmaker.readers.furniture_words import COMMENT_STAMPS, LABELS, LIST_MARKS, MENU_WORDS, SENTENCES, whole_line
from readers.harbour import FIRST, SECOND, THIRD, texts

FURNITURE = """\
Share this article
Share on Facebook
Share on Twitter Share on LinkedIn
Click to share on Reddit (Opens in new window)
Follow us on Instagram
Sharing is caring!
5 min read
3 minute read
1.2k shares
12 Comments
Leave a Reply
Leave a Comment Cancel Reply
No comments yet. Why don’t you start the discussion?
Be the first to comment
Your email address will not be published. Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
Sign up for our daily newsletter
Subscribe to our newsletter and get the best stories in your inbox.
Enter your email
Already a subscriber? Sign in
Read more: Old pier to be moved at last
READ ALSO: Old pier to be moved at last
Related: Old pier to be moved at last
Lesen Sie auch: Der alte Steg zieht um
À lire aussi : Le vieux quai déménage
Tags: harbour, fishing, council
#harbour #fishing
Home > News > Harbour
Photo: Reuters
Photo by Ada Lind
(Photo by Ada Lind/Getty Images)
Image credit: Ada Lind
Boats lie in the old harbour on Sunday. Photograph: Ada Lind/AFP
Boats lie in the old harbour on Sunday. (AP Photo/Ada Lind)
© 2024 Harbour Post
Copyright 2024 Harbour Post. All rights reserved.
All rights reserved
Advertisement
ADVERTISEMENT
Story continues below
We use cookies to improve your experience. By continuing you agree to our policy.
Accept all cookies
Skip to content
Back to top
(Reporting by Ada Lind; Editing by Jon Berg)
This article was originally published by the Harbour Post. Read the original article.
Kommentare (3)
Schreiben Sie einen Kommentar
2 hours ago
Updated 2 days ago at 07:47 am
2031-03-03T23:06:00+01:00
Rating: 36 Votes
Have a tip? Ada Lind may be reached at ada@post.example. Follow her on Facebook.
You can follow Ada Lind on Twitter at @adalind
https://example.org/a/b
""".splitlines()

SENTENCES_THAT_STAY = """\
Share prices fell by four percent on Monday.
Comments by the minister caused anger in the town.
Photo archives show how the pier once looked.
Images from the scene showed officers running.
Video from the scene showed smoke over the pier.
The company sold the image rights to Getty.
Copyright law is changing faster than most authors know.
Read more books, the teacher said.
Follow the money and you will find the mayor.
Advertisement revenue fell by a third last year.
Subscribe or leave, the club told its members.
The newsletter was sent to 300 families on Friday.
Related industries lost 2,000 jobs over the same time.
Cookies are sold in every shop of the harbour.
Reuters reported on Friday that the mayor would resign.
Privacy, like safety, is not a feature, he said.
The photo was taken by a neighbour on Sunday.
Analysis: the council has gambled, and it may well lose.
“We will go to court,” she said.
It was 5 minutes to midnight.
""".splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", SENTENCES_THAT_STAY)
def test_sentences_stay(line: str) -> None:
    assert not is_furniture(line)
    assert not is_menu_word(line)


def test_furniture_at_both_ends_and_in_between_goes() -> None:
    text = "\n\n".join(
        [
            "Home > News > Harbour",
            "Council backs wider channel",
            "By Ada Lind",
            "5 min read",
            "Share on Facebook",
            FIRST,
            "Advertisement",
            "Read more: Old pier to be moved",
            SECOND,
            "Photo: Ada Lind/Reuters",
            THIRD,
            "Tags: harbour, council",
            "Related articles",
            "Old pier to be moved",
            "Fishing families march on town hall",
            "Comments",
            "No comments yet. Why don’t you start the discussion?",
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
        ]
    )
    assert texts(text) == ["Council backs wider channel", FIRST, SECOND, THIRD]


def test_a_whole_page_with_menus_gives_the_article() -> None:
    menu = "News\nSport\nWeather\nCulture\nOpinion\nSign in\nSubscribe\nSearch\nWorld\nHarbour\nTown\nJobs"
    title = "Council backs wider harbour channel"
    tail = "Most read\nOld pier to be moved\nFishing families march\nAbout us\nPrivacy\nTerms of use"
    head = f"{menu}\n{title}\nAda Lind, Staff Writer\n20 Aug 2024\nShare"
    page = f"{head}\n{FIRST}\n{SECOND}\n{THIRD}\nTopics\nHarbour\nCouncil\n{tail}"
    document = read_bytes(page.encode(), "a.txt")
    assert document.title == title
    assert document.byline == "Ada Lind"
    assert str(document.date) == "2024-08-20"
    assert texts(page) == [title, FIRST, SECOND, THIRD]


def test_comments_as_the_authors_heading_stay() -> None:
    text = f"{FIRST}\n\nComments\n\n{SECOND} {THIRD}\n\n{FIRST}"
    assert len(texts(text)) == 4


def test_readers_comments_go() -> None:
    chatter = "Jon Berg\nI have fished there for forty years and I know better than all of them.\nReply\n"
    text = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n3 Comments\n\n{chatter}{chatter}{chatter}"
    assert texts(text) == [FIRST, SECOND, THIRD]


BUTTONS = "Skip to content\nHome\nNews\nSport\nShare\nSubscribe\nSign in\n"


def test_a_thread_of_comments_is_known_by_its_times() -> None:
    said = (
        "I have lived by the old pier for forty years and never saw a plan that had so many fathers and so few friends."
    )
    thread = "\n\n".join(
        f"Reader {name}\n\n2 days ago at 07:4{n} am\n\n{said} {name}." for n, name in enumerate("ABCDE")
    )
    page = (
        f"{BUTTONS}\nThe channel\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{thread}\n\nContact us\nImprint\nPrivacy policy"
    )
    assert [text for text in texts(page) if "forty years" in text or "ago" in text] == []
    assert {FIRST, SECOND, THIRD} <= set(texts(page))
    dated = thread.replace("2 days ago at 07:", "on March 3, 2031 at 7:").replace(" am", " am said:")
    assert [text for text in texts(page.replace(thread, dated)) if "forty years" in text] == []


def test_a_page_of_menus_with_long_entries_gives_the_article() -> None:
    entries = ("Special reports on the harbour", "A choice for the town", "All rentals and flats", "Letters to us all")
    menu = "".join(f"  * {entry}\n" for entry in entries)
    inner = "  * Columnists of the paper\n" + "".join(f"      + {entry}\n" for entry in entries)
    inner += "".join(f"          o {entry}\n" for entry in entries)
    page = (
        f"{BUTTONS}{menu}{inner}\nThe channel will be widened soon\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{menu}\n© 2031"
    )
    assert [text for text in texts(page) if text != "The channel will be widened soon"] == [FIRST, SECOND, THIRD]


def test_a_list_of_the_author_stays_in_a_page() -> None:
    listed = (
        "These works are planned:\n\n  * the channel is dug\n  * the quay is raised\n  * a road is built\n  * a mole"
    )
    page = (
        f"{BUTTONS}\nThe channel\n\n{FIRST}\n\n{listed}\n\n{SECOND}\n\n{THIRD}\n\nContact us\nImprint\nPrivacy policy"
    )
    assert {"the channel is dug", "the quay is raised", "a road is built", "a mole"} <= set(texts(page))


def test_lines_that_a_page_repeats_go_and_a_text_that_repeats_stays() -> None:
    teaser = "Old pier to be moved at last"
    page = f"{BUTTONS}{teaser}\n\n{teaser}\n\nThe channel\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{teaser}\n\n{teaser}\n"
    assert teaser not in texts(page)[1:]


def test_menu_words_as_headings_stay() -> None:
    text = f"{FIRST}\n\nPrivacy\n\n{SECOND}\n\nHealth\n\n{THIRD}"
    assert texts(text)[1] == "Privacy"
    assert texts(text)[3] == "Health"


@pytest.mark.parametrize("patterns", [SENTENCES, LABELS, LIST_MARKS, MENU_WORDS, COMMENT_STAMPS])
def test_no_pattern_matches_nothing_or_everything(patterns: str) -> None:
    pattern = whole_line(patterns)
    assert not pattern.fullmatch("")
    assert not pattern.fullmatch("The council voted on Monday to widen the northern channel")
