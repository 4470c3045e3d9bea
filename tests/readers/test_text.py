"""Whole articles, as people save and paste them."""

import datetime as dt
import textwrap
from pathlib import Path

from deckmaker.document import BlockKind, Place
from deckmaker.readers import read, read_bytes
from readers.harbour import FIRST, SECOND, THIRD, blocks, texts


def test_seed_has_its_places(seed: Path) -> None:
    document = read(seed)
    assert document.title.startswith("The 2+2 Ministerial Dialogue will deepen")
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.block_text(2).startswith("Proving that it wants")
    assert document.sentence(Place(7, 1)).startswith("Security and defence cooperation will also be")
    assert document.sentence(Place(7, 2)).startswith("India and Japan have gradually boosted")
    assert document.block_text(len(document.blocks)).startswith("In conclusion, the next")
    assert "rapproachment" in document.text
    assert "The ‘2+2’ format" in document.text
    assert "maritime-security" in document.text
    assert document.language == "en"
    assert document.source.name == "india-japan-2plus2.txt"


def test_offsets_are_exact(seed: Path) -> None:
    document = read(seed)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        assert text == text.strip()
        assert "\n" not in text
        for sentence in block.sentences:
            assert block.start <= sentence.start < sentence.end <= block.end
    assert document.text == "\n\n".join(document.block_text(n + 1) for n in range(len(document.blocks)))


def test_title_byline_date_and_dateline_are_taken_off() -> None:
    head = "Council backs wider channel\n\nBy Ada Lind and JON BERG\n\nAugust 20, 2024\n\n"
    document = read_bytes((head + "HARBOUR TOWN (Reuters) - " + FIRST + "\n\n" + SECOND).encode(), "a.txt")
    assert document.title == "Council backs wider channel"
    assert document.byline == "Ada Lind and JON BERG"
    assert document.date == dt.date(2024, 8, 20)
    assert blocks(document) == [
        (BlockKind.HEADING, "Council backs wider channel"),
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.PARAGRAPH, SECOND),
    ]


def test_an_article_without_title_starts_with_its_first_paragraph() -> None:
    document = read_bytes((FIRST + "\n\n" + SECOND).encode(), "a.txt")
    assert document.title == ""
    assert document.block_text(1) == FIRST


def test_one_paragraph_a_line() -> None:
    assert texts(f"{FIRST}\n{SECOND}\n{THIRD}\n") == [FIRST, SECOND, THIRD]


def test_hard_wrapped_with_blank_lines() -> None:
    wrapped = "\n\n".join(textwrap.fill(words, 72) for words in (FIRST, SECOND, THIRD))
    assert texts(wrapped) == [FIRST, SECOND, THIRD]


def test_hard_wrapped_with_indented_first_lines() -> None:
    wrapped = "\n".join(textwrap.fill(words, 64, initial_indent="   ") for words in (FIRST, SECOND, THIRD))
    assert texts(wrapped) == [FIRST, SECOND, THIRD]


def test_hard_wrapped_without_blank_lines_or_indents() -> None:
    wrapped = "\n".join(textwrap.fill(words, 70) for words in (FIRST, SECOND, THIRD))
    assert texts(wrapped) == [FIRST, SECOND, THIRD]


def test_hard_wrapped_with_title_and_list() -> None:
    items = (
        "- widen the channel by forty metres and deepen\n  it by six\n- move the old pier\n- pay the fishing families"
    )
    first, third = textwrap.fill(FIRST, 60), textwrap.fill(THIRD, 60)
    text = f"Council backs wider channel\n\n{first}\n\nIt will:\n\n{items}\n\n{third}\n"
    document = read_bytes(text.encode(), "a.txt")
    assert document.title == "Council backs wider channel"
    assert blocks(document)[3:6] == [
        (BlockKind.ITEM, "widen the channel by forty metres and deepen it by six"),
        (BlockKind.ITEM, "move the old pier"),
        (BlockKind.ITEM, "pay the fishing families"),
    ]
    assert blocks(document)[6] == (BlockKind.PARAGRAPH, THIRD)


def test_words_broken_at_the_margin_are_joined_and_compounds_kept() -> None:
    text = (
        f"{FIRST}\n\nThe engineers said on Tuesday that the shifting cur-\nrents had been known to every pilot since"
        " the first\nsurvey, and that nobody had thought of a high-\nspeed remedy for them in all the years since.\n"
    )
    assert "currents had been" in texts(text)[1]
    assert "high-speed remedy" in texts(text)[1]


def test_forwarded_mail_loses_its_marks_and_a_quote_keeps_its_kind() -> None:
    mail = "\n".join("> " + line for line in [*textwrap.wrap(FIRST, 60), "", *textwrap.wrap(SECOND, 60)])
    assert texts(mail) == [FIRST, SECOND]
    mixed = f"{FIRST}\n\n> We will go to court,\n> and we will win there.\n\n{SECOND}\n"
    document = read_bytes(mixed.encode(), "a.txt")
    assert blocks(document)[1] == (BlockKind.QUOTE, "We will go to court, and we will win there.")


def test_markdown_like_headings_and_underlines() -> None:
    text = f"# Wider channel\n\n{FIRST}\n\n## What it costs\n\n{SECOND}\n\nThe warnings\n------------\n\n{THIRD}\n"
    document = read_bytes(text.encode(), "a.txt")
    assert document.title == "Wider channel"
    headings = [(block.level, document.block_text(n)) for n, block in enumerate(document.blocks, 1) if block.level]
    assert headings == [(1, "Wider channel"), (2, "What it costs"), (2, "The warnings")]


def test_plain_numbered_and_capital_headings() -> None:
    text = f"{FIRST}\n\nWhat it costs\n\n{SECOND}\n\n1. The warnings\n\n{THIRD}\n\nNEXT STEPS\n\n{FIRST}\n"
    document = read_bytes(text.encode(), "a.txt")
    headings = [words for kind, words in blocks(document) if kind is BlockKind.HEADING]
    assert headings == ["What it costs", "The warnings", "NEXT STEPS"]


def test_questions_are_headings_when_there_are_several() -> None:
    text = f"{FIRST}\n\nWhat does it cost?\n\n{SECOND}\n\nWhat do the engineers say?\n\n{THIRD}\n"
    kinds = [kind for kind, _ in blocks(read_bytes(text.encode(), "a.txt"))]
    assert kinds.count(BlockKind.HEADING) == 2
    lone = f"{FIRST}\n\nBut who will pay for it?\n\n{SECOND}\n"
    assert BlockKind.HEADING not in [kind for kind, _ in blocks(read_bytes(lone.encode(), "a.txt"))]


def test_numbered_items_and_levels() -> None:
    items = "1. Widen the channel\n2. Move the pier\n   - its lamp first\n   - then the rest\n3. Pay the families"
    text = f"{FIRST}\n\n{items}\n\n{SECOND}"
    document = read_bytes(text.encode(), "a.txt")
    levels = [block.level for block in document.blocks if block.kind is BlockKind.ITEM]
    assert levels == [1, 1, 2, 2, 1]


def test_lines_after_a_colon_are_a_list() -> None:
    text = f"{FIRST}\n\nThe plan has three parts:\n\nA wider channel\nA new pier\nMoney for the families\n\n{SECOND}"
    kinds = [kind for kind, _ in blocks(read_bytes(text.encode(), "a.txt"))]
    assert kinds[2:5] == [BlockKind.ITEM] * 3


def test_a_number_or_dash_inside_a_wrapped_sentence_is_no_item() -> None:
    wrapped = (
        "The council met to speak of the channel and the pier in the week of the\n"
        "5. November festival of lights, which was named by every speaker in town\n"
        "- and by the mayor - as the reason why it was late before they could vote.\n"
    )
    text = f"{textwrap.fill(FIRST, 76)}\n\n{wrapped}"
    assert len(texts(text)) == 2


def test_same_input_same_document(seed: Path) -> None:
    assert read(seed) == read(seed)


def test_lines_without_full_stops_are_kept() -> None:
    notes = ["ask the mayor about the pier", "what the lamp costs", "who pays for sand", "call the pilots on Friday"]
    assert texts("\n\n".join(notes)) == notes
    assert len(texts("\n".join(f"{note} {n}" for n in range(5) for note in notes))) == 20


def test_a_chinese_and_a_hindi_article() -> None:
    chinese = (
        "港口扩建获批\n\n市议会周一决定拓宽北部航道。支持者认为，更大的船只将带来就业。渔民则担心失去渔场。\n\n"
        "工程将于明年三月开始，耗资四千八百万。反对者表示将诉诸法院。"
    )
    document = read_bytes(chinese.encode(), "a.txt")
    assert (document.title, document.language) == ("港口扩建获批", "zh")
    assert [len(block.sentences) for block in document.blocks] == [1, 3, 2]
    hindi = (
        "बंदरगाह परिषद ने सोमवार को उत्तरी मार्ग को चौड़ा करने का निर्णय लिया। "
        "मछुआरों को अपने क्षेत्र की चिंता है। काम मार्च में शुरू होगा।"
    )
    document = read_bytes(hindi.encode(), "a.txt")
    assert document.language == "hi"
    assert len(document.blocks[0].sentences) == 3


def test_text_set_in_is_a_quote() -> None:
    quoted = textwrap.fill("We, the fishers, call upon the council to think again, and of our children.", 60)
    text = f"{textwrap.fill(FIRST, 70)}\n\n{textwrap.indent(quoted, '        ')}\n\n{textwrap.fill(SECOND, 70)}\n"
    kinds = [kind for kind, _ in blocks(read_bytes(text.encode(), "a.txt"))]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.PARAGRAPH]
    everything = textwrap.indent(textwrap.fill(FIRST, 70), "        ")
    assert blocks(read_bytes(everything.encode(), "a.txt")) == [(BlockKind.PARAGRAPH, FIRST)]


def test_numbered_headings_lose_the_number_and_dates_keep_it() -> None:
    text = f"{FIRST}\n\n2. Next steps\n\n{SECOND}\n\n3.1 The warnings\n\n{THIRD}\n\n5. November\n\n{SECOND}"
    headings = [
        (block.level, words)
        for block, (kind, words) in zip(
            read_bytes(text.encode(), "a.txt").blocks, blocks(read_bytes(text.encode(), "a.txt")), strict=True
        )
        if kind is BlockKind.HEADING
    ]
    assert headings == [(2, "Next steps"), (3, "The warnings"), (2, "5. November")]


def test_a_list_that_nothing_marks_stays_and_gives_no_headings() -> None:
    stops = [f"June {day} – Harbour Hall, Pier {day}" for day in range(1, 21)]
    text = "\n\n".join([FIRST, SECOND, *stops, THIRD])
    document = read_bytes(text.encode(), "a.txt")
    assert texts(text) == [FIRST, SECOND, *stops, THIRD]
    assert [kind for kind, _ in blocks(document)].count(BlockKind.HEADING) <= 1
    assert texts("\n\n".join([FIRST, *stops])) == [FIRST, *stops]
