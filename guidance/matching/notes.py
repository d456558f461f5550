"""What a person should know about their list: honest notes, and the price of each constraint."""

from collections.abc import Sequence
from itertools import combinations

from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Price
from guidance.domain.vocabulary import RegistrationStatus, Strictness
from guidance.matching.choosing import by_score
from guidance.matching.fit import Fit
from guidance.matching.holland import correlation
from guidance.matching.limits import Limits
from guidance.matching.network import Network
from guidance.matching.person import Mode, Person

_WORTH_NAMING = 40
ALIKE = 0.8


def prices(
    person: Person, fit: Fit, limits: Limits, network: Network, held: frozenset[int]
) -> tuple[Price, ...]:
    """For each constraint the well-fitting roles that letting it go would open."""
    items = person.profile.constraints.items
    if not items:
        return ()
    ranked = by_score(network, fit)
    pool = [place for place in ranked if place not in held][:_WORTH_NAMING]
    found: list[Price] = []
    for item in items:
        others = [other for other in items if other is not item]
        hard = [other for other in others if other.strength is Strictness.MUST]
        opens = tuple(
            network.roles[place].id
            for place in pool
            if limits.breaks(item, place, person)
            and not any(limits.breaks(other, place, person) for other in hard)
        )
        says = _price_words(limits.words(item), item.strength, len(opens))
        found.append(Price(item.id.value, says, opens))
    return tuple(found)


def _price_words(name: str, strength: Strictness, opens: int) -> str:
    if not opens:
        return f"\u201c{name}\u201d costs you nothing among the roles that fit best."
    roles = "1 role that fits" if opens == 1 else f"{opens} roles that fit"
    if strength is Strictness.MUST:
        return f"Letting go of \u201c{name}\u201d opens {roles} you well."
    return f"\u201c{name}\u201d counts against {roles} you well."


def notes(
    person: Person,
    network: Network,
    picked: Sequence[int],
    against: frozenset[int],
    catalogue: Catalogue,
) -> tuple[str, ...]:
    """Honest notes on the list, the most important first; ``against`` break a must."""
    found: list[str] = []
    profile = person.profile
    said = (
        profile.roles, profile.interests.phrases, profile.interests.answers, profile.aims.roles,
        profile.aims.phrases, profile.values.ranked, profile.values.phrases, profile.registrations,
    )  # fmt: skip
    if not any(said):
        found.append(
            "You have not told us much yet, so this is a broad list. Add your job or what you like "
            "and it will change."
        )
    found.extend(_title_notes(person))
    if person.holland.note:
        found.append(person.holland.note)
    found.extend(_alike(person, network, picked))
    broken = [place for place in picked if place in against]
    if broken and len(broken) == len(picked):
        found.append(
            "No role keeps to everything you must have. These come closest: see what each "
            "condition costs."
        )
    elif broken:
        found.append("The last roles in the list break something you said you must have.")
    if person.mode is Mode.RETURNING and not catalogue.registers:
        found.append("Ask the register itself what coming back takes.")
    if any(status is RegistrationStatus.LAPSED for status in person.standing.registers.values()):
        found.append("You have been on a register. See the page on coming back for what it asks.")
    return tuple(found)


def _title_notes(person: Person) -> list[str]:
    if person.trades:
        return [
            f"We read \u201c{person.trades[0][1][:80]}\u201d as work outside health and care. "
            "If it is inside, pick the nearest job from the list."
        ]
    return [
        f"We do not know the job \u201c{guess.typed[:80]}\u201d. Pick the nearest one, or "
        "tell us what you do in it."
        for guess in person.guesses
        if guess.role_id is None
    ]


def _alike(person: Person, network: Network, picked: Sequence[int]) -> list[str]:
    """Says so where interests cannot tell the roles shown apart."""
    known = [network.roles[place].holland for place in picked]
    scores = [holland.scores for holland in known if holland is not None]
    if not person.holland.usable or len(scores) < 3:
        return []
    pairs = sorted(correlation(one, other) for one, other in combinations(scores, 2))
    if pairs[len(pairs) // 2] < ALIKE:
        return []
    return [
        "Your interest answers cannot tell most of these roles apart, because the roles are alike "
        "in interests. What can is where you want to work, how long you can study and what "
        "matters most to you."
    ]
