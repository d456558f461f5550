"""The PDF is tagged, named, complete, in reading order, and nobody's words are ever markup."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from publishing.tagged import Reader, ink, page_order, squeezed
from PySide6.QtGui import QImage

from guidance.domain.document import (
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Run,
)
from guidance.domain.plan import Plan
from guidance.publishing.compose import EDITIONS, compose
from guidance.publishing.normal import normal_form
from guidance.publishing.pdf import render_pages, render_pdf


@pytest.fixture
def made(document: Document) -> Reader:
    return Reader(render_pdf(document))


def test_it_is_marked_and_has_a_tree(made: Reader) -> None:
    assert bool(made.root.MarkInfo.Marked)
    assert "/StructTreeRoot" in made.root


def test_it_claims_ua_1_and_a_2a(made: Reader) -> None:
    data = made.root.Metadata.read_bytes().decode()
    assert re.search(r"pdfuaid:part>1<|pdfuaid:part=.1", data)
    assert re.search(r"pdfaid:part>2<|pdfaid:part=.2", data)
    assert re.search(r"pdfaid:conformance>A<|pdfaid:conformance=.A", data)


def test_its_title_is_shown_and_its_language_set(made: Reader) -> None:
    assert str(made.root.Lang) == "en-GB"
    assert bool(made.root.ViewerPreferences.DisplayDocTitle)
    assert str(made.pdf.docinfo["/Title"]) == "My development plan"


def test_its_data_does_not_name_the_person(made: Reader) -> None:
    assert b"Sam" not in made.root.Metadata.read_bytes()
    assert all("Sam" not in str(value) for value in made.pdf.docinfo.values())


def test_every_font_is_inside(made: Reader) -> None:
    fonts = [o for o in made.pdf.objects if isinstance(o, pikepdf.Dictionary)]
    described = [o for o in fonts if o.get("/Type") == "/FontDescriptor"]
    assert described
    assert all("/FontFile2" in o or "/FontFile3" in o for o in described)


def test_only_the_bundled_fonts_are_used(made: Reader) -> None:
    names = {
        str(o.FontName).partition("+")[2]
        for o in made.pdf.objects
        if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
    }
    assert all(name.startswith(("AtkinsonHyperlegibleNext", "NotoSans")) for name in names)


def test_every_figure_has_its_words(made: Reader, document: Document) -> None:
    alts = [str(node.Alt) for node in made.of("Figure")]
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    assert alts == [figure.alt for figure in figures]


def test_headings_are_those_of_the_document_and_skip_no_level(
    made: Reader, document: Document
) -> None:
    tagged = [(str(n.S)[2:], squeezed(made.words(n))) for n in made.of("H1", "H2", "H3", "H4")]
    wanted = [b for b in normal_form(document).blocks if isinstance(b, Heading)]
    assert tagged == [(str(b.level), squeezed(b.text)) for b in wanted]


def test_header_cells_head_their_columns(made: Reader) -> None:
    heads = made.of("TH")
    assert heads
    for head in heads:
        kinds = head.A if isinstance(head.A, pikepdf.Array) else [head.A]
        assert any(str(one.get("/Scope", "")) == "/Column" for one in kinds)


def test_lists_are_lists(made: Reader, document: Document) -> None:
    lists = [block for block in document.blocks if isinstance(block, ListBlock)]
    assert len(made.of("L")) == len(lists)
    assert len(made.of("LI")) == sum(len(block.items) for block in lists)


def test_links_are_tagged(made: Reader) -> None:
    links = [
        note
        for page in made.pdf.pages
        for note in page.get("/Annots", [])
        if note.Subtype == "/Link"
    ]
    assert len(links) > 5
    assert len(made.of("Link")) >= 5
    assert all("/Contents" in link for link in links)


def test_every_part_is_a_bookmark(made: Reader, document: Document) -> None:
    with made.pdf.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    parts = [b.text for b in document.blocks if isinstance(b, Heading) and b.level <= 2]
    assert titles == parts


@pytest.mark.parametrize("edition", list(EDITIONS))
def test_it_is_read_in_the_order_of_the_page(plan: Plan, return_plan: Plan, edition: str) -> None:
    document = compose(return_plan if edition == "return-pack" else plan, edition)
    assert squeezed(Reader(render_pdf(document)).words()) == page_order(document)


@pytest.mark.parametrize(
    "text",
    [
        "#let x = 1; #panic() $x^2$ \\ \\u{41} @ref <label> [content] *bold* _it_ `raw` // no",
        "= Heading\n- list\n+ one\n/ term: x --- ... ~ '\"",
        "<script>&amp;</script> {{ 1 }}",
        "a" * 10_000,
        "Ŵyn Ŷs, Zażółć, Łukasz, Ñandú, Ελένη, Дарья",
        "🙂 👩🏽‍⚕️ 漢字 ✓",
        "\x00\x1b[31mred\x07",
        "https://example.org/" + "very-long-part/" * 60,
    ],
)
def test_nasty_words_print_as_themselves_or_their_stand_in(plan: Plan, text: str) -> None:
    goal = plan.goals[0]
    nasty = replace(
        plan,
        who=text,
        notes=text,
        title=text or "Plan",
        goals=(replace(goal, text=text, actions=(replace(goal.actions[0], text=text),)),),
    )
    document = compose(nasty)
    assert squeezed(Reader(render_pdf(document)).words()) == page_order(document)


def test_words_from_right_to_left_are_all_there(plan: Plan) -> None:
    document = compose(replace(plan, who="", notes="مرحبا שלום"))
    words = squeezed(Reader(render_pdf(document)).words())
    assert sorted(words) == sorted(page_order(document))


def test_a_person_with_no_words_at_all_gets_a_document() -> None:
    empty = Plan("p", "2026-11-21", title="")
    for edition in EDITIONS:
        assert render_pdf(compose(empty, edition)).startswith(b"%PDF")


def test_a_link_to_nowhere_is_plain_words() -> None:
    blocks = (Heading(1, "T"), Paragraph((Run("see 9", link="#source-9"),)))
    data = render_pdf(Document("T", "", "en-GB", "2026-11-21", "standard", blocks))
    assert "see9" in squeezed(Reader(data).words())


def test_a_day_that_is_none_does_not_stop_it() -> None:
    document = Document("T", "", "en-GB", "someday", "standard", (Heading(1, "T"),))
    assert render_pdf(document).startswith(b"%PDF")


@pytest.fixture
def pages(document: Document) -> list[QImage]:
    return [QImage.fromData(page) for page in render_pages(document, 60)]


def test_the_pages_shown_are_the_pages_of_the_pdf(made: Reader, pages: list[QImage]) -> None:
    assert len(pages) == len(made.pdf.pages)
    assert 4 <= len(pages) <= 6


def test_the_pages_have_the_shape_of_a4(pages: list[QImage]) -> None:
    assert all(abs(p.height() / p.width() - 297 / 210) < 0.01 for p in pages)


def test_nothing_is_drawn_in_the_side_margins(pages: list[QImage]) -> None:
    for image in pages:
        assert ink(image, 0, 0.05, 0.09, 0.99) == 0
        assert ink(image, 0.91, 0.05, 1, 0.99) == 0


def test_a_picture_leaves_ink_where_it_stands() -> None:
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        '<rect width="10" height="10"/></svg>'
    )
    blocks = (Heading(1, "T"), Figure(square, "A black square", "", 80))
    (page,) = render_pages(Document("T", "", "en-GB", "2026-11-21", "standard", blocks), 60)
    image = QImage.fromData(page)
    assert ink(image, 0.12, 0.2, 0.4, 0.35) > 500
    assert ink(image, 0.6, 0.2, 0.9, 0.35) == 0


def test_the_letters_in_a_drawing_are_drawn() -> None:
    words = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" '
        "font-family=\"'Atkinson Hyperlegible Next'\">"
        '<text y="16" font-size="18">WWWWWW</text></svg>'
    )
    blocks = (Heading(1, "T"), Figure(words, "Letters", "", 150))
    (page,) = render_pages(Document("T", "", "en-GB", "2026-11-21", "standard", blocks), 60)
    assert ink(QImage.fromData(page), 0.1, 0.12, 0.9, 0.4) > 100


def test_large_print_is_large(plan: Plan) -> None:
    data = Reader(render_pdf(compose(plan, "large-print")))
    sizes = [
        float(operands[1])
        for operands, operator in pikepdf.parse_content_stream(data.pdf.pages[2])
        if str(operator) == "Tf"
    ]
    assert sorted(sizes)[len(sizes) // 2] >= 16


def test_the_summary_is_one_page(plan: Plan, return_plan: Plan, explore_plan: Plan) -> None:
    for one in (plan, return_plan, explore_plan):
        long = replace(
            one,
            goals=tuple(
                replace(g, actions=tuple(replace(a, text=a.text * 9) for a in g.actions))
                for g in one.goals
            ),
        )
        assert len(render_pages(compose(long, "summary"), 30)) == 1


def test_it_is_small(document: Document) -> None:
    assert len(render_pdf(document)) <= 300_000


def test_nothing_is_left_on_the_disk(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    render_pdf(document)
    render_pages(document, 30)
    assert not list(tmp_path.iterdir())
