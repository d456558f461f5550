"""What coming back to a register takes: for a person's record, or for a bare case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from guidance.domain.catalogue import Catalogue
from guidance.domain.client import Client
from guidance.domain.returning import ReturnAnswer
from guidance.returning.cases import answer_case
from guidance.returning.options import answer


def return_answers(catalogue: Catalogue, client: Client, as_of: date) -> tuple[ReturnAnswer, ...]:
    """What the rules say of each registration of a client that the catalogue has rules for."""
    return tuple(
        answer(
            held,
            catalogue.registers[held.register],
            as_of,
            nation=client.profile.nation,
            log=client.log,
            supervisor=client.supervisor,
            support=catalogue.return_support,
            sources=catalogue.sources,
        )
        for held in client.profile.registrations
        if held.register in catalogue.registers
    )


def answer_bare_case(catalogue: Catalogue, case: Mapping[str, object]) -> dict[str, object]:
    """The answer to a case given by figures alone, such as hours and years."""
    return answer_case(case, catalogue.registers)
