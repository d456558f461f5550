"""The commands that answer: titles, matches, reasons, ways; and the way to all the others."""

from argparse import Namespace
from collections.abc import Callable

from guidance.cli import plain, text
from guidance.cli.desk import Desk, each_line


def answer(asked: Namespace, desk: Desk) -> int:
    """Run the command that was asked for and give the exit status."""
    return _COMMANDS[asked.command](asked, desk)


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
