"""The Word file can be edited: real headings, header rows, a language and a title."""

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document as Word

from guidance.domain.document import Document, Heading, Table
from guidance.domain.plan import Plan
from guidance.publishing.compose import EDITIONS, compose
from guidance.publishing.normal import normal_form
from guidance.publishing.word import render_word


@pytest.fixture
def word(document: Document) -> Word:
    return docx.Document(io.BytesIO(render_word(document)))


def test_headings_are_headings(word: Word, document: Document) -> None:
    styled = [(p.style.name or "", p.text) for p in word.paragraphs if p.style]
    made = [(int(name[-1]), text) for name, text in styled if name.startswith("Heading")]
    blocks = normal_form(document).blocks
    assert made == [(b.level, b.text) for b in blocks if isinstance(b, Heading)]


def test_every_table_has_a_header_row_that_repeats(word: Word, document: Document) -> None:
    assert len(word.tables) == sum(isinstance(b, Table) for b in document.blocks)
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in word.tables)


def test_the_file_has_a_title_and_a_language(word: Word) -> None:
    assert word.core_properties.title == "My development plan"
    assert word.core_properties.language == "en-GB"
    assert 'w:lang w:val="en-GB"' in word.styles["Normal"].element.xml


def test_the_files_data_does_not_name_the_person(word: Word) -> None:
    core = word.core_properties
    assert "Sam" not in f"{core.title}{core.author}{core.subject}{core.last_modified_by}"


def test_addresses_are_links(word: Word) -> None:
    targets = [r.target_ref for r in word.part.rels.values() if "hyperlink" in r.reltype]
    assert "https://example.org/pay-england?a=1&b=2" in targets


def test_pictures_are_given_in_words(word: Word) -> None:
    assert any(p.text.startswith("Your way, in 2 steps.") for p in word.paragraphs)


def test_nasty_words_are_kept(plan: Plan) -> None:
    text = "<w:p>&amp;</w:p> \x00\x01\ud800 🙂 שלום"
    made = docx.Document(io.BytesIO(render_word(compose(replace(plan, notes=text)))))
    assert any(p.text == "<w:p>&amp;</w:p> 🙂 שלום" for p in made.paragraphs)


def test_every_edition_opens(plan: Plan) -> None:
    for edition in EDITIONS:
        assert docx.Document(io.BytesIO(render_word(compose(plan, edition)))).paragraphs
