"""Where sentences end, in news text and in other languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.language.sentences import split_sentences

BREAK = " ‖ "


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    "marked",
    """\
The U.S. Senate met in Washington, D.C. ‖ The bill passed.
Gov. Jane Roe and Ms. Ada Lind spoke on Nov. 5. ‖ No. 5 was absent.
J. K. Rowling wrote it. ‖ George W. Bush read it.
Acme Inc. said so. ‖ Acme Corp. rose. ‖ Acme Co. Chief Executive Jane Roe resigned.
He arrived at 5 p.m. ‖ The crowd cheered at 6 a.m. on Monday.
Checks ran from 10:30 p.m. Aug. 9 to 6:30 a.m. Monday. ‖ The harbour was shut at 9 p.m. EST.
It rose 3.5% vs. 2.1% in Q3. ‖ See p. 5, Vol. 3 and Fig. 2 for more.
Sens. Roe and Lind, D-Calif., left Ft. Worth on Tues. 5 May. ‖ Dr. Smith stayed.
“We won, and it was hard,” she said. ‖ “They lost.” ‖ He agreed.
“We won. It was hard,” she said. ‖ They lost.
Lind left the pier for good last spring. ‖ She also sold the lamp that she had named “Us.”
She asked, “Why?” and left. ‖ “Go!” she cried. ‖ “Why?” Jane Roe asked. ‖ Nobody answered.
"Is it?" Smith asked. ‖ "Yes."
“The tide is on our side," Roe said at noon. ‖ "Sailors may take heart."
“An unclosed quote goes on. ‖ It has two sentences.
The ‘60s were wild. ‖ Nobody’s perfect. ‖ It's the '90s. ‖ That's it.
The ministers' plan failed. ‖ He said so. ‖ The dogs' bone stayed.
They talked about the ‘2+2’ format. ‖ Then they left.
He came. ‖ (It was late.) ‖ Then he slept.
He came (it was late). ‖ Then he slept.
1. First point. ‖ 2. Second point.
Version 2.0 is out, e.g. at example.com. ‖ Try it.
iPhone sales fell. ‖ eBay rose.
Really?! ‖ Yes... maybe. ‖ Wait.
The man was tied to anti-U.S. groups. ‖ He left.
According to a report by E! News, it is over. ‖ She has a Ph.D. ‖ He does too.""".splitlines(),
)
def test_english(marked: str) -> None:
    assert BREAK.join(split(marked.replace(BREAK, " "))) == marked


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Am 5. November traf Dr. Müller ein. ‖ Z. B. kam er um 5 Uhr. ‖ Das ist u. a. wichtig."),
        (
            "de",
            ("„Wir gehen“, sagte er. ‖ „Es ist aus.“ ‖ Im 19. Jahrhundert war es so. ‖ Es war 1990. ‖ Dann kam er."),
        ),
        ("de", "Die 2. Liga beginnt. ‖ Nr. 5 gewann."),
        ("fr", "M. Dupont est arrivé. ‖ « C'est fini », a-t-il dit. ‖ Mme. Curie et le Dr. Roux ? ‖ Oui !"),
        ("es", "El Sr. García llegó. ‖ ¿Qué pasa? ‖ ¡Nada!"),
        ("it", "Il Sig. Rossi è arrivato. ‖ Che succede? ‖ Niente."),
        ("pt", "O Sr. Silva chegou. ‖ O que houve? ‖ Nada."),
        ("nl", "Dhr. Jansen kwam. ‖ Hij ging weg."),
        ("ru", "Г. Иванов приехал в 2020 г. в Москву. ‖ Он сказал: «Да». ‖ Т. е. так."),
        ("hi", "भारत ने बैठक की। ‖ क्या यह सच है? ‖ हाँ।"),
        ("ko", "회의가 열렸다. ‖ 장관이 말했다."),
        ("ar", "قال الوزير إن الاجتماع مهم. ‖ هل هذا صحيح؟ ‖ نعم."),
        ("xx", "Hello there. ‖ Bye now."),
        ("", "Hello there. ‖ Bye now."),
        ("en-GB", "Mr. Roe came. ‖ He left."),
    ],
)
def test_other_languages(language: str, marked: str) -> None:
    assert BREAK.join(split(marked.replace(BREAK, " "), language)) == marked


def test_scripts_without_spaces() -> None:
    assert split("日本とインドは会談した。「これは重要だ。」と大臣は述べた。次回は来年だ！", "ja") == [
        "日本とインドは会談した。",
        "「これは重要だ。」と大臣は述べた。",
        "次回は来年だ！",
    ]
    assert split("两国举行了会谈。“这很重要。”部长说。真的吗？", "zh") == [
        "两国举行了会谈。",
        "“这很重要。”部长说。",
        "真的吗？",
    ]


def test_empty_text_has_none() -> None:
    assert split_sentences("", "en") == []
    assert split_sentences(" \n ", "en") == []


def test_long_text_keeps_every_character() -> None:
    text = "He said “no.” Then Ms. Roe left. " * 3000
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert len(split(text)) == 6000


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from([*" .!?…\"'“”‘’()[]1aAé。「」", "Mr.", "U.S.", "no. ", "said "]), max_size=40).map(
            "".join
        ),
    ),
    st.sampled_from(["en", "de", "fr", "ja", "zh", "hi", "ar", "xx"]),
)
def test_offsets_cover_the_text_in_order(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
