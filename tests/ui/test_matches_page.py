"""The matches page: lanes, reasons, pins, what moved, and why not another role."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.people import (
    HCA,
    ROTA,
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

from guidance.app.actions import set_profile
from guidance.domain.profile import Profile
from guidance.domain.wording import LANES
from guidance.ui.pages.matches.asides import MovesCard, UnsureCard, WhyNotCard
from guidance.ui.pages.matches.cards import MatchCard
from guidance.ui.pages.matches.page import MatchesPage
from guidance.ui.window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> MatchesPage:
    meet(window, HCA)
    shown = visit(window, "matches")
    assert isinstance(shown, MatchesPage)
    return shown


def cards(page: MatchesPage) -> list[str]:
    return [card.role_id for card in page.findChildren(MatchCard)]


def title(page: MatchesPage, role_id: str) -> str:
    assert page.desk.catalogue is not None
    return page.desk.catalogue.roles[role_id].title


def look_up(window: MainWindow, page: MatchesPage, text: str) -> None:
    page.why_not.line.setText(text)
    QTest.keyClick(page.why_not.line, Qt.Key.Key_Return)
    settle(window)


def test_about_seven_roles_are_shown_in_lanes(page: MatchesPage) -> None:
    held = page.desk.session.matches()
    assert {match.role_id for match in held.matches} <= set(cards(page))


def test_every_lane_that_holds_a_role_has_its_heading(page: MatchesPage) -> None:
    held = {match.lane for match in page.desk.session.matches().matches}
    assert all(LANES[lane] in words_on(page) for lane in held)


def test_every_card_says_one_thing_against(page: MatchesPage) -> None:
    words = words_on(page)
    assert all(match.counter in words for match in page.desk.session.matches().matches)


def test_the_day_the_list_was_worked_out_is_said(page: MatchesPage) -> None:
    assert "21 November 2026" in words_on(page)


def test_a_blank_profile_gets_a_list_that_says_it_is_broad(window: MainWindow) -> None:
    shown = visit(window, "matches")
    assert isinstance(shown, MatchesPage)
    assert cards(shown)
    assert "You have not told us much yet" in words_on(shown)


def test_no_two_things_to_press_have_the_same_name(page: MatchesPage) -> None:
    assert repeated_names(page) == []


def test_everything_that_takes_the_focus_is_named(page: MatchesPage) -> None:
    assert nameless(takes_focus(page)) == []


def test_the_ledger_opens_and_ends_with_the_total(window: MainWindow, page: MatchesPage) -> None:
    match = page.desk.session.matches().matches[0]
    click(window, f"How {match.title} adds up")
    assert f"Total ({match.score:.1f})" in words_on(page)


def test_a_pinned_role_comes_first_in_its_lane(window: MainWindow, page: MatchesPage) -> None:
    matches = page.desk.session.matches().matches
    lane = matches[-1].lane
    last = [match for match in matches if match.lane is lane][-1]
    click(window, f"Pin: {last.title}")
    in_lane = [
        role for role in cards(page) if role in {m.role_id for m in matches if m.lane is lane}
    ]
    assert in_lane[0] == last.role_id


def test_pinning_leaves_the_focus_on_that_roles_button(
    window: MainWindow, page: MatchesPage
) -> None:
    match = page.desk.session.matches().matches[1]
    press_key(window, f"Pin: {match.title}", Qt.Key.Key_Space)
    assert focused().accessibleName() == f"Unpin: {match.title}"


def test_a_hidden_role_leaves_the_list(window: MainWindow, page: MatchesPage) -> None:
    first = cards(page)[0]
    click(window, f"Hide: {title(page, first)}")
    assert first not in cards(page)


def test_hiding_moves_the_focus_to_the_next_role(window: MainWindow, page: MatchesPage) -> None:
    first, second = cards(page)[:2]
    press_key(window, f"Hide: {title(page, first)}", Qt.Key.Key_Space)
    assert focused().accessibleName() == f"See this role: {title(page, second)}"


def test_a_hidden_role_can_be_shown_again(window: MainWindow, page: MatchesPage) -> None:
    first = cards(page)[0]
    click(window, f"Hide: {title(page, first)}")
    click(window, f"Show {title(page, first)} again")
    assert first in cards(page)


def test_a_changed_answer_changes_the_list_while_it_is_in_view(
    window: MainWindow, page: MatchesPage
) -> None:
    before = cards(page)
    meet(window, ROTA)
    assert cards(page) != before


def test_coming_back_from_a_changed_answer_says_what_moved_and_why(
    window: MainWindow, page: MatchesPage
) -> None:
    before = page.desk.session.matches()
    visit(window, "check")
    meet(window, ROTA)
    visit(window, "matches")
    moves = page.desk.session.matcher.moved(before, page.desk.session.matches())
    (card,) = page.findChildren(MovesCard)
    assert moves[0].why in card.lines[0]


def test_nothing_is_said_to_have_moved_at_first(page: MatchesPage) -> None:
    assert page.findChildren(MovesCard) == []


def test_another_persons_list_is_not_compared_with_the_last_one(
    window: MainWindow, page: MatchesPage
) -> None:
    visit(window, "start")
    page.desk.session.new_client()
    visit(window, "matches")
    assert page.findChildren(MovesCard) == []


def test_an_answer_that_moves_nothing_is_told_so(window: MainWindow, page: MatchesPage) -> None:
    session = page.desk.session
    visit(window, "check")
    session.perform(set_profile(replace(session.profile, as_of="2026-11-20")))
    visit(window, "matches")
    assert "Nothing. The same roles come first." in words_on(page)


def test_a_role_outside_the_list_says_where_it_comes(window: MainWindow, page: MatchesPage) -> None:
    look_up(window, page, "midwife")
    (card,) = page.findChildren(WhyNotCard)
    assert "Midwife" in words_on(card)


def test_the_law_is_told_apart_from_wishes(window: MainWindow, page: MatchesPage) -> None:
    session = page.desk.session
    found = session.matcher.why(session.profile, "midwife", session.as_of)
    look_up(window, page, "midwife")
    assert ("What the law asks" in words_on(page)) == bool(found.law)


def test_words_that_mean_no_role_are_told_kindly(window: MainWindow, page: MatchesPage) -> None:
    look_up(window, page, "zzqx blorp")
    (card,) = page.findChildren(UnsureCard)
    assert "We are not sure which role" in card.text


def test_a_role_from_why_not_opens_its_page(window: MainWindow, page: MatchesPage) -> None:
    look_up(window, page, "midwife")
    click(window, "See this role: Midwife")
    assert (window.at, window.page.heading.text()) == ("role", "Midwife")


def test_look_up_another_role_takes_the_focus_to_the_field(
    window: MainWindow, page: MatchesPage
) -> None:
    click(window, "Look up another role")
    assert focused() is page.why_not.line


def test_a_plan_starts_from_a_match(window: MainWindow, page: MatchesPage) -> None:
    match = page.desk.session.matches().matches[0]
    click(window, f"Start a plan: {match.title}")
    settle(window)
    assert window.at == "plan"
    assert page.desk.session.client.plans[-1].destinations[0].role_id == match.role_id


def test_the_price_of_each_wish_is_said(page: MatchesPage) -> None:
    prices = page.desk.session.matches().prices
    assert prices
    assert all(price.says in words_on(page) for price in prices)


def test_a_wish_can_be_changed_from_its_price(window: MainWindow, page: MatchesPage) -> None:
    click(window, "Change what you asked for")
    assert window.at == "interview"


def test_people_like_you_are_told_the_first_in_full(page: MatchesPage) -> None:
    catalogue = page.desk.catalogue
    assert catalogue is not None
    first = catalogue.journeys[page.desk.session.matches().journeys[0]]
    assert first.situation in words_on(page)


def test_other_stories_are_a_press_away(page: MatchesPage) -> None:
    catalogue = page.desk.catalogue
    assert catalogue is not None
    second = catalogue.journeys[page.desk.session.matches().journeys[1]]
    name = f"From {second.from_role} to {second.to_role}"
    assert name in names_of_buttons(page)
    button(page, name).click()
    assert second.situation in words_on(page)


def test_leaving_at_once_leaves_no_work_behind(window: MainWindow) -> None:
    window.desk.session.perform(set_profile(Profile()))
    window.show_page("matches")
    window.show_page("start")
    settle(window)
    assert window.pages["matches"].busy.isHidden()
