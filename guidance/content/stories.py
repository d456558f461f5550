"""Shapes of journeys and case studies."""

from collections.abc import Iterator
from dataclasses import replace

from guidance.content.problems import Desk, Given, Place
from guidance.content.shape import (
    BAD,
    ID,
    TITLE,
    WORDS,
    Key,
    Shape,
    ident,
    listed,
    one_or_more,
    refers,
    sourced,
    statement,
    table,
    text,
    whole,
    word,
)
from guidance.content.yaml_text import Table
from guidance.domain.dated import Provenance, Statement
from guidance.domain.story import CaseStudy, Journey, JourneyStep
from guidance.domain.vocabulary import (
    Basis,
    RouteKind,
    StaffGroup,
    Stage,
)


def _journey(**found: Given) -> Journey:
    (role, role_id, situation), (to, to_id) = found.pop("from"), found.pop("to")
    taken: tuple[JourneyStep, ...] = found["steps"]
    found.setdefault("route_kinds", tuple(dict.fromkeys(kinds_of(taken))))
    return Journey(
        from_role=role,
        from_role_id=role_id,
        situation=situation,
        to_role=to,
        to_role_id=to_id,
        **found,
    )


def kinds_of(steps: tuple[JourneyStep, ...]) -> Iterator[RouteKind]:
    """The kinds of route among a journey's steps; other steps, such as a course, are none."""
    known = {kind.value: kind for kind in RouteKind}
    for step in steps:
        if step.kind in known:
            yield known[step.kind]


STEP = Shape(
    JourneyStep,
    {"what": Key(text(300), needed=True), "kind": Key(ident), "months": Key(whole(0, 600))},
)


def _from(role: str, role_id: str | None = None, situation: str = "") -> Given:
    return role, role_id, situation


def _to(role: str, role_id: str | None = None) -> Given:
    return role, role_id


JOURNEY_FROM = Shape(
    _from,
    {
        "role": Key(text(120), needed=True),
        "role_id": Key(refers("roles")),
        "situation": Key(text(400)),
    },
)
JOURNEY_TO = Shape(
    _to,
    {"role": Key(text(160), needed=True), "role_id": Key(refers("roles"))},
)
JOURNEY = Shape(
    _journey,
    {
        "id": ID,
        "staff_group": Key(word(StaffGroup), needed=True),
        "from": Key(table(JOURNEY_FROM), needed=True),
        "steps": Key(listed(table(STEP)), needed=True),
        "to": Key(table(JOURNEY_TO), needed=True),
        "life_stage": Key(word(Stage)),
        "circumstances": Key(listed(ident)),
        "motives": Key(WORDS),
        "obstacles": Key(WORDS),
        "what_helped": Key(WORDS, to="helped"),
        "advice": Key(text(400)),
        "route_kinds": Key(listed(word(RouteKind))),
        "evidence": Key(text(40), to=""),
    },
    facts=True,
    basis=Basis.OBSERVED,
)


def _figure(meaning: str, figure: str = "") -> str:
    return f"{figure}: {meaning}" if figure else meaning


RESULT = Shape(
    _figure,
    {"figure": Key(text(60)), "meaning": Key(text(300), needed=True)},
)


def _result(desk: Desk, at: Place, value: Given) -> Given:
    """A result: a figure with its meaning, or a sentence as elsewhere."""
    if isinstance(value, Table) and "meaning" in value:
        words = table(RESULT)(desk, at, value)
        return BAD if words is BAD else words[:1].upper() + words[1:]
    return statement()(desk, at, value)


BASIS_OF_KIND = {"lived-story": Basis.OBSERVED, "evaluated-programme": Basis.PUBLISHED}


def _case_study(**found: Given) -> CaseStudy:
    by: Provenance = found["provenance"]
    if by.basis is Basis.EMPLOYER_EXAMPLE:
        by = replace(by, basis=BASIS_OF_KIND.get(found["kind"], by.basis))
        found["provenance"] = by
    results = tuple(
        Statement(item, by) if isinstance(item, str) else sourced(item, by)
        for item in found.pop("results", ())
    )
    return CaseStudy(results=results, **found)


CASE_STUDY = Shape(
    _case_study,
    {
        "id": ID,
        "title": TITLE,
        "organisation": Key(text(200), needed=True),
        "kind": Key(
            word(("employer-programme", "evaluated-programme", "campaign", "lived-story")),
            needed=True,
        ),
        "who_it_helps": Key(text(300), needed=True),
        "detail": Key(word(("full", "partial", "headline"))),
        "region": Key(text(120)),
        "situation": Key(text(800)),
        "what_they_did": Key(text(900)),
        "results": Key(listed(_result)),
        "what_helped": Key(one_or_more(text(500)), to="helped"),
        "what_got_in_the_way": Key(one_or_more(text(500)), to="got_in_the_way"),
        "try_this": Key(text(500)),
        "themes": Key(listed(ident)),
        "staff_groups": Key(listed(text(80))),
        "roles_from": Key(listed(refers("roles"))),
        "roles_to": Key(listed(refers("roles"))),
    },
    facts=True,
    basis=Basis.EMPLOYER_EXAMPLE,
)
