"""The session: what is open now, and the one road that every change to it takes.

A screen performs an action. The session changes its state with it, saves, records undo and tells
its subscribers what kinds of thing changed. When any of that fails nothing has changed.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guidance.app.clock import Clock, NewId, SystemClock, random_id
from guidance.app.paths import Paths
from guidance.app.settings import Settings, load_settings, save_settings
from guidance.domain.changes import Changes, Kind
from guidance.domain.errors import KnownError

if TYPE_CHECKING:  # the nouns of a record are many, and the first page needs none of them
    from guidance.domain.catalogue import Catalogue
    from guidance.domain.client import Client
    from guidance.domain.match import Matches
    from guidance.domain.profile import Profile
    from guidance.interview.flow import Interview
    from guidance.matching.engine import Matcher
    from guidance.store.records import Records

UNDO_DEPTH = 100
Subscriber = Callable[[Changes], None]


@dataclass(frozen=True, slots=True)
class State:
    """Everything an action may change."""

    client: Client
    settings: Settings


@dataclass(frozen=True, slots=True)
class Action:
    """A named change. ``change`` gives the new state and must not touch anything else.

    ``name`` is shown beside *undo*. ``kinds`` says what it touches.
    """

    name: str
    kinds: frozenset[Kind]
    change: Callable[[State, Session], State]
    undoable: bool = True


class Session:
    """What is open: paths, settings, catalogue and matcher (loaded when first asked for), client.

    Starts with an empty client that nothing saves. :meth:`keep` or :meth:`open_records` start
    saving; :meth:`start_anonymous` promises that nothing is written at all, settings included.
    """

    def __init__(
        self, paths: Paths, clock: Clock | None = None, new_id: NewId | None = None
    ) -> None:
        """Read the settings; load nothing else yet."""
        self.paths = paths
        self.clock: Clock = clock or SystemClock()
        self.new_id: NewId = new_id or random_id
        self._first_settings, self.settings_message = load_settings(paths.settings)
        self._held: State | None = None
        self._records: Records | None = None
        self._clients: dict[str, Client] = {}
        self._anonymous = False
        self._undo: list[tuple[str, State]] = []
        self._redo: list[tuple[str, State]] = []
        self._base: State | None = None
        self._subscribers: list[Subscriber] = []
        self._catalogue: Catalogue | None = None
        self._matcher: Matcher | None = None
        self._interview: Interview | None = None
        self._matched: tuple[Profile, date, int, Matches] | None = None
        self._lock = threading.RLock()

    # What is open

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._first_settings if self._held is None else self._held.settings

    @property
    def client(self) -> Client:
        """The person whose work is open."""
        return self._state.client

    @property
    def profile(self) -> Profile:
        """What the open person has told us."""
        return self._state.client.profile

    @property
    def clients(self) -> tuple[Client, ...]:
        """Everyone in the open records file, in the order kept; empty when none is open."""
        return tuple(self._clients.values())

    @property
    def saving(self) -> bool:
        """Whether work is being kept in a records file."""
        return self._records is not None

    @property
    def anonymous(self) -> bool:
        """Whether this is a session that writes nothing at all."""
        return self._anonymous

    @property
    def kept(self) -> str:
        """How the person's own records open: ``key``, ``passphrase``, or empty: there are none."""
        # Late: encryption is loaded only when there are records.
        from guidance.app.opening import kept

        return kept(self.paths.records)

    @property
    def as_of(self) -> date:
        """The day answers are worked out for: the profile's own, else today."""
        held = self.profile.as_of
        return date.fromisoformat(held) if held else self.clock.today()

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue. Raises KnownError when it is missing, damaged or of another version."""
        with self._lock:
            if self._catalogue is None:
                # Late: the first page must paint before the store is read.
                from guidance.store.catalogue import load_catalogue

                self._catalogue = load_catalogue(self.paths.catalogue)
            return self._catalogue

    @property
    def matcher(self) -> Matcher:
        """The matcher over the catalogue."""
        with self._lock:
            if self._matcher is None:
                # Late: as above.
                from guidance.matching.engine import Matcher

                self._matcher = Matcher(self.catalogue)
                gc.collect()
                gc.freeze()  # it lives as long as we do: no later search for rubbish walks it
            return self._matcher

    @property
    def interview(self) -> Interview:
        """The interview over the catalogue."""
        with self._lock:
            if self._interview is None:
                # Late: as above.
                from guidance.interview.flow import build_interview

                self._interview = build_interview(self.catalogue)
            return self._interview

    def matches(self, top: int = 7) -> Matches:
        """The matches of the open profile; worked out again only when an answer changed."""
        with self._lock:
            held = self._matched
            if held is not None and held[:3] == (self.profile, self.as_of, top):
                return held[3]
            found = self.matcher.match(self.profile, self.as_of, top)
            self._matched = (self.profile, self.as_of, top, found)
            return found

    # The one road

    def perform(self, action: Action) -> Changes:
        """Make a change: apply, save, record undo, tell subscribers.

        Raises KnownError with everything as it was, when the change or the saving fails.
        """
        with self._lock:
            before = self._base or self._state
            after = action.change(self._state, self)
            self._commit(after)
            self._base = None
            if action.undoable and after.client != before.client:
                self._undo = [*self._undo, (action.name, before)][-UNDO_DEPTH:]
                self._redo = []
        return self._tell(Changes(action.kinds, action.name))

    def draft(self, profile: Profile) -> Changes:
        """Keep answers while they are typed: saved, but undo treats the typing as one change."""
        with self._lock:
            if profile == self.profile:
                return Changes()
            base = self._base or self._state
            self._commit(replace(self._state, client=replace(self.client, profile=profile)))
            self._base = base
        return self._tell(Changes(frozenset({Kind.PROFILE, Kind.MATCHES}), "Type an answer"))

    @property
    def can_undo(self) -> str:
        """The name of the change that undo would take back; empty when there is none."""
        return self._undo[-1][0] if self._undo else ""

    @property
    def can_redo(self) -> str:
        """The name of the change that redo would make again; empty when there is none."""
        return self._redo[-1][0] if self._redo else ""

    def undo(self) -> Changes:
        """Take the last change back. Settings stay as they are."""
        return self._turn_back(self._undo, self._redo, "Undo")

    def redo(self) -> Changes:
        """Make the change that was last taken back again."""
        return self._turn_back(self._redo, self._undo, "Redo")

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Be told of every change, on the thread that made it; call the result to stop."""
        self._subscribers.append(subscriber)

        def stop() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return stop

    # Whose work is open, and where it is kept

    def keep(self, passphrase: str | None = None, path: Path | None = None) -> Changes:
        """Start keeping the open client's work in a new records file.

        Without a passphrase the key is a file in the person's own account.
        Raises KnownError when the file exists already or cannot be made.
        """
        # Late: encryption is loaded only when records are made or opened.
        from guidance.app.opening import create_records

        with self._lock:
            records = create_records(self.paths, path, passphrase)
            try:
                records.save(self._stamped(self.client))
            except KnownError:
                records.close()
                raise
            self._close_records()
            self._anonymous = False
            self._records = records
            self._clients = {self.client.id: self._stamped(self.client)}
        return self._tell(Changes(frozenset({Kind.RECORD}), "Keep my answers"))

    def open_records(self, passphrase: str | None = None, path: Path | None = None) -> Changes:
        """Open a records file and take up the client last worked on.

        Raises KnownError for a wrong passphrase, a damaged or newer file, or one in use.
        """
        # Late: as above.
        from guidance.app.opening import open_records

        with self._lock:
            if self._records is not None and self._records.path == (path or self.paths.records):
                raise KnownError("Those records are open already.", "Go on with them.")
            records = open_records(self.paths, path, passphrase)
            try:
                held = records.load()
            except KnownError:
                records.close()
                raise
            self._close_records()
            self._records = records
            self._anonymous = False
            self._clients = {client.id: client for client in held}
            latest = max(held, key=lambda client: client.updated, default=None)
            self._show(latest or self._nobody())
        return self._tell(Changes(frozenset(Kind), "Open records"))

    def choose_client(self, client_id: str) -> Changes:
        """Take up another client of the open records."""
        with self._lock:
            if client_id not in self._clients:
                raise KnownError("That client is not in the open list.", "Pick one from the list.")
            self._show(self._clients[client_id])
        return self._tell(Changes(frozenset(Kind), "Open a client"))

    def new_client(self, name: str = "") -> Changes:
        """Start an empty client; in open records it is kept from the start."""
        with self._lock:
            client = replace(self._nobody(), name=name, updated=self.clock.now().isoformat())
            if self._records is not None:
                self._records.save(client)
                self._clients[client.id] = client
            self._show(client)
        return self._tell(Changes(frozenset(Kind), "New client"))

    def delete_client(self, client_id: str) -> Changes:
        """Delete one client of the open records for good."""
        with self._lock:
            if self._records is not None and client_id in self._clients:
                self._records.delete(client_id)
                del self._clients[client_id]
            if client_id == self.client.id:
                self._show(self._nobody())
        return self._tell(Changes(frozenset(Kind), "Delete a client"))

    def start_anonymous(self) -> Changes:
        """Start a session that writes nothing at all, settings included."""
        with self._lock:
            self._close_records()
            self._anonymous = True
            self._show(self._nobody())
        return self._tell(Changes(frozenset(Kind), "Look around"))

    def delete_everything(self) -> tuple[Path, ...]:
        """Delete every record, key and setting of this person, and give what was deleted.

        Raises KnownError naming a file that is still there.
        """
        # Late: as above.
        from guidance.app.opening import delete_all

        with self._lock:
            place = self._records.path if self._records is not None else None
            self._close_records()
            gone = delete_all(self.paths, place)
            self._state = replace(self._state, settings=Settings())
            self._show(self._nobody())
        self._tell(Changes(frozenset(Kind), "Delete everything"))
        return gone

    def lock(self) -> Path | None:
        """Close the open records and forget everyone in them; gives the file to open again."""
        with self._lock:
            if self._records is None:
                return None
            place = self._records.path
            self._close_records()
            self._matched = None
            self._show(self._nobody())
        self._tell(Changes(frozenset(Kind), "Lock"))
        return place

    def close(self) -> None:
        """Close the records file, if one is open."""
        with self._lock:
            self._close_records()

    # Inside

    @property
    def _state(self) -> State:
        """The state; an empty person is made when it is first asked for."""
        if self._held is None:
            self._held = State(self._nobody(), self._first_settings)
        return self._held

    @_state.setter
    def _state(self, state: State) -> None:
        self._held = state

    def _nobody(self) -> Client:
        """A new, empty client."""
        # Late: see the imports.
        from guidance.domain.client import Client

        return Client(self.new_id())

    def _commit(self, after: State) -> None:
        """Save what differs, then take it as the state; on failure neither happens."""
        if after.client != self._state.client and self._records is not None:
            stamped = self._stamped(after.client)
            self._records.save(stamped)
            self._clients[stamped.id] = stamped
        if after.settings != self._state.settings and not self._anonymous:
            save_settings(self.paths.settings, after.settings)
        self._state = after

    def _stamped(self, client: Client) -> Client:
        return replace(client, updated=self.clock.now().isoformat())

    def _turn_back(
        self, here: list[tuple[str, State]], there: list[tuple[str, State]], word: str
    ) -> Changes:
        with self._lock:
            if not here:
                return Changes()
            name, state = here[-1]
            now = self._state
            self._commit(replace(now, client=state.client))
            here.pop()
            there.append((name, now))
            self._base = None
        return self._tell(Changes(frozenset(Kind) - {Kind.SETTINGS}, f"{word}: {name}"))

    def _show(self, client: Client) -> None:
        """Take up a client with a clean history."""
        self._state = replace(self._state, client=client)
        self._undo, self._redo, self._base = [], [], None

    def _close_records(self) -> None:
        if self._records is not None:
            self._records.close()
        self._records = None
        self._clients = {}

    def _tell(self, changes: Changes) -> Changes:
        for subscriber in tuple(self._subscribers):
            subscriber(changes)
        return changes
