"""Each edition holds what it is for, and every figure its source."""

from dataclasses import replace

import pytest

from guidance.domain.document import Document, Figure, Heading, Inline, ListBlock, Paragraph, Table
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.publishing.compose import EDITIONS, compose


def said(document: Document) -> str:
    """All the words of a document in one line."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Figure):
            found.append(block.alt)
        else:
            found += ["".join(run.text for run in runs) for runs in _runs(block)]
    return " | ".join(found)


def parts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]


def test_the_standard_edition_has_every_part(plan: Plan) -> None:
    assert parts(compose(plan)) == [
        "At a glance",
        "What you told us",
        "Where you could go, and why",
        "How you get there",
        "What is still missing",
        "Goals and actions",
        "Who will help, and when to look again",
        "Plan B",
        "Questions for your employer",
        "People like you",
        "Money for learning in England",
        "Notes",
        "What we agreed",
        "What this plan cannot tell you",
        "Sources",
    ]


def test_every_action_is_printed_with_its_day_and_what_it_leaves(plan: Plan) -> None:
    words = said(compose(plan))
    for goal in plan.goals:
        for action in goal.actions:
            assert action.text in words
            assert action.evidence.rstrip(".") in words
    assert "21 August 2027" in words


def test_one_thing_against_is_always_said(plan: Plan) -> None:
    assert "One thing against. You would study for about four years" in said(compose(plan))


def test_a_figure_carries_the_number_of_its_source(plan: Plan) -> None:
    number = [one.id for one in plan.sources].index("pay-england") + 1
    assert f"(England, 2026-27). [{number}]" in said(compose(plan))


def test_an_old_fact_is_marked_beside_it_and_in_the_list(plan: Plan) -> None:
    words = said(compose(plan))
    assert words.count("(check before you act)") == 1
    assert words.count("Check before you act.") == 1


def test_an_edited_sentence_loses_its_source(plan: Plan) -> None:
    changed = replace(plan, funding=("My trust pays £500.",))
    assert "My trust pays £500. |" in said(compose(changed))


def test_every_source_is_listed_with_its_dates(plan: Plan) -> None:
    words = said(compose(plan))
    for one in plan.sources:
        assert one.title in words
        assert f"read {one.read}" in words


def test_every_number_points_at_a_source_in_the_list(plan: Plan) -> None:
    document = compose(plan)
    links = {
        run.link
        for block in document.blocks
        for runs in _runs(block)
        for run in runs
        if run.link and run.link.startswith("#")
    }
    assert links
    assert links <= {f"#source-{n}" for n in range(1, len(plan.sources) + 1)}


def _runs(block: object) -> list[Inline]:
    match block:
        case Paragraph():
            return [block.runs]
        case ListBlock():
            return list(block.items)
        case Table():
            return [cell for row in (block.header, *block.rows) for cell in row]
        case _:
            return []


def test_an_action_done_shows_its_day_in_place_of_the_box(plan: Plan) -> None:
    goal = plan.goals[0]
    done = replace(goal.actions[0], done="2026-12-01")
    changed = replace(plan, goals=(replace(goal, actions=(done,)),))
    table = next(b for b in compose(changed).blocks if isinstance(b, Table) and b.role == "actions")
    assert table.rows[0][0][0].text == "1 December 2026"


def test_the_pack_has_the_sum_the_checklist_and_three_logs(return_plan: Plan) -> None:
    document = compose(return_plan, "return-pack")
    words = said(document)
    assert "60 days of 7 hours = 420 hours" in words
    assert "Supervisor's checklist" in parts(document)
    assert sum(title.startswith("Log: ") for title in parts(document)) == 3


def test_the_pack_without_a_registration_says_so(plan: Plan) -> None:
    assert "holds no registration to come back to" in said(compose(plan, "return-pack"))


def test_a_rule_is_printed_with_the_day_it_was_read(return_plan: Plan) -> None:
    assert "Five years out or more: 60 days. (read 2026-11) [1]" in said(compose(return_plan))


def test_evidence_says_what_it_counts_for(plan: Plan) -> None:
    line = "HCPC standards of CPD: keep a continuous record of learning"
    first = plan.goals[0]
    served = replace(first, actions=(replace(first.actions[0], serves=(line,)),))
    assert line in said(compose(replace(plan, goals=(served,)), "evidence"))


def test_a_reason_that_is_only_a_steps_name_is_not_printed(plan: Plan) -> None:
    way = plan.destinations[0].way
    assert way is not None
    first = plan.goals[0]
    named = replace(first.actions[0], text="Apply", because=way.steps[0].name)
    told = replace(first.actions[0], text="Apply", because="You like it")
    words = said(compose(replace(plan, goals=(replace(first, actions=(named, told)),))))
    assert words.count("Because: ") == 1


def test_the_advisers_ledger_adds_up(plan: Plan) -> None:
    tables = [b for b in compose(plan, "adviser").blocks if isinstance(b, Table)]
    ledger = next(table for table in tables if table.caption.startswith("Ledger"))
    points = [float(row[3][0].text) for row in ledger.rows]
    assert sum(points[:-1]) == pytest.approx(points[-1], abs=0.001)


def test_only_the_adviser_sees_the_ledger(plan: Plan) -> None:
    for edition in set(EDITIONS) - {"adviser"}:
        assert "Ledger" not in said(compose(plan, edition))


def test_blank_forms_name_nobody(plan: Plan) -> None:
    document = compose(plan, "blank")
    assert "Sam" not in said(document)
    assert "Sam" not in document.footer


def test_large_print_has_no_table_wider_than_three_columns(plan: Plan) -> None:
    tables = [b for b in compose(plan, "large-print").blocks if isinstance(b, Table)]
    assert all(len(table.header) <= 3 for table in tables)


def test_large_print_says_all_that_the_standard_edition_says(plan: Plan) -> None:
    large = said(compose(plan, "large-print"))
    for goal in plan.goals:
        assert all(a.text in large and a.evidence.rstrip(".") in large for a in goal.actions)


def test_a_plan_to_look_around_does_not_promise_a_way(explore_plan: Plan) -> None:
    words = said(compose(explore_plan))
    assert "What to find out about occupational therapist and therapy support worker" in words


def test_a_blank_plan_still_has_something_to_do(blank_plan: Plan) -> None:
    assert "Goals and actions" in parts(compose(blank_plan))


def test_an_unknown_edition_is_refused_with_the_ones_there_are(plan: Plan) -> None:
    with pytest.raises(KnownError, match="large-print"):
        compose(plan, "tiny")


def test_each_edition_has_a_name_and_says_what_it_is_for() -> None:
    assert all(one.title and one.help.endswith(".") for one in EDITIONS.values())


def test_a_long_name_does_not_fill_the_footer(plan: Plan) -> None:
    assert len(compose(replace(plan, who="a b " * 2000)).footer) < 130
