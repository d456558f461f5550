"""A wheel carries everything: code, resources, examples and the built catalogue."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LEFT_OUT = shutil.ignore_patterns(
    ".venv",
    ".git",
    "shots",
    "out",
    "build",
    "*.egg-info",
    "__pycache__",
    ".*_cache",
    "catalogue.sqlite*",
)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources with no catalogue in it, and unpacked."""
    work = tmp_path_factory.mktemp("wheel")
    copy = work / "copy"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    options = ["--no-build-isolation", "--no-deps", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, "-m", "pip", "wheel", ".", *options, "--wheel-dir", str(work)]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = work.glob("waymark-*.whl")
    with zipfile.ZipFile(wheel) as held:
        held.extractall(work / "site")
    return work / "site"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_wheel_works_from_an_empty_folder(unpacked: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TEMP") if key in os.environ}
    environment = {**kept, "PYTHONPATH": str(unpacked), "HOME": str(tmp_path / "home")}
    program = "import sys; from guidance.cli.commands import main; sys.exit(main(sys.argv[1:]))"
    example = unpacked / "guidance" / "_examples" / "hca-to-occupational-therapist.json"
    arguments = ["plan", str(example), "--out", "plan.pdf"]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=empty,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (empty / "plan.pdf").read_bytes().startswith(b"%PDF-")
    assert [item.name for item in empty.iterdir()] == ["plan.pdf"]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_wheel_carries_no_sources_of_the_catalogue(unpacked: Path) -> None:
    assert (unpacked / "guidance" / "_db" / "catalogue.sqlite").is_file()
    assert not list(unpacked.rglob("*.yaml"))
