"""What must hold of the shipped content, whoever edits it."""

import re
from pathlib import Path

from guidance.domain.catalogue import Catalogue
from guidance.domain.condition import AllOf, AnyOf, Condition, Holds, Registered
from guidance.domain.vocabulary import HOLLAND_LETTERS, RegisterId

NAMES_A_SUBJECT = re.compile(
    r"(?i)childcare|early years|relevant|related|recognised|doctorate|in drama|in music|in design|"
    r"science or|statistics|dental|nursing or midwifery|leadership and management|CIPD"
)
SOURCE = Path(__file__).parent.parent.parent / "db" / "source"


def _asks_registration(condition: Condition) -> bool:
    if isinstance(condition, AllOf | AnyOf):
        return any(_asks_registration(item) for item in condition.items)
    return isinstance(condition, Registered)


def test_no_route_into_a_registered_role_forgets_the_register(catalogue: Catalogue) -> None:
    forgetful = []
    for route in catalogue.routes.values():
        register = catalogue.roles[route.to].register
        if register is RegisterId.NONE:
            continue
        starts = {catalogue.roles[start].register for start in route.from_roles}
        grants = any(item.startswith("registered:") for item in route.grants)
        if not grants and not _asks_registration(route.needs) and starts != {register}:
            forgetful.append(route.id)
    assert not forgetful


def _holds(condition: Condition) -> list[Holds]:
    if isinstance(condition, AllOf | AnyOf):
        return [held for item in condition.items for held in _holds(item)]
    return [condition] if isinstance(condition, Holds) else []


def test_a_condition_whose_words_name_a_subject_names_it_for_the_match_too(
    catalogue: Catalogue,
) -> None:
    # else a person with any study of that level would be told "you have this"
    loose = [
        f"{route.id}: {held.says}"
        for route in catalogue.routes.values()
        for held in _holds(route.needs)
        if NAMES_A_SUBJECT.search(held.says)
        and not (held.subject or held.grade or held.qualification)
    ]
    assert loose == []


def test_a_question_to_try_can_be_answered_with_yes_or_no(catalogue: Catalogue) -> None:
    asked = [
        preview.question
        for role in catalogue.roles.values()
        for preview in role.previews
        if preview.question.split()[0] in {"How", "What", "Which", "Why", "Who", "Where"}
    ]
    assert asked == []


def test_every_role_can_be_entered_and_left_or_says_why_not(catalogue: Catalogue) -> None:
    entered = {route.to for route in catalogue.routes.values()}
    left = {start for route in catalogue.routes.values() for start in route.from_roles}
    shut = [i for i in catalogue.roles if i not in entered]
    ended = [i for i, role in catalogue.roles.items() if i not in left and not role.dead_end]
    assert (shut, ended) == ([], [])


def test_every_role_says_what_people_need_to_choose_by(catalogue: Catalogue) -> None:
    thin = [
        role.id
        for role in catalogue.roles.values()
        if len(role.titles) < 3
        or len(role.day) < 4
        or len(role.rewards) < 2
        or len(role.hard_parts) < 2
        or not role.summary
        or not role.settings
        or not role.phrases
    ]
    assert thin == []


def test_there_are_five_statements_for_each_holland_type(catalogue: Catalogue) -> None:
    letters = [item.letter for item in catalogue.interest_items]
    assert {letter: letters.count(letter) for letter in HOLLAND_LETTERS} == dict.fromkeys(
        HOLLAND_LETTERS, 5
    )


def test_no_interest_statement_names_a_job(catalogue: Catalogue) -> None:
    titles = {role.title.lower() for role in catalogue.roles.values()}
    for item in catalogue.interest_items:
        assert not [title for title in titles if title in item.text.lower()]


def test_the_first_catalogue_is_as_large_as_promised(catalogue: Catalogue) -> None:
    assert len(catalogue.roles) >= 90
    assert len(catalogue.routes) >= 200
    assert len(catalogue.case_studies) >= 25
    assert len(catalogue.journeys) >= 40
    assert {"hcpc", "nmc"} <= set(catalogue.registers)
    assert any(row.nation == "england" for row in catalogue.pay)


def test_every_fact_that_claims_a_source_names_one(catalogue: Catalogue) -> None:
    bare = [
        route.id
        for route in catalogue.routes.values()
        if route.provenance.basis != "editorial" and not route.provenance.sources
    ]
    assert bare == []
