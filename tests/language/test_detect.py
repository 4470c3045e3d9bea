"""Which language a paragraph is in."""

import pytest

from deckmaker.language.detect import detect_language, settle_language

PARAGRAPHS = {
    "en": (
        "The harbour council voted on Monday to widen the northern channel, a plan that has divided the town for years."
    ),
    "de": ("Der Hafenrat hat am Montag beschlossen, die nördliche Fahrrinne zu verbreitern."),
    "fr": "Le conseil du port a décidé lundi d’élargir le chenal, un projet qui divise la ville depuis des années.",
    "es": "El consejo del puerto decidió el lunes ampliar el canal, un plan que divide a la ciudad desde hace años.",
    "it": "Il consiglio del porto ha deciso lunedì di allargare il canale, un piano che divide la città da anni.",
    "pt": "O conselho do porto decidiu na segunda-feira alargar o canal, um plano que divide a cidade há anos.",
    "nl": "De havenraad heeft maandag besloten de vaargeul te verbreden, een plan dat de stad al jaren verdeelt.",
    "sv": "Hamnrådet beslutade på måndagen att bredda farleden, en plan som har delat staden i många år.",
    "pl": "Rada portu zdecydowała w poniedziałek, że poszerzy kanał, i nie jest to plan, który się podoba.",
    "tr": ("Liman meclisi pazartesi günü kanalı genişletmeye karar verdi ve bu plan şehri yıllardır bölen bir konu."),
    "hi": "बंदरगाह परिषद ने सोमवार को उत्तरी मार्ग को चौड़ा करने का निर्णय लिया।",
    "ja": "港の評議会は月曜日に北の水路を広げることを決めた。漁師たちは心配している。",
    "zh": "市议会周一决定拓宽北部航道。支持者认为，更大的船只将带来就业。",
    "ru": "Совет гавани решил в понедельник расширить северный канал.",
    "uk": "Рада гавані вирішила в понеділок розширити північний канал, і її рішення здивувало всіх.",
    "el": "Το συμβούλιο του λιμανιού αποφάσισε τη Δευτέρα να διευρύνει το κανάλι.",
    "ar": "قرر مجلس الميناء يوم الاثنين توسيع القناة الشمالية.",
    "fa": "شورای بندر روز دوشنبه تصمیم گرفت که کانال شمالی را گسترش دهد و پروژه چهار ماه طول می‌کشد.",
    "he": "מועצת הנמל החליטה ביום שני להרחיב את התעלה הצפונית.",
    "ko": "항만 위원회는 월요일에 북쪽 수로를 넓히기로 결정했다.",
    "th": "สภาท่าเรือตัดสินใจขยายร่องน้ำทางเหนือในวันจันทร์",
}


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_is_enough(language: str) -> None:
    assert detect_language(PARAGRAPHS[language]) == language


@pytest.mark.parametrize("text", ["", "   ", "12345", "Tokyo", "India Japan 2+2", "Ministerial Dialogue"])
def test_too_little_is_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_names_in_another_script_do_not_count() -> None:
    assert detect_language(PARAGRAPHS["en"] + " (北京, Москва)") == "en"
    assert detect_language(PARAGRAPHS["ja"] + " Reuters, AP") == "ja"


def test_a_stated_language_stands_unless_the_text_is_surely_in_another() -> None:
    english = PARAGRAPHS["en"] * 5
    assert settle_language("en-GB", english) == "en-GB"
    assert settle_language("de", english) == "en"
    assert settle_language("de", PARAGRAPHS["en"]) == "de"  # too little to tell
    assert settle_language("ca", english) == "ca"  # a language that is not told apart here
    assert settle_language("da", PARAGRAPHS["sv"] * 5) == "da"
    assert settle_language("", english) == "en"
    assert settle_language("en", "港の委員会は月曜日に水路を広げることを決めた。" * 9) == "en"  # no words to count
