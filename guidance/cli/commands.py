"""The way in: reads what is asked, hands it on, and says what went wrong in one plain sentence.

Results go to standard output. Problems go to standard error, with exit status 2.
"""

import contextlib
import io
import os
import sys
from collections.abc import Sequence

from guidance.app.paths import find_paths
from guidance.cli.names import COMMANDS
from guidance.domain.errors import KnownError

__all__ = ["COMMANDS", "main"]

REFUSED = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the exit status: 0, or 2 for a problem the person can put right."""
    _speak_utf8()
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else arguments)
        finally:
            sys.stdout.flush()
    except KnownError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # Whoever read the results has gone: stop without a word.
        _drop_results()
        return 0
    except OSError as error:
        if error.filename is not None:  # a file: whoever opened it should have told of it
            raise
        _drop_results()
        return _refuse(f"The results could not be written ({error.strerror}). Make some room.")
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        # Late, here and below: the window must paint soon, so it loads none of the commands.
        from guidance.cli.opening import open_window

        return open_window(find_paths())
    from guidance.cli.arguments import parser

    asked = parser().parse_args(arguments)
    paths = find_paths(asked.data_dir)
    if asked.command is None:
        from guidance.cli.opening import open_window

        return open_window(paths, no_window=asked.no_window)
    from guidance.cli.answering import answer
    from guidance.cli.desk import Desk

    return answer(asked, Desk(paths))


def _refuse(text: str) -> int:
    """Say what is wrong on one line of standard error, whatever stands in the names quoted."""
    shown = "".join(mark if mark.isprintable() else " " for mark in text)
    with contextlib.suppress(OSError):
        print(f"waymark: {' '.join(shown.split())}", file=sys.stderr, flush=True)
    return REFUSED


def _drop_results() -> None:
    """Let nothing more be written, also not when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Text in and out is UTF-8 on every system; what cannot be shown is escaped.

    A program started without a console, or with an output closed, has none: then there is one that
    forgets.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Open for as long as the program runs, as the one it stands for would be.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as above
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
