"""A hold on a file that one window has at a time, let go by the system however the window ends."""

import os
import sys
from pathlib import Path

from guidance.domain.errors import KnownError


class Hold:
    """A hold on ``path``, kept on an empty file beside it until :meth:`release`.

    SQLite's own locks are lost when any part of the process closes the file; this one is not.
    """

    def __init__(self, path: Path) -> None:
        """Take the hold. Raises KnownError where another window has it."""
        beside = path.with_name(path.name + ".lock")
        try:
            self._handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise KnownError(
                f"The folder {path.parent} cannot be written to: {error.strerror}.",
                "Choose a folder that you may write to.",
            ) from None
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            raise KnownError(
                f"The records at {path} are open in another window.",
                "Close the other window, or go on there.",
            ) from None

    def release(self) -> None:
        """Let go; doing it twice is harmless."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
