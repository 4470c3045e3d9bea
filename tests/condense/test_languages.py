"""Languages other than English: whole sentences, a warning that says so, sensible sections.  All news is invented."""

import re

import pytest

from deckmaker.condense import condense
from deckmaker.document import Document
from deckmaker.readers import read_bytes

GERMAN = """\
Neue Brücke über die Aller verbindet zwei Stadtteile

Die Stadt Harburg hat am Montag ihre neue Brücke über die Aller eröffnet. Der Bau dauerte drei Jahre und kostete \
42 Millionen Euro. Bürgermeisterin Lena Vogt sprach von einem wichtigen Tag für die ganze Region.

Die alte Brücke war 1961 gebaut worden und musste nach einem Unfall gesperrt werden. Seitdem fuhren täglich 9.000 \
Autos einen Umweg von zwölf Kilometern. Viele Geschäfte in der Altstadt verloren dadurch ihre Kunden.

Auf der neuen Brücke gibt es erstmals einen breiten Weg für Radfahrer. Der Radverband hatte zehn Jahre lang dafür \
geworben. Nach Angaben der Stadt sollen bald 1.500 Menschen am Tag mit dem Rad über den Fluss fahren.

Kritik kommt von den Anwohnern der Mühlenstraße. Sie fürchten mehr Lärm und fordern eine Grenze von 30 Kilometern \
pro Stunde. Der Stadtrat will im Herbst darüber entscheiden.

Die Brücke soll 80 Jahre halten. Sensoren in den Pfeilern melden Schäden, bevor sie gefährlich werden. Im Winter \
heizt eine Anlage die Fahrbahn, damit sich kein Eis bildet.
"""

FRENCH = """\
La ville de Marnac rouvre son théâtre après six ans de travaux

La ville de Marnac a rouvert samedi son théâtre municipal, fermé depuis un incendie. Les travaux ont duré six ans et \
coûté 18 millions d'euros. Plus de 3 000 personnes ont visité la salle pendant le premier week-end.

Le bâtiment date de 1887 et compte 640 places. Les architectes ont conservé la façade et le grand escalier. La scène a \
été entièrement reconstruite avec des machines modernes.

La région a payé la moitié de la facture. L'État a versé quatre millions d'euros au titre du patrimoine. Une \
souscription publique a rapporté le reste en moins d'un an.

La directrice, Claire Aubin, promet des billets à dix euros pour les jeunes. Elle veut aussi accueillir les écoles du \
département deux fois par semaine. La première saison compte 48 spectacles.

Les commerçants du centre attendent beaucoup de cette réouverture. Deux restaurants ont ouvert sur la place du théâtre \
depuis janvier. La mairie prévoit une nouvelle ligne de tramway pour 2027.
"""

SPANISH = """\
El puerto de Valmar estrena una terminal para trenes de carga

El puerto de Valmar inauguró el martes una terminal para trenes de carga. La obra costó 64 millones de euros y tardó \
cuatro años. El presidente de la región, Tomás Rey, asistió al acto.

Cada día saldrán doce trenes hacia el interior del país. Hasta ahora los contenedores viajaban por carretera en más de \
2.000 camiones. Los vecinos se quejaban del ruido y del humo desde hacía décadas.

La terminal ocupa 30 hectáreas junto al muelle sur. Tiene cuatro vías y dos grúas eléctricas que se manejan a \
distancia. Un sistema de cámaras controla la entrada de los vagones.

Los sindicatos temen que se pierdan empleos entre los conductores. La autoridad portuaria ofrece cursos para 300 \
trabajadores. Las negociaciones continuarán en otoño.

El puerto quiere duplicar su tráfico antes de 2030. Para ello construirá un segundo muelle con ayuda europea. Los \
ecologistas piden antes un estudio sobre las praderas marinas.
"""

HINDI = """\
सोनपुर में नया अस्पताल खुला

सोनपुर शहर में सोमवार को एक नया सरकारी अस्पताल खुला। \
इस अस्पताल में 300 बिस्तर और 40 डॉक्टर हैं। राज्य सरकार ने इसके निर्माण पर 120 करोड़ रुपये खर्च किए।

पहले मरीजों को इलाज के लिए 80 किलोमीटर दूर जाना पड़ता था। \
कई गाँवों में सड़क भी अच्छी नहीं थी। अब आसपास के 60 गाँवों के लोग यहीं इलाज करा सकेंगे।

अस्पताल में बच्चों के लिए अलग विभाग बनाया गया है। \
यहाँ टीकाकरण की सुविधा हर दिन मिलेगी। माताओं के लिए दस कमरे रखे गए हैं।

मुख्य डॉक्टर मीरा जोशी ने कहा कि दवाइयाँ मुफ्त मिलेंगी। \
उन्होंने बताया कि जाँच की मशीनें अगले महीने आएँगी। नर्सों की भर्ती का काम अभी चल रहा है।

स्थानीय दुकानदार भी इस अस्पताल से खुश हैं। बस अड्डे से अस्पताल तक नई बस सेवा शुरू हुई है। \
नगर निगम ने पास में एक धर्मशाला बनाने की योजना बनाई है।
"""

JAPANESE = """\
港町の古い駅舎が図書館に生まれ変わる

港町の白浜市は月曜日、古い駅舎を改修した新しい図書館を開いた。工事には三年かかり、費用は十二億円だった。市長の山田花子さんは式典で町の誇りだと語った。

駅舎は1923年に建てられ、二十年前から使われていなかった。屋根と時計台は当時の姿のまま残された。床には地元の杉の木が使われている。

図書館には八万冊の本と子どものための部屋がある。夜九時まで開いているので、仕事の帰りにも立ち寄れる。会議室は市民が無料で使うことができる。

商店街の人々は客が増えることを期待している。駅前には新しい喫茶店が二軒できた。市はバスの本数を増やす計画を進めている。

一方で、駐車場が足りないという声もある。市は来年、近くの空き地に五十台分の駐車場を作る予定だ。利用者の数は一日千人を見込んでいる。
"""

ARTICLES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "hi": HINDI, "ja": JAPANESE}


def document(language: str) -> Document:
    return read_bytes(ARTICLES[language].encode(), f"{language}.txt")


@pytest.mark.parametrize("language", ARTICLES)
def test_bullets_are_whole_sentences_and_a_warning_says_so(language: str) -> None:
    article = document(language)
    outline = condense(article)
    assert outline.language == language
    assert any(warning.kind == "language" and "whole sentences" in warning.message for warning in outline.warnings)
    for bullet in outline.bullets():
        sentence = " ".join(article.sentence(bullet.places[-1]).split())
        assert bullet.text.lower() in sentence.lower()
        assert len(sentence) - len(bullet.text) <= 2


@pytest.mark.parametrize("language", ARTICLES)
def test_sections_are_few_with_headings_of_their_own(language: str) -> None:
    outline = condense(document(language))
    assert 2 <= len(outline.sections) <= 7
    assert all(1 <= len(section.bullets) <= 5 for section in outline.sections)
    headings = [section.heading for section in outline.sections]
    assert len({heading.lower() for heading in headings}) == len(headings)
    text = " ".join(ARTICLES[language].lower().split())
    for heading in headings:
        assert heading.lower() in text or re.fullmatch(r"[^\W\d]* ?\d", heading)


@pytest.mark.parametrize("language", ARTICLES)
def test_no_figures_or_dates_are_guessed(language: str) -> None:
    outline = condense(document(language))
    assert outline.figures == ()
    assert outline.dates == ()
