"""The script of the interview: every question in its words, and the map from step to step."""

from collections.abc import Callable

from guidance.domain.catalogue import Catalogue, Choice, InterestItem
from guidance.domain.profile import Profile
from guidance.domain.vocabulary import Purpose, RegistrationStatus
from guidance.interview import words
from guidance.interview.interests import asked_order
from guidance.interview.questions import Kind, Option, Question
from guidance.interview.registered import SuggestsRegister
from guidance.interview.steps import Step

PER_PAGE = 6

NOW = "Your work now"
PAST = "What you have done"
LIKE = "What you like"
MATTERS = "What matters to you"
AHEAD = "Where you want to go"
END = "Check and see"

PURPOSE = Question(
    "purpose",
    "purpose",
    Kind.CHOICE,
    "Why are you here today?",
    "It tells us which questions to ask, and which ones to leave out.",
    options=words.PURPOSES,
)
ROLE_NOW = Question(
    "role-now",
    "roles.current",
    Kind.ROLES,
    "What is your job now?",
    "We start from the work you do. It tells us which steps are close to you.",
    help="Type it the way you say it. If you have more than one job, add each one. "
    "If you have no job now, skip this.",
    example="HCA on a stroke ward",
)
ROLES_PAST = Question(
    "roles-past",
    "roles.past",
    Kind.ROLES,
    "What jobs did you have before?",
    "Old jobs count. They can open a way that your job now does not.",
    help="Put in any job that taught you something, in or out of health and care.",
    example="Shop manager",
)
REGISTRATION = Question(
    "registration",
    "registrations",
    Kind.REGISTRATIONS,
    "Are you on a register, or were you on one?",
    "The law says who may do some jobs. The dates tell us what coming back would take.",
    help="A register is a list of people who may do a job, such as nurse or paramedic. "
    "A month and a year are enough for each date. Leave out what you do not know.",
)
QUALIFICATIONS = Question(
    "qualifications",
    "qualifications",
    Kind.QUALIFICATIONS,
    "What courses have you passed?",
    "Some courses ask for others first. What you hold may save you time.",
    help="Put in school exams too. If you do not know the level, leave it out.",
    example="BTEC Level 3 Health and Social Care",
)
INTEREST_WORDS = Question(
    "interests-words",
    "interests.phrases",
    Kind.PHRASES,
    "What do you like doing, in your own words?",
    "Your own words often say more than ticks do.",
    help="Think of a good day at work. What were you doing?",
    example="helping children talk",
)
VALUE_WORDS = Question(
    "values-words",
    "values.phrases",
    Kind.PHRASES,
    "Does anything else matter to you at work?",
    "Say it your own way, and we will show you what we took it to mean.",
    example="I want to see patients get better",
)
STRENGTH_WORDS = Question(
    "strengths-words",
    "strengths.phrases",
    Kind.PHRASES,
    "What else are you good at?",
    "Other people may have told you. That counts.",
    example="I stay calm when it is busy",
)
CIRCUMSTANCES_WORDS = Question(
    "circumstances-words",
    "constraints.phrases",
    Kind.PHRASES,
    "Is there anything else a plan must fit around?",
    "A plan that does not fit your life will not last.",
    example="I look after my dad on Fridays",
)
DIRECTION = Question(
    "direction",
    "direction",
    Kind.CHOICE,
    "Which way do you want to move?",
    "Not every good step is up. This changes the order of what we show.",
    options=words.DIRECTIONS,
)
STAGE = Question(
    "stage",
    "stage",
    Kind.CHOICE,
    "Where are you in your working life?",
    "We use it to find stories of people at the same point. It never rules a job out.",
    options=words.STAGES,
)
AIMS = Question(
    "aims",
    "aims.roles",
    Kind.TITLES,
    "Do you have a job in mind?",
    "We will look at it first, and show you what stands in the way.",
    help="You can name more than one. If you have none, skip this.",
    example="occupational therapist",
)
AIM_WORDS = Question(
    "aims-words",
    "aims.phrases",
    Kind.PHRASES,
    "What would you like your work to be like?",
    "It helps when you know the kind of work but not the name of the job.",
    example="something with my hands, and with older people",
)
NATION = Question(
    "nation",
    "nation",
    Kind.CHOICE,
    "Where do you work, or want to work?",
    "Pay, money for study and some rules are not the same in each nation.",
    options=words.NATIONS,
)


def steps(catalogue: Catalogue) -> tuple[Step, ...]:
    """Every step, in the usual order, with its way on."""
    pages = _interest_pages(catalogue.interest_items)
    first_interest = pages[0].id if pages else "interests-words"
    return (
        Step("purpose", NOW, "Why you are here", _after_purpose, (PURPOSE,), minutes=0.3),
        Step("role-now", NOW, "Your job now", _to("roles-past"), (ROLE_NOW,), minutes=1),
        Step("roles-past", PAST, "Jobs before", _after_past, (ROLES_PAST,), minutes=1),
        Step(
            "registration",
            NOW,
            "Registers",
            _to("return"),
            (REGISTRATION,),
            minutes=1.5,
            applies=_register_matters(catalogue),
        ),
        Step(
            "return",
            NOW,
            "What coming back takes",
            _after_return,
            page="return",
            minutes=0,
            applies=_came_off,
        ),
        Step(
            "qualifications", PAST, "Courses", _to(first_interest), (QUALIFICATIONS,), minutes=1.5
        ),
        *pages,
        Step("interests-words", LIKE, "In your words", _to("values"), (INTEREST_WORDS,), minutes=1),
        Step(
            "values",
            MATTERS,
            "What matters at work",
            _to("strengths"),
            (_values(catalogue), VALUE_WORDS),
            minutes=1.5,
        ),
        Step(
            "strengths",
            MATTERS,
            "What you are good at",
            _to("circumstances"),
            (_strengths(catalogue), STRENGTH_WORDS),
            minutes=1,
        ),
        Step(
            "circumstances",
            MATTERS,
            "What a plan must fit",
            _to("direction"),
            (_circumstances(catalogue), CIRCUMSTANCES_WORDS),
            minutes=1.5,
        ),
        Step("direction", AHEAD, "Which way", _to("aims"), (DIRECTION, STAGE), minutes=0.5),
        Step("aims", AHEAD, "Jobs in mind", _to("nation"), (AIMS, AIM_WORDS), minutes=1),
        Step("nation", AHEAD, "Where", _to("check"), (NATION,), minutes=0.2),
        Step("check", END, "Check your answers", _end, page="check", minutes=0),
    )


def _to(step_id: str) -> Callable[[Profile], str | None]:
    return lambda _: step_id


def _end(_: Profile) -> str | None:
    return None


def _returning(profile: Profile) -> bool:
    return profile.purpose is Purpose.RETURN_TO_PRACTICE


def _after_purpose(profile: Profile) -> str:
    """Someone coming back is asked about the register at once; all others about their job."""
    return "registration" if _returning(profile) else "role-now"


def _after_past(profile: Profile) -> str:
    return "qualifications" if _returning(profile) else "registration"


def _after_return(profile: Profile) -> str:
    return "role-now" if _returning(profile) else "qualifications"


def _came_off(profile: Profile) -> bool:
    return any(held.status is RegistrationStatus.LAPSED for held in profile.registrations)


def _register_matters(catalogue: Catalogue) -> Callable[[Profile], bool]:
    """Asked when the purpose, an answer already there, or a job held points to a register."""
    suggests = SuggestsRegister(catalogue)
    return lambda profile: (
        _returning(profile)
        or bool(profile.registrations)
        or any(suggests(role) for role in profile.roles)
    )


def _interest_pages(items: tuple[InterestItem, ...]) -> tuple[Step, ...]:
    asked = asked_order(items)
    chunks = [asked[i : i + PER_PAGE] for i in range(0, len(asked), PER_PAGE)]
    return tuple(_interest_page(i, len(chunks), chunk) for i, chunk in enumerate(chunks, 1))


def _interest_page(number: int, total: int, items: tuple[InterestItem, ...]) -> Step:
    last = number == total
    question = Question(
        f"interests-{number}",
        "interests.answers",
        Kind.LIKERT,
        "How much would you like to do this?",
        "What you like sharpens the order of your list. It never decides it alone.",
        help="Think of the task, not of the pay or the course. Go with your first thought.",
        options=tuple(Option(item.id, item.text) for item in items),
        scale=words.LIKERT,
    )
    return Step(
        f"interests-{number}",
        LIKE,
        f"Tasks, page {number} of {total}",
        _to("interests-words" if last else f"interests-{number + 1}"),
        (question,),
        minutes=0.8,
    )


def _options(choices: dict[str, Choice]) -> tuple[Option, ...]:
    return tuple(Option(item.id, item.title, item.meaning) for item in choices.values())


def _values(catalogue: Catalogue) -> Question:
    return Question(
        "values",
        "values.ranked",
        Kind.RANK,
        "What matters most to you at work?",
        "Two jobs can look alike and feel very unlike. This tells them apart.",
        help="Pick up to five, and put the one that matters most first.",
        options=_options(dict(catalogue.values)),
        most=5,
    )


def _strengths(catalogue: Catalogue) -> Question:
    return Question(
        "strengths",
        "strengths.chosen",
        Kind.MULTI,
        "What are you good at?",
        "You can take these with you to a new job.",
        help="Pick up to five.",
        options=_options(dict(catalogue.strengths)),
        most=5,
    )


def _circumstances(catalogue: Catalogue) -> Question:
    return Question(
        "circumstances",
        "constraints.items",
        Kind.CONSTRAINTS,
        "What must a plan fit around?",
        "We leave out what cannot work, and tell you what each limit costs you.",
        help="For each one say if you must have it, would like it, or do not mind.",
        options=tuple(
            Option(
                item.id,
                item.title,
                item.help,
                item.unit,
            )
            for item in catalogue.constraints.values()
        ),
        scale=words.STRICTNESSES,
    )
