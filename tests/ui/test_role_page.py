"""The role page: the work as it is, ways there for this person, and where it all comes from."""

import pytest
from PySide6.QtCore import Qt
from ui.people import (
    HCA,
    button,
    click,
    meet,
    names_of_buttons,
    press_key,
    repeated_names,
    visit,
    words_on,
)
from ui.walking import focused, nameless, settle, takes_focus

from guidance.domain.match import Judged
from guidance.domain.role import Role
from guidance.domain.vocabulary import Answer
from guidance.domain.wording import HOURS
from guidance.ui.pages.pieces import Drawing, judged_line
from guidance.ui.pages.role.page import RolePage
from guidance.ui.pages.role.ways import WayCard
from guidance.ui.theme import Theme
from guidance.ui.widgets.bullets import DOT, Bullets
from guidance.ui.widgets.words import Words
from guidance.ui.window import MainWindow

OT = "occupational-therapist"


@pytest.fixture
def page(window: MainWindow) -> RolePage:
    meet(window, HCA)
    shown = visit(window, "role", OT)
    assert isinstance(shown, RolePage)
    return shown


def role(page: RolePage) -> Role:
    assert page.desk.catalogue is not None
    return page.desk.catalogue.roles[OT]


def test_the_role_is_the_heading(page: RolePage) -> None:
    assert page.heading.text() == "Occupational therapist"


def test_an_unknown_role_leads_to_the_matches(window: MainWindow) -> None:
    shown = visit(window, "role", "no-such-role")
    assert shown.heading.text() == "We do not know this role"
    click(window, "See your matches")
    assert window.at == "matches"


def test_an_unknown_role_shows_no_facts_of_the_one_before(
    window: MainWindow, page: RolePage
) -> None:
    visit(window, "role", "no-such-role")
    assert "At a glance" not in words_on(page)


def test_no_two_things_to_press_have_the_same_name(page: RolePage) -> None:
    assert repeated_names(page) == []


def test_everything_that_takes_the_focus_is_named(page: RolePage) -> None:
    assert nameless(takes_focus(page)) == []


def test_the_ways_are_those_of_this_person(page: RolePage) -> None:
    session = page.desk.session
    ways = session.matcher.routes(session.profile, OT, session.as_of)
    assert len(page.findChildren(WayCard)) == len(ways)


def test_every_drawing_has_its_words(page: RolePage) -> None:
    assert all("Step 1" in drawing.accessibleName() for drawing in page.findChildren(Drawing))


def test_the_drawing_wears_the_theme(page: RolePage, theme: Theme, window: MainWindow) -> None:
    before = page.findChildren(Drawing)[0].grab().toImage()
    theme.apply("dark", 100)
    settle(window)
    after = page.findChildren(Drawing)[0].grab().toImage()
    assert before.pixelColor(2, 2) != after.pixelColor(2, 2)


def test_every_condition_of_the_first_way_is_listed(page: RolePage) -> None:
    session = page.desk.session
    way = session.matcher.routes(session.profile, OT, session.as_of)[0]
    words = words_on(page)
    assert all(need.says in words for step in way.steps for need in step.needs)


def test_a_plan_can_be_made_for_one_way(window: MainWindow, page: RolePage) -> None:
    session = page.desk.session
    ways = session.matcher.routes(session.profile, OT, session.as_of)
    other = next(name for name in names_of_buttons(page) if name.startswith("Way 2: "))
    click(window, other)
    click(window, "Plan way 2")
    settle(window)
    way = session.client.plans[-1].destinations[0].way
    assert way is not None
    assert [step.route_id for step in way.steps] == [step.route_id for step in ways[1].steps]


def test_the_day_the_rewards_and_the_hard_parts_are_shown(page: RolePage) -> None:
    words, told = words_on(page), role(page)
    assert told.day[0] in words
    assert told.rewards[0].text in words
    assert told.hard_parts[0].text in words


def test_try_before_you_choose_answers_with_advice(window: MainWindow, page: RolePage) -> None:
    preview = role(page).previews[0]
    click(window, f"No: {preview.question}")
    assert preview.suggests["no"] in words_on(page)


def test_pay_says_its_nation_and_year(page: RolePage) -> None:
    assert "Basic pay a year, full time, England, 20" in words_on(page)


def test_pinning_keeps_the_focus_on_the_button(window: MainWindow, page: RolePage) -> None:
    press_key(window, "Pin to my list", Qt.Key.Key_Space)
    assert focused() is button(page, "Unpin")


def test_a_pin_is_remembered(window: MainWindow, page: RolePage) -> None:
    click(window, "Pin to my list")
    assert OT in page.desk.session.client.pinned


def test_back_leads_to_the_page_before(window: MainWindow) -> None:
    visit(window, "matches")
    visit(window, "role", OT)
    click(window, "Back to the page before")
    settle(window)
    assert window.at == "matches"


def test_sources_can_be_read(window: MainWindow, page: RolePage) -> None:
    name = next(name for name in names_of_buttons(page) if name.startswith("Sources ("))
    click(window, name)
    assert "https://" in words_on(page)


def test_a_role_without_an_answer_given_still_shows_ways(window: MainWindow) -> None:
    shown = visit(window, "role", OT)
    assert shown.findChildren(WayCard)


def test_research_on_the_role_says_how_to_reach_it(window: MainWindow) -> None:
    shown = visit(window, "role", "advanced-clinical-practitioner")
    assert "What research says" in words_on(shown)
    paper = next(name for name in names_of_buttons(shown) if name.endswith("(2022)"))
    click(window, paper)
    assert "Free to read" in words_on(shown)


def test_a_role_that_no_paper_is_about_says_nothing_of_research(window: MainWindow) -> None:
    catalogue = window.desk.catalogue
    assert catalogue is not None
    named = {name for paper in catalogue.evidence.values() for name in paper.roles}
    silent = next(name for name in catalogue.roles if name not in named)
    assert "What research says" not in words_on(visit(window, "role", silent))


def test_every_kind_of_hours_that_a_role_can_have_is_shown_in_words(window: MainWindow) -> None:
    catalogue = window.desk.catalogue
    assert catalogue is not None
    full = max(catalogue.roles.values(), key=lambda held: len(held.hours))
    shown = words_on(visit(window, "role", full.id))
    assert all(HOURS[key] in shown for key in full.hours)


def test_a_doctor_is_shown_doctors_pay_in_brief(window: MainWindow) -> None:
    shown = visit(window, "role", "anaesthetist")
    name = next(name for name in names_of_buttons(shown) if name.startswith("Doctors' pay"))
    click(window, name)
    assert "Foundation year 1" in words_on(shown)


def test_a_question_does_not_say_the_condition_again() -> None:
    item = Judged("You can drive.", Answer.UNKNOWN, question="Ask the employer: You can drive")
    assert judged_line(item) == "You can drive. To find out. Ask the employer."


def test_where_people_go_next_names_each_role_once_in_order(window: MainWindow) -> None:
    shown = visit(window, "role", "porter")
    name = next(name for name in names_of_buttons(shown) if name.startswith("Where people go"))
    click(window, name)
    held = next(item for item in shown.findChildren(Bullets) if item.accessibleName() == "Next")
    points = [words.text() for words in held.findChildren(Words) if words.text() != DOT]
    titles = [point.partition(": ")[0] for point in points]
    assert len(titles) > 20
    assert titles == sorted(set(titles))
