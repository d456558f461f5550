"""The content is plain, record by record: reading age about eleven."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from reading.plain import grade_of

from guidance.domain.catalogue import Catalogue
from guidance.domain.dated import Statement
from guidance.domain.role import Role

SOURCE = Path(__file__).parent.parent.parent / "db" / "source"
GRADE = 7.0
LEGAL = 8.0  # a plainer word for a rule or the name of a standard could change what it says
SHORT = 9.0  # one sentence that has to hold the name of a field of work

Read = Iterator[tuple[str, list[str]]]


def _said(statements: Iterable[Statement]) -> list[str]:
    return [statement.text for statement in statements]


def _page(role: Role) -> list[str]:
    tries = [text for each in role.previews for text in (each.question, *each.suggests.values())]
    told = _said((*role.rewards, *role.hard_parts, *role.not_the_same_as))
    return [role.summary, *role.day, *tries, *told]


def _roles(catalogue: Catalogue) -> Read:
    yield from ((role.id, _page(role)) for role in catalogue.roles.values())


def _summaries(catalogue: Catalogue) -> Read:
    yield from ((role.id, [role.summary]) for role in catalogue.roles.values())


def _case_studies(catalogue: Catalogue) -> Read:
    for case in catalogue.case_studies.values():
        told = [case.situation, case.what_they_did, *_said(case.results), case.try_this]
        yield case.id, [*told, *case.helped, *case.got_in_the_way]


def _journeys(catalogue: Catalogue) -> Read:
    for journey in catalogue.journeys.values():
        steps = [step.what for step in journey.steps]
        yield journey.id, [journey.situation, *steps, journey.advice]


def _mechanisms(catalogue: Catalogue) -> Read:
    for way in catalogue.mechanisms.values():
        told = [way.what, way.duration, way.suits, way.evidence]
        yield way.id, [*told, *way.works_when, *way.how_to_start, *way.pitfalls]


def _resources(catalogue: Catalogue) -> Read:
    yield from ((each.id, [each.offers, each.use_in_plan]) for each in catalogue.resources.values())


def _ladders(catalogue: Catalogue) -> Read:
    for ladder in catalogue.ladders.values():
        yield ladder.id, [ladder.purpose, *(level.what_you_do for level in ladder.levels)]


def _funding(catalogue: Catalogue) -> Read:
    yield from ((each.id, [each.who, each.what]) for each in catalogue.funding.values())


def _standards(catalogue: Catalogue) -> Read:
    for standard in catalogue.standards.values():
        yield standard.id, [standard.summary, *_said(standard.items)]


def _return_support(catalogue: Catalogue) -> Read:
    yield from ((each.id, [each.who, each.what]) for each in catalogue.return_support)


def _rules(catalogue: Catalogue) -> Read:
    for register in catalogue.registers.values():
        yield from ((rule.id, [rule.says]) for rule in register.rules)


def _routes(catalogue: Catalogue) -> Read:
    yield from ((route.id, _said(route.notes)) for route in catalogue.routes.values())


def _prompts(catalogue: Catalogue) -> Read:
    yield from ((each.id, [each.question, each.listen_for]) for each in catalogue.prompts)


def _evidence(catalogue: Catalogue) -> Read:
    yield from ((each.id, [each.finding, each.use]) for each in catalogue.evidence.values())


def _guides(catalogue: Catalogue) -> Read:
    for guide in catalogue.guides.values():
        pairs = [text for pair in guide.pairs for text in (pair.had, pair.shows)]
        yield guide.id, [guide.who, *_said((*guide.points, *guide.watch)), *pairs]


def _comparisons(catalogue: Catalogue) -> Read:
    for each in catalogue.comparisons.values():
        sides = [text for side in each.sides for text in _said((*side.good, *side.hard))]
        yield each.id, [each.question, *sides, *_said(each.other_views), *each.ask]


READ: Mapping[str, tuple[Callable[[Catalogue], Read], float]] = {
    "roles": (_roles, GRADE),
    "summaries of roles": (_summaries, SHORT),
    "case studies": (_case_studies, GRADE),
    "journeys": (_journeys, GRADE),
    "mechanisms": (_mechanisms, GRADE),
    "resources": (_resources, GRADE),
    "ladders": (_ladders, GRADE),
    "funding": (_funding, GRADE),
    "standards": (_standards, LEGAL),
    "return support": (_return_support, GRADE),
    "rules of registers": (_rules, LEGAL),
    "notes on routes": (_routes, GRADE),
    "prompts": (_prompts, GRADE),
    "evidence": (_evidence, GRADE),
    "guides": (_guides, GRADE),
    "comparisons": (_comparisons, GRADE),
}


def _hard(records: Iterable[tuple[str, list[str]]], limit: float) -> dict[str, float]:
    """The records that are harder to read than the limit, each with its grade."""
    grades = {name: grade_of(texts) for name, texts in records if any(texts)}
    return {name: round(grade, 1) for name, grade in grades.items() if grade > limit}


@pytest.mark.parametrize("kind", READ)
def test_each_record_of_a_kind_is_plain(catalogue: Catalogue, kind: str) -> None:
    read, limit = READ[kind]
    assert _hard(read(catalogue), limit) == {}


@pytest.mark.parametrize("kind", READ)
def test_there_is_something_of_each_kind_to_read(catalogue: Catalogue, kind: str) -> None:
    read, _ = READ[kind]
    assert any(any(texts) for _, texts in read(catalogue))


def test_a_hard_record_is_named_and_an_easy_one_is_not() -> None:
    hard = "Interdisciplinary collaboration necessitates organisational accountability."
    records = [("hard", ["You help.", hard]), ("easy", ["You help people to eat and drink."])]
    assert list(_hard(records, LEGAL)) == ["hard"]
