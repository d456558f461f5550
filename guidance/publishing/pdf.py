"""A document as a tagged PDF and as pictures of its pages, through one Typst renderer."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from guidance.domain.dated import first_day
from guidance.domain.document import Document, Heading, Inline, ListBlock
from guidance.domain.errors import KnownError
from guidance.publishing.glyphs import on_paper
from guidance.publishing.html import render_html
from guidance.publishing.reader import read_html
from guidance.publishing.resources import resource

if TYPE_CHECKING:
    import typst

STANDARDS = ("ua-1", "a-2a")
Plain = dict[str, object]


def render_pdf(document: Document) -> bytes:
    """The document as a PDF: PDF/UA-1 and PDF/A-2a, tagged, with its fonts inside."""
    made = _compile(document, "pdf")
    return made if isinstance(made, bytes) else b"".join(made)


def render_pages(document: Document, dpi: int = 96) -> tuple[bytes, ...]:
    """Each page as a PNG picture: the very pages that the PDF holds."""
    made = _compile(document, "png", dpi)
    return (made,) if isinstance(made, bytes) else tuple(made)


def pdf_from_html(page: str) -> bytes:
    """The PDF of a page of our HTML, such as a trust's own template writes."""
    made = _run(_payload(read_html(page)), "pdf", 96)
    return made if isinstance(made, bytes) else b"".join(made)


def _compile(document: Document, form: Literal["pdf", "png"], dpi: int = 96) -> bytes | list[bytes]:
    return _run(_payload(read_html(render_html(document, styled=False))), form, dpi)


def _run(
    payload: Mapping[str, object], form: Literal["pdf", "png"], dpi: int
) -> bytes | list[bytes]:
    # Late: loading typst takes memory that only someone who prints needs.
    import typst

    day = cast("tuple[int, int, int]", payload["day"])
    standards: list[typst.PDFStandard] = list(STANDARDS) if form == "pdf" else []
    compiler = typst.Compiler(
        root=resource("templates"),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        package_path=resource("templates"),
        package_cache_path=resource("templates"),
    )
    try:
        made = compiler.compile(
            # WORKAROUND: typst 0.15 takes files by name; its type stubs do not say so yet.
            input=cast("bytes", _files(payload)),
            format=form,
            ppi=float(dpi),
            pdf_standards=standards,
            timestamp=datetime(*day, tzinfo=UTC),
        )
    except typst.TypstError as error:
        raise KnownError(
            f"The document could not be laid out: {error.message}.",
            "Shorten or remove the words you added last, then try again.",
        ) from error
    return made or b""


def _files(payload: Mapping[str, object]) -> dict[str, bytes]:
    """The renderer and its data as files in memory, never on the disk.

    Data in a file, not in ``sys.inputs``: a change of inputs makes Typst forget all it has laid
    out. So the PDF of a page just shown takes a fifth of the time.
    """
    return {
        "main.typ": resource("templates", "plan.typ").read_bytes(),
        "document.json": json.dumps(payload, ensure_ascii=False).encode("utf-8"),
    }


@cache
def _fonts() -> "typst.Fonts":
    import typst  # late, as above

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[resource("fonts")],
    )


def _payload(document: Document) -> Plain:
    """What the renderer reads: plain values only, text already fit for paper."""
    language, _, region = document.language.partition("-")
    anchors = _anchors(document)
    try:
        day = first_day(document.date)
    except ValueError:
        day = first_day("2000-01-01")
    return {
        "title": on_paper(document.title),
        "subject": document.subject,
        "author": document.author,
        "lang": language or "en",
        "region": region or "GB",
        "edition": document.edition,
        "footer": on_paper(document.footer),
        "day": (day.year, day.month, day.day),
        "blocks": [_block(block, anchors) for block in document.blocks],
    }


def _anchors(document: Document) -> frozenset[str]:
    found: set[str] = set()
    for block in document.blocks:
        if isinstance(block, Heading) and block.anchor:
            found.add(block.anchor)
        elif isinstance(block, ListBlock) and block.anchor:
            found |= {f"{block.anchor}-{at + 1}" for at in range(len(block.items))}
    return frozenset(found)


def _block(block: object, anchors: frozenset[str]) -> Plain:
    plain: Plain = {"kind": type(block).__name__}
    for name in getattr(type(block), "__slots__", ()):
        plain[name] = _value(getattr(block, name), name, anchors)
    return plain


def _value(value: object, name: str, anchors: frozenset[str]) -> object:
    if name == "runs":
        return _inline(cast("Inline", value), anchors)
    if name in {"items", "header"}:
        return [_inline(item, anchors) for item in cast("tuple[Inline, ...]", value)]
    if name == "rows":
        rows = cast("tuple[tuple[Inline, ...], ...]", value)
        return [[_inline(cell, anchors) for cell in row] for row in rows]
    if name in {"text", "caption", "label", "alt"}:
        return on_paper(cast("str", value))
    return value


def _inline(runs: Inline, anchors: frozenset[str]) -> list[Plain]:
    made: list[Plain] = []
    for run in runs:
        plain: Plain = {"text": on_paper(run.text), "bold": run.bold, "italic": run.italic}
        if run.link and (not run.link.startswith("#") or run.link[1:] in anchors):
            plain["link"] = run.link
        made.append(plain)
    return made
