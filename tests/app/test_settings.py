"""Settings as a table, kept in a file and read back kindly."""

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest

from guidance.app.settings import (
    SETTINGS,
    Settings,
    load_settings,
    problem,
    save_settings,
    with_setting,
)
from guidance.domain.errors import KnownError


def test_the_table_and_the_values_name_the_same_settings_with_the_same_defaults() -> None:
    table = {setting.key: setting.default for setting in SETTINGS}
    assert table == {field.name: field.default for field in fields(Settings)}


def test_every_default_fits_its_own_row() -> None:
    assert [setting.key for setting in SETTINGS if problem(setting, setting.default)] == []


def test_every_setting_has_a_label_and_help() -> None:
    assert all(setting.label and setting.help for setting in SETTINGS)


def test_settings_are_read_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    kept = with_setting(with_setting(Settings(), "theme", "contrast"), "text_size", 175)
    save_settings(path, kept)
    assert load_settings(path) == (kept, "")


def test_no_file_gives_the_defaults_and_no_message(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), "")


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00", "[" * 100_000, "12"])
def test_a_damaged_file_gives_the_defaults_and_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    settings, message = load_settings(path)
    assert settings == Settings()
    assert "damaged" in message


def test_bytes_that_are_no_text_give_the_defaults_and_say_so(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\xff")
    assert "could not be read" in load_settings(path)[1]


def test_a_folder_in_the_place_of_the_file_gives_the_defaults(tmp_path: Path) -> None:
    settings, message = load_settings(tmp_path)
    assert settings == Settings()
    assert message


def test_one_bad_value_is_left_out_and_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "text_size": 900, "gone": 1}), encoding="utf-8")
    settings, message = load_settings(path)
    assert settings == Settings(theme="dark")
    assert message == "Some settings could not be used and were left out: text_size, gone."


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("colour", "red", "no setting called 'colour'"),
        ("theme", "pink", "should be one of: light, dark, contrast"),
        ("text_size", 99, "from 100 to 200"),
        ("text_size", True, "from 100 to 200"),
        ("text_size", "150", "from 100 to 200"),
        ("calm", 1, "should be on or off"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(key: str, value: object, words: str) -> None:
    with pytest.raises(KnownError, match=words):
        with_setting(Settings(), key, value)


def test_only_the_file_itself_is_left_behind(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.json", Settings())
    save_settings(tmp_path / "settings.json", Settings(theme="dark"))
    assert os.listdir(tmp_path) == ["settings.json"]
