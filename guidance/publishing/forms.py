"""The evidence sheet, the adviser's ledger and the blank forms."""

from guidance.domain.document import Block, Inline, PageBreak, Run, Table, WriteSpace
from guidance.domain.match import Match
from guidance.domain.plan import ActionType, Plan
from guidance.domain.wording import day_words
from guidance.publishing.notes import Notes, bullets, heading, paragraph, text
from guidance.publishing.parts import BOX, TYPES

Blocks = tuple[Block, ...]
BLANK_TITLE = "Career conversation on paper"

# The interview on paper: a title, a hint, and either choices to tick or lines to write on.
QUESTIONS: tuple[tuple[str, str, tuple[str, ...], int], ...] = (
    (
        "Why are you here today?",
        "Tick the one that is nearest.",
        (
            "To find my next step",
            "To change direction",
            "To come back to practice",
            "To find my first role",
            "To look around",
            "To work less, or work differently, before I stop",
        ),
        0,
    ),
    (
        "What is your job now, or the last one you had?",
        "The title as you would say it, the band if you know it, where, and for how long.",
        (),
        2,
    ),
    ("What other jobs have you had that matter here?", "Paid or not.", (), 2),
    (
        "What have you studied?",
        "Any level, in any country. Put the year if you know it.",
        (),
        2,
    ),
    (
        "Are you, or were you, on a professional register?",
        "Write which one, which part, and the date you left if you have left.",
        (),
        2,
    ),
    (
        "Where in the UK do you work, or want to work?",
        "England, Scotland, Wales or Northern Ireland.",
        (),
        1,
    ),
    (
        "What do you enjoy doing, at work or at home?",
        "Your own words are best: “sorting out the rota”, “helping children talk”.",
        (),
        2,
    ),
    ("What matters most to you in a job?", "Put the most important first.", (), 2),
    ("What are you good at? What do people thank you for?", "", (), 2),
    (
        "What must your next step fit around?",
        "Write M beside a must and P beside what you would prefer.",
        (
            "Keep earning while I train",
            "Part-time work",
            "No nights",
            "No weekends",
            "No degree",
            "Study from home",
            "Not too far to travel",
            "Stay with my employer",
            "Stay on my register",
            "No heavy lifting",
            "Not below my band or my pay",
        ),
        1,
    ),
    (
        "Which way do you want to go?",
        "",
        (
            "Up, to more responsibility",
            "Across, to different work",
            "Deeper, into the work I do",
            "A mix of roles",
            "Back to work I did before",
            "Into clinical work",
            "Away from clinical work",
        ),
        0,
    ),
    ("Are there roles you already have in mind?", "", (), 2),
)


def evidence(plan: Plan, _notes: Notes) -> Blocks:
    """What was done, the proof and what it counts for, with room to reflect."""
    listed = [action for goal in plan.goals for action in goal.actions]
    actions = [a for a in listed if a.done or a.type is not ActionType.CHECK]
    blocks: list[Block] = [heading("Evidence record")]
    if not actions:
        blocks.append(paragraph("This plan has no actions yet. Use the lines below for your own."))
    rows: list[tuple[Inline, ...]] = [
        (
            text(action.text, bold=True),
            text(TYPES[action.type]),
            text(day_words(action.done) if action.done else ""),
            text(action.evidence),
            text("; ".join(action.serves) or "My own record"),
        )
        for action in actions
    ]
    rows += [((), (), (), (), ()) for _ in range(4)]
    names = ("What I did", "How", "Date done and hours", "Proof kept", "What it counts for")
    widths = (3.2, 1.5, 1.8, 2.5, 2.4)
    header = tuple(text(name) for name in names)
    blocks.append(Table("", header, tuple(rows), row_headers=False, widths=widths, role="log"))
    blocks.append(heading("Reflection"))
    labels = ("What I did or what happened:", "What I learned from it:", "What I will change:")
    return (*blocks, *(WriteSpace(label, 4) for label in labels))


def ledger(plan: Plan, notes: Notes) -> Blocks:
    """For an adviser: every contribution to each match, adding up to its score."""
    blocks: list[Block] = [heading("For the adviser: why these roles")]
    matched = [one.match for one in plan.destinations if one.match]
    if not matched:
        blocks.append(paragraph("The role was chosen by hand, so there is no ledger."))
    for match in matched:
        blocks += [heading(match.title, 3), _ledger_table(match)]
        marks = notes.marks(match.sources)
        if marks:
            blocks.append(paragraph((Run("Sources:"), *marks), "small"))
    blocks.append(WriteSpace("Adviser's notes (kept apart from the plan):", 6))
    return tuple(blocks)


def _ledger_table(match: Match) -> Table:
    rows: list[tuple[Inline, ...]] = [
        (
            text(line.title or line.signal.replace("-", " ").capitalize()),
            text(f"{line.value:.2f}"),
            text(f"{line.weight:.2f}"),
            text(f"{line.points:.3f}"),
            text(line.reason),
        )
        for line in match.contributions
    ]
    rows.append((text("In all"), (), (), text(f"{match.score:.3f}", bold=True), ()))
    header = tuple(text(w) for w in ("Signal", "Value", "Weight", "Points", "Reason"))
    caption = f"Ledger of {match.title.lower()}: the points add up to the score"
    return Table(caption, header, tuple(rows), widths=(2, 1, 1.1, 1.1, 5))


def blank(_plan: Plan, _notes: Notes) -> Blocks:
    """The interview, the talk and the plan on paper."""
    lead = (
        "Fill in what you like. Leave out what you don't want to say. There are no wrong answers."
    )
    blocks: list[Block] = [
        heading(BLANK_TITLE, 1),
        paragraph(lead, "lead"),
        WriteSpace("Name or reference, and the date:", 1),
        heading("Your answers"),
    ]
    for number, (title, hint, choices, lines) in enumerate(QUESTIONS, 1):
        blocks.append(heading(f"{number}. {title}", 3))
        if hint:
            blocks.append(paragraph(hint, "small"))
        if choices:
            blocks.append(bullets((text(choice) for choice in choices), "tick"))
        if lines:
            blocks.append(WriteSpace("", lines))
    return (*blocks, PageBreak(), *_paper_plan())


def _paper_plan() -> Blocks:
    names = ("Done", "What I will do, and why", "By", "Who", "Proof it leaves")
    header = tuple(text(name) for name in names)
    rows = tuple((text(BOX), (), (), (), ()) for _ in range(7))
    return (
        heading("My plan on paper"),
        WriteSpace("The role I am heading for, and why:", 3),
        WriteSpace("One thing that speaks against it:", 2),
        Table(
            "Actions", header, rows, row_headers=False, widths=(0.9, 4.4, 1.6, 1.4, 2.4), role="log"
        ),
        WriteSpace("My plan B, and what would make me turn to it:", 2),
        WriteSpace("Who will help me, and when we look again:", 2),
    )
