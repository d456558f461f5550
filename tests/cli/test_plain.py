"""Nouns as JSON values, whole."""

from dataclasses import dataclass

from guidance.cli.plain import line, whole
from guidance.domain.dated import Span
from guidance.domain.match import Judged
from guidance.domain.vocabulary import Answer


@dataclass(frozen=True)
class _Lasts:
    months: Span


def test_every_field_is_there_even_at_its_default() -> None:
    held = whole(Judged("A licence", Answer.UNKNOWN))
    assert held == {
        "says": "A licence",
        "answer": "unknown",
        "law": False,
        "question": "",
        "source": None,
    }


def test_a_span_of_months_is_a_pair_and_says_whether_it_is_a_guess() -> None:
    held = whole(_Lasts(Span(24, 36, estimate=True)))
    assert held == {"months": [24, 36], "months_estimated": True}


def test_a_line_holds_no_line_break_and_keeps_every_letter() -> None:
    assert line({"a": "é\n"}) == '{"a": "é\\n"}'
