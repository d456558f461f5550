"""Reasons in three depths, made from the ledger: for the person, in full, and one line on paper."""

from collections.abc import Sequence
from dataclasses import replace

from guidance.domain.match import Contribution, Judged, Match, Matches, Way
from guidance.domain.role import Role
from guidance.domain.vocabulary import Answer
from guidance.domain.wording import span
from guidance.matching.weights import WEIGHTS

# Signals that say something about the person come before those that describe the road.
_TELLING = (
    "aims", "registration", "interests-in-words", "outside", "closeness", "observed", "values",
    "strengths", "background", "interests", "people", "step", "reach", "direction", "openness",
    "setting", "workforce",
)  # fmt: skip


# What may still be told of the work that a person does now; how to get there is no news.
_OF_OWN_WORK = frozenset({"aims", "interests-in-words", "values", "strengths", "interests"})


def client_reason(ledger: Sequence[Contribution], spent: frozenset[str] = frozenset()) -> str:
    """Two or three sentences from the contributions that count most; ``spent`` ones left out."""
    own = any(item.signal == "held" for item in ledger)
    told = [item for item in ledger if item.points > 0 and item.reason]
    told = [item for item in told if not own or item.signal in _OF_OWN_WORK]
    told.sort(key=lambda item: (-item.points * _boost(item.signal), _TELLING.index(item.signal)))
    sentences = [text for text in dict.fromkeys(item.reason for item in told) if text not in spent]
    sentences = sentences[:3]
    if own:
        sentences = ["You do this work now: here is how far it can go.", *sentences[:2]]
    if not sentences:
        return "Nothing you told us points to this yet. It is here to show what there is."
    return " ".join(sentences)


def told_once(found: Matches) -> Matches:
    """The same matches, with what a trade brings said of the first role only."""
    spent: set[str] = set()

    def again(match: Match) -> Match:
        said = frozenset(i.reason for i in match.contributions if i.signal == "outside")
        reason = client_reason(match.contributions, frozenset(spent))
        spent.update(text for text in said if text and text in reason)
        return replace(match, reason=reason)

    matches = tuple(again(match) for match in found.matches)
    outside = again(found.outside_field) if found.outside_field else None
    return replace(found, matches=matches, outside_field=outside)


def _boost(name: str) -> float:
    return 1.4 if name in _TELLING[:10] else 0.7


def paper_line(title: str, ledger: Sequence[Contribution], ways: Sequence[Way]) -> str:
    """One line for paper: the strongest reason and the time it may take."""
    told = sorted((i for i in ledger if i.points > 0), key=lambda i: -i.points)
    why = WEIGHTS[told[0].signal].title.lower() if told else "shown for breadth"
    also = f" and {WEIGHTS[told[1].signal].title.lower()}" if len(told) > 1 else ""
    return f"{title}: {why}{also}; {months_in_words(ways[0]) if ways else 'way there to be found'}."


def months_in_words(way: Way) -> str:
    """How long a way takes, in the words that the way itself uses."""
    months = way.months
    exact = bool(months.low) and months.low == months.high and not months.estimate
    return f"{'about ' if exact else ''}{span(months)}" if span(months) else "time not stated"


def counter_reason(
    role: Role, ledger: Sequence[Contribution], ways: Sequence[Way], available: Sequence[str]
) -> str:
    """One thing that speaks against a role: the strongest one known.

    ``available`` names the signals that could have spoken for it.
    """
    own = any(item.signal == "held" for item in ledger)
    against = [i for i in ledger if i.points < 0 and i.reason and i.signal != "held"]
    if against:
        return min(against, key=lambda item: item.points).reason
    if own:
        return _of_role(role, ledger, ())
    if not ways:
        return "We know no full way there from where you are. Ask before you set your heart on it."
    return _of_way(ways[0]) or _of_role(role, ledger, available)


def _of_way(way: Way) -> str:
    lacking = [item for item in gaps((way,)) if item.answer is Answer.NO]
    if lacking:
        return f"You do not have this yet: {_sentence(lacking[0].says)}"
    if (way.months.low or 0) >= 36:
        return f"It takes {months_in_words(way)}."
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
    return "Posts may be few where you live, so ask before you plan on it."


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
