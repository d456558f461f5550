"""A plan as a document, in one of its editions."""

from collections.abc import Callable
from dataclasses import dataclass

from guidance.domain.document import Block, Document, PageBreak
from guidance.domain.errors import KnownError
from guidance.domain.plan import Plan
from guidance.domain.wording import day_words
from guidance.publishing import forms, pack, parts
from guidance.publishing.notes import Notes, stacked

Part = Callable[[Plan, Notes], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition: its name, what it is for and the parts that make it, in order.

    ``heading`` and ``lead`` open the document where the plan's own would not fit.
    """

    id: str
    title: str
    help: str
    parts: tuple[Part, ...]
    heading: str = ""
    lead: str = ""


def _new_page(_plan: Plan, _notes: Notes) -> tuple[Block, ...]:
    return (PageBreak(),)


_PLAN: tuple[Part, ...] = (
    parts.opening,
    parts.at_a_glance,
    parts.told_us,
    parts.destinations,
    parts.way,
    parts.gaps,
    pack.returning_short,
    parts.goals,
    parts.people,
    parts.plan_b,
    parts.employer,
    parts.stories,
    parts.funding,
    parts.notes_space,
    parts.agreement,
    parts.limits,
    parts.sources,
)

EDITIONS = {
    edition.id: edition
    for edition in (
        Edition("standard", "Standard", "The whole plan, four to six pages.", _PLAN),
        Edition("large-print", "Large print", "The whole plan in letters of 18 point.", _PLAN),
        Edition(
            "summary",
            "One page",
            "What matters most, on one page.",
            (parts.opening, parts.summary),
        ),
        Edition(
            "return-pack",
            "Return to practice pack",
            "What the rules ask, the sums, a log and a supervisor's checklist.",
            (
                parts.opening,
                pack.returning_alone,
                pack.supervisor,
                parts.limits,
                parts.sources,
                _new_page,
                pack.logs,
            ),
            "My return to practice pack",
            "What coming back asks, the sums behind it, and a log to keep as you go.",
        ),
        Edition(
            "evidence",
            "Evidence sheet",
            "For revalidation or a CPD audit: what you did and what it counts for.",
            (parts.opening, forms.evidence, parts.agreement, parts.limits),
            "My evidence record",
            "What you did, the proof you kept, and what it can count for.",
        ),
        Edition(
            "adviser",
            "Adviser's copy",
            "The whole plan with the ledger behind each match.",
            (*_PLAN[:-2], _new_page, forms.ledger, parts.limits, parts.sources),
        ),
        Edition(
            "blank",
            "Blank forms",
            "The interview on paper, for a session without a computer.",
            (forms.blank,),
            forms.BLANK_TITLE,
        ),
    )
}


def compose(plan: Plan, edition: str = "standard") -> Document:
    """The document of a plan in an edition: the same plan always gives the same document.

    KnownError for an edition that is not in :data:`EDITIONS`.
    """
    found = EDITIONS.get(edition)
    if found is None:
        raise KnownError(
            f"There is no edition called '{edition}'.", f"Choose one of: {', '.join(EDITIONS)}."
        )
    notes = Notes(plan, edition == "large-print", found.heading, found.lead)
    blocks = tuple(block for part in found.parts for block in part(plan, notes))
    if notes.large:
        blocks = tuple(block for one in blocks for block in stacked(one))
    return Document(
        title=found.heading or plan.title,
        subject=_subject(plan, found),
        language="en-GB",
        date=plan.made_on,
        edition=edition,
        blocks=blocks,
        footer=_footer(plan, found),
    )


def _subject(plan: Plan, edition: Edition) -> str:
    roles = ", ".join(one.title for one in plan.destinations)
    about = f" Towards: {roles}." if roles else ""
    return f"{edition.title} edition.{about}"


def _footer(plan: Plan, edition: Edition) -> str:
    who = f" · {parts.short(plan.who, 60)}" if plan.who and edition.id != "blank" else ""
    made = f" · made {day_words(plan.made_on)}" if edition.id != "blank" else ""
    return f"Waymark · {edition.title}{who}{made}"
