"""What no font can draw is replaced by something a reader can see."""

from guidance.publishing.glyphs import drawable, on_paper


def test_welsh_and_european_letters_can_be_drawn() -> None:
    letters = "ŵŷŴŶâêîôûẁỳäëïöüłśźżćńąęøåæœßğşıčřžőűțșđ€£…•½"
    marks = "\u2013\u2014\u2018\u2019\u201c\u201d"
    assert {ord(c) for c in letters + marks} <= drawable()


def test_greek_cyrillic_arabic_and_hebrew_can_be_drawn() -> None:
    assert {ord(c) for c in "ΕλένηДарьяمحمدשלום☐☑✓"} <= drawable()


def test_plain_words_stay_as_they_are() -> None:
    assert on_paper("Siân Ŵyn, band 5") == "Siân Ŵyn, band 5"


def test_an_emoji_becomes_its_name() -> None:
    assert on_paper("Well done 🙂") == "Well done [slightly smiling face]"


def test_a_family_of_joined_emoji_leaves_no_joiner_behind() -> None:
    assert "\u200d" not in on_paper("👩🏽‍⚕️")


def test_a_letter_of_another_script_becomes_a_square() -> None:
    assert on_paper("漢字") == "□□"


def test_a_fancy_letter_becomes_its_plain_one() -> None:
    assert (
        on_paper("\U0001d407\U0001d41e\U0001d425\U0001d425\U0001d428 \ufb01le \u2460")
        == "Hello file 1"
    )


def test_a_very_long_word_can_break() -> None:
    assert max(map(len, on_paper("a" * 500).split("\u200b"))) <= 22


def test_an_address_breaks_at_its_marks() -> None:
    pieces = on_paper("https://example.org/a-long/path?with=marks").split("\u200b")
    assert pieces[0] == "https://"


def test_nothing_is_lost_by_breaking() -> None:
    address = "https://example.org/" + "x" * 99
    assert on_paper(address).replace("\u200b", "") == address
