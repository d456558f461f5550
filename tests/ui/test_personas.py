"""Three people walk the whole way through the real window: one with a mouse, one by keys alone.

Each walk is made once; the tests read what was seen on it.
"""

import io
import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui.conftest import NOW, ROOT
from ui.people import HCA, PHYSIO, ROTA
from ui.persona_visit import OWN_WORDS, Person, SocketWatch, Visit, visit
from ui.walking import settle

from guidance.app.clock import FixedClock
from guidance.app.paths import Paths
from guidance.app.profiles import load_profile
from guidance.app.session import Session
from guidance.domain.profile import Profile
from guidance.interview.reading import write_profile
from guidance.ui.launch import open_window
from guidance.ui.theme import Theme
from guidance.ui.window import MainWindow

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

PEOPLE = (
    Person(HCA, "Plan my own next step", "occupational-therapist"),
    Person(PHYSIO, "Come back to practice", "physiotherapist"),
    Person(
        ROTA,
        "Plan my own next step",
        "medical-staffing-manager",
        keys=True,
        leaves_by=Qt.Key.Key_4,
    ),
)


@dataclass(frozen=True)
class Walked:
    """What was seen on a visit, and the folder in which the person's own things are kept."""

    person: Person
    visit: Visit
    paths: Paths


Walks = Callable[[str], Walked]


@pytest.fixture(scope="module")
def walks(
    qapp: QApplication, loaded: Session, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walks]:
    """Gives the walk of an example person, made when it is first asked for."""
    held: dict[str, Walked] = {}
    begun: set[str] = set()
    watch = SocketWatch()
    theme = Theme(qapp, ROOT / "resources")

    def walk(name: str) -> Walked:
        if name not in held:
            assert name not in begun, "this walk did not come to its end: see the first failure"
            begun.add(name)
            person = next(one for one in PEOPLE if one.example == name)
            folder = tmp_path_factory.mktemp(name)
            (folder / "out").mkdir()
            paths = replace(loaded.paths, data=folder / "data")
            told = load_profile(ROOT / "examples" / f"{name}.json", loaded.catalogue, NOW.date())
            with watch.on() as sockets:
                made = visit(person, told, lambda: _window(paths, theme, loaded), folder / "out")
            made.sockets = sockets
            held[name] = Walked(person, made, paths)
        return held[name]

    yield walk
    theme.apply("light", 100)


def _window(paths: Paths, theme: Theme, loaded: Session) -> MainWindow:
    session = Session(paths, FixedClock(NOW))
    session._catalogue = loaded._catalogue
    session._matcher = loaded._matcher
    session._interview = loaded._interview
    window = open_window(session, theme)
    window.resize(1160, 780)
    window.show()
    window.activateWindow()
    window.desk.load()
    settle(window)
    return window


@pytest.fixture(params=[HCA, PHYSIO, ROTA])
def walked(request: pytest.FixtureRequest, walks: Walks) -> Walked:
    return walks(request.param)


@pytest.fixture
def hca(walks: Walks) -> Visit:
    return walks(HCA).visit


@pytest.fixture
def returner(walks: Walks) -> Visit:
    return walks(PHYSIO).visit


@pytest.fixture
def rota(walks: Walks) -> Visit:
    return walks(ROTA).visit


def _comparable(profile: Profile) -> dict[str, object]:
    """A profile without what nobody types.

    The day and a course's subject are worked out; strengths and wishes have no order of their own,
    so they come out in the order of the page.
    """
    form = json.loads(write_profile(profile))
    form["as_of"] = None
    for course in form["qualifications"]:
        course["subject"] = None
    form["strengths"]["chosen"].sort()
    form["constraints"]["items"].sort(key=lambda item: item["id"])
    return form


def test_no_bug_is_met_on_the_way(walked: Walked) -> None:
    assert walked.visit.faults == []


def test_the_answers_are_those_of_the_example(walked: Walked) -> None:
    assert _comparable(walked.visit.profile) == _comparable(walked.visit.told)


def test_nothing_shows_beside_the_questions_before_the_second_answer(hca: Visit) -> None:
    assert hca.seen.rows[0] == 0


def test_first_matches_show_once_the_job_is_told(walked: Walked) -> None:
    assert walked.visit.seen.rows[1] > 0


def test_the_list_sharpens_and_says_what_moved(walked: Walked) -> None:
    assert walked.visit.seen.moved[-1].startswith("What moved:")


def test_back_shows_the_answers_that_were_given(walked: Walked) -> None:
    seen = walked.visit.seen
    assert any(seen.given_before_back)
    assert seen.shown_after_back == seen.given_before_back


def test_going_back_and_on_changes_nothing(walked: Walked) -> None:
    assert walked.visit.seen.before_back is not None
    assert walked.visit.seen.after_back == walked.visit.seen.before_back


def test_no_step_is_asked_twice(walked: Walked) -> None:
    assert len(set(walked.visit.seen.steps)) == len(walked.visit.seen.steps)


def test_a_job_on_a_ward_is_understood(hca: Visit) -> None:
    assert "Healthcare support worker" in hca.seen.meant["HCA on a stroke ward"]


def test_a_band_and_a_specialty_do_not_hide_the_job(returner: Visit) -> None:
    assert "Physiotherapist" in returner.seen.meant["B6 physio, respiratory and ITU"]


def test_a_coordinator_of_rotas_is_understood(rota: Visit) -> None:
    assert "rota" in rota.seen.meant["Medical rota co-ordinator, band 4"].lower()


def test_someone_coming_back_is_asked_about_the_register_first(returner: Visit) -> None:
    assert returner.seen.steps[0] == "registration"


def test_the_answers_are_read_back_in_the_persons_own_words(walked: Walked) -> None:
    told = walked.visit.told
    own = (*told.interests.phrases, *told.constraints.phrases, *told.aims.phrases)
    own += tuple(held.title for held in (*told.roles, *told.qualifications))
    assert [words for words in own if words not in walked.visit.check_words] == []


def test_the_matches_are_a_short_list(walked: Walked) -> None:
    assert 5 <= len(walked.visit.matches) <= 9


def test_the_role_in_mind_is_among_the_matches(walked: Walked) -> None:
    assert walked.person.role in walked.visit.matches


def test_the_page_of_the_role_shows_a_way_there(walked: Walked) -> None:
    assert "Way 1: " in walked.visit.role_words


def test_the_plan_heads_for_the_role(walked: Walked) -> None:
    plan = walked.visit.plans["drafted"]
    assert plan.destinations[0].role_id == walked.person.role


def test_the_words_and_the_date_of_an_action_are_changed(walked: Walked) -> None:
    action = walked.visit.plans["changed"].goals[0].actions[0]
    assert (action.text, action.due) == (OWN_WORDS, "2027-03-31")


def test_an_action_is_marked_as_done_today(walked: Walked) -> None:
    assert walked.visit.plans["done"].goals[0].actions[0].done == "2026-11-21"


def test_undo_takes_the_mark_away_and_nothing_else(walked: Walked) -> None:
    assert walked.visit.plans["undone"] == walked.visit.plans["changed"]


def test_redo_puts_it_back(walked: Walked) -> None:
    assert walked.visit.plans["redone"] == walked.visit.plans["done"]


def test_the_plan_shows_as_four_to_six_pages(walked: Walked) -> None:
    assert 4 <= walked.visit.pages["Standard"] <= 6


def test_large_print_takes_more_pages(walked: Walked) -> None:
    assert walked.visit.pages["Large print"] > walked.visit.pages["Standard"]


def test_each_file_is_said_to_be_saved(walked: Walked) -> None:
    names = [f"Saved as plan{suffix}." for suffix in walked.visit.saved]
    assert walked.visit.said[:-1] == names


def test_the_pdf_has_the_pages_that_were_shown(walked: Walked) -> None:
    pdf = pikepdf.open(io.BytesIO(walked.visit.saved[".pdf"]))
    assert len(pdf.pages) == walked.visit.pages["Standard"]


@pytest.mark.parametrize("suffix", [".html", ".txt", ".json"])
def test_a_file_of_words_holds_the_action_as_changed(walked: Walked, suffix: str) -> None:
    assert OWN_WORDS in walked.visit.saved[suffix].decode("utf-8")


def test_the_word_document_holds_the_action_as_changed(walked: Walked) -> None:
    with zipfile.ZipFile(io.BytesIO(walked.visit.saved[".docx"])) as parts:
        assert OWN_WORDS in parts.read("word/document.xml").decode("utf-8")


def test_the_calendar_holds_the_day_of_the_plan(walked: Walked) -> None:
    assert "BEGIN:VEVENT" in walked.visit.saved[".ics"].decode("utf-8")


def test_every_page_goes_to_the_printer(walked: Walked) -> None:
    pdf = pikepdf.open(io.BytesIO(walked.visit.printed))
    assert len(pdf.pages) == walked.visit.pages["Standard"]
    assert walked.visit.said[-1] == f"{len(pdf.pages)} pages were sent to the printer."


def test_the_start_page_offers_to_carry_on(walked: Walked) -> None:
    assert "There is work kept on this computer" in walked.visit.offered


def test_the_person_comes_back_to_where_they_were(walked: Walked) -> None:
    assert walked.visit.came_to == walked.visit.left_at


def test_everything_is_there_again(walked: Walked) -> None:
    assert walked.visit.client_again == walked.visit.client
    assert walked.visit.client_again.plans


def test_what_is_kept_cannot_be_read_in_the_file(walked: Walked) -> None:
    kept = b"".join(path.read_bytes() for path in walked.paths.data.iterdir() if path.is_file())
    assert not kept.startswith(b"SQLite format 3")
    assert OWN_WORDS.encode() not in kept
    assert walked.visit.told.roles[0].title.encode() not in kept


def test_only_the_person_can_read_the_key(walked: Walked) -> None:
    assert stat.S_IMODE(walked.paths.key.stat().st_mode) == 0o600


def test_nothing_is_kept_outside_the_persons_own_folder(walked: Walked) -> None:
    around = {path.name for path in walked.paths.data.parent.iterdir()}
    assert around == {"data", "out"}


def test_no_socket_is_made_on_the_way(walked: Walked) -> None:
    assert walked.visit.sockets == []


@pytest.mark.parametrize("words", ["60 days", "420 hours", "30 days"])
def test_someone_coming_back_sees_what_is_asked(returner: Visit, words: str) -> None:
    assert words in returner.returning[0]


def test_each_line_of_the_log_changes_the_sums(returner: Visit) -> None:
    empty, one_day, two_days = (_sums(words) for words in returner.returning)
    assert len({empty, one_day, two_days}) == 3


def test_the_log_is_kept(returner: Visit) -> None:
    held = [(entry.kind, entry.hours) for entry in returner.client_again.log]
    assert sorted(held) == [("private-study", 6.0), ("supervised-practice", 7.5)]


def _sums(words: str) -> str:
    """What the page says between the heading of the sums and the log itself."""
    return words.partition("Your log so far")[2].partition("What you have logged")[0]


def test_the_watch_sees_a_socket() -> None:
    import socket

    watch = SocketWatch()
    with watch.on() as seen:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    assert "socket.__new__" in seen
