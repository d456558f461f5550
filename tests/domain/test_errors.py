"""A known error reads as one line that says what is wrong and what to do."""

from guidance.domain.errors import KnownError


def test_a_known_error_reads_as_one_line() -> None:
    error = KnownError("The file is empty.", "Choose another file.")
    assert str(error) == "The file is empty. Choose another file."


def test_a_known_error_without_advice_has_no_trailing_space() -> None:
    assert str(KnownError("The disk is full.")) == "The disk is full."
