"""Runs of eight words: a text that shares one with a source document has copied from it.

The source documents themselves are not part of this repository. What is kept of them is a mark of
five bytes for each of their runs of eight words (small letters and digits, punctuation left out),
sorted: enough to recognise a run, not to read one. ``write_marks`` made the file.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

LENGTH = 8
SIZE = 5
MARKS = Path(__file__).parent.parent / "fixtures" / "source-documents.marks"
_WORD = re.compile(r"[a-z0-9]+")


def runs(text: str) -> Iterator[str]:
    """Every run of eight words in a text."""
    words = _WORD.findall(re.sub("['\N{RIGHT SINGLE QUOTATION MARK}]", "", text.casefold()))
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def mark(run: str) -> bytes:
    """The mark of a run."""
    return hashlib.sha256(run.encode()).digest()[:SIZE]


def read_marks(path: Path = MARKS) -> frozenset[bytes]:
    """The marks of the source documents."""
    data = path.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


def write_marks(documents: Iterable[Path], path: Path = MARKS) -> None:
    """Write the marks of some documents."""
    texts = (document.read_text(encoding="utf-8", errors="replace") for document in documents)
    path.write_bytes(b"".join(sorted({mark(run) for text in texts for run in runs(text)})))
