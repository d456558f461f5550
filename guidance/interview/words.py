"""Plain words for the closed vocabularies: what a person reads instead of an id.

One table per vocabulary, in the order shown. Other rooms use :func:`label` to say an id in words.
"""

from collections.abc import Mapping

from guidance.domain.vocabulary import (
    BANDS,
    Direction,
    Nation,
    Purpose,
    RegisterId,
    RegistrationStatus,
    Setting,
    Stage,
    Strictness,
)
from guidance.interview.questions import Option

PURPOSES = (
    Option(Purpose.NEXT_STEP, "Plan my next step", "A new job, a higher band or more training."),
    Option(Purpose.CHANGE_DIRECTION, "Change direction", "Try a different kind of work."),
    Option(
        Purpose.RETURN_TO_PRACTICE,
        "Come back to a register",
        "You were a nurse, a midwife, a therapist or the like, and want to work as one again.",
    ),
    Option(Purpose.FIRST_ROLE, "Get my first health or care job", "You are new to this work."),
    Option(Purpose.EXPLORE, "Just look around", "No plan yet. See what there is."),
    Option(Purpose.WIND_DOWN, "Ease down before I retire", "Less load, or pass on what you know."),
)
STAGES = (
    Option(Stage.STARTING, "Just starting", "You are in your first job, or looking for it."),
    Option(Stage.EARLY, "A few years in"),
    Option(Stage.MID, "In the middle"),
    Option(Stage.LATE, "In the last years before I stop"),
    Option(Stage.RETURNING, "Coming back after a break"),
)
NATIONS = (
    Option(Nation.ENGLAND, "England"),
    Option(Nation.SCOTLAND, "Scotland"),
    Option(Nation.WALES, "Wales"),
    Option(Nation.NORTHERN_IRELAND, "Northern Ireland"),
)
DIRECTIONS = (
    Option(Direction.UP, "Up", "More responsibility and more pay."),
    Option(Direction.ACROSS, "Across", "A different job at about the same level."),
    Option(Direction.DEEPER, "Deeper", "Get better at what you do now."),
    Option(Direction.MIXED, "A mix", "Some of one job and some of another."),
    Option(Direction.BACK, "Back", "Return to work that you left."),
    Option(Direction.INTO_CLINICAL, "Into patient care", "Start to treat or care for patients."),
    Option(Direction.OUT_OF_CLINICAL, "Away from patient care", "Use what you know off the ward."),
)
SETTINGS = (
    Option(Setting.ACUTE, "A hospital"),
    Option(Setting.COMMUNITY, "People's homes or a clinic"),
    Option(Setting.PRIMARY_CARE, "A GP surgery"),
    Option(Setting.MENTAL_HEALTH, "Mental health"),
    Option(Setting.AMBULANCE, "An ambulance service"),
    Option(Setting.SOCIAL_CARE, "Social care"),
    Option(Setting.EDUCATION, "A school, college or university"),
    Option(Setting.RESEARCH, "Research"),
    Option(Setting.PRIVATE_VOLUNTARY, "A private firm or a charity"),
    Option(Setting.JUSTICE, "A prison or the courts"),
    Option(Setting.MILITARY, "The armed forces"),
    Option(Setting.HOME_BASED, "From home"),
)
REGISTERS = (
    Option(RegisterId.HCPC, "HCPC", "Therapists, paramedics, scientists and others."),
    Option(RegisterId.NMC, "NMC", "Nurses, midwives and nursing associates."),
    Option(RegisterId.GMC, "GMC", "Doctors and associates."),
    Option(RegisterId.GPHC, "GPhC", "Pharmacists and pharmacy technicians."),
    Option(RegisterId.GDC, "GDC", "Dentists and the dental team."),
    Option(RegisterId.SWE, "Social Work England", "Social workers in England."),
    Option(RegisterId.GOSC, "GOsC", "Osteopaths."),
    Option(RegisterId.GOC, "GOC", "Opticians."),
    Option(RegisterId.NONE, "None of these"),
)
STATUSES = (
    Option(RegistrationStatus.REGISTERED, "I am on it now"),
    Option(RegistrationStatus.LAPSED, "I was on it, and came off"),
    Option(RegistrationStatus.STUDENT, "I am training to join it"),
    Option(RegistrationStatus.NEVER, "I was never on it"),
)
STRICTNESSES = (
    Option(Strictness.MUST, "I must have this", "We leave out jobs that cannot give it."),
    Option(Strictness.PREFER, "I would like this", "We put jobs that give it higher."),
    Option("", "I don't mind"),
)
LIKERT = (
    Option("1", "Dislike it a lot"),
    Option("2", "Dislike it"),
    Option("3", "Not sure"),
    Option("4", "Like it"),
    Option("5", "Like it a lot"),
)
BAND_OPTIONS = tuple(Option(band, f"Band {band}") for band in BANDS)

_TABLES: Mapping[str, tuple[Option, ...]] = {
    "purpose": PURPOSES,
    "stage": STAGES,
    "nation": (*NATIONS, Option(Nation.UK, "The whole UK")),
    "direction": DIRECTIONS,
    "setting": SETTINGS,
    "register": REGISTERS,
    "status": STATUSES,
    "strength": STRICTNESSES,
}


def label(table: str, value: str | None) -> str:
    """The words for one value of a vocabulary (``purpose``, ``setting`` …); the value if none."""
    if value is None:
        return ""
    found = (option.label for option in _TABLES[table] if option.value == value)
    return next(found, value)
