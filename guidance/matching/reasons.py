"""Reasons in three depths, made from the ledger: for the person, in full, and one line on paper."""

from collections.abc import Sequence

from guidance.domain.match import Contribution, Judged, Way
from guidance.domain.role import Role
from guidance.domain.vocabulary import Answer
from guidance.matching.network import UNKNOWN_MONTHS
from guidance.matching.weights import WEIGHTS

# Signals that say something about the person come before those that describe the road.
_TELLING = (
    "aims", "registration", "interests-in-words", "outside", "closeness", "observed", "values",
    "strengths", "background", "interests", "people", "step", "reach", "direction", "openness",
    "setting", "workforce",
)  # fmt: skip


def client_reason(ledger: Sequence[Contribution]) -> str:
    """Two or three sentences from the contributions that count most."""
    told = [item for item in ledger if item.points > 0 and item.reason]
    told.sort(key=lambda item: (-item.points * _boost(item.signal), _TELLING.index(item.signal)))
    sentences = list(dict.fromkeys(item.reason for item in told))[:3]
    if not sentences:
        return "Nothing you told us points to this yet. It is here to show what there is."
    return " ".join(sentences)


def _boost(name: str) -> float:
    return 1.4 if name in _TELLING[:10] else 0.7


def paper_line(title: str, ledger: Sequence[Contribution], ways: Sequence[Way]) -> str:
    """One line for paper: the strongest reason and the time it may take."""
    told = sorted((i for i in ledger if i.points > 0), key=lambda i: -i.points)
    why = WEIGHTS[told[0].signal].title.lower() if told else "shown for breadth"
    also = f" and {WEIGHTS[told[1].signal].title.lower()}" if len(told) > 1 else ""
    return f"{title}: {why}{also}; {months_in_words(ways[0]) if ways else 'way there to be found'}."


def months_in_words(way: Way) -> str:
    """The span of a way in words."""
    low, high = way.months.low, way.months.high
    if not low and not high:
        return "time not stated"
    if high is None:
        return f"at least {_time(low or 0)}"
    if low == high or not low:
        return f"about {_time(high)}"
    return f"{_time(low)} to {_time(high)}"


def _time(months: int) -> str:
    if months < 24:
        return "1 month" if months == 1 else f"{months} months"
    years = months / 12
    return f"{years:.0f} years" if months % 12 == 0 else f"{years:.1f} years"


def counter_reason(
    role: Role, ledger: Sequence[Contribution], ways: Sequence[Way], available: Sequence[str]
) -> str:
    """One thing that speaks against a role: the strongest one known.

    ``available`` names the signals that could have spoken for it.
    """
    against = [item for item in ledger if item.points < 0 and item.reason]
    if against:
        return min(against, key=lambda item: item.points).reason
    if not ways:
        return "We know no full way there from where you are. Ask before you set your heart on it."
    return _of_way(ways[0]) or _of_role(role, ledger, available)


def _of_way(way: Way) -> str:
    lacking = [item for item in gaps((way,)) if item.answer is Answer.NO]
    if lacking:
        return f"You do not have this yet: {_sentence(lacking[0].says)}"
    if (way.months.low or 0) >= 36:
        return f"It takes time: {months_in_words(way)}."
    return (
        "The way we put first means a time without full pay." if way.keeps_earning is False else ""
    )


def _of_role(role: Role, ledger: Sequence[Contribution], available: Sequence[str]) -> str:
    if role.hard_parts:
        return f"One hard part: {_sentence(role.hard_parts[0].text)}"
    spoken = {item.signal for item in ledger}
    missed = [name for name in available if name not in spoken]
    if missed:
        return f"Nothing here speaks to this: {WEIGHTS[missed[0]].title.lower()}."
    return f"Allow {UNKNOWN_MONTHS:.0f} months or more for finding a post."


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else text + "."


def gaps(ways: Sequence[Way]) -> tuple[Judged, ...]:
    """What the first way still asks: what is missing first, then what is not known."""
    if not ways:
        return ()
    needs = [need for step in ways[0].steps for need in step.needs]
    unique = dict.fromkeys(need for need in needs if need.answer is not Answer.YES)
    return tuple(sorted(unique, key=lambda need: need.answer is not Answer.NO))
