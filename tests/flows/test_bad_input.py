"""What hostile and clumsy hands put in: each time one plain sentence, exit 2 and no half file."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidance.app.paths import Paths
from guidance.cli.commands import main
from guidance.content.build import build

ROOT = Path(__file__).parent.parent.parent
FORMAT = '"format": "waymark-profile/1"'
ARABIC = "".join(chr(0x660 + int(x)) if x.isdigit() else x for x in "2026-11-21")
BIDI = "\u202e"
ODD = (
    '#import "x.typ": * $x^2$ *b* _i_ <l> @ref `c` ``` // /* [#panic()]',
    '#read("/etc/passwd")',
    "{{ 7 * 7 }}{% raw %}{# no #}",
    "</p><script>alert(1)</script> &amp; ]]> <!-- --",
    f"ممرضة {BIDI}esrun{BIDI}",
    "👩🏽‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 n\u0301\u0301\u0301 \u200b\ufeff नमस्ते 漢字 ไทย",
    "= Heading\u2028- item\u2029+ item",
    "'; DROP TABLE roles; -- \" NEAR( ^ *",
    "BEGIN:VEVENT;CHARSET=x:,\\n\\,",
    "x" * 200,
)


@dataclass(frozen=True)
class Done:
    """What a command left."""

    status: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "catalogue.sqlite"
    build(ROOT / "tests" / "fixtures" / "content" / "good", path, lambda _: None)
    return path


@pytest.fixture
def run(
    catalogue: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Run a command; ``stdin`` is what is piped in, None where it is closed."""
    paths = Paths(tmp_path / "däta 👩", catalogue, ROOT / "resources", None, ROOT / "examples")
    monkeypatch.setattr("guidance.cli.commands.find_paths", lambda _=None: paths)

    def command(*arguments: str, stdin: bytes | None = b"") -> Done:
        piped = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", piped)
        status = main([str(argument) for argument in arguments])
        caught = capsys.readouterr()
        return Done(status, caught.out, caught.err)

    return command


def _refused(done: Done, words: str = "") -> None:
    """One plain sentence on standard error, nothing on standard output, exit status 2."""
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("waymark: ")
    assert done.err.removesuffix("\n").isprintable()
    assert len(done.err) < 600
    assert words in done.err


BAD = {
    "nothing": b"",
    "blank lines": b" \r\n\t\n",
    "zero bytes": b"\0\0\0\0",
    "no text": bytes(range(128, 256)),
    "a letter in another code": f'{{{FORMAT}, "roles": [{{"title": "caf\xe9"}}]}}'.encode(
        "latin-1"
    ),
    "a list": b"[]",
    "a word": b'"waymark-profile/1"',
    "a number": b"1e999",
    "cut short": f'{{{FORMAT}, "roles": [{{"tit'.encode(),
    "two profiles": f"{{{FORMAT}}}\n{{{FORMAT}}}".encode(),
    "no number": f'{{{FORMAT}, "roles": [{{"months": NaN}}]}}'.encode(),
    "a number without end": f'{{{FORMAT}, "roles": [{{"months": 1e999}}]}}'.encode(),
    "five thousand digits": f'{{{FORMAT}, "roles": [{{"months": {"9" * 5000}}}]}}'.encode(),
    "a key twice": f"{{{FORMAT}, {FORMAT}}}".encode(),
    "a key in commands": f'{{{FORMAT}, "\\u001b[2J\\n": 1}}'.encode(),
    "half a letter in a key": f'{{{FORMAT}, "\\ud800": 1}}'.encode(),
    "half a letter": f'{{{FORMAT}, "aims": {{"phrases": ["\\ud800"]}}}}'.encode(),
    "a hidden letter": f'{{{FORMAT}, "roles": [{{"title": "a\\u0000b"}}]}}'.encode(),
    "brackets without end": b"[" * 200_000,
    "sets without end": b'{"a":' * 100_000,
    "a long title": f'{{{FORMAT}, "roles": [{{"title": "{"x" * 100_000}"}}]}}'.encode(),
    "a long key": f'{{{FORMAT}, "{"k" * 100_000}": 1}}'.encode(),
    "far too much": b" " * 9_000_000,
    "an unknown id": f'{{{FORMAT}, "roles": [{{"role_id": "wizard"}}]}}'.encode(),
    "a day far off": f'{{{FORMAT}, "as_of": "2199-01-01"}}'.encode(),
    "a day in other digits": f'{{{FORMAT}, "as_of": "{ARABIC}"}}'.encode(),
    "a day with a plus": f'{{{FORMAT}, "as_of": "2026-+1-11"}}'.encode(),
    "lapsed before qualified": (
        f'{{{FORMAT}, "qualifications": [{{"title": "BSc Nursing", "year": 2020}}], '
        '"registrations": [{"register": "nmc", "part": "nurse", "status": "lapsed", '
        '"left_on": "2001-01"}]}'
    ).encode(),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_profile_that_cannot_be_is_refused(run: Command, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(content)
    _refused(run("match", path, "--json"))


def test_a_refused_profile_leaves_the_plan_of_before_as_it_was(
    run: Command, tmp_path: Path
) -> None:
    path, plan = tmp_path / "profile.json", tmp_path / "plan.txt"
    path.write_text("{")
    plan.write_text("before")
    _refused(run("plan", path, "--out", plan))
    assert plan.read_text() == "before"
    assert {item.name for item in tmp_path.iterdir()} == {"profile.json", "plan.txt"}


@pytest.mark.parametrize("suffix", ["pdf", "html", "docx", "ics", "json", "txt"])
def test_odd_words_are_only_words_in_every_kind_of_file(
    run: Command, tmp_path: Path, suffix: str
) -> None:
    told = {
        "format": "waymark-profile/1",
        "roles": [{"title": text} for text in ODD],
        "qualifications": [{"title": text} for text in ODD],
        "interests": {"phrases": ODD},
        "aims": {"roles": ODD, "phrases": ODD},
    }
    path, plan = tmp_path / "profile.json", tmp_path / f"plan.{suffix}"
    path.write_text(json.dumps(told), encoding="utf-8")
    done = run("plan", path, "--out", plan)
    assert (done.status, done.err) == (0, "")
    made = plan.read_bytes()
    assert b"root:" not in made
    assert b"<script" not in made or suffix in ("json", "txt", "ics")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "is a folder"),
        ("nothing.json", "There is no file"),
        ("x" * 5000, "could not be read"),
        ("a\0b", "could not be read"),
        ("file/inside.json", "could not be read"),
        ("loop", "could not be read"),
    ],
)
def test_a_place_that_holds_no_profile_is_told(
    run: Command, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    _refused(run("match", f"{tmp_path}/{name}"), words)


def test_a_device_without_end_is_not_read_without_end(run: Command) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no device without end")
    _refused(run("match", "/dev/zero"), "far too big")


@pytest.mark.parametrize(
    "name",
    ["", "no/folder/plan.txt", "file/plan.txt", f"{'x' * 300}.txt", "a\0b.txt", "plan", "plan.exe"],
)
def test_a_place_that_cannot_hold_a_plan_is_told_and_nothing_is_left(
    run: Command, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("")
    profile = tmp_path / "profile.json"
    profile.write_text(f"{{{FORMAT}}}")
    _refused(run("plan", profile, "--out", f"{tmp_path}/{name}"))
    assert {item.name for item in tmp_path.iterdir()} == {"profile.json", "file"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("why", "-", "a\nb\x1b[31m\u202e"),
        ("why", "-", "x" * 100_000),
        ("plan", "-", "--goal", "👩🏽‍⚕️", "--out", "plan.txt"),
        ("plan", "-", "--edition", "\r\n", "--out", "plan.txt"),
        ("match", "-", "--top", "0"),
        ("match", "-", "--top", "9" * 5000),
        ("match", "-", "--as-of", "2199-01-01"),
        ("match", "-", "--as-of", "0001-01-01"),
        ("match", "-", "--as-of", "\x1b[2J"),
        ("\x1b[2J",),
        ("match", "-", "\n\n"),
        ("evaluate", "--cases", "a\0b"),
    ],
    ids=lambda arguments: arguments[-1][:12].encode("unicode_escape").decode(),
)
def test_arguments_that_cannot_be_are_refused_on_one_line(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    _refused(run(*arguments, stdin=f"{{{FORMAT}}}".encode()))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "title", ["", " ", "x" * 100_000, "b5 " * 30_000, "(" * 50_000, "\0", "\udcff", *ODD]
)
def test_any_title_at_all_is_answered(run: Command, title: str) -> None:
    done = run("resolve", "--json", "--", title)
    assert (done.status, done.err) == (0, "")
    assert isinstance(json.loads(done.out), dict)


def test_each_line_of_a_batch_is_answered_in_its_place_whatever_stands_in_it(
    run: Command,
) -> None:
    good = f"{{{FORMAT}}}".encode()
    bad = [content for content in BAD.values() if content.strip() and b"\n" not in content]
    lines = [b"\xef\xbb\xbf" + good, *bad, good + b"\r", b"", good]
    done = run("match", "-", stdin=b"\n".join(lines))
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (2, "")
    assert ["error" in answer for answer in answers] == [False, *[True] * len(bad), False, False]
    assert [answer["line"] for answer in answers if "error" in answer] == [
        number + 2 for number in range(len(bad))
    ]


def test_a_line_without_end_is_passed_over_and_the_next_is_answered(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guidance.cli.desk.LINE_LENGTH", 1000)
    done = run("match", "-", stdin=b"x" * 5500 + f"\n{{{FORMAT}}}".encode())
    first, second = (json.loads(line) for line in done.out.splitlines())
    assert first == {"error": "Line 1 is far too long. Check it is the right file.", "line": 1}
    assert second["matches"]


@pytest.mark.parametrize("command", [("match", "-"), ("resolve", "-"), ("why", "-", "nurse")])
def test_a_closed_standard_input_is_told(run: Command, command: tuple[str, ...]) -> None:
    _refused(run(*command, stdin=None), "standard input is closed")


def test_with_no_console_a_command_still_ends_well(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", None)
        patched.setattr(sys, "stderr", None)
        assert main(["resolve", "nurse"]) == 0
        assert main(["bogus"]) == 2
        sys.stdout.close()
        sys.stderr.close()


def test_results_that_find_no_room_are_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("waymark: The results could not be written")
    assert done.stderr.count("\n") == 1
