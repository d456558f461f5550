"""The PDF is tagged, named, complete, in reading order, and nobody's words are ever markup."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QColor, QImage

from guidance.domain.document import (
    Document,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    WriteSpace,
)
from guidance.domain.plan import Plan
from guidance.publishing.compose import EDITIONS, compose
from guidance.publishing.glyphs import on_paper
from guidance.publishing.html import render_html
from guidance.publishing.normal import normal_form
from guidance.publishing.pdf import render_pages, render_pdf
from guidance.publishing.reader import read_html

Node = pikepdf.Object


class Reader:
    """A tagged PDF read by its tags: the order that a screen reader follows."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root
        self.text: dict[tuple[object, int], str] = {}
        for page in self.pdf.pages:
            for mark, words in _marked(page).items():
                self.text[page.objgen, mark] = words

    def nodes(self, node: Node | None = None, page: Node | None = None) -> Iterator[Node]:
        """Every structure element, in order."""
        for kid in _kids(self.root.StructTreeRoot if node is None else node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from self.nodes(kid, page)

    def of(self, *kinds: str) -> list[Node]:
        return [node for node in self.nodes() if str(node.S).lstrip("/") in kinds]

    def words(self, node: Node | None = None) -> str:
        """The text of a node and all under it, in the order of the tags.

        List numbers are left out, and letters inside a picture: its own words stand for it.
        """
        return "".join(self._pieces(self.root.StructTreeRoot if node is None else node, None))

    def _pieces(self, node: Node, page: Node | None) -> Iterator[str]:
        here = node.get("/Pg", page)
        if "/S" in node and str(node.S) == "/Lbl":
            return
        for kid in _kids(node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._pieces(kid, here)
            elif "/S" in node and str(node.S) != "/Figure":
                marked = isinstance(kid, pikepdf.Dictionary)
                if not marked or "/MCID" in kid:
                    at = kid.get("/Pg", here) if marked else here
                    yield self._said(at, kid.MCID if marked else kid)

    def _said(self, page: Node | None, mark: Node) -> str:
        assert page is not None
        return self.text.get((page.objgen, int(mark)), "")


def _kids(node: Node) -> list[Node]:
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked piece of a page, decoded through its fonts' own tables."""
    found: dict[int, str] = {}
    stack: list[int | None] = []
    table: dict[int, str] = {}
    fonts = page.Resources.get("/Font", {})
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 else {}
            mark = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            stack.append(int(mark) if mark is not None else stack[-1] if stack else None)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            table = _table(fonts[str(operands[0])])
        elif name in {"Tj", "TJ"} and stack and stack[-1] is not None:
            parts = operands[0] if name == "TJ" else operands
            codes = b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
            pairs = zip(codes[::2], codes[1::2], strict=True)
            text = "".join(table.get(high * 256 + low, "?") for high, low in pairs)
            found[stack[-1]] = found.get(stack[-1], "") + text
    return found


def _table(font: Node) -> dict[int, str]:
    data = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", part):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            first = int.from_bytes(bytes.fromhex(text), "big")
            for at in range(int(low, 16), int(high, 16) + 1):
                found[at] = chr(first + at - int(low, 16))
    return found


def squeezed(text: str) -> str:
    """Text without any spaces or soft breaks: what must agree between two forms."""
    return re.sub(r"[\s\u200b\u00ad\u2010]+", "", text)


def page_order(document: Document) -> str:
    """All the words of the HTML, in its order."""
    said: list[str] = []
    for block in read_html(render_html(document)).blocks:
        match block:
            case Heading():
                said.append(block.text)
            case Paragraph():
                said += [run.text for run in block.runs]
            case ListBlock():
                said += [run.text for item in block.items for run in item]
            case Table():
                said.append(block.caption)
                rows = (block.header, *block.rows)
                said += [run.text for row in rows for cell in row for run in cell]
            case Figure():
                said.append(block.caption)
            case WriteSpace():
                said.append(block.label)
            case _:
                pass
    return squeezed(on_paper(" ".join(said)))


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


def _ink(image: QImage, left: float, top: float, right: float, bottom: float) -> int:
    """Dark dots in a part of a page, given as shares of its width and height."""
    columns = range(int(left * image.width()), int(right * image.width()), 2)
    rows = range(int(top * image.height()), int(bottom * image.height()), 2)
    return sum(QColor(image.pixel(x, y)).lightness() < 140 for y in rows for x in columns)


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
        assert _ink(image, 0, 0.05, 0.09, 0.99) == 0
        assert _ink(image, 0.91, 0.05, 1, 0.99) == 0


def test_a_picture_leaves_ink_where_it_stands() -> None:
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        '<rect width="10" height="10"/></svg>'
    )
    blocks = (Heading(1, "T"), Figure(square, "A black square", "", 80))
    (page,) = render_pages(Document("T", "", "en-GB", "2026-11-21", "standard", blocks), 60)
    image = QImage.fromData(page)
    assert _ink(image, 0.12, 0.2, 0.4, 0.35) > 500
    assert _ink(image, 0.6, 0.2, 0.9, 0.35) == 0


def test_the_letters_in_a_drawing_are_drawn() -> None:
    words = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" '
        "font-family=\"'Atkinson Hyperlegible Next'\">"
        '<text y="16" font-size="18">WWWWWW</text></svg>'
    )
    blocks = (Heading(1, "T"), Figure(words, "Letters", "", 150))
    (page,) = render_pages(Document("T", "", "en-GB", "2026-11-21", "standard", blocks), 60)
    assert _ink(QImage.fromData(page), 0.1, 0.12, 0.9, 0.4) > 100


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
