"""Building the catalogue: from the sources' folder to one file, only when it is needed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guidance.domain.catalogue import Catalogue
from guidance.domain.errors import KnownError
from guidance.store.catalogue import read_stamp, write_catalogue

if TYPE_CHECKING:
    from guidance.content.problems import Problem

Say = Callable[[str], None]


class SourcesError(KnownError):
    """The sources hold errors, so no catalogue can be made of them."""


def ensure_built(source: Path, target: Path, say: Say) -> bool:
    """Build the catalogue when it is missing or its sources have changed; True if it was built.

    ``say`` gets a line of progress at a time. Where there is no folder of sources (an installed
    copy), the target is left as it is. Where the sources hold errors or the target cannot be
    written, a catalogue built earlier is kept and ``say`` tells why; without one, raises KnownError
    as :func:`build`.
    """
    if not os.path.isdir(source):
        return False
    from guidance.content.files import fingerprint, source_files

    stamp = read_stamp(target)
    if stamp is not None and stamp.fingerprint == fingerprint(source_files(source)):
        return False
    try:
        build(source, target, say)
    except KnownError as error:
        if stamp is None:
            raise
        say(f"{error.what.rstrip()}\nThe catalogue built earlier is used instead. {error.do}")
        return False
    return True


def build(source: Path, target: Path, say: Say) -> Catalogue:
    """Read the sources, write the catalogue's file, and give the catalogue.

    Raises SourcesError where the sources hold errors (the first ones are named), KnownError where
    the file cannot be written.
    """
    from guidance.content.files import fingerprint, source_files
    from guidance.content.read import read_files  # late: YAML is needed only to build

    say(f"Reading the sources in {source} ...")
    files = source_files(source)
    if not files:
        raise SourcesError(f"There are no sources in {source}.", "Put them back from a copy.")
    catalogue, problems = read_files(files)
    if catalogue is None:
        raise SourcesError(_told(problems), "Run 'python main.py content check' to see them all.")
    say(f"Writing {len(catalogue.roles)} roles and {len(catalogue.routes)} routes to {target} ...")
    write_catalogue(target, catalogue, fingerprint(files))
    say(f"The catalogue is ready: version {catalogue.version}.")
    return catalogue


def _told(problems: "tuple[Problem, ...]") -> str:
    errors = [problem for problem in problems if problem.severity == "error"]
    first = "\n".join(f"  {problem}" for problem in errors[:3])
    count = "one error" if len(errors) == 1 else f"{len(errors)} errors"
    return f"The sources of the catalogue hold {count}:\n{first}\n"
