"""What a page may ask of the window: the session, work to be done, and where to go next."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from guidance.domain.changes import Changes
from guidance.domain.errors import KnownError
from guidance.ui.runner import Runner, Task
from guidance.ui.theme import Theme

if TYPE_CHECKING:  # loaded by the worker after the first paint; these names are for the reader
    from guidance.app.asking import Interview
    from guidance.app.session import Action, Session
    from guidance.domain.catalogue import Catalogue

Result = TypeVar("Result")
Suggest = Callable[[str, int], tuple[tuple[str, str], ...]]
Prepare = Callable[[Callable[[str], None]], object]


class Desk(QObject):
    """One per window. Every signal is told on the window's thread.

    ``changed`` tells what an action changed. ``begun`` is told once, when the session is made, and
    ``ready`` once, when the catalogue is loaded.
    ``wanted`` tells a page's name and argument; ``went_back`` that the person wants to go back.
    ``said`` carries a short message for the foot of the window, ``failed`` a KnownError for the
    page's summary (with the field it is about, or None), ``broke`` a bug for the fault window.
    """

    changed = Signal(object)
    begun = Signal()
    ready = Signal()
    unready = Signal(object)
    wanted = Signal(str, str)
    went_back = Signal()
    said = Signal(str)
    failed = Signal(object, object)
    broke = Signal(object)
    _heard = Signal(object)

    def __init__(
        self, make_session: Callable[[], Session], theme: Theme, prepare: Prepare | None = None
    ) -> None:
        super().__init__()
        self._prepare = prepare
        self._make_session = make_session
        self._session: Session | None = None
        self._making = threading.Lock()
        self.theme = theme
        self.runner = Runner(self)
        self.runner.broke.connect(self.broke.emit)
        self.catalogue: Catalogue | None = None
        self.interview: Interview | None = None
        self._suggest: Suggest | None = None
        self._heard.connect(self.changed.emit, Qt.ConnectionType.QueuedConnection)

    @property
    def session(self) -> Session:
        """The session, made when it is first asked for: the first paint does without its nouns."""
        with self._making:
            if self._session is None:
                self._session = self._make_session()
                self._session.subscribe(self._heard.emit)
            return self._session

    @property
    def has_begun(self) -> bool:
        """Whether the session is made, so that asking for it costs nothing."""
        return self._session is not None

    def load(self) -> None:
        """Make the session, then load catalogue, interview and matcher, all in the worker.

        ``begun`` is told after the first, ``ready`` at the end.
        """
        self.runner.ask(lambda: self.session, lambda _: self.begun.emit())
        self.runner.ask(self._load, self._loaded, self.unready.emit)

    def _load(self) -> tuple[Any, Any, Any]:
        session = self.session
        if self._prepare is not None:
            self._prepare(self.said.emit)
        loaded = session.catalogue, session.interview
        return *loaded, session.matcher.titles.suggest

    def _loaded(self, loaded: tuple[Any, Any, Any]) -> None:
        self.catalogue, self.interview, self._suggest = loaded
        self.ready.emit()

    def suggest(self, prefix: str, limit: int = 8) -> tuple[tuple[str, str], ...]:
        """Titles that begin like what is typed: (title, role id). Quick; none before ``ready``."""
        return self._suggest(prefix, limit) if self._suggest is not None else ()

    def perform(
        self,
        action: Action,
        then: Callable[[Changes], None] | None = None,
        *,
        field: QObject | None = None,
    ) -> Task:
        """Make a change in the worker. A KnownError goes to the page's summary, linked to a field.

        ``then`` is called once it is made; pages hear of it by ``changed`` too.
        """
        return self.ask(lambda: self.session.perform(action), then, field=field)

    def ask(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None] | None = None,
        *,
        failed: Callable[[KnownError], None] | None = None,
        field: QObject | None = None,
    ) -> Task:
        """Have work done in the worker and its result given to ``then`` on the window's thread.

        A KnownError goes to ``failed`` if given, else to the page's summary. Anything else is a bug
        and goes to the fault window.
        """
        return self.runner.ask(work, then, failed or (lambda error: self.failed.emit(error, field)))

    def go(self, page: str, argument: str = "") -> None:
        """Open a page by name; see :mod:`guidance.ui.pages.registry`."""
        self.wanted.emit(page, argument)

    def back(self) -> None:
        """Go to the page come from."""
        self.went_back.emit()

    def say(self, message: str) -> None:
        """Show a short message at the foot of the window, and have it read out."""
        self.said.emit(message)

    def close(self) -> None:
        """Let the worker finish what it has begun, and close the records."""
        self.runner.stop()
        if self._session is not None:
            self._session.close()
