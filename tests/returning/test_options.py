"""The answer for a registration."""

from datetime import date

import pytest

from guidance.domain.dated import Source
from guidance.domain.errors import KnownError
from guidance.domain.profile import Registration
from guidance.domain.register import Register, ReturnSupport
from guidance.domain.returning import LogEntry, ReturnAnswer, Supervisor
from guidance.domain.vocabulary import Nation, RegisterId, RegistrationStatus
from guidance.returning.options import answer

TODAY = date(2026, 11, 21)
LAPSED = RegistrationStatus.LAPSED
PHYSIO = Registration(
    RegisterId.HCPC, "physiotherapist", LAPSED, left_on="2018-04", last_practised_on="2018-03"
)
Registers = dict[str, Register]
Sources = dict[str, Source]


@pytest.fixture
def eight_years(registers: Registers, sources: Sources) -> ReturnAnswer:
    return answer(PHYSIO, registers["hcpc"], TODAY, nation=Nation.ENGLAND, sources=sources)


def _nurse(**more: float | str | None) -> Registration:
    return Registration(
        RegisterId.NMC,
        "adult-nurse",
        LAPSED,
        left_on=str(more.get("left_on", "2025-01")),
        practice_hours_3y=_hours(more, "three"),
        practice_hours_5y=_hours(more, "five"),
        cpd_hours_3y=_hours(more, "cpd"),
    )


def _hours(more: dict[str, float | str | None], name: str) -> float | None:
    value = more.get(name)
    return None if value is None else float(value)


def test_the_sums_are_shown_line_by_line(eight_years: ReturnAnswer) -> None:
    assert eight_years.options[0].sums == (
        "You last practised in March 2018. That is 8 years and 8 months.",
        "The rule, as read in November 2026, asks 60 days.",
        "60 days x 7 hours = 420 hours.",
        "At most 30 days may be private study.",
        "It must be done in the 12 months before you apply. "
        "To apply on 21 November 2026, that is from 21 November 2025.",
    )


def test_the_figures_have_names(eight_years: ReturnAnswer) -> None:
    figures = eight_years.figures
    wanted = ("updating_days", "hours", "max_private_study_days", "window_months")
    assert [figures[name] for name in wanted] == [60, 420, 30, 12]


def test_every_rule_has_its_source_and_when_it_was_read(eight_years: ReturnAnswer) -> None:
    assert all(rule.source and rule.read == "2026-11" for rule in eight_years.rules)


def test_the_answer_says_that_it_never_says_you_can_return(eight_years: ReturnAnswer) -> None:
    assert "does not say that you can return" in eight_years.limits[0]


def test_no_sentence_promises_a_return(eight_years: ReturnAnswer) -> None:
    shown = " ".join((eight_years.headline, *(o.why for o in eight_years.options)))
    assert "you can return" not in shown.lower()


def test_fees_have_their_date_and_when_they_were_read(eight_years: ReturnAnswer) -> None:
    assert (
        "Readmission or restoration application: £185.01 (from 29 April 2025; read November 2026)."
    ) in eight_years.fees


def test_years_out_are_counted_by_the_month(eight_years: ReturnAnswer) -> None:
    assert eight_years.years_out == 8.67


def test_a_month_that_straddles_a_boundary_asks_for_the_day(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, LAPSED, "2024-12", "2024-11")
    made = answer(told, registers["hcpc"], TODAY)
    assert "On which day did you last practise? The rule turns on it." in made.questions


def test_a_month_that_straddles_a_boundary_gives_no_figure(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, LAPSED, "2024-12", "2024-11")
    made = answer(told, registers["hcpc"], TODAY)
    assert "updating_days" not in made.figures
    assert made.headline.startswith("The rules ask 0 or 30 days")


def test_exactly_two_years_is_flagged_with_whom_to_ask(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, LAPSED, "2024-12", "2024-11-21")
    made = answer(told, registers["hcpc"], TODAY)
    assert made.figures["updating_days"] == 30
    assert "Ask HCPC Registrations" in made.flags[0]


def test_a_missing_date_is_a_question_not_a_guess(registers: Registers) -> None:
    made = answer(Registration(RegisterId.HCPC, None, LAPSED), registers["hcpc"], TODAY)
    assert "When did you last practise?" in made.questions
    assert "updating_days" not in made.figures


def test_leaving_long_ago_settles_the_days_without_the_last_day(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, LAPSED, left_on="2015")
    assert answer(told, registers["hcpc"], TODAY).figures["updating_days"] == 60


def test_the_rule_of_the_day_is_used(registers: Registers) -> None:
    made = answer(PHYSIO, registers["hcpc"], date(2024, 12, 1))
    assert made.figures["window_months"] == 24


def test_registered_but_not_practising_renews_with_evidence(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, last_practised_on="2022-01")
    made = answer(told, registers["hcpc"], TODAY)
    open_ones = [option.title for option in made.options if option.open_to_you]
    assert open_ones == ["Renewal with return to practice evidence"]


def test_struck_off_leads_to_restoration_only(registers: Registers) -> None:
    made = answer(PHYSIO, registers["hcpc"], TODAY, told={"left_reason": "struck off"})
    assert [option.id for option in made.options] == ["restoration"]


def test_a_student_is_given_no_way_back(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, RegistrationStatus.STUDENT)
    assert answer(told, registers["hcpc"], TODAY).options == ()


def test_never_registered_with_a_qualification_is_asked_when(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, RegistrationStatus.NEVER)
    assert "When did you qualify?" in answer(told, registers["hcpc"], TODAY).questions


@pytest.mark.parametrize(
    "register", [one for one in RegisterId if one not in (RegisterId.HCPC, RegisterId.NONE)]
)
def test_someone_never_on_the_register_is_told_that_it_is_no_return(
    register: RegisterId, registers: Registers
) -> None:
    told = Registration(register, None, RegistrationStatus.NEVER)
    made = answer(told, registers[register.value], TODAY)
    assert made.headline.startswith("You have not been on this register")
    assert (made.options, made.fees, made.questions) == ((), (), ())


def test_the_way_after_being_struck_off_is_named_only_where_that_is_told(
    registers: Registers,
) -> None:
    made = answer(_nurse(), registers["nmc"], TODAY)
    assert "restoration" not in {option.id for option in made.options}
    assert any("panel removed you" in question for question in made.questions)


def test_someone_who_left_long_ago_is_not_asked_when_they_qualified(registers: Registers) -> None:
    made = answer(_nurse(left_on="2014-06"), registers["nmc"], TODAY)
    assert "When did you qualify?" not in made.questions
    assert "recent-qualifier" not in {option.id for option in made.options}


def test_a_registered_nurse_is_told_of_revalidation_first(registers: Registers) -> None:
    made = answer(Registration(RegisterId.NMC, "adult-nurse"), registers["nmc"], TODAY)
    assert made.options[0].id == "revalidation"


def test_the_fees_of_a_test_are_told_only_where_the_test_is_a_way(registers: Registers) -> None:
    by_hours = answer(_nurse(three=900, cpd=40), registers["nmc"], TODAY)
    assert not any("OSCE" in fee for fee in by_hours.fees)


def test_a_fee_of_years_ago_is_history_and_not_a_price(registers: Registers) -> None:
    made = answer(_nurse(left_on="2014-06"), registers["nmc"], TODAY)
    assert "Practical test (OSCE): it was £794.00 in 2019. Ask what it is now." in made.fees


def test_too_few_hours_show_what_is_short(registers: Registers) -> None:
    made = answer(_nurse(three=100, five=600, cpd=35), registers["nmc"], TODAY)
    closed = next(option for option in made.options if option.id == "direct-readmission")
    assert closed.open_to_you is False
    assert "You have 600 that count. That is 150 hours short." in closed.sums[1]


def test_untold_hours_leave_readmission_open_as_a_question(registers: Registers) -> None:
    made = answer(_nurse(), registers["nmc"], TODAY)
    ways = {option.id: option.open_to_you for option in made.options}
    assert ways["direct-readmission"] is None
    assert any("hours did you practise" in question for question in made.questions)


def test_hours_are_none_once_the_entry_lapsed_five_years_ago(registers: Registers) -> None:
    made = answer(_nurse(left_on="2020-01"), registers["nmc"], TODAY)
    ways = {option.id: option.open_to_you for option in made.options}
    assert ways["direct-readmission"] is False


def test_public_health_nursing_has_no_test(registers: Registers) -> None:
    told = Registration(RegisterId.NMC, "health-visitor", LAPSED, left_on="2015-01")
    ways = {o.id: o.open_to_you for o in answer(told, registers["nmc"], TODAY).options}
    assert ways["test-of-competence"] is False
    assert ways["return-to-practice-programme"] is True


def test_support_is_that_of_the_nation_and_the_register(
    registers: Registers, support: tuple[ReturnSupport, ...]
) -> None:
    made = answer(PHYSIO, registers["hcpc"], TODAY, nation=Nation.WALES, support=support)
    assert [line.split(".")[0] for line in made.support] == [
        "HEIW return to practice bursary (Wales)"
    ]


def test_support_carries_its_status(
    registers: Registers, support: tuple[ReturnSupport, ...]
) -> None:
    made = answer(PHYSIO, registers["hcpc"], TODAY, nation=Nation.ENGLAND, support=support)
    assert all("Status:" in line for line in made.support)


def test_a_supervisor_who_is_too_new_is_told_why(registers: Registers) -> None:
    told = Supervisor(years_registered=2, same_profession=True, fitness_to_practise=False)
    made = answer(PHYSIO, registers["hcpc"], TODAY, supervisor=told)
    assert made.figures["supervisor_ok"] is False
    assert "Your supervisor must be on the register for 3 years." in made.supervisor


def test_another_register_is_a_bug(registers: Registers) -> None:
    with pytest.raises(ValueError, match="nmc"):
        answer(PHYSIO, registers["nmc"], TODAY)


def test_a_date_to_come_is_refused(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, LAPSED, last_practised_on="2199-01")
    with pytest.raises(KnownError):
        answer(told, registers["hcpc"], TODAY)


@pytest.mark.parametrize("status", list(RegistrationStatus))
@pytest.mark.parametrize("register", [r for r in RegisterId if r is not RegisterId.NONE])
def test_every_register_answers_every_standing(
    register: RegisterId, status: RegistrationStatus, registers: Registers
) -> None:
    made = answer(Registration(register, None, status), registers[register.value], TODAY)
    assert made.headline
    assert made.contact


LOG = (
    LogEntry("2026-03-02", "supervised-practice", 140),
    LogEntry("2026-04-02", "formal-study", 35),
    LogEntry("2026-05-02", "private-study", 245),
    LogEntry("2025-11-20", "formal-study", 7),
    LogEntry("2026-12-01", "formal-study", 7),
    LogEntry("2026-06-01", "reading on the bus", 7),
    LogEntry("2026-06-01", "formal-study", 0),
)


def _logged(registers: Registers) -> ReturnAnswer:
    return answer(PHYSIO, registers["hcpc"], TODAY, log=LOG)


def test_the_log_counts_private_study_only_to_its_limit(registers: Registers) -> None:
    log = _logged(registers).log
    assert log is not None
    assert (log.private_days, log.private_limit_days, log.private_over_days) == (35, 30, 5)


def test_the_log_says_what_is_done_and_short(registers: Registers) -> None:
    log = _logged(registers).log
    assert log is not None
    assert (log.days_done, log.days_needed, log.days_short) == (55, 60, 5)


def test_the_log_says_what_does_not_count_and_why(registers: Registers) -> None:
    log = _logged(registers).log
    assert log is not None
    assert [why for _, why in log.not_counted] == [
        "20 November 2025: more than 12 months before applying.",
        "1 December 2026: after the day of applying.",
        "'reading on the bus' is not a kind of updating the rule names.",
        "The hours are not a number above zero.",
    ]


def test_the_log_shows_its_arithmetic(registers: Registers) -> None:
    log = _logged(registers).log
    assert log is not None
    assert log.says[:3] == (
        "Supervised practice: 140 hours / 7 = 20 days.",
        "Formal study: 35 hours / 7 = 5 days.",
        "Private study: 245 hours / 7 = 35 days.",
    )


def test_a_log_entry_of_a_straddling_month_asks_for_its_day(registers: Registers) -> None:
    log = (LogEntry("2025-11", "formal-study", 7),)
    made = answer(PHYSIO, registers["hcpc"], TODAY, log=log).log
    assert made is not None
    assert "Give the day" in made.not_counted[0][1]


def test_learning_in_the_log_is_added_up_where_hours_of_it_are_asked(
    registers: Registers,
) -> None:
    log = (
        LogEntry("2026-01-05", "formal-study", 20),
        LogEntry("2026-02-05", "supervised-practice", 100),
        LogEntry("2023-11-20", "private-study", 9),
    )
    made = answer(_nurse(), registers["nmc"], TODAY, log=log).log
    assert made is not None
    assert made.says == ("Learning in your log: 20 of 35 hours.", "Still short: 15 hours.")
    assert len(made.not_counted) == 2


def test_a_registered_person_is_not_told_of_ways_for_those_who_left(registers: Registers) -> None:
    made = answer(Registration(RegisterId.NMC, "midwife"), registers["nmc"], TODAY)
    assert "direct-readmission" not in [option.id for option in made.options]


def test_years_out_are_never_rounded_up_to_a_boundary(registers: Registers) -> None:
    told = Registration(RegisterId.HCPC, None, LAPSED, "2024-12", "2024-11-22")
    made = answer(told, registers["hcpc"], TODAY)
    assert made.years_out == 1.99
    assert made.figures["updating_days"] == 0
