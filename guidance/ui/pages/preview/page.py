"""The preview page: choose an edition, see or read its pages, print them or save them."""

from pathlib import Path

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
from guidance.ui.widgets.layouts import Flow
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Words

SCREEN_DPI = 96
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
        self.edition = QComboBox()
        for edition_id, title in editions():
            self.edition.addItem(title, edition_id)
        self.edition.activated.connect(lambda _: self._ask())
        self.print_button = Press("Print", "main")
        self.print_button.clicked.connect(self._print)
        self.save_button = Press("Save as a file")
        self.save_button.clicked.connect(self._save)
        self.view_button = Press("Read it as text")
        self.view_button.clicked.connect(self._switch)
        self.empty = Words("There is no plan yet. Start one from a role in your matches.")
        self.sheets = Sheets()
        self.reading = QTextBrowser()
        self.reading.setAccessibleName("Your plan as text")
        self.reading.setOpenLinks(False)
        self.reading.setMinimumHeight(520)
        self.reading.setVisible(False)
        self.add(Field("Which edition", self.edition))
        self.add(Flow(self.print_button, self.save_button, self.view_button, spacing=10))
        self.add(self.empty)
        self.add(self.sheets)
        self.add(self.reading)

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
        if self.isVisible() and changes.touches(Kind.PLAN):
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

    def _chosen(self) -> str:
        return str(self.edition.currentData())

    def _ask(self) -> None:
        plan, edition = self.plan(), self._chosen()
        for widget in (self.print_button, self.save_button, self.view_button):
            widget.setEnabled(plan is not None)
        self.empty.setVisible(plan is None)
        if self._task is not None:
            self._task.cancel()
        if plan is None:
            self.sheets.show_pages(())
            self.reading.clear()
            return
        self.busy.begin("Making the pages", can_stop=False)

        def work() -> tuple[tuple[bytes, ...], str]:
            return plan_pages(plan, edition, SCREEN_DPI), plan_html(plan, edition)

        self._task = self.desk.ask(work, self._show)

    def _show(self, found: tuple[tuple[bytes, ...], str]) -> None:
        self.busy.end()
        pages, html = found
        self.sheets.show_pages(pages)
        self.reading.setHtml(html)

    def _switch(self) -> None:
        reading = self.reading.isHidden()
        self.reading.setVisible(reading)
        self.sheets.setVisible(not reading)
        self.view_button.say("See the pages" if reading else "Read it as text")
        if reading:
            self.focus(self.reading)

    def _print(self) -> None:
        from guidance.ui.printing import PRINT_DPI, choose_printer, print_pages  # late: not often

        plan, edition = self.plan(), self._chosen()
        if plan is None:
            return
        try:
            printer = choose_printer(self, plan.title)
        except KnownError as error:
            self.fail(error)
            return
        if printer is None:
            return

        def send(pages: tuple[bytes, ...]) -> None:
            self.busy.end()
            try:
                count = print_pages(printer, pages)
            except KnownError as error:
                self.fail(error)
            else:
                self.desk.say(f"{count} pages were sent to the printer.")

        self.busy.begin("Printing", can_stop=False)
        self.desk.ask(lambda: plan_pages(plan, edition, PRINT_DPI), send)

    def _save(self) -> None:
        plan, edition = self.plan(), self._chosen()
        if plan is None:
            return
        names = ";;".join(name for name, _ in FILTERS)
        chosen, kind = QFileDialog.getSaveFileName(
            self, "Save your plan", str(Path.home() / "My development plan.pdf"), names
        )
        if not chosen:
            return
        target = Path(chosen)
        if not target.suffix:
            target = target.with_suffix(dict(FILTERS).get(kind, ".pdf"))
        self.desk.ask(
            lambda: export_plan(plan, target, edition),
            lambda _: self.desk.say(f"Saved as {target.name}."),
        )
