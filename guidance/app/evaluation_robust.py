"""The robustness suite: what other tools fail at, asked of this one on the user's own machine."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from guidance.domain.catalogue import Catalogue
from guidance.domain.match import Match, Matches
from guidance.domain.profile import (
    Aims,
    ConstraintItem,
    Constraints,
    HeldRole,
    Interests,
    Profile,
    Ranked,
    Registration,
)
from guidance.domain.vocabulary import (
    ConstraintId,
    Direction,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Strictness,
)
from guidance.matching.engine import Matcher

_VALUES: dict[ConstraintId, str | int] = {
    ConstraintId.MAX_MONTHS: 12,
    ConstraintId.MIN_BAND: "5",
    ConstraintId.MIN_PAY: 30000,
    ConstraintId.MAX_TRAVEL: 30,
}
LEAST_OVERLAP = 5


@dataclass(frozen=True, slots=True)
class Check:
    """One promise, whether it held, and what was seen."""

    name: str
    held: bool
    seen: str


class Suite:
    """Runs the promises against one matcher."""

    def __init__(self, catalogue: Catalogue, matcher: Matcher, as_of: date) -> None:
        """Keep what the promises need."""
        self._catalogue = catalogue
        self._matcher = matcher
        self._as_of = as_of

    def run(self) -> tuple[Check, ...]:
        """All checks, in a fixed order."""
        checks: tuple[Callable[[], Check], ...] = (
            self.all_agree, self.all_neutral, self.one_flip, self.contradictory, self.minimal,
            self.every_constraint, self.lapsed_register, self.unknown_role, self.loosening,
            self.sums, self.same_twice,
        )  # fmt: skip
        return tuple(check() for check in checks)

    def _match(self, profile: Profile) -> Matches:
        return self._matcher.match(profile, self._as_of)

    def _answers(self, value: Callable[[str, int], int]) -> Profile:
        answers = {
            item.id: value(item.letter, place)
            for place, item in enumerate(self._catalogue.interest_items)
        }
        return Profile(interests=Interests(answers))

    def _flat(self, name: str, level: int) -> Check:
        found = self._match(self._answers(lambda _letter, _place: level))
        used = any(c.signal == "interests" for m in found.matches for c in m.contributions)
        held = bool(found.matches) and not used and bool(found.understood.interest_note)
        return Check(name, held, f"{len(found.matches)} roles; {found.understood.interest_note}")

    def all_agree(self) -> Check:
        """Agreeing with everything tells nothing, and is said to."""
        return self._flat("all-agree", 5)

    def all_neutral(self) -> Check:
        """Neutral answers tell nothing, and are said to."""
        return self._flat("all-neutral", 3)

    def one_flip(self) -> Check:
        """Moving one answer by one step never replaces the list."""
        base = self._answers(lambda letter, place: 4 + place % 2 if letter in "SI" else 2)
        before = {match.role_id for match in self._match(base).matches}
        worst = len(before)
        for item, answer in base.interests.answers.items():
            changed = {**base.interests.answers, item: answer - 1}
            after = {m.role_id for m in self._match(Profile(interests=Interests(changed))).matches}
            worst = min(worst, len(before & after))
        held = worst >= min(LEAST_OVERLAP, len(before))
        return Check("one-flip", held, f"at least {worst} of {len(before)} roles stayed")

    def contradictory(self) -> Check:
        """Wishes that fight still give a list, with what each costs."""
        profile = Profile(
            purpose=Purpose.WIND_DOWN,
            direction=Direction.UP,
            values=Ranked(("calm-routine", "variety", "leading-others")),
            aims=Aims(("porter", "chief executive")),
            constraints=Constraints(
                (
                    ConstraintItem(ConstraintId.NO_DEGREE, None, Strictness.MUST),
                    ConstraintItem(ConstraintId.MIN_BAND, "9", Strictness.MUST),
                )
            ),
        )
        found = self._match(profile)
        return Check(
            "contradictory", bool(found.matches) and len(found.prices) == 2, _names(found.matches)
        )

    def minimal(self) -> Check:
        """An empty profile gives a broad list and says that it is one."""
        found = self._match(Profile())
        groups = {self._catalogue.roles[m.role_id].staff_group for m in found.matches}
        few = min(3, len({role.staff_group for role in self._catalogue.roles.values()}))
        held = bool(found.matches) and bool(found.notes) and len(groups) >= few
        return Check("minimal input", held, f"{len(found.matches)} roles in {len(groups)} families")

    def _constrained(self, strength: Strictness) -> Profile:
        items = tuple(ConstraintItem(i, _VALUES.get(i), strength) for i in ConstraintId)
        return Profile(constraints=Constraints(items))

    def every_constraint(self) -> Check:
        """Every constraint at once as a must still gives a list and every price."""
        found = self._match(self._constrained(Strictness.MUST))
        held = bool(found.matches) and len(found.prices) == len(ConstraintId)
        return Check("every constraint", held, f"{len(found.matches)} roles")

    def lapsed_register(self) -> Check:
        """Someone who left a register finds their own profession first."""
        lapsed = RegistrationStatus.LAPSED
        parts = [
            (role.register, role.id)
            for role in self._catalogue.roles.values()
            if role.part == role.id and role.register is not RegisterId.NONE
        ]
        missed = [
            part
            for register, part in parts
            if self._first(Registration(register, part, lapsed)) != part
        ]
        seen = f"{len(parts) - len(missed)} of {len(parts)} parts come first"
        return Check("lapsed register", not missed, f"{seen} {', '.join(missed[:5])}".strip())

    def _first(self, registration: Registration) -> str:
        profile = Profile(purpose=Purpose.RETURN_TO_PRACTICE, registrations=(registration,))
        return self._match(profile).matches[0].role_id

    def unknown_role(self) -> Check:
        """A job nobody heard of is said to be unknown, and there is still a list."""
        found = self._match(Profile(roles=(HeldRole("zorblax flumper of the seventh moon"),)))
        guess = found.understood.titles[0] if found.understood.titles else None
        held = bool(found.matches) and guess is not None and not guess.sure
        return Check("unknown role", held, found.notes[0] if found.notes else "no note")

    def loosening(self) -> Check:
        """Loosening a constraint never costs any role points or standing."""
        strict = self._matcher.place(self._constrained(Strictness.MUST))
        worse = 0
        for dropped in ConstraintId:
            full = self._constrained(Strictness.MUST)
            rest = tuple(i for i in full.constraints.items if i.id is not dropped)
            loose = self._matcher.place(replace(full, constraints=Constraints(rest)))
            pairs = zip(strict.fit.scores, loose.fit.scores, strict=True)
            worse += sum(after < before for before, after in pairs)
            worse += len(set(loose.fit.broken) - set(strict.fit.broken))
        return Check("loosening never removes", worse == 0, f"{worse} roles worse off")

    def sums(self) -> Check:
        """Every ledger adds up to its score exactly."""
        wrong = [
            match.role_id
            for profile in self._varied()
            for match in self._all(self._match(profile))
            if sum(item.points for item in match.contributions) != match.score
        ]
        return Check("contributions sum", not wrong, f"{len(wrong)} ledgers out")

    def same_twice(self) -> Check:
        """The same profile gives the same answer."""
        same = all(self._match(profile) == self._match(profile) for profile in self._varied())
        return Check("same answer twice", same, "equal" if same else "different")

    @staticmethod
    def _all(found: Matches) -> Iterable[Match]:
        extra = (found.outside_field, found.deeper)
        return (*found.matches, *(match for match in extra if match is not None))

    def _varied(self) -> tuple[Profile, ...]:
        titles = ("HCA", "physio band 6", "former midwife", "teacher", "SHO")
        varied = tuple(
            Profile(roles=(HeldRole(title),), interests=Interests({}, ("helping people talk",)))
            for title in titles
        )
        return (*varied, Profile(), self._constrained(Strictness.PREFER))


def _names(matches: Iterable[Match]) -> str:
    return ", ".join(match.role_id for match in matches)
