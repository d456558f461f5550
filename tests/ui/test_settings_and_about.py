import re
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from ui.walking import settle

from guidance.app.settings import SETTINGS, load_settings
from guidance.ui.fault import FaultWindow
from guidance.ui.pages.about.page import ONET
from guidance.ui.pages.settings.page import SettingsPage
from guidance.ui.palettes import DARK
from guidance.ui.widgets.choices import ChoiceList
from guidance.ui.window import MainWindow

ROOT = Path(__file__).parents[2]


def settings_of(window: MainWindow) -> SettingsPage:
    window.show_page("settings")
    settle(window)
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def pick(window: MainWindow, page: SettingsPage, key: str, place: int) -> None:
    control = page.controls[key]
    assert isinstance(control, ChoiceList)
    control.cards()[place].click()
    settle(window)


def test_every_setting_of_the_table_is_on_the_page(window: MainWindow) -> None:
    assert set(settings_of(window).controls) == {setting.key for setting in SETTINGS}


def test_a_theme_is_worn_at_once(window: MainWindow) -> None:
    pick(window, settings_of(window), "theme", 1)
    assert QApplication.palette().window().color().name() == DARK.page


def test_a_setting_is_kept(window: MainWindow) -> None:
    pick(window, settings_of(window), "theme", 2)
    assert load_settings(window.desk.session.paths.settings)[0].theme == "contrast"


def test_the_page_says_where_things_are_kept(window: MainWindow) -> None:
    words = settings_of(window).kept.accessibleName()
    assert str(window.desk.session.paths.records) in words


def test_deleting_everything_asks_first(window: MainWindow) -> None:
    page = settings_of(window)
    window.desk.session.keep()
    page.ask_delete.click()
    settle(window)
    assert page.warning.isVisible()
    assert window.desk.session.paths.records.exists()


def test_deleting_everything_leaves_no_file_and_says_what_went(window: MainWindow) -> None:
    page = settings_of(window)
    window.desk.session.keep()
    page.ask_delete.click()
    page.sure.click()
    settle(window)
    assert not window.desk.session.paths.data.exists()
    assert "records.waymark" in page.proof.text()


def test_the_attribution_is_word_for_word_that_of_the_licence() -> None:
    licence = re.sub(r"\s+", " ", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    assert ONET in licence


def test_about_says_how_new_the_facts_are(window: MainWindow) -> None:
    window.show_page("about")
    settle(window)
    catalogue = window.desk.catalogue
    assert catalogue is not None
    told = " ".join(label.text() for label in window.page.findChildren(QLabel))
    assert catalogue.newest in told


def test_a_fault_report_holds_nothing_that_was_typed(window: MainWindow) -> None:
    fault = FaultWindow(ValueError("my secret answer"), "interview", "1", window)
    assert "secret" not in fault.report
    fault.deleteLater()


def test_a_fault_report_is_saved_only_when_asked(window: MainWindow, tmp_path: Path) -> None:
    fault = FaultWindow(ValueError("x"), "interview", "1", window)
    target = tmp_path / "report.txt"
    fault.save(target)
    assert target.read_text(encoding="utf-8") == fault.report
    fault.deleteLater()


def test_a_report_that_cannot_be_saved_says_so(window: MainWindow, tmp_path: Path) -> None:
    fault = FaultWindow(ValueError("x"), "interview", "1", window)
    fault.save(tmp_path / "no" / "such" / "folder" / "report.txt")
    assert fault.told.text() != "The report is saved."
    assert not fault.told.isHidden()
    fault.deleteLater()
