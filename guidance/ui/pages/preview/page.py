"""The preview page: choose an edition, see or read its pages, print them or save them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QTextBrowser

from guidance.app.documents import export_plan
from guidance.app.pictures import editions, plan_html, plan_pages
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.preview.sheets import Sheets
from guidance.ui.runner import Task
from guidance.ui.widgets.field import Field
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words, announce

SCREEN_DPI = 96
MOST_DPI = 160
DRAWN_DPI = 144  # drawn larger than shown: at fewer dots Typst loses fine lines in a drawing
FILTERS = (
    ("PDF, for print and screen readers (*.pdf)", ".pdf"),
    ("Word document (*.docx)", ".docx"),
    ("Web page (*.html)", ".html"),
    ("Calendar, with your dates (*.ics)", ".ics"),
    ("Plain text (*.txt)", ".txt"),
    ("Waymark plan (*.json)", ".json"),
)


class PreviewPage(Page):
    """What is seen here prints. The argument is a plan's id and an edition, both optional."""

    title = "Print or save your plan"
    measure = 54

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan_id = ""
        self._task: Task | None = None
        self._shown: tuple[Plan, str, int] | None = None
        self._html = ""
        self.edition = QComboBox()
        self._about: dict[str, str] = {}
        for edition_id, title, about in editions():
            self.edition.addItem(title, edition_id)
            self._about[edition_id] = about
        self.edition.currentIndexChanged.connect(lambda _: self._describe())
        self.edition.activated.connect(lambda _: self._ask())
        self.about = Words("", "soft")
        self.print_button = Press("Print", "main")
        self.print_button.clicked.connect(self._print)
        self.save_button = Press("Save as a file")
        self.save_button.clicked.connect(self._save)
        self.view_button = Press("Read it as text")
        self.view_button.clicked.connect(self._switch)
        self.change_button = Press("Change the plan", "link")
        self.change_button.clicked.connect(lambda: self.desk.go("plan", self._plan_id))
        self.empty = Words("There is no plan yet. Start one from a role in your matches.", "lead")
        self.sheets = Sheets()
        self.reading = QTextBrowser()
        self.reading.setAccessibleName("Your plan as text")
        self.reading.setOpenLinks(False)
        self.reading.setMinimumHeight(520)
        self.reading.setVisible(False)
        self.tools = Card(kind="plain", pad=0)
        self.tools.add(Flow(Field("Which edition", self.edition)))
        self.tools.add(self.about)
        buttons = (self.print_button, self.save_button, self.view_button, self.change_button)
        self.tools.add(Flow(*buttons, spacing=10))
        for piece in (self.empty, self.tools, self.sheets, self.reading):
            self.add(piece)
        self._describe()

    def enter(self, argument: str) -> None:
        """Show a plan: by its id, or the latest."""
        plan_id, _, edition = argument.partition(" ")
        if plan_id:
            self._plan_id = "" if plan_id == "latest" else plan_id
        if edition:
            self.edition.setCurrentIndex(max(0, self.edition.findData(edition)))
        self._ask()

    def refresh(self, changes: Changes) -> None:
        """A change of the plan changes its pages."""
        if self.isVisible() and changes.touches(Kind.PLAN, Kind.RECORD):
            self._ask()

    def rethemed(self) -> None:
        """Larger text, larger pages."""
        if self.isVisible():
            self._ask()

    def leave(self) -> None:
        """What is still being made is no longer wanted."""
        if self._task is not None:
            self._task.cancel()
            self.busy.end()

    def plan(self) -> Plan | None:
        """The plan shown, if there is one."""
        plans = self.desk.session.client.plans
        by_id = {plan.id: plan for plan in plans}
        return by_id.get(self._plan_id) or (plans[-1] if plans else None)

    def chosen(self) -> str:
        """The id of the edition chosen."""
        return str(self.edition.currentData())

    def _describe(self) -> None:
        self.about.say(self._about.get(self.chosen(), ""))

    def _dpi(self) -> int:
        return min(MOST_DPI, round(SCREEN_DPI * self.desk.theme.text_size / 100))

    def _ask(self) -> None:
        plan, edition, dpi = self.plan(), self.chosen(), self._dpi()
        self.tools.setVisible(plan is not None)
        self.empty.setVisible(plan is None)
        if self._task is not None:
            self._task.cancel()
        if plan is None:
            self._shown = None
            self.sheets.show_pages(())
            self.reading.clear()
            return
        self._plan_id = plan.id
        if self._shown == (plan, edition, dpi):
            self.busy.end()
            return
        self.busy.begin("Making the pages", can_stop=False)
        ratio = self.devicePixelRatioF()

        def work() -> tuple[tuple[QImage, ...], str]:
            drawn = max(DRAWN_DPI, round(dpi * ratio))
            pages = plan_pages(plan, edition, drawn)
            pictures = tuple(_at_size(png, dpi / drawn, ratio) for png in pages)
            return pictures, plan_html(plan, edition)

        def show(found: tuple[tuple[QImage, ...], str]) -> None:
            self._shown = (plan, edition, dpi)
            self._show(*found)

        self._task = self.desk.ask(work, show, failed=self._tell_failure)

    def _tell_failure(self, error: KnownError) -> None:
        self.busy.end()
        self.fail(error)

    def _show(self, pages: tuple[QImage, ...], html: str) -> None:
        self.busy.end()
        self.sheets.show_pages(pages)
        self._html = html
        if self.reading.isVisible():
            self.reading.setHtml(html)
        announce(self, f"The pages are ready: {len(pages)}.")

    def _switch(self) -> None:
        reading = self.reading.isHidden()
        if reading:
            self.reading.setHtml(self._html)
        self.reading.setVisible(reading)
        self.sheets.setVisible(not reading)
        self.view_button.say("See the pages" if reading else "Read it as text")
        if reading:
            self.focus(self.reading)

    def _print(self) -> None:
        # Late: printing is not needed until someone prints.
        from guidance.ui.printing import PRINT_DPI, choose_printer, print_pages

        plan, edition = self.plan(), self.chosen()
        if plan is None:
            return
        self.errors.hush()
        try:
            printer = choose_printer(self, plan.title)
        except KnownError as error:
            self.fail(error)
            return
        if printer is None:
            return

        def sent(count: int) -> None:
            self.busy.end()
            pages = "1 page was" if count == 1 else f"{count} pages were"
            self.desk.say(f"{pages} sent to the printer.")

        self.busy.begin("Printing", can_stop=False)
        self.desk.ask(
            lambda: print_pages(printer, plan_pages(plan, edition, PRINT_DPI)),
            sent,
            failed=self._tell_failure,
        )

    def _save(self) -> None:
        plan = self.plan()
        if plan is None:
            return
        self.errors.hush()
        names = ";;".join(name for name, _ in FILTERS)
        start = str(Path.home() / "My development plan.pdf")
        chosen, kind = QFileDialog.getSaveFileName(self, "Save your plan", start, names)
        if not chosen:
            return
        try:
            target = named_file(Path(chosen), dict(FILTERS).get(kind, ".pdf"))
        except KnownError as error:
            self.fail(error)
            return
        edition = self.chosen()

        def saved(_: None) -> None:
            self.busy.end()
            self.desk.say(f"Saved as {target.name}.")

        self.busy.begin("Saving", can_stop=False)
        self.desk.ask(lambda: export_plan(plan, target, edition), saved, failed=self._tell_failure)


def _at_size(png: bytes, scale: float, ratio: float) -> QImage:
    """A page as drawn, brought to the dots it will fill on a screen of that pixel ratio."""
    drawn = QImage.fromData(png)
    width = round(drawn.width() * scale * ratio)
    shown = drawn.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    shown.setDevicePixelRatio(ratio)
    return shown


def named_file(chosen: Path, suffix: str) -> Path:
    """The file to save in: with the ending of the kind picked, where the name typed has none.

    Raises KnownError when that file is already there: nobody was asked whether to replace it.
    """
    if chosen.suffix or chosen.is_dir():
        return chosen
    target = chosen.with_name(chosen.name + suffix)
    if target.exists():
        raise KnownError(
            f"There is already a file '{target.name}'.",
            "Save again under another name, or pick that file in the list.",
        )
    return target
