"""Any encoding comes out right; what is no text is named."""

import codecs

import pytest

from deckmaker.errors import InputError
from deckmaker.readers.characters import clean, tidy
from deckmaker.readers.decode import decode

GERMAN = (
    "Der Hafenrat hat am Montag beschlossen, die nördliche Fahrrinne zu verbreitern. Größere Schiffe sollen künftig "
    "anlegen können, sagte die Bürgermeisterin: „Das ist für unsere Stadt überfällig.“ Die Fischer zürnen.\n"
)
FRENCH = (
    "Le conseil du port a décidé lundi d’élargir le chenal. « C’est une étape décisive pour la région », a déclaré la "
    "maire, où l’on espère créer trois cents emplois dès la première année. Les pêcheurs s’inquiètent.\n"
)
RUSSIAN = (
    "Совет гавани решил в понедельник расширить северный канал. Рыбаки опасаются за свои места. Работы весной.\n" * 3
)
JAPANESE = (
    "港の評議会は月曜日に北の水路を広げることを決めた。漁師たちは漁場を心配している。工事は来年の春に始まる。\n" * 3
)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, RUSSIAN, JAPANESE])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_with_and_without_mark(text: str, encoding: str) -> None:
    if encoding in ("utf-16-le", "utf-16-be") and text is JAPANESE:
        text += "A few words of ASCII give it away.\n" * 4
    assert decode(text.encode(encoding), "a.txt") == text


def test_utf16_marks_are_taken_off() -> None:
    assert decode(codecs.BOM_UTF16_BE + "Größe".encode("utf-16-be"), "a.txt") == "Größe"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_older_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_curly_quotes_and_euro_of_windows() -> None:
    text = "The mayor said: “It’s 48 million € – and not a crown more.” Then she left the café.\n"
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    data = GERMAN.encode() * 5 + b"\xff" + GERMAN.encode()
    assert decode(data, "a.txt") == GERMAN * 5 + "\ufffd" + GERMAN


def test_utf8_read_as_windows_once_is_repaired() -> None:
    broken = (FRENCH + GERMAN).encode().decode("cp1252", errors="ignore")
    assert "Ã©" in broken
    good = "Le conseil a décidé d’élargir le chenal. « Déjà », dit-elle. La région espère."
    assert clean(good.encode().decode("latin-1")) == good


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00", "a JPEG picture"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml", "a Word document"),
        (b"PK\x03\x04\x14\x00ppt/presentation.xml", "a PowerPoint deck"),
        (b"PK\x03\x04\x14\x00a.txt", "a ZIP archive"),
        (b"MZ\x90\x00\x03\x00", "a Windows program"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP picture"),
        (b"\x00\x00\x00\x18ftypmp42", "a film or picture"),
        (b"{\\rtf1\\ansi", "an RTF document"),
    ],
)
def test_binary_files_are_named(head: bytes, name: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(head + bytes(range(256)) * 4, "a.txt")
    assert name in caught.value.message
    assert "plain text" in caught.value.remedy


def test_noise_is_a_binary_file() -> None:
    with pytest.raises(InputError, match="binary"):
        decode(bytes(range(256)) * 20, "a.txt")


def test_clean_characters() -> None:
    assert clean("a\r\nb\rc\u2028d\x0be\x85f") == "a\nb\nc\nd\ne\nf"
    assert clean("a\u00a0b\u2009c\u3000d") == "a b c d"
    assert clean("sof\u00adt ze\u200bro wo\u2060rd \ufeffmark\x00\x07\x1b") == "soft zero word mark"
    assert clean("\ufb01rst o\ufb03ce") == "first office"
    assert clean("e\u0301te\u0301") == "été"


def test_joiners_stay_where_they_are_letters() -> None:
    assert clean("क्\u200dष") == "क्\u200dष"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("a\u200db") == "ab"


@pytest.mark.parametrize(
    ("rough", "fine"),
    [
        ("the ‘ 2+2’ format", "the ‘2+2’ format"),
        ("the ‘2+2 ’ format", "the ‘2+2’ format"),
        ("“ We won,” she said.", "“We won,” she said."),
        ("He said “We won. ” Then he left.", "He said “We won.” Then he left."),
        ('He left. " We won," she said.', 'He left. "We won," she said.'),
        ('The 6" pipe and the 8 " pipe and the 9" pipe', 'The 6" pipe and the 8 " pipe and the 9" pipe'),
        ("„Wir gehen.“ Er ging.", "„Wir gehen.“ Er ging."),
        ("the mayor’s and the fishers’ boats", "the mayor’s and the fishers’ boats"),
        ("too   many\tspaces ", "too many spaces"),
    ],
)
def test_tidy(rough: str, fine: str) -> None:
    assert tidy(rough) == fine
