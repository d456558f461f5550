"""The sources read as a whole: every file, every problem at once, and the catalogue they make."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from guidance.content.files import SourceFile, fingerprint, source_files
from guidance.content.kinds import FOLDERS, KINDS, Kind
from guidance.content.links import check_links
from guidance.content.problems import Desk, Fault, Given, Place, Problem, Severity
from guidance.content.shape import BAD
from guidance.content.yaml_text import LARGEST, Rows, Table, parse
from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import last_day

WRITTEN_ID = re.compile(rb"(?m)^[ \t]*(?:- )?[ \t]*\{?[ \t]*id:[ \t]*([a-z0-9][a-z0-9.-]{0,119})")


def read_sources(
    folder: Path, as_of: date | None = None
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The catalogue that a folder of sources makes, and every problem found in it.

    The catalogue is None where any problem is an error. ``as_of`` adds warnings for facts that
    are past their shelf life on that day.
    """
    return read_files(source_files(folder), as_of)


def read_files(
    files: tuple[SourceFile, ...], as_of: date | None = None
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """As :func:`read_sources`, from files already in memory."""
    desk = Desk()
    made: dict[str, list[Given]] = {kind.folder: [] for kind in KINDS}
    by_kind: dict[str, list[SourceFile]] = {kind.folder: [] for kind in KINDS}
    for file in files:
        folder, _, rest = file.name.partition("/")
        if folder in FOLDERS and rest:
            by_kind[folder].append(file)
        else:
            desk.error(
                Fault.UNKNOWN_FOLDER,
                Place(file.name),
                "The file stands in no folder of the sources.",
                f"Move it into one of: {', '.join(FOLDERS)}.",
            )
    for kind in KINDS:
        for file in by_kind[kind.folder]:
            made[kind.folder].extend(_records(desk, kind, file))
        if kind.folder == "sources":
            desk.read_dates.update({item.id: item.read for item in made["sources"] if item.read})
    check_links(desk, made, as_of)
    problems = tuple(
        sorted(desk.problems, key=lambda p: (p.severity, p.file, p.line, p.record, p.key, p.found))
    )
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return _catalogue(made, fingerprint(files)), problems


def _records(desk: Desk, kind: Kind, file: SourceFile) -> Iterator[Given]:
    """The sound records of a file; the faulty ones become problems."""
    if file.data is None:
        desk.error(
            Fault.UNREADABLE,
            Place(file.name),
            "The file cannot be opened.",
            "Check that you may read it.",
        )
        return
    document = parse(desk, file.name, file.data)
    if document is None:
        _salvage(desk, kind, file)
        return
    place = Place(file.name, "", "", 1)
    rows = kind.spread(desk, place, document) if kind.spread else _as_rows(document)
    for record, line in zip(rows, rows.lines, strict=True):
        name = _name(record)
        at = Place(file.name, name, "", line)
        fresh = not name or desk.claim(kind.folder, name, at)
        got = kind.read(desk, at, record)
        if fresh and got is not BAD:
            yield got
        elif kind.folder == "routes":
            _doubt(desk, record)


def _doubt(desk: Desk, route: Given) -> None:
    """Note the roles that a faulty route names: it may yet lead into them or on from them."""
    if isinstance(route, Table):
        starts = route.get("from_roles")
        named = [route.get("to"), *(starts if isinstance(starts, Rows) else ())]
        desk.in_doubt.update(name for name in named if isinstance(name, str))


def _salvage(desk: Desk, kind: Kind, file: SourceFile) -> None:
    """Take the ids out of a file that cannot be read, so that what names them is not blamed."""
    desk.ways_known = desk.ways_known and kind.folder != "routes"
    for found in WRITTEN_ID.finditer((file.data or b"")[:LARGEST]):
        name = found.group(1).decode("ascii")
        desk.ids.setdefault(kind.folder, {}).setdefault(name, Place(file.name, name))


def _as_rows(document: Given) -> Rows:
    """A file's document as rows: a list as it stands, anything else as its only record."""
    if isinstance(document, Rows):
        return document
    rows = Rows(1)
    rows.append(document)
    rows.lines.append(1)
    return rows


def _name(record: Given) -> str:
    """What to call a record in problems: its id, topic, or nation, year and band."""
    if not isinstance(record, Table):
        return record[:80] if isinstance(record, str) else ""
    for keys in (("id",), ("topic",), ("nation", "year", "band")):
        values = [record.get(key) for key in keys]
        if all(values):
            return " ".join(str(value) for value in values if isinstance(value, (str, int)))[:120]
    return ""


def _catalogue(made: dict[str, list[Given]], mark: str) -> Catalogue:
    reads = [source.read for source in made["sources"] if source.read]
    newest = max(reads, key=lambda read: (last_day(read), read), default="")
    fields: dict[str, Given] = {
        kind.field: {item.id: item for item in made[kind.folder]}
        if kind.keyed
        else tuple(made[kind.folder])
        for kind in KINDS
    }
    return Catalogue(version=f"{newest or 'undated'}.{mark[:8]}", newest=newest, **fields)
