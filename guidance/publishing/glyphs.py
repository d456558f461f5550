"""Which characters the bundled fonts can draw, and what stands in for the others on paper."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

from guidance.publishing.resources import resource

_SQUARE = "\u25a1"
_CHUNK = 8
_LONG = 22
_JOINED = re.compile(r"(?<=\])\u200d|\u200d(?=\[)")
_PIECE = re.compile(r"[^/?&=._-]*[/?&=._-]+|[^/?&=._-]+")
_IGNORED = {0xFE0E, 0xFE0F, 0x200B, 0x200C, 0x200D, 0x00AD, 0x2060, 0x200E, 0x200F}


@cache
def drawable() -> frozenset[int]:
    """Every code point that at least one bundled font has a shape for."""
    found: set[int] = set()
    for path in sorted(resource("fonts").glob("*.ttf")):
        found |= _characters(path)
    return frozenset(found)


def on_paper(text: str) -> str:
    """Text as the PDF prints it: a stand-in for what no font draws, and long words that can break.

    An emoji or symbol becomes its name in brackets; a letter of another script an empty square.
    """
    have = drawable()
    if all(ord(c) in have for c in text):
        return _breakable(text)
    replaced = "".join(c if ord(c) in have else _stand_in(c) for c in text)
    return _breakable(_JOINED.sub("", replaced))


def _stand_in(letter: str) -> str:
    code = ord(letter)
    if code in _IGNORED or 0x1F3FB <= code <= 0x1F3FF or 0xE0000 <= code <= 0xE0FFF:
        return ""
    if unicodedata.category(letter) in {"So", "Sk", "Sm", "Sc"}:
        return f"[{unicodedata.name(letter, 'symbol').lower()}]"
    if unicodedata.category(letter) == "Zs":
        return " "
    plain = unicodedata.normalize("NFKD", letter)
    if plain != letter and all(ord(c) in drawable() for c in plain):
        return plain
    return "" if unicodedata.combining(letter) else _SQUARE


def _breakable(text: str) -> str:
    """Text where a very long word may break, at unseen spaces of no width."""
    if len(text) <= _LONG:
        return text
    return " ".join(_broken(word) if len(word) > _LONG else word for word in text.split(" "))


def _broken(word: str) -> str:
    """A long word in pieces: an address at its marks, anything else every few letters."""
    pieces = _PIECE.findall(word)
    return "\u200b".join(
        piece[at : at + _CHUNK] if len(piece) > _LONG else piece
        for piece in pieces
        for at in range(0, len(piece) if len(piece) > _LONG else 1, _CHUNK)
    )


def _characters(path: Path) -> set[int]:
    """The code points of a font's character map (format 4, for the basic plane)."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    for at in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">HHL", data, start + 4 + 8 * at)[2]
        if struct.unpack_from(">H", data, offset)[0] == 4:
            return _segments(data, offset)
    return set()


def _segments(data: bytes, offset: int) -> set[int]:
    doubled = struct.unpack_from(">H", data, offset + 6)[0]
    ends = struct.unpack_from(f">{doubled // 2}H", data, offset + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", data, offset + 16 + doubled)
    pairs = zip(starts, ends, strict=True)
    return {code for low, high in pairs for code in range(low, high + 1)} - {0xFFFF}
