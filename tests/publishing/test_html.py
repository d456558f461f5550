"""The template writes what the reader reads: any words go through as themselves."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from guidance.domain.document import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Table,
    WriteSpace,
)
from guidance.domain.plan import Plan
from guidance.publishing.compose import EDITIONS, compose
from guidance.publishing.html import render_html
from guidance.publishing.normal import normal_form
from guidance.publishing.reader import read_html

NASTY = (
    "<script>alert('x')</script> & <b>bold</b> \"quoted\" {{ 7 * 7 }} {% raw %} ]]> <!-- -->",
    "#let x = 1; $x^2$ \\ @ref <label> [content] *bold* _it_ `raw` = Heading // no #panic()",
    "a" * 10_000,
    "مرحبا שלום \u202eabc",
    "🙂👩🏽‍⚕️🏴󠁧󠁢󠁷󠁬󠁳󠁿 Ŵŷ ŵŶ Zażółć gęślą jaźń",
    "\x00\x01\x07\x1b[31m \ud800 \ufffe \u2028",
    "",
)

words = st.text(st.characters(), max_size=60)  # halves of letters too
runs = st.lists(
    st.builds(
        Run, words, st.booleans(), st.booleans(), st.sampled_from([None, "https://a.b/?c&d"])
    ),
    max_size=4,
).map(tuple)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
tables = st.integers(1, 4).flatmap(
    lambda wide: st.builds(
        Table,
        words,
        st.tuples(*[runs] * wide),
        st.lists(st.tuples(*[runs] * wide), max_size=3).map(tuple),
        st.booleans(),
        st.just((1.0,) * wide),
        st.sampled_from(["plain", "facts", "actions", "log"]),
    )
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(1, 4), words, st.sampled_from(["", "here"])),
    st.builds(Paragraph, runs, st.sampled_from(["body", "lead", "note", "warning", "small"])),
    st.builds(
        ListBlock,
        st.lists(runs, max_size=4).map(tuple),
        st.booleans(),
        st.sampled_from(["plain", "tick", "sources"]),
        st.sampled_from(["", "source"]),
    ),
    tables,
    st.builds(Figure, st.just(SVG), words, words, st.sampled_from([160.0, 86.5])),
    st.builds(WriteSpace, words, st.integers(0, 9)),
    st.just(PageBreak()),
)
documents = st.builds(
    Document,
    words,
    words,
    st.just("en-GB"),
    st.just("2026-11-21"),
    st.sampled_from(list(EDITIONS)),
    st.lists(blocks, max_size=6).map(tuple),
    words,
)


@given(documents)
@settings(max_examples=150, deadline=None)
def test_any_document_comes_back_in_its_normal_form(document: Document) -> None:
    assert read_html(render_html(document)) == normal_form(document)


@given(documents)
@settings(max_examples=100, deadline=None)
def test_the_normal_form_of_a_normal_form_is_itself(document: Document) -> None:
    assert normal_form(normal_form(document)) == normal_form(document)


def test_nasty_words_come_back_as_themselves() -> None:
    for text in NASTY[:5]:
        page = render_html(
            Document("t", "s", "en-GB", "2026-11-21", "standard", (Paragraph((Run(text),)),))
        )
        (block,) = read_html(page).blocks
        assert isinstance(block, Paragraph)
        assert block.runs[0].text == text.replace("\u202e", "").strip()


def test_control_characters_are_left_out() -> None:
    page = render_html(
        Document("t", "s", "en-GB", "2026-11-21", "standard", (Paragraph((Run(NASTY[5]),)),))
    )
    assert not re.search(r"[\x00-\x08\x0b-\x1f\ufffe\ud800-\udfff]", page)


def test_markup_in_a_plan_is_shown_and_not_obeyed(plan: Plan) -> None:
    page = render_html(compose(replace(plan, who=NASTY[0])))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7 * 7 }}" in page


def test_an_unsafe_link_becomes_plain_words() -> None:
    run = Run("click", link="javascript:alert(1)")
    page = render_html(Document("t", "", "en-GB", "2026-11-21", "standard", (Paragraph((run,)),)))
    assert "<a " not in page
    assert "click" in page


def test_every_edition_goes_through_the_reader(plan: Plan) -> None:
    for edition in EDITIONS:
        document = compose(plan, edition)
        assert read_html(render_html(document)) == normal_form(document)


def test_the_page_stands_alone(document: Document) -> None:
    page = render_html(document)
    assert "@media print" in page
    assert not re.search(r'(src|href)="(?!https?://|data:|#|mailto:)', page)
    assert "<link" not in page


def test_the_page_names_its_language_and_title(document: Document) -> None:
    page = render_html(document)
    assert '<html lang="en-GB">' in page
    assert "<title>My development plan</title>" in page


def test_header_cells_say_what_they_head(document: Document) -> None:
    page = render_html(document)
    assert '<th scope="col">' in page
    assert '<th scope="row">' in page
    assert "<th>" not in page


def test_every_picture_has_its_words(document: Document) -> None:
    pictures = re.findall(r"<img[^>]*>", render_html(document))
    assert len(pictures) == 2
    assert all(re.search(r'alt="[^"]{40,}"', picture) for picture in pictures)


def test_there_is_one_first_heading(document: Document) -> None:
    assert len(re.findall(r"<h1[ >]", render_html(document))) == 1


def test_the_same_plan_gives_the_same_page(plan: Plan) -> None:
    assert render_html(compose(plan)) == render_html(compose(plan))
