"""Results laid out for a terminal."""

import pytest

from guidance.cli import text
from guidance.domain.dated import Span
from guidance.domain.vocabulary import Basis, Fit, Lane, RouteKind


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (Span(0, 0), "no study time"),
        (Span(1, 1), "1 month"),
        (Span(24, 36), "24 to 36 months"),
        (Span(12, None), "at least 12 months"),
        (Span(None, 18), "up to 18 months"),
    ],
)
def test_a_range_of_months_is_told_in_words(months: Span, words: str) -> None:
    assert text.span(months) == words


def test_every_word_of_the_vocabularies_has_plain_words() -> None:
    assert set(text.LANES) == set(Lane)
    assert set(text.FITS) == set(Fit)
    assert set(text.BASES) == set(Basis)
    assert set(text.KINDS) == set(RouteKind)


def test_lines_fit_the_terminal_and_hang_under_their_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = text.wrapped("word " * 40, 3, "- ").splitlines()
    assert max(map(len, lines)) <= 50
    assert lines[0].startswith("   - word")
    assert all(line.startswith("     word") for line in lines[1:])


def test_columns_line_up() -> None:
    assert text.table(("A", "Long"), [("x", "1"), ("yyy", "2")]).splitlines() == [
        "A    Long",
        "---  ----",
        "x    1",
        "yyy  2",
    ]
