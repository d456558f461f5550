"""Why a role is not in the list, what would bring it in, and what moved between two answers."""

from collections.abc import Sequence
from dataclasses import replace

from guidance.domain.match import Judged, Matches, Move, Step, Way, WhyNot
from guidance.domain.vocabulary import Answer, Strictness
from guidance.matching.fit import Fit
from guidance.matching.limits import BROKEN_WORDS, Limits
from guidance.matching.network import Network
from guidance.matching.person import Person
from guidance.matching.weights import WEIGHTS


def explain(
    target: int,
    listed: Sequence[int],
    ranked: Sequence[int],
    fit: Fit,
    ways: tuple[Way, ...],
    network: Network,
) -> WhyNot:
    """What the best way asks, law, missing and unknown apart, and what would bring the role in."""
    role = network.roles[target]
    needs = tuple(dict.fromkeys(need for step in _steps(ways) for need in step.needs))
    unmet = [need for need in needs if need.answer is not Answer.YES]
    return WhyNot(
        role.id,
        role.title,
        target in listed,
        ranked.index(target) + 1,
        tuple(need for need in unmet if need.law),
        tuple(need for need in unmet if not need.law and need.answer is Answer.NO),
        tuple(need for need in unmet if not need.law and need.answer is Answer.UNKNOWN),
        (),
        ways,
        _changes(target, listed, fit, ways, unmet),
        fit.ledger(target),
    )


def _steps(ways: tuple[Way, ...]) -> tuple[Step, ...]:
    return ways[0].steps if ways else ()


def _changes(
    target: int, listed: Sequence[int], fit: Fit, ways: tuple[Way, ...], unmet: Sequence[Judged]
) -> tuple[str, ...]:
    """Single changes that would bring a role into the list, the smallest first."""
    if target in listed or not listed:
        return ()
    short = min(fit.scores[place] for place in listed) - fit.scores[target]
    found: list[tuple[float, str]] = []
    for item in fit.signals:
        weight = WEIGHTS[item.name].of(fit.mode)
        value = item.values.get(target, 0.0)
        gain = weight * (1 - value) if weight > 0 else -weight * value
        words = _CHANGE_WORDS.get(item.name)
        if words and gain >= short:
            found.append((gain, words))
    if weight_of_aim(fit) >= short:
        found.append((0.0, "Name it as a role you are aiming for."))
    if not ways:
        found.append((9.0, "A first step into a nearby role: no full way is known from here."))
    found.extend((8.0, f"Get this: {need.says}") for need in unmet if need.answer is Answer.NO)
    if not found:
        return ("No one change would do it. Name it as an aim, and say what draws you to it.",)
    return tuple(dict.fromkeys(words for _, words in sorted(found)))[:4]


def weight_of_aim(fit: Fit) -> float:
    """What naming a role as an aim adds."""
    return WEIGHTS["aims"].of(fit.mode)


_CHANGE_WORDS = {
    "interests-in-words": "Say in your own words what draws you to this work.",
    "interests": "Interest answers of the shape of this work.",
    "closeness": "A post in a role that leads to it.",
    "registration": "The registration that this work uses.",
    "direction": "A different direction: this role lies another way.",
    "values": "Different values at the top of your list.",
    "constraints": "Letting go of the condition that it breaks.",
    "step": "A post nearer its level first.",
}


def with_preferences(found: WhyNot, person: Person, limits: Limits, network: Network) -> WhyNot:
    """The same with the person's own constraints that the role breaks, in words."""
    place = network.place[found.role_id]
    words: list[str] = []
    for item in person.profile.constraints.items:
        by_way = bool(found.ways) and limits.way_breaks(item, found.ways[0])
        if limits.breaks(item, place, person) or by_way:
            asked = "must have" if item.strength is Strictness.MUST else "would like"
            name = limits.words(item)
            words.append(f"You {asked} \u201c{name}\u201d, but {BROKEN_WORDS[item.id]}.")
    changes = found.changes
    if words and not found.listed:
        changes = (*changes, "Letting go of a condition that it breaks.")
    return replace(found, preferences=tuple(words), changes=tuple(dict.fromkeys(changes))[:4])


def moved(before: Matches, after: Matches) -> tuple[Move, ...]:
    """Roles that came, went or changed place in the list, biggest change first."""
    was = {match.role_id: rank for rank, match in enumerate(before.matches, 1)}
    now = {match.role_id: rank for rank, match in enumerate(after.matches, 1)}
    found: list[tuple[int, Move]] = []
    for role in dict.fromkeys((*now, *was)):
        old, new = was.get(role), now.get(role)
        if old != new:
            size = abs((old or len(was) + 3) - (new or len(now) + 3))
            found.append((-size, Move(role, old, new, _why_moved(role, before, after))))
    return tuple(move for _, move in sorted(found, key=lambda pair: (pair[0], pair[1].role_id)))


def _why_moved(role: str, before: Matches, after: Matches) -> str:
    old = {m.role_id: {c.signal: c for c in m.contributions} for m in before.matches}.get(role)
    new = {m.role_id: {c.signal: c for c in m.contributions} for m in after.matches}.get(role)
    if new is None:
        return "Other roles now fit better."
    if old is None:
        best = max(new.values(), key=lambda item: item.points, default=None)
        return best.reason if best else "It now fits better than others."
    changes = {
        name: (new[name].points if name in new else 0.0)
        - (old[name].points if name in old else 0.0)
        for name in {*old, *new}
    }
    name = max(sorted(changes), key=lambda item: abs(changes[item]))
    if changes[name] == 0:
        return "Its own fit is the same; others around it moved."
    title = WEIGHTS[name].title
    return f"{title}: this counts {'more' if changes[name] > 0 else 'less'} now."
