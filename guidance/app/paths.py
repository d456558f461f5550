"""Where things are: made once at launch, handed down, never asked for again."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import guidance

NAME = "Waymark"
VARIABLE = "WAYMARK_DATA"


@dataclass(frozen=True, slots=True)
class Paths:
    """The places that Waymark reads and writes.

    ``data`` is the person's own folder; nothing in it is made until something is saved.
    ``source`` is the folder of catalogue sources in a checkout, None when installed. ``examples``
    holds the profiles of invented people.
    """

    data: Path
    catalogue: Path
    resources: Path
    source: Path | None = None
    examples: Path = Path("examples")

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.data / "settings.json"

    @property
    def records(self) -> Path:
        """The encrypted file of the person's own records."""
        return self.data / "records.waymark"

    @property
    def key(self) -> Path:
        """The key kept in the person's own account, for records without a passphrase."""
        return self.data / "records.key"


def find_paths(
    data_dir: Path | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    home: Path | None = None,
) -> Paths:
    """The places for this machine; ``data_dir`` overrides where the person's own files go."""
    around = os.environ if environ is None else environ
    data = data_dir or data_folder(around, platform, home or Path.home())
    package = Path(guidance.__file__).resolve().parent
    checkout = package.parent
    if os.path.isdir(checkout / "db" / "source"):  # where one may not look, there is none
        database = checkout / "db"
        target = database / "catalogue.sqlite"
        if not os.path.exists(target) and not os.access(database, os.W_OK):
            target = data / "catalogue.sqlite"
        return Paths(
            data, target, checkout / "resources", database / "source", checkout / "examples"
        )
    return Paths(
        data,
        package / "_db" / "catalogue.sqlite",
        package / "_resources",
        examples=package / "_examples",
    )


def data_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """The folder that this kind of machine keeps a person's application data in."""
    chosen = environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen)
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming") / NAME
    if platform == "darwin":
        return home / "Library" / "Application Support" / NAME
    given = environ.get("XDG_DATA_HOME", "")
    base = Path(given) if given.startswith("/") else home / ".local" / "share"
    return base / NAME.lower()
