"""A document as plain text, in lines of at most 78 letters."""

import textwrap
from collections.abc import Iterable

from guidance.domain.document import (
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Table,
    WriteSpace,
)
from guidance.publishing.normal import normal_form

WIDTH = 78


def render_text(document: Document) -> str:
    """The document in plain text: pictures become their words, tables a paragraph per row."""
    normal = normal_form(document)
    parts = ["\n".join(_block(block)) for block in normal.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            mark = {1: "=", 2: "-"}.get(block.level)
            lines = _wrap(block.text.upper() if block.level == 1 else block.text)
            return [*lines, mark * min(WIDTH, max(map(len, lines)))] if mark else lines
        case Paragraph():
            return _wrap(_plain(block.runs))
        case ListBlock():
            return _items(block)
        case Table():
            return _rows(block)
        case Figure() | WriteSpace() | PageBreak():
            return _standing(block)


def _standing(block: Figure | WriteSpace | PageBreak) -> list[str]:
    if isinstance(block, Figure):
        return _wrap(f"[Picture] {block.alt}")
    if isinstance(block, WriteSpace):
        return [*_wrap(block.label), *["_" * WIDTH] * block.lines]
    return []


def _plain(runs: Inline) -> str:
    return "".join(run.text for run in runs)


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _items(block: ListBlock) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if block.ordered else {"tick": "[ ] "}.get(block.role, "- ")
        lines += _wrap(_plain(item), mark, " " * len(mark))
    return lines


def _rows(block: Table) -> list[str]:
    lines = _wrap(block.caption)
    for row in block.rows:
        said = [_plain(cell) for cell in row]
        mark, first = "- ", 0
        if block.role == "actions":
            mark = "[ ] " if said[0] == "\u2610" else f"[x] {said[0]} "
            first = 1
        heads = [_plain(head) for head in block.header]
        cells = [f"{h}: {w}" for h, w in zip(heads[first:], said[first:], strict=True) if w]
        if block.role == "facts" and len(said) == 2:
            cells = [": ".join(said)]
        if cells:
            lines += _wrap("; ".join(cells), mark, "  ")
    return lines or _wrap(" | ".join(map(_plain, block.header)))
