"""Each example person's plan on paper: whole, in order, tagged, theirs, drawn where it should be.

Made by the command line in this process, once; the tests read what it wrote.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pytest
from publishing.tagged import Reader, html_order, ink, squeezed
from PySide6.QtGui import QImage

from guidance.app.pictures import plan_pages
from guidance.cli.commands import main
from guidance.domain.plan import Plan
from guidance.domain.plan_form import read_plan
from guidance.publishing.compose import EDITIONS
from guidance.publishing.export import export

ROOT = Path(__file__).parent.parent.parent
GOALS = {
    "hca-to-occupational-therapist": "occupational-therapist",
    "physiotherapist-returning": "physiotherapist",
    "rota-coordinator": "medical-staffing-manager",
}
HCA, PHYSIO, ROTA = GOALS
OWN_WORDS = [
    (HCA, "HCA on a stroke ward"),
    (HCA, "two children at primary school, and the rent is in my name"),
    (HCA, "Keep earning while I train (must)"),
    (HCA, "to be the one who plans the rehab, not only the one who carries it out"),
    (HCA, "An apprentice post, or an employer who will put you forward"),
    (PHYSIO, "B6 physio, respiratory and ITU"),
    (PHYSIO, "I look after my mum two mornings a week"),
    (PHYSIO, "community rehab rather than intensive care"),
    (PHYSIO, "60 days x 7 hours = 420 hours."),
    (PHYSIO, "Still short: 60 days."),
    (ROTA, "Medical rota co-ordinator, band 4"),
    (ROTA, "I like sorting out the rota so that nobody is left short"),
    (ROTA, "being taken seriously by the consultants"),
    (ROTA, "run a team one day, maybe the whole of medical staffing"),
]
DPI = 60
LARGEST = 300_000
MARGIN = 0.09

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@dataclass(frozen=True)
class Made:
    """What the command line wrote for one person, and ways to read it."""

    folder: Path

    @cached_property
    def data(self) -> bytes:
        return (self.folder / "plan.pdf").read_bytes()

    @cached_property
    def html(self) -> str:
        return (self.folder / "plan.html").read_text(encoding="utf-8")

    @cached_property
    def plan(self) -> Plan:
        return read_plan((self.folder / "plan.json").read_text(encoding="utf-8"))

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.data)

    @cached_property
    def pages(self) -> tuple[QImage, ...]:
        return tuple(QImage.fromData(png) for png in plan_pages(self.plan, "standard", DPI))


Makes = Callable[[str], Made]


@pytest.fixture(scope="module")
def makes(tmp_path_factory: pytest.TempPathFactory) -> Makes:
    """Gives what the command line wrote for an example person; asked once each."""
    held: dict[str, Made] = {}

    def make(name: str) -> Made:
        if name not in held:
            folder = tmp_path_factory.mktemp(name)
            example = str(ROOT / "examples" / f"{name}.json")
            for suffix in ("pdf", "html", "json"):
                out = str(folder / f"plan.{suffix}")
                asked = ["plan", example, "--goal", GOALS[name], "--out", out]
                assert main(["--data-dir", str(folder / "data"), *asked]) == 0
            held[name] = Made(folder)
        return held[name]

    return make


@pytest.fixture(params=list(GOALS))
def made(request: pytest.FixtureRequest, makes: Makes) -> Made:
    return makes(request.param)


def _page_of(reader: Reader, node: pikepdf.Object) -> int:
    """The number of the page, from 0, that a tagged piece stands on."""
    for piece in (node, *reader.nodes(node)):
        if "/Pg" in piece:
            return next(n for n, p in enumerate(reader.pdf.pages) if p.objgen == piece.Pg.objgen)
    raise AssertionError("a piece stands on no page")


def _box(reader: Reader, node: pikepdf.Object) -> tuple[float, float, float, float]:
    """Where a figure says that it stands: left, top, right, bottom, as shares of its page."""
    held = node.A if isinstance(node.A, pikepdf.Array) else [node.A]
    box = next(one.BBox for one in held if "/BBox" in one)
    left, low, right, high = (float(part) for part in box)
    page = reader.pdf.pages[_page_of(reader, node)].MediaBox
    wide, tall = float(page[2]), float(page[3])
    return left / wide, 1 - high / tall, right / wide, 1 - low / tall


def test_its_words_are_those_of_the_web_page_in_the_same_order(made: Made) -> None:
    assert squeezed(made.reader.words()) == html_order(made.html)


@pytest.mark.parametrize("kinds", [("H1",), ("H2",), ("Table",), ("TH",), ("L",), ("Link",)])
def test_its_parts_are_tagged(made: Made, kinds: tuple[str, ...]) -> None:
    assert made.reader.of(*kinds)


def test_it_has_one_first_heading(made: Made) -> None:
    assert len(made.reader.of("H1")) == 1


def test_no_level_of_heading_is_skipped(made: Made) -> None:
    levels = [int(str(node.S)[2:]) for node in made.reader.of("H1", "H2", "H3", "H4")]
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_every_table_has_heads(made: Made) -> None:
    for table in made.reader.of("Table"):
        kinds = {str(node.S) for node in made.reader.nodes(table)}
        assert "/TH" in kinds


def test_every_line_of_a_list_is_a_line(made: Made) -> None:
    for held in made.reader.of("L"):
        assert all(str(kid.S) == "/LI" for kid in held.K if isinstance(kid, pikepdf.Dictionary))


def test_every_figure_has_its_words(made: Made) -> None:
    figures = made.reader.of("Figure")
    assert figures
    assert all(len(str(figure.Alt)) > 40 for figure in figures)


def test_the_picture_of_the_way_says_where_the_person_starts(made: Made) -> None:
    alts = " ".join(str(figure.Alt) for figure in made.reader.of("Figure"))
    assert made.plan.destinations[0].path[0] in alts


def test_its_language_and_title_are_told(made: Made) -> None:
    assert str(made.reader.root.Lang) == "en-GB"
    assert bool(made.reader.root.ViewerPreferences.DisplayDocTitle)
    assert str(made.reader.pdf.docinfo["/Title"]) == "My development plan"


def test_every_font_is_inside(made: Made) -> None:
    held = [o for o in made.reader.pdf.objects if isinstance(o, pikepdf.Dictionary)]
    fonts = [o for o in held if o.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all("/FontFile2" in o or "/FontFile3" in o for o in fonts)


def test_it_has_four_to_six_pages(made: Made) -> None:
    assert 4 <= len(made.reader.pdf.pages) <= 6


def test_it_is_small(made: Made) -> None:
    assert len(made.data) <= LARGEST


def test_the_pages_drawn_are_its_pages(made: Made) -> None:
    assert len(made.pages) == len(made.reader.pdf.pages)


def test_every_figure_leaves_ink_where_it_stands(made: Made) -> None:
    for figure in made.reader.of("Figure"):
        page = made.pages[_page_of(made.reader, figure)]
        assert ink(page, *_box(made.reader, figure)) > 50


def test_every_page_holds_something(made: Made) -> None:
    assert all(ink(page, 0.1, 0.08, 0.9, 0.92) > 200 for page in made.pages)


def test_nothing_is_drawn_in_the_side_margins(made: Made) -> None:
    for page in made.pages:
        assert ink(page, 0, 0.05, MARGIN, 0.99) == 0
        assert ink(page, 1 - MARGIN, 0.05, 1, 0.99) == 0


@pytest.mark.parametrize(("name", "words"), OWN_WORDS)
def test_it_holds_the_persons_own_words(makes: Makes, name: str, words: str) -> None:
    assert squeezed(words) in squeezed(makes(name).reader.words())


def test_every_action_is_in_it(made: Made) -> None:
    words = squeezed(made.reader.words())
    texts = [action.text for goal in made.plan.goals for action in goal.actions]
    assert texts
    assert [text for text in texts if squeezed(text) not in words] == []


@pytest.mark.parametrize("edition", [edition for edition in EDITIONS if edition != "standard"])
def test_every_edition_is_tagged(made: Made, edition: str) -> None:
    reader = Reader(export(made.plan, ".pdf", edition))
    assert bool(reader.root.MarkInfo.Marked)
    assert len(reader.of("H1")) == 1
    assert squeezed(reader.words()) == html_order(export(made.plan, ".html", edition).decode())
