"""One folder per page. This is how a page is written.

A page is a subclass of :class:`guidance.ui.pages.base.Page` in ``pages/<name>/page.py``, listed in
:mod:`guidance.ui.pages.registry`; it is imported and made when first visited, then kept::

    class PlanPage(Page):
        title = "Your plan"            # the window's title and the page's only level-1 heading
        measure = 60                   # widest column in ems; 44 reads best, 0: no limit

        def __init__(self, desk: Desk) -> None:
            super().__init__(desk)     # gives self.desk, self.body, self.errors, self.busy
            self.add(Words("..."))     # build what never changes here

        def enter(self, argument: str) -> None:      # every time the page is shown
            ...                                      # argument: what ``desk.go`` was given, or ""

        def refresh(self, changes: Changes) -> None: # a change was made anywhere; am I concerned?
            if changes.touches(Kind.PLAN): ...

        def leave(self) -> None:                     # about to be hidden: keep half-typed words
            ...

        def start_focus(self) -> QWidget:            # else the page itself
            return self.first_field

        def go_back(self) -> bool:                   # True when the page stepped back by itself
            return False

What a page has (all of it on the window's thread):

- ``self.add(piece)`` puts a widget or layout in the column; ``self.reset()`` empties it (the
  heading, summary and busy bar stay). ``self.heading.say("...")`` changes the heading.
- ``self.set_aside(widget)`` shows a second column, which goes below when the window is narrow or
  the text is large; ``None`` takes it away.
- ``self.focus(widget)`` moves the focus and scrolls to it. ``self.to_top()`` scrolls up and puts
  the focus on the page, so that its heading is read out.
- ``self.fail(KnownError(...), field)`` or ``self.errors.tell([Trouble(what, do, field), ...])``
  shows problems at the top; ``Field.set_error`` and ``QuestionFrame.set_error`` say them at the
  field as well; ``self.errors.hush()`` when all is well.
- ``self.busy.begin("Working out your matches")`` and ``self.busy.end()`` round longer work.

What the desk gives (:class:`guidance.ui.desk.Desk`):

- ``desk.session``: read ``profile``, ``client``, ``settings``, ``as_of`` freely. Everything else
  of it may be slow, so call it through ``desk.ask``.
- ``desk.catalogue`` and ``desk.interview``: None until ``desk.ready``; pages other than start,
  settings and about are only shown once they are there.
- ``desk.ask(work, then)``: ``work`` runs in the worker, ``then(result)`` back here. The task it
  gives has ``cancel()``. Cancel the one before when a newer answer makes it stale::

      self._task = self.desk.ask(self.desk.session.matches, self._show)

- ``desk.perform(action, then)``: make a change, with an action of :mod:`guidance.app.actions`.
- ``desk.go(name, argument)``, ``desk.back()``, ``desk.say("Saved")``.
- ``desk.theme.icon("plan", "accent")`` and ``desk.theme.px(12)``.

Pieces are in :mod:`guidance.ui.widgets`: ``words`` (Words, Heading, Rule, announce), ``layouts``
(column, row, Flow, Card, clear), ``press`` (Press), ``field`` (Field, QuestionFrame, Disclosure),
``choices`` (Pick, ChoiceList), ``chips`` (Chip, ChipRow), ``likert``, ``ranking``,
``constraints``, ``typeahead``, ``errors`` (Trouble), ``busy``. Put actions in a ``Flow`` so that
they wrap, one ``Press(..., "main")`` a page. Give every ``QTableWidget``, ``QListWidget`` and other
bare Qt widget an accessible name. Never set a fixed height or a font size: say what a thing is with
``kind`` and let the style sheet do it. Keep user text out of rich text (Words shows plain text).
"""
