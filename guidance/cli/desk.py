"""What every command needs: the session, the catalogue built if need be, and where results go."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from guidance.app.paths import Paths
from guidance.app.profiles import check_as_of, decoded, load_profile, parse_profile
from guidance.app.session import Session
from guidance.cli.plain import line
from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.domain.profile import Profile

LINE_LENGTH = 4_000_000  # bytes: more than any profile may hold


def say(text: str) -> None:
    """A line about what is going on, on standard error so that results stay clean."""
    print(text, file=sys.stderr, flush=True)


class Desk:
    """A session for one run of the command line; nothing loads before it is asked for."""

    def __init__(self, paths: Paths) -> None:
        """Keep the places; read nothing yet."""
        self.paths = paths
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """The session, with the catalogue built first where this is a checkout."""
        if self._session is None:
            self._session = Session(self.paths)
            ready(self.paths)
        return self._session

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue."""
        return self.session.catalogue

    def profile(self, name: str) -> Profile:
        """The profile in a file, or on standard input for ``-``."""
        today = self.session.clock.today()
        if name == "-":
            text = decoded(_read(lambda: _piped().read(LINE_LENGTH)), "What was piped in")
            return parse_profile(text, self.catalogue, today)
        return load_profile(Path(name), self.catalogue, today)

    def parsed(self, text: str) -> Profile:
        """The profile in a text."""
        return parse_profile(text, self.catalogue, self.session.clock.today())

    def day(self, profile: Profile, given: date | None) -> date:
        """The day to answer for: the one given, else the profile's own, else today."""
        if given is not None:
            check_as_of(profile_on(profile, given), given)
            return given
        return date.fromisoformat(profile.as_of) if profile.as_of else self.session.clock.today()

    def role(self, role_id: str) -> str:
        """A role id that the catalogue holds. Raises KnownError with the nearest one."""
        if role_id in self.catalogue.roles:
            return role_id
        # Late: only a mistyped id needs it.
        from difflib import get_close_matches

        close = get_close_matches(role_id[:100].casefold(), [*self.catalogue.roles], n=3)
        hint = f"Did you mean {' or '.join(close)}?" if close else "Try 'resolve' to find its id."
        raise KnownError(f"There is no role with the id '{role_id[:60]}'.", hint)


def profile_on(profile: Profile, day: date) -> Profile:
    """The profile as told on another day."""
    # Late: only --as-of needs it.
    from dataclasses import replace

    return replace(profile, as_of=day.isoformat())


def ready(paths: Paths, tell: Callable[[str], None] = say) -> None:
    """Build the catalogue when this is a checkout and it is missing or older than its sources."""
    if paths.source is not None:
        # Late: building is rare, and an installed copy never does it.
        from guidance.content.build import ensure_built

        ensure_built(paths.source, paths.catalogue, tell)


def each_line(answer: Callable[[str], object], *, blanks: bool = False) -> int:
    """Answer standard input line by line, in order, one JSON line each; 2 when any was refused.

    Blank lines are passed over unless ``blanks``. A refused line is answered with what is wrong.
    """
    status = 0
    for number, text in _lines():
        if isinstance(text, str) and not text.strip() and not blanks:
            continue
        try:
            if isinstance(text, KnownError):
                raise text
            result = answer(text)
        except KnownError as error:
            result = {"error": str(error), "line": number}
            status = 2
        print(line(result))
    sys.stdout.flush()
    return status


def _lines() -> Iterator[tuple[int, str | KnownError]]:
    source = _piped()
    number = 0
    while raw := _read(lambda: source.readline(LINE_LENGTH)):
        number += 1
        try:
            if len(raw) == LINE_LENGTH and not raw.endswith(b"\n"):
                _pass_over(source)
                raise KnownError(f"Line {number} is far too long.", "Check it is the right file.")
            yield number, decoded(raw.rstrip(b"\r\n"), f"Line {number}")
        except KnownError as error:
            yield number, error


def _piped() -> BinaryIO:
    """Standard input as bytes. A program started with it closed has none."""
    source = cast("TextIO | None", sys.stdin)
    if source is None:
        raise KnownError("There is nothing to read: standard input is closed.", "Pipe a file in.")
    return source.buffer


def _read(read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except OSError as error:
        raise KnownError(
            f"What was piped in could not be read ({error.strerror}).", "Pipe a file in."
        ) from error


def _pass_over(source: BinaryIO) -> None:
    """Read on to the end of the line, keeping nothing of it."""
    while (more := _read(lambda: source.readline(LINE_LENGTH))) and not more.endswith(b"\n"):
        pass
