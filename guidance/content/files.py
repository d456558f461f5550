"""The source files themselves: found in a fixed order, read whole, and hashed."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

FORMAT = "4"  # raise it when the same sources must be built anew


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the sources: its path from the folder, and its bytes (None: unreadable)."""

    name: str
    data: bytes | None


def source_files(folder: Path) -> tuple[SourceFile, ...]:
    """Every YAML file under a folder, in a fixed order."""
    paths = sorted(
        path for pattern in ("*.yaml", "*.yml") for path in folder.rglob(pattern) if path.is_file()
    )
    return tuple(SourceFile(path.relative_to(folder).as_posix(), _bytes(path)) for path in paths)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def fingerprint(files: tuple[SourceFile, ...]) -> str:
    """A hash that changes when any source file does."""
    total = hashlib.sha256(FORMAT.encode())
    for file in files:
        data = file.data or b""
        total.update(f"\0{file.name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()
