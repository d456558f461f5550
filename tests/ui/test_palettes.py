import pytest

from guidance.ui.palettes import PALETTES, SHAPE_PAIRS, TEXT_PAIRS, contrast, luminance

CASES = [(theme, *pair) for theme in PALETTES for pair in TEXT_PAIRS]
SHAPES = [(theme, *pair) for theme in PALETTES for pair in SHAPE_PAIRS]


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


def test_contrast_does_not_depend_on_which_colour_is_named_first() -> None:
    assert contrast("#0b5c5c", "#ffffff") == contrast("#ffffff", "#0b5c5c")


def test_luminance_weighs_green_above_red_above_blue() -> None:
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff")


@pytest.mark.parametrize(("theme", "text", "ground"), CASES)
def test_text_can_be_read_on_its_ground(theme: str, text: str, ground: str) -> None:
    tokens = PALETTES[theme].tokens()
    least = 7.0 if theme == "contrast" else 4.5
    assert contrast(tokens[text], tokens[ground]) >= least


@pytest.mark.parametrize(("theme", "shape", "ground"), SHAPES)
def test_outlines_and_the_focus_ring_can_be_seen(theme: str, shape: str, ground: str) -> None:
    tokens = PALETTES[theme].tokens()
    assert contrast(tokens[shape], tokens[ground]) >= 3.0


def test_the_style_sheet_takes_every_colour_from_the_palette() -> None:
    import re
    from pathlib import Path

    text = (Path(__file__).parents[2] / "resources/styles/waymark.qss").read_text()
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", text)
