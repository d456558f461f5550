"""The normal form of a document: what every format can carry without loss.

White space is collapsed, control characters go, neighbouring runs of one kind are joined, blocks
with nothing in them are dropped, and headings never skip a level (PDF/UA asks for that). No place
is named twice. Reading the HTML of a document gives its normal form.
"""

import re
import unicodedata
from dataclasses import replace

from guidance.domain.document import (
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Table,
    WriteSpace,
)

_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTED = {"Cc", "Cs", "Co"}
_TURNING = {0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_LINK = re.compile(r"(https?://|mailto:)[^\s\"<>]+|#[a-z0-9-]+", re.IGNORECASE)


def clean_text(text: str) -> str:
    """Text fit to print: one space between words, no control characters, composed letters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")  # the common case, and twenty times faster
    spaced = _SPACE.sub(" ", text)
    kept = "".join(c for c in spaced if _printed(c))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", kept)).strip(" ")


def _printed(letter: str) -> bool:
    """False for controls, halves of letters, non-characters and marks that turn a line round."""
    code = ord(letter)
    if code in _TURNING or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return False
    return unicodedata.category(letter) not in _UNPRINTED


def safe_link(link: str | None) -> str | None:
    """The link where it is a web, mail or inside address; None for anything else."""
    if link is None:
        return None
    tidy = "".join(c for c in link if _printed(c)).strip()
    return tidy if _LINK.fullmatch(tidy) else None


def clean_inline(runs: Inline) -> Inline:
    """Runs in normal form: spaces collapsed across runs, equal neighbours joined, no empty one."""
    made: list[Run] = []
    for run in runs:
        text = _inner(run.text)
        if not made or made[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        made.append(Run(text, run.bold, run.italic, safe_link(run.link)))
    while made and not made[-1].text.rstrip(" "):
        made.pop()
    if made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
    return _joined(made)


def _inner(text: str) -> str:
    body = clean_text(text)
    if not body:
        return " " if _SPACE.search(text) else ""
    before = " " if _SPACE.match(text) else ""
    after = " " if _SPACE.search(text[-1:]) else ""
    return f"{before}{body}{after}"


def _joined(runs: list[Run]) -> Inline:
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if last and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
            text = unicodedata.normalize("NFC", last.text + run.text)
            made[-1] = replace(last, text=text)
        else:
            made.append(run)
    return tuple(made)


def normal_form(document: Document) -> Document:
    """The document in normal form; applying it twice changes nothing."""
    blocks = (_block(block) for block in document.blocks)
    return replace(
        document,
        title=clean_text(document.title) or "Untitled",
        subject=clean_text(document.subject),
        footer=clean_text(document.footer),
        author=clean_text(document.author),
        blocks=_levelled([block for block in blocks if block is not None]),
    )


def _levelled(blocks: list[Block]) -> tuple[Block, ...]:
    level = 0
    used: set[str] = set()
    made: list[Block] = []
    for block in blocks:
        found = block
        if isinstance(found, Heading):
            level = max(1, min(found.level, level + 1, 4))
            found = replace(found, level=level)
        if isinstance(found, Heading | ListBlock) and found.anchor:
            kept = found.anchor not in used and _ANCHOR.fullmatch(found.anchor)
            found = found if kept else replace(found, anchor="")
            used.add(found.anchor)
        made.append(found)
    return tuple(made)


def _block(block: Block) -> Block | None:
    match block:
        case Heading():
            text = clean_text(block.text)
            return replace(block, text=text) if text else None
        case Paragraph():
            runs = clean_inline(block.runs)
            return replace(block, runs=runs) if runs else None
        case ListBlock():
            items = tuple(item for item in map(clean_inline, block.items) if item)
            return replace(block, items=items) if items else None
        case Table():
            return _table(block)
        case Figure() | WriteSpace() | PageBreak():
            return _standing(block)


def _standing(block: Figure | WriteSpace | PageBreak) -> Block:
    """Blocks that are kept even when they hold no words."""
    if isinstance(block, Figure):
        alt, caption = clean_text(block.alt), clean_text(block.caption)
        return replace(block, alt=alt or caption or "Picture", caption=caption)
    if isinstance(block, WriteSpace):
        return replace(block, label=clean_text(block.label))
    return block


def _table(table: Table) -> Table | None:
    header = tuple(map(clean_inline, table.header))
    wide = len(header)
    rows = tuple(tuple(map(clean_inline, row))[:wide] for row in table.rows)
    full = tuple(row + ((),) * (wide - len(row)) for row in rows)
    if not wide or not full:
        return None
    widths = table.widths if len(table.widths) == wide else (1.0,) * wide
    return replace(
        table, caption=clean_text(table.caption), header=header, rows=full, widths=widths
    )
