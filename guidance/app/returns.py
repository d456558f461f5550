"""What coming back to a register takes: for a person's record, or for a bare case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from guidance.domain.catalogue import Catalogue
from guidance.domain.client import Client
from guidance.domain.profile import Profile
from guidance.domain.returning import ReturnAnswer
from guidance.returning.cases import answer_case
from guidance.returning.options import answer

_REMOVED = re.compile(
    r"\bI (was|am|have been|got) (struck off|erased|removed by a panel)", re.IGNORECASE
)
_DENIED = re.compile(r"\b(not|never|afraid|worried|scared|if)\b|n.t\b", re.IGNORECASE)


def return_answers(catalogue: Catalogue, client: Client, as_of: date) -> tuple[ReturnAnswer, ...]:
    """What the rules say of each registration of a client that the catalogue has rules for."""
    told = _hinted(client.profile)
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
            told=told,
        )
        for held in client.profile.registrations
        if held.register in catalogue.registers
    )


def _hinted(profile: Profile) -> dict[str, object]:
    """Why they left, where their own words say that a panel removed them."""
    said = (*profile.constraints.phrases, *profile.aims.phrases, *profile.values.phrases)
    removed = any(_REMOVED.search(text) and not _DENIED.search(text) for text in said)
    return {"left_reason": "struck off"} if removed else {}


def answer_bare_case(catalogue: Catalogue, case: Mapping[str, object]) -> dict[str, object]:
    """The answer to a case given by figures alone, such as hours and years."""
    return answer_case(case, catalogue.registers)
