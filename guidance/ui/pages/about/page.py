"""The page about Waymark, and its help."""

import guidance
from guidance.ui.desk import Desk
from guidance.ui.pages.base import Page
from guidance.ui.pages.registry import ENTRIES
from guidance.ui.widgets.layouts import Card, column
from guidance.ui.widgets.words import Heading, Words

WHO = (
    "Waymark is made by its own small team and shared freely. It is not part of the NHS, of any"
    " regulator, or of any college, and none of them has checked it.",
)
IMPARTIAL = (
    "No one pays for a job, a course or an employer to be shown, or to be shown higher.",
    "Age, sex, ethnic group, disability and the like are never asked for, and never change your"
    " matches.",
    "Every match says why it is there, and one thing that speaks against it.",
)
LIMITS = (
    "It gives you ideas and facts to talk over. It does not decide, and it is not advice about the"
    " law, money or health.",
    "Rules, pay and courses change. Each fact shows its source and its date. Where it says"
    " \u201ccheck before you act\u201d, please do.",
    "What people like tells us only part of which jobs suit them. Your job now, your courses and"
    " your life count for more here.",
    "It knows the UK. It does not know what jobs are open near you today.",
)
# Word for word as the licence of the data asks; a test holds it to the LICENSE file.
ONET = (
    "This page includes information from the O*NET 29.3 Database by the U.S. Department of Labor,"
    " Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license."
    " O*NET(R) is a trademark of USDOL/ETA. Waymark has modified all or some of this information."
    " USDOL/ETA has not approved, endorsed, or tested these modifications."
)
KEYS = (
    ("Tab and Shift+Tab", "Go to the next thing, or the one before"),
    ("Space", "Press a button, or pick an answer"),
    ("Arrow keys", "Go along a list of answers"),
    ("1 to 5", "Answer a statement"),
    ("Ctrl+Up and Ctrl+Down", "Move a thing you have picked up or down"),
    ("Enter", "Continue"),
    ("Alt+Left", "Back"),
    ("Ctrl+Z", "Take back the last change"),
    ("Ctrl+Shift+Z", "Make it again"),
    ("Ctrl+S", "See whether your work is kept, or start keeping it"),
    ("F10", "Go to the list of pages"),
    ("Ctrl+Q", "Close Waymark"),
)


class AboutPage(Page):
    """Plain facts, and nothing to fill in."""

    title = "About Waymark, and help"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.content = Words("")
        parts = (
            ("Who made this", WHO),
            ("Fair to everyone", IMPARTIAL),
            ("How far to trust it", LIMITS),
        )
        for title, lines in parts:
            self.add(Card(Heading(title), *(Words(line) for line in lines)))
        self.add(self._keys())
        self.add(
            Card(
                Heading("Where the facts come from"),
                self.content,
                Words("Each fact names its own source, publisher and dates where it is shown."),
                Words(ONET, "soft"),
            )
        )
        desk.ready.connect(self._tell)

    def enter(self, argument: str) -> None:
        """Say how new the facts are."""
        self._tell()

    def _tell(self) -> None:
        catalogue = self.desk.catalogue
        version = f"This is Waymark {guidance.__version__}."
        if catalogue is None:
            self.content.say(f"{version} Its facts are still being loaded.")
            return
        self.content.say(
            f"{version} Its facts are version {catalogue.version}; the newest of its"
            f" {len(catalogue.sources)} sources was read on {catalogue.newest}. It knows"
            f" {len(catalogue.roles)} jobs and {len(catalogue.routes)} ways into them."
        )

    def _keys(self) -> Card:
        pages = tuple((entry.keys, entry.label) for entry in ENTRIES if entry.keys)
        rows = [
            column(Words(keys, "strong"), Words(does), spacing=0) for keys, does in (*KEYS, *pages)
        ]
        return Card(Heading("Keys"), *rows)
