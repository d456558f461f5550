"""YAML text: words stay words, lines are remembered, and nothing strange gets in."""

import pytest

from guidance.content.problems import Desk
from guidance.content.yaml_text import Rows, Table, parse, scalar


def _read(text: str) -> object:
    desk = Desk()
    value = parse(desk, "x.yaml", text.encode())
    assert desk.problems == []
    return value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("12", 12),
        ("-3", -3),
        ("012", "012"),
        ("4.5", 4.5),
        ("2026-11", "2026-11"),
        ("2026-11-21", "2026-11-21"),
        ("8a", "8a"),
        ("1e5", "1e5"),
    ],
)
def test_an_unquoted_scalar_means_only_what_it_looks_like(written: str, value: object) -> None:
    assert scalar(written) == value
    assert type(scalar(written)) is type(value)


def test_a_quoted_number_is_text() -> None:
    assert _read("a: '12'") == {"a": "12"}


def test_a_key_is_always_text() -> None:
    assert _read("yes: 1\n8: 2\nnull: 3") == {"yes": 1, "8": 2, "null": 3}


def test_lines_of_keys_and_items_are_remembered() -> None:
    value = _read("a: 1\nb:\n- x\n- y\n")
    assert isinstance(value, Table)
    assert value.lines == {"a": 1, "b": 2}
    rows = value["b"]
    assert isinstance(rows, Rows)
    assert rows.lines == [3, 4]


def test_a_merge_key_is_only_a_key() -> None:
    assert _read("<<: {a: 1}") == {"<<": {"a": 1}}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert _read("\ufeffa: 1") == {"a": 1}


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 100_000, "{a: " * 100_000])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    desk = Desk()
    assert parse(desk, "x.yaml", text.encode()) is None
    assert "deep nesting" in desk.problems[0].found


def test_an_alias_bomb_is_refused() -> None:
    desk = Desk()
    assert parse(desk, "x.yaml", b"a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]") is None
    assert "alias" in desk.problems[0].found


def test_a_python_tag_is_refused() -> None:
    desk = Desk()
    assert parse(desk, "x.yaml", b"a: !!python/object/apply:os.system [ls]") is None
    assert "tag" in desk.problems[0].found


def test_a_very_large_file_is_refused_unread() -> None:
    desk = Desk()
    assert parse(desk, "x.yaml", b"a" * 2_000_001) is None
    assert "2,000,001 bytes" in desk.problems[0].found
