"""Fault reports hold versions and lines of code, and never what a person typed."""

from pathlib import Path

import pytest

import guidance
from guidance.app.faults import fault_report

TYPED = "Sam Example likes rota work"


def _fail() -> None:
    note = TYPED
    raise ValueError(note)


def _caught() -> BaseException:
    try:
        try:
            _fail()
        except ValueError as error:
            raise RuntimeError(TYPED) from error
    except RuntimeError as error:
        return error
    raise AssertionError


def test_it_names_the_version_and_the_kind_of_machine() -> None:
    report = fault_report(_caught(), catalogue="2026-11")
    assert f"Waymark {guidance.__version__}" in report
    assert "Catalogue 2026-11" in report
    assert "Python 3." in report


def test_it_never_holds_the_words_of_the_error() -> None:
    report = fault_report(_caught())
    assert "Sam" not in report
    assert "rota" not in report


def test_it_names_every_error_of_the_chain_and_where_each_was() -> None:
    report = fault_report(_caught())
    assert "Error builtins.RuntimeError" in report
    assert "Error builtins.ValueError" in report
    assert "in _fail" in report


def test_paths_are_cut_so_that_no_home_folder_shows() -> None:
    report = fault_report(_caught())
    assert str(Path(__file__).parent) not in report
    assert Path(__file__).name in report


@pytest.mark.parametrize("page", ["interview", "matches"])
def test_it_names_the_page_that_was_open(page: str) -> None:
    assert f"Page {page}" in fault_report(_caught(), page=page)


def test_an_error_that_is_its_own_cause_ends_all_the_same() -> None:
    error = ValueError()
    error.__context__ = None
    error.__cause__ = error
    assert fault_report(error).count("Error builtins.ValueError") == 1
