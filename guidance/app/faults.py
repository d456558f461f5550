"""Fault reports: made from an allow-list, so answers and names can never be in one."""

import platform
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import guidance

LIBRARIES = ("PySide6_Essentials", "jinja2", "typst", "sqlcipher3", "cryptography")


def fault_report(
    error: BaseException, *, page: str = "", catalogue: str = "", screen: str = ""
) -> str:
    """A report of a bug, to read whole and save only if the person wants to.

    Holds versions, the kind of machine, the page's id, the kind of each error and the lines of code
    it went through. Never the error's own words, for they may quote what a person typed.
    """
    lines = [
        "Waymark fault report",
        f"Waymark {guidance.__version__}",
        f"Catalogue {catalogue or 'not loaded'}",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()}",
        *_versions(LIBRARIES),
    ]
    lines += [f"Page {_plain(page)}"] if page else []
    lines += [f"Screen {_plain(screen)}"] if screen else []
    for link in _chain(error):
        lines += ["", f"Error {type(link).__module__}.{type(link).__qualname__}", *_places(link)]
    return "\n".join(lines) + "\n"


def _versions(names: Iterable[str]) -> list[str]:
    # Late: only a report needs to know what is installed.
    from importlib.metadata import PackageNotFoundError, version

    found: list[str] = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return found


def _chain(error: BaseException) -> list[BaseException]:
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in links:
        links.append(link)
        link = link.__cause__ or link.__context__
    return links


def _places(error: BaseException) -> list[str]:
    """File, line and function of each call; paths are cut to where the code begins."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    """A path without the folders above the code, which may hold a person's name."""
    path = Path(filename)
    for base in sorted((Path(entry) for entry in sys.path if entry), key=lambda p: -len(p.parts)):
        if path.is_relative_to(base):
            return str(path.relative_to(base))
    return path.name


def _plain(text: str) -> str:
    """Page ids and screen sizes hold only these marks; anything else is dropped."""
    return "".join(mark for mark in text if mark.isalnum() or mark in " -_./x@%")[:60]
