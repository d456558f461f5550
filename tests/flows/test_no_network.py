"""Nothing leaves the machine: a whole session makes no socket at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# Notes every socket that Python makes, and every network socket that any library holds at the end
# (Qt's are not seen by Python). Prints them one a line, then the word that says it got to the end.
WATCH = """
import os, sys
from pathlib import Path

seen = []
sys.addaudithook(lambda event, _: event.startswith("socket.") and seen.append(event))


def held():
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        return
    links = []
    for name in folder.iterdir():
        try:
            links.append(os.readlink(name))
        except OSError:
            pass
    open_ones = {link[8:-1] for link in links if link.startswith("socket:[")}
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        table = Path("/proc/self/net") / kind
        if table.exists():
            for line in table.read_text().splitlines()[1:]:
                if line.split()[9] in open_ones:
                    seen.append(f"held {kind} {line.split()[2]}")


def end():
    held()
    print("\\n".join(["", "sockets:", *seen, "the end"]))
"""

COMMANDS = """
from guidance.cli.commands import main

data, example = sys.argv[1:3]
for command in (
    ["resolve", "HCA stroke ward"],
    ["match", example],
    ["why", example, "paramedic"],
    ["routes", example, "occupational-therapist"],
    ["returning", example],
    ["content", "stats"],
    *(["plan", example, "--out", f"{data}/p.{kind}"] for kind in ("pdf", "docx", "ics", "txt")),
):
    status = main(["--data-dir", data, *command])
    assert status == 0, command
end()
"""

WINDOW = """
from pathlib import Path
from PySide6.QtCore import QTimer
from guidance.app import actions
from guidance.app.paths import find_paths
from guidance.app.profiles import load_profile
from guidance.app.session import Session
from guidance.cli.desk import ready
from guidance.ui.launch import application, open_window
from guidance.ui.pages.registry import ENTRIES
from guidance.ui.theme import Theme

data, example = sys.argv[1:3]
paths = find_paths(Path(data))
ready(paths)
app = application()
session = Session(paths)
window = open_window(session, Theme(app, paths.resources))
window.show()


def walk():
    profile = load_profile(Path(example), session.catalogue, session.clock.today())
    session.keep()
    session.perform(actions.set_profile(profile))
    session.perform(actions.start_plan(("occupational-therapist",)))
    names = [entry.name for entry in ENTRIES]
    for wait, name in enumerate(names):
        argument = "occupational-therapist" if name == "role" else ""
        QTimer.singleShot(300 * wait, window, lambda n=name, a=argument: window.show_page(n, a))
    QTimer.singleShot(300 * len(names) + 1500, window, app.quit)


window.desk.ready.connect(walk)
QTimer.singleShot(0, window, window.settle_in)
QTimer.singleShot(90_000, app, app.quit)
app.exec()
assert session.client.plans, "the walk did not happen"
window.close()
session.close()
end()
"""


def _sockets(program: str, data: Path) -> list[str]:
    """What was noted while a program ran to its end."""
    example = ROOT / "examples" / "hca-to-occupational-therapist.json"
    done = subprocess.run(
        [sys.executable, "-c", WATCH + program, str(data), str(example)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    noted = done.stdout.partition("\nsockets:\n")[2].splitlines()
    assert noted[-1] == "the end"
    return noted[:-1]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_command_line_makes_no_socket(tmp_path: Path) -> None:
    assert _sockets(COMMANDS, tmp_path) == []


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_whole_session_in_the_window_makes_no_socket(tmp_path: Path) -> None:
    assert _sockets(WINDOW, tmp_path) == []


def test_the_watch_itself_sees_a_socket(tmp_path: Path) -> None:
    program = "import socket\nkept = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nend()\n"
    assert "socket.__new__" in _sockets(program, tmp_path)


def test_the_watch_sees_a_network_socket_that_python_did_not_make(tmp_path: Path) -> None:
    if not Path("/proc/self/net/tcp").exists():
        pytest.skip("only Linux tells which sockets a process holds")
    program = (
        "import ctypes\nlibc = ctypes.CDLL(None)\nhandle = libc.socket(2, 1, 0)\n"
        "import struct\nplace = struct.pack('=HHI8x', 2, 0, 0x0100007F)\n"
        "libc.bind(handle, place, 16)\nlibc.listen(handle, 1)\nend()\n"
    )
    assert any(line.startswith("held tcp") for line in _sockets(program, tmp_path))
