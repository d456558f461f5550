"""The settings page, built from the table of settings."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QSpinBox, QWidget

from guidance.app.actions import change_setting
from guidance.app.settings import SETTINGS, Setting, Settings
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.widgets.choices import ChoiceList, Pick, TickCard
from guidance.ui.widgets.field import focus_on
from guidance.ui.widgets.layouts import Card, Flow
from guidance.ui.widgets.likert import Pill
from guidance.ui.widgets.press import Press
from guidance.ui.widgets.words import Heading, Words

FEW = 8  # a number with no more steps than this is a row of pills


class SettingsPage(Page):
    """Every setting takes effect at once."""

    title = "Settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.showers: dict[str, Callable[[object], None]] = {}
        self.controls: dict[str, QWidget] = {}
        for setting in SETTINGS:
            self.add(self._card(setting))
        self.kept = Words("")
        self.ask_delete = Press("Delete everything", "danger")
        self.sure = Press("Yes, delete everything", "danger")
        self.unsure = Press("No, keep it")
        self.warning = Words(
            "Your answers, plans, key and settings will be gone for good.", "strong"
        )
        self.proof = Words("")
        self.proof.setVisible(False)
        self.add(Card(Heading("Where things are kept"), self.kept))
        self.add(self._deleting())
        self._ask(False)

    def enter(self, argument: str) -> None:
        """Show the settings in force and where things are."""
        self._show(self.desk.session.settings)
        self._ask(False)
        self.proof.setVisible(False)

    def refresh(self, changes: Changes) -> None:
        """A setting may have changed elsewhere."""
        if changes.touches(Kind.SETTINGS, Kind.RECORD):
            self._show(self.desk.session.settings)

    def _show(self, settings: Settings) -> None:
        for key, show in self.showers.items():
            show(getattr(settings, key))
        paths = self.desk.session.paths
        state = "There is work kept here." if paths.records.exists() else "No work is kept yet."
        self.kept.say(
            f"{state} Your answers and plans: {paths.records}\nYour settings: {paths.settings}\n"
            f"What Waymark knows about jobs: {paths.catalogue}"
        )

    def _set(self, key: str, value: object) -> None:
        self.desk.perform(change_setting(key, value), field=self.controls[key])

    def _card(self, setting: Setting) -> QWidget:
        control = self._control(setting)
        self.controls[setting.key] = control
        if isinstance(control, TickCard):
            return control
        return Card(Heading(setting.label), Words(setting.help, "soft"), control)

    def _control(self, setting: Setting) -> QWidget:
        if isinstance(setting.default, bool):
            return self._tick(setting)
        if not isinstance(setting.default, int):
            return self._choice(setting)
        few = (setting.high - setting.low) // setting.step < FEW
        return self._pills(setting) if few else self._number(setting)

    def _tick(self, setting: Setting) -> QWidget:
        card = TickCard(Pick(setting.key, setting.label, setting.help))
        self.showers[setting.key] = lambda value: _quietly(
            card, lambda: card.setChecked(bool(value))
        )
        card.toggled.connect(lambda on: self._set(setting.key, on))
        return card

    def _choice(self, setting: Setting) -> QWidget:
        picks = [Pick(value, words) for value, words in setting.choices]
        choice = ChoiceList(setting.label, picks)
        self.showers[setting.key] = lambda value: choice.choose((str(value),))
        choice.changed.connect(lambda ids: self._set(setting.key, ids[0]))
        return choice

    def _pills(self, setting: Setting) -> QWidget:
        box = QWidget()
        box.setAccessibleName(setting.label)
        pills: dict[int, Pill] = {}
        for value in range(setting.low, setting.high + 1, setting.step):
            pill = Pill(f"{value} %", f"{setting.label}: {value} per cent", value)
            pill.clicked.connect(lambda _=False, value=value: self._set(setting.key, value))
            pills[value] = pill
        box.setLayout(Flow(*pills.values()))
        box.setFocusProxy(pills[setting.low])

        def show(value: object) -> None:
            for number, pill in pills.items():
                _quietly(pill, lambda pill=pill, on=number == value: pill.setChecked(on))

        self.showers[setting.key] = show
        return box

    def _number(self, setting: Setting) -> QWidget:
        spin = QSpinBox()
        spin.setRange(setting.low, setting.high)
        spin.setSingleStep(setting.step)
        spin.setKeyboardTracking(False)
        spin.setAccessibleName(setting.label)
        spin.setAccessibleDescription(setting.help)
        spin.lineEdit().setAccessibleName(setting.label)
        self.showers[setting.key] = lambda value: _quietly(spin, lambda: spin.setValue(_int(value)))
        spin.valueChanged.connect(lambda value: self._set(setting.key, value))
        return spin

    def _deleting(self) -> QWidget:
        self.ask_delete.clicked.connect(lambda: self._ask(True))
        self.unsure.clicked.connect(lambda: self._ask(False))
        self.sure.clicked.connect(self._delete)
        words = "Delete every answer, plan, key and setting that Waymark keeps for you."
        return Card(
            Heading("Delete everything"),
            Words(words),
            self.warning,
            Flow(self.ask_delete, self.sure, self.unsure, spacing=12),
            self.proof,
        )

    def _ask(self, asking: bool) -> None:
        self.warning.setVisible(asking)
        self.sure.setVisible(asking)
        self.unsure.setVisible(asking)
        self.ask_delete.setVisible(not asking)
        if asking:
            focus_on(self.unsure)

    def _delete(self) -> None:
        self.desk.ask(self.desk.session.delete_everything, self._deleted, failed=self._not_deleted)

    def _deleted(self, gone: tuple[Path, ...]) -> None:
        self._ask(False)
        names = ", ".join(path.name for path in gone)
        held = f"Deleted: {names}." if gone else "There was nothing kept to delete."
        self.proof.say(f"{held} We looked again: nothing of yours is left on this computer.")
        self.proof.setVisible(True)
        self.desk.say("Everything is deleted.")
        focus_on(self.ask_delete)

    def _not_deleted(self, error: KnownError) -> None:
        self._ask(False)
        self.fail(error, self.ask_delete)


def _quietly(widget: QWidget, act: Callable[[], None]) -> None:
    """Do something to a widget without its signals being told."""
    widget.blockSignals(True)
    act()
    widget.blockSignals(False)
    widget.update()


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0
