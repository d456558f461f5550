"""The command line as people run it: its own process, the bundled catalogue, the examples."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def _run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        input=stdin,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_an_example_gets_a_list_and_a_plan(path: Path, tmp_path: Path) -> None:
    found = json.loads(_run("match", str(path), "--json").stdout)
    assert 5 <= len(found["matches"]) <= 9
    for match in found["matches"]:
        assert sum(line["points"] for line in match["contributions"]) == match["score"]
        assert match["reason"]
        assert match["counter"]
    assert _run("plan", str(path), "--out", str(tmp_path / "plan.pdf")).returncode == 0


def test_the_support_worker_sees_a_paid_way_to_occupational_therapy() -> None:
    path = str(ROOT / "examples" / "hca-to-occupational-therapist.json")
    found = json.loads(_run("routes", path, "occupational-therapist", "--json").stdout)
    paid = [way for way in found["routes"] if way["keeps_earning"]]
    assert any(way["kind"] == "degree-apprenticeship" for way in paid)


def test_the_physiotherapist_is_told_sixty_days_and_half_of_it_private_at_most() -> None:
    path = str(ROOT / "examples" / "physiotherapist-returning.json")
    (answer,) = json.loads(_run("returning", path, "--json").stdout)["answers"]
    figures = answer["figures"]
    assert (figures["updating_days"], figures["max_private_study_days"]) == (60, 30)


def test_text_that_the_system_cannot_spell_is_still_printed_whole() -> None:
    done = _run("resolve", "-", stdin="مساعد تمريض\n")
    assert json.loads(done.stdout)["typed"] == "مساعد تمريض"


def test_a_reader_that_goes_away_hears_no_complaint() -> None:
    lines = '{"format": "waymark-profile/1"}\n' * 60
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "match", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(lines.encode())
        running.stdin.close()
        running.stdout.readline()
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
        assert running.wait() == 0


def test_a_long_batch_holds_no_more_memory_than_a_short_one() -> None:
    program = (
        "import sys; from guidance.cli.commands import main; status = main(['match', '-']); "
        "rows = open('/proc/self/status').read().splitlines(); "
        "peak = next(row.split()[1] for row in rows if row.startswith('VmHWM')); "
        "sys.stderr.write(peak); sys.exit(status)"
    )
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells the most memory that a process held")

    def peak(count: int) -> int:
        lines = (
            json.dumps({"format": "waymark-profile/1", "roles": [{"title": f"HCA {number}"}]})
            for number in range(count)
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            input="\n".join(lines),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == count
        return int(done.stderr.split()[-1])

    assert peak(240) - peak(40) < 6_000  # kilobytes: what one kept answer each would take, and less
