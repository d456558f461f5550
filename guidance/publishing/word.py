"""A document as a Word file that can be edited: real headings, lists and tables."""

import io
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
    from docx.text.paragraph import Paragraph as WordParagraph

FONT = "Calibri"
PREFIX = {"note": "Note: ", "warning": "Take care: "}


def render_word(document: Document) -> bytes:
    """The document as a ``.docx`` file. Pictures are given in words, which can be edited too."""
    # Late: only an export to Word needs it.
    import docx

    normal = normal_form(document)
    word = docx.Document()
    _set_up(word, normal)
    for block in normal.blocks:
        _add(word, block)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _set_up(word: "WordDocument", document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    large = document.edition == "large-print"
    base: Any = word.styles["Normal"]
    base.font.name = FONT
    base.font.size = Pt(18 if large else 11)
    base.paragraph_format.space_after = Pt(6)
    _language(base, document.language)
    for level in range(1, 5):
        style: Any = word.styles[f"Heading {level}"]
        style.font.name = FONT
        style.font.color.rgb = RGBColor(0x0B, 0x4F, 0x5C)
        style.font.size = Pt((24, 16, 13, 11)[level - 1] + (8 if large else 0))
        style.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        del style.element.rPr.rFonts.attrib[qn("w:asciiTheme")]
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.footer.paragraphs[0].text = document.footer
    _properties(word, document)


def _properties(word: "WordDocument", document: Document) -> None:
    core = word.core_properties
    core.title, core.subject, core.author = document.title, document.subject, document.author
    core.language, core.comments, core.keywords = document.language, "", "development plan"
    try:
        day = first_day(document.date)
    except ValueError:
        day = first_day("2000-01-01")
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    core.created = core.modified = made
    core.last_modified_by = document.author


def _language(style: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    properties.append(mark)


def _add(word: "WordDocument", block: Block) -> None:
    match block:
        case Heading():
            word.add_heading(block.text, block.level)
        case Paragraph():
            lead = PREFIX.get(block.role, "")
            _runs(word.add_paragraph(lead), block.runs)
        case ListBlock():
            style = "List Number" if block.ordered else "List Bullet"
            for item in block.items:
                paragraph = word.add_paragraph(style="Normal" if block.role == "tick" else style)
                if block.role == "tick":
                    paragraph.add_run("\u2610 ")
                _runs(paragraph, item)
        case Table():
            _table(word, block)
        case Figure():
            word.add_paragraph(block.alt)
            if block.caption:
                word.add_paragraph(block.caption, style="Caption")
        case WriteSpace():
            word.add_paragraph(block.label)
            for _ in range(block.lines):
                word.add_paragraph("_" * 60)
        case PageBreak():
            word.add_page_break()


def _runs(paragraph: "WordParagraph", runs: Inline) -> None:
    for run in runs:
        if run.link and not run.link.startswith("#"):
            _link(paragraph, run.text, run.link)
            continue
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None


def _link(paragraph: "WordParagraph", words: str, address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    part: Any = paragraph.part
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made = paragraph.add_run(words)
    made.font.underline = True
    link.append(made._element)  # noqa: SLF001  (python-docx has no public way to add a link)
    paragraph._element.append(link)  # noqa: SLF001  (as above)


def _table(word: "WordDocument", block: Table) -> None:
    from docx.oxml import OxmlElement

    if block.caption:
        word.add_paragraph(block.caption, style="Caption")
    table = word.add_table(rows=1, cols=len(block.header), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, block.header, strict=True):
        _runs(cell.paragraphs[0], words)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    head: Any = table.rows[0]
    repeat = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001  (no public way to repeat a header)
    for row in block.rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            _runs(cell.paragraphs[0], words)
    word.add_paragraph("")
