"""Records files: which key opens them, and how every trace of them is deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from guidance.app.paths import Paths
from guidance.domain.errors import KnownError


def delete_all(paths: Paths) -> tuple[Path, ...]:
    """Delete the person's records, keys, backups and settings, and give the files deleted.

    The key is overwritten first, so that a copy of the records left on the disk cannot be read.
    Raises KnownError naming a file that is still there afterwards.
    """
    gone: list[Path] = []
    for path in sorted(_own_files(paths), key=lambda p: p != paths.key):
        if path == paths.key:
            with contextlib.suppress(OSError):
                path.write_bytes(bytes(path.stat().st_size))
        with contextlib.suppress(OSError):
            path.unlink()
            gone.append(path)
    left = list(_own_files(paths))
    if left:
        raise KnownError(f"'{left[0]}' is still there.", "Close what is using it, then try again.")
    with contextlib.suppress(OSError):
        paths.data.rmdir()
    return tuple(gone)


def _own_files(paths: Paths) -> Iterator[Path]:
    """The files that Waymark itself makes in the data folder, backups and journals among them."""
    if not paths.data.is_dir():
        return
    for path in paths.data.iterdir():
        own = (paths.records.name, paths.key.name, paths.settings.name)
        if path.is_file() and path.name.lstrip(".").startswith(own):
            yield path
