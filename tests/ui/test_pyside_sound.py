"""Qt's Python binding must not take a reference from None on each call that returns it."""

import subprocess
import sys

LOOP = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
thing = QObject()
before = sys.getrefcount(None)
for _ in range({calls}):
    thing.setObjectName("x")
    thing.blockSignals(False)
    app.processEvents()
after = sys.getrefcount(None)
print(before - after)
"""
CALLS = 40_000


def test_none_keeps_its_references_over_many_calls() -> None:
    code = LOOP.format(calls=CALLS)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=90, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stdout.strip()) < CALLS / 10
