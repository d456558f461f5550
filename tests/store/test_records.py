"""The records file: saved, encrypted, held by one window, safe from crashes and damage."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from sqlite3 import Connection
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from guidance.domain.client import Client
from guidance.domain.errors import KnownError
from guidance.domain.profile import HeldRole, Profile
from guidance.domain.returning import LogEntry
from guidance.domain.vocabulary import Nation
from guidance.store.migrations import NEWEST, Version, backup_path
from guidance.store.records import Listed, Records, change_key
from guidance.store.vault import Key, write_key_file

ROOT = Path(__file__).parent.parent.parent
MARKER = "Zanzibarian-marker-of-plain-text"
PERSON = Client(
    "c1",
    "Reference 12",
    profile=Profile(nation=Nation.WALES, roles=(HeldRole("HCA, stroke ward", months=24),)),
    log=(LogEntry("2026-03-02", "formal-study", 7.5, "a course"),),
    notes="ünïcode \U0001f600 \u202eright to left",
    updated="2026-11-21T19:00:00",
)


@pytest.fixture
def key(tmp_path: Path) -> Key:
    return write_key_file(tmp_path / "key", bytes(range(32)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.waymark"


@pytest.fixture
def made(path: Path, key: Key) -> Path:
    """A closed file with one client in it."""
    with Records.create(path, key) as records:
        records.save(PERSON)
    return path


@pytest.fixture
def shared(path: Path, key: Key) -> Generator[Records]:
    with Records.create(path, key) as records:
        yield records


def _raw(path: Path, key: Key) -> Connection:
    """The file through SQLCipher alone, to put it in a state that the room never makes."""
    driver = cast("Any", dbapi2)
    connection = cast("Connection", driver.connect(str(path), isolation_level=None))
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}{key.header.hex()}'\"").fetchall()
    return connection


def _refusal(path: Path, key: Key) -> str:
    with pytest.raises(KnownError) as caught:
        Records.open(path, key)
    return str(caught.value)


def test_a_client_comes_back_as_it_was_saved(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        assert records.load() == (PERSON,)


def test_a_later_save_takes_the_place_of_an_earlier(made: Path, key: Key) -> None:
    later = Client("c1", "Reference 12", notes="later")
    with Records.open(made, key) as records:
        records.save(later)
        assert records.load() == (later,)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=200))
@example(text="\ud800 half a pair")
@example(text="\x00 \x1b[31m")
def test_any_text_at_all_comes_back(text: str, shared: Records) -> None:
    shared.save(Client("c1", text, notes=text))
    assert shared.get("c1") == Client("c1", text, notes=text)


def test_one_client_is_found_by_its_id(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        assert records.get("c1") == PERSON


def test_a_client_that_is_not_there_is_none(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        assert records.get("c2") is None


def test_the_caseload_is_listed_by_name(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        records.save(Client("c2", "Another"))
        assert records.listing() == (
            Listed("c2", "Another", ""),
            Listed("c1", "Reference 12", "2026-11-21T19:00:00"),
        )


def test_a_deleted_client_is_gone(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        records.delete("c1")
    with Records.open(made, key) as records:
        assert records.load() == ()


def test_the_file_may_be_read_by_its_account_alone(made: Path) -> None:
    assert made.stat().st_mode & 0o777 == 0o600


def test_no_word_stands_in_the_file_or_beside_it(path: Path, key: Key, tmp_path: Path) -> None:
    records = Records.create(path, key)
    records.save(Client("c1", MARKER, notes=MARKER * 2000))
    while_open = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    records.save(Client("c1", "gone"))
    records.close()
    after = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert f"{path.name}-wal" in while_open
    for content in (*while_open.values(), *after.values()):
        assert MARKER.encode() not in content
        assert b"CREATE TABLE" not in content


def test_the_file_begins_with_its_header(made: Path, key: Key) -> None:
    assert made.read_bytes()[:16] == key.header


def test_a_file_is_never_made_over_another(made: Path, key: Key) -> None:
    before = made.read_bytes()
    with pytest.raises(KnownError, match="already"):
        Records.create(made, key)
    assert made.read_bytes() == before


def test_another_key_is_refused(made: Path, tmp_path: Path) -> None:
    other = write_key_file(tmp_path / "other", bytes(32))
    assert "does not open" in _refusal(made, other)


def test_a_missing_file_is_refused(path: Path, key: Key) -> None:
    assert "no records" in _refusal(path, key)


def test_a_folder_in_its_place_is_refused(path: Path, key: Key) -> None:
    path.mkdir()
    assert "folder" in _refusal(path, key)


def test_a_second_window_is_refused_and_harms_nothing(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        assert "another window" in _refusal(made, key)
        records.save(Client("c2"))
        assert len(records.load()) == 2


def test_another_process_is_refused_too(made: Path, key: Key, tmp_path: Path) -> None:
    with Records.open(made, key):
        code = (
            "import sys; from pathlib import Path;"
            "from guidance.store.records import Records;"
            "from guidance.store.vault import key_from_file;"
            "Records.open(Path(sys.argv[1]), key_from_file(Path(sys.argv[2])))"
        )
        command = [sys.executable, "-c", code, str(made), str(tmp_path / "key")]
        other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "open in another window" in other.stderr


def test_a_file_that_is_moved_away_is_told_and_taken_up_again(
    made: Path, key: Key, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    with Records.open(made, key) as records:
        made.rename(away)
        with pytest.raises(KnownError, match="were moved or deleted meanwhile"):
            records.save(Client("late"))
        away.rename(made)
        records.save(Client("late"))
    with Records.open(made, key) as records:
        assert records.get("late") is not None


def test_the_hold_ends_with_the_window(made: Path, key: Key) -> None:
    Records.open(made, key).close()
    with Records.open(made, key) as records:
        assert records.load() == (PERSON,)


def test_closing_twice_is_harmless(made: Path, key: Key) -> None:
    records = Records.open(made, key)
    records.close()
    records.close()


@pytest.mark.parametrize("at", [20, 100, 4096 + 7, 8000])
def test_one_changed_byte_is_found_and_the_file_left_alone(made: Path, key: Key, at: int) -> None:
    content = bytearray(made.read_bytes())
    content[at] ^= 1
    made.write_bytes(content)
    assert "damaged" in _refusal(made, key)
    assert made.read_bytes() == content


@pytest.mark.parametrize("size", [16, 17, 4096, 6000])
def test_a_cut_file_is_refused_and_left_alone(made: Path, key: Key, size: int) -> None:
    content = made.read_bytes()[:size]
    made.write_bytes(content)
    assert "damaged" in _refusal(made, key)
    assert made.read_bytes() == content


def test_another_programs_encrypted_file_is_refused(path: Path, key: Key) -> None:
    other = _raw(path, key)
    other.execute("CREATE TABLE thing (a)")
    other.close()
    assert "damaged" in _refusal(path, key)


def test_nothing_is_written_to_standard_error(made: Path, tmp_path: Path) -> None:
    content = bytearray(made.read_bytes())
    content[4200] ^= 1
    made.write_bytes(content)
    code = (
        "import sys; from pathlib import Path;"
        "from guidance.domain.errors import KnownError;"
        "from guidance.store.records import Records;"
        "from guidance.store.vault import key_from_file\n"
        "try: Records.open(Path(sys.argv[1]), key_from_file(Path(sys.argv[2])))\n"
        "except KnownError: pass"
    )
    command = [sys.executable, "-c", code, str(made), str(tmp_path / "key")]
    other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert other.stderr == ""


def test_a_full_disk_is_told_and_loses_nothing(made: Path, key: Key) -> None:
    with Records.open(made, key) as records:
        pages = records._connection.execute("PRAGMA page_count").fetchone()[0]
        records._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(KnownError, match=r"Reference 12 was not saved. The disk is full."):
            records.save(Client("c1", "Reference 12", notes="x" * 100_000))
        assert records.load() == (PERSON,)
        records._connection.execute("PRAGMA max_page_count = 1000")
        records.save(Client("c1", "Reference 12", notes="x" * 100_000))
    with Records.open(made, key) as records:
        assert len(records.load()[0].notes) == 100_000


def test_an_unwritable_folder_is_told_plainly(tmp_path: Path, key: Key) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        Records.create(tmp_path / "none" / "records", key)


def test_a_file_that_could_not_be_made_leaves_nothing(
    path: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full.", "Free some space.")

    monkeypatch.setattr("guidance.store.records.migrate", full)
    with pytest.raises(KnownError, match="full"):
        Records.create(path, key)
    assert not path.exists()


def _set_version(path: Path, key: Key, version: Version) -> None:
    raw = _raw(path, key)
    raw.execute(f"PRAGMA user_version = {version.packed}")
    raw.close()


def test_a_newer_major_form_is_refused_with_both_named(made: Path, key: Key) -> None:
    _set_version(made, key, Version(7, 3))
    before = made.read_bytes()
    said = _refusal(made, key)
    assert "form 7.3" in said
    assert f"up to {NEWEST}" in said
    assert made.read_bytes() == before


def test_a_newer_minor_form_opens_and_keeps_what_it_does_not_know(made: Path, key: Key) -> None:
    _set_version(made, key, Version(NEWEST.major, NEWEST.minor + 1))
    raw = _raw(made, key)
    raw.execute("UPDATE client SET body = json_set(body, '$.mood', 'hopeful')")
    raw.close()
    with Records.open(made, key) as records:
        records.save(records.load()[0])
    raw = _raw(made, key)
    assert raw.execute("SELECT json_extract(body, '$.mood') FROM client").fetchone() == ("hopeful",)
    raw.close()


def test_a_record_that_makes_no_sense_is_told_by_its_id(made: Path, key: Key) -> None:
    raw = _raw(made, key)
    raw.execute("UPDATE client SET body = '{\"id\": 7}'")
    raw.close()
    with Records.open(made, key) as records, pytest.raises(KnownError, match="'c1'"):
        records.load()


def test_a_file_can_be_put_under_another_key(made: Path, key: Key, tmp_path: Path) -> None:
    new = write_key_file(tmp_path / "new-key", bytes(range(1, 33)))
    change_key(made, key, new)
    assert "does not open" in _refusal(made, key)
    with Records.open(made, new) as records:
        assert records.load() == (PERSON,)


def test_a_wrong_old_key_leaves_the_file_under_it(made: Path, key: Key, tmp_path: Path) -> None:
    new = write_key_file(tmp_path / "new-key", bytes(range(1, 33)))
    with pytest.raises(KnownError, match="does not open"):
        change_key(made, new, key)
    with Records.open(made, key) as records:
        assert records.load() == (PERSON,)


def _make_form_1_0(path: Path, key: Key) -> None:
    """A file as form 1.0 made it, in that form's own words. Kept for good."""
    raw = _raw(path, key)
    raw.execute("PRAGMA application_id = 1463900498")
    raw.execute(
        """CREATE TABLE client (
             id TEXT PRIMARY KEY, body TEXT NOT NULL, updated TEXT NOT NULL
           ) STRICT, WITHOUT ROWID"""
    )
    body = '{"id":"c9","name":"From before","notes":"kept","updated":"2026-11-01"}'
    raw.execute("INSERT INTO client VALUES ('c9', ?, '2026-11-01')", (body,))
    raw.execute("PRAGMA user_version = 65536")
    raw.close()


def test_a_file_of_form_1_0_opens_with_all_that_was_in_it(path: Path, key: Key) -> None:
    _make_form_1_0(path, key)
    with Records.open(path, key) as records:
        expected = Client("c9", "From before", notes="kept", updated="2026-11-01")
        assert records.load() == (expected,)
        assert records.listing() == (Listed("c9", "From before", "2026-11-01"),)


def test_an_older_file_is_copied_before_it_is_changed(path: Path, key: Key) -> None:
    _make_form_1_0(path, key)
    before = path.read_bytes()
    Records.open(path, key).close()
    copy = backup_path(path, Version(1, 0))
    assert copy.stat().st_mode & 0o777 == 0o600
    raw = _raw(copy, key)
    assert raw.execute("PRAGMA user_version").fetchone() == (65536,)
    assert raw.execute("SELECT id FROM client").fetchall() == [("c9",)]
    raw.close()
    assert copy.read_bytes()[4096:] == before[4096:]


def test_without_room_for_the_copy_an_older_file_is_not_changed(
    path: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: BinaryIO, __: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    _make_form_1_0(path, key)
    monkeypatch.setattr(shutil, "copyfileobj", full)
    assert "no backup could be made" in _refusal(path, key)
    raw = _raw(path, key)
    assert raw.execute("PRAGMA user_version").fetchone() == (65536,)
    raw.close()


def test_a_migrated_file_has_the_tables_of_a_new_one(path: Path, key: Key, tmp_path: Path) -> None:
    _make_form_1_0(path, key)
    ask = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with Records.open(path, key) as old, Records.create(tmp_path / "new", key) as new:
        assert (
            old._connection.execute(ask).fetchall()[0][:2]
            == new._connection.execute(ask).fetchall()[0][:2]
        )
        info = "PRAGMA table_xinfo(client)"
        columns = old._connection.execute(info).fetchall()
        assert columns == new._connection.execute(info).fetchall()


SAVER = """
import sys
from pathlib import Path
from guidance.domain.client import Client
from guidance.store.records import Records
from guidance.store.vault import key_from_file
records = Records.open(Path(sys.argv[1]), key_from_file(Path(sys.argv[2])))
number = int(sys.argv[3])
while True:
    number += 1
    records.save(Client("c1", str(number), notes="x" * (number * 977 % 60_000)))
    print(number, flush=True)
"""


def test_every_save_that_was_told_done_outlives_a_kill(
    made: Path, key: Key, tmp_path: Path
) -> None:
    done = 0
    for round_number in range(30):
        command = [sys.executable, "-c", SAVER, str(made), str(tmp_path / "key"), str(done)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout is not None
            told = [saver.stdout.readline() for _ in range(1 + round_number % 5)]
            os.kill(saver.pid, signal.SIGKILL)
            told.extend(line for line in saver.stdout if line.endswith("\n"))
        done = max(int(line) for line in told if line.strip())
        with Records.open(made, key) as records:
            found = int(records.load()[0].name)
        assert found >= done
        done = found
    assert done >= 30
