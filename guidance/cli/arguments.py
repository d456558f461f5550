"""The arguments of every command, declared once."""

import argparse
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from guidance import __version__
from guidance.cli.names import COMMANDS
from guidance.domain.errors import KnownError

_PROFILE = "a profile file, or - to read from standard input"


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one plain sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise KnownError in place of printing the usage and leaving."""
        raise KnownError(_plain(message), f"Run '{self.prog} --help' to see what it takes.")


def parser() -> Parser:
    """The parser of the whole command line."""
    top = Parser(
        prog="waymark",
        description="Career guidance for health and care staff. With no command, a window opens.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"Waymark {__version__}")
    top.add_argument("--data-dir", type=Path, metavar="FOLDER", help="where your own files go")
    top.add_argument(
        "--no-window", action="store_true", help="make a sample plan in place of a window"
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    made = {
        name: commands.add_parser(name, help=text, description=text.capitalize() + ".")
        for name, text in COMMANDS.items()
    }
    for each in made.values():
        each.allow_abbrev = False
    _asking(made)
    _making(made)
    return top


def _asking(made: dict[str, Parser]) -> None:
    """Commands that answer a question."""
    made["resolve"].add_argument("title", help="a job title as typed, or - for one on each line")
    made["resolve"].add_argument("--top", type=_top, default=3, metavar="N", help="how many roles")
    made["match"].add_argument("profile", help=_PROFILE)
    made["match"].add_argument("--top", type=_top, default=7, metavar="N", help="how many roles")
    for name in ("why", "routes"):
        made[name].add_argument("profile", help=_PROFILE)
        made[name].add_argument("role", metavar="ROLE-ID", help="the id of a role")
    made["returning"].add_argument("profile", help=_PROFILE)
    for name in ("match", "why", "routes", "returning", "plan", "content"):
        made[name].add_argument("--as-of", type=_day, metavar="DATE", help="work it out for a day")
    for name in ("resolve", "match", "why", "routes", "returning", "content", "evaluate", "bench"):
        made[name].add_argument("--json", action="store_true", help="results for programs")


def _making(made: dict[str, Parser]) -> None:
    """Commands that make something."""
    plan = made["plan"]
    plan.add_argument("profile", help=_PROFILE)
    plan.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="where to save it: .pdf .html .docx .ics .json or .txt",
    )
    plan.add_argument("--goal", metavar="ROLE-ID", help="the role to head for")
    plan.add_argument("--edition", default="standard", metavar="E", help="the layout")
    made["evaluate"].add_argument(
        "--cases", type=Path, metavar="FOLDER", help="more cases and titles to judge by"
    )
    made["content"].add_argument("what", choices=("check", "build", "stats", "due"))


def _top(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError(f"'{text[:20]}' is not a number from 1 to 1000")
    return number


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None or not 2000 <= day.year <= 2099:
        raise argparse.ArgumentTypeError(f"'{text[:20]}' is not a day such as 2026-11-21")
    return day


def _plain(message: str) -> str:
    """The complaint of argparse as a sentence."""
    if message.startswith("argument COMMAND: invalid choice: "):
        typed = message.split("'")[1]
        close = get_close_matches(typed, COMMANDS, n=1)
        hint = f" Did you mean '{close[0]}'?" if close else ""
        return f"There is no command '{typed[:40]}'.{hint}"
    if message.startswith("the following arguments are required: "):
        return f"Something is missing: {message.partition(': ')[2]}."
    if message.startswith("unrecognized arguments: "):
        return f"There is something it does not know: {message.partition(': ')[2][:80]}."
    return message[:1].upper() + message[1:].rstrip(".") + "."
