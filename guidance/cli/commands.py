"""The commands: read what is asked, ask app, print the answer.

Results go to standard output. Problems go to standard error as one plain sentence, with exit
status 2.
"""

import contextlib
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from guidance.app.paths import find_paths
from guidance.cli import plain, text
from guidance.cli.arguments import COMMANDS, parser
from guidance.cli.desk import Desk, each_line, say
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
        say(f"waymark: {error}")
        return REFUSED
    except BrokenPipeError:
        # Whoever read the results has gone: stop without a word, also at interpreter exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(arguments: Sequence[str]) -> int:
    asked = parser().parse_args(arguments)
    desk = Desk(find_paths(asked.data_dir))
    if asked.command is None:
        # Late: the window and the sample plan are not part of any command.
        from guidance.cli.opening import open_window

        return open_window(desk, no_window=asked.no_window)
    return _COMMANDS[asked.command](asked, desk)


def _speak_utf8() -> None:
    """Text in and out is UTF-8 on every system; what cannot be shown is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _resolve(asked: Namespace, desk: Desk) -> int:
    matcher, catalogue = desk.session.matcher, desk.catalogue

    def answer(typed: str) -> object:
        return plain.guesses(typed, matcher.resolve(typed, asked.top), catalogue)

    if asked.title == "-":
        return each_line(answer, blanks=True)
    if asked.json:
        print(plain.pretty(answer(asked.title)))
    else:
        print(text.guesses(matcher.resolve(asked.title, asked.top), catalogue))
    return 0


def _match(asked: Namespace, desk: Desk) -> int:
    matcher, catalogue = desk.session.matcher, desk.catalogue

    def answer(line: str) -> object:
        profile = desk.parsed(line)
        found = matcher.match(profile, desk.day(profile, asked.as_of), asked.top)
        return plain.matches(found, catalogue)

    if asked.profile == "-":
        return each_line(answer)
    profile = desk.profile(asked.profile)
    found = matcher.match(profile, desk.day(profile, asked.as_of), asked.top)
    _show(asked, lambda: plain.matches(found, catalogue), lambda: text.matches(found, catalogue))
    return 0


def _why(asked: Namespace, desk: Desk) -> int:
    profile, catalogue = desk.profile(asked.profile), desk.catalogue
    day = desk.day(profile, asked.as_of)
    found = desk.session.matcher.why(profile, desk.role(asked.role), day)
    on = day.isoformat()
    _show(asked, lambda: plain.why(found, on, catalogue), lambda: text.why(found, on, catalogue))
    return 0


def _routes(asked: Namespace, desk: Desk) -> int:
    profile, catalogue = desk.profile(asked.profile), desk.catalogue
    day = desk.day(profile, asked.as_of)
    role_id = desk.role(asked.role)
    found = desk.session.matcher.routes(profile, role_id, day)
    _show(
        asked,
        lambda: plain.routes(role_id, found, day.isoformat(), catalogue),
        lambda: text.routes(role_id, found, catalogue),
    )
    return 0


def _returning(asked: Namespace, desk: Desk) -> int:
    # Late: only this command needs the rules of returning.
    from guidance.cli import returning

    return returning.run(asked, desk)


def _plan(asked: Namespace, desk: Desk) -> int:
    # Late: planning and publishing are not needed by the commands that only answer.
    from guidance.cli.making import make_plan

    return make_plan(asked, desk)


def _content(asked: Namespace, desk: Desk) -> int:
    # Late: as above, for the sources.
    from guidance.cli import sources

    return sources.run(asked, desk)


def _evaluate(asked: Namespace, desk: Desk) -> int:
    # Late: as above, for the evaluation.
    from guidance.cli import judging

    return judging.run(asked, desk)


def _bench(asked: Namespace, desk: Desk) -> int:
    # Late: as above, for the measuring.
    from guidance.cli import measure

    return measure.run(asked, desk)


def _show(asked: Namespace, as_plain: Callable[[], object], as_text: Callable[[], str]) -> None:
    print(plain.pretty(as_plain()) if asked.json else as_text())


_COMMANDS: dict[str, Callable[[Namespace, Desk], int]] = {
    "resolve": _resolve,
    "match": _match,
    "why": _why,
    "routes": _routes,
    "returning": _returning,
    "plan": _plan,
    "content": _content,
    "evaluate": _evaluate,
    "bench": _bench,
}
