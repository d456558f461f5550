"""Walks the example people through the real window and saves a picture of every page.

Run by ``python -m guidance.ui.shots FOLDER``: each page in light, dark and high contrast, and in
light at 200 % text, named ``<look>-<person>-<page>.png``, with a sheet of them all for each look.
"""

import os
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = (1160, 780)
LOOKS = (("light", 100), ("dark", 100), ("contrast", 100), ("light", 200))
PEOPLE = {
    "hca": ("hca-to-occupational-therapist.json", "occupational-therapist"),
    "returner": ("physiotherapist-returning.json", "physiotherapist"),
    "rota": ("rota-coordinator.json", "head-of-medical-workforce"),
}
SLOWEST = 60.0


@dataclass(frozen=True, slots=True)
class Shot:
    """A page to picture: its name and argument, and what to call the picture."""

    page: str
    argument: str = ""
    name: str = ""

    @property
    def file(self) -> str:
        """The last part of the picture's file name."""
        return self.name or self.page


class Walk:
    """A window in one look, and the folder its pictures go to."""

    def __init__(self, folder: Path, theme_name: str, text_size: int, data: Path) -> None:
        # Late: the platform is chosen before Qt loads.
        from guidance.app.actions import change_setting
        from guidance.app.paths import find_paths
        from guidance.ui.launch import application, open_early
        from guidance.ui.theme import Theme

        self.folder = folder
        self.look = f"{theme_name}-{text_size}"
        self.taken: list[Path] = []
        paths = find_paths(data)
        self.app = application()
        self.theme = Theme(self.app, paths.resources)
        self.examples = paths.examples
        self.window = open_early(paths, self.theme)
        session = self.window.desk.session
        session.perform(change_setting("theme", theme_name))
        session.perform(change_setting("text_size", text_size))
        self.window.resize(*SIZE)
        self.window.show()
        self.window.settle_in()
        self.settle()

    def settle(self) -> None:
        """Handle events until nothing is being worked out any more."""
        end = time.monotonic() + SLOWEST
        quiet = 0
        while quiet < 60 and time.monotonic() < end:
            self.app.processEvents()
            quiet = 0 if self.window.desk.runner.busy else quiet + 1
            time.sleep(0.01)

    def take(self, person: str, shot: Shot) -> None:
        """Go to a page and save its picture."""
        self.window.show_page(shot.page, shot.argument)
        self.settle()
        path = self.folder / f"{self.look}-{person}-{shot.file}.png"
        self.window.grab().save(str(path))
        self.taken.append(path)

    def meet(self, file: str) -> None:
        """Take up the answers of an example person."""
        from guidance.app.actions import set_profile  # late: as above
        from guidance.app.profiles import load_profile

        session = self.window.desk.session
        told = load_profile(self.examples / file, session.catalogue, session.clock.today())
        session.new_client()
        session.perform(set_profile(told))
        self.settle()

    def plan_for(self, role: str) -> None:
        """Draft a plan for a role, if there is none yet."""
        from guidance.app.actions import start_plan  # late: as above

        session = self.window.desk.session
        if not session.client.plans:
            session.perform(start_plan((role,)))
            self.settle()

    def sheet(self) -> None:
        """All the pictures of this look on one sheet, four across."""
        from PySide6.QtCore import Qt  # late: as above
        from PySide6.QtGui import QImage, QPainter

        across, wide, tall = 4, SIZE[0] // 2, SIZE[1] // 2
        rows = -(-len(self.taken) // across)
        whole = QImage(wide * across, tall * rows, QImage.Format.Format_RGB32)
        whole.fill(Qt.GlobalColor.gray)
        painter = QPainter(whole)
        for place, path in enumerate(self.taken):
            small = QImage(str(path)).scaled(
                wide, tall, mode=Qt.TransformationMode.SmoothTransformation
            )
            painter.drawImage(place % across * wide, place // across * tall, small)
        painter.end()
        whole.save(str(self.folder / f"sheet-{self.look}.png"))


def shots_of(steps: Sequence[str], role: str) -> Iterator[Shot]:
    """Every page in the order a person meets them."""
    for step in steps:
        yield Shot("interview", step, f"interview-{step}")
    yield Shot("check")
    yield Shot("matches")
    yield Shot("role", role)
    yield Shot("returning")
    yield Shot("plan", "latest")
    yield Shot("preview", "latest")


def walk(folder: Path, theme_name: str, text_size: int) -> int:
    """Picture every page in one look; gives how many pictures were made."""
    with tempfile.TemporaryDirectory() as data:
        there = Walk(folder, theme_name, text_size, Path(data))
        for page in ("start", "keep", "settings", "about"):
            there.take("anyone", Shot(page))
        for person, (file, role) in PEOPLE.items():
            there.meet(file)
            interview = there.window.desk.session.interview
            path = interview.path(there.window.desk.session.profile)
            steps = [step.id for step in path if step.page == "questions"]
            for shot in shots_of(steps if person == "hca" else steps[:3], role):
                if shot.page == "plan":
                    there.plan_for(role)
                there.take(person, shot)
        there.sheet()
        there.window.close()
        return len(there.taken)


@contextmanager
def _off_screen() -> Generator[None]:
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    yield
    if before is None:
        os.environ.pop("QT_QPA_PLATFORM", None)


def main(arguments: Sequence[str]) -> int:
    """Make the pictures in the folder named; gives the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("Say which folder the pictures go to.\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with _off_screen():
        for theme_name, text_size in LOOKS:
            count = walk(folder, theme_name, text_size)
            sys.stdout.write(f"{theme_name} at {text_size} %: {count} pictures\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
