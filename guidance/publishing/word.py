"""A document as a Word file that can be edited: real headings, lists and tables."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from guidance.domain.dated import first_day
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

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FONT = "Calibri"
SIZES = (24, 16, 13, 11)
LABEL = 255  # letters that Word allows in a property of a file
PREFIX = {"note": "Note: ", "warning": "Take care: "}
Loose = Any  # python-docx builds its elements at run time and gives them no types
Adder = Callable[[Loose, Loose], None]


def render_word(document: Document) -> bytes:
    """The document as a ``.docx`` file. Pictures are given in words, which can be edited too."""
    # Late: only an export to Word needs it.
    import docx

    normal = normal_form(document)
    word = docx.Document()
    _set_up(word, normal)
    for block in normal.blocks:
        _ADD[type(block)](word, block)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _set_up(word: "WordDocument", document: Document) -> None:
    from docx.shared import Cm, Pt  # late, as above

    large = document.edition == "large-print"
    base: Loose = word.styles["Normal"]
    base.font.name = FONT
    base.font.size = Pt(18 if large else 11)
    base.paragraph_format.space_after = Pt(6)
    _language(base, document.language)
    for level, size in enumerate(SIZES, 1):
        _heading_style(word.styles[f"Heading {level}"], size + (8 if large else 0))
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.footer.paragraphs[0].text = document.footer
    core = word.core_properties
    core.title, core.subject = document.title[:LABEL], document.subject[:LABEL]
    core.author = document.author[:LABEL]
    core.language, core.comments, core.keywords = document.language, "", "development plan"
    core.last_modified_by = core.author
    core.created = core.modified = _day(document.date)


def _day(iso: str) -> datetime:
    try:
        day = first_day(iso)
    except ValueError:
        day = first_day("2000-01-01")
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _heading_style(style: Loose, size: int) -> None:
    from docx.oxml.ns import qn  # late, as above
    from docx.shared import Pt, RGBColor

    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0x0B, 0x4F, 0x5C)
    fonts = style.element.rPr.rFonts
    for name in ("w:asciiTheme", "w:hAnsiTheme"):
        fonts.attrib.pop(qn(name), None)


def _element(name: str) -> Loose:
    from docx.oxml import parser  # late, as above

    make: Loose = parser
    return make.OxmlElement(name)


def _language(style: Loose, language: str) -> None:
    from docx.oxml.ns import qn  # late, as above

    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    mark = _element("w:lang")
    mark.set(qn("w:val"), language)
    properties.append(mark)


def _heading(word: Loose, block: Heading) -> None:
    word.add_heading(block.text, block.level)


def _paragraph(word: Loose, block: Paragraph) -> None:
    _runs(word.add_paragraph(PREFIX.get(block.role, "")), block.runs)


def _list(word: Loose, block: ListBlock) -> None:
    style = "List Number" if block.ordered else "List Bullet"
    for item in block.items:
        paragraph = word.add_paragraph(style=None if block.role == "tick" else style)
        if block.role == "tick":
            paragraph.add_run("\u2610 ")
        _runs(paragraph, item)


def _figure(word: Loose, block: Figure) -> None:
    word.add_paragraph(block.alt)
    if block.caption:
        word.add_paragraph(block.caption, style="Caption")


def _write_space(word: Loose, block: WriteSpace) -> None:
    word.add_paragraph(block.label)
    for _ in range(block.lines):
        word.add_paragraph("_" * 60)


def _page_break(word: Loose, _block: PageBreak) -> None:
    word.add_page_break()


def _table(word: Loose, block: Table) -> None:
    if block.caption:
        word.add_paragraph(block.caption, style="Caption")
    table = word.add_table(rows=1, cols=len(block.header), style="Table Grid")
    head = table.rows[0]
    for cell, words in zip(head.cells, block.header, strict=True):
        _runs(cell.paragraphs[0], words)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    # WORKAROUND: python-docx has no public way to mark a header row; can go when it has one.
    head._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001 - python-docx has no public way to this element
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _runs(cell.paragraphs[0], words)
    word.add_paragraph("")


def _runs(paragraph: Loose, runs: Inline) -> None:
    for run in runs:
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None
        if run.link and not run.link.startswith("#"):
            _link(paragraph, made, run.link)


def _link(paragraph: Loose, made: Loose, address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # late, as above
    from docx.oxml.ns import qn

    link = _element("w:hyperlink")
    name = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), name)
    made.font.underline = True
    # WORKAROUND: python-docx has no public way to add a link; can go when it has one.
    link.append(made._r)  # noqa: SLF001 - python-docx has no public way to this element
    paragraph._p.append(link)  # noqa: SLF001 - python-docx has no public way to this element


_ADD: dict[type[Block], Adder] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: _list,
    Table: _table,
    Figure: _figure,
    WriteSpace: _write_space,
    PageBreak: _page_break,
}
