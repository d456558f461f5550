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
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except KnownError as error:
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.flush()
        print(f"waymark: {error}", file=sys.stderr, flush=True)
        return REFUSED
    except BrokenPipeError:
        # Whoever read the results has gone: stop without a word, also at interpreter exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


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


def _speak_utf8() -> None:
    """Text in and out is UTF-8 on every system; what cannot be shown is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
