"""Keys: made, kept, checked."""

import errno
import os
import stat
from pathlib import Path

import pytest

from guidance.domain.errors import KnownError
from guidance.store.vault import (
    RECIPES,
    Key,
    check_passphrase,
    has_passphrase,
    header_of,
    key_from_file,
    key_from_passphrase,
    salt_of,
    unlock,
    write_key_file,
)

SALT = bytes(range(12))
CHANCE = bytes(range(32))


@pytest.fixture(scope="module")
def key() -> Key:
    return key_from_passphrase("correct horse battery", SALT)


def test_the_same_passphrase_and_salt_make_the_same_key(key: Key) -> None:
    assert key_from_passphrase("correct horse battery", SALT) == key


def test_another_salt_makes_another_key(key: Key) -> None:
    assert key_from_passphrase("correct horse battery", bytes(12)).raw != key.raw


def test_a_key_has_256_bits(key: Key) -> None:
    assert len(key.raw) == 32


def test_the_header_gives_nothing_of_the_key_away(key: Key) -> None:
    assert key.header[13:] not in key.raw
    assert key.header[1:13] == SALT


def test_a_key_is_never_printed(key: Key) -> None:
    assert repr(key) == "Key()"


def test_the_recipe_is_the_stated_one() -> None:
    recipe = RECIPES[1]
    assert (recipe.memory, recipe.passes, recipe.lanes) == (65536, 3, 4)


def test_letters_composed_in_two_ways_are_one_passphrase() -> None:
    assert key_from_passphrase("cafe\u0301 au lait", SALT) == key_from_passphrase(
        "caf\u00e9 au lait", SALT
    )


def test_half_a_letter_in_a_passphrase_is_kept_as_it_is() -> None:
    whole, half = "correct horse", "correct horse\ud800"
    assert key_from_passphrase(half, SALT).raw != key_from_passphrase(whole, SALT).raw


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(KnownError, match="empty"):
        key_from_passphrase("", SALT)


def test_a_short_passphrase_is_refused_for_a_new_file() -> None:
    with pytest.raises(KnownError, match="shorter than 10"):
        check_passphrase("too short")


def test_a_long_passphrase_may_guard_a_new_file() -> None:
    check_passphrase("long enough now")


def test_too_little_salt_is_a_bug() -> None:
    with pytest.raises(ValueError, match="salt"):
        key_from_passphrase("correct horse battery", b"salt")


def test_the_right_passphrase_unlocks_a_file(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "records"
    path.write_bytes(key.header + b"rest")
    assert unlock(path, "correct horse battery") == key


def test_a_wrong_passphrase_is_refused_before_anything_is_opened(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "records"
    path.write_bytes(key.header + b"rest")
    with pytest.raises(KnownError, match="does not open"):
        unlock(path, "Correct horse battery")


def test_the_salt_is_read_from_the_file(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "records"
    path.write_bytes(key.header)
    assert salt_of(path) == SALT


def test_a_file_says_whether_it_wants_a_passphrase(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "records"
    path.write_bytes(key.header)
    assert has_passphrase(path)


def test_a_key_file_may_be_read_by_its_account_alone(tmp_path: Path) -> None:
    write_key_file(tmp_path / "key", CHANCE)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_a_key_file_gives_its_key_back(tmp_path: Path) -> None:
    made = write_key_file(tmp_path / "key", CHANCE)
    assert key_from_file(tmp_path / "key") == made


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    write_key_file(tmp_path / "key", CHANCE)
    with pytest.raises(KnownError, match="already"):
        write_key_file(tmp_path / "key", bytes(32))


def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    write_key_file(tmp_path / "key", CHANCE)
    os.chmod(tmp_path / "key", 0o644)
    with pytest.raises(KnownError, match="chmod 600"):
        key_from_file(tmp_path / "key")


def test_a_missing_key_file_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="is not at"):
        key_from_file(tmp_path / "key")


@pytest.mark.parametrize("text", ["", "waymark-key/1", "waymark-key/1\nzz", "other\n" + "0" * 64])
def test_what_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "key").write_text(text, encoding="ascii")
    with pytest.raises(KnownError, match="not a Waymark key"):
        key_from_file(tmp_path / "key")


def test_a_disk_too_full_for_a_key_leaves_no_half_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "records.key"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(KnownError, match="No space left"):
            write_key_file(path, CHANCE)
    write_key_file(path, CHANCE)  # with room again, it is made as if for the first time


def test_a_key_file_in_no_folder_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be kept"):
        write_key_file(tmp_path / "none" / "key", CHANCE)


def test_a_file_of_a_key_file_is_not_tried_with_a_passphrase(tmp_path: Path) -> None:
    made = write_key_file(tmp_path / "key", CHANCE)
    (tmp_path / "records").write_bytes(made.header)
    with pytest.raises(KnownError, match="by a key file"):
        unlock(tmp_path / "records", "correct horse battery")


@pytest.mark.parametrize("content", [b"", b"short", b"SQLite format 3\x00", bytes([9]) * 64])
def test_what_is_no_records_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "records").write_bytes(content)
    with pytest.raises(KnownError, match="not a records file"):
        header_of(tmp_path / "records")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="folder"):
        header_of(tmp_path)


def test_a_missing_file_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no records"):
        header_of(tmp_path / "records")
