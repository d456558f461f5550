"""The preview page: what is seen prints and is saved, and every trouble is told."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from ui.people import HCA, click, meet, plan_for, repeated_names, visit, words_on
from ui.walking import nameless, settle, takes_focus

from guidance.app.documents import SUFFIXES
from guidance.app.pictures import editions
from guidance.domain.errors import KnownError
from guidance.ui import printing
from guidance.ui.pages.preview.page import FILTERS, PreviewPage, named_file
from guidance.ui.pages.preview.sheets import Sheet
from guidance.ui.window import MainWindow

OT = "occupational-therapist"


@pytest.fixture
def page(window: MainWindow) -> PreviewPage:
    meet(window, HCA)
    plan_for(window, OT)
    shown = visit(window, "preview", "latest")
    assert isinstance(shown, PreviewPage)
    return shown


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None, suffix: str = ".pdf") -> None:
    """What the person picks in the box for saving."""
    kind = next(name for name, ending in FILTERS if ending == suffix)
    answer = (str(path) if path else "", kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)


def test_without_a_plan_there_is_nothing_to_print(window: MainWindow) -> None:
    shown = visit(window, "preview")
    assert isinstance(shown, PreviewPage)
    assert "There is no plan yet" in words_on(shown)
    assert not shown.print_button.isVisible()


def test_every_page_is_shown(page: PreviewPage) -> None:
    assert len(page.findChildren(Sheet)) == page.sheets.count > 1


def test_everything_that_takes_the_focus_is_named(page: PreviewPage) -> None:
    assert nameless(takes_focus(page)) == []


def test_no_two_things_to_press_have_the_same_name(page: PreviewPage) -> None:
    assert repeated_names(page) == []


def test_every_edition_can_be_chosen(page: PreviewPage) -> None:
    held = {page.edition.itemData(place) for place in range(page.edition.count())}
    assert held == {edition_id for edition_id, _, _ in editions()}


def test_another_edition_has_other_pages(window: MainWindow, page: PreviewPage) -> None:
    before = page.sheets.count
    page.edition.setCurrentIndex(page.edition.findData("summary"))
    page.edition.activated.emit(page.edition.currentIndex())
    settle(window)
    assert page.sheets.count < before


def test_an_edition_says_what_it_is_for(page: PreviewPage) -> None:
    page.edition.setCurrentIndex(page.edition.findData("large-print"))
    about = next(about for edition_id, _, about in editions() if edition_id == "large-print")
    assert about in words_on(page)


def test_the_plan_can_be_read_as_text(window: MainWindow, page: PreviewPage) -> None:
    click(window, "Read it as text")
    assert "Occupational therapist" in page.reading.toPlainText()


def test_the_pages_come_back(window: MainWindow, page: PreviewPage) -> None:
    click(window, "Read it as text")
    click(window, "See the pages")
    assert page.sheets.isVisible()
    assert not page.reading.isVisible()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_plan_is_saved_in_every_format(
    window: MainWindow,
    page: PreviewPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    choose_file(monkeypatch, tmp_path / f"plan{suffix}", suffix)
    click(window, "Save as a file")
    assert (tmp_path / f"plan{suffix}").stat().st_size > 200


def test_a_name_without_an_ending_gets_that_of_its_kind(
    window: MainWindow, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "plan", ".txt")
    click(window, "Save as a file")
    assert (tmp_path / "plan.txt").exists()


def test_a_file_nobody_was_asked_about_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"old")
    with pytest.raises(KnownError, match="There is already a file"):
        named_file(tmp_path / "plan", ".pdf")


def test_going_back_from_saving_saves_nothing(
    window: MainWindow, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, None)
    click(window, "Save as a file")
    assert not page.errors.isVisible()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (".", "is a folder"),
        ("plan.odt", "cannot be saved"),
        ("no/such/plan.pdf", "There is no folder"),
    ],
)
def test_a_place_that_cannot_be_is_told_at_the_top(
    window: MainWindow,
    page: PreviewPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    told: str,
) -> None:
    choose_file(monkeypatch, tmp_path / name)
    click(window, "Save as a file")
    assert page.errors.isVisible()
    assert told in words_on(page.errors)


def test_the_plan_is_printed(
    window: MainWindow, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "choose_printer", lambda *_: pdf_printer(tmp_path / "out.pdf"))
    click(window, "Print")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_told_at_the_top(
    window: MainWindow, page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = pdf_printer(tmp_path / "no" / "such" / "out.pdf")
    monkeypatch.setattr(printing, "choose_printer", lambda *_: broken)
    click(window, "Print")
    assert "The printer did not start." in words_on(page.errors)


def test_no_printer_chosen_prints_nothing(
    window: MainWindow, page: PreviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "choose_printer", lambda *_: None)
    click(window, "Print")
    assert not page.errors.isVisible()


def test_the_plan_can_be_changed_from_here(window: MainWindow, page: PreviewPage) -> None:
    click(window, "Change the plan")
    assert window.at == "plan"


def test_leaving_while_pages_are_made_leaves_no_work_behind(
    window: MainWindow, page: PreviewPage
) -> None:
    page.edition.setCurrentIndex(page.edition.findData("adviser"))
    page.edition.activated.emit(page.edition.currentIndex())
    window.show_page("start")
    settle(window)
    assert page.busy.isHidden()


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer
