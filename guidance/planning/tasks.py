"""Gaps, steps and questions turned into actions. Tables say what each kind of gap asks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from guidance.domain.catalogue import Catalogue, Standard
from guidance.domain.match import Judged, Step
from guidance.domain.plan import Action, ActionType, Owner
from guidance.domain.vocabulary import Answer, RouteKind
from guidance.domain.wording import earning, span, with_article
from guidance.planning.days import add_days


@dataclass(frozen=True, slots=True)
class GapKind:
    """How a kind of gap is met: ``words`` recognise it in what the condition says.

    ``known`` opens the action where the gap is sure, ``asked`` where it is not; ``{whom}`` in them
    is whoever decides: the course, or the employer with the post; ``{boss}`` speaks for a job held.
    """

    words: str
    type: ActionType
    known: str
    asked: str
    evidence: str
    effort: str
    owner: Owner = Owner.ME


# The first row whose words are found decides; the last row takes all that is left.
GAP_KINDS = (
    GapKind(
        r"\b(selection|choose|chosen|decides?|judges?|award|win|tests you)\b|\bappoint|\binterview|"
        r"\baccepts (you|your|other)\b|\bplaces? (at|in|on)\b|trainee post|portfolio|audition|"
        r"^(you )?pass\b|signed off|admissions test|statement",
        ActionType.OTHERS,
        "Ask {whom} what this takes, and get ready for it",
        "Ask {whom} what this takes, and when it happens",
        "Your notes: what is asked, the dates, and what you would do better",
        "A call or an email, then two or three evenings",
    ),
    GapKind(
        r"\b(your|an|the) employer\b|employer.s? support|department that|(line|your) manager|"
        r"sponsor|release|levy|funded place|secondment|(apprentic\w+|assistant|worker) post",
        ActionType.OTHERS,
        "Ask {boss} for this and agree it in writing",
        "Ask {boss} about this",
        "A note or email that says what was agreed, and when",
        "One talk of about 30 minutes, and time to prepare",
    ),
    GapKind(
        r"register|registration|registered|hcpc|nmc|gmc|gphc|gdc|pin\b",
        ActionType.CHECK,
        "Put your registration in order",
        "Check with the register",
        "A copy of the register's entry or its reply",
        "About an hour, and the wait for a reply",
    ),
    GapKind(
        r"experience|(months?|years?|year of work) (in|as|of|with)\b|worked|working in|"
        r"placement hours|post-registration",
        ActionType.DOING,
        "Build this up at work, and log the dates and hours",
        "Add up what you have done, with dates",
        "A dated log that your manager has signed",
        "Part of your working week",
    ),
    GapKind(
        r"gcse|level \d|degree|a levels?|diploma|certificate|qualif|maths|english|course|bsc|msc|"
        r"credits|ucas|functional skills|access|master|module|bachelor",
        ActionType.STUDY,
        "Find a course that gives you this, and start it",
        "Find your certificates and check them against this",
        "The certificate, or a letter from the awarding body",
        "A few hours a week while the course runs",
    ),
    GapKind(
        r"driv|dbs|health check|occupational health|licen[cs]e|vaccin|check",
        ActionType.CHECK,
        "Get this check or licence",
        "Check that you have this",
        "The document, or its number and date",
        "An hour to apply, and the wait",
    ),
    GapKind(
        r"^you (have|know|lead|type|are)\b|skills",
        ActionType.DOING,
        "Find a piece of work that gives you this",
        "Write down an example of this, with its date",
        "Half a page on each example: what you did and what came of it",
        "An evening",
    ),
    GapKind(
        r"",
        ActionType.CHECK,
        "Work out with {whom} how to meet this",
        "Ask {whom} about this",
        "A dated note of the answer and who gave it",
        "About an hour",
    ),
)

BY_EMPLOYER = GAP_KINDS[1]  # what only an employer can settle

STUDY_KINDS = {
    RouteKind.DEGREE,
    RouteKind.POSTGRADUATE,
    RouteKind.DEGREE_APPRENTICESHIP,
    RouteKind.APPRENTICESHIP,
    RouteKind.FOUNDATION_DEGREE,
    RouteKind.CONVERSION,
    RouteKind.SPECIALTY_TRAINING,
    RouteKind.RETURN_TO_PRACTICE,
}
# A post is the whole of these steps: nobody finishes them, they start work.
POST_KINDS = {RouteKind.PROGRESSION, RouteKind.INTERNAL_PROMOTION, RouteKind.DIRECT_ENTRY}
_OPENINGS = {
    RouteKind.ON_THE_JOB: "Agree this training with an employer, and start it",
    RouteKind.SECONDMENT: "Apply for this secondment",
    RouteKind.PORTFOLIO: "Build up the proof for this, and send it in",
}
_NOT_APPLIED_FOR = re.compile(r"(pass|register|finish|complete|apply|start|begin)\b", re.IGNORECASE)
_A_JOB_MOVE = 6  # months: a step into a post that takes longer is a training

# The words in a standard's list that say this way of learning counts for it.
COUNTS_FOR = {
    ActionType.DOING: ("practice hours", "present or future work", "mixture"),
    ActionType.OTHERS: ("reflective discussion", "feedback", "mixture"),
    ActionType.STUDY: ("professional development", "record of learning", "mixture"),
}


@dataclass(slots=True)
class Tasks:
    """Makes actions with ids in order; ``standards`` are those the person's evidence can serve.

    ``boss`` is whom to ask what an employer settles.
    """

    as_of: date
    standards: tuple[Standard, ...] = ()
    boss: str = "your manager"
    made: int = 0
    said: set[str] = field(default_factory=set[str])

    def action(self, text: str, because: str, due: date, kind: GapKind, **more: str) -> Action:
        """One action; its id is the next number of this plan."""
        self.made += 1
        return Action(
            id=f"action-{self.made}",
            text=text,
            type=kind.type,
            because=because,
            owner=kind.owner,
            due=due.isoformat(),
            effort=more.get("effort") or kind.effort,
            evidence=more.get("evidence") or kind.evidence,
            serves=self.serves(kind.type),
        )

    def serves(self, kind: ActionType) -> tuple[str, ...]:
        """What of each standard this way of learning can count towards."""
        return tuple(
            line for standard in self.standards if (line := _line(standard, kind)) is not None
        )

    def gap(
        self,
        gap: Judged,
        at: int,
        before: date,
        whom: str = "the employer or course",
        *,
        asking: bool = False,
    ) -> Action | None:
        """What to do about a gap, once: find out when unknown, else meet it before the step.

        ``whom`` decides on it. ``asking`` is for a person who only looks around: then a gap is a
        thing to find out about.
        """
        if gap.says in self.said or gap.answer is Answer.YES:
            return None
        self.said.add(gap.says)
        kind = kind_of(gap.says)
        if gap.answer is Answer.UNKNOWN:
            due = min(add_days(self.as_of, 14 * (at + 1)), before)
            return self._find_out(gap, kind, due, whom)
        if asking:
            text = f"Find out what this would take: {_stopped(gap.says)}"
            return self.action(text, gap.says, before, GAP_KINDS[-1])
        law = " This is law: no employer can waive it." if gap.law else ""
        opening = kind.known.format(whom=whom, boss=self.boss)
        return self.action(f"{opening}: {_stopped(gap.says)}{law}", gap.says, before, kind)

    def _find_out(self, gap: Judged, kind: GapKind, due: date, whom: str) -> Action:
        text = f"{kind.asked.format(whom=whom, boss=self.boss)}: {_stopped(gap.says)}"
        if kind.type is ActionType.OTHERS:
            return self.action(text, gap.says, due, kind)
        alone = replace(kind, type=ActionType.CHECK)
        return self.action(text, gap.says, due, alone, effort="Under an hour")

    def step(self, step: Step, start: date, title: str) -> Action:
        """Take a step of the way: apply, start and finish it, or start in the post."""
        study = step.kind in STUDY_KINDS
        length = span(step.months) if step.months.high != 0 else ""  # its time is in the next
        kind = GapKind(
            "",
            ActionType.STUDY if study else ActionType.DOING,
            "",
            "",
            "Your offer now; your award or registration at the end"
            if study
            else "Your offer letter, and a note of what you did to get there",
            "",
        )
        effort = ". ".join(x for x in (length.capitalize(), earning(step.keeps_earning)) if x)
        return self.action(_step_words(step, title), step.name, start, kind, effort=effort)


def _step_words(step: Step, title: str) -> str:
    if _NOT_APPLIED_FOR.match(step.name):
        return f"{step.name} (towards {title})"
    if step.kind in POST_KINDS and (step.months.high or step.months.low or 0) > _A_JOB_MOVE:
        return f"Begin this step: {step.name} (towards {title})"
    if step.kind in POST_KINDS:
        way = "" if step.name.startswith("From ") else f" The way in: {step.name}."
        return f"Apply for a post as {with_article(title)}.{way}"
    opening = _OPENINGS.get(step.kind, "Apply for and start")
    return f"{opening}: {step.name} (towards {title})"


def kind_of(says: str) -> GapKind:
    """The row of the table for a condition, from the words it is shown in."""
    text = says.lower()
    return next(kind for kind in GAP_KINDS if re.search(kind.words, text))


def standards_for(registers: Iterable[str], catalogue: Catalogue) -> tuple[Standard, ...]:
    """The standards of some registers, known by their ids (``nmc-revalidation``)."""
    wanted = set(registers)
    return tuple(s for s in catalogue.standards.values() if s.id.split("-")[0] in wanted)


def _line(standard: Standard, kind: ActionType) -> str | None:
    for word in COUNTS_FOR.get(kind, ()):
        for item in standard.items:
            if word in item.text.lower():
                return f"{standard.title}: {item.text.rstrip('.')}"
    return None


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
