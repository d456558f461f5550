"""What the person told us, line by line, in their own words where they gave any."""

from collections.abc import Mapping

from guidance.domain.catalogue import Catalogue, Choice
from guidance.domain.dated import Span
from guidance.domain.plan import ToldUs
from guidance.domain.profile import ConstraintItem, HeldQualification, HeldRole, Profile
from guidance.domain.vocabulary import HOLLAND_LETTERS, RegisterId, Strictness
from guidance.domain.wording import (
    DIRECTIONS,
    NATIONS,
    PURPOSES,
    STAGES,
    joined,
    registration,
    span,
)
from guidance.planning.brief import PlanBrief


def told_us(brief: PlanBrief) -> tuple[ToldUs, ...]:
    """Each answer the plan rests on; questions left open are left out."""
    profile, catalogue = brief.profile, brief.catalogue
    lines = (
        ("Why you are here", _why(profile)),
        ("Where you work", NATIONS[profile.nation] if profile.nation else ""),
        ("Your job now", _jobs(profile, catalogue, current=True)),
        ("Jobs before", _jobs(profile, catalogue, current=False)),
        ("Qualifications", "; ".join(_qualification(held) for held in profile.qualifications)),
        ("Registration", _registrations(profile)),
        ("What you like doing", _phrases(profile.interests.phrases)),
        ("What matters to you", _picked(profile.values.ranked, catalogue.values)),
        ("In your words", _phrases(profile.values.phrases)),
        ("What you are good at", _picked(profile.strengths.chosen, catalogue.strengths)),
        ("Also good at", _phrases(profile.strengths.phrases)),
        ("What has to fit", _constraints(profile, catalogue)),
        ("Your direction", DIRECTIONS[profile.direction] if profile.direction else ""),
        ("Roles in mind", _phrases((*profile.aims.roles, *profile.aims.phrases))),
    )
    return tuple(ToldUs(label, text) for label, text in lines if text)


def holland(brief: PlanBrief) -> tuple[tuple[str, float], ...]:
    """Interest scores (0-1) by Holland letter, in their usual order; empty when not usable."""
    if brief.matches is None or brief.matches.understood.interest_note:
        return ()
    scores = brief.matches.understood.interests
    if not brief.profile.interests.answers or len(scores) < len(HOLLAND_LETTERS):
        return ()
    return tuple((letter, round(scores[letter], 3)) for letter in HOLLAND_LETTERS)


def role_title(role_id: str | None, catalogue: Catalogue) -> str:
    """A role's title, or its id in words where the catalogue does not hold it."""
    if role_id is None:
        return "Where you are now"
    role = catalogue.roles.get(role_id)
    return role.title if role else role_id.replace("-", " ").capitalize()


def _why(profile: Profile) -> str:
    purpose = PURPOSES[profile.purpose] if profile.purpose else ""
    stage = STAGES[profile.stage] if profile.stage else ""
    if purpose and stage:
        return f"{purpose} ({stage})"
    return purpose or stage.capitalize()


def _phrases(phrases: tuple[str, ...]) -> str:
    """A person's own phrases, kept apart so that each reads as it was said."""
    return "; ".join(phrase.strip() for phrase in phrases if phrase.strip())


def _jobs(profile: Profile, catalogue: Catalogue, *, current: bool) -> str:
    return "; ".join(_job(one, catalogue) for one in profile.roles if one.current is current)


def _job(held: HeldRole, catalogue: Catalogue) -> str:
    title = held.title or role_title(held.role_id, catalogue)
    band = f"band {held.band}" if held.band else ""
    band = "" if band and band in title.lower() else band
    months = span(Span(held.months, held.months)) if held.months else ""
    setting = held.setting.value.replace("-", " ") if held.setting else ""
    more = [word for word in (band, months, setting) if word]
    return f"{title} ({', '.join(more)})" if more else title


def _qualification(held: HeldQualification) -> str:
    level = f"level {held.level}" if held.level and str(held.level) not in held.title else ""
    more = [word for word in (level, str(held.year or "")) if word]
    return f"{held.title} ({', '.join(more)})" if more else held.title


def _registrations(profile: Profile) -> str:
    held = (one for one in profile.registrations if one.register is not RegisterId.NONE)
    return "; ".join(registration(one) for one in held)


def _picked(ids: tuple[str, ...], known: Mapping[str, Choice]) -> str:
    titles = [known[one].title if one in known else one.replace("-", " ") for one in ids]
    return joined(titles)


def _constraints(profile: Profile, catalogue: Catalogue) -> str:
    said = [_constraint(item, catalogue) for item in profile.constraints.items]
    return "; ".join([*said, *profile.constraints.phrases])


def _constraint(item: ConstraintItem, catalogue: Catalogue) -> str:
    kind = catalogue.constraints.get(item.id.value)
    title = kind.title if kind else item.id.value.replace("-", " ").capitalize()
    value = f": {_amount(item, kind.unit if kind else '')}" if item.value is not None else ""
    must = "must" if item.strength is Strictness.MUST else "would like"
    return f"{title}{value} ({must})"


def _amount(item: ConstraintItem, unit: str) -> str:
    if unit == "pounds":
        return f"£{item.value:,}" if isinstance(item.value, int) else f"£{item.value}"
    if unit == "band":
        return f"band {item.value}"
    return f"{item.value} {unit}".strip()
